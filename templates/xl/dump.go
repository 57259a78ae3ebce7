package xl

import (
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"tianbao/seeds/text"

	"github.com/xuri/excelize/v2"
)

// Dump returns a workbook of our own as text, for golden files: settings, names,
// cells with what their style means, checks, locks, print set-up. Two workbooks
// that read the same dump the same. It is not for workbooks from others.
func Dump(data []byte) (string, error) {
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		return "", fmt.Errorf("打开工作簿: %w", err)
	}
	defer f.Close()
	d := &dump{f: f, looks: map[int]string{}}
	d.book()
	for i, name := range f.GetSheetList() {
		d.sheet(i, name)
	}
	return d.out.String(), d.err
}

type dump struct {
	f     *excelize.File
	out   strings.Builder
	looks map[int]string // by style number
	err   error
}

func (d *dump) line(format string, args ...any) { fmt.Fprintf(&d.out, format+"\n", args...) }

func (d *dump) fail(err error) {
	if d.err == nil {
		d.err = err
	}
}

func (d *dump) book() {
	props, err := d.f.GetDocProps()
	d.fail(err)
	if err != nil {
		return
	}
	d.line("book title=%q creator=%s created=%s modified=%s revision=%s", props.Title, props.Creator, props.Created, props.Modified, props.Revision)
	if d.f.WorkBook.DefinedNames == nil {
		return
	}
	for _, n := range d.f.WorkBook.DefinedNames.DefinedName {
		scope := ""
		if n.LocalSheetID != nil {
			scope = " sheet=" + d.f.GetSheetName(*n.LocalSheetID)
		}
		d.line("name %s%s%s = %s", n.Name, scope, text.If(n.Hidden, " hidden"), n.Data)
	}
}

func (d *dump) sheet(i int, name string) {
	d.line("\nsheet %s state=%s", name, cmp.Or(d.f.WorkBook.Sheets.Sheet[i].State, "visible"))
	d.settings(name)
	d.print(name)
	d.checks(name)
	d.cells(name)
}

func (d *dump) settings(name string) {
	props, err := d.f.GetSheetProps(name)
	d.fail(err)
	if err == nil && props.TabColorRGB != nil {
		d.line("tab %s", *props.TabColorRGB)
	}
	if p, err := d.f.GetPanes(name); err == nil && p.Freeze {
		d.line("freeze %s", p.TopLeftCell)
	}
	if p, err := d.f.GetSheetProtection(name); err == nil && (p.SelectLockedCells || p.AutoFilter || p.FormatRows) {
		d.line("protected filter=%t rows=%t columns=%t password=%t", p.AutoFilter, p.FormatRows, p.FormatColumns, p.Password != "")
	}
	merges, err := d.f.GetMergeCells(name, true)
	d.fail(err)
	for _, m := range merges {
		d.line("merge %s:%s", m.GetStartAxis(), m.GetEndAxis())
	}
}

func (d *dump) print(name string) {
	l, err := d.f.GetPageLayout(name)
	d.fail(err)
	if err == nil && l.FitToWidth != nil && l.Orientation != nil && l.Size != nil {
		high := 0
		if l.FitToHeight != nil {
			high = *l.FitToHeight
		}
		d.line("print paper=%d %s wide=%d high=%d", *l.Size, *l.Orientation, *l.FitToWidth, high)
	}
	h, err := d.f.GetHeaderFooter(name)
	d.fail(err)
	if h != nil {
		d.line("header %q footer %q", h.OddHeader, h.OddFooter)
	}
}

func (d *dump) checks(name string) {
	validations, err := d.f.GetDataValidations(name)
	d.fail(err)
	for _, v := range validations {
		d.line("validation %s %s %s [%s] [%s] blank=%t style=%s prompt=%q error=%q", v.Sqref, v.Type, v.Operator, v.Formula1, v.Formula2,
			v.AllowBlank, pointed(v.ErrorStyle), pointed(v.PromptTitle)+"|"+pointed(v.Prompt), pointed(v.ErrorTitle)+"|"+pointed(v.Error))
	}
	conditions, err := d.f.GetConditionalFormats(name)
	d.fail(err)
	for _, r := range slices.Sorted(maps.Keys(conditions)) {
		for _, c := range conditions[r] {
			d.line("condition %s %s [%s] stop=%t %s", r, c.Type, c.Criteria, c.StopIfTrue, d.difference(c))
		}
	}
}

func pointed(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func (d *dump) difference(c excelize.ConditionalFormatOptions) string {
	s, err := d.f.GetConditionalStyle(*c.Format)
	d.fail(err)
	if err != nil {
		return ""
	}
	return describe(s)
}
