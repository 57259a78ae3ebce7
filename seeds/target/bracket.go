package target

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"
)

// boxed is a number in the brackets that mark a sum of years, with its unit or without.
var boxed = regexp.MustCompile(`^[(\[](\d+(?:\.\d+)?)([^\d()\[\]]{0,12})[)\]]`)

// boxedAt reads a number in brackets, whose unit is in them (〔14.5%〕) or right behind them (〔13.5〕%). The
// year of a document number, 〔2021〕12号, has none.
func (s *script) boxedAt(i, next int) (*figure, int) {
	m := boxed.FindStringSubmatch(s.folded[i:])
	written, _ := utf8.DecodeRuneInString(s.text[s.at[i]:])
	if m == nil || !strings.ContainsRune("[［〔【〖", written) {
		return nil, next
	}
	number, end := parseNumber(m[1]), i+len(m[0])
	f := &figure{from: i, min: number, max: number, boxed: true}
	if m[2] != "" {
		if f.unit, f.class = s.words.unitAt(m[2]); f.unit != m[2] || s.quoted(i) {
			return nil, next
		}
		f.to, f.after = s.operatorAfter(end)
		return f, f.to
	}
	if unit, _ := s.words.unitAt(s.folded[end:]); unit == "" || s.quoted(end) {
		return nil, next
	}
	return s.withUnit(f, end)
}

// ofRatio reports whether what stands before a number speaks of a ratio: 之比2.2:1, 学生比为1:2.5.
func (s *script) ofRatio(i int) bool {
	before := strings.TrimRight(s.view(i)[max(0, i-30):i], "为是达约")
	return strings.HasSuffix(before, "比") || s.words.Of("target.share").Tail(before)
}

// halfOf reads 一半以上 and 半数以上 as a share, in doubt.
func (s *script) halfOf(i int) (*figure, int) {
	half := decimal.NewFromInt(50)
	f := &figure{from: i, min: half, max: half, unit: "%", class: classShare, doubt: "写作“" + s.folded[i:i+len("一半")] + "”,已折成百分数,请核对"}
	if f.to, f.after = s.operatorAfter(i + len("一半")); f.after == opNone && !s.words.Of("change").Tail(s.folded[:i]) {
		return nil, f.to
	}
	return f, f.to
}

// halfUnit reads 半 before a unit of time, where the words beside it say that it is one to reach: 压缩至半个工作日.
func (s *script) halfUnit(i, next int) (*figure, int) {
	if strings.HasPrefix(s.folded[i:], "半数") {
		return s.halfOf(i)
	}
	unit, class := s.words.unitAt(s.folded[next:])
	to, after := s.operatorAfter(next + len(unit))
	_, before := s.operatorBefore(i)
	if class != classQuality || before == opNone && after == opNone && !strings.HasSuffix(s.folded[:i], "、") {
		return nil, next
	}
	half := decimal.New(5, -1)
	return &figure{from: i, to: to, min: half, max: half, unit: unit, class: class, after: after}, to
}

// halfAt reads 过半 behind the name of a share; 任务过半 states no number.
func (s *script) halfAt(i, next int) (*figure, int) {
	to := i + len("过半")
	to += len(s.folded[to:]) - len(strings.TrimPrefix(s.folded[to:], "数"))
	i = len(strings.TrimSuffix(s.folded[:i], "超")) // 超过半数
	if !s.words.Of("target.share").Tail(s.folded[:i]) || !s.stopsAt(to) {
		return nil, next
	}
	half := decimal.NewFromInt(50)
	return &figure{from: i, to: to, min: half, max: half, unit: "%", class: classShare, before: opAbove}, to
}
