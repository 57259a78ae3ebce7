package layout

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"tianbao/seeds/text"
)

// FaultList is the sheet that a returned copy opens with: what is wrong in it. A
// reader passes it over.
const FaultList = "错误清单"

// CommentWord begins every comment of ours in a returned copy, so that it is known
// again after any program has saved the workbook. CommentEnd ends it, unseen: what
// is behind is an answer of the filler's.
const (
	CommentWord = "【审核意见】"
	CommentEnd  = "\u200b"
)

// SaysNothing reports whether a text says nothing where an account is asked: one of
// Vague, one that only points elsewhere or repeats the order, or one of whose first
// MarksMost characters, spaces apart, none is but a mark. A formula on the sheet does
// the same, and may ask for more.
func SaysNothing(words string) bool {
	if _, mere := slices.BinarySearch(vague, words); mere || pointsElsewhere(words) {
		return true
	}
	n := 0
	for _, r := range words {
		switch {
		case text.Invisible(r):
		case !isMark[r]:
			return false
		default:
			if n++; n == MarksMost {
				return true
			}
		}
	}
	return n > 0
}

// Vague returns the phrases that say nothing where an account is asked, with and
// without a full stop. A cell is held against them as a whole.
func Vague() []string { return vague }

// Marks returns the characters that alone say nothing, however many: 。。。, ----, √.
func Marks() string { return marks }

// MarksMost is how many characters of a text are held against Marks.
const MarksMost = 60

// NoneWords returns the texts by which a filler says that there is nothing to tell, and
// those that claim to be right and give no reason.
func NoneWords() []string { return noneWords }

var noneWords = []string{"无", "无。", "暂无", "暂无。", "没有", "没有。",
	"核实无误", "核实无误。", "已核实", "已核实。", "经核实无误", "经核实无误。", "已核实无误", "已核实无误。", "数据无误", "数据无误。", "确认无误", "确认无误。",
	"情况属实", "情况属实。", "数据属实", "数据属实。", "以上属实", "以上属实。", "数据真实准确", "数据真实准确。"}

// ReasonLeast is how many characters a reason has at least.
const ReasonLeast = 6

// ConfirmMost is how many characters a text has at most that only claims to be right,
// 经我单位再次核对无误, and so gives no reason.
const ConfirmMost = 30

// ConfirmTails returns how such texts end.
func ConfirmTails() []string { return confirmTails }

var confirmTails = closed(confirming)

var confirming = []string{"无误", "属实", "真实", "准确", "正确", "可靠", "真实有效", "没有问题", "没问题", "无问题", "无错误", "无异常", "确实如此", "就是如此", "情况如此", "为准", "实际数", "实际数据", "实际情况"}

// IsReason reports whether a text gives a reason: long enough, and not a mere phrase.
func IsReason(words string) bool {
	return utf8.RuneCountInString(words) >= ReasonLeast && !NoReason(words) && !SaysNothing(words)
}

// NoReason reports a text by which a filler says that there is nothing to tell, or that
// only claims to be right.
func NoReason(words string) bool { return slices.Contains(noneWords, words) || onlyConfirms(words) }

// onlyConfirms reports a text that claims to be right and says little else. A formula
// looks at its length and its end alone.
func onlyConfirms(words string) bool {
	if utf8.RuneCountInString(words) > ConfirmMost || !closes(words, confirming) {
		return false
	}
	rest := 0
	for _, clause := range strings.FieldsFunc(words, func(r rune) bool { return strings.ContainsRune(",，;；。、:： \n", r) }) {
		if slices.Contains(noneWords, clause) || checked(clause) || closes(clause, confirming) && !denies(clause) {
			continue
		}
		rest += utf8.RuneCountInString(clause)
	}
	return rest < ReasonLeast
}

// checked reports a clause that says no more than that something was looked at again.
func checked(clause string) bool {
	return ends(clause, []string{"核实", "核对", "核查", "审核", "复核", "确认", "校对"})
}

// denies reports a clause that says the contrary of what its end claims: 基层数据不准确.
func denies(clause string) bool {
	clause = unmarked(clause)
	return slices.ContainsFunc(confirming, func(tail string) bool {
		head, ok := strings.CutSuffix(clause, tail)
		return ok && ends(head, []string{"不", "未", "欠", "不够", "不尽", "不太"})
	})
}

var vague = func() []string {
	phrases := []string{
		"同上", "同前", "如上", "见上", "同上年", "同去年", "略", "见附件", "详见附件", "另附", "见附表",
		"按要求推进", "按计划推进", "按要求落实", "按要求完成", "按要求开展", "正常推进", "有序推进", "稳步推进",
		"正在推进", "持续推进", "推进中", "正在推进中", "进行中", "正在进行", "正在办理",
	}
	var list []string
	for _, p := range phrases {
		list = append(list, p, p+"。", p+".")
	}
	slices.Sort(list)
	return list
}()

// markBlocks are where the marks stand that a keyboard or an input method gives;
// what in them is a letter or a digit is none.
var markBlocks = [][2]rune{
	{'!', '~'}, {0xa1, 0xbf}, {0xd7, 0xd7}, {0xf7, 0xf7}, // of Latin letters
	{0x2010, 0x205e},                   // dashes, dots, quotation marks
	{0x2190, 0x2199}, {0x2200, 0x22ff}, // arrows, signs of mathematics
	{0x2500, 0x25ff}, {0x2605, 0x2606}, {0x2610, 0x2612}, {0x2713, 0x2718}, // lines and boxes, stars, ticks
	{0x3001, 0x303f}, {0x30fb, 0x30fb}, {0xfe30, 0xfe6b}, {0xff01, 0xffe6}, // Chinese ones and wide ones
}

var marks = func() string {
	var b strings.Builder
	for _, block := range markBlocks {
		for r := block[0]; r <= block[1]; r++ {
			if unicode.IsPunct(r) || unicode.IsSymbol(r) {
				b.WriteRune(r)
			}
		}
	}
	return b.String()
}()

var isMark = func() map[rune]bool {
	set := map[rune]bool{}
	for _, r := range marks {
		set[r] = true
	}
	return set
}()
