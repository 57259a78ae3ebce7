package ooxml

import (
	"slices"
	"strconv"

	"tianbao/seeds/finding"
)

// The largest row and column of a sheet.
const (
	maxRow = 1 << 20
	maxCol = 1 << 14
)

// sheet is a worksheet while it is read.
type sheet struct {
	r        *Reader
	x        *scanner
	g        *Grid
	row      Row
	last     int      // column of the last cell of the row, blank ones too; 0 before the first
	digits   []byte   // of the current row's number
	cells    []Cell   // of the current row; behind them, room for rows to come
	blocks   int      // cells that there was room for so far
	long     int      // room for two of the longest row that met the end of a block
	data     bool     // sheetData was met
	flat     bool     // rows without a height have none
	zerosOff bool     // a zero is not shown
	narrow   []thin   // columns that may be too narrow for a number
	shown    int      // numbers that were held against them
	fresh    *rowTail // of the row being entered, where it is to be learned
	behind   int      // where its tag ends in the window
	slid     int
}

// manyRows is from how many rows on they are handed over instead of being copied.
const manyRows = 4096

// readSheet reads a worksheet part into g.
func (r *Reader) readSheet(g *Grid, key string) error {
	s := sheet{r: r, g: g}
	r.rows = r.rows[:0]
	err := r.part(key, nsMain, "worksheet", func(x *scanner) {
		s.x = x
		for x.child() {
			s.element()
		}
	})
	switch n := len(r.rows); {
	case n > manyRows:
		g.Rows, r.rows = r.rows, nil
	case n > 0:
		g.Rows = slices.Clone(r.rows)
	}
	if err == nil && !s.data {
		err = refuse(finding.SheetDamaged, finding.Given("sheetData"))
	}
	return in(err, finding.Place{Sheet: g.Name, Row: s.row.R, Col: s.last})
}

// element reads one child of the worksheet.
func (s *sheet) element() {
	x := s.x
	switch x.named(nsMain) {
	case "sheetData":
		if s.data {
			x.fail(finding.SheetDamaged, finding.Given("sheetData"))
		}
		s.data = true
		for x.err == nil {
			if s.quickRow() {
				s.readCells()
			} else if x.child() {
				s.readRow()
			} else {
				break
			}
		}
		if x.err == nil {
			s.row, s.last = Row{}, 0
		}
		return
	case "cols":
		for x.child() {
			s.hiddenCols()
			x.skip()
		}
		return
	case "mergeCells":
		for x.child() {
			s.merge()
			x.skip()
		}
		return
	case "headerFooter":
		s.footer()
		return
	case "sheetViews":
		for x.child() {
			_, given := x.attr("showZeros")
			s.zerosOff = s.zerosOff || given && !x.flag("showZeros")
			x.skip()
		}
		return
	case "sheetFormatPr":
		height, given := x.measure("defaultRowHeight")
		s.flat = x.flag("zeroHeight") || given && height < leastHeight
	case "conditionalFormatting":
		s.conditional()
		return
	case "sheetProtection":
		s.g.Protected = x.flag("sheet")
	case "autoFilter":
		s.g.Filtered = true
	}
	x.skip()
}

// readRow reads a row element. A row without a number follows the one before.
func (s *sheet) readRow() {
	x := s.x
	if !s.expect("row") {
		return
	}
	next := s.row.R + 1
	if v, ok := x.attr("r"); ok {
		n, whole := rowNumber(v)
		if !whole || n < next {
			s.row, s.last = Row{}, 0
			if whole {
				s.row.R = n
			}
			x.fail(finding.CellPlace, finding.Given("row r="+string(v)))
			return
		}
		next = n
	}
	if next > maxRow {
		x.fail(finding.CellPlace, finding.Given("row "+strconv.Itoa(next)))
		return
	}
	height, given := x.measure("ht")
	s.begin(next, x.flag("hidden") || given && height < leastHeight || !given && s.flat)
	s.row.points = float32(min(max(height, 0), tallest))
	s.learnRow()
	s.readCells()
}

// Rows lower and columns narrower than these show nothing, in points and characters.
const (
	leastHeight = 2
	leastWidth  = 1
	tallest     = 1000 // a program makes none taller
)

