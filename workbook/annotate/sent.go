package annotate

import (
	"encoding/xml"
	"fmt"
	"strings"

	"tianbao/seeds/finding"
	"tianbao/templates/layout"
	"tianbao/workbook"
)

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
