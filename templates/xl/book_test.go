package xl

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"

	"tianbao/seeds/trial"
)

var someDay = time.Date(2025, 1, 1, 8, 0, 0, 0, time.UTC)

// everything uses each thing a book can hold.
func everything(b *Book) *Book {
	head := b.Style(Style{Bold: true, Fill: "D9E1F2", Border: Thin, Align: Middle, Wrap: true})
	fill := b.Style(Style{Fill: "FFF2CC", Border: Thin, Unlocked: true, NumFmt: "0.00"})
	body := b.Style(Style{Wrap: true, VAlign: Top, Border: Thin})
	cover := b.Sheet("填报说明")
	cover.Link(2, 1, "量化目标", "量化目标", One(1, 1), body)
	cover.Text(3, 1, " 黄色单元格 ", body)
	cover.PrintAs(Print{Portrait: true, OnePage: true})
	s := b.Sheet("量化目标")
	s.Width(1, 1, 10)
	s.Width(2, 3, 30)
	s.width(width{col1: 5, col2: 5, chars: 8, hidden: true})
	s.Chart(Chart{Bars: true, At: Range{1, 7, 20, 14}, Title: "进度",
		Series: []Series{{Name: Ref("量化目标", One(1, 2)), Categories: Ref("量化目标", Column(1, 2, 4)), Values: Ref("量化目标", Column(2, 2, 4)), Color: "4472C4"}}})
	for i, h := range []string{"编号", "本年值", "说明", "自检"} {
		s.Text(1, i+1, h, head)
	}
	s.Height(1, 30)
	for r := 2; r <= 4; r++ {
		s.Text(r, 1, "=1+1", body)
		s.Number(r, 2, decimal.RequireFromString("12.345"), fill)
		s.Text(r, 3, " 两行\r\n\x01文字_x000D_ <&> ", body)
		s.Formula(r, 4, "=IF("+Cell(r, 2)+"<=5,\"<缺>\",\"✓\")", "✓", body)
	}
	s.Blank(5, 2, fill)
	s.group(3, 1)
	s.Merge(Range{5, 3, 5, 4})
	s.Freeze(2, 2)
	s.Filter(Range{1, 1, 4, 4})
	s.Protect()
	s.Tab("00B050")
	s.Validate(Validation{Cells: []Range{Column(2, 2, 4)}, Rule: Custom, A: `=AND(B2<=5,C2<>"")`, PromptTitle: "提示", Prompt: "填一个数", ErrorTitle: "不对", Error: "不是数"})
	s.Validate(Validation{Cells: []Range{Column(3, 2, 4)}, Rule: List, A: "list.basis"})
	s.When(Condition{Cells: []Range{Column(4, 2, 4)}, Formula: `=D2<>"✓"`, Style: Style{Fill: "F8CBAD", Color: "9C0006"}})
	s.PrintAs(Print{Rows: [2]int{1, 1}, Cols: [2]int{1, 1}, Area: &Range{1, 1, 5, 4}, Header: HeaderFooter{Centre: "2024年 R&D"}, Footer: HeaderFooter{Left: "TB-1", Right: PageOf}})
	lists := b.Sheet("_tianbao")
	lists.Text(1, 1, "期末值", 0)
	lists.Text(2, 1, "累计值", 0)
	lists.Show(VeryHidden)
	b.Name("list.basis", Ref("_tianbao", Column(1, 1, 2)))
	b.HiddenName("tianbao.identity", Quote(`{"a":"b"}`))
	return b
}

func full(t testing.TB) []byte {
	t.Helper()
	return trial.Got(everything(New(Props{Title: "样表", Created: someDay, Revision: 1})).Bytes())(t)
}

func TestTheSameBookGivesTheSameBytes(t *testing.T) {
	first := full(t)
	for i := range 50 {
		if !bytes.Equal(first, full(t)) {
			t.Fatalf("run %d differs", i)
		}
	}
	b := everything(New(Props{Title: "样表", Created: someDay, Revision: 1}))
	for range 2 {
		again, err := b.Bytes()
		if err != nil || !bytes.Equal(first, again) {
			t.Fatalf("a book written twice differs: %v", err)
		}
	}
}

func TestASharedPaletteGivesTheBytesOfAPrivateOne(t *testing.T) {
	p := NewPalette()
	probe := New(Props{})
	probe.palette = p
	everything(probe)
	for range 2 {
		data := trial.Got(everything(p.Book(Props{Title: "样表", Created: someDay, Revision: 1})).Bytes())(t)
		if !bytes.Equal(data, full(t)) {
			t.Fatal("differs")
		}
	}
	b := p.Book(Props{})
	b.Style(Style{Size: 77})
	if _, err := b.Bytes(); !errors.Is(err, errSealed) {
		t.Fatalf("a late style gave %v", err)
	}
	if p.err != nil {
		t.Fatalf("one book's failure reached the palette: %v", p.err)
	}
}

func TestEveryPartIsWellFormedAndTypesAreSorted(t *testing.T) {
	zr := trial.Got(zip.NewReader(bytes.NewReader(full(t)), int64(len(full(t)))))(t)
	if zr.File[0].Name != "[Content_Types].xml" {
		t.Fatalf("first entry is %s", zr.File[0].Name)
	}
	for _, f := range zr.File {
		r := trial.Got(f.Open())(t)
		d := xml.NewDecoder(r)
		var err error
		for err == nil {
			_, err = d.Token()
		}
		if err != io.EOF {
			t.Errorf("%s: %v", f.Name, err)
		}
		if y := f.Modified.Year(); y > 1980 {
			t.Errorf("%s carries the year %d", f.Name, y)
		}
	}
}

