package workbook_test

import (
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tianbao/seeds/finding"
	"tianbao/seeds/trial"
	"tianbao/templates"
	"tianbao/templates/layout"
	"tianbao/templates/sample"
	"tianbao/workbook"
	"tianbao/workbook/ooxml"
)

// withCell is the specimen with the XML of one cell replaced; %s in the new XML
// stands for the cell's address.
func (s *specimen) withCell(t testing.TB, sheet layout.SheetKey, cell, xml string) []byte {
	t.Helper()
	marker := regexp.MustCompile(`<c r="` + cell + `"([^>]*?)(/>|>.*?</c>)`)
	style := regexp.MustCompile(`s="\d+"`)
	part := 0
	for i, fs := range s.form.Sheets {
		if fs.Key == sheet {
			part = i + 1
		}
	}
	name, done := "xl/worksheets/sheet"+string(rune('0'+part))+".xml", false
	data := trial.Repacked(t, s.data, func(n string, p []byte) []byte {
		if n != name {
			return p
		}
		return marker.ReplaceAllFunc(p, func(old []byte) []byte {
			done = true
			return []byte(strings.NewReplacer("{r}", cell, "{s}", style.FindString(string(old))).Replace(xml))
		})
	})
	if !done {
		t.Fatalf("%s has no cell %s", name, cell)
	}
	return data
}

func TestCellsAreTakenByTheirStoredType(t *testing.T) {
	s := newSpecimen(t)
	total := s.at(layout.Targets, "7-1", layout.Total)
	progress := s.at(layout.Lead, "7", layout.Progress)
	day := s.at(layout.Cover, "", layout.FilledOn)
	cases := []struct {
		name, cell, xml string
		sheet           layout.SheetKey
		ref             string
		key             layout.Key
		text            string
		state           workbook.State
		want            []string
	}{
		{"a formula without its result", total, `<c r="{r}" {s}><f>1+2</f></c>`, layout.Targets, "7-1", layout.Total, "", workbook.Faulty, []string{"error formula-uncached 量化目标!" + total + " 7-1"}},
		{"a formula with its result", total, `<c r="{r}" {s}><f>2+3</f><v>5</v></c>`, layout.Targets, "7-1", layout.Total, "5", workbook.Filled, []string{"note formula-read 量化目标!" + total + " 7-1"}},
		{"a formula that failed", total, `<c r="{r}" {s} t="e"><f>A1/0</f><v>#DIV/0!</v></c>`, layout.Targets, "7-1", layout.Total, "", workbook.Faulty, []string{"error cell-error 量化目标!" + total + " 7-1"}},
		{"an error value in a text", progress, `<c r="{r}" {s} t="e"><v>#REF!</v></c>`, layout.Lead, "7", layout.Progress, "", workbook.Faulty, []string{"error cell-error 牵头任务!" + progress + " 7"}},
		{"binary noise", total, `<c r="{r}" {s}><v>5.0010000000000003</v></c>`, layout.Targets, "7-1", layout.Total, "5.001", workbook.Filled, []string{"note number-rounded 量化目标!" + total + " 7-1"}},
		{"fifteen digits", total, `<c r="{r}" {s}><v>5.00000000000001</v></c>`, layout.Targets, "7-1", layout.Total, "5.00000000000001", workbook.Filled, nil},
		{"an exponent", total, `<c r="{r}" {s}><v>5E0</v></c>`, layout.Targets, "7-1", layout.Total, "5", workbook.Filled, nil},
		{"an exponent beyond all use", total, `<c r="{r}" {s}><v>1E+999999999</v></c>`, layout.Targets, "7-1", layout.Total, "", workbook.Faulty, []string{"error number-size 量化目标!" + total + " 7-1"}},
		{"a truth value", total, `<c r="{r}" {s} t="b"><v>1</v></c>`, layout.Targets, "7-1", layout.Total, "", workbook.Faulty, []string{"error number-format 量化目标!" + total + " 7-1"}},
		{"not applicable", total, `<c r="{r}" {s} t="inlineStr"><is><t>不适用</t></is></c>`, layout.Targets, "7-1", layout.Total, "不适用", workbook.NA, nil},
		{"a number as text", total, `<c r="{r}" {s} t="inlineStr"><is><t>5.0</t></is></c>`, layout.Targets, "7-1", layout.Total, "5", workbook.Filled, []string{"note number-read 量化目标!" + total + " 7-1"}},
		{"a phonetic guide and a line break", progress, `<c r="{r}" {s} t="inlineStr"><is><r><t>全年组织实施</t></r><r><t xml:space="preserve">各项
工作,新建示范点3个。 </t></r><rPh sb="0" eb="1"><t>quan</t></rPh></is></c>`, layout.Lead, "7", layout.Progress, "全年组织实施各项\n工作,新建示范点3个。", workbook.Filled, nil},
		{"a control character", progress, `<c r="{r}" {s} t="inlineStr"><is><t>全年组织_x0007_实施各项工作,新建示范点3个。</t></is></c>`, layout.Lead, "7", layout.Progress, "全年组织实施各项工作,新建示范点3个。", workbook.Filled, []string{"note text-read 牵头任务!" + progress + " 7"}},
		{"a date by its serial number", day, `<c r="{r}" {s}><v>45731</v></c>`, layout.Cover, "", layout.FilledOn, "2025-03-15", workbook.Filled, nil},
		{"a date as text", day, `<c r="{r}" {s} t="inlineStr"><is><t>2025/3/15</t></is></c>`, layout.Cover, "", layout.FilledOn, "2025-03-15", workbook.Filled, []string{"note date-read 填报说明!" + day}},
		{"no date", day, `<c r="{r}" {s} t="inlineStr"><is><t>三月</t></is></c>`, layout.Cover, "", layout.FilledOn, "", workbook.Faulty, []string{"warning date-format 填报说明!" + day}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, ret, found := read(t, s.withCell(t, c.sheet, c.cell, c.xml), s.plan)
			same(t, s.more(found), c.want)
			v := ret.Sheet(c.sheet).Row(c.ref).Value(c.key)
			if v.Text != c.text || v.State != c.state {
				t.Errorf("taken as %q, state %d", v.Text, v.State)
			}
		})
	}
}

