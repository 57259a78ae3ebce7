package ooxml

import (
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tianbao/seeds/trial"
)

// looked is a book as excelize writes it, read back.
func looked(t *testing.T, edit func(f *excelize.File)) *Book {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	edit(f)
	out := trial.Got(f.WriteToBuffer())(t)
	return trial.Made(Read(out.Bytes(), DefaultLimits()))(t)
}

func cellOf(b *Book, row, col int) Cell {
	for _, r := range b.Sheets[0].Rows {
		for _, c := range r.Cells {
			if r.R == row && c.Col == col {
				return c
			}
		}
	}
	return Cell{}
}

func TestWhatIsStruckOutIsKnown(t *testing.T) {
	b := looked(t, func(f *excelize.File) {
		struck := &excelize.Font{Strike: true}
		for at, runs := range map[string][]excelize.RichTextRun{
			"A1": {{Text: "建成3家。"}, {Text: "另有2家开工。", Font: struck}, {Text: "累计8家。"}},
			"A2": {{Text: "全部", Font: struck}, {Text: "划去", Font: struck}},
			"A3": {{Text: "10"}, {Text: "3", Font: &excelize.Font{VertAlign: "superscript"}}},
			"A4": {{Text: "没有", Font: &excelize.Font{Bold: true}}, {Text: "划去"}},
		} {
			trial.Must(t, f.SetCellRichText("Sheet1", at, runs))
		}
		style := trial.Got(f.NewStyle(&excelize.Style{Font: struck}))(t)
		f.SetCellValue("Sheet1", "A5", 7)
		f.SetCellStyle("Sheet1", "A5", "A5", style)
	})
	for row, want := range map[int]struct {
		text   string
		strike Strike
	}{1: {"建成3家。累计8家。", Partly}, 2: {"全部划去", Wholly}, 3: {"10³", Clear}, 4: {"没有划去", Clear}, 5: {"7", Wholly}} {
		if c := cellOf(b, row, 1); c.Text != want.text || c.Strike != want.strike {
			t.Errorf("A%d: %+v", row, c)
		}
	}
	if s := b.Sheets[0].Struck; len(s) != 1 || s[0] != (Words{1, 1, "建成3家。另有2家开工。累计8家。"}) {
		t.Errorf("%+v", s)
	}
}

func TestNumbersKnowWhatTheirFormatShows(t *testing.T) {
	b := looked(t, func(f *excelize.File) {
		for at, code := range map[string]string{"A1": `0!.00,,"亿"`, "A2": `0.00`, "A3": `0"人"`} {
			style := trial.Got(f.NewStyle(&excelize.Style{CustomNumFmt: &code}))(t)
			f.SetCellValue("Sheet1", at, 1500000000)
			f.SetCellStyle("Sheet1", at, at, style)
		}
	})
	for row, want := range map[int]string{1: "15.00亿", 2: "1500000000.00", 3: "1500000000人"} {
		c := cellOf(b, row, 1)
		if look, ok := b.Shown(&c); !ok || look.Text != want {
			t.Errorf("A%d: %+v %v", row, look, ok)
		}
	}
}

func TestTextInTheColourOfTheGroundIsUnseen(t *testing.T) {
	b := looked(t, func(f *excelize.File) {
		for at, style := range map[string]*excelize.Style{
			"A1": {Font: &excelize.Font{Color: "FFFFFF"}},
			"A2": {Font: &excelize.Font{Color: "FFFFFF"}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"1F4E79"}}},
			"A3": {Font: &excelize.Font{Color: "FFFF00"}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"FFFF00"}}},
			"A4": {Font: &excelize.Font{Color: "FF0000"}},
		} {
			id := trial.Got(f.NewStyle(style))(t)
			f.SetCellValue("Sheet1", at, "字")
			f.SetCellStyle("Sheet1", at, at, id)
		}
	})
	for row, want := range map[int]Unseen{1: Pale, 2: Seen, 3: Pale, 4: Seen} {
		if c := cellOf(b, row, 1); c.Unseen != want {
			t.Errorf("A%d: %v", row, c.Unseen)
		}
	}
}

