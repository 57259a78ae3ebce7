package target

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"
)

var (
	// boxedNumber is a number in the brackets that mark a sum of years: 〔13.5〕%.
	boxedNumber = regexp.MustCompile(`^[(\[](\d+(?:\.\d+)?)[)\]]`)
	shareLast   = regexp.MustCompile(`(?:占比|比重|比例|比值|之比|率)$`)
)

// boxedAt reads a number in brackets whose unit stands right behind them. The
// year of a document number, 〔2021〕12号, has none.
func (s *script) boxedAt(i, next int) (*figure, int) {
	m := boxedNumber.FindStringSubmatch(s.folded[i:])
	written, _ := utf8.DecodeRuneInString(s.text[s.at[i]:])
	if m == nil || !strings.ContainsRune("[［〔【〖", written) {
		return nil, next
	}
	end := i + len(m[0])
	if unit, _ := unitAt(s.folded[end:]); unit == "" || s.quoted(end) {
		return nil, next
	}
	number := parseNumber(m[1])
	return s.withUnit(&figure{from: i, min: number, max: number, boxed: true}, end)
}

// halfAt reads 过半 behind the name of a share; 任务过半 states no number.
func (s *script) halfAt(i, next int) (*figure, int) {
	to := i + len("过半")
	to += len(s.folded[to:]) - len(strings.TrimPrefix(s.folded[to:], "数"))
	i = len(strings.TrimSuffix(s.folded[:i], "超")) // 超过半数
	if !shareLast.MatchString(s.folded[:i]) || !s.stopsAt(to) {
		return nil, next
	}
	half := decimal.NewFromInt(50)
	return &figure{from: i, to: to, min: half, max: half, unit: "%", class: classShare, before: opAbove}, to
}
