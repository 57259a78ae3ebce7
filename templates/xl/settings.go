package xl

import (
	"fmt"
	"slices"
	"strconv"
)

// settings is what a sheet has besides cells.
type settings struct {
	widths      []width
	merges      []Range
	links       []link
	validations []Validation
	conditions  []Condition
	charts      []Chart
	freeze      *[2]int // first row and column that scroll
	filter      *Range
	asText      []Range
	print       *Print
	tab         string
	bare        bool
	protected   bool
	summaryTop  bool // a group's heading row is above its rows
}

type width struct {
	col1, col2 int
	chars      float64
	hidden     bool
}

type link struct{ from, to string }

// Width sets columns' width in characters of the body font; a Chinese character
// takes two. What is said later of a column counts.
func (s *Sheet) Width(col1, col2 int, chars float64) {
	s.width(width{col1: col1, col2: col2, chars: chars})
}

func (s *Sheet) width(w width) {
	if w.col1 < 1 || w.col2 > maxCols || w.col1 > w.col2 || w.chars < 0 || w.chars > maxWidth {
		s.book.fail(fmt.Errorf("%s: 第 %d 至 %d 列的宽度 %g 不合规定", s.name, w.col1, w.col2, w.chars))
		return
	}
	s.widths = append(s.widths, w)
}

const maxWidth = 255 // characters

// Merge joins cells; the value is the one at the upper left. Blocks must not overlap,
// which is seen when the sheet is written.
func (s *Sheet) Merge(r Range) { s.merges = append(s.merges, r) }

// apart makes sure that no merged blocks overlap.
func (s *Sheet) apart() error {
	last := map[int]Range{} // by column
	for _, m := range slices.SortedStableFunc(slices.Values(s.merges), func(a, b Range) int { return a.Row1 - b.Row1 }) {
		for col := m.Col1; col <= m.Col2; col++ {
			if above, ok := last[col]; ok && above.Row2 >= m.Row1 {
				return fmt.Errorf("%s!%s: 合并单元格 %s 与 %s 重叠", s.name, Cell(m.Row1, m.Col1), m, above)
			}
			last[col] = m
		}
	}
	return nil
}

// Freeze holds the rows above and the columns left of the cell in place.
func (s *Sheet) Freeze(row, col int) { s.freeze = &[2]int{row, col} }

// Filter puts filter buttons on the first row of the block.
func (s *Sheet) Filter(r Range) { s.filter = &r }

// NumbersAsText says that digits stored as text are meant so in the block: the
// program does not mark them with green corners.
func (s *Sheet) NumbersAsText(r Range) { s.asText = append(s.asText, r) }

// Protect locks what is not Unlocked, without a password. Filtering, row height
// and column width stay allowed.
func (s *Sheet) Protect() { s.protected = true }

// Tab colours the sheet's tab, RRGGBB.
func (s *Sheet) Tab(color string) { s.tab = color }

// Show sets the sheet's visibility.
func (s *Sheet) Show(state State) { s.state = state }

// NoGrid hides the grid lines on screen.
func (s *Sheet) NoGrid() { s.bare = true }

// columns settles what was said of columns, ascending and without overlap; what
// was said later counts.
func (s *Sheet) columns() []width {
	var all []width
	for _, w := range s.widths {
		var kept []width
		for _, old := range all {
			if old.col1 < w.col1 {
				left := old
				left.col2 = min(old.col2, w.col1-1)
				kept = append(kept, left)
			}
			if old.col2 > w.col2 {
				right := old
				right.col1 = max(old.col1, w.col2+1)
				kept = append(kept, right)
			}
		}
		all = append(kept, w)
	}
	slices.SortFunc(all, func(a, b width) int { return a.col1 - b.col1 })
	return all
}

func (s *Sheet) appendColumns(buf []byte) []byte {
	all := s.columns()
	if len(all) == 0 {
		return buf
	}
	buf = append(buf, `<cols>`...)
	for _, w := range all {
		buf = fmt.Appendf(buf, `<col min="%d" max="%d" width="%s" customWidth="1"`, w.col1, w.col2, strconv.FormatFloat(w.chars, 'f', -1, 64))
		if w.hidden {
			buf = append(buf, ` hidden="1"`...)
		}
		buf = append(buf, `/>`...)
	}
	return append(buf, `</cols>`...)
}
