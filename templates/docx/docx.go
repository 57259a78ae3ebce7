// Package docx writes documents for a word processor in the page form of GB/T 9704:
// A4, a text area of 156 by 225 mm, 22 lines of 28 characters of 仿宋 16 pt, page
// numbers at the outer edge. It also fills the {{…}} places of a document that
// somebody else made, and touches nothing else in it. It knows no plan, and reads no
// document for what it says.
package docx

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Props are the document's properties.
type Props struct {
	Title   string
	Creator string
	Created time.Time // handed in, never the clock
}

// Doc is a document to be, written from the top down. The same calls give the same
// bytes.
type Doc struct {
	props Props
	body  bytes.Buffer
	turn  Turn // of the section being written
	open  bool // the section has something in it
	keep  bool // paragraphs are kept on the page of the next
	err   error
}

// New returns an empty document whose first section stands upright.
func New(props Props) *Doc { return &Doc{props: props} }

// Run is a piece of a paragraph.
type Run struct {
	Text string
	Bold bool
	Kai  bool // 楷体, as the opening sentence of a paragraph may stand
	Gap  bool // marked: for a person to write or to decide
}

// Text makes a plain run.
func Text(text string) Run { return Run{Text: text} }

// Gap makes a run that is marked as still to be written.
func Gap(text string) Run { return Run{Text: text, Gap: true} }

// Title writes the document's title, 小标宋 22 pt in the middle, its lines broken between
// words.
func (d *Doc) Title(text string) {
	d.para(styleTitle, Text(strings.Join(titleLines(text, titleRoom), "\n")))
}

// Subtitle writes a line below the title, 楷体 16 pt in the middle.
func (d *Doc) Subtitle(runs ...Run) { d.para(styleSubtitle, runs...) }

// Heading writes a heading of level 1 (黑体), 2 (楷体) or 3 (仿宋, bold).
func (d *Doc) Heading(level int, text string) {
	if level < 1 || level > len(styleHeadings) {
		d.fail(fmt.Errorf("没有 %d 级标题", level))
		return
	}
	d.para(styleHeadings[level-1], Text(text))
}

// Para writes a paragraph of the body, its first line indented by two characters.
func (d *Doc) Para(runs ...Run) { d.para(styleBody, runs...) }

// Flush writes a line of the body without indent: whom a notice goes to, 附件1.
func (d *Doc) Flush(runs ...Run) { d.para(styleFlush, runs...) }

// Label writes the number of an annex above its title, 黑体 without indent.
func (d *Doc) Label(text string) { d.para(styleLabel, Text(text)) }

// Caption writes the title of an annex or a table, 小标宋 18 pt in the middle.
func (d *Doc) Caption(text string) { d.para(styleCaption, Text(text)) }

// Small writes a paragraph of 10.5 pt, such as a note at a table.
func (d *Doc) Small(runs ...Run) { d.para(styleSmall, runs...) }

// Entry writes the heading of what is gathered below it, 黑体 12 pt.
func (d *Doc) Entry(text string) { d.para(styleEntry, Text(text)) }

// Words writes a paragraph of what is gathered, 仿宋 12 pt.
func (d *Doc) Words(runs ...Run) { d.para(styleWords, runs...) }

// Together keeps on one page what is written, as a signature must not be on a page
// alone.
func (d *Doc) Together(write func()) {
	d.keep = true
	write()
	d.keep = false
}

// Right writes a line at the right edge, four characters from it, such as the date
// below the office's name.
func (d *Doc) Right(runs ...Run) { d.para(styleRight, runs...) }

// Blank writes empty lines.
func (d *Doc) Blank(lines int) {
	for range lines {
		d.para(styleFlush)
	}
}

func (d *Doc) para(style string, runs ...Run) {
	d.open = true
	d.body.WriteString(`<w:p><w:pPr><w:pStyle w:val="` + style + `"/>` + map[bool]string{true: `<w:keepNext/>`}[d.keep] + `</w:pPr>`)
	for _, r := range runs {
		r.write(&d.body)
	}
	d.body.WriteString(`</w:p>`)
}

