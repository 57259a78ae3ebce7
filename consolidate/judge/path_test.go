package judge

import (
	"testing"

	"tianbao/seeds/plan"
)

func TestThePathIsInTheMeasureOfTheYearsFigure(t *testing.T) {
	for _, c := range []struct {
		name  string
		in    plan.Indicator
		year  int
		facts Facts
		path  string
	}{
		{"a rate against the target's rate", gdp, 2024, Facts{Values: series(2021, "6.9 3.4 6.2 6.1")}, "7.5"},
		{"a level against its line", hightech, 2024, Facts{Base: num("185"), Values: series(2024, "318")}, "325"},
		{"above the province: the province's rate of the year", research, 2023, Facts{Values: series(2021, "12 10 9"), Province: series(2021, "11 10.5 9.4")}, "9.4"},
		{"the province's average: the ratio of it that is wanted", patents, 2024, Facts{Base: num("5.0"), ProvinceBase: num("8.8"), Values: series(2024, "9.1"), Province: series(2024, "12.5")}, "11.425"},
		{"the province's average reached: the average", patents, 2024, Facts{Values: series(2024, "12.5"), Province: series(2024, "12.5")}, "12.5"},
		{"a rise: base and rise together", lifespan, 2024, Facts{Base: num("76.7"), Values: series(2024, "77.9")}, "77.74"},
		{"a reduction: that of one year", intensity, 2024, Facts{Assigned: series(2021, "14 14 14 14"), Values: series(2021, "3.0 3.5 2.5 2.8")}, "2.97"},
		{"no base ratio: no path", patents, 2024, Facts{Base: num("5.0"), Values: series(2024, "9.1"), Province: series(2024, "12.5")}, ""},
	} {
		j, _ := frame(c.year).Indicator(&c.in, c.facts)
		path := ""
		if p := j.Path(); p.Valid {
			path = p.Decimal.String()
		}
		if path != c.path {
			t.Errorf("%s: %s, want %s (%s)", c.name, path, c.path, j.Basis)
		}
	}
}
