package target

import (
	"strings"
	"unicode/utf8"
)

// class is what kind of unit a number has: it decides what a number beside a
// noun means.
type class uint8

const (
	classNone    class = iota
	classCount         // things: 个, 家, 座; with a noun after it, the number counts the noun
	classAmount        // quantities: 亿元, 万亩, 公里; with a noun after it, mostly a threshold
	classShare         // %, 个百分点, 倍
	classQuality       // what a thing is like: 千伏, 小时, 岁; a target only where it is the end of a statement
)

// magnitudes may be between the number and its unit and belong to the unit:
// 万亩, 亿元, 百万千瓦.
const magnitudes = "十百千万亿"

// unitAt returns the unit a text begins with, magnitude and denominator
// included (万吨/年), and its class; "" where it begins with none.
func (v *vocabulary) unitAt(text string) (string, class) {
	n := 0
	for range 4 {
		if c, k := v.wordAt(text[n:]); k > 0 {
			n += k
			if d := v.denominatorAt(text[n:]); d > 0 {
				n += d
			}
			return text[:n], c
		}
		r, k := utf8.DecodeRuneInString(text[n:])
		if !strings.ContainsRune(magnitudes, r) {
			break
		}
		n += k
	}
	return "", classNone
}

// magnitudeAt returns the magnitude a text begins with.
func magnitudeAt(text string) string {
	return text[:len(text)-len(strings.TrimLeft(text, magnitudes))]
}

// wordAt returns the class of the longest unit a text begins with, and its length.
func (v *vocabulary) wordAt(text string) (class, int) {
	found, length, n := classNone, 0, 0
	for i, r := range text {
		if n++; n > v.longest {
			break
		}
		end := i + utf8.RuneLen(r)
		if c, ok := v.units[strings.ToLower(text[:end])]; ok && !cutLatin(text, end) {
			found, length = c, end
		}
	}
	if times, ok := strings.CutPrefix(text[length:], "次"); ok && found == classCount && !strings.HasSuffix(text[:length], "次") && strings.TrimLeft(times, "干级生数品要新") == times {
		length += len("次") // 500场次, not 2条次干道
	}
	return found, length
}

// cutLatin reports whether a latin word would be cut in two at end: P of PM.
func cutLatin(text string, end int) bool {
	return end < len(text) && isLatin(text[end-1]) && isLatin(text[end])
}

func isLatin(b byte) bool {
	return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9'
}

// denominatorAt returns the length of a denominator: /年, /万人, /平方公里, 每立方米.
func (v *vocabulary) denominatorAt(text string) int {
	n := 0
	for _, per := range []string{"/", "每"} {
		if strings.HasPrefix(text, per) {
			n = len(per)
		}
	}
	if n == 0 {
		return 0
	}
	c, k := v.wordAt(text[n:])
	if k == 0 {
		n += len(magnitudeAt(text[n:]))
		c, k = v.wordAt(text[n:])
	}
	if text[0] == '/' && k == 0 && headLen(text[n:], "月", "日") > 0 {
		k = len("月")
	}
	if k == 0 || text[0] != '/' && c != classAmount {
		return 0
	}
	n += k
	if _, k := v.wordAt(strings.TrimLeft(text[n:], "·")); strings.HasPrefix(text[n:], "·") && k > 0 {
		n += len("·") + k // 吨/月·平方公里
	}
	return n
}
