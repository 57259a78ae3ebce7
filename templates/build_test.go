package templates_test

import (
	"bytes"
	"testing"

	"tianbao/seeds"
	"tianbao/seeds/plan"
	"tianbao/seeds/trial"
	"tianbao/templates"
	"tianbao/templates/layout"
	"tianbao/workbook/ooxml"
)

// read opens a workbook as a returned one is opened.
func read(t *testing.T, data []byte) *ooxml.Book {
	t.Helper()
	book, findings := ooxml.Read(data, ooxml.DefaultLimits())
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	return book
}

func build(t *testing.T, f *layout.Form, values templates.Values) []byte {
	t.Helper()
	return trial.Got(templates.Build(f, templates.Options{PlanHash: "abc", Values: values}))(t)
}

// builtIn is the built-in plan.
func builtIn() *plan.Plan {
	p, _ := seeds.Plan()
	return p
}

// texts is a sheet's cells by row and column.
func texts(g *ooxml.Grid) map[[2]int]string {
	cells := map[[2]int]string{}
	for _, r := range g.Rows {
		for _, c := range r.Cells {
			cells[[2]int{r.R, c.Col}] = c.Text
		}
	}
	return cells
}

func TestEveryUnitsWorkbookHoldsItsFormAndNothingElse(t *testing.T) {
	p := builtIn()
	forms, builder := layout.NewForms(p, p.Period.Last-1, nil), templates.NewBuilder()
	for _, u := range trial.Some(p.Reporters(), 5) {
		f := forms.Of(u)
		data := trial.Got(builder.Build(f, templates.Options{}))(t)
		book := read(t, data)
		if len(book.Sheets) != len(f.Sheets)+1 || book.Sheets[0].Name != layout.SheetOf(layout.Cover).Name {
			t.Fatalf("%s: %d sheets", u.Name, len(book.Sheets))
		}
		for _, s := range f.Sheets {
			if !s.Form {
				holdsRows(t, u.Name, s, texts(book.Sheet(s.Name)))
			}
		}
	}
}

// holdsRows checks that a table has the headings and the rows of its form.
func holdsRows(t *testing.T, unit string, s *layout.FormSheet, cells map[[2]int]string) {
	t.Helper()
	head := 1
	for cells[[2]int{head, 1}] != s.Headings[0] {
		if head++; head > 10 {
			t.Fatalf("%s %s: no headings", unit, s.Name)
		}
	}
	row := head
	for i := range s.Rows {
		for row++; cells[[2]int{row, 1}] == ""; row++ {
			if row > head+5*len(s.Rows) {
				t.Fatalf("%s %s: row %s is missing", unit, s.Name, s.Rows[i].Ref)
			}
		}
		for c := range s.Columns {
			got := cells[[2]int{row, c + 1}]
			if i == 0 && cells[[2]int{head, c + 1}] != s.Headings[c] {
				t.Errorf("%s %s: heading %q, want %q", unit, s.Name, cells[[2]int{head, c + 1}], s.Headings[c])
			}
			if s.Columns[c].Role != layout.Check && got != s.Rows[i].Issued[c] {
				t.Errorf("%s %s %s: %q, want %q", unit, s.Name, s.Rows[i].Ref, got, s.Rows[i].Issued[c])
			}
		}
	}
	if cells[[2]int{row + 1, 1}] != "" {
		t.Errorf("%s %s: something stands below the last row", unit, s.Name)
	}
}

func TestTheSameFormGivesTheSameBytes(t *testing.T) {
	p := builtIn()
	used := templates.NewBuilder()
	for i, u := range trial.Some(p.Reporters(), 5) {
		f := layout.NewForms(p, p.Period.Last, nil).Of(u)
		data := trial.Got(used.Build(f, templates.Options{PlanHash: "abc"}))(t)
		if i%5 == 0 && !bytes.Equal(data, build(t, f, nil)) {
			t.Errorf("%s: bytes depend on what was written before", u.Name)
		}
	}
}

func TestAWorkbookIsStampedThreeTimes(t *testing.T) {
	p := builtIn()
	u := p.Reporters()[0]
	f := layout.NewForms(p, 2024, nil).Of(u)
	book := read(t, build(t, f, nil))
	want := layout.Identity{PlanID: p.ID, UnitID: u.ID, Year: 2024, Layout: layout.Version, Revision: 1}

	hidden := book.Sheet(layout.StampSheet)
	if hidden == nil || hidden.State != ooxml.VeryHidden {
		t.Fatal("no very hidden sheet")
	}
	var lines [][]string
	for _, r := range hidden.Rows {
		line := make([]string, r.Cells[len(r.Cells)-1].Col)
		for _, c := range r.Cells {
			line[c.Col-1] = c.Text
		}
		lines = append(lines, line)
	}
	st, err := layout.ParseStamp(lines)
	if err != nil || st.Identity != want || st.PlanHash != "abc" {
		t.Errorf("hidden sheet: %+v, %v", st, err)
	}

	names := map[string]string{}
	for _, n := range book.Names {
		names[n.Name] = n.Text
	}
	if names[layout.NameIdentity] != `"`+want.Code()+`"` || names[layout.NameLayout] != "1" {
		t.Errorf("names: %v", names)
	}

	cover := texts(book.Sheets[0])
	for label, value := range map[string]string{layout.CoverCode: want.Code(), layout.CoverUnit: u.Name, layout.CoverYear: "2024", layout.CoverDeadline: "2025年3月31日"} {
		if got := rightOf(cover, label); got != value {
			t.Errorf("cover %s: %q, want %q", label, got, value)
		}
	}
	for _, g := range book.Sheets {
		if g.State == ooxml.Visible && !bytes.Contains([]byte(g.Footer), []byte(want.Code())) {
			t.Errorf("%s: footer %q lacks the code", g.Name, g.Footer)
		}
	}
}

func rightOf(cells map[[2]int]string, label string) string {
	for at, text := range cells {
		if text == label {
			return cells[[2]int{at[0], at[1] + 1}]
		}
	}
	return ""
}

// A page of A4 across holds 139 characters of the body font at 80 per cent where its
// digits are as wide as those of the fonts that stand in for 宋体: 8 points of 10.
func TestWhatIsPrintedFitsAPageAtALegibleSize(t *testing.T) {
	const page = 139
	for _, s := range layout.Sheets() {
		printed := 0.0
		for _, c := range s.Columns {
			if !c.Beside {
				printed += c.Width
			}
		}
		pages := 1.0
		if s.Key == layout.Indicators {
			pages, printed = 2, printed+s.Columns[0].Width+s.Columns[1].Width
		}
		if !s.Form && printed > page*pages {
			t.Errorf("%s: %g characters wide on paper for %g: make other columns narrower, or keep one beside the paper", s.Name, printed, page*pages)
		}
	}
}

func TestWhatIsFilledInFirstStandsOnTheFirstScreen(t *testing.T) {
	const screen = 160 // characters of 8 pixels beside the row numbers, of 1366 pixels
	for _, s := range layout.Sheets() {
		across, yellow := 0.0, 0
		for i, c := range s.Columns {
			if across += c.Width; across <= screen && c.Role == layout.Fill {
				yellow++
			}
			if c.Role == layout.Check && i != 2 {
				t.Errorf("%s: 自检 is column %d", s.Name, i+1)
			}
		}
		if yellow < 3 {
			t.Errorf("%s: %d columns to fill on the first screen", s.Name, yellow)
		}
	}
}
