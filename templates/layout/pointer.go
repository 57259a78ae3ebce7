package layout

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// A text that only points elsewhere, 详见附件1, or says that what was ordered is done,
// 已按要求推进, is known by how it begins and how it ends. Both lists are in the
// workbook as well, where a formula looks at the same.

// PointerMost is how many characters such a text has at most.
const PointerMost = 20

// PointerHeads returns how such texts begin.
func PointerHeads() []string { return pointerHeads }

// PointerTails returns how they end.
func PointerTails() []string { return pointerTails }

// FileTails returns how the name of a file ends; that is no account, whatever its head.
func FileTails() []string { return fileTails }

var pointing = []string{
	"详见", "详情", "具体见", "具体情况", "情况见", "内容见", "进展见", "材料已", "材料见", "材料另", "相关材料", "有关材料", "见本", "见我", "见年", "见工作", "见附", "见上报", "见报送", "见另", "见后附", "参见", "请见", "另附", "另报", "另见", "附后", "已附", "附件", "同第", "同上", "同前", "同本表",
	"与上年", "与去年", "同上年", "同去年", "请填", "待填", "此处填",
}

var ordered = []string{"已按", "均按", "均已按", "正按", "按照", "按要求", "按计划", "按时序", "严格按", "正在按", "根据要求", "根据计划"}

var pointed = []string{"附件", "材料", "附表", "总结", "报送", "已报", "上报", "提交", "报告", "文件", "说明", "情况表", "附后", "项", "条", "行", "号", "表", "一致", "相同", "一样", "填", "写", "填写", "内容",
	"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "一", "二", "三", "四", "五"}

// stuffing are the words of a text that says no more than that work goes on.
var stuffing = longestFirst([]string{
	"目前", "现已", "现", "仍", "已", "均", "正在", "正", "在", "稳步", "有序", "持续", "扎实", "积极", "全力", "全面", "大力", "加快", "深入", "认真", "不断", "努力", "稳妥", "抓紧",
	"按照", "按", "严格", "根据", "上级", "市委市政府", "部署", "要求", "计划", "规划", "方案", "时序", "进度", "节点", "统一", "有关", "相关", "各项", "该项", "此项", "本项", "年度", "全年",
	"工作", "任务", "事项", "推进", "推动", "落实", "完成", "开展", "执行", "实施", "办理", "进行", "组织", "当中", "之中", "中", "着", "了", "的", "进展", "顺利", "情况", "良好", "正常",
	"基本", "总体", "达到", "预期", "目标", "效果", "取得", "较好", "一定", "明显", "成效",
})

func longestFirst(words []string) []string {
	slices.SortStableFunc(words, func(a, b string) int { return len(b) - len(a) })
	return words
}

// goingOn begin such a text; how it ends is in carriedOut and in goingWell.
var goingOn = []string{"目前", "现", "仍", "已", "均", "正", "稳步", "有序", "持续", "扎实", "积极", "全力", "全面", "大力", "加快", "深入", "认真", "不断", "努力", "根据", "各项", "该项", "此项", "本项", "年度", "全年",
	"相关", "有关", "工作", "任务", "推进", "进展", "总体", "基本"}

var goingWell = []string{"顺利", "良好", "正常", "成效", "进度", "预期", "目标", "要求", "当中", "工作", "任务"}

var carriedOut = []string{"推进", "落实", "完成", "开展", "执行", "实施", "办理", "进行", "推进中", "进行中", "落实中"}

// files are the endings of files' names.
var files = []string{".docx", ".doc", ".xlsx", ".xls", ".pdf", ".wps", ".et", ".pptx", ".zip", ".rar", ".jpg", ".png", ".ofd"}

var (
	allHeads, allTails = slices.Concat(pointing, ordered, goingOn), slices.Concat(pointed, carriedOut, goingWell)

	pointerHeads, pointerTails, fileTails = opened(allHeads), closed(allTails), closed(files)
)

// brackets may stand before such words, marks behind them.
const brackets, marksBehind = "【(（", "。.】)）"

// opened are the words with the brackets that are set before them.
func opened(words []string) (list []string) {
	for _, w := range words {
		list = append(list, w)
		for _, b := range brackets {
			list = append(list, string(b)+w)
		}
	}
	return list
}

// closed are the words with the marks that are set behind them.
func closed(words []string) (list []string) {
	for _, w := range words {
		list = append(list, w)
		for _, m := range marksBehind {
			list = append(list, w+string(m))
		}
	}
	return list
}

// pointsElsewhere reports such a text: one clause, and where it says that an order was
// carried out one without a figure.
func pointsElsewhere(words string) bool {
	short := utf8.RuneCountInString(words) <= PointerMost
	switch {
	case short && goesOn(words):
		return true
	case !short && !isFile(words), strings.ContainsAny(words, ",，;；\n"), strings.Count(words, "。") > 1:
		return false
	case isFile(words), opens(words, pointing) && (closes(words, pointed) || closes(words, carriedOut)):
		return true
	}
	return opens(words, ordered) && closes(words, carriedOut) && !strings.ContainsAny(words, "0123456789")
}

// isFile reports whether a text ends as the name of a file.
func isFile(words string) bool {
	words = unmarked(words)
	return slices.ContainsFunc(files, func(f string) bool { return len(words) >= len(f) && strings.EqualFold(words[len(words)-len(f):], f) })
}

// goesOn reports a short text that says in stock words that work goes on, and nothing of what it is.
func goesOn(words string) bool {
	if !opens(words, allHeads) || !closes(words, allTails) {
		return false
	}
	for rest := strings.Trim(words, "【】()（）"); ; {
		i := slices.IndexFunc(stuffing, func(w string) bool { return strings.HasPrefix(rest, w) })
		switch {
		case rest == "":
			return true
		case i >= 0:
			rest = rest[len(stuffing[i]):]
		case strings.ContainsRune(",，、;；。. ", []rune(rest)[0]):
			rest = strings.TrimLeft(rest, ",，、;；。. ")
		default:
			return false
		}
	}
}

// opens reports whether a text begins with one of the words, be it in brackets.
func opens(words string, heads []string) bool {
	if r, n := utf8.DecodeRuneInString(words); strings.ContainsRune(brackets, r) {
		words = words[n:]
	}
	return begins(words, heads)
}

// closes reports whether a text ends with one of the words, be it with a mark behind.
func closes(words string, tails []string) bool { return ends(unmarked(words), tails) }

// unmarked is a text without the mark at its end.
func unmarked(words string) string {
	if r, n := utf8.DecodeLastRuneInString(words); strings.ContainsRune(marksBehind, r) {
		return words[:len(words)-n]
	}
	return words
}

func begins(words string, heads []string) bool {
	return slices.ContainsFunc(heads, func(h string) bool { return strings.HasPrefix(words, h) })
}

func ends(words string, tails []string) bool {
	return slices.ContainsFunc(tails, func(t string) bool { return strings.HasSuffix(words, t) })
}
