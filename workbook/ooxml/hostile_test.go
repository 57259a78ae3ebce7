package ooxml

import (
	"fmt"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"tianbao/seeds/finding"
	"tianbao/seeds/trial"
)

// odd is a hostile or odd file and what must come of it: refused with a code, or
// read as these cells.
type odd struct {
	name string
	data func() []byte
	code finding.Code // "" where it is read
	want string       // cells of the first sheet as text: "A1=甲 B2=3"
}

// mostMemory is what no file may pass. Time depends on what else the machine does: it
// is printed here, and measured by BenchmarkWorstFile.
const mostMemory = 256 << 20

func corpus() []odd {
	files := slices.Concat(oddKinds(), oddZips(), oddParts(), oddXML(), oddSheets(), oddCells(), oddPrograms())
	if !trial.Long() {
		return files // building the big ones takes a while
	}
	return append(files, oddSizes()...)
}

func TestHostileAndOddFilesAreRefusedByNameOrReadRight(t *testing.T) {
	files := corpus()
	if len(files) < 150 {
		t.Errorf("%d files, 150 wanted", len(files))
	}
	seen := map[string]bool{}
	r := NewReader(DefaultLimits())
	for _, o := range files {
		if seen[o.name] {
			t.Errorf("%s stands twice", o.name)
		}
		seen[o.name] = true
		data := o.data()
		book, fs, took, memory := measured(r, data)
		outcome := outcomeOf(book, fs)
		t.Logf("%-58s %-15s %7.1f ms %6.1f MiB", o.name, strings.SplitN(outcome, " ", 2)[0], took.Seconds()*1000, float64(memory)/(1<<20))
		want := string(o.code)
		if o.code == "" {
			want = strings.TrimSpace("read " + o.want)
		}
		if outcome != want {
			t.Errorf("%s: got %.300s, want %.300s", o.name, outcome, want)
		}
		if memory > mostMemory {
			t.Errorf("%s: %d MiB", o.name, memory>>20)
		}
	}
}

// measured reads and says what that cost: everything allocated counts, collected
// or not.
func measured(r *Reader, data []byte) (*Book, finding.List, time.Duration, uint64) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := time.Now()
	book, fs := r.Read(data)
	took := time.Since(start)
	runtime.ReadMemStats(&after)
	return book, fs, took, after.TotalAlloc - before.TotalAlloc
}

// outcomeOf says in one line what came of a file.
func outcomeOf(book *Book, fs finding.List) string {
	switch {
	case book == nil && len(fs) == 1 && fs[0].Severity == finding.Error:
		return string(fs[0].Code)
	case book == nil:
		return fmt.Sprintf("refused with %d findings", len(fs))
	case fs.Count(finding.Error)+fs.Count(finding.Warning) > 0:
		return "read with errors"
	}
	return strings.TrimSpace("read " + cellsOf(book.Sheets[0]))
}

// cellsOf writes the cells of a sheet: place, "=" and text, with ! before an error,
// ? before a boolean, @ before a date, % behind a percentage, * behind what is unlocked
// and () behind a formula. Of many cells the first and their number.
func cellsOf(g *Grid) string {
	var out []string
	count := 0
	for _, row := range g.Rows {
		for _, c := range row.Cells {
			if count++; count > 8 {
				continue
			}
			mark := map[Kind]string{Error: "!", Bool: "?", ISODate: "@"}[c.Kind]
			if c.Format == Date {
				mark += "@"
			}
			text := finding.Place{Row: row.R, Col: c.Col}.Cell() + "=" + mark + c.Text
			if c.Format == Percent {
				text += "%"
			}
			if !c.Locked {
				text += "*"
			}
			out = append(out, text+[...]string{"", "()", "(?)"}[c.Formula])
		}
	}
	if count > 8 {
		return fmt.Sprintf("%s … %d", out[0], count)
	}
	return strings.Join(out, " ")
}

