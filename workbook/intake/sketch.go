package intake

import (
	"hash/fnv"
	"slices"
	"strings"

	"tianbao/seeds/finding"
	"tianbao/templates/layout"
	"tianbao/workbook"
)

// sketch is what resolving the copies of a unit needs to know of a return, so that
// the return itself need not be kept.
type sketch struct {
	output   string    // why this is an output of the program itself; "" where it is not
	modified string    // the workbook's own modified time
	own      rank      // of the copy
	origins  []rank    // of cells of a copy that went out filled in
	cells    [][]uint8 // of such a copy, by row of the form and column: 0 where the cell is its own, else n of origins[n-1]
	separate bool      // 另行报送
	cols     [][]int   // by sheet of the form: by column of the layout the column of the file; 0 where missing
	sheets   []string  // tabs, by sheet of the form; "" where missing
	starts   []int     // by sheet of the form: its first row in rows
	rows     []int32   // by row of the form: row of the file, below zero where nothing is filled in, 0 where missing
	answers  []uint64  // by row of the form: a digest of what is filled in
}

func sketchOf(r *workbook.Return) sketch {
	n := 0
	for _, fs := range r.Form.Sheets {
		n += len(fs.Rows)
	}
	sheets := len(r.Form.Sheets)
	s := sketch{modified: strings.Clone(r.Modified), separate: r.Separate(),
		sheets: make([]string, 0, sheets), starts: make([]int, 0, sheets), rows: make([]int32, 0, n), answers: make([]uint64, 0, n)}
	s.own = rankOf(workbook.Rank{Revision: r.Identity.Revision, Modified: r.Modified}, r.Identity.Year)
	if r.Sent != nil {
		s.cells = make([][]uint8, 0, n)
		for _, o := range r.Sent.Origins {
			s.origins = append(s.origins, rankOf(o, r.Identity.Year))
		}
	}
	var said []byte
	for _, fs := range r.Form.Sheets {
		s.starts = append(s.starts, len(s.rows))
		sheet := r.Sheet(fs.Key)
		if sheet == nil {
			s.sheets, s.cols = append(s.sheets, ""), append(s.cols, make([]int, len(fs.Columns)))
			if s.cells != nil {
				s.cells = append(s.cells, make([][]uint8, len(fs.Rows))...)
			}
			s.rows = append(s.rows, make([]int32, len(fs.Rows))...)
			s.answers = append(s.answers, make([]uint64, len(fs.Rows))...)
			continue
		}
		s.sheets, s.cols = append(s.sheets, strings.Clone(sheet.Name)), append(s.cols, slices.Clone(sheet.Cols))
		for i := range fs.Rows {
			row := sheet.Row(fs.Rows[i].Ref)
			s.rows = append(s.rows, placeOf(row))
			said = appendAnswers(said[:0], row)
			sum := fnv.New64a()
			sum.Write(said)
			s.answers = append(s.answers, sum.Sum64())
			if s.cells != nil {
				s.cells = append(s.cells, originsOf(row))
			}
		}
	}
	return s
}

// originsOf is where the cells of a row of a sent copy come from.
func originsOf(r *workbook.Row) []uint8 {
	if r == nil {
		return nil
	}
	origins := make([]uint8, len(r.Values))
	for i := range r.Values {
		origins[i] = uint8(r.Values[i].Origin)
	}
	return origins
}

// cellRank is what ranks a cell of a row of the form.
func (s *sketch) cellRank(row, col int) rank {
	if s.ownCell(row, col) {
		return s.own
	}
	return s.origins[s.cells[row][col]-1]
}

// ownCell reports whether the unit wrote the cell in this very copy.
func (s *sketch) ownCell(row, col int) bool {
	return s.cells == nil || col >= len(s.cells[row]) || s.cells[row][col] == 0
}

// rowRank is the rank of the newest cell to fill of a row.
func (s *sketch) rowRank(row int) rank {
	if s.cells == nil || len(s.cells[row]) == 0 {
		return s.own
	}
	best := s.cellRank(row, 0)
	for col := range s.cells[row] {
		if r := s.cellRank(row, col); r.beats(best) {
			best = r
		}
	}
	return best
}

