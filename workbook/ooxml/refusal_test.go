package ooxml

import (
	"reflect"
	"testing"

	"tianbao/seeds/finding"
)

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
