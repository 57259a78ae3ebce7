package plan

import (
	"regexp"
	"strings"

	"github.com/shopspring/decimal"

	"tianbao/seeds/text"
)

var (
	statedNumber = regexp.MustCompile(`-?[0-9][0-9,]*(?:\.[0-9]+)?`)
	yearWord     = regexp.MustCompile(`[0-9]{4}年`)
)

// Stated finds the number in words such as 7.5左右, 稳定在500万吨左右, [1.3]. Of a
// range the lower number counts; years are passed over.
func Stated(words string) (d decimal.Decimal, ok bool) {
	plain := yearWord.ReplaceAllString(text.HalfWidth(words), "")
	return text.Decimal(strings.ReplaceAll(statedNumber.FindString(plain), ",", ""))
}

// Goal is the level or rate the indicator is to reach: the adjusted one where
// there is one, else what is under the target, else what is under growth.
func (in *Indicator) Goal() (d decimal.Decimal, ok bool) {
	for _, words := range []string{in.Adjusted, in.Target, in.Growth} {
		if d, ok = Stated(words); ok {
			return d, true
		}
	}
	return d, false
}
