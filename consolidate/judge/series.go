package judge

import (
	"maps"
	"strconv"

	"tianbao/seeds/text"
	"tianbao/templates/layout"

	"github.com/shopspring/decimal"
)

// Value is what is known of one year.
type Value struct {
	Number decimal.NullDecimal
	State  string // 数据状态, or NotApplicable; "" where none was given
}

// The states of a year that decide whether and how its value counts.
const (
	Pending       = layout.DataPending
	Absent        = layout.DataNone
	Apart         = layout.Separate
	Estimate      = layout.DataEstimate
	NotApplicable = layout.NA
)

// published reports whether a number may be judged by.
func (v Value) published() bool { return v.Number.Valid && !v.withheld() }

// withheld reports whether it is a state that leaves the year without a value.
func (v Value) withheld() bool {
	switch v.State {
	case Pending, Absent, Apart, NotApplicable:
		return true
	}
	return false
}

// Series is values by year. It is looked up, never walked.
type Series map[int]Value

// dataYear returns the year to judge by: the report year, or the last published
// one where the report year's value is not out yet. The reason says why there is
// none.
func (f Frame) dataYear(s Series) (year int, reason string) {
	v := s[f.Year]
	switch {
	case v.published():
		return f.Year, ""
	case v.withheld() && v.State != Pending:
		return 0, v.State
	case v.State != Pending:
		return 0, "缺" + text.Year(f.Year) + "数据"
	}
	for y := f.Year - 1; y >= f.Period.First; y-- {
		if s[y].published() {
			return y, ""
		}
	}
	return 0, text.Year(f.Year) + Pending
}

// between returns the published numbers of the years from first to last with their
// years, and the years that lack one. A year to which the value does not apply is
// neither.
func (s Series) between(first, last int) (numbers []decimal.Decimal, years, missing []int) {
	for y := first; y <= last; y++ {
		switch v := s[y]; {
		case v.published():
			numbers, years = append(numbers, v.Number.Decimal), append(years, y)
		case v.State != NotApplicable:
			missing = append(missing, y)
		}
	}
	return numbers, years, missing
}

// firstPublished returns the first year of the period with a value, 0 where none.
func (f Frame) firstPublished(s Series) int {
	for y := f.Period.First; y <= f.Period.Last; y++ {
		if s[y].published() {
			return y
		}
	}
	return 0
}

// enough reports whether a mean may be taken of so many years, others missing, and
// the note that says so.
func enough(years, missing []int) (note, reason string, ok bool) {
	switch {
	case len(years) == 0 && len(missing) == 0:
		return "", "没有可用的数据", false
	case len(missing) == 0:
		return "", "", true
	case len(years) < len(missing):
		return "", "缺" + yearsText(missing) + "数据", false
	}
	return "缺" + yearsText(missing) + ",按其余" + strconv.Itoa(len(years)) + "年", "", true
}

// or returns the series with the other's value where it has none.
func (s Series) or(other Series) Series {
	out := make(Series, len(s)+len(other))
	maps.Copy(out, other)
	for y, v := range s {
		if v.Number.Valid || !out[y].Number.Valid {
			out[y] = v
		}
	}
	return out
}
