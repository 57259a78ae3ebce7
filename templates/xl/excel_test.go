package xl

import (
	"bytes"
	"encoding/binary"
	"strings"
	"testing"

	"tianbao/seeds/trial"
)

func TestExcelTakesEverything(t *testing.T) {
	data := full(t)
	for _, f := range trial.ExcelFaults(t, data) {
		t.Error(f)
	}
	parts := trial.Parts(t, data)
	for what, c := range map[string]struct{ part, want string }{
		"Normal is 宋体 with its charset":        {stylesPart, `<fonts count="3"><font><sz val="11"></sz><color></color><name val="宋体"></name><family val="2"></family><charset val="134"></charset></font>`},
		"the styles declare what they use":     {stylesPart, `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><`},
		"the tab's colour has four bytes":      {"xl/worksheets/sheet2.xml", `<tabColor rgb="FF00B050">`},
		"a chart's points are cached":          {"xl/charts/chart1.xml", `<c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="3"/><c:pt idx="0"><c:v>12.345</c:v></c:pt>`},
		"a chart says what it shows":           {"xl/drawings/drawing1.xml", `descr="进度"`},
		"a chart's language is Chinese":        {"xl/charts/chart1.xml", `<c:lang val="zh-CN"/>`},
		"a chart's name is that of its column": {"xl/charts/chart1.xml", `<c:tx><c:strRef><c:f>'量化目标'!$B$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>本年值</c:v></c:pt>`},
	} {
		if !strings.Contains(parts[c.part], c.want) {
			t.Errorf("%s: no %s in\n%.1500s", what, c.want, parts[c.part])
		}
	}
	if found := trial.Pale(t, data); len(found) > 0 {
		t.Error(found)
	}
}

func TestTheValidatorTakesEverything(t *testing.T) {
	for _, f := range trial.Invalid(t, "a.xlsx", full(t)) {
		t.Error(f)
	}
}

// Each fault that Excel repairs is seen when it is put in.
func TestWhatExcelRepairsIsSeen(t *testing.T) {
	const sheet, book, chart = "xl/worksheets/sheet2.xml", "xl/workbook.xml", "xl/charts/chart1.xml"
	long := func(n int) string { return strings.Repeat("长", n) }
	for kind, c := range map[string]struct{ part, from, to string }{
		"chart a bare word":          {chart, `'量化目标'!$B$1`, `完成率`},
		"chart of no sheet":          {chart, `'量化目标'!$B$1`, `'没有'!$B$1`},
		"filter with $":              {sheet, `<autoFilter ref="A1:D4"`, `<autoFilter ref="$A$1:$D$4"`},
		"filter of nothing":          {sheet, `<sheetPr>`, `<sheetPr filterMode="1">`},
		"long error":                 {sheet, `error="不是数"`, `error="` + long(226) + `"`},
		"long prompt":                {sheet, `prompt="填一个数"`, `prompt="` + long(256) + `"`},
		"long header":                {sheet, `<oddFooter>`, `<oddFooter>` + long(250)},
		"long text of a formula":     {sheet, `"✓")</f>`, `"` + long(256) + `")</f>`},
		"merge over another":         {sheet, `<mergeCell ref="C5:D5"/>`, `<mergeCell ref="C5:D5"/><mergeCell ref="D5:E6"/>`},
		"name like a cell":           {book, `"list.basis"`, `"A1"`},
		"name twice":                 {book, `"tianbao.identity"`, `"LIST.basis"`},
		"name of a sheet too long":   {book, `name="量化目标"`, `name="` + long(32) + `"`},
		"style that is not there":    {sheet, `<c r="A1" s="2"`, `<c r="A1" s="99"`},
		"link to nowhere":            {"xl/worksheets/sheet1.xml", `location="`, `location="没有`},
		"link to a part not there":   {"xl/worksheets/_rels/sheet2.xml.rels", `drawing1.xml`, `drawing7.xml`},
		"space declared beside many": {"xl/styles.xml", `<styleSheet `, `<styleSheet ` + strings.Repeat(`xmlns:a="b" `, 64)},
	} {
		t.Run(kind, func(t *testing.T) {
			bad := trial.Repacked(t, full(t), func(name string, part []byte) []byte {
				if name != c.part {
					return part
				}
				if !bytes.Contains(part, []byte(c.from)) {
					t.Fatalf("no %s in %s", c.from, part)
				}
				return bytes.Replace(part, []byte(c.from), []byte(c.to), 1)
			})
			word, _, _ := strings.Cut(kind, " ")
			if found := strings.Join(trial.ExcelFaults(t, bad), "\n"); !strings.Contains("\n"+found, "\n"+word+" ") {
				t.Errorf("found %q", found)
			}
		})
	}
	t.Run("zip of version 0", func(t *testing.T) {
		bad := bytes.Clone(full(t))
		at := bytes.Index(bad, []byte("PK\x01\x02"))
		binary.LittleEndian.PutUint16(bad[at+6:], 0)
		if found := trial.ExcelFaults(t, bad); len(found) != 1 || !strings.HasPrefix(found[0], "zip ") {
			t.Errorf("found %q", found)
		}
	})
}

func TestASeriesIsOfCellsOrRefused(t *testing.T) {
	good := Series{Name: Ref("一", One(1, 2)), Categories: Ref("一", Column(1, 2, 3)), Values: Ref("一", Column(2, 2, 3))}
	for name, change := range map[string]func(*Series){
		"a bare word as a name":       func(s *Series) { s.Name = "完成率" },
		"a name of several cells":     func(s *Series) { s.Name = s.Values },
		"values without a sheet":      func(s *Series) { s.Values = "$B$2:$B$3" },
		"values of another workbook":  func(s *Series) { s.Values = "'二'!$B$2:$B$3" },
		"categories that are a block": func(s *Series) { s.Categories = Ref("一", Range{1, 1, 2, 2}) },
	} {
		t.Run(name, func(t *testing.T) {
			series := good
			change(&series)
			b := New(Props{Created: someDay})
			b.Sheet("一").Chart(Chart{At: Range{5, 1, 20, 8}, Title: "图", Series: []Series{good, series}})
			if _, err := b.Bytes(); err == nil || !strings.Contains(err.Error(), "图") {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestALongHeaderIsShortened(t *testing.T) {
	b := New(Props{Created: someDay})
	b.Sheet("一").PrintAs(Print{Header: HeaderFooter{Left: strings.Repeat("规划&", 125), Right: "主要目标一览表"}, Footer: HeaderFooter{Right: "第 " + pageNo + " 页"}})
	data := trial.Got(b.Bytes())(t)
	sheet := trial.Parts(t, data)["xl/worksheets/sheet1.xml"]
	if !strings.Contains(sheet, "…&amp;R主要目标一览表") || !strings.Contains(sheet, "&amp;L规划&amp;&amp;规划") {
		t.Errorf("got %s", sheet)
	}
	if found := trial.ExcelFaults(t, data); len(found) > 0 {
		t.Error(found)
	}
}
