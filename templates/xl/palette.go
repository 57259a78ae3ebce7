package xl

import (
	"cmp"
	"errors"
	"io"
	"sync"

	"github.com/xuri/excelize/v2"
)

// StyleID is the number of a style within a palette. 0 is the plain style.
type StyleID int

// Style is how a cell looks and whether it can be edited. The zero Style is the
// body text: 宋体 11, locked.
type Style struct {
	Size      float64 // points; 0: 11
	Bold      bool
	Underline bool
	Strike    bool   // struck out
	Color     string // of the text, RRGGBB
	Fill      string // RRGGBB
	Border    Border
	Align     Align
	VAlign    Align
	Wrap      bool
	NumFmt    string // number format code; "@" is text, "" General
	Unlocked  bool   // can be edited on a protected sheet
}

// Border is the frame around a cell.
type Border uint8

// The frames.
const (
	NoBorder Border = iota
	Thin
	Across // above and below alone, so that a text may go on over the cells beside it
)

// Align is where text is in its cell, across or down.
type Align string

// The alignments; Top is for VAlign, Middle for both.
const (
	Left   Align = "left"
	Middle Align = "center"
	Right  Align = "right"
	Top    Align = "top"
)

// bodyFont is on every Windows and on Kylin with WPS; where it lacks, the charset
// makes the reader choose another Chinese font.
const (
	bodyFont = "宋体"
	BodySize = 11.0
)

const (
	gb2312    = 134      // charset of Simplified Chinese fonts
	LineColor = "BFBFBF" // of borders
)

// Palette is a set of styles, declared once and shared by many books.
type Palette struct {
	file       *excelize.File
	styles     map[Style]StyleID
	conditions map[Style]int
	once       sync.Once
	sealed     bool
	stock      *stock
	err        error
	guest      func(Style) int // gives the numbers where the styles are another workbook's
}

var errSealed = errors.New("样式须在建立第一个工作簿之前声明")

// NewPalette returns a palette that holds the plain style only.
func NewPalette() *Palette {
	p := &Palette{file: excelize.NewFile(), styles: map[Style]StyleID{}, conditions: map[Style]int{}}
	_, p.err = p.file.NewStyle(Style{}.cell()) // the body font is the last one then
	fonts := p.file.Styles.Fonts.Font
	fonts[0] = fonts[len(fonts)-1] // that of Normal, by which columns are measured
	return p
}

// Style declares a style and returns its number; the same style gives the same
// number. The first failure sticks and is reported by the books of the palette.
func (p *Palette) Style(s Style) StyleID {
	id, err := p.style(s)
	p.fail(err)
	return id
}

func (p *Palette) style(s Style) (StyleID, error) {
	if p.guest != nil {
		return StyleID(p.guest(s)), nil
	}
	if id, ok := p.styles[s]; ok {
		return id, nil
	}
	if p.sealed {
		return 0, errSealed
	}
	id, err := p.file.NewStyle(s.cell())
	p.styles[s] = StyleID(id)
	return StyleID(id), err
}

// Condition declares a style that conditional formats of the palette's books
// will use. A book with a palette of its own does so by itself.
func (p *Palette) Condition(s Style) { p.fail(p.condition(s)) }

func (p *Palette) condition(s Style) error {
	if _, ok := p.conditions[s]; ok {
		return nil
	}
	if p.sealed {
		return errSealed
	}
	id, err := p.file.NewConditionalStyle(s.difference())
	p.conditions[s] = id
	return err
}

func (p *Palette) fail(err error) {
	if p.err == nil {
		p.err = err
	}
}

// Book returns an empty book on this palette. From then on the palette is
// sealed, so that a book's bytes do not depend on the books before it. Books of
// one palette may be built and written at the same time.
func (p *Palette) Book(props Props) *Book {
	p.seal()
	return &Book{Rows: MaxRows, props: props, palette: p, err: p.err}
}

// The parts that are the same in every book of a palette.
const (
	stylesPart = "xl/styles.xml"
	themePart  = "xl/theme/theme1.xml"
)

// seal writes the styles once for all books to come.
func (p *Palette) seal() {
	p.once.Do(func() {
		p.sealed = true
		p.stock = newStock()
		a := &archive{out: io.Discard, stock: newStock()}
		p.file.SetZipWriter(func(io.Writer) excelize.ZipWriter { return a })
		p.fail(p.file.Write(io.Discard))
		p.fail(p.file.Close())
		for _, part := range a.parts {
			switch part.name {
			case stylesPart:
				p.stock.hold(part.name, leanStyles(part.Bytes()))
			case themePart:
				p.stock.hold(part.name, part.Bytes())
			}
		}
	})
}

// lend gives the styles to a file about to be written. The library looks into them
// while it builds; at the end the parts stand ready, so that it neither parses nor
// writes them anew.
func (p *Palette) lend(f *excelize.File) (done func()) {
	p.seal()
	f.Styles, f.Theme = p.file.Styles, nil
	return func() {
		f.Styles = nil
		for _, name := range []string{stylesPart, themePart} {
			f.Pkg.Store(name, p.stock.plain[name])
		}
	}
}

func (s Style) cell() *excelize.Style {
	out := &excelize.Style{Font: s.font(), Fill: s.fill(), Border: s.border(), Alignment: s.alignment()}
	if s.NumFmt != "" {
		out.CustomNumFmt = &s.NumFmt
	}
	if s.Unlocked {
		out.Protection = &excelize.Protection{Locked: false}
	}
	return out
}

func (s Style) font() *excelize.Font {
	f := &excelize.Font{Family: bodyFont, Size: s.Size, Bold: s.Bold, Color: s.Color, Strike: s.Strike}
	f.Size = cmp.Or(f.Size, BodySize)
	if s.Underline {
		f.Underline = "single"
	}
	charset := gb2312
	f.Charset = &charset
	return f
}

func (s Style) fill() excelize.Fill {
	if s.Fill == "" {
		return excelize.Fill{}
	}
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{s.Fill}}
}

func (s Style) border() []excelize.Border {
	if s.Border == NoBorder {
		return nil
	}
	var out []excelize.Border
	for _, side := range []string{"top", "bottom", "left", "right"}[:map[Border]int{Thin: 4, Across: 2}[s.Border]] {
		out = append(out, excelize.Border{Type: side, Color: LineColor, Style: 1})
	}
	return out
}

func (s Style) alignment() *excelize.Alignment {
	if s.Align == "" && s.VAlign == "" && !s.Wrap {
		return nil
	}
	return &excelize.Alignment{
		Horizontal: string(s.Align), Vertical: string(s.VAlign), WrapText: s.Wrap,
	}
}

// difference is what the style changes where a condition holds; font name and
// size cannot change there.
func (s Style) difference() *excelize.Style {
	out := &excelize.Style{Border: s.border()}
	if s.Bold || s.Color != "" {
		out.Font = &excelize.Font{Bold: s.Bold, Color: s.Color}
	}
	if s.Fill != "" {
		out.Fill = s.fill()
	}
	return out
}
