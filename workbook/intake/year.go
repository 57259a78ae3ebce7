package intake

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"tianbao/seeds/finding"
	"tianbao/workbook"
)

// YearCount is how many returns state a year.
type YearCount struct{ Year, Returns int }

// MixedYears says that the returns do not agree on the year they report on; most
// returns first.
type MixedYears []YearCount

func (m MixedYears) Error() string {
	parts := make([]string, len(m))
	for i, y := range m {
		parts[i] = fmt.Sprintf("%d 年的 %d 份", y.Year, y.Returns)
	}
	return "交回来的表不是同一年度的:" + strings.Join(parts, ",") + "。"
}

// ByYear lists how many returns state a year, most first.
func ByYear(counts map[int]int) MixedYears {
	var years MixedYears
	for year, n := range counts {
		years = append(years, YearCount{year, n})
	}
	slices.SortFunc(years, func(a, b YearCount) int {
		return cmp.Or(cmp.Compare(b.Returns, a.Returns), cmp.Compare(b.Year, a.Year))
	})
	return years
}

// Those of another year are strays, and not another year's work, where they are fewer
// than strays and less than one in strayShare.
const (
	strays     = 5
	strayShare = 5
)

// settleYear finds the year that all returns state but a few, which are then of the
// wrong year.
func settleYear(files []*File, opt Options) (int, error) {
	counts := map[int]int{}
	all := 0
	for _, f := range files {
		if f.states(opt) {
			counts[f.Identity.Year]++
			all++
		}
	}
	if all == 0 {
		return opt.Otherwise, nil
	}
	years := ByYear(counts)
	others := all - years[0].Returns
	if others >= strays || others*strayShare >= all && others > 0 {
		return 0, years
	}
	for _, f := range files {
		if year := years[0].Year; f.states(opt) && f.Identity.Year != year {
			f.Outcome, f.packed, f.sketch, f.Findings = Refused, nil, sketch{}, nil
			f.Findings.Add(finding.WrongYear, workbook.OtherYear(f.Identity.Year, year)...)
		}
	}
	return years[0].Year, nil
}

// states reports whether a file is of the plan and says of which of its years.
func (f *File) states(opt Options) bool {
	return f.sketch.output == "" && f.Identity.PlanID == opt.Plan.ID && opt.Plan.Period.Holds(f.Identity.Year)
}
