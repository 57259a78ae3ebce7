package workbook_test

import (
	"reflect"
	"testing"

	"tianbao/seeds"
	"tianbao/seeds/trial"
	"tianbao/templates"
	"tianbao/templates/layout"
	"tianbao/templates/sample"
	"tianbao/workbook"
)

func TestCellsComeBackAsTheyWerePacked(t *testing.T) {
	want := []workbook.Cell{
		{Col: layout.Progress, Text: "建成园区2个。", Given: " 建成园区2个。 ", State: workbook.Filled, Preset: true},
		{Col: layout.Actual, Given: "约5家", State: workbook.Faulty, Origin: 300},
		{Col: layout.Data},
		{Col: "a column of no sheet", Text: "5"},
	}
	for i := range want {
		want[i].At.Row, want[i].At.Col = 7<<(7*i), 1+200*i
	}
	cells, i := workbook.Pack(want...), 0
	for c := range cells.All() {
		if c != want[i] {
			t.Errorf("%+v, want %+v", c, want[i])
		}
		i++
	}
	if i != len(want) || cells.Len() != i || workbook.Cells("").Len() != 0 {
		t.Errorf("%d cells", i)
	}
}

// What is kept of a return says of every cell to fill what the return said.
func TestAPackedReturnIsTheReturn(t *testing.T) {
	p, _ := seeds.Plan()
	forms := layout.NewForms(p, 2024, nil)
	for _, name := range []string{"市发展改革委", "市科技局", "谯城区政府"} {
		unit := p.Unit(name)
		if unit == nil {
			t.Fatal(name)
		}
		form := forms.Of(unit)
		data := trial.Got(templates.Build(form, templates.Options{Values: sample.Fill(form, sample.Options{Seed: 3}).Value}))(t)
		_, ret, _ := read(t, data, p)
		got := ret.Pack(form).Unpack(forms)
		if got.Identity != ret.Identity || got.Modified != ret.Modified || len(got.Sheets) != len(ret.Sheets) || !got.Filled() {
			t.Fatalf("%s: %+v", name, got.Identity)
		}
		for i, s := range ret.Sheets {
			if other := got.Sheets[i]; other.Name != s.Name || !reflect.DeepEqual(other.Cols, s.Cols) || !reflect.DeepEqual(other.Headings, s.Headings) || len(other.Rows) != len(s.Rows) {
				t.Errorf("%s %s: %+v", name, s.Name, other)
			}
			for j := range s.Rows {
				a, b := &s.Rows[j], &got.Sheets[i].Rows[j]
				if a.Ref() != b.Ref() || a.R != b.R || a.Cells() != b.Cells() {
					t.Errorf("%s %s %s", name, s.Name, a.Ref())
				}
				for k := range a.Values {
					v, w := &a.Values[k], &b.Values[k]
					if v.Place != w.Place || a.Issued.Modes[k] == layout.Open && (v.Text != w.Text || v.Given != w.Given || v.State != w.State || v.Preset != w.Preset || !v.Number.Equal(w.Number)) {
						t.Errorf("%s %s %s %s: %+v, was %+v", name, s.Name, a.Ref(), s.Form.Columns[k].Key, w, v)
					}
				}
			}
		}
	}
}
