package xl

import (
	"fmt"
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"tianbao/seeds/text"
)

// The limits of the format.
const (
	MaxRows      = 1048576
	maxCols      = 16384
	maxText      = 32767 // UTF-16 units of a cell's text
	maxFormula   = 8192  // characters
	maxRowHeight = 409.0 // points
)

const maxLinks = 65530

// State is a sheet's visibility.
type State uint8

// The states. A very hidden sheet is not in the program's list of hidden sheets.
const (
	Visible State = iota
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
	drawn *drawing
	settings
}

type row struct {
	r       int
	height  float64
	grows   bool // with what is typed into it
	outline uint8
	cells   []cell
}

type cell struct {
	col, style int32
	kind       kind
	text       string // text, or literal of a number; of a formula its value now
	formula    string
}

type kind uint8

const (
	blank kind = iota
	textCell
	numberCell
)

// Name returns the sheet's name.
func (s *Sheet) Name() string { return s.name }

// Text sets a text. It stays text whatever it begins with. Line ends become \n,
// characters that XML forbids are left out. Over maxText it is a failure: what
// to cut is for the caller to say.
func (s *Sheet) Text(row, col int, text string, style StyleID) {
	text = s.fitting(row, col, text)
	s.set(row, cell{col: int32(col), style: int32(style), kind: textCell, text: text})
}

func (s *Sheet) fitting(row, col int, words string) string {
	if s.drawn != nil && s.drawn.out == nil {
		return words // to see how far the sheet reaches; it comes again when the book is written
	}
	words = cleanText(words)
	if len(words) > maxText && text.Units(words) > maxText {
		s.fail(row, col, fmt.Errorf("文字超过 %d 字", maxText))
	}
	return words
}

// Number sets a number, digit by digit; programs show the first 15.
func (s *Sheet) Number(row, col int, n decimal.Decimal, style StyleID) {
	s.set(row, cell{col: int32(col), style: int32(style), kind: numberCell, text: s.literal(row, col, n)})
}

// literal prints a number. The format's numbers end at 1E308.
func (s *Sheet) literal(row, col int, n decimal.Decimal) string {
	if e := int(n.Exponent()); e > maxExponent || e < -maxExponent {
		s.fail(row, col, fmt.Errorf("数字超出范围"))
		return "0"
	}
	return n.String()
}

const maxExponent = 300

// Int sets a whole number.
func (s *Sheet) Int(row, col, n int, style StyleID) {
	s.set(row, cell{col: int32(col), style: int32(style), kind: numberCell, text: strconv.Itoa(n)})
}

// Blank sets a cell that has a style only.
func (s *Sheet) Blank(row, col int, style StyleID) {
	s.set(row, cell{col: int32(col), style: int32(style)})
}

// Formula sets a formula, with or without "=", and the value it has now: a
// string, an int or a decimal. Programs that do not compute show that value.
func (s *Sheet) Formula(row, col int, formula string, now any, style StyleID) {
	c := cell{col: int32(col), style: int32(style), kind: numberCell, formula: cleanText(strings.TrimPrefix(formula, "="))}
	switch v := now.(type) {
	case string:
		c.kind, c.text = textCell, s.fitting(row, col, v)
	case int:
		c.text = strconv.Itoa(v)
	case decimal.Decimal:
		c.text = s.literal(row, col, v)
	default:
		s.fail(row, col, fmt.Errorf("公式的当前值类型 %T 不支持", now))
	}
	if utf8.RuneCountInString(formula) > maxFormula {
		s.fail(row, col, fmt.Errorf("公式超过 %d 字", maxFormula))
	}
	s.set(row, c)
}

// Link sets a text that leads to a cell of this workbook. Beyond the format's
// number of links a sheet it is text only.
func (s *Sheet) Link(row, col int, text, sheet string, at Range, style StyleID) {
	s.Text(row, col, text, style)
	if len(s.links) < maxLinks {
		s.links = append(s.links, link{from: Cell(row, col), to: SheetRef(sheet) + at.String()})
	}
}

// Height sets a row's height in points, cut to MaxRowHeight; see RowHeight.
func (s *Sheet) Height(row int, points float64) {
	if r := s.row(row); r != nil {
		r.height = min(points, maxRowHeight)
	}
}

// Grow sets the height a row has at first; it grows with what is typed into it.
func (s *Sheet) Grow(row int, points float64) {
	if r := s.row(row); r != nil {
		r.height, r.grows = min(points, maxRowHeight), true
	}
}

// group puts a row on a level of grouping, 1 to 7; 0 is none.
func (s *Sheet) group(row, level int) {
	if level < 0 || level > 7 {
		s.fail(row, 1, fmt.Errorf("分级 %d 不在 0 至 7 之间", level))
		return
	}
	if r := s.row(row); r != nil {
		r.outline = uint8(level)
	}
}

func (s *Sheet) set(row int, c cell) {
	if c.col < 1 || c.col > maxCols {
		s.fail(row, 1, fmt.Errorf("没有第 %d 列", c.col))
		return
	}
	r := s.row(row)
	if r == nil {
		return
	}
	at := len(r.cells)
	for at > 0 && r.cells[at-1].col > c.col {
		at--
	}
	if at > 0 && r.cells[at-1].col == c.col {
		r.cells[at-1] = c
		return
	}
	r.cells = slices.Insert(r.cells, at, c)
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
	if s.drawn != nil && len(s.rows) > 0 {
		s.drawn.pass(s, n)
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

// search returns where a row stands or belongs.
func (s *Sheet) search(n int) int {
	return sort.Search(len(s.rows), func(i int) bool { return s.rows[i].r >= n })
}

// insert makes room for a row. Rows mostly come in order, with as many cells as
// the row before.
func (s *Sheet) insert(at, n int) {
	width := 0
	if at > 0 {
		width = len(s.rows[at-1].cells)
	}
	if s.drawn != nil {
		s.rows = append(s.rows, row{r: n, cells: s.drawn.room[:0]})
		return
	}
	s.rows = slices.Insert(s.rows, at, row{r: n, cells: make([]cell, 0, width)})
}

// used returns the block of cells that are set, A1 where there are none.
func (s *Sheet) used() Range {
	u := Range{Row1: 1, Col1: 1, Row2: 1, Col2: 1}
	first := true
	if s.drawn != nil && s.drawn.reach.Row1 > 0 {
		u, first = s.drawn.reach, false
	}
	for i := range s.rows {
		cells := s.rows[i].cells
		if len(cells) == 0 {
			continue
		}
		from, to := int(cells[0].col), int(cells[len(cells)-1].col)
		if first {
			u, first = Range{s.rows[i].r, from, s.rows[i].r, to}, false
			continue
		}
		u.Row2, u.Col1, u.Col2 = s.rows[i].r, min(u.Col1, from), max(u.Col2, to)
	}
	return u
}
