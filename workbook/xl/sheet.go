package xl

import (
	"fmt"
	"strconv"
	"unicode/utf8"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"
)

// The limits of the format.
const (
	MaxRows      = 1048576
	MaxCols      = 16384
	MaxText      = 32767 // UTF-16 units of a cell's text
	MaxFormula   = 8192  // characters
	MaxRowHeight = 409.0 // points
)

// State is a sheet's visibility.
type State uint8

// The states. A very hidden sheet does not stand in the program's list either.
const (
	Visible State = iota
	Hidden
	VeryHidden
)

// Sheet is a sheet of a Book. Cells may be set in any order, later ones replace
// earlier ones, and settings may come before or after them. Rows and columns
// count from 1. The first failure sticks in the book.
type Sheet struct {
	book  *Book
	name  string
	state State
	rows  []row
	last  int // index in rows of the row set last
	settings
}

type row struct {
	r       int
	height  float64
	hidden  bool
	outline uint8
	cells   []cell
}

type cell struct {
	col   int32
	style int32
	value any // nil, string, float64, bool, []excelize.RichTextRun, computed
}

// computed is a formula with the value it has now.
type computed struct {
	formula string
	value   any
}

// Name returns the sheet's name.
func (s *Sheet) Name() string { return s.name }

// Err returns the first failure of the book, with its place.
func (s *Sheet) Err() error { return s.book.err }

// Text sets a text. It stays text whatever it begins with. Line ends become \n,
// characters that XML forbids are left out. Over MaxText it is a failure: what
// to cut is for the caller to say.
func (s *Sheet) Text(row, col int, text string, style StyleID) {
	text = cleanText(text)
	if len(text) > MaxText && utf16Len(text) > MaxText {
		s.fail(row, col, fmt.Errorf("文字超过 %d 字", MaxText))
		return
	}
	s.set(row, col, style, text)
}

// Number sets a number. The format holds binary numbers: beyond 15 significant
// digits a decimal is not kept exactly.
func (s *Sheet) Number(row, col int, n decimal.Decimal, style StyleID) {
	f, err := strconv.ParseFloat(n.String(), 64)
	if err != nil {
		s.fail(row, col, err)
		return
	}
	s.set(row, col, style, f)
}

// Int sets a whole number.
func (s *Sheet) Int(row, col, n int, style StyleID) { s.set(row, col, style, float64(n)) }

// Blank sets a cell that has a style only.
func (s *Sheet) Blank(row, col int, style StyleID) { s.set(row, col, style, nil) }

// Formula sets a formula, with or without "=", and the value it has now: a
// string, an int or a decimal. Programs that do not compute show that value.
func (s *Sheet) Formula(row, col int, formula string, now any, style StyleID) {
	c := computed{formula: stripEquals(formula)}
	switch v := now.(type) {
	case string:
		c.value = cleanText(v)
	case int:
		c.value = float64(v)
	case decimal.Decimal:
		c.value, _ = strconv.ParseFloat(v.String(), 64)
	default:
		s.fail(row, col, fmt.Errorf("公式的当前值类型 %T 不支持", now))
		return
	}
	if utf8.RuneCountInString(formula) > MaxFormula {
		s.fail(row, col, fmt.Errorf("公式超过 %d 字", MaxFormula))
		return
	}
	s.set(row, col, style, c)
}

// Run is a stretch of text in a style; fill, border and alignment do not apply.
type Run struct {
	Text  string
	Style Style
}

// Rich sets a text of several runs.
func (s *Sheet) Rich(row, col int, runs []Run, style StyleID) {
	out := make([]excelize.RichTextRun, len(runs))
	for i, r := range runs {
		out[i] = excelize.RichTextRun{Text: cleanText(r.Text), Font: r.Style.font()}
	}
	s.set(row, col, style, out)
}

// Link sets a text that leads to a cell of this workbook.
func (s *Sheet) Link(row, col int, text, sheet string, at Range, style StyleID) {
	s.Text(row, col, text, style)
	s.links = append(s.links, link{from: Cell(row, col), to: SheetRef(sheet) + at.String()})
}

// Height sets a row's height in points, cut to MaxRowHeight; see RowHeight.
func (s *Sheet) Height(row int, points float64) {
	if r := s.row(row); r != nil {
		r.height = min(points, MaxRowHeight)
	}
}

// HideRow hides a row.
func (s *Sheet) HideRow(row int) {
	if r := s.row(row); r != nil {
		r.hidden = true
	}
}

// Outline puts a row on a level of grouping, 1 to 7.
func (s *Sheet) Outline(row, level int) {
	if r := s.row(row); r != nil {
		r.outline = uint8(level)
	}
}

func (s *Sheet) set(row, col int, style StyleID, value any) {
	if col < 1 || col > MaxCols {
		s.fail(row, 1, fmt.Errorf("没有第 %d 列", col))
		return
	}
	r := s.row(row)
	if r == nil {
		return
	}
	c := cell{col: int32(col), style: int32(style), value: value}
	at := len(r.cells)
	for at > 0 && r.cells[at-1].col > c.col {
		at--
	}
	if at > 0 && r.cells[at-1].col == c.col {
		r.cells[at-1] = c
		return
	}
	if at == len(r.cells) {
		r.cells = append(r.cells, c)
		return
	}
	r.cells = append(r.cells[:at+1], r.cells[at:]...)
	r.cells[at] = c
}

// row returns the row of that number, made where it is new; nil beyond the sheet.
func (s *Sheet) row(n int) *row {
	if s.last < len(s.rows) && s.rows[s.last].r == n {
		return &s.rows[s.last]
	}
	if n < 1 || n > MaxRows {
		s.fail(max(n, 0), 1, fmt.Errorf("没有第 %d 行", n))
		return nil
	}
	s.last = len(s.rows)
	if s.last > 0 && s.rows[s.last-1].r >= n {
		s.last = s.search(n)
		if s.rows[s.last].r == n {
			return &s.rows[s.last]
		}
	}
	s.insert(s.last, n)
	return &s.rows[s.last]
}

func (s *Sheet) fail(row, col int, err error) {
	s.book.fail(fmt.Errorf("%s!%s: %w", s.name, Cell(row, col), err))
}
