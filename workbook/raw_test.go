package workbook_test

import (
	"regexp"
	"strings"
	"testing"

	"tianbao/seeds/trial"
	"tianbao/templates/layout"
	"tianbao/workbook"
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