// measure returns an attribute that is a length.
func (x *scanner) measure(name string) (length float64, given bool) {
	v, ok := x.attr(name)
	if !ok {
		return 0, false
	}
	length, err := strconv.ParseFloat(string(trimmed(v)), 64)
	return length, err == nil
}

// begin begins a row.
func (s *sheet) begin(number int, hidden bool) {
	s.row, s.last = Row{R: number, Hidden: hidden}, 0
	s.digits = strconv.AppendInt(s.digits[:0], int64(number), 10)
}

// readCells reads the cells of the row that was begun, to its end.
func (s *sheet) readCells() {
	x := s.x
	for x.err == nil {
		if s.quick() {
			continue
		}
		if !x.child() {
			break
		}
		s.cell()
	}
	if n := len(s.cells); n > 0 {
		s.row.Cells = s.cells[:n:n]
		s.r.rows = append(s.r.rows, s.row)
		s.cells = s.cells[n:]
	}
}

// expect makes sure that the element last entered is the one that belongs here;
// extensions are passed over.
func (s *sheet) expect(name string) bool {
	switch s.x.named(nsMain) {
	case name:
		return true
	case "extLst":
		s.x.skip()
		return false
	}
	return s.x.fail(finding.SheetDamaged, finding.Given(string(s.x.local)))
}

// put adds a cell to the current row.
func (s *sheet) put(c Cell) {
	if s.r.cells++; s.r.cells > s.r.lim.Cells {
		s.x.over(finding.LimitCells, s.r.lim.Cells, "个")
	}
	if s.r.said += len(c.Text); s.r.said > s.r.lim.AllText { // one text may be in millions of cells
		s.r.tooMuchText(s.x)
	}
	if len(s.cells) == cap(s.cells) {
		s.room()
	}
	s.cells = append(s.cells, c)
}

// mostCells is how many cells a block has, unless a row needs more.
const mostCells = 4096

// room moves the current row to a new block, as large as the bytes still to come
// make likely, after those that were read.
func (s *sheet) room() {
	const least, longest = 96, 32 << 10
	left := int(s.r.in.left) + s.x.have - s.x.pos
	ahead := int(int64(left) * int64(s.blocks) / max(s.r.in.e.size-int64(left), 1))
	size := max(min(ahead+ahead/8, mostCells), least, s.long, 2*len(s.cells))
	s.blocks += size - len(s.cells)
	s.long = max(s.long, min(2*len(s.cells), longest))
	s.cells = append(make([]Cell, 0, size), s.cells...)
}

// footer reads a headerFooter element.
func (s *sheet) footer() {
	for s.x.child() {
		if s.x.named(nsMain) != "oddFooter" {
			s.x.skip()
			continue
		}
		s.r.text = s.r.escapedText(s.x, s.r.text[:0])
		s.g.Footer = s.r.keep(s.x, s.r.text)
	}
}

// hiddenCols takes a col element.
func (s *sheet) hiddenCols() {
	x := s.x
	width, given := x.measure("width")
	hidden := x.flag("hidden") || given && width < leastWidth
	if x.named(nsMain) != "col" || !hidden && !given {
		return
	}
	first, _ := x.index("min")
	last, _ := x.index("max")
	if given && len(s.g.wide) < mostTight {
		s.g.wide = append(s.g.wide, thin{first, last, width})
	}
	if !hidden && width >= roomy {
		return
	}
	if !hidden {
		if len(s.narrow) < mostTight {
			s.narrow = append(s.narrow, thin{first, last, width})
		}
		return
	}
	if first < 1 || last < first || last > maxCol {
		x.fail(finding.CellPlace, finding.Given("cols"))
	}
	s.g.HiddenCols = append(s.g.HiddenCols, Range{Col1: first, Col2: last})
	s.r.bounded(x, len(s.g.HiddenCols))
}

// merge takes a mergeCell element.
func (s *sheet) merge() {
	x := s.x
	if x.named(nsMain) != "mergeCell" {
		return
	}
	ref, _ := x.attr("ref")
	block, ok := blockRef(ref)
	if !ok {
		x.fail(finding.CellPlace, finding.Given("merge "+string(ref)))
	}
	s.g.Merges = append(s.g.Merges, block)
	if len(s.g.Merges) > s.r.lim.Merges {
		x.over(finding.LimitMerges, s.r.lim.Merges, "处")
	}
}
