package workbook

import "strings"

// own gives a return texts of its own, so that keeping it does not keep the file that
// it was read from. What locked cells hold is what was issued, nearly always, and is
// shared with the form.
func (r *Return) own() {
	r.Modified = strings.Clone(r.Modified)
	for _, s := range r.Sheets {
		s.Name = strings.Clone(s.Name)
		for i := range s.Headings {
			s.Headings[i] = strings.Clone(s.Headings[i])
		}
		for i := range s.Rows {
			s.Rows[i].own(s.Name)
		}
	}
}

func (r *Row) own(tab string) {
	for i := range r.Values {
		v := &r.Values[i]
		v.Place.Sheet = tab
		same := v.Given == v.Text
		if issued := r.Issued.Issued[i]; v.Given == issued {
			v.Given = issued
		} else {
			v.Given = strings.Clone(v.Given)
		}
		if same {
			v.Text = v.Given
		} else {
			v.Text = strings.Clone(v.Text)
		}
	}
}
