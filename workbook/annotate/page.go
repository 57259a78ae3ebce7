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

const sheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"

// addFront puts a table before the other sheets, in place of that of an earlier copy. set
// sets what it has besides.
func (b *book) addFront(part string, t *xl.Table, set func(*xl.Sheet)) error {
	sheet, err := t.Guest(b.mains, b.styles.look, len(b.front) == 0, set)
	if err != nil {
		return err
	}
	front := b.newTab(t.Name, part, string(sheet))
	front.area = xl.Range{Row1: xl.TableHead, Col1: 1, Row2: xl.TableHead + len(t.Rows), Col2: len(t.Columns)}
	b.front = append(b.front, front)
	return nil
}

// newTab writes a sheet of the program's own, in place of that of an earlier copy.
func (b *book) newTab(name, part, sheet string) tab {
	part = b.newPart(part, ".xml")
	b.parts.Write(part, []byte(sheet))
	b.types.add(part, sheetType)
	return tab{name: name, link: b.links.add(b.rels+"/worksheet", part)}
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

// addSent puts in what stood in the cells to fill when the copy went out.
func (b *book) addSent(r *workbook.Return, proposals []layout.Proposal) {
	var rows strings.Builder
	for i, line := range append(r.SentLines(), workbook.AskedLines(proposals)...) {
		fmt.Fprintf(&rows, `<row r="%d">`, i+1)
		for j, text := range line {
			fmt.Fprintf(&rows, `<c r="%s" t="inlineStr"><is><t>%s</t></is></c>`, finding.Place{Row: i + 1, Col: j + 1}.Cell(), escape(text))
		}
		rows.WriteString(`</row>`)
	}
	b.back = append(b.back, b.newTab(workbook.SentSheet, "worksheets/tianbao_sent",
		fmt.Sprintf(xml.Header+`<worksheet xmlns="%s"><sheetData>%s</sheetData></worksheet>`, b.mains, rows.String())))
}
