package office

import (
	"fmt"

	"tianbao/seeds/plan"
)

// reportYear is the year asked for, else the past calendar year; it lies within
// the plan's period.
func (j *Job) reportYear(p *plan.Plan) (int, error) {
	year := j.Year
	if year == 0 {
		year = j.Now.Year() - 1
		j.say("填报年份:%d 年(上一个自然年;别的年份用 --year 写明)", year)
	}
	if !p.Period.Holds(year) {
		return 0, Usage(fmt.Sprintf("用 --year 写明年份,例如 --year %d。", p.Period.Last), "%d 年不在规划期 %d—%d 年内。", year, p.Period.First, p.Period.Last)
	}
	return year, nil
}

// planAndYear is the plan a job works with and the year it reports on.
func (j *Job) planAndYear() (*plan.Plan, int, error) {
	p, err := j.openPlan()
	if err != nil {
		return nil, 0, err
	}
	year, err := j.reportYear(p)
	return p, year, err
}
