package check

import (
	"strings"

	"tianbao/seeds/finding"
	"tianbao/templates/layout"
	"tianbao/workbook"
)

// required: a cell that must be filled is filled; also where only the answer in
// another cell of the row makes it so.
var required = Rule{
	Code:   finding.Required,
	Sheets: everySheet,
	Asks:   true,
	Row: func(row *workbook.Row, report Report) {
		for i := range row.Sheet.Form.Columns {
			c := &row.Sheet.Form.Columns[i]
			if c.Required.Op == layout.CondNever || row.Issued.Modes[i] != layout.Open {
				continue
			}
			if v := &row.Values[i]; v.State == workbook.Blank && v.Place.Row > 0 && mustFill(row, c) {
				report(row, c.Key, because(row, c, "此格必须填写")...)
			}
		}
	},
}

// mustFill evaluates a column's condition. Where a cell it depends on could not
// be read, or its column is gone, that is the fault and nothing is asked.
func mustFill(row *workbook.Row, c *layout.Column) bool {
	return c.Required.Holds(said(row)) && !dependsOnFault(row, c.Required)
}

// said gives the text of a cell for conditions: of a cell that is not to fill, what
// the form says of it.
func said(row *workbook.Row) func(layout.Key) string {
	return func(k layout.Key) string {
		if text, known := row.Sheet.Form.Given(row.Issued, k); known {
			return text
		}
		return row.Text(k)
	}
}

func dependsOnFault(row *workbook.Row, c layout.Cond) bool {
	if c.Key != "" && row.Open(c.Key) {
		if v := row.Value(c.Key); v.State == workbook.Faulty || v.Place.Row == 0 {
			return true
		}
	}
	for _, of := range c.Of {
		if dependsOnFault(row, of) {
			return true
		}
	}
	return false
}

// because words what makes the cell required, the answers in the row if any, and
// what follows from them.
func because(row *workbook.Row, c *layout.Column, then string) []finding.Option {
	answers := answersOf(row, c.Required)
	if len(answers) == 0 {
		return []finding.Option{finding.Expected(wanted(row, c))}
	}
	return []finding.Option{
		finding.Message(strings.Join(answers, ",") + "," + then),
		finding.Expected(wanted(row, c)),
	}
}

// answersOf lists the cells to fill that make a condition hold.
func answersOf(row *workbook.Row, c layout.Cond) []string {
	switch {
	case c.Op == layout.CondNot || !c.Holds(said(row)):
		return nil
	case c.Key != "" && row.Open(c.Key):
		return []string{"“" + row.Sheet.Heading(c.Key) + "”填了“" + row.Text(c.Key) + "”"}
	}
	var answers []string
	for _, of := range c.Of {
		answers = append(answers, answersOf(row, of)...)
	}
	return answers
}

// wanted words what belongs in a required cell: a text that only another answer
// makes required gives the reason for it.
func wanted(row *workbook.Row, c *layout.Column) string {
	if c.Kind == layout.Number {
		return "数" // without its unit, so that a column of them folds into one line
	}
	if c.Kind == layout.Text && c.Required.Op != layout.CondAlways && !strings.Contains(c.Tag, "min=") {
		return "具体原因"
	}
	return workbook.Belongs(row.Issued, c)
}
