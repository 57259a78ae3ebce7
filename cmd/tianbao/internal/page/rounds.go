package page

import (
	"fmt"
	"slices"
	"strings"

	"tianbao/consolidate"
	"tianbao/seeds/finding"
	"tianbao/workbook/intake"
)

// Since is what became of the findings of the round before.
type Since struct {
	Round            string // which round is compared with which
	Gone, Still, New []string
}

// since compares what is wrong in a unit's newest copy with what was in the one of the
// round before; nil where there is none.
func since(u *intake.UnitResult) *Since {
	now, before := rounds(u)
	if before == nil {
		return nil
	}
	s := &Since{Round: fmt.Sprintf("第 %d 版比第 %d 版", now.Identity.Revision, before.Identity.Revision)}
	was, is := asked(before), asked(now)
	for _, a := range was {
		if slices.ContainsFunc(is, a.same) {
			s.Still = append(s.Still, a.words)
		} else {
			s.Gone = append(s.Gone, a.words)
		}
	}
	for _, a := range is {
		if !slices.ContainsFunc(was, a.same) {
			s.New = append(s.New, a.words)
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
type ask struct {
	of    finding.Finding // code, sheet, row and column
	words string
}

func (a ask) same(b ask) bool { return a.of == b.of }

func asked(f *intake.File) []ask {
	var list []ask
	for i := range f.Found {
		if g := &f.Found[i]; g.Severity >= finding.Warning {
			list = append(list, ask{finding.Finding{Code: g.Code, Place: finding.Place{Sheet: g.Place.Sheet}, Ref: g.Ref, Column: g.Column},
				strings.TrimSpace(strings.Join([]string{g.Place.Sheet, g.Ref, g.Column}, " ")) + ":" + g.Message})
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

// Difference is a cell in which the copies of a unit differ.
type Difference struct {
	Subject string // sheet, 编号 and heading
	Values  []Said
}

// Said is what one copy or one unit says.
type Said struct {
	From   string
	Text   string
	Counts bool
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
