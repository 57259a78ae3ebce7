package plan

import (
	"regexp"
	"strings"

	"github.com/shopspring/decimal"
	"golang.org/x/text/width"
)

var (
	statedNumber = regexp.MustCompile(`-?[0-9][0-9,]*(?:\.[0-9]+)?`)
	yearWord     = regexp.MustCompile(`[0-9]{4}年`)
)

// Stated finds the number in words such as 7.5左右, 稳定在500万吨左右, [1.3]. Of a
// range the lower number counts; years are passed over.
func Stated(text string) (d decimal.Decimal, ok bool) {
	plain := yearWord.ReplaceAllString(width.Narrow.String(text), "")
	word := strings.ReplaceAll(statedNumber.FindString(plain), ",", "")
	if word == "" || len(word) > 24 {
		return d, false
	}
	d, err := decimal.NewFromString(word)
	return d, err == nil
}

// Goal is the level or rate the indicator is to reach: the adjusted one where
// there is one, else what stands under the target, else what stands under growth.
func (in *Indicator) Goal() (d decimal.Decimal, ok bool) {
	for _, text := range []string{in.Adjusted, in.Target, in.Growth} {
		if d, ok = Stated(text); ok {
			return d, true
		}
	}
	return d, false
}
