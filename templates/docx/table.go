package docx

import (
	"bytes"
	"cmp"
)

// Table is a table with a frame around every cell. The heading rows repeat on every
// page, and no row breaks across pages.
type Table struct {
	Widths []float64 // of the columns, in millimetres
	Head   [][]Cell
	Rows   [][]Cell
	Size   float64 // of the letters in points; 10.5 where 0
}

// Cell is a cell of a table.
type Cell struct {
	Text  string
	Align Align
	Bold  bool
	Gap   bool // marked: for a person to fill
	Span  int  // columns; 1 where 0
	Under bool // joined to the cell above
	Over  bool // the first of joined cells
}

// Align is where a text is in its cell.
type Align uint8

// The alignments.
const (
	Left Align = iota
	Centre
	Right
)

// Table writes a table.
func (d *Doc) Table(t Table) {
	d.open = true
	t.write(&d.body)
}

const tableSize = 10.5

func (t *Table) write(b *bytes.Buffer) {
	sum := 0
	for _, w := range t.Widths {
		sum += twips(w)
	}
	b.WriteString(`<w:tbl><w:tblPr><w:tblW w:w="` + itoa(sum) + `" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>`)
	for _, side := range []string{"top", "left", "bottom", "right", "insideH", "insideV"} {
		b.WriteString(`<w:` + side + ` w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
	}
	b.WriteString(`</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="40" w:type="dxa"/><w:right w:w="40" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>`)
	for _, w := range t.Widths {
		b.WriteString(`<w:gridCol w:w="` + itoa(twips(w)) + `"/>`)
	}
	b.WriteString(`</w:tblGrid>`)
	for _, row := range t.Head {
		t.row(b, row, true)
	}
	for _, row := range t.Rows {
		t.row(b, row, false)
	}
	b.WriteString(`</w:tbl>`)
}

func (t *Table) row(b *bytes.Buffer, cells []Cell, head bool) {
	b.WriteString(`<w:tr><w:trPr><w:cantSplit/>`)
	if head {
		b.WriteString(`<w:tblHeader/>`)
	}
	b.WriteString(`</w:trPr>`)
	col := 0
	for _, c := range cells {
		span, wide := max(c.Span, 1), 0
		for _, w := range t.Widths[col:min(col+span, len(t.Widths))] {
			wide += twips(w)
		}
		col += span
		t.cell(b, c, wide, head)
	}
	b.WriteString(`</w:tr>`)
}

// cell writes a cell with all its looks: in the document of others there are no
// styles of ours.
func (t *Table) cell(b *bytes.Buffer, c Cell, wide int, head bool) {
	b.WriteString(`<w:tc><w:tcPr><w:tcW w:w="` + itoa(wide) + `" w:type="dxa"/>`)
	if c.Span > 1 {
		b.WriteString(`<w:gridSpan w:val="` + itoa(c.Span) + `"/>`)
	}
	switch {
	case c.Over:
		b.WriteString(`<w:vMerge w:val="restart"/>`)
	case c.Under:
		b.WriteString(`<w:vMerge/>`)
	}
	b.WriteString(`<w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr>`)
	size, font, align := t.Size, fontBody, c.Align
	size = cmp.Or(size, tableSize)
	if head {
		font, align = fontHei, Centre
		b.WriteString(`<w:keepNext/>`)
	}
	b.WriteString(`<w:widowControl w:val="0"/><w:snapToGrid w:val="0"/><w:spacing w:before="10" w:after="10" w:line="` + itoa(int(size*tableLine)) + `" w:lineRule="exact"/>`)
	b.WriteString(`<w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="` + [...]string{"left", "center", "right"}[align] + `"/></w:pPr>`)
	if c.Text != "" {
		b.WriteString(`<w:r><w:rPr>` + fonts(font))
		if c.Bold {
			b.WriteString(`<w:b/><w:bCs/>`)
		}
		b.WriteString(`<w:spacing w:val="0"/><w:sz w:val="` + itoa(int(size*2)) + `"/><w:szCs w:val="` + itoa(int(size*2)) + `"/>`)
		if c.Gap {
			b.WriteString(`<w:highlight w:val="yellow"/>`)
		}
		b.WriteString(`</w:rPr>`)
		writeText(b, c.Text)
		b.WriteString(`</w:r>`)
	}
	b.WriteString(`</w:p></w:tc>`)
}

// tableLine is how high a line of a table is, in twips for each point of its letters.
const tableLine = 24.0