func TestDatesOf1904AreRead(t *testing.T) {
	s := newSpecimen(t)
	data := trial.Repacked(t, s.withCell(t, layout.Cover, s.at(layout.Cover, "", layout.FilledOn), `<c r="{r}" {s}><v>44269</v></c>`), func(name string, part []byte) []byte {
		if name != "xl/workbook.xml" {
			return part
		}
		return regexp.MustCompile(`<workbookPr[^>]*?(/>|></workbookPr>)`).ReplaceAll(part, []byte(`<workbookPr date1904="1"/>`))
	})
	_, ret, _ := read(t, data, s.plan)
	if v := ret.Sheet(layout.Cover).Row("").Value(layout.FilledOn); v.Text != "2025-03-15" {
		t.Errorf("%+v", v)
	}
}

// A workbook is read with the columns it was issued with, whatever is known by now.
func TestColumnsAreThoseThatWereIssued(t *testing.T) {
	p := sample.Plan(sample.Size{Units: 2, Lead: 2, Targets: 2, Indicators: 2})
	f := layout.NewForms(p, 2024, sample.NewPast(p, 2023, sample.Options{})).Of(p.Reporters()[0])
	data := trial.Got(templates.Build(f, templates.Options{Values: sample.Fill(f, sample.Options{}).Value}))(t)
	s := &specimen{plan: p, data: data}
	for name, edit := range map[string]func(*excelize.File){
		"stamped":             func(*excelize.File) {},
		"with its stamp lost": func(x *excelize.File) { must(t, x.DeleteSheet(layout.StampSheet)) },
	} {
		_, ret, found := read(t, s.edited(t, edit), p)
		if ret == nil {
			t.Fatal(name, found)
		}
		for _, x := range found {
			if slices.Contains([]finding.Code{finding.ColumnExtra, finding.ColumnMissing, finding.FixedChanged}, x.Code) {
				t.Errorf("%s: %v", name, x)
			}
		}
		lead := ret.Sheet(layout.Lead)
		if i := lead.Form.Index(layout.PrevStatus); i < 0 || lead.Rows[0].Values[i].Text == "" {
			t.Errorf("%s: last year's status is not read", name)
		}
	}
}

