package annotate_test

import (
	"bytes"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"tianbao/seeds/finding"
	"tianbao/seeds/trial"
	"tianbao/templates/layout"
	"tianbao/workbook"
	"tianbao/workbook/annotate"
	"tianbao/workbook/ooxml"
)

var someone = &workbook.Return{Identity: layout.Identity{PlanID: "SMALL1", UnitID: "001", Year: 2032, Layout: 1, Revision: 1}, Unit: "甲局"}

func wrongAt(places ...finding.Place) (found finding.List) {
	for _, p := range places {
		found = append(found, finding.New(finding.NumberFormat, finding.At(p)))
	}
	return found
}

func place(row, col int) finding.Place { return finding.Place{Sheet: "甲", Row: row, Col: col} }

// protected is small with the sheet locked but for what change unlocks.
func protected(t testing.TB, change func(f *excelize.File, open int)) []byte {
	t.Helper()
	f := trial.Got(excelize.OpenReader(bytes.NewReader(small(t))))(t)
	defer f.Close()
	must(t, f.ProtectSheet("甲", &excelize.SheetProtectionOptions{FormatRows: true}))
	open := trial.Got(f.NewStyle(&excelize.Style{Protection: &excelize.Protection{Locked: false}, Alignment: &excelize.Alignment{WrapText: true}}))(t)
	if change != nil {
		change(f, open)
	}
	out := trial.Got(f.WriteToBuffer())(t)
	return out.Bytes()
}

// The cell to mend can be typed into, and no other that could not before.
func TestAMarkedCellCanBeMended(t *testing.T) {
	for name, c := range map[string]struct {
		data      []byte
		at        finding.Place
		unlocked  string // of C3 and B2
		protected bool
	}{
		"a cell locked by pasting": {protected(t, nil), place(3, 3), "true false", true},
		"a cell that is open":      {protected(t, func(f *excelize.File, open int) { must(t, f.SetCellStyle("甲", "C3", "C3", open)) }), place(3, 3), "true false", true},
		"a cell that is not there": {protected(t, nil), place(9, 9), "false false", false},
		"a cell behind the first of merged ones": {trial.Repacked(t, protected(t, nil), func(_ string, text []byte) []byte {
			return bytes.Replace(text, []byte(`</sheetData><sheetProtection`), []byte(`</sheetData><mergeCells count="1"><mergeCell ref="B3:C3"/></mergeCells><sheetProtection`), 1)
		}), place(3, 3), "false false", false},
		"the first of merged cells":        {protected(t, func(f *excelize.File, _ int) { must(t, f.MergeCell("甲", "C3", "D3")) }), place(3, 3), "true false", true},
		"a sheet that is not protected":    {small(t), place(3, 3), "false false", false},
		"locked, with an alignment of its": {protected(t, func(f *excelize.File, _ int) { look(t, f, "C3") }), place(3, 3), "true false", true},
	} {
		t.Run(name, func(t *testing.T) {
			out := trial.Got(annotate.Copy(c.data, someone, wrongAt(c.at)))(t)
			book := trial.Made(ooxml.Read(out, ooxml.DefaultLimits()))(t)
			g := book.Sheet("甲")
			open := map[string]bool{}
			for _, r := range g.Rows {
				for _, cell := range r.Cells {
					open[finding.Place{Row: r.R, Col: cell.Col}.Cell()] = !cell.Locked
				}
			}
			if got := fmt.Sprint(open["C3"], open["B2"]); got != c.unlocked || g.Protected != c.protected {
				t.Errorf("unlocked %s, protected %t", got, g.Protected)
			}
		})
	}
}

func look(t testing.TB, f *excelize.File, cell string) {
	locked := trial.Got(f.NewStyle(&excelize.Style{Protection: &excelize.Protection{Locked: true, Hidden: true}, Alignment: &excelize.Alignment{Horizontal: "center"}}))(t)
	must(t, f.SetCellStyle("甲", cell, cell, locked))
}

