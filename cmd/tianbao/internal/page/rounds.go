package page

import (
	"fmt"
	"strings"

	"tianbao/seeds/finding"
	"tianbao/templates/layout"
	"tianbao/workbook"
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

// differences are the cells in which the copies of a unit differ from the one that
// counts.
func differences(u *intake.UnitResult) []Difference {
	var list []Difference
	for i := range u.Rows {
		row := &u.Rows[i]
		for c := range row.Values {
			if d, differs := difference(row, c); differs {
				if len(list) == mostChanges {
					return list
				}
				list = append(list, d)
			}
		}
	}
	return list
}

func difference(row *intake.Resolved, c int) (d Difference, differs bool) {
	if row.Issued.Modes[c] != layout.Open {
		return d, false
	}
	col := row.Sheet.Form.Columns[c].Key
	words := []string{row.Sheet.Name, row.Ref(), row.Sheet.Heading(col)}
	d.Subject = strings.TrimSpace(strings.Join(words, " "))
	d.Values = []Said{said(row.File, &row.Values[c], true)}
	for k := range row.Rivals {
		other := &row.Rivals[k]
		one := said(other.File, &other.Values[c], false)
		differs = differs || one.Text != d.Values[0].Text
		d.Values = append(d.Values, one)
	}
	return d, differs
}

// said is what a copy says in a cell: as it was taken, or as it stands where it could
// not be.
func said(f *intake.File, v *workbook.Value, counts bool) Said {
	text := v.Text
	switch {
	case v.State == workbook.Blank:
		text = "(空)"
	case text == "":
		text = v.Given
	}
	return Said{From: finding.OneLine(f.Path), Text: text, Counts: counts}
}
