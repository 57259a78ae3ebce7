package xl

import (
	"fmt"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"

	"tianbao/seeds/trial"
)

// BenchmarkTemplate writes a workbook of about a template's size on a shared
// palette: 150 rows of 15 columns, lists, checks and a protected sheet.
func BenchmarkTemplate(b *testing.B) {
	p := NewPalette()
	head, body, fill := p.Style(Style{Bold: true, Border: Thin}), p.Style(Style{Wrap: true, Border: Thin}), p.Style(Style{Fill: "FFF2CC", Border: Thin, Unlocked: true})
	red := Style{Fill: "F8CBAD"}
	p.Condition(red)
	value := decimal.RequireFromString("12.5")
	b.ReportAllocs()
	for b.Loop() {
		book := p.Book(Props{Title: "样表", Created: someDay})
		for n := range 3 {
			s := book.Sheet(fmt.Sprint("表", n))
			s.Width(1, 15, 20)
			s.Freeze(2, 2)
			s.Filter(Range{1, 1, 51, 15})
			s.Protect()
			s.PrintAs(Print{Rows: [2]int{1, 1}, Header: HeaderFooter{Centre: "样表"}})
			for c := range 15 {
				s.Text(1, c+1, "标题", head)
				s.Validate(Validation{Cells: []Range{Column(c+1, 2, 51)}, Rule: TextLength, Compare: AtMost, A: "30", Prompt: "填一个数", Error: "不是数"})
			}
			s.When(Condition{Cells: []Range{Column(15, 2, 51)}, Formula: `=O2<>"✓"`, Style: red})
			for r := 2; r <= 51; r++ {
				for c := 1; c < 8; c++ {
					s.Text(r, c, "坚持创新驱动发展,全面塑造发展新优势", body)
				}
				for c := 8; c < 14; c++ {
					s.Blank(r, c, fill)
				}
				s.Number(r, 14, value, fill)
				s.Formula(r, 15, `IF(N2="","未填","✓")`, "✓", body)
				s.Height(r, 30)
			}
		}
		if _, err := book.Bytes(); err != nil {
			b.Fatal(err)
		}
	}
}

// The two benchmarks below write the same 20,000 rows of 15 cells: ours, and the
// library's StreamWriter alone.
const benchRows, benchCols = 20000, 15

func BenchmarkRows(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		book := New(Props{Created: someDay})
		s := book.Sheet("一")
		for r := 1; r <= benchRows; r++ {
			for c := 1; c < benchCols; c++ {
				s.Text(r, c, "坚持创新驱动发展,全面塑造发展新优势", 0)
			}
			s.Int(r, benchCols, r, 0)
		}
		if _, err := book.Bytes(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkStreamWriterAlone(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		f := excelize.NewFile()
		w := trial.Got(f.NewStreamWriter("Sheet1"))(b)
		cells := make([]any, benchCols)
		for c := range benchCols - 1 {
			cells[c] = "坚持创新驱动发展,全面塑造发展新优势"
		}
		for r := 1; r <= benchRows; r++ {
			cells[benchCols-1] = r
			trial.Must(b, w.SetRow(Cell(r, 1), cells))
		}
		trial.Must(b, w.Flush())
		if _, err := f.WriteToBuffer(); err != nil {
			b.Fatal(err)
		}
		f.Close()
	}
}
