// Package xl builds workbooks and is the only room that knows excelize. A Book
// is described in any order (cells, widths, lists, charts) and written at once
// by Bytes, in the order the format wants, so that the traps of that order lie
// here and nowhere else. The same description gives the same bytes. A Table is the one way
// to write a sheet of rows; it says which sheets are none, and why.
//
// It does not read what others send: that is workbook/ooxml. It knows no plan
// and no layout.
package xl

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
	"unicode"

	"tianbao/seeds/text"
)

// Props are the document's properties. The creator is always the program.
type Props struct {
	Title    string
	Created  time.Time // handed in, never the clock
	Modified time.Time // Created where zero
	Revision int       // 0: left out
}

// Creator is written as the author of every workbook.
const Creator = "tianbao"

// Book is a workbook to be. Its first failure, with its place, sticks: Bytes returns it.
type Book struct {
	Rows int // of a sheet of a Table, and of Parts, at most: MaxRows

	props   Props
	palette *Palette
	sheets  []*Sheet
	names   []definedName
	active  int
	err     error
}

type definedName struct {
	name, refers, scope string
	hidden              bool
}

// New returns an empty book with styles of its own. Where many books share their
// styles, Palette.Book is faster.
func New(props Props) *Book {
	return &Book{Rows: MaxRows, props: props, palette: NewPalette()}
}

// Sheet adds a sheet after those that are there. Names follow Excel's rules: 1 to
// 31 characters, none of []:*?/\, no quote at either end, each once.
func (b *Book) Sheet(name string) *Sheet {
	if err := checkSheetName(name); err != nil {
		b.fail(err)
	}
	for _, s := range b.sheets {
		if strings.EqualFold(s.name, name) {
			b.fail(fmt.Errorf("工作表 %s 重名", name))
		}
	}
	s := &Sheet{book: b, name: name}
	b.sheets = append(b.sheets, s)
	return s
}

func checkSheetName(name string) error {
	n := text.Units(name)
	if n < 1 || n > 31 || strings.ContainsAny(name, `[]:*?/\`) || strings.HasPrefix(name, "'") || strings.HasSuffix(name, "'") {
		return fmt.Errorf("工作表名称 %q 不合规定", name)
	}
	return nil
}

// Style returns the number of a style in this book.
func (b *Book) Style(s Style) StyleID {
	id, err := b.palette.style(s)
	b.fail(err)
	return id
}

// Name defines a name for the whole book: a reference such as Ref gives, or a
// constant in quotes (see Quote).
func (b *Book) Name(name, refers string) { b.define(name, refers, false) }

// HiddenName is Name, but the name is not in the program's list of names.
func (b *Book) HiddenName(name, refers string) { b.define(name, refers, true) }

func (b *Book) define(name, refers string, hidden bool) {
	if name == "" || name[0] >= '0' && name[0] <= '9' || strings.ContainsFunc(name, notInName) {
		b.fail(fmt.Errorf("名称 %q 不合规定", name))
	}
	b.names = append(b.names, definedName{name: name, refers: strings.TrimPrefix(refers, "="), hidden: hidden})
}

// notInName reports whether it is a character that a name must not have.
func notInName(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' && r != '.'
}

// Active makes the sheet the one seen on opening; the first where never called.
func (b *Book) Active(s *Sheet) {
	b.active = slices.Index(b.sheets, s)
}

func (b *Book) fail(err error) {
	if b.err == nil && err != nil {
		b.err = err
	}
}

var errNoSheet = errors.New("工作簿没有可见的工作表")

// Bytes writes the book. The same book gives the same bytes every time.
func (b *Book) Bytes() ([]byte, error) {
	var out bytes.Buffer
	if err := b.Write(&out); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// Write writes the book, part by part.
func (b *Book) Write(w io.Writer) error {
	if b.err != nil {
		return b.err
	}
	if !slices.ContainsFunc(b.sheets, func(s *Sheet) bool { return s.state == Visible }) {
		return errNoSheet
	}
	return b.render(w)
}
