package annotate

import (
	"encoding/xml"
	"fmt"
	"strings"

	"tianbao/seeds/finding"
	"tianbao/templates/layout"
	"tianbao/templates/xl"
	"tianbao/workbook"
)

// list is the sheet 错误清单.
type list struct {
	title, note string
	found       finding.List
}

// newList words the head of the list. found stands with what is worst first.
func newList(r *workbook.Return, next layout.Identity, found finding.List) list {
	l := list{
		title: fmt.Sprintf("%s:%s %d年度", layout.FaultList, r.Unit, next.Year),
		found: found,
	}
	l.note = fmt.Sprintf("%s %d 处,须改正;%s %d 处,请核对,无误的在该行“说明”或“备注”栏写明原因;%s %d 处,供了解。\n"+
		"点“位置”到该单元格;单元格上的颜色和批注不影响填写,不必删除。改好后直接把本文件报送,本表不必删除。本文件为第 %d 版。",
		finding.Error.Word(), found.Count(finding.Error), finding.Warning.Word(), found.Count(finding.Warning),
		finding.Note.Word(), found.Count(finding.Note), next.Revision)
	return l
}

var listColumns = []struct {
	heading string
	width   float64
	text    func(f *finding.Finding) string
}{
	{"级别", 7, func(f *finding.Finding) string { return f.Severity.Word() }},
	{"位置", 16, placeWords},
	{"编号", 10, func(f *finding.Finding) string { return f.Ref }},
	{"栏目", 18, func(f *finding.Finding) string { return f.Column }},
	{"问题", 34, func(f *finding.Finding) string { return f.Message }},
	{"填的是", 24, func(f *finding.Finding) string { return excerpt(f.Given, mostGiven) }},
	{"应填", 28, func(f *finding.Finding) string { return excerpt(f.Expected, mostGiven) }},
	{"怎么办", 40, func(f *finding.Finding) string { return f.Hint }},
}

const (
	listHeadRow  = 4
	listPlaceCol = 2
	mostListed   = 20000 // findings
	mostGiven    = 300   // characters of what was given
	listTitles   = "'" + layout.FaultList + "'!$4:$4"
)

// listRange is what the filter covers: the headings and the rows below.
func listRange(last int) string {
	return fmt.Sprintf("'%s'!$A$%d:$%s$%d", layout.FaultList, listHeadRow, finding.ColumnName(len(listColumns)), last)
}

func placeWords(f *finding.Finding) string {
	p := f.Place
	switch {
	case p.Sheet == "":
		return "整份文件"
	case p.Cell() != "":
		return p.Sheet + "!" + p.Cell()
	case p.Row > 0:
		return p.Sheet + " 第" + itoa(p.Row) + "行"
	case p.Col > 0:
		return p.Sheet + " " + finding.ColumnName(p.Col) + "列"
	}
	return p.Sheet
}

// link is where a place leads, "" where there is nothing to lead to.
func (b *book) linkOf(p finding.Place) string {
	for _, s := range b.sheets {
		if s.name == p.Sheet {
			cell := finding.Place{Row: max(p.Row, 1), Col: max(p.Col, 1)}.Cell()
			return "'" + strings.ReplaceAll(s.name, "'", "''") + "'!" + cell
		}
	}
	return ""
}

const sheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"

// addList puts the list in, in place of that of an earlier copy.
func (b *book) addList(l list) error {
	t, err := b.newTab(layout.FaultList, "worksheets/tianbao_list", b.listSheet(l))
	b.front = append(b.front, t)
	return err
}

// newTab writes a sheet of the program's own, in place of that of an earlier copy.
func (b *book) newTab(name, part, sheet string) (tab, error) {
	for _, s := range b.old {
		if s.name == name {
			if err := b.dropTab(s); err != nil {
				return tab{}, err
			}
		}
	}
	part = b.newPart(part, ".xml")
	b.parts.Write(part, []byte(sheet))
	b.types.add(part, sheetType)
	return tab{name, b.links.add(b.rels+"/worksheet", part)}, nil
}

