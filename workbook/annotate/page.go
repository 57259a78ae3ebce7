package annotate

import (
	"encoding/xml"
	"fmt"
	"strings"

	"tianbao/seeds/finding"
	"tianbao/seeds/text"
	"tianbao/templates/layout"
	"tianbao/templates/xl"
	"tianbao/workbook"
)

// page is a sheet of rows that a copy opens with.
type page struct {
	title, note string
	tab         string // colour of the tab
	columns     []pageColumn
	rows        []pageRow
	linked      int       // column whose cells lead to the row's link, from 1
	marked      [2]string // formulas of the rows marked as errors and as warnings; "" for none
	size        float64   // of the letters, in points
}

// pageColumn is a column of a page; one with fill is to fill, from choices where it has any.
type pageColumn struct {
	heading string
	width   float64 // in characters
	fill    bool
	choices []string
}

type pageRow struct {
	texts []string
	link  string // place in the workbook, "" for none
	look  int    // 0: listBody
}

// pageHead is the row of the headings, PageFirst the first row below.
const (
	pageHead  = 4
	PageFirst = pageHead + 1
)

const sheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"

// addFront puts a page before the other sheets, in place of that of an earlier copy.
func (b *book) addFront(name, part string, p page) error {
	t, err := b.newTab(name, part, b.pageSheet(&p, len(b.front) == 0))
	t.area = fmt.Sprintf("$A$%d:$%s$%d", pageHead, finding.ColumnName(len(p.columns)), pageHead+len(p.rows))
	b.front = append(b.front, t)
	return err
}

// newTab writes a sheet of the program's own, in place of that of an earlier copy.
func (b *book) newTab(name, part, sheet string) (tab, error) {
	part = b.newPart(part, ".xml")
	b.parts.Write(part, []byte(sheet))
	b.types.add(part, sheetType)
	return tab{name: name, link: b.links.add(b.rels+"/worksheet", part)}, nil
}

// dropTabs takes the sheets of an earlier copy out, with the parts that are theirs alone.
func (b *book) dropTabs() error {
	for _, s := range b.old {
		l, err := openLinks(b.parts, s.part)
		if err != nil {
			return err
		}
		for _, k := range l.all {
			if k.target != "" {
				b.parts.Remove(k.target)
				b.types.drop(k.target)
			}
		}
		b.parts.Remove(l.part)
		b.types.drop(l.part)
		b.parts.Remove(s.part)
		b.types.drop(s.part)
		b.links.drop(b.links.byID(s.node.Attr("id")))
	}
	return nil
}

// pageSheet writes the sheet. Its texts are in it, so that the strings of the
// workbook stay as they are.
func (b *book) pageSheet(p *page, first bool) string {
	note := text.Worded(p.note)
	var rows, links strings.Builder
	lines := 1 + strings.Count(note, "\n")
	wide := 0.0
	for _, c := range p.columns {
		wide += c.width
	}
	if n := xl.Lines(note, wide, p.size); n > lines {
		lines = n
	}
	b.pageCells(&rows, 1, 26, []string{p.title}, nil, listTitle)
	b.pageCells(&rows, 2, xl.RowHeight(lines, p.size), []string{note}, nil, listNote)
	heads := make([]string, len(p.columns))
	for i, c := range p.columns {
		heads[i] = c.heading
	}
	b.pageCells(&rows, pageHead, 22, heads, nil, listHead)
	for i, row := range p.rows {
		r, look, lines := pageHead+1+i, row.look, 1
		for c, text := range row.texts {
			lines = max(lines, xl.Lines(text, p.columns[c].width, p.size))
		}
		if look == 0 && len(row.texts) == len(p.columns) {
			look = listBody
		}
		b.pageCells(&rows, r, xl.RowHeight(lines, p.size), row.texts, p, look)
		if row.link != "" {
			fmt.Fprintf(&links, `<hyperlink ref="%s" location="%s" display="%s"/>`, finding.Place{Row: r, Col: p.linked}.Cell(), escape(row.link), escape(row.texts[p.linked-1]))
		}
	}
	return b.pageAround(p, first, rows.String(), links.String())
}

