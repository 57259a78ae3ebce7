package consolidate

import (
	"github.com/shopspring/decimal"

	"tianbao/consolidate/judge"
	"tianbao/consolidate/store"
	"tianbao/templates/layout"
)

// Point is a year of an indicator's course.
type Point struct {
	Year   int
	Actual decimal.NullDecimal // what was reported
	Path   decimal.NullDecimal // what the year's own figure is to be, by the rule of its kind
}

// Course is an indicator over the years of the plan, from the base where it is known:
// what was reached, and what each year asks for.
func (s *Summary) Course(l *IndicatorLine) []Point {
	var points []Point
	if l.Base.Number.Valid {
		points = append(points, Point{Year: s.Plan.Period.Base, Actual: l.Base.Number, Path: l.Base.Number})
	}
	for year := s.Plan.Period.First; year <= s.Plan.Period.Last; year++ {
		p := Point{Year: year, Path: s.pathAt(l, year)}
		for _, y := range l.Years {
			if y.Year == year && y.Value.State != judge.Pending && y.Value.State != judge.Absent {
				p.Actual = y.Value.Number
			}
		}
		points = append(points, p)
	}
	return points
}

// pathAt is what the rule of the indicator asks for in a year: what it would be held
// against, were the base, else the last known value, still to hold then.
func (s *Summary) pathAt(l *IndicatorLine, year int) decimal.NullDecimal {
	facts := factsOf(l)
	held := l.Base.Number
	if !held.Valid {
		for _, y := range l.Years {
			if y.Value.Number.Valid {
				held = y.Value.Number
			}
		}
	}
	for y := s.Plan.Period.First; y <= year; y++ {
		if held == l.Base.Number && y == year || !facts.Values[y].Number.Valid {
			facts.Values[y] = judge.Value{Number: held, State: layout.DataFinal}
		}
	}
	verdict, _ := judge.FrameOf(s.Plan, year).Indicator(l.Indicator, facts)
	return verdict.Path()
}

// factsOf is what an indicator is judged by.
func factsOf(l *IndicatorLine) judge.Facts {
	facts := judge.Facts{Base: l.Base.Number, ProvinceBase: store.Number(l.ProvinceBase),
		Values: judge.Series{}, Growth: judge.Series{}, Province: judge.Series{}, Assigned: judge.Series{}}
	for _, y := range l.Years {
		facts.Values[y.Year], facts.Growth[y.Year], facts.Province[y.Year], facts.Assigned[y.Year] = y.Value, y.Each, y.Province, y.Assigned
	}
	return facts
}