func TestWhatStandsOutsideTheCellsIsKnown(t *testing.T) {
	b := looked(t, func(f *excelize.File) {
		trial.Must(t, f.AddComment("Sheet1", excelize.Comment{Cell: "B2", Author: "李四", Paragraph: []excelize.RichTextRun{{Text: "此数待核"}}}))
		trial.Must(t, f.AddShape("Sheet1", &excelize.Shape{Cell: "D5", Type: "rect", Paragraph: []excelize.RichTextRun{{Text: "以上数据为快报数"}}}))
	})
	var got []string
	for _, n := range b.Sheets[0].Notes {
		got = append(got, strings.Join([]string{string(rune('0' + int(n.Kind))), n.Author, n.Text, string(rune('A' + n.Col - 1)), string(rune('0' + n.Row))}, "|"))
	}
	if want := "0|李四|此数待核|B|2 1||以上数据为快报数|D|5"; strings.Join(got, " ") != want {
		t.Errorf("%q", got)
	}
}

func TestThreadsAndShapesWithoutWordsAreKnown(t *testing.T) {
	f := excelize.NewFile()
	trial.Must(t, f.AddComment("Sheet1", excelize.Comment{Cell: "B2", Author: "tc={1}", Paragraph: []excelize.RichTextRun{{Text: "[线程批注]\n\n你的 Excel 版本可读取此线程批注。\n\n注释:\n    此数待核"}}}))
	trial.Must(t, f.AddShape("Sheet1", &excelize.Shape{Cell: "D5", Type: "line"}))
	out, _ := f.WriteToBuffer()
	for name, c := range map[string]struct {
		change func(name, body string) string
		want   []Note
	}{
		"what older programs see of a thread": {func(_, body string) string { return body }, []Note{{Kind: Comment, Row: 2, Col: 2, Text: "此数待核"}, {Kind: Drawn, Row: 5, Col: 4, Over: Range{5, 4, 13, 6}}}},
		"a thread": {func(name, body string) string {
			switch {
			case strings.HasSuffix(name, "sheet1.xml.rels"):
				return strings.Replace(body, "/relationships/comments", "/relationships/threadedComment", 1)
			case strings.HasSuffix(name, "comments1.xml"):
				return `<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="B2" id="{1}"><text>此数待核</text></threadedComment><threadedComment ref="B2" parentId="{1}"><text>已核</text></threadedComment></ThreadedComments>`
			}
			return body
		}, []Note{{Kind: Comment, Row: 2, Col: 2, Text: "此数待核"}, {Kind: Comment, Row: 2, Col: 2, Text: "已核"}, {Kind: Drawn, Row: 5, Col: 4, Over: Range{5, 4, 13, 6}}}},
	} {
		b, found := Read(repacked(t, out.Bytes(), c.change), DefaultLimits())
		if b == nil {
			t.Fatal(name, found)
		}
		got := b.Sheets[0].Notes
		for i := range got {
			got[i].Author, got[i].thread = "", false
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func TestAFormulaThatNoProgramComputedHasNoValue(t *testing.T) {
	for calc, want := range map[string]Formula{
		`<calcPr fullCalcOnLoad="1"/>`: Uncached, `<calcPr calcId="124519" fullCalcOnLoad="1"/>`: Uncached,
		`<calcPr calcId="191029" fullCalcOnLoad="1"/>`: Cached, `<calcPr calcId="124519"/>`: Cached, ``: Cached, `<calcPr calcId="0" fullCalcOnLoad="0"/>`: Cached,
		`<calcPr calcId="191029" calcCompleted="0"/>`: Uncached, `<calcPr calcId="191029" calcCompleted="1"/>`: Cached,
		`<calcPr forceFullCalc="1"/>`: Uncached, `<calcPr calcId="191029" forceFullCalc="1"/>`: Cached,
	} {
		f := excelize.NewFile()
		f.SetCellFormula("Sheet1", "A1", "1+2")
		out, _ := f.WriteToBuffer()
		data := repacked(t, out.Bytes(), func(name, body string) string {
			switch {
			case strings.HasSuffix(name, "workbook.xml"):
				i := strings.Index(body, "<calcPr")
				j := i + strings.Index(body[i:], "</calcPr>") + len("</calcPr>")
				return body[:i] + calc + body[j:]
			case strings.HasSuffix(name, "sheet1.xml"):
				return strings.Replace(body, "<f>1+2</f>", "<f>1+2</f><v>0</v>", 1)
			}
			return body
		})
		b := trial.Made(Read(data, DefaultLimits()))(t)
		if c := cellOf(b, 1, 1); c.Formula != want || want == Uncached && c.Kind != Empty {
			t.Errorf("%s: %+v", calc, c)
		}
	}
}

// repacked is a package with its parts changed.
func repacked(t *testing.T, data []byte, change func(name, body string) string) []byte {
	t.Helper()
	return trial.Repacked(t, data, func(name string, part []byte) []byte { return []byte(change(name, string(part))) })
}
