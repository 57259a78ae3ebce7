package xl

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"github.com/klauspost/compress/flate"
)

// archive is a zip whose entries are in a fixed order, without times. Its
// compressors are kept between archives.
type archive struct {
	out   io.Writer
	stock *stock
	own   map[string]filling // by part
	parts []*part
}

type part struct {
	name string
	bytes.Buffer
}

// Create begins an entry.
func (a *archive) Create(name string) (io.Writer, error) {
	p := &part{name: name}
	a.parts = append(a.parts, p)
	return p, nil
}

// AddFS is part of the library's interface; the library never calls it.
func (a *archive) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Close writes the entries: the content types first, as every program expects,
// then by name.
func (a *archive) Close() error {
	slices.SortFunc(a.parts, func(x, y *part) int { return strings.Compare(rank(x.name), rank(y.name)) })
	return writeSealed(a.out, len(a.parts), func(i int) (zip.FileHeader, pieces, error) {
		c, err := a.compressed(a.parts[i])
		return c.header(a.parts[i].name), c.data, err
	})
}

// filling is what is put in the place of something that the library writes.
type filling struct {
	place []byte                            // nil: the whole part
	lean  func(before, after []byte) []byte // what is left of the part before the place; nil: all
	write func(io.Writer) error
}

// noRows is what the library leaves for the rows of a sheet.
var noRows = []byte("<sheetData></sheetData>")

func (a *archive) compressed(p *part) (compressed, error) {
	own, ok := a.own[p.name]
	if !ok {
		return a.stock.compressed(p)
	}
	before, after, found := bytes.Cut(p.Bytes(), own.place)
	if own.place == nil {
		before, after = nil, nil
	}
	if !found {
		return compressed{}, fmt.Errorf("%s: 没有“%s”", p.name, own.place)
	}
	if own.lean != nil {
		before = own.lean(before, after)
	}
	return compress(p.Len()/4+64, func(w io.Writer) error {
		if _, err := w.Write(before); err != nil {
			return err
		}
		if err := own.write(w); err != nil {
			return err
		}
		_, err := w.Write(after)
		return err
	})
}

// sheetRoot is the root of a sheet with the namespaces that are used in it; the
// library declares some sixty, which every reader has to look at.
const sheetRoot = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"` +
	` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">`

// leanSheet gives a sheet that root. Only extensions use others.
func leanSheet(before, after []byte) []byte {
	if bytes.Contains(after, []byte("<extLst")) {
		return before
	}
	return withRoot(before, sheetRoot)
}

// leanStyles gives the styles a root with the one namespace that they use: WPS reads
// no more than 64, which the library's come close to.
func leanStyles(part []byte) []byte {
	if bytes.Contains(part, []byte("<extLst")) {
		return part
	}
	return withRoot(part, `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`)
}

// withRoot puts another start tag in the place of the root's.
func withRoot(part []byte, root string) []byte {
	name, _, _ := strings.Cut(root, " ")
	at := bytes.Index(part, []byte(name+" "))
	if at < 0 {
		return part
	}
	end := at + bytes.IndexByte(part[at:], '>')
	return slices.Concat(part[:at], []byte(root), part[end+1:])
}

const firstDay = 1<<5 | 1 // 1 January 1980 as zip writes it

func rank(name string) string {
	switch name {
	case "[Content_Types].xml":
		return "0"
	case "_rels/.rels":
		return "1"
	}
	return "2" + name
}

type compressed struct {
	crc  uint32
	size int
	data pieces
}

// pieces is a part as it grows: one of a hundred megabytes is never moved, nor is room
// for twice as much taken.
type pieces [][]byte

// mostPiece is how large a piece may be: the first is as large as is guessed, each behind
// it twice the one before.
const mostPiece = 1 << 20

func (p *pieces) Write(data []byte) (int, error) {
	for rest := data; len(rest) > 0; {
		last := &(*p)[len(*p)-1]
		n := min(len(rest), cap(*last)-len(*last))
		*last, rest = append(*last, rest[:n]...), rest[n:]
		if len(rest) > 0 {
			*p = append(*p, make([]byte, 0, min(2*cap(*last), mostPiece)))
		}
	}
	return len(data), nil
}

func (p pieces) len() (n int) {
	for _, piece := range p {
		n += len(piece)
	}
	return n
}

// header is the entry's head, without a time.
func (c compressed) header(name string) zip.FileHeader {
	return zip.FileHeader{
		Name: name, Method: zip.Deflate, CRC32: c.crc,
		//lint:ignore SA1019 a raw entry is written with this field and without Modified
		ModifiedDate:     firstDay,
		CompressedSize64: uint64(c.data.len()), UncompressedSize64: uint64(c.size),
		CreatorVersion: zipVersion, ReaderVersion: zipVersion,
	}
}

// zipVersion is what an entry says it needs to be unpacked: 2.0. Microsoft's readers
// take 1.0, 2.0 and 4.5, and refuse the 0 that a raw entry has of itself.
const zipVersion = 20

// stock keeps the parts that are the same in every book of a palette, compressed
// once.
type stock struct {
	mu    sync.Mutex
	plain map[string][]byte
	done  map[string]compressed
}

func newStock() *stock { return &stock{plain: map[string][]byte{}, done: map[string]compressed{}} }

// hold says that a part is the same in every book.
func (s *stock) hold(name string, data []byte) { s.plain[name] = data }

func (s *stock) compressed(p *part) (compressed, error) {
	if data, ok := s.plain[p.name]; !ok || !bytes.Equal(data, p.Bytes()) {
		return compressBytes(p.Bytes())
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	c, ok := s.done[p.name]
	if ok {
		return c, nil
	}
	c, err := compressBytes(p.Bytes())
	if err == nil {
		s.done[p.name] = c
	}
	return c, err
}

// compressors are kept: making one costs more than compressing a small part.
var compressors = sync.Pool{New: func() any {
	w, err := flate.NewWriter(io.Discard, flateLevel)
	if err != nil {
		panic(err) // the level is a constant
	}
	return w
}}

const flateLevel = 5

func compressBytes(data []byte) (compressed, error) {
	return compress(len(data)/6+64, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}

// compress deflates what write gives; room is a guess at the size.
func compress(room int, write func(io.Writer) error) (compressed, error) {
	out := pieces{make([]byte, 0, min(room, mostPiece))}
	deflate := compressors.Get().(*flate.Writer)
	defer compressors.Put(deflate)
	deflate.Reset(&out)
	sum := &summing{next: deflate}
	if err := write(sum); err != nil {
		return compressed{}, err
	}
	if err := deflate.Close(); err != nil {
		return compressed{}, err
	}
	return compressed{crc: sum.crc, size: sum.size, data: out}, nil
}

// summing counts and sums up what passes through it.
type summing struct {
	next io.Writer
	crc  uint32
	size int
}

func (s *summing) Write(p []byte) (int, error) {
	s.crc = crc32.Update(s.crc, crc32.IEEETable, p)
	s.size += len(p)
	return s.next.Write(p)
}
