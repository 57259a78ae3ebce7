package ooxml

import (
	"errors"

	"tianbao/seeds/finding"
)

// Reader reads one workbook after another and keeps its buffers for the next: one
// Reader to a worker. What a Book holds stays good; it shares nothing with the
// Reader.
type Reader struct {
	lim     Limits
	wanted  func(tab string) bool // nil for all
	dir     directory
	in      inflater
	xml     scanner
	types   contentTypes
	strings []string
	struck  map[int]struckPart // of strings with runs that are struck out
	faint   map[int]bool       // strings with runs that nobody sees
	runs    runs
	styles  []style
	shapes  []*Shape
	veils   []Veil // conditional formats, by number
	shapeOf map[string]uint16
	stale   bool // formulas were never computed
	arena   *arena
	rows    []Row // of the sheet being read
	text    []byte
	looks   [someLooks]looks // of runs
	looked  int
	tails   [someTails]rowTail

	lastStyles stylesRead
	cells      int // with content, so far
	said       int // bytes of their texts
	remarks    int // comments, so far
}

// NewReader returns a Reader that holds to the limits.
func NewReader(lim Limits) *Reader { return &Reader{lim: lim, xml: scanner{window: window}} }

// Read reads one workbook; see Reader.Read.
func Read(data []byte, lim Limits) (*Book, finding.List) { return NewReader(lim).Read(data) }

// ReadTabs reads a workbook of which only some sheets are wanted, all where wanted is nil:
// those of the others hold nothing.
func ReadTabs(data []byte, lim Limits, wanted func(tab string) bool) (*Book, finding.List) {
	r := NewReader(lim)
	r.wanted = wanted
	return r.Read(data)
}

// Read reads a workbook whole: every part is inflated once and its checksum
// compared, every part that says what is in which cell is well formed to its
// end. The Book is nil where the file is refused, with the one reason; with a Book
// come notes only. data is not kept.
func (r *Reader) Read(data []byte) (*Book, finding.List) {
	book, err := r.book(data)
	if err != nil {
		var f *fault
		if !errors.As(err, &f) {
			return nil, finding.List{finding.New(finding.Internal, finding.Given(err.Error()))}
		}
		return nil, finding.List{f.Finding}
	}
	var notes finding.List
	if book.Macros {
		notes.Add(finding.MacrosIgnored)
	}
	return book, notes
}

func (r *Reader) book(data []byte) (*Book, error) {
	if int64(len(data)) > r.lim.File {
		return nil, tooBig(finding.LimitFile, r.lim.File)
	}
	if err := notPackage(data); err != nil {
		return nil, err
	}
	defer r.forget()
	r.arena = &arena{most: r.lim.AllText}
	if err := readDirectory(data, r.lim, &r.dir); err != nil {
		return nil, err
	}
	part, err := r.workbookPart()
	if err != nil {
		return nil, err
	}
	b := &Book{}
	if err := r.readBook(b, part); err != nil {
		return nil, err
	}
	b.Shapes = r.shapes
	return b, r.rest()
}

// forget lets go of what belongs to the file just read and keeps the room.
func (r *Reader) forget() {
	const room = 64 << 10
	if cap(r.strings) > room {
		r.strings = nil
	}
	clear(r.rows[:cap(r.rows)])
	if cap(r.rows) > room {
		r.rows = nil
	}
	clear(r.strings)
	clear(r.dir.entries)
	r.strings, r.styles, r.dir.entries, r.text = r.strings[:0], r.styles[:0], r.dir.entries[:0], r.text[:0]
	r.arena, r.types, r.dir.byKey = nil, contentTypes{}, nil
	r.struck, r.faint, r.shapes, r.veils, r.shapeOf, r.stale = nil, nil, nil, nil, nil, false
	r.cells, r.said, r.remarks = 0, 0, 0
}

// part reads one XML part with body, which begins inside the root element.
func (r *Reader) part(key string, s space, root string, body func(*scanner)) error {
	e := r.dir.find(key)
	if e == nil {
		return refuse(finding.PartMissing, finding.Given(key))
	}
	if e.read {
		return refuse(finding.PartUnfit, finding.Given(e.name))
	}
	r.in.open(e)
	x := &r.xml
	x.reset(&r.in, r.lim)
	if x.child() && x.named(s) != root {
		x.fail(finding.PartUnfit)
	}
	if x.err == nil {
		body(x)
	}
	err := r.cause(x.finish())
	var f *fault
	if errors.As(err, &f) && f.Given == "" {
		f.Given = e.name
	}
	return err
}

// rest inflates the parts that say nothing about cells, to have all checksums
// compared. Comments are counted on the way.
func (r *Reader) rest() error {
	scrap := r.xml.buf
	for i := range r.dir.entries {
		e := &r.dir.entries[i]
		if e.read {
			continue
		}
		if r.types.of(e.key) == commentsType {
			if err := r.countComments(e); err != nil {
				return err
			}
			continue
		}
		r.in.open(e)
		if err := r.in.drain(scrap); err != nil {
			return err
		}
	}
	return nil
}

// cause looks behind XML that is not well formed: where the part's checksum is
// wrong as well, that is what happened to it.
func (r *Reader) cause(err error) error {
	var f *fault
	if errors.As(err, &f) && (f.Code == finding.XMLDamaged || f.Code == finding.XMLEncoding) {
		if deeper := r.in.drain(r.xml.buf); deeper != nil {
			return deeper
		}
	}
	return err
}

const commentsType = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"

// countComments holds a part of comments to its limit.
func (r *Reader) countComments(e *entry) error {
	return r.part(e.key, nsMain, "comments", func(x *scanner) {
		for x.child() {
			if x.named(nsMain) != "commentList" {
				x.skip()
				continue
			}
			for x.child() {
				if r.remarks++; r.remarks > r.lim.Comments {
					x.over(finding.LimitComments, r.lim.Comments, "条")
				}
				x.skip()
			}
		}
	})
}
