package sheet

import (
	"strings"
	"unicode/utf8"

	"tianbao/seeds/finding"
	"tianbao/seeds/text"
)

// The words for what is written instead of one Number: what is wrong with it, and
// what to write.

func notNumber(what, hint string) Reading {
	return Reading{State: Faulty, Code: finding.NumberFormat, What: what, Hint: hint}
}

const (
	notExact    = "不是数字,是约数"
	notOne      = "不是一个数"
	approximate = "填一个确定的数;约数、估计的说明写在“说明”栏"
	oneNumber   = "填一个数,不填范围;范围的说明写在“说明”栏"
	noRatio     = "填一个数,不填分数、比值和日期"
	numberOnly  = "只填数;说明写在“说明”栏"
	noNumber    = "填一个数;没有数的留空,并在“数据状态”栏选明,确实不适用的写“不适用”"
)

const digits = "0123456789"

// before refuses a text that does not start with a number. Its marks are half-width.
func before(s, unit string) Reading {
	first, _ := utf8.DecodeRuneInString(s)
	switch {
	case strings.Trim(s, "-/") == "", strings.EqualFold(s, "N/A"):
		return notNumber("", noNumber)
	case strings.ContainsRune("约近超≥≤><~≈", first), strings.HasPrefix(s, "大约"), strings.HasPrefix(s, "不到"), strings.HasPrefix(s, "不足"):
		return notNumber(notExact, approximate)
	case first == '(' && strings.HasSuffix(s, ")") && strings.ContainsAny(s, digits):
		return notNumber("括号里的数,不知是正是负", "直接填数;负数前面写负号,如 -5")
	case inWords(s, unit):
		return notNumber("是汉字写的数", "用阿拉伯数字填,如 5")
	case strings.ContainsAny(s, digits):
		return notNumber("数前面另有文字或符号", numberOnly)
	}
	return notNumber("", noNumber)
}

// inWords reports whether it is a number in Chinese numerals, with or without its unit: 五, 二十家,
// 三成, 两个.
func inWords(s, unit string) bool {
	rest := strings.TrimLeft(s, "〇零一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟点半")
	switch rest {
	case "", text.Key(unit), "个", "成", "家", "项", "%":
		return rest != s
	}
	return rest != s && strings.HasPrefix(rest, "分之")
}

// followed refuses a number after which comes what makes it another, a range or a
// guess.
func followed(rest string) (Reading, bool) {
	switch c := rest[0]; {
	case strings.ContainsAny(rest[:1], "-~/:") && strings.Trim(rest, "-~/:") == "":
		return notNumber("数后面另有符号", numberOnly), true
	case c == '/' || c == ':':
		return notNumber(notOne, noRatio), true
	case c == '-' || c == '~':
		return notNumber(notOne, oneNumber), true
	case text.Digit(c):
		return notNumber("数中间有空格或换行,不知是一个数还是两个数", "数的中间不加空格,如 1234;只填一个数"), true
	case c == ',' || c == '.' || c == 'e' || c == 'E':
		return misplaced(rest), true
	case c == '+' && isSum(rest): // 5+3; of 5+ there are more
		return sum(), true
	case c == '+':
		return notNumber(notExact, approximate), true
	}
	if ranges(rest) {
		return notNumber(notOne, oneNumber), true
	}
	for _, w := range []string{"多", "余", "左右", "上下", "以上", "以下", "以内", "几"} {
		if strings.Contains(rest, w) {
			return notNumber(notExact, approximate), true
		}
	}
	return Reading{}, false
}

// misplaced refuses a number that goes on where it should have ended.
func misplaced(rest string) Reading {
	switch {
	case !strings.ContainsAny(rest, digits) && strings.Trim(rest, ",.") == "":
		return notNumber("数后面另有符号", numberOnly)
	case rest[0] == ',' && len(rest) > 1 && text.Digit(rest[1]):
		return notNumber("逗号不在千分位上,不知是多少", "小数点用“.”,千分位的逗号可以不写,如 1234.5;只填一个数")
	case rest[0] == '.':
		return notNumber("小数点不止一个,不知是多少", "请核对小数点,只填一个数,如 12.5")
	}
	return notNumber("数后面另有文字", numberOnly)
}

func sum() Reading {
	return notNumber("是算式,不是一个数", "请填算出的结果;怎么算的写在“说明”栏")
}

// isSum reports whether it is an operator with a number behind it.
func isSum(rest string) bool {
	operator, n := utf8.DecodeRuneInString(rest)
	after := strings.TrimLeftFunc(rest[n:], text.Invisible)
	return strings.ContainsRune("+*×xX÷^=", operator) && after != "" && text.Digit(after[0])
}

// misfit refuses a number with a suffix that is no Reading of its unit: another
// unit, or something else.
func misfit(rest, unit string) Reading {
	first, n := utf8.DecodeRuneInString(rest)
	own := strings.HasPrefix(text.Key(rest), text.Key(unit)) && unit != ""
	switch {
	case isSum(rest):
		return sum()
	case strings.ContainsRune("'’‘`·", first) && len(rest) > n && text.Digit(rest[n]):
		return notNumber("数中间有别的符号,不知是多少", "数的中间不加符号,如 1234;只填一个数")
	case strings.Trim(rest, "?") == "":
		return notNumber(notExact, approximate)
	case strings.Trim(rest, marksOfText) == "":
		return notNumber("数后面另有符号", numberOnly)
	case strings.ContainsAny(plainUnits.Replace(rest), digits):
		return notNumber("不止一个数", "只填一个数;其余的写在“说明”栏")
	case own || strings.HasPrefix(rest, "(") || strings.ContainsAny(rest, ",;:") || utf8.RuneCountInString(rest) > longestUnit:
		return notNumber("数后面另有文字", numberOnly)
	}
	r := fault(finding.NumberUnit)
	r.Want = unit
	return r
}

// longestUnit is how many characters a unit of measure has at most, plainUnits are
// those with a digit, marksOfText what may stand behind a number and says nothing.
const (
	longestUnit = 8
	marksOfText = ".,;:?!'\"“”‘’`@#&|_=<>*+^()[]{}\\…·"
)

var plainUnits = strings.NewReplacer("m2", "", "m3", "", "M2", "", "M3", "")

// ranges reports whether what follows a number leads on to another: 至12, %-96%, 人到12人.
func ranges(rest string) bool {
	for _, w := range []string{"-", "~", "至", "到"} {
		if before, after, ok := strings.Cut(rest, w); ok && (before == "" || strings.ContainsAny(after, digits)) {
			return true
		}
	}
	return false
}