func TestTheDumpShowsEverything(t *testing.T) {
	got := trial.Got(Dump(full(t)))(t)
	trial.Golden(t, "testdata/everything.txt", got)
}

func TestTextStaysText(t *testing.T) {
	b := New(Props{Created: someDay})
	s := b.Sheet("一")
	texts := []string{"=1+1", "+1", "-1", "@x", "0012", "TRUE", "#N/A", " 空格 ", "两\n行", "_x000D_", "_x005F_x000D_", "<a>&\"'", "\t表", "😀", "\u200b", "\u00a0"}
	for i, text := range texts {
		s.Text(i+1, 1, text, 0)
	}
	s.Text(100, 1, "a\x00b\x0bc\r\nd\re\xff\ufffe", 0)
	data := trial.Got(b.Bytes())(t)
	f := trial.Got(excelize.OpenReader(bytes.NewReader(data)))(t)
	defer f.Close()
	for i, text := range texts {
		at := Cell(i+1, 1)
		got, _ := f.GetCellValue("一", at)
		kind, _ := f.GetCellType("一", at)
		if got != text || kind != excelize.CellTypeInlineString {
			t.Errorf("%q came back as %q, type %d", text, got, kind)
		}
	}
	if got, _ := f.GetCellValue("一", "A100"); got != "abc\nd\ne\ufffd" {
		t.Errorf("cleaned text is %q", got)
	}
}

func TestFailuresStickWithTheirCell(t *testing.T) {
	for name, c := range map[string]struct {
		do   func(*Book, *Sheet)
		want string
	}{
		"text over the limit":  {func(b *Book, s *Sheet) { s.Text(3, 2, strings.Repeat("字", maxText+1), 0) }, "一!B3"},
		"row beyond the sheet": {func(b *Book, s *Sheet) { s.Text(MaxRows+1, 1, "", 0) }, "1048577"},
		"sheet name twice":     {func(b *Book, s *Sheet) { b.Sheet("一") }, "重名"},
		"sheet name too long":  {func(b *Book, s *Sheet) { b.Sheet(strings.Repeat("长", 32)) }, "不合规定"},
		"prompt over the limit": {func(b *Book, s *Sheet) {
			s.Validate(Validation{Cells: []Range{One(1, 1)}, Prompt: strings.Repeat("长", 256), Rule: AnyValue})
		}, "提示超过"},
		"overlapping merges":        {func(b *Book, s *Sheet) { s.Merge(Range{1, 1, 2, 2}); s.Merge(Range{2, 2, 3, 3}) }, "重叠"},
		"all sheets hidden":         {func(b *Book, s *Sheet) { s.Show(VeryHidden) }, "可见"},
		"column beyond the sheet":   {func(b *Book, s *Sheet) { s.Text(1, 0, "", 0) }, "列"},
		"a number without a number": {func(b *Book, s *Sheet) { s.Formula(1, 1, "1", 1.5, 0) }, "公式"},
	} {
		t.Run(name, func(t *testing.T) {
			b := New(Props{})
			s := b.Sheet("一")
			c.do(b, s)
			s.Text(1, 1, "later", 0)
			if _, err := b.Bytes(); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
}

func TestColumnsAreInOrderAndDoNotOverlap(t *testing.T) {
	s := New(Props{}).Sheet("一")
	s.Width(1, 10, 8)
	s.width(width{col1: 12, col2: 12, chars: 5, hidden: true})
	s.Width(3, 4, 20)
	s.Width(4, 4, 9)
	got := string(s.appendColumns(nil))
	want := `<cols><col min="1" max="2" width="8" customWidth="1"/><col min="3" max="3" width="20" customWidth="1"/>` +
		`<col min="4" max="4" width="9" customWidth="1"/><col min="5" max="10" width="8" customWidth="1"/>` +
		`<col min="12" max="12" width="5" customWidth="1" hidden="1"/></cols>`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestCellsMayComeInAnyOrder(t *testing.T) {
	build := func(order [][2]int) []byte {
		b := New(Props{Created: someDay})
		s := b.Sheet("一")
		for _, at := range order {
			s.Text(at[0], at[1], Cell(at[0], at[1]), 0)
		}
		return trial.Got(b.Bytes())(t)
	}
	a := build([][2]int{{1, 1}, {1, 2}, {2, 3}, {5, 1}, {5, 4}})
	z := build([][2]int{{5, 4}, {2, 3}, {1, 2}, {5, 1}, {1, 1}, {2, 3}})
	if !bytes.Equal(a, z) {
		t.Fatal("order shows")
	}
}

func TestLibreOfficeOpensEverything(t *testing.T) {
	f := trial.Got(excelize.OpenReader(bytes.NewReader(trial.Converted(t, full(t), "xlsx"))))(t)
	defer f.Close()
	for cell, want := range map[string]string{"A2": "=1+1", "B2": "12.345", "C3": " 两行\n文字_x000D_ <&> "} {
		if got, _ := f.GetCellValue("量化目标", cell, excelize.Options{RawCellValue: true}); got != want {
			t.Errorf("%s is %q after a round trip, want %q", cell, got, want)
		}
	}
	validations, err := f.GetDataValidations("量化目标")
	if err != nil || len(validations) != 2 {
		t.Errorf("%d validations survive, %v", len(validations), err)
	}
}

func TestBooksOfOnePaletteMayBeWrittenAtOnce(t *testing.T) {
	p := NewPalette()
	probe := New(Props{})
	probe.palette = p
	everything(probe)
	want := full(t)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			data, err := everything(p.Book(Props{Title: "样表", Created: someDay, Revision: 1})).Bytes()
			if err != nil || !bytes.Equal(data, want) {
				t.Errorf("differs, %v", err)
			}
		})
	}
	wg.Wait()
}
