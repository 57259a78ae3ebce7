package workbook_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"tianbao/seeds/finding"
	"tianbao/seeds/trial"
	"tianbao/templates/layout"
	"tianbao/workbook"
	"tianbao/workbook/ooxml"
)

// scripted is a workbook opened, edited and saved by openpyxl.
func scripted(t *testing.T, data []byte, edit string) []byte {
	t.Helper()
	trial.OnlyLong(t, "starts openpyxl")
	python := trial.Python(t, "openpyxl")
	path := filepath.Join(t.TempDir(), "a.xlsx")
	must(t, os.WriteFile(path, data, 0o644))
	script := "import sys, openpyxl\nwb = openpyxl.load_workbook(sys.argv[1])\n" + edit + "\nwb.save(sys.argv[1])\n"
	out, err := exec.Command(python, "-c", script, path).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return trial.Got(os.ReadFile(path))(t)
}

func TestAWorkbookSavedByLibreOfficeReadsTheSame(t *testing.T) {
	s := newSpecimen(t)
	_, ret, found := read(t, trial.Converted(t, s.data, "xlsx"), s.plan)
	same(t, s.more(found), nil)
	sameValues(t, s.ret, ret)
}

func TestAWorkbookSavedByOpenpyxlReadsTheSame(t *testing.T) {
	s := newSpecimen(t)
	_, ret, found := read(t, scripted(t, s.data, ""), s.plan)
	same(t, s.more(found), nil)
	sameValues(t, s.ret, ret)
}

// sameValues compares what was taken from two returns, cell by cell.
func sameValues(t *testing.T, want, got *workbook.Return) {
	t.Helper()
	for _, s := range want.Sheets {
		other := got.Sheet(s.Form.Key)
		for i := range s.Rows {
			a, b := &s.Rows[i], other.Row(s.Rows[i].Ref())
			for j := range a.Values {
				v, w := &a.Values[j], &b.Values[j]
				if a.Issued.Modes[j] == layout.Open && (v.Text != w.Text || v.State != w.State) {
					t.Errorf("%s %s: %q, was %q", s.Name, v.Place.Cell(), w.Text, v.Text)
				}
			}
		}
	}
}

func TestRowsCopiedIntoANewWorkbookAreStillRead(t *testing.T) {
	s := newSpecimen(t)
	const copyVisible = `
new = openpyxl.Workbook()
new.remove(new.active)
for ws in wb.worksheets:
    if ws.sheet_state == "visible":
        to = new.create_sheet(ws.title)
        for row in ws.iter_rows():
            for c in row:
                if c.value is not None and c.data_type != "f":
                    to.cell(c.row, c.column, c.value)
wb = new`
	id, ret, found := read(t, scripted(t, s.data, copyVisible), s.plan)
	if ret == nil || id.Unit.Name != specimenUnit {
		t.Fatal(found)
	}
	same(t, s.more(found), []string{"warning stamp-missing", "warning stamp-missing", "note outside-cell 填报说明!E17"})
	sameDates := slices.ContainsFunc(found, func(f finding.Finding) bool { return f.Code == finding.DateFormat })
	if sameDates {
		t.Error(found)
	}
	sameValues(t, s.ret, ret)
}

func TestEditsInLibreOfficeOfWhatOpenpyxlSavedAreFound(t *testing.T) {
	s := newSpecimen(t)
	edit := `
ws = wb["量化目标"]
ws["` + s.at(layout.Targets, "7-1", layout.Total) + `"] = "约95"
ws["` + s.at(layout.Targets, "7-2", layout.Total) + `"] = "1,234"
ws["` + s.at(layout.Targets, "9-1", layout.Total) + `"] = "=2+3"
wb["牵头任务"]["` + s.at(layout.Lead, "7", layout.Status) + `"] = "进行中"`
	_, ret, found := read(t, trial.Converted(t, scripted(t, s.data, edit), "xlsx"), s.plan)
	same(t, s.more(found), []string{
		"error option-off-list 牵头任务!" + s.at(layout.Lead, "7", layout.Status) + " 7",
		"error number-format 量化目标!" + s.at(layout.Targets, "7-1", layout.Total) + " 7-1",
		"note magnitude 量化目标!" + s.at(layout.Targets, "7-2", layout.Total) + " 7-2",
		"note number-read 量化目标!" + s.at(layout.Targets, "7-2", layout.Total) + " 7-2",
		"note formula-read 量化目标!" + s.at(layout.Targets, "9-1", layout.Total) + " 9-1",
	})
	if v := ret.Sheet(layout.Targets).Row("9-1").Value(layout.Total); v.Text != "5" {
		t.Errorf("%+v", v)
	}
}

func TestSortedRowsAreFoundByTheirRef(t *testing.T) {
	s := newSpecimen(t)
	book, _ := ooxml.Read(s.data, ooxml.DefaultLimits())
	g := book.Sheet("牵头任务")
	first, last := 4, len(g.Rows)-1
	for ; first < last; first, last = first+1, last-1 {
		g.Rows[first].Cells, g.Rows[last].Cells = g.Rows[last].Cells, g.Rows[first].Cells
	}
	id, _ := workbook.Identify(book, s.plan, 0, "")
	ret, found := workbook.Decode(book, id, s.form)
	if len(found) != 0 {
		t.Error(found)
	}
	sameValues(t, s.ret, ret)
}
