package templates

import (
	"slices"
	"strings"

	"tianbao/seeds/finding"
	"tianbao/templates/layout"
	"tianbao/templates/xl"
)

// columns is the defined names that speak of the cells of a sheet. On a table a
// name means the cell of its column in the row of the formula that uses it; on
// the cover, which has one row, a fixed cell.
//
// A name holds what would otherwise be repeated in every formula, where it would
// pass the 8,192 characters that a formula may have.
type columns struct{ *layout.Sheet }

const namePrefix = "tianbao_"

func (at columns) name(k layout.Key) string { return namePrefix + string(at.Key) + "_" + string(k) }

// text is the name of a cell's text: trimmed, and of a choice written as the
// options are.
func (at columns) text(k layout.Key) string { return at.name(k) }

// raw is the name of a choice's text as it was written, trimmed.
func (at columns) raw(k layout.Key) string { return at.name(k) + "_raw" }

// digits is the name of a number's text without unit of measure, in half-width.
func (at columns) digits(k layout.Key) string { return at.name(k) + "_n" }

// bad is the name of 1 where a cell for a number is filled with what is none.
func (at columns) bad(k layout.Key) string { return at.name(k) + "_bad" }

// value is the name of a number that is not bad.
func (at columns) value(k layout.Key) string { return at.name(k) + "_v" }

// apart is the name of whether the unit, or the row, is reported apart.
func (at columns) apart() string {
	if at.Form {
		return separateName
	}
	return namePrefix + string(at.Key) + "_apart"
}

// separateName is the name of whether the unit reports apart.
const separateName = namePrefix + "separate"

// definition is a defined name and the formula it stands for.
type definition struct{ name, formula string }

// definitions lists the names of a sheet; cell gives the reference to a column.
func (at columns) definitions(cell func(layout.Key) string) []definition {
	var list []definition
	for i := range at.Columns {
		if c := &at.Columns[i]; c.Role == layout.Fill && at.needed(c) {
			list = append(list, at.define(c, cell)...)
		}
	}
	if !at.Form {
		list = append(list, definition{at.apart(), call("OR", separateName, holds(at.Apart(), at))})
	}
	return list
}

// needed reports whether any formula asks for a column.
func (at columns) needed(c *layout.Column) bool {
	if c.Kind != layout.Text || c.Required.Op != layout.CondNever || c.Reason || has(c, telling) {
		return true
	}
	return slices.ContainsFunc(at.Columns, func(d layout.Column) bool { return d.Required.Asks(c.Key) })
}

func (at columns) define(c *layout.Column, cell func(layout.Key) string) []definition {
	ref := cell(c.Key)
	switch c.Kind {
	case layout.Choice:
		return []definition{{at.raw(c.Key), trimmed(ref)}, {at.text(c.Key), asOption(at.raw(c.Key))}}
	case layout.Number:
		unit := `"%"`
		if c.Unit != nil && c.Unit(layout.Subject{}) == "" {
			unit = "TRIM(" + cell(layout.Measured) + ")"
		}
		n := numeral{cell: ref, text: at.text(c.Key), digits: at.digits(c.Key), unit: unit}
		stage := func(i int) string {
			return xl.SheetRef(layout.StampSheet) + "$" + finding.ColumnName(at.stage(c.Key)+i) + "1"
		}
		return []definition{
			{at.raw(c.Key), trimmed(ref)}, {at.value(c.Key), n.value()},
			{n.text, stage(0)}, {n.text + stageFormula, halfWidth(at.raw(c.Key))},
			{n.digits, stage(1)}, {n.digits + stageFormula, n.withoutUnit()},
			{at.bad(c.Key), stage(2)}, {at.bad(c.Key) + stageFormula, n.isBad()},
		}
	}
	return []definition{{at.text(c.Key), trimmed(ref)}}
}

// Reading a number's text takes more steps than LibreOffice allows in one formula,
// with the names in it written out (8,192 tokens). The steps are in cells of the
// hidden sheet, in the row that the number is in on its own sheet: text,
// digits, bad. A name with this ending is the formula of such a cell.
const (
	stageFormula = "_f"
	stages       = 3
	firstStage   = 2 // column
)

// stage is the column of the hidden sheet where the first step of a number stands.
func (at columns) stage(k layout.Key) int {
	col := firstStage
	for _, s := range layout.Sheets() {
		for i := range s.Columns {
			switch {
			case s.Columns[i].Kind != layout.Number:
			case s.Key == at.Key && s.Columns[i].Key == k:
				return col
			default:
				col += stages
			}
		}
	}
	return col
}

// asOption is a text written as options are: without spaces and without the marks
// that are set around it.
func asOption(text string) string {
	text = `"|"&` + substitute(text, " ", "") + `&"|"`
	for _, mark := range strings.Split("* ＊ : ： # ＃ ·", " ") {
		text = substitute(substitute(text, "|"+mark, "|"), mark+"|", "|")
	}
	return substitute(text, "|", "")
}

// names defines the names of the sheets that the workbook has.
func (w *writer) names(c *cover) {
	for _, s := range w.form.Sheets {
		at, cell := columns{s.Sheet}, c.place
		if !s.Form {
			cell = inRow(s)
		}
		for _, d := range w.definitions(at, cell) {
			w.book.HiddenName(d.name, d.formula)
		}
	}
	delivery := columns{c.fields.Sheet}.text(layout.Delivery)
	w.book.HiddenName(separateName, "IF(ISERROR("+delivery+"),FALSE,EXACT("+delivery+","+xl.Quote(layout.Separate)+"))")
}

// inRow refers from a name to the cells of the row that the name is used in: names
// count from row 1.
func inRow(s *layout.FormSheet) func(layout.Key) string {
	return func(k layout.Key) string { return xl.SheetRef(s.Name) + "$" + columnOf(s, k) + "1" }
}

// definitions returns the names of a sheet, worked out once.
func (b *Builder) definitions(at columns, cell func(layout.Key) string) []definition {
	if made, ok := b.defined.Load(at.Sheet); ok {
		return made.([]definition)
	}
	made, _ := b.defined.LoadOrStore(at.Sheet, at.definitions(cell))
	return made.([]definition)
}
