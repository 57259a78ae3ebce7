package annotate_test

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"reflect"
	"strings"
	"testing"
	"unicode/utf16"

	"tianbao/seeds/finding"
	"tianbao/seeds/trial"
	"tianbao/templates/layout"
	"tianbao/workbook"
	"tianbao/workbook/annotate"
	"tianbao/workbook/ooxml"
)

// pack makes a package of parts, in their order.
func pack(t testing.TB, parts ...[2]string) []byte {
	t.Helper()
	var out bytes.Buffer
	zw := zip.NewWriter(&out)
	for _, p := range parts {
		w := trial.Got(zw.Create(p[0]))(t)
		if _, err := w.Write([]byte(p[1])); err != nil {
			t.Fatal(err)
		}
	}
	trial.Must(t, zw.Close())
	return out.Bytes()
}

// wide is text as UTF-16.
func wide(text string) string {
	out := []byte{0xff, 0xfe}
	for _, u := range utf16.Encode([]rune(text)) {
		out = binary.LittleEndian.AppendUint16(out, u)
	}
	return string(out)
}

// bare is a workbook as a sparing program writes it: a prefix on every element, no
// styles, elements that close themselves.
func bare(t testing.TB, sheet, comments string) []byte {
	t.Helper()
	const (
		main = `xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
		rels = `xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
		kind = `http://schemas.openxmlformats.org/officeDocument/2006/relationships/`
		pkg  = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
		ct   = `application/vnd.openxmlformats-officedocument.spreadsheetml.`
	)
	parts := [][2]string{
		{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
			`<Override PartName="/xl/workbook.xml" ContentType="` + ct + `sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="` + ct + `worksheet+xml"/></Types>`},
		{"_rels/.rels", pkg + `<Relationship Id="a" Type="` + kind + `officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", `<x:workbook ` + main + ` ` + rels + `><x:bookViews><x:workbookView activeTab="0"/></x:bookViews><x:sheets><x:sheet name="甲" sheetId="7" r:id="b"/></x:sheets><x:definedNames/></x:workbook>`},
		{"xl/_rels/workbook.xml.rels", pkg + `<Relationship Id="b" Type="` + kind + `worksheet" Target="/xl/worksheets/sheet1.xml"/></Relationships>`},
		{"xl/worksheets/sheet1.xml", strings.ReplaceAll(sheet, "§", main)},
	}
	if comments != "" {
		parts = append(parts, [2]string{"xl/worksheets/_rels/sheet1.xml.rels", pkg + `<Relationship Id="c" Type="` + kind + `comments" Target="../comments1.xml"/></Relationships>`},
			[2]string{"xl/comments1.xml", comments})
	}
	return pack(t, parts...)
}

func marked(t testing.TB, data []byte) (map[string]string, *ooxml.Book) {
	t.Helper()
	if book, found := ooxml.Read(data, ooxml.DefaultLimits()); book == nil {
		t.Fatalf("not a workbook to begin with: %v", found)
	}
	r := &workbook.Return{Identity: layout.Identity{PlanID: "SMALL1", UnitID: "001", Year: 2032, Layout: 1, Revision: 1}, Unit: "甲局"}
	out := trial.Got(annotate.Copy(data, r, finding.List{finding.New(finding.NumberFormat, finding.At(finding.Place{Sheet: "甲", Row: 2, Col: 2}))}))(t)
	book, found := ooxml.Read(out, ooxml.DefaultLimits())
	if book == nil || len(found) > 0 {
		t.Fatalf("the copy cannot be read: %v", found)
	}
	return trial.Parts(t, out), book
}

func TestAWorkbookOfASparingProgramIsMarked(t *testing.T) {
	for name, sheet := range map[string]string{
		"nothing but cells":           `<x:worksheet §><x:sheetData/></x:worksheet>`,
		"in UTF-16":                   wide(`<?xml version="1.0" encoding="UTF-16"?><x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData/></x:worksheet>`),
		"with what stands behind":     `<x:worksheet §><x:sheetViews><x:sheetView tabSelected='1' workbookViewId="0"/></x:sheetViews><x:sheetData/><x:pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/><x:extLst/></x:worksheet>`,
		"after a byte order mark":     "\ufeff" + `<x:worksheet §><x:sheetData/></x:worksheet>`,
		"with a format of its own":    `<x:worksheet §><x:sheetData/><x:conditionalFormatting sqref="A1"><x:cfRule type="expression" priority="4"><x:formula>TRUE</x:formula></x:cfRule></x:conditionalFormatting></x:worksheet>`,
		"with a comment in the sheet": `<x:worksheet §><!-- <x:sheetData> --><x:sheetData></x:sheetData></x:worksheet>`,
	} {
		t.Run(name, func(t *testing.T) {
			parts, book := marked(t, bare(t, sheet, ""))
			if len(book.Sheets) != 3 || book.Sheets[0].Name != layout.FaultList || book.Sheets[1].Name != "甲" || book.Sheets[2].Name != workbook.SentSheet {
				t.Fatalf("sheets: %v", book.Sheets)
			}
			if !strings.Contains(parts["xl/workbook.xml"], `name="tianbao.identity" hidden="1">&#34;SMALL1-001-2032-1-2-`) {
				t.Errorf("the name that was lost is not back: %s", parts["xl/workbook.xml"])
			}
			is := parts["xl/worksheets/sheet1.xml"]
			if strings.Count(is, `sqref="B2"`) != 1 || strings.Count(is, "legacyDrawing ") != 1 || strings.Contains(is, "tabSelected") {
				t.Errorf("marks: %s", is)
			}
			if strings.Contains(is, "extLst") && strings.Index(is, "legacyDrawing ") > strings.Index(is, "extLst") {
				t.Error("the drawing stands behind what ends a sheet")
			}
			if strings.Contains(name, "of its own") && !strings.Contains(is, `priority="5"`) {
				t.Error("our format takes another's rank")
			}
		})
	}
}