// pageAround puts the rows into a worksheet with its settings.
func (b *book) pageAround(p *page, first bool, rows, links string) string {
	wide, last := finding.ColumnName(len(p.columns)), pageHead+len(p.rows)
	selected := ""
	if first {
		selected = ` tabSelected="1"`
	}
	var t strings.Builder
	fmt.Fprintf(&t, xml.Header+`<worksheet xmlns="%s"><sheetPr><tabColor rgb="%s"/><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:%s%d"/>`, b.mains, p.tab, wide, last)
	fmt.Fprintf(&t, `<sheetViews><sheetView showGridLines="0"%[3]s workbookViewId="0"><pane ySplit="%[1]d" topLeftCell="A%[2]d" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A%[2]d" sqref="A%[2]d"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>`, pageHead, pageHead+1, selected)
	fills := false
	for i, c := range p.columns {
		fmt.Fprintf(&t, `<col min="%d" max="%d" width="%g" customWidth="1"/>`, i+1, i+1, c.width)
		fills = fills || c.fill
	}
	t.WriteString(`</cols><sheetData>` + rows + `</sheetData>`)
	if fills {
		t.WriteString(`<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0" autoFilter="0"/>`)
	}
	fmt.Fprintf(&t, `<autoFilter ref="A%d:%s%d"/><mergeCells count="2"><mergeCell ref="A1:%[2]s1"/><mergeCell ref="A2:%[2]s2"/></mergeCells>`, pageHead, wide, last)
	for i, formula := range p.marked {
		if formula != "" {
			t.WriteString(formatting("", fmt.Sprintf("A%d:A%d", pageHead+1, max(last, pageHead+1)), formula, b.styles.marks[i], i+1))
		}
	}
	t.WriteString(p.validations(last))
	if links != "" {
		t.WriteString("<hyperlinks>" + links + "</hyperlinks>")
	}
	t.WriteString(`<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/><headerFooter><oddFooter>&amp;C第 &amp;P 页 共 &amp;N 页</oddFooter></headerFooter></worksheet>`)
	return t.String()
}

// validations are the dropdowns of the columns with choices.
func (p *page) validations(last int) string {
	var t strings.Builder
	n := 0
	for i, c := range p.columns {
		if len(c.choices) == 0 || len(p.rows) == 0 {
			continue
		}
		n++
		col := finding.ColumnName(i + 1)
		fmt.Fprintf(&t, `<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorTitle="%s" error="%s" sqref="%[3]s%[4]d:%[3]s%[5]d"><formula1>"%[6]s"</formula1></dataValidation>`,
			escape(c.heading), escape("请从下拉列表中选一项:"+strings.Join(c.choices, "、")), col, pageHead+1, last, escape(strings.Join(c.choices, ",")))
	}
	if n == 0 {
		return ""
	}
	return fmt.Sprintf(`<dataValidations count="%d">%s</dataValidations>`, n, t.String())
}

// pageCells writes a row of texts; in a row of the table those of the linked column
// lead elsewhere, and those to fill may be written in.
func (b *book) pageCells(t *strings.Builder, row int, height float64, texts []string, p *page, look int) {
	fmt.Fprintf(t, `<row r="%d" ht="%g" customHeight="1">`, row, height)
	for i, text := range texts {
		style := b.styles.cells[look]
		switch {
		case look != listBody || p == nil:
		case i+1 == p.linked:
			style = b.styles.cells[listLink]
		case p.columns[i].fill:
			style = b.styles.cells[listFill]
		}
		at := finding.Place{Row: row, Col: i + 1}.Cell()
		if text == "" {
			fmt.Fprintf(t, `<c r="%s" s="%d"/>`, at, style)
			continue
		}
		fmt.Fprintf(t, `<c r="%s" s="%d" t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>`, at, style, escape(text))
	}
	t.WriteString(`</row>`)
}

// addSent puts in what stood in the cells to fill when the copy went out.
func (b *book) addSent(r *workbook.Return, proposals []layout.Proposal) error {
	var rows strings.Builder
	for i, line := range append(r.SentLines(), workbook.AskedLines(proposals)...) {
		fmt.Fprintf(&rows, `<row r="%d">`, i+1)
		for j, text := range line {
			fmt.Fprintf(&rows, `<c r="%s" t="inlineStr"><is><t>%s</t></is></c>`, finding.Place{Row: i + 1, Col: j + 1}.Cell(), escape(text))
		}
		rows.WriteString(`</row>`)
	}
	t, err := b.newTab(workbook.SentSheet, "worksheets/tianbao_sent",
		fmt.Sprintf(xml.Header+`<worksheet xmlns="%s"><sheetData>%s</sheetData></worksheet>`, b.mains, rows.String()))
	b.back = append(b.back, t)
	return err
}
