package page

import (
	"fmt"
	"strings"

	"tianbao/consolidate"
	"tianbao/consolidate/report"
	"tianbao/seeds/text"
	"tianbao/templates/layout"
)

// Dispute is a value that somebody has to decide, or has decided.
type Dispute struct {
	*consolidate.Conflict
	Subject      string // sheet, 编号, words of the row, heading
	Value, Basis string // 核定值, 核定依据: as ruled, or as just typed
	Fault        string // why what was typed is not taken
}

// disputes are the values of a summary that somebody has to decide, or has decided.
func disputes(s *consolidate.Summary) []Dispute {
	var list []Dispute
	for _, c := range s.Disputes() {
		d := Dispute{Conflict: c, Subject: subject(s, c)}
		if c.Ruling != nil {
			d.Value, d.Basis = c.Ruling.Value, c.Ruling.Basis
		}
		list = append(list, d)
	}
	return list
}

// subject says what a conflict is about.
func subject(s *consolidate.Summary, c *consolidate.Conflict) string {
	return strings.Join([]string{layout.SheetOf(c.Sheet).Name, c.Ref, report.SubjectOf(s.Plan, c.Sheet, c.Ref), c.Heading(s.Plan)}, " ")
}

// Indicator is an indicator with its years.
type Indicator struct {
	*consolidate.IndicatorLine
	Goal  string
	Years []YearText
	Line  *Line // nil where there is nothing to draw
}

// YearText is the value of one year, as it is shown.
type YearText struct {
	Year int
	Text string
}

// indicators are the indicators of a summary with their years.
func indicators(s *consolidate.Summary) []Indicator {
	var list []Indicator
	for _, l := range s.Indicators {
		in := Indicator{IndicatorLine: l, Goal: report.GoalText(l)}
		if l.Target == "" || l.Target == "-" {
			in.Goal = l.Growth
		}
		var marks []Mark
		words := l.Label() + ":" // what the drawing shows
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
			words += fmt.Sprintf("%d年 %s,", y.Year, n.Decimal)
		}
		period := s.Plan.Period
		in.Line = draw(period.Base, period.Last, marks, way(l, period.Base, period.Last), strings.TrimSuffix(words, ","))
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

// Line is the years of an indicator as a small drawing: what was reported, and the
// straight way from the base to the target, both in the coordinates of the drawing.
type Line struct {
	Width, Height int
	Points        string // of what was reported
	Dots          []Dot
	Path          string // of the way to the target, "" where there is none
	Words         string // what the drawing shows, for those who do not see it
}

// Dot is one reported year.
type Dot struct {
	X, Y string
	Last bool
}

// Mark is a value of a year.
type Mark struct {
	Year  int
	Value float64
}

const (
	lineWidth  = 160
	lineHeight = 36
	lineEdge   = 5
)

// draw makes the drawing of the marks between two years; way is base and target,
// nil where they are not known. Nothing can be drawn of fewer than two years.
func draw(first, last int, marks, way []Mark, words string) *Line {
	if len(marks) < 2 || last <= first {
		return nil
	}
	low, high := marks[0].Value, marks[0].Value
	for _, list := range [][]Mark{marks, way} {
		for _, m := range list {
			low, high = min(low, m.Value), max(high, m.Value)
		}
	}
	if high == low {
		low, high = low-1, high+1
	}
	at := func(m Mark) (x, y string) {
		return place(float64(m.Year-first)/float64(last-first), lineWidth), place((high-m.Value)/(high-low), lineHeight)
	}
	l := &Line{Width: lineWidth, Height: lineHeight, Words: words}
	points := make([]string, len(marks))
	for i, m := range marks {
		x, y := at(m)
		points[i] = x + "," + y
		l.Dots = append(l.Dots, Dot{x, y, i == len(marks)-1})
	}
	l.Points = strings.Join(points, " ")
	for _, m := range way {
		x, y := at(m)
		l.Path += x + "," + y + " "
	}
	l.Path = strings.TrimSpace(l.Path)
	return l
}

// place is a share of an edge in the coordinates of the drawing.
func place(share float64, edge int) string {
	return fmt.Sprintf("%.1f", lineEdge+share*float64(edge-2*lineEdge))
}