// A shape's number lies in a block of its drawing's, and no two drawings have a block.
func TestNotesAreNumberedWithinTheirDrawing(t *testing.T) {
	for name, list := range map[string]string{"as excelize says": "1", "another block": "7", "two blocks": "3,5"} {
		t.Run(name, func(t *testing.T) {
			sent := trial.Repacked(t, small(t), func(part string, text []byte) []byte {
				return bytes.ReplaceAll(text, []byte(`data="1"`), []byte(`data="`+list+`"`))
			})
			before := trial.ExcelFaults(t, sent)
			var many []finding.Place
			for row := range 1500 {
				many = append(many, place(row+10, 1), finding.Place{Sheet: "乙", Row: row + 10, Col: 1})
			}
			out := trial.Got(annotate.Copy(sent, someone, wrongAt(many...)))(t)
			for _, f := range trial.ExcelFaults(t, out) {
				if !strings.Contains(strings.Join(before, "\n"), f) {
					t.Error(f)
				}
			}
		})
	}
}

func TestAModuleOfExcel5IsLeftWhereItIs(t *testing.T) {
	sent := trial.Repacked(t, small(t), func(part string, text []byte) []byte {
		return bytes.Replace(text, []byte(`</sheets>`), []byte(`<sheet name="Module1" sheetId="9" state="veryHidden" r:id=""/></sheets>`), 1)
	})
	out := trial.Got(annotate.Copy(sent, someone, wrongAt(place(3, 3))))(t)
	if book := trial.Parts(t, out)["xl/workbook.xml"]; !strings.Contains(book, `name="Module1" sheetId="9" state="veryHidden" r:id=""`) {
		t.Error(book)
	}
}

// Where styles are in alternatives, ours (six) are numbered behind those that count (two).
func TestStylesBehindAlternativesAreNumberedRight(t *testing.T) {
	const choice = `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:hs="urn:hs"><mc:Choice Requires="hs"><xf numFmtId="0"/></mc:Choice>` +
		`<mc:Fallback><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="10" fontId="0" fillId="0" borderId="0" xfId="0"/></mc:Fallback></mc:AlternateContent>`
	sent := trial.Repacked(t, small(t), func(part string, text []byte) []byte {
		if part != "xl/styles.xml" {
			return text
		}
		head, _, _ := bytes.Cut(text, []byte("<cellXfs"))
		_, tail, _ := bytes.Cut(text, []byte("</cellXfs>"))
		return bytes.Join([][]byte{head, []byte(`<cellXfs count="2">` + choice + `</cellXfs>`), tail}, nil)
	})
	out := trial.Got(annotate.Copy(sent, someone, wrongAt(place(3, 3))))(t)
	if book, found := ooxml.Read(out, ooxml.DefaultLimits()); book == nil {
		t.Error(found)
	}
	if styles := trial.Parts(t, out)["xl/styles.xml"]; !strings.Contains(styles, `<cellXfs count="8">`) {
		t.Errorf("styles: %s", styles)
	}
}

// What a file could make of itself in being marked is bounded: it is said, and quickly.
func TestMarkingIsBounded(t *testing.T) {
	trial.OnlyLong(t, "builds large files")
	many := func(n int, one string) string { return strings.Repeat(one, n) }
	for name, inside := range map[string]string{
		"a long extension":    `<extLst><ext uri="x">` + many(2_000_000, `<x:a xmlns:x="urn:x" b="c"/>`) + `</ext></extLst>`,
		"conditional formats": many(300_000, `<conditionalFormatting sqref="A1"><cfRule type="expression" priority="1"><formula>1</formula></cfRule></conditionalFormatting>`),
		"row breaks":          `<rowBreaks>` + many(500_000, `<brk id="1" max="16383" man="1"/>`) + `</rowBreaks>`,
		"links":               `<hyperlinks>` + many(300_000, `<hyperlink ref="A1" location="B1"/>`) + `</hyperlinks>`,
	} {
		t.Run(name, func(t *testing.T) {
			sent := trial.Repacked(t, small(t), func(part string, text []byte) []byte {
				if part != "xl/worksheets/sheet1.xml" {
					return text
				}
				return bytes.Replace(text, []byte(`<legacyDrawing`), []byte(inside+`<legacyDrawing`), 1)
			})
			var before, after runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&before)
			took := trial.CPU(func() { _, _ = annotate.Copy(sent, someone, wrongAt(place(3, 3))) })
			runtime.ReadMemStats(&after)
			t.Logf("%d KB packed, %.1f s, heap %d MiB", len(sent)>>10, took.Seconds(), (after.HeapSys-before.HeapSys)>>20)
			if took > 20*time.Second || after.HeapSys-before.HeapSys > 400<<20 {
				t.Errorf("%.1f s, heap %d MiB", took.Seconds(), (after.HeapSys-before.HeapSys)>>20)
			}
		})
	}
}