func (r Run) write(b *bytes.Buffer) {
	b.WriteString(`<w:r><w:rPr>`)
	switch {
	case r.Kai:
		b.WriteString(fonts(fontKai))
	default:
		b.WriteString(`<w:rFonts w:hint="eastAsia"/>`)
	}
	if r.Bold {
		b.WriteString(`<w:b/><w:bCs/>`)
	}
	if r.Gap {
		b.WriteString(`<w:highlight w:val="yellow"/>`)
	}
	b.WriteString(`</w:rPr>`)
	writeText(b, r.Text)
	b.WriteString(`</w:r>`)
}

// writeText writes the text of a run, line ends as breaks.
func writeText(b *bytes.Buffer, text string) {
	for i, line := range strings.Split(clean(text), "\n") {
		if i > 0 {
			b.WriteString(`<w:br/>`)
		}
		b.WriteString(`<w:t xml:space="preserve">`)
		b.WriteString(escape(line))
		b.WriteString(`</w:t>`)
	}
}

// Turn is which way the pages of a section stand.
type Turn uint8

// The ways.
const (
	Upright Turn = iota
	Landscape
)

// Section begins a new section on a new page; page numbers go on.
func (d *Doc) Section(turn Turn) {
	if d.open {
		d.body.WriteString(`<w:p><w:pPr><w:pStyle w:val="` + styleEnd + `"/>` + d.turn.section() + `</w:pPr></w:p>`)
	}
	d.turn, d.open = turn, false
}

// The page of GB/T 9704 in twips: margins of 37 mm above, 28 at the left, 26 at the
// right, 35 below, so that 156 by 225 mm are left.
const (
	paperWide, paperHigh                              = 11906, 16838
	marginAbove, marginLeft, marginRight, marginBelow = 2098, 1587, 1474, 1984
	footerAt                                          = 1406 // the line of the page number, 7 mm below the text
	lineHigh                                          = 579  // 22 lines a page
)

// section prints the page form of a section. A page that lies across is the same
// page turned, its head where it is bound.
func (t Turn) section() string {
	size := fmt.Sprintf(`<w:pgSz w:w="%d" w:h="%d"/>`, paperWide, paperHigh)
	margins := [4]int{marginAbove, marginRight, marginBelow, marginLeft}
	footer := footerAt
	if t == Landscape {
		size = fmt.Sprintf(`<w:pgSz w:w="%d" w:h="%d" w:orient="landscape"/>`, paperHigh, paperWide)
		margins = [4]int{marginLeft, marginAbove, marginRight, marginBelow}
		footer = footerAt - marginBelow + marginRight
	}
	return `<w:sectPr><w:footerReference w:type="default" r:id="rIdOdd"/><w:footerReference w:type="even" r:id="rIdEven"/>` + size +
		fmt.Sprintf(`<w:pgMar w:top="%d" w:right="%d" w:bottom="%d" w:left="%d" w:header="851" w:footer="%d" w:gutter="0"/></w:sectPr>`,
			margins[0], margins[1], margins[2], margins[3], footer)
}

// Room is how wide the text area of a section is, in millimetres.
func (t Turn) Room() float64 {
	if t == Landscape {
		return 225
	}
	return 156
}

func (d *Doc) fail(err error) {
	if d.err == nil {
		d.err = err
	}
}

// twips turns millimetres into twentieths of a point.
func twips(mm float64) int { return int(mm*1440/25.4 + 0.5) }

// escape makes a text safe between tags and in attributes.
var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

func escape(text string) string { return escaper.Replace(text) }

// clean leaves out what XML forbids and makes line ends \n.
func clean(text string) string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.ToValidUTF8(text, "\uFFFD"))
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == '\uFFFE' || r == '\uFFFF' {
			return -1
		}
		return r
	}, text)
}

func itoa(n int) string { return strconv.Itoa(n) }
