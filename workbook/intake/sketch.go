package intake

import (
	"strings"

	"tianbao/seeds/finding"
	"tianbao/templates/layout"
	"tianbao/workbook"
)

// sketch is what resolving the copies of a unit needs to know of a return, so that
// the return itself need not be kept.
type sketch struct {
	own      string   // why this is an output of the program itself; "" where it is not
	modified string   // the workbook's own modified time
	separate bool     // 另行报送
	sheets   []string // tabs, by sheet of the form; "" where missing
	starts   []int    // by sheet of the form: its first row in rows
	rows     []int32  // by row of the form: row of the file, below zero where nothing is filled in, 0 where missing
	answers  []uint64 // by row of the form: a digest of what is filled in
}

func sketchOf(r *workbook.Return) sketch {
	n := 0
	for _, fs := range r.Form.Sheets {
		n += len(fs.Rows)
	}
	sheets := len(r.Form.Sheets)
	s := sketch{modified: strings.Clone(r.Modified), separate: r.Separate(),
		sheets: make([]string, 0, sheets), starts: make([]int, 0, sheets), rows: make([]int32, 0, n), answers: make([]uint64, 0, n)}
	for _, fs := range r.Form.Sheets {
		s.starts = append(s.starts, len(s.rows))
		sheet := r.Sheet(fs.Key)
		if sheet == nil {
			s.sheets = append(s.sheets, "")
			s.rows = append(s.rows, make([]int32, len(fs.Rows))...)
			s.answers = append(s.answers, make([]uint64, len(fs.Rows))...)
			continue
		}
		s.sheets = append(s.sheets, strings.Clone(sheet.Name))
		for i := range fs.Rows {
			row := sheet.Row(fs.Rows[i].Ref)
			s.rows = append(s.rows, placeOf(row))
			s.answers = append(s.answers, answersOf(row))
		}
	}
	return s
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

// answersOf digests what is filled in: of a value taken the value, of one that
// could not be taken what stands there.
func answersOf(r *workbook.Row) uint64 {
	sum := newDigest()
	if r == nil {
		return uint64(sum)
	}
	for i := range r.Values {
		if r.Issued.Modes[i] != layout.Open {
			continue
		}
		v := &r.Values[i]
		sum.add(v.Text)
		if v.State == workbook.Faulty {
			sum.add(v.Given)
		}
		sum.end(byte(v.State))
	}
	return uint64(sum)
}

// digest is an FNV-1a hash.
type digest uint64

func newDigest() digest { return 14695981039346656037 }

func (d *digest) add(text string) {
	for i := range len(text) {
		d.end(text[i])
	}
}

// end adds one byte.
func (d *digest) end(b byte) { *d = (*d ^ digest(b)) * 1099511628211 }

// differ reports whether two copies fill a row of the form, and not alike.
func (s *sketch) differ(other *sketch, row int) bool {
	return s.filled(row) && other.filled(row) && s.answers[row] != other.answers[row]
}

// filled reports whether the copy fills a row of the form.
func (s *sketch) filled(i int) bool { return i < len(s.rows) && s.rows[i] > 0 }

// sheetOf returns the index of a tab among the sheets of the form, -1 for others.
func (s *sketch) sheetOf(tab string) int {
	for i, name := range s.sheets {
		if name != "" && name == tab {
			return i
		}
	}
	return -1
}

// rowAt returns the row of the form that stands at a place of the file, -1 for
// none. The cover is one row, wherever its fields stand.
func (s *sketch) rowAt(p finding.Place) int {
	i := s.sheetOf(p.Sheet)
	if i < 0 || p.Row == 0 {
		return -1
	}
	end := len(s.rows)
	if i+1 < len(s.starts) {
		end = s.starts[i+1]
	}
	if end == s.starts[i]+1 {
		return s.starts[i]
	}
	for j := s.starts[i]; j < end; j++ {
		if s.rows[j] == int32(p.Row) || s.rows[j] == int32(-p.Row) {
			return j
		}
	}
	return -1
}
