package xl

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"html"
	"io"

	"tianbao/seeds/text"
)

// Guest draws a table as a worksheet of somebody else's workbook: in the namespace main, in
// looks whose numbers there style gives, always the same. set adds what a sheet has besides,
// open says that it is the one seen on opening. Its tab and its names are for the caller.
func (t *Table) Guest(main string, style func(Style) int, open bool, set func(*Sheet)) ([]byte, error) {
	b := &Book{Rows: MaxRows, palette: &Palette{guest: style}}
	s := b.Table(t)
	set(s)
	var out bytes.Buffer
	p := panes(s.freeze[0], s.freeze[1])
	fmt.Fprintf(&out, xml.Header+`<worksheet xmlns="%s"><sheetPr><tabColor rgb="FF%s"/><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="%s"/>`, main, s.tab, s.used())
	fmt.Fprintf(&out, `<sheetViews><sheetView%s workbookViewId="0"><pane%s ySplit="%d" topLeftCell="%s" activePane="%s" state="frozen"/>`,
		text.If(open, ` tabSelected="1"`), text.If(p.XSplit > 0, fmt.Sprintf(` xSplit="%d"`, p.XSplit)), p.YSplit, p.TopLeftCell, p.ActivePane)
	fmt.Fprintf(&out, `<selection pane="%s" activeCell="%[2]s" sqref="%[2]s"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>`, p.ActivePane, p.TopLeftCell)
	if err := s.writeTable(&out); err != nil {
		return nil, err
	}
	s.writeChoices(&out)
	s.writeLinks(&out)
	m, l := s.print.margins(), s.print.layout()
	fmt.Fprintf(&out, `<printOptions horizontalCentered="1"/><pageMargins left="%g" right="%g" top="%g" bottom="%g" header="%g" footer="%g"/>`, *m.Left, *m.Right, *m.Top, *m.Bottom, *m.Header, *m.Footer)
	fmt.Fprintf(&out, `<pageSetup paperSize="%d" orientation="%s" fitToWidth="%d" fitToHeight="0"/><headerFooter><oddFooter>%s</oddFooter></headerFooter>`, *l.Size, *l.Orientation, *l.FitToWidth, html.EscapeString(s.print.Footer.code()))
	fmt.Fprintf(&out, `<ignoredErrors><ignoredError sqref="%s" numberStoredAsText="1"/></ignoredErrors></worksheet>`, join(s.asText))
	return out.Bytes(), b.err
}

// writeChoices writes the dropdowns of a guest.
func (s *Sheet) writeChoices(w io.Writer) {
	for i, v := range s.validations {
		dv := v.library()
		fmt.Fprintf(w, `%s<dataValidation type="%s" allowBlank="1" showErrorMessage="1" errorTitle="%s" error="%s" sqref="%s"><formula1>%s</formula1></dataValidation>%s`,
			text.If(i == 0, fmt.Sprintf(`<dataValidations count="%d">`, len(s.validations))), dv.Type, html.EscapeString(*dv.ErrorTitle), html.EscapeString(*dv.Error), dv.Sqref, dv.Formula1,
			text.If(i == len(s.validations)-1, `</dataValidations>`))
	}
}

// writeLinks writes what in a guest leads to other sheets.
func (s *Sheet) writeLinks(w io.Writer) {
	for i, l := range s.links {
		fmt.Fprintf(w, `%s<hyperlink ref="%s" location="%s"/>%s`, text.If(i == 0, `<hyperlinks>`), l.from, html.EscapeString(l.to), text.If(i == len(s.links)-1, `</hyperlinks>`))
	}
}
