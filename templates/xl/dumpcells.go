package xl

import (
	"cmp"
	"fmt"
	"strings"

	"tianbao/seeds/text"

	"github.com/xuri/excelize/v2"
)

func (d *dump) cells(name string) {
	ref, err := d.f.GetSheetDimension(name)
	d.fail(err)
	from, to, _ := strings.Cut(ref, ":")
	to = cmp.Or(to, from)
	col1, row1, err := excelize.CellNameToCoordinates(from)
	d.fail(err)
	col2, row2, err := excelize.CellNameToCoordinates(to)
	d.fail(err)
	d.columns(name, col1, col2)
	for r := row1; r <= row2 && d.err == nil; r++ {
		d.row(name, r)
		for c := col1; c <= col2; c++ {
			d.cell(name, Cell(r, c))
		}
	}
}

func (d *dump) columns(name string, col1, col2 int) {
	var widths []string
	for c := col1; c <= col2; c++ {
		letters := strings.TrimSuffix(Cell(1, c), "1")
		w, err := d.f.GetColWidth(name, letters)
		d.fail(err)
		shown, err := d.f.GetColVisible(name, letters)
		d.fail(err)
		widths = append(widths, fmt.Sprintf("%s=%g%s", letters, w, text.If(!shown, " hidden")))
	}
	d.line("columns %s", strings.Join(widths, ", "))
}

func (d *dump) row(name string, r int) {
	h, err := d.f.GetRowHeight(name, r)
	d.fail(err)
	shown, err := d.f.GetRowVisible(name, r)
	d.fail(err)
	d.line("row %d height=%g%s", r, h, text.If(!shown, " hidden"))
}

func (d *dump) cell(name, at string) {
	value, err := d.f.GetCellValue(name, at, excelize.Options{RawCellValue: true})
	d.fail(err)
	formula, err := d.f.GetCellFormula(name, at)
	d.fail(err)
	style, err := d.f.GetCellStyle(name, at)
	d.fail(err)
	look := d.look(style)
	if value == "" && formula == "" && look == "" {
		return
	}
	kind, err := d.f.GetCellType(name, at)
	d.fail(err)
	var b strings.Builder
	if value == "" && formula == "" {
		fmt.Fprintf(&b, "%s blank", at)
	} else {
		fmt.Fprintf(&b, "%s %s %q", at, kindName(kind), value)
	}
	if formula != "" {
		fmt.Fprintf(&b, " =%s", formula)
	}
	if linked, to, err := d.f.GetCellHyperLink(name, at); err == nil && linked {
		fmt.Fprintf(&b, " -> %s", to)
	}
	if look != "" {
		fmt.Fprintf(&b, " {%s}", look)
	}
	d.line("%s", b.String())
}

func kindName(k excelize.CellType) string {
	switch k {
	case excelize.CellTypeInlineString, excelize.CellTypeSharedString, excelize.CellTypeFormula:
		return "text"
	case excelize.CellTypeBool:
		return "bool"
	case excelize.CellTypeError:
		return "error"
	case excelize.CellTypeDate:
		return "date"
	}
	return "number"
}

func (d *dump) look(id int) string {
	if id == 0 {
		return ""
	}
	if look, ok := d.looks[id]; ok {
		return look
	}
	s, err := d.f.GetStyle(id)
	d.fail(err)
	if err != nil {
		return ""
	}
	d.looks[id] = describe(s)
	return d.looks[id]
}

// describe says what of a style carries meaning: font face and borders do not.
func describe(s *excelize.Style) string {
	var parts []string
	add := func(when bool, text string) {
		if when {
			parts = append(parts, text)
		}
	}
	if s.Font != nil {
		add(s.Font.Size != 0 && s.Font.Size != BodySize, fmt.Sprintf("size=%g", s.Font.Size))
		add(s.Font.Bold, "bold")
		add(s.Font.Color != "", "color="+s.Font.Color)
	}
	add(len(s.Fill.Color) > 0, "fill="+strings.Join(s.Fill.Color, ","))
	if s.Alignment != nil {
		add(s.Alignment.WrapText, "wrap")
		add(s.Alignment.Horizontal != "", s.Alignment.Horizontal)
	}
	add(s.CustomNumFmt != nil, "format="+pointed(s.CustomNumFmt))
	add(s.CustomNumFmt == nil && s.NumFmt != 0, fmt.Sprintf("format=%d", s.NumFmt))
	add(s.Protection != nil && !s.Protection.Locked, "unlocked")
	return strings.Join(parts, " ")
}
