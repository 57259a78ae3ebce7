package xl

import (
	"errors"
	"io"
)

// drawing is a sheet whose rows are not kept.
type drawing struct {
	draw    func()
	reach   Range // of the rows that have passed; Row1 is 0 before the first
	room    []cell
	letters []string
	buf     []byte
	out     io.Writer // nil while it is only seen how far the sheet reaches
	err     error
}

var errOrder = errors.New("这张表的行要按顺序写")

// draw has the rows of the sheet set by a function, in their order: once now, to see how
// far they reach, and once more when the book is written, so that a sheet of any length
// takes no memory. Both times it has to do the same.
func (s *Sheet) draw(draw func()) {
	s.drawn = &drawing{draw: draw}
	s.run()
}

// run draws the sheet.
func (s *Sheet) run() {
	s.drawn.draw()
	s.drawn.pass(s, MaxRows+1)
}

// pass lets go of the row before the one of that number.
func (d *drawing) pass(s *Sheet, next int) {
	for i := range s.rows {
		r := &s.rows[i]
		if r.r >= next {
			s.fail(next, 1, errOrder)
		}
		if d.out == nil {
			d.reach = s.used()
			continue
		}
		if d.buf = r.append(d.buf, d.letters); len(d.buf) >= rowsBuffer {
			d.flush()
		}
	}
	if len(s.rows) > 0 {
		d.room = s.rows[0].cells
	}
	s.rows, s.last = s.rows[:0], 0
}

func (d *drawing) flush() {
	if d.err == nil {
		_, d.err = d.out.Write(d.buf)
	}
	d.buf = d.buf[:0]
}

// appendDrawn writes the rows of the sheet as they are drawn, what is in buf before
// them, and returns what is still to be written.
func (s *Sheet) appendDrawn(buf []byte, letters []string, w io.Writer) ([]byte, error) {
	d, settled := s.drawn, s.settings
	d.buf, d.letters, d.out, s.settings = buf, letters, w, settings{}
	s.run()
	s.settings = settled // what it sets but for rows has been seen
	return d.buf, errors.Join(d.err, s.book.err)
}
