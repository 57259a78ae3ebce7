package page

import (
	"fmt"
	"strconv"
	"strings"

	"tianbao/consolidate"
	"tianbao/consolidate/judge"
	"tianbao/consolidate/report"
	"tianbao/seeds/text"
	"tianbao/templates/layout"
)

// disputes are the values of a summary that somebody has to decide, or has decided.
func disputes(s *consolidate.Summary) []Dispute {
	var list []Dispute
	for _, c := range s.Conflicts {
		if !c.Kind.Undecided() {
			continue
		}
		d := Dispute{Key: c.RulingKey(), Kind: string(c.Kind), Subject: subject(s, c), Open: c.Ruling == nil, Options: choices(c)}
		for _, o := range c.Options {
			d.Said = append(d.Said, Said{From: o.Unit, Text: o.Shown()})
		}
		if c.Ruling != nil {
			d.Value, d.Basis = c.Ruling.Value, c.Ruling.Basis
		}
		list = append(list, d)
	}
	return list
}

// subject says what a conflict is about: sheet, 编号, words of the row, heading.
func subject(s *consolidate.Summary, c *consolidate.Conflict) string {
	return strings.Join([]string{layout.SheetOf(c.Sheet).Name, c.Ref, report.SubjectOf(s.Plan, c.Sheet, c.Ref), c.Heading(s.Plan)}, " ")
}

// choices are the values that a ruling may take, nil where any number or text will do.
func choices(c *consolidate.Conflict) []string {
	sheet := layout.SheetOf(c.Sheet)
	if i := sheet.Index(c.Col); i >= 0 && sheet.Columns[i].Kind == layout.Choice {
		return layout.Options(sheet.Columns[i].List)
	}
	return nil
}

// indicators are the indicators of a summary with their years.
func indicators(s *consolidate.Summary) []Indicator {
	var list []Indicator
	for _, l := range s.Indicators {
		in := Indicator{No: l.No, Name: l.Label(), Target: report.GoalText(l), Verdict: l.Verdict.Words(), Tone: verdictTone(l.Verdict.Verdict), Basis: l.Verdict.Basis}
		if l.Target == "" || l.Target == "-" {
			in.Target = l.Growth
		}
		var marks []Mark
		for _, y := range l.Years {
			n := y.Value.Number
			if !n.Valid {
				n = y.Each.Number
			}
			if !n.Valid {
				continue
			}
			in.Years = append(in.Years, YearText{y.Year, n.Decimal.String()})
			marks = append(marks, Mark{y.Year, n.Decimal.InexactFloat64()})
		}
		period := s.Plan.Period
		in.Line = draw(period.Base, period.Last, marks, way(l, period.Base, period.Last), lineWords(&in))
		list = append(list, in)
	}
	return list
}

// way is base and target of a level; nothing where either is no plain number.
func way(l *consolidate.IndicatorLine, base, last int) []Mark {
	target, plain := text.Decimal(l.Target)
	if !plain || !l.Base.Number.Valid {
		return nil
	}
	return []Mark{{base, l.Base.Number.Decimal.InexactFloat64()}, {last, target.InexactFloat64()}}
}

// lineWords says what the drawing shows.
func lineWords(in *Indicator) string {
	parts := make([]string, len(in.Years))
	for i, y := range in.Years {
		parts[i] = strconv.Itoa(y.Year) + "年 " + y.Text
	}
	return fmt.Sprintf("%s:%s", in.Name, strings.Join(parts, ","))
}

func verdictTone(v judge.Verdict) Tone {
	switch {
	case v.Bad():
		return Bad
	case v == judge.Unknown:
		return Mute
	case v == judge.NearPace || v == judge.NearlyDone:
		return Fair
	}
	return Good
}
