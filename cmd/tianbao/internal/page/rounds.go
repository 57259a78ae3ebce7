package page

import (
	"fmt"
	"strings"

	"tianbao/consolidate"
	"tianbao/seeds/finding"
	"tianbao/workbook/intake"
)

// since compares what is wrong in a unit's newest copy with what was in the one of the
// round before; nil where there is none.
func since(u *intake.UnitResult) *Since {
	now, before := rounds(u)
	if before == nil {
		return nil
	}
	s := &Since{Round: fmt.Sprintf("第 %d 版比第 %d 版", now.Identity.Revision, before.Identity.Revision)}
	was, is := asked(before), asked(now)
	for _, g := range was {
		if is.has(g.key) {
			s.Still = append(s.Still, g.words)
		} else {
			s.Gone = append(s.Gone, g.words)
		}
	}
	for _, g := range is {
		if !was.has(g.key) {
			s.New = append(s.New, g.words)
		}
	}
	s.Gone, s.Still, s.New = few(s.Gone), few(s.Still), few(s.New)
	return s
}

// rounds are the newest copy of a unit and the newest of an earlier 版次; nil where
// there are not two rounds.
func rounds(u *intake.UnitResult) (now, before *intake.File) {
	for _, f := range u.Files {
		switch {
		case f.Identity.Revision == 0 || f.Outcome == intake.Refused || f.Outcome == intake.Unreadable:
		case now == nil:
			now = f
		case f.Identity.Year == now.Identity.Year && f.Identity.Revision < now.Identity.Revision:
			return now, f
		}
	}
	return nil, nil
}

// ask is a finding that asks something of the unit. Two rounds ask the same where code,
// row and column are the same, wherever the cell has moved.
type ask struct{ key, words string }

type asks []ask

func (list asks) has(key string) bool {
	for _, a := range list {
		if a.key == key {
			return true
		}
	}
	return false
}

func asked(f *intake.File) asks {
	var list asks
	for i := range f.Found {
		if g := &f.Found[i]; g.Severity >= finding.Warning {
			words := strings.TrimSpace(strings.Join([]string{g.Place.Sheet, g.Ref, g.Column}, " ")) + ":" + g.Message
			list = append(list, ask{strings.Join([]string{string(g.Code), g.Place.Sheet, g.Ref, g.Column}, "\x00"), words})
		}
	}
	return list
}

// few keeps the first of a long list and says how many are left out.
func few(list []string) []string {
	if len(list) <= mostChanges {
		return list
	}
	return append(list[:mostChanges:mostChanges], fmt.Sprintf("还有 %d 处", len(list)-mostChanges))
}

// differences are the cells in which the copies of a unit differ, as the summary has
// them.
func differences(s *consolidate.Summary, u *intake.UnitResult) []Difference {
	if s == nil || len(u.Files) < 2 {
		return nil
	}
	names := map[string]string{}
	for _, f := range u.Files {
		names[f.SHA256] = finding.OneLine(f.Path)
	}
	var list []Difference
	for _, c := range s.Conflicts {
		if c.Kind != consolidate.Superseded && c.Kind != consolidate.CopiesDiffer || len(list) == mostChanges {
			continue
		}
		d := Difference{Subject: subject(s, c)}
		for i, o := range c.Options {
			if o.Source != nil && o.UnitID == u.Unit.ID {
				d.Values = append(d.Values, Said{From: names[o.Source.SHA256], Text: o.Shown(), Counts: c.Kind == consolidate.Superseded && i == 0})
			}
		}
		if len(d.Values) > 1 {
			list = append(list, d)
		}
	}
	return list
}
