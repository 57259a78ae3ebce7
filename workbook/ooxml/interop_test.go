package ooxml

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"testing"

	"tianbao/seeds/finding"
	"tianbao/seeds/trial"
)

func TestWhatLibreOfficeSavesIsReadAsExcelizeReadsIt(t *testing.T) {
	data := built(t, everyKind)
	ours, _ := Read(data, DefaultLimits())
	book := agree(t, trial.Converted(t, data, "xlsx"))
	for _, place := range [][2]int{{1, 1}, {1, 2}, {2, 2}, {3, 1}, {4, 1}, {4, 2}, {5, 5}, {7, 1}, {11, 1}, {13, 1}, {16, 1}, {2000, maxCol}} {
		a, b := at(ours.Sheets[0], place[0], place[1]), at(book.Sheets[0], place[0], place[1])
		if a == nil || b == nil || a.Text != b.Text || a.Kind != b.Kind || a.Format != b.Format || a.Locked != b.Locked {
			t.Errorf("%v: before %+v, after %+v", place, a, b)
		}
	}
	g := book.Sheets[0]
	if !g.Protected || !g.Filtered || !reflect.DeepEqual(g.Merges, ours.Sheets[0].Merges) || !reflect.DeepEqual(g.HiddenCols, ours.Sheets[0].HiddenCols) {
		t.Errorf("protected %v, filtered %v, merges %v, hidden %v", g.Protected, g.Filtered, g.Merges, g.HiddenCols)
	}
}

func TestOtherFormatsOfLibreOfficeAreRefusedByName(t *testing.T) {
	data := built(t, small)
	for format, code := range map[string]finding.Code{
		"ods": finding.FileODS, "fods": finding.FileODS, "xls:MS Excel 97": finding.FileXLS, "html": finding.FileHTML,
		"csv": finding.FileCSV, "pdf": finding.FilePDF,
	} {
		t.Run(format, func(t *testing.T) {
			book, fs := Read(trial.Converted(t, data, format), DefaultLimits())
			if book != nil || len(fs) != 1 || fs[0].Code != code {
				t.Errorf("got %+v, want %s", fs, code)
			}
		})
	}
}

// openpyxlWrites makes a workbook in its second argument.
const openpyxlWrites = `
import datetime, sys, openpyxl
from openpyxl.styles import Protection
wb = openpyxl.Workbook()
ws = wb.active
ws.title = "量化目标"
for i, v in enumerate(["文字", "a&b<c>", 1, 2.5, 1e300, True, False, datetime.datetime(2024, 4, 22, 12), "=SUM(C1:C2)", "#N/A", "两行\n文字", " 前后 ", 0]):
    ws.cell(2 * i + 1, i % 4 + 1, v)
ws["H5"] = 0.85
ws["H5"].number_format = "0.00%"
ws["H5"].protection = Protection(locked=False)
ws["H6"] = 45000
ws["H6"].number_format = 'yyyy"年"m"月"d"日"'
ws.row_dimensions[3].hidden = True
wb.create_sheet("二").sheet_state = "veryHidden"
wb.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
wb.save(sys.argv[1])
`

func TestWhatOpenpyxlWritesIsReadAsItWasGiven(t *testing.T) {
	trial.OnlyLong(t, "starts openpyxl")
	name := filepath.Join(t.TempDir(), "a.xlsx")
	if out, err := exec.Command(trial.Python(t, "openpyxl"), "-c", openpyxlWrites, name).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	data, err := os.ReadFile(name)
	must(err)
	book := trial.Made(Read(data, DefaultLimits()))(t)
	const want = "A1=文字 B3=a&b<c> C5=1 D7=2.5 A9=1e+300 B11=?1 C13=?0 D15=@43942.5 A17=(?) B19=!#N/A C21=两行\n文字 D23= 前后  A25=0"
	g := book.Sheets[0]
	var rest []Row
	for _, r := range g.Rows {
		if r.R != 6 {
			if r.R == 5 {
				r.Cells = r.Cells[:1]
			}
			rest = append(rest, r)
		}
	}
	got := ""
	for _, r := range rest {
		got += " " + cellsOf(&Grid{Rows: []Row{r}})
	}
	if got != " "+want {
		t.Errorf("got %q\nwant %q", got, want)
	}
	if c := at(g, 5, 8); c == nil || c.Text != "0.85" || c.Kind != Number || c.Format != Percent || c.Locked {
		t.Errorf("H5 %+v", c)
	}
	if c := at(g, 6, 8); c == nil || c.Format != Date {
		t.Errorf("H6 %+v", c)
	}
	if !book.Date1904 || book.Sheets[1].State != VeryHidden || !g.Rows[1].Hidden || book.Creator != "openpyxl" {
		t.Errorf("book %+v", book)
	}
}

// openpyxlReads prints the cells of a workbook's first sheet as JSON.
const openpyxlReads = `
import json, sys, openpyxl
ws = openpyxl.load_workbook(sys.argv[1], data_only=True).worksheets[0]
print(json.dumps([[c.row, c.column, str(c.value)] for row in ws.iter_rows() for c in row if c.data_type == "s"]))
`

func TestTextsAreReadAsOpenpyxlReadsThem(t *testing.T) {
	trial.OnlyLong(t, "starts openpyxl")
	for _, inline := range []bool{false, true} {
		data := built(t, filledReturn(1, inline))
		name := filepath.Join(t.TempDir(), "a.xlsx")
		must(os.WriteFile(name, data, 0o600))
		out := trial.Got(exec.Command(trial.Python(t, "openpyxl"), "-c", openpyxlReads, name).Output())(t)
		var theirs [][3]any
		must(json.NewDecoder(bytes.NewReader(out)).Decode(&theirs))
		if len(theirs) < 1000 {
			t.Fatalf("%d texts", len(theirs))
		}
		book := agree(t, data)
		for _, c := range theirs {
			row, col := int(c[0].(float64)), int(c[1].(float64))
			if ours := at(book.Sheets[0], row, col); ours == nil || ours.Text != c[2] || ours.Kind != Text {
				t.Errorf("row %d column %d: ours %+v, openpyxl %q", row, col, ours, c[2])
			}
		}
	}
}
