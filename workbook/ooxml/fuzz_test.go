package ooxml

import (
	"archive/zip"
	"bytes"
	"io"
	"reflect"
	"slices"
	"testing"

	"tianbao/seeds/finding"
)

// narrow are limits that keep one try short.
func narrow() Limits {
	lim := DefaultLimits()
	lim.File, lim.Part, lim.Unpacked, lim.AllText = 1<<20, 1<<20, 2<<20, 1<<20
	return lim
}

// trio is a reader as it is, one that sees little at a time, and one without the
// short cuts.
type trio struct{ whole, narrow, slow *Reader }

func newTrio() *trio {
	p := &trio{NewReader(narrow()), NewReader(narrow()), NewReader(narrow())}
	p.narrow.xml.window = 48
	p.slow.xml.plodding = true
	return p
}

// read reads in all three ways, which must agree, and checks what holds for
// whatever was read.
func (p *trio) read(t *testing.T, data []byte) *Book {
	t.Helper()
	book, fs := p.whole.Read(data)
	for name, r := range map[string]*Reader{"narrow": p.narrow, "slow": p.slow} {
		again, fs2 := r.Read(data)
		// Of two faults the one met first counts, which a narrow window may change.
		if !reflect.DeepEqual(book, again) || len(fs) != len(fs2) || name == "slow" && len(fs) > 0 && fs[0].Code != fs2[0].Code {
			t.Fatalf("%s: the outcome differs: %+v, %+v", name, fs, fs2)
		}
	}
	if book == nil {
		if len(fs) != 1 || fs[0].Severity != finding.Error || fs[0].Code == finding.Internal {
			t.Fatalf("refused with %+v", fs)
		}
		return nil
	}
	if fs.Count(finding.Error) > 0 {
		t.Fatalf("read with %+v", fs)
	}
	for _, g := range book.Sheets {
		inOrder(t, g)
	}
	return book
}

// inOrder checks that rows and cells ascend and are within a sheet.
func inOrder(t *testing.T, g *Grid) {
	t.Helper()
	row := 0
	for _, r := range g.Rows {
		if r.R <= row || r.R > maxRow || len(r.Cells) == 0 {
			t.Fatalf("row %d behind row %d with %d cells", r.R, row, len(r.Cells))
		}
		row = r.R
		col := 0
		for _, c := range r.Cells {
			if c.Col <= col || c.Col > maxCol {
				t.Fatalf("row %d: column %d behind %d", r.R, c.Col, col)
			}
			col = c.Col
		}
	}
}

// FuzzRead: whatever the bytes, a file is read or refused with one reason, without
// panic, and the short cuts change nothing.
func FuzzRead(f *testing.F) {
	for _, o := range corpus() {
		if data := o.data(); len(data) < 8<<10 {
			f.Add(data)
		}
	}
	p := newTrio()
	f.Fuzz(func(t *testing.T, data []byte) { p.read(t, data) })
}

// FuzzSheet: a sheet part that is read holds the same cells as encoding/xml finds.
func FuzzSheet(f *testing.F) {
	for _, o := range corpus() {
		if part := sheetIn(o.data()); part != nil && len(part) < 8<<10 {
			f.Add(part)
		}
	}
	p := newTrio()
	f.Fuzz(func(t *testing.T, part []byte) { p.sheet(t, part) })
}

// sheet reads a workbook with that sheet part and compares; false where it was
// refused.
func (p *trio) sheet(t *testing.T, part []byte) bool {
	t.Helper()
	b := one().set(sheetName, string(part))
	for i := range b.files {
		b.files[i].plain = true
	}
	book := p.read(t, b.bytes())
	if book == nil {
		return false
	}
	if escapes(part) || bytes.Contains(part, []byte("AlternateContent")) || bytes.HasPrefix(part, []byte("\xFE\xFF")) || bytes.HasPrefix(part, []byte("\xFF\xFE")) || bytes.IndexByte(part, 0) >= 0 {
		return true
	}
	want, err := refLines(bytes.TrimPrefix(part, []byte("\xEF\xBB\xBF")))
	if err != nil {
		t.Fatalf("read, but encoding/xml says %v\n%s", err, part)
	}
	if got := lines(book.Sheets[0]); !slices.Equal(got, want) {
		t.Fatalf("read\n%q\nencoding/xml\n%q\n%s", got, want, part)
	}
	return true
}

// sheetIn returns the sheet part of a sound package, nil where there is none.
func sheetIn(data []byte) []byte {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil
	}
	for _, e := range z.File {
		if e.Name != sheetName || e.UncompressedSize64 > 1<<20 {
			continue
		}
		r, err := e.Open()
		if err != nil {
			return nil
		}
		part, err := io.ReadAll(r)
		if err != nil {
			return nil
		}
		return part
	}
	return nil
}
