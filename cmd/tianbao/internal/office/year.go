package office

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"tianbao/seeds/plan"
)

// askedYear is the year asked for, held against the plan's period; 0 where none is.
func (j *Job) askedYear(p *plan.Plan) (int, error) {
	if j.Year != 0 && !p.Period.Holds(j.Year) {
		return 0, Usage(fmt.Sprintf("用 --year 写明年份,例如 --year %d。", p.Period.Last), "%d 年不在规划期 %d—%d 年内。", j.Year, p.Period.First, p.Period.Last)
	}
	return j.Year, nil
}

// nextYear is the year to report on where no return says so: the one after the newest
// summary of the folder, else the past calendar year, brought into the plan's period.
// why says which.
func (j *Job) nextYear(p *plan.Plan) (year int, why string) {
	year, why = j.Now.Year()-1, "上一个自然年"
	if newest := j.newestSummary(); newest != 0 {
		year, why = newest+1, SummaryName(newest)+"的下一年"
	}
	if within := min(max(year, p.Period.First), p.Period.Last); within != year {
		year, why = within, fmt.Sprintf("规划期为 %d—%d 年", p.Period.First, p.Period.Last)
	}
	return year, why
}

// newestSummary is the year of the newest summary of the folder, by its name; 0 where
// there is none.
func (j *Job) newestSummary() int {
	entries, err := os.ReadDir(filepath.Join(".", j.Dir))
	if err != nil {
		return 0 // what cannot be listed cannot be read either; whoever reads it says so
	}
	var years []int
	for _, e := range entries {
		digits, _, _ := strings.Cut(e.Name(), "年")
		if year, err := strconv.Atoi(digits); err == nil && e.Name() == SummaryName(year) && !e.IsDir() {
			years = append(years, year)
		}
	}
	if len(years) == 0 {
		return 0
	}
	return slices.Max(years)
}

// sayYear tells which year was found.
func (j *Job) sayYear(year int, why string) {
	if j.Year == 0 {
		j.say("填报年份:%d 年(%s;别的年份用 --year 写明)", year, why)
	}
}
