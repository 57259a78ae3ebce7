package reading

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"tianbao/seeds/text"
)

// mark is the kind of number a paragraph begins with, highest level first.
type mark uint8

const (
	markNone      mark = iota
	markVolume         // 第一部分, 第一篇
	markPart           // 第一章
	markArticle        // 第一节
	markHan            // 一、
	markHanParen       // (一)
	markArabic         // 1.
	markDecimal2       // 1.1
	markDecimal3       // 1.1.1
	markDecimal4       // 1.1.1.1
	markParen          // (1)
	markHalfParen      // 1)
	markCircled        // ①
	markBox            // 专栏1, where it says who is responsible
)

const hanDigits = "〇零一二三四五六七八九十百"

var marks = []struct {
	kind mark
	re   *regexp.Regexp
}{
	{markVolume, regexp.MustCompile(`^第\s*([` + hanDigits + `]+|[0-9]+)\s*(?:部分|篇|编)[、.:]?\s*`)},
	{markPart, regexp.MustCompile(`^第\s*([` + hanDigits + `]+|[0-9]+)\s*章[、.:]?\s*`)},
	{markArticle, regexp.MustCompile(`^第\s*([` + hanDigits + `]+|[0-9]+)\s*节[、.:]?\s*`)},
	{markHan, regexp.MustCompile(`^([` + hanDigits + `]+)\s*[、.,]\s*`)},
	{markHanParen, regexp.MustCompile(`^\(\s*([` + hanDigits + `]+)\s*\)\s*[、.]?\s*`)},
	{markArabic, regexp.MustCompile(`^([0-9]{1,4})\s*[.、。]\s*`)},
	{markArabic, regexp.MustCompile(`^(0[1-9])\s+`)},
	{markArabic, regexp.MustCompile(`^(?:任务|事项|行动|工程|举措|措施)\s*([0-9]{1,3}|[` + hanDigits + `]{1,3})(?:\s*[:、.]|\s)\s*`)},
	{markArabic, regexp.MustCompile(`^第\s*([` + hanDigits + `]{1,3}|[0-9]{1,3})\s*条(?:[、.:]\s*|\s+)`)},
	{markParen, regexp.MustCompile(`^\(\s*([0-9]{1,3})\s*\)\s*[、.]?\s*`)},
	{markHalfParen, regexp.MustCompile(`^([0-9]{1,3})\s*\)\s*[、.]?\s*`)},
	{markBox, regexp.MustCompile(`^专栏\s*([0-9]{1,2}|[` + hanDigits + `]{1,3})\s*[:、.]?\s*`)},
	{markCircled, regexp.MustCompile(`^([①-⑳⑴-⒇⒈-⒛㉑-㉟])\s*[、.]?\s*`)},
}

// splitMark parts a paragraph into the number it begins with and the rest.
// A decimal number (7.5左右) or a date (2021.8) is no mark.
func splitMark(words string) (kind mark, no int, rest string) {
	folded := text.HalfWidth(words)
	if number := decimalMark(folded); number != "" {
		parts := strings.Split(number, ".")
		return markDecimal2 + mark(len(parts)-2), text.Numeral(parts[len(parts)-1]),
			strings.TrimLeft(dropRunes(words, len(number)), " 、.\u3000\uff0e")
	}
	for _, m := range marks {
		loc := m.re.FindStringSubmatchIndex(folded)
		if loc == nil {
			continue
		}
		// 2. 500万元 and 2、5G are numbered, 2.5万元 is not.
		if m.kind == markArabic && text.BeginsIn(folded[loc[1]:], "0123456789") && !startsWithDate(folded[loc[1]:]) &&
			(!strings.Contains(folded[loc[3]:loc[1]], "、") && !text.EndsIn(folded[:loc[1]], " \t") || loc[3] > 3) {
			return markNone, 0, words
		}
		kind, no = circledStyle(m.kind, folded[loc[2]:loc[3]])
		if no == 0 {
			return markNone, 0, words
		}
		return kind, no, dropRunes(words, utf8.RuneCountInString(folded[:loc[1]]))
	}
	return markNone, 0, words
}

// startsWithDate: 9.2023年底前 is the ninth task, no decimal, and so is 9.4月底前.
func startsWithDate(words string) bool {
	c := text.Cursor{Rest: words}
	return c.Year() != "" && c.Word("年") != "" || c.Month() != ""
}

// dropRunes returns s without its first n characters.
func dropRunes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[i:]
		}
		n--
	}
	return ""
}

// circledStyle reads the number, and tells ⑴ and ⒈, which are (1) and 1. in one
// character, from ①.
func circledStyle(kind mark, digits string) (mark, int) {
	if kind != markCircled {
		return kind, text.Numeral(digits)
	}
	switch r := []rune(digits)[0]; {
	case r >= '①' && r <= '⑳':
		return markCircled, int(r-'①') + 1
	case r >= '⑴' && r <= '⒇':
		return markParen, int(r-'⑴') + 1
	case r >= '⒈' && r <= '⒛':
		return markArabic, int(r-'⒈') + 1
	default:
		return markCircled, int(r-'㉑') + 21
	}
}
