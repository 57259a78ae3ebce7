package text

import (
	"strconv"
	"strings"
)

// Numeral reads a whole number in digits or in Chinese numerals up to hundreds, 12
// or 十二; 0 where it is none.
func Numeral(s string) int {
	if n, err := strconv.Atoi(s); err == nil {
		return n
	}
	total, digit := 0, 0
	for _, r := range s {
		switch r {
		case '十':
			total, digit = total+max(digit, 1)*10, 0
		case '百':
			total, digit = total+max(digit, 1)*100, 0
		case '零', '〇':
		default:
			digit = strings.IndexRune("一二三四五六七八九", r)/len("一") + 1
		}
	}
	return total + digit
}