func TestARefusalNamesTheCell(t *testing.T) {
	for _, c := range []struct {
		name string
		data bundle
		want finding.Place
	}{
		{"a value that does not fit", rowsOf(row(3, cell(`r="B3"`, "约5家"))), finding.Place{Sheet: "表一", Row: 3, Col: 2}},
		{"a cell out of order", rowsOf(row(3, cell(`r="C3"`, "1")+cell(`r="B3"`, "1"))), finding.Place{Sheet: "表一", Row: 3, Col: 2}},
		{"a row out of order", rowsOf(row(3, "") + row(2, "")), finding.Place{Sheet: "表一", Row: 2}},
		{"a string that is not there", rowsOf(row(1, cell(`r="A1" t="s"`, "9"))), finding.Place{Sheet: "表一", Row: 1, Col: 1}},
		{"a style that is not there", rowsOf(row(1, `<c r="D1" s="9"/>`)), finding.Place{Sheet: "表一", Row: 1, Col: 4}},
		{"a merge out of range", workbookOf(`<sheetData/><mergeCells><mergeCell ref="A0"/></mergeCells>`), finding.Place{Sheet: "表一"}},
		{"a part damaged elsewhere", one().set(styleName, "<"), finding.Place{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			book, fs := Read(c.data.bytes(), DefaultLimits())
			if book != nil || len(fs) != 1 || fs[0].Place != c.want {
				t.Errorf("got %+v, want %+v", fs, c.want)
			}
		})
	}
}

func TestALimitThatIsPassedIsNamedWithItsNumber(t *testing.T) {
	data := rowsOf(row(1, cell(`r="A1"`, "1")+cell(`r="B1"`, "2"))).bytes()
	for _, c := range []struct {
		code finding.Code
		want string
		set  func(*Limits)
	}{
		{finding.LimitFile, "不超过 5 字节", func(l *Limits) { l.File = 5 }},
		{finding.LimitUnpacked, "不超过 0 字节", func(l *Limits) { l.Unpacked = 0 }},
		{finding.LimitPart, "不超过 9 字节", func(l *Limits) { l.Part = 9 }},
		{finding.LimitEntries, "不超过 6 个", func(l *Limits) { l.Entries = 6 }},
		{finding.LimitCells, "不超过 1 个", func(l *Limits) { l.Cells = 1 }},
		{finding.LimitStrings, "不超过 2 条", func(l *Limits) { l.Strings = 2 }},
		{finding.LimitText, "不超过 2 字节", func(l *Limits) { l.Text = 2 }},
		{finding.LimitText, "不超过 3 字节", func(l *Limits) { l.AllText = 3 }},
		{finding.LimitDepth, "不超过 2 层", func(l *Limits) { l.Depth = 2 }},
		{finding.LimitLists, "不超过 3 项", func(l *Limits) { l.Lists = 3 }},
	} {
		t.Run(string(c.code)+c.want, func(t *testing.T) {
			lim := DefaultLimits()
			c.set(&lim)
			book, fs := Read(data, lim)
			if book != nil || len(fs) != 1 || fs[0].Code != c.code || fs[0].Expected != c.want {
				t.Errorf("got %+v", fs)
			}
		})
	}
}

func TestMacrosAreNotedAndIgnored(t *testing.T) {
	p := one().edit(linksName, "</Relationships>", `<Relationship Id="rId9" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>`)
	book, fs := Read(p.set("xl/vbaProject.bin", "x").bytes(), DefaultLimits())
	if book == nil || !book.Macros || len(fs) != 1 || fs[0].Code != finding.MacrosIgnored {
		t.Errorf("book %+v, findings %+v", book, fs)
	}
}

func TestAReaderForgetsTheFileBefore(t *testing.T) {
	r := NewReader(DefaultLimits())
	if book, fs := r.Read(texts().bytes()); book == nil {
		t.Fatal(fs)
	}
	if book, fs := r.Read(texts().edit(linksName, "/sharedStrings", "/x").bytes()); book != nil || fs[0].Code != finding.CellString {
		t.Errorf("strings of the file before were used: %+v", fs)
	}
}

func TestStylesOfTheFileBeforeCountOnlyForTheSameStyles(t *testing.T) {
	one := rowsOf(`<row r="1"><c r="A1" s="1"><v>1</v></c></row>`)
	other := one.edit("xl/styles.xml", `<xf numFmtId="10"/>`, `<xf numFmtId="14"/>`)
	none := one.set("xl/styles.xml", "")
	r := NewReader(DefaultLimits())
	for i, p := range []bundle{one, other, one, one, other} {
		book, fs := r.Read(p.bytes())
		if fresh, _ := Read(p.bytes(), DefaultLimits()); book == nil || !reflect.DeepEqual(book, fresh) {
			t.Errorf("file %d is read otherwise after those before it: %+v", i+1, fs)
		}
	}
	for range 2 {
		if book, fs := NewReader(DefaultLimits()).Read(none.bytes()); book != nil || fs[0].Code != finding.XMLDamaged {
			t.Errorf("an empty part of styles was taken: %+v", fs)
		}
	}
}