func TestCommentsThatCannotBeReadAreLeftAlone(t *testing.T) {
	broken := `<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><commentList/></comments>`
	parts, _ := marked(t, bare(t, `<x:worksheet §><x:sheetData/></x:worksheet>`, broken))
	if parts["xl/comments1.xml"] != broken {
		t.Error("changed")
	}
	if !strings.Contains(parts["xl/worksheets/sheet1.xml"], `sqref="B2"`) {
		t.Error("the cell is not marked")
	}
}

// Whatever is in a sheet or its comments, a workbook that could be read can be
// read after it was marked, with the same cells.
func FuzzCopy(f *testing.F) {
	f.Add(`<x:worksheet §><x:sheetData/></x:worksheet>`, ``)
	f.Add(`<x:worksheet §><x:sheetData><x:row r="2"><x:c r="B2"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
		`<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors/><commentList><comment ref="B2" authorId="0"><text><t>【审核意见】</t></text></comment></commentList></comments>`)
	f.Add(`<x:worksheet §><x:sheetData/><x:conditionalFormatting sqref="A1"><x:cfRule type="expression"><x:formula>N("tianbao.mark.error")=0</x:formula></x:cfRule></x:conditionalFormatting></x:worksheet>`, `</a>`)
	f.Fuzz(func(t *testing.T, sheet, comments string) {
		data := bare(t, sheet, comments)
		before, found := ooxml.Read(data, ooxml.DefaultLimits())
		if before == nil {
			t.Skip(found)
		}
		r := &workbook.Return{Identity: layout.Identity{PlanID: "SMALL1", UnitID: "001", Year: 2032, Layout: 1, Revision: 1}, Unit: "甲局"}
		out := trial.Got(annotate.Copy(data, r, finding.List{finding.New(finding.NumberFormat, finding.At(finding.Place{Sheet: "甲", Row: 2, Col: 2}))}))(t)
		after := trial.Made(ooxml.Read(out, ooxml.DefaultLimits()))(t)
		if was, is := before.Sheet("甲"), after.Sheet("甲"); !reflect.DeepEqual(was.Rows, is.Rows) || !reflect.DeepEqual(was.Merges, is.Merges) {
			t.Errorf("was %v, is %v", was.Rows, is.Rows)
		}
	})
}

// withMacros is a workbook to which a project of macros was added.
func withMacros(t testing.TB, data []byte) []byte {
	t.Helper()
	parts := [][2]string{{"xl/vbaProject.bin", "VBA"}}
	for name, text := range trial.Parts(t, data) {
		switch name {
		case "[Content_Types].xml":
			text = strings.Replace(text, "</Types>", `<Override PartName="/xl/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>`, 1)
		case "xl/_rels/workbook.xml.rels":
			text = strings.Replace(text, "</Relationships>", `<Relationship Id="vba" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>`, 1)
		}
		parts = append(parts, [2]string{name, text})
	}
	return pack(t, parts...)
}

func TestACopyIsAWorkbookWhateverItWasSavedAs(t *testing.T) {
	p := builtIn()
	plain := issue(t, p, faulty)
	const (
		sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
		macro = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
	)
	for _, c := range []struct{ name, saved, copied string }{
		{"a workbook", sheet, sheet},
		{"a template", "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml", sheet},
		{"a workbook for macros that has none", macro, sheet},
		{"a workbook with macros", macro, macro},
		{"a template with macros", "application/vnd.ms-excel.template.macroEnabled.main+xml", macro},
	} {
		t.Run(c.name, func(t *testing.T) {
			data := plain
			if strings.HasSuffix(c.name, "with macros") {
				data = withMacros(t, data)
			}
			data = trial.Repacked(t, data, func(name string, part []byte) []byte {
				if name == "[Content_Types].xml" {
					return bytes.Replace(part, []byte(sheet), []byte(c.saved), 1)
				}
				return part
			})
			types := trial.Parts(t, annotated(t, data, p))["[Content_Types].xml"]
			_, after, _ := strings.Cut(types, `PartName="/xl/workbook.xml"`)
			if !strings.HasPrefix(strings.TrimSpace(after), `ContentType="`+c.copied+`"`) || strings.Count(types, `"/xl/workbook.xml"`) != 1 {
				t.Error(types)
			}
		})
	}
}
