package workbook

import (
	"strings"

	"tianbao/templates/layout"
)

// Keep copies what a return holds out of the memory of the file it was read from,
// so that keeping the return does not keep the file: the cells to fill, headings
// and names. What locked cells hold has been held against what was issued and is
// let go.
func (r *Return) Keep() {
	r.Modified = strings.Clone(r.Modified)
	for _, s := range r.Sheets {
		s.Name = strings.Clone(s.Name)
		for i := range s.Headings {
			s.Headings[i] = strings.Clone(s.Headings[i])
		}
		for i := range s.Rows {
			s.Rows[i].keep(s.Name)
		}
	}
}

func (r *Row) keep(tab string) {
	for i := range r.Values {
		v := &r.Values[i]
		v.Place.Sheet = tab
		if r.Issued.Modes[i] != layout.Open {
			v.Given, v.Text = "", ""
			continue
		}
		same := v.Given == v.Text
		v.Given = strings.Clone(v.Given)
		if same {
			v.Text = v.Given
		} else {
			v.Text = strings.Clone(v.Text)
		}
	}
}