// dropTab takes a sheet out, with the parts that are its alone.
func (b *book) dropTab(s *sheet) error {
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
	b.links.drop(b.links.byID(s.node.attr("id")))
	return nil
}

// listSheet writes the sheet. Its texts stand in it, so that the strings of the
// workbook stay as they are.
func (b *book) listSheet(l list) string {
	var rows, links strings.Builder
	b.listRow(&rows, 1, 26, []string{l.title}, listTitle)
	b.listRow(&rows, 2, xl.RowHeight(3, 11), []string{l.note}, listNote)
	heads := make([]string, len(listColumns))
	for i, c := range listColumns {
		heads[i] = c.heading
	}
	b.listRow(&rows, listHeadRow, 22, heads, listHead)
	r := listHeadRow
	for i := range l.found[:min(len(l.found), mostListed)] {
		f := &l.found[i]
		r++
		texts, lines := make([]string, len(listColumns)), 1
		for c, col := range listColumns {
			texts[c] = col.text(f)
			lines = max(lines, xl.Lines(texts[c], col.width, xl.BodySize))
		}
		b.listRow(&rows, r, xl.RowHeight(lines, 11), texts, listBody)
		if to := b.linkOf(f.Place); to != "" {
			fmt.Fprintf(&links, `<hyperlink ref="%s" location="%s" display="%s"/>`, finding.Place{Row: r, Col: listPlaceCol}.Cell(), escape(to), escape(texts[listPlaceCol-1]))
		}
	}
	if more := len(l.found) - mostListed; more > 0 {
		r++
		b.listRow(&rows, r, 22, []string{"", fmt.Sprintf("其余 %d 处未列出,改正以上后再次核对", more)}, listPlain)
	}
	b.listEnd = r
	return b.listAround(r, rows.String(), links.String())
}

// listAround puts the rows into a worksheet with its settings.
func (b *book) listAround(last int, rows, links string) string {
	wide := finding.ColumnName(len(listColumns))
	var t strings.Builder
	fmt.Fprintf(&t, xml.Header+`<worksheet xmlns="%s"><sheetPr><tabColor rgb="FFC00000"/><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:%s%d"/>`, b.mains, wide, last)
	fmt.Fprintf(&t, `<sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0"><pane ySplit="%[1]d" topLeftCell="A%[2]d" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A%[2]d" sqref="A%[2]d"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>`, listHeadRow, listHeadRow+1)
	for i, c := range listColumns {
		fmt.Fprintf(&t, `<col min="%d" max="%d" width="%g" customWidth="1"/>`, i+1, i+1, c.width)
	}
	fmt.Fprintf(&t, `</cols><sheetData>%s</sheetData><autoFilter ref="A%d:%s%d"/><mergeCells count="2"><mergeCell ref="A1:%[3]s1"/><mergeCell ref="A2:%[3]s2"/></mergeCells>`, rows, listHeadRow, wide, last)
	for i, word := range []string{finding.Error.Word(), finding.Warning.Word()} {
		area := fmt.Sprintf("A%d:A%d", listHeadRow+1, max(last, listHeadRow+1))
		t.WriteString(formatting("", area, fmt.Sprintf(`$A%d="%s"`, listHeadRow+1, word), b.styles.marks[i], i+1))
	}
	if links != "" {
		t.WriteString("<hyperlinks>" + links + "</hyperlinks>")
	}
	t.WriteString(`<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/><headerFooter><oddFooter>&amp;C第 &amp;P 页 共 &amp;N 页</oddFooter></headerFooter></worksheet>`)
	return t.String()
}

// listRow writes a row of texts; those of the list link in the column of places.
func (b *book) listRow(t *strings.Builder, row int, height float64, texts []string, look int) {
	fmt.Fprintf(t, `<row r="%d" ht="%g" customHeight="1">`, row, height)
	for i, text := range texts {
		style := b.styles.cells[look]
		if look == listBody && i+1 == listPlaceCol {
			style = b.styles.cells[listLink]
		}
		fmt.Fprintf(t, `<c r="%s" s="%d" t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>`, finding.Place{Row: row, Col: i + 1}.Cell(), style, escape(text))
	}
	t.WriteString(`</row>`)
}