// width is how many columns the sheet of a row of the form has.
func (s *sketch) width(row int) int { return len(s.cols[s.sheetAt(row)]) }

// sheetAt is the sheet of a row of the form.
func (s *sketch) sheetAt(row int) int {
	i, found := slices.BinarySearch(s.starts, row)
	if found {
		for i+1 < len(s.starts) && s.starts[i+1] == row { // sheets without rows
			i++
		}
		return i
	}
	return i - 1
}

// colAt is the column of the layout that is at a place of the file, -1 for none.
func (s *sketch) colAt(p finding.Place) int {
	i := s.sheetOf(p.Sheet)
	if i < 0 || p.Col == 0 || s.cover(i) {
		return -1
	}
	return slices.Index(s.cols[i], p.Col)
}

func placeOf(r *workbook.Row) int32 {
	switch {
	case r == nil:
		return 0
	case r.Filled():
		return int32(r.R)
	}
	return int32(-r.R)
}

// appendAnswers adds what is filled in: of a value taken the value, of one that could not
// be taken what is there.
func appendAnswers(to []byte, r *workbook.Row) []byte {
	if r == nil {
		return to
	}
	for i := range r.Values {
		if r.Issued.Modes[i] != layout.Open {
			continue
		}
		v := &r.Values[i]
		to = append(to, v.Text...)
		if v.State == workbook.Faulty {
			to = append(to, v.Given...)
		}
		to = append(to, byte(v.State))
	}
	return to
}

// differ reports whether two copies fill a row of the form, and not alike.
func (s *sketch) differ(other *sketch, row int) bool {
	return s.filled(row) && other.filled(row) && s.answers[row] != other.answers[row]
}

// filled reports whether the copy fills a row of the form.
func (s *sketch) filled(i int) bool { return i < len(s.rows) && s.rows[i] > 0 }

// sheetOf returns the index of a tab among the sheets of the form, -1 for others.
func (s *sketch) sheetOf(tab string) int {
	if tab == "" {
		return -1
	}
	return slices.Index(s.sheets, tab)
}

// rowAt returns the row of the form that is at a place of the file, -1 for
// none. The cover is one row, wherever its fields stand.
func (s *sketch) rowAt(p finding.Place) int {
	i := s.sheetOf(p.Sheet)
	if i < 0 || p.Row == 0 {
		return -1
	}
	end := s.end(i)
	if s.cover(i) {
		return s.starts[i]
	}
	for j := s.starts[i]; j < end; j++ {
		if s.rows[j] == int32(p.Row) || s.rows[j] == int32(-p.Row) {
			return j
		}
	}
	return -1
}

// end is behind the last row of a sheet.
func (s *sketch) end(sheet int) int {
	if sheet+1 < len(s.starts) {
		return s.starts[sheet+1]
	}
	return len(s.rows)
}

// cover reports whether it is a sheet of one row, whose fields stand anywhere.
func (s *sketch) cover(sheet int) bool { return s.end(sheet) == s.starts[sheet]+1 }

// words keeps one copy of each text that findings name again and again: sheets,
// headings, 编号.
type words map[string]string

func (w words) of(s string) string {
	if s == "" {
		return ""
	}
	if kept, ok := w[s]; ok {
		return kept
	}
	s = strings.Clone(s)
	w[s] = s
	return s
}

// detach gives a file texts of its own, so that what is said of it does not hold
// the whole workbook in memory. Messages and hints never come from the workbook.
func (w words) detach(f *File) {
	f.Identity.PlanID, f.Identity.UnitID = w.of(f.Identity.PlanID), w.of(f.Identity.UnitID)
	for i := range f.Findings {
		g := &f.Findings[i]
		g.Place.Sheet, g.Ref, g.Column = w.of(g.Place.Sheet), w.of(g.Ref), w.of(g.Column)
		g.Given, g.Expected = strings.Clone(g.Given), strings.Clone(g.Expected)
	}
	f.Findings = f.Findings[:len(f.Findings):len(f.Findings)]
}