// A sheet of 300,000 rows that are not ours, or ours over and over: what is said
// stays short, and what is ours is still read.
func TestASheetOfManyStrangeRowsIsReadWithoutAWordForEach(t *testing.T) {
	s := newSpecimen(t)
	cases := []struct {
		name string
		row  func(i int, like ooxml.Row) []ooxml.Cell
	}{
		{"unknown 编号", func(i int, _ ooxml.Row) []ooxml.Cell {
			return []ooxml.Cell{{Col: 1, Kind: ooxml.Text, Text: "新" + strconv.Itoa(i)}, {Col: 9, Kind: ooxml.Number, Text: "5"}}
		}},
		{"the same row", func(_ int, like ooxml.Row) []ooxml.Cell { return like.Cells }},
		{"the same words without 编号", func(_ int, like ooxml.Row) []ooxml.Cell { return like.Cells[1:] }},
		{"remarks", func(int, ooxml.Row) []ooxml.Cell { return []ooxml.Cell{{Col: 30, Kind: ooxml.Text, Text: "请核对"}} }},
		{"spaces", func(int, ooxml.Row) []ooxml.Cell { return []ooxml.Cell{{Col: 2, Kind: ooxml.Text, Text: " "}} }},
	}
	many := 300_000
	if !trial.Long() {
		many = 20_000
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			book, _ := ooxml.Read(s.data, ooxml.DefaultLimits())
			g := book.Sheet("量化目标")
			like, last := g.Rows[5], g.Rows[len(g.Rows)-1].R
			for i := range many {
				g.Rows = append(g.Rows, ooxml.Row{R: last + 1 + i, Cells: c.row(i, like)})
			}
			id, _ := workbook.Identify(book, s.plan, 0, "")
			ret, found := workbook.Decode(book, id, s.form)
			if len(found) > 5000 {
				t.Errorf("%d findings", len(found))
			}
			if n := len(ret.Sheet(layout.Targets).Rows); n < len(s.form.Sheet(layout.Targets).Rows) || n > 1000 {
				t.Errorf("%d rows", n)
			}
			if found.Count(finding.Error) == 0 && c.name != "remarks" && c.name != "spaces" {
				t.Error("nothing is said")
			}
		})
	}
}

// What could not be taken is shown as its reader sees it, beside what belongs there.
func TestARefusalSaysWhatStandsThereAndWhatBelongs(t *testing.T) {
	s := newSpecimen(t)
	total, day := s.at(layout.Targets, "7-1", layout.Total), s.at(layout.Cover, "", layout.FilledOn)
	const unit = "数,单位:万人"
	cases := []struct {
		name, cell, xml string
		sheet           layout.SheetKey
		code            finding.Code
		given, expected string
	}{
		{"words", total, `<c r="{r}" {s} t="inlineStr"><is><t>约95</t></is></c>`, layout.Targets, finding.NumberFormat, "约95", unit},
		{"a truth value", total, `<c r="{r}" {s} t="b"><v>1</v></c>`, layout.Targets, finding.NumberFormat, "TRUE", unit},
		{"a formula without its result", total, `<c r="{r}" {s}><f>1+2</f></c>`, layout.Targets, finding.FormulaUncached, "公式", unit},
		{"an error value", total, `<c r="{r}" {s} t="e"><v>#REF!</v></c>`, layout.Targets, finding.CellError, "#REF!", unit},
		{"another unit", total, `<c r="{r}" {s} t="inlineStr"><is><t>5亩</t></is></c>`, layout.Targets, finding.NumberUnit, "5亩", "万人"},
		{"no date", day, `<c r="{r}" {s} t="inlineStr"><is><t>三月</t></is></c>`, layout.Cover, finding.DateFormat, "三月", "日期,如 2025-3-15"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, _, found := read(t, s.withCell(t, c.sheet, c.cell, c.xml), s.plan)
			for _, f := range found {
				if f.Code == c.code {
					if f.Given != c.given || f.Expected != c.expected {
						t.Errorf("given %q, expected %q", f.Given, f.Expected)
					}
					return
				}
			}
			t.Error("not found")
		})
	}
}

// One worker reads file after file: what it makes of a file must not depend on those
// before, nor change with those after.
func TestReadingOneAfterAnotherIsReadingEachAlone(t *testing.T) {
	p := builtIn()
	forms := layout.NewForms(p, 2024, nil)
	var files [][]byte
	for _, unit := range []string{"市发展改革委", "市红十字会", "谯城区政府", specimenUnit, "市发展改革委"} {
		data := trial.Got(templates.Build(forms.Of(p.Unit(unit)), templates.Options{Values: numbers}))(t)
		files = append(files, data)
	}
	type outcome struct {
		ret   *workbook.Return
		found finding.List
	}
	read := func(r *ooxml.Reader, data []byte) outcome {
		book, found := r.Read(data)
		if book == nil {
			t.Fatal(found)
		}
		id, _ := workbook.Identify(book, p, 2024, "")
		ret, found := workbook.Decode(book, id, forms.Of(id.Unit))
		return outcome{ret, found}
	}
	reader := ooxml.NewReader(ooxml.DefaultLimits())
	var kept []outcome
	for _, data := range files {
		kept = append(kept, read(reader, data))
	}
	for i, data := range files {
		if want := read(ooxml.NewReader(ooxml.DefaultLimits()), data); !reflect.DeepEqual(kept[i], want) {
			t.Errorf("file %d is read otherwise after those before it, or has changed since", i+1)
		}
	}
}
