package templates

import (
	"strings"

	"tianbao/templates/layout"
	"tianbao/workbook/xl"
)

// The formulas use functions of Excel 2007 alone, and none that reads typed text
// as a pattern (COUNTIF, MATCH, SEARCH).

// place gives the reference to a cell of the row that a formula is about.
type place func(layout.Key) string

// invisible is what stands for nothing in a cell besides the space and what CLEAN
// takes away. CHAR(160) would depend on the code page.
var invisible = []string{"\u00a0", "\u3000", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff"}

// clean is the text of a cell without what cannot be seen at its ends.
func clean(cell string) string {
	for _, c := range invisible {
		cell = "SUBSTITUTE(" + cell + `,"` + c + `","")`
	}
	return "TRIM(CLEAN(" + cell + "))"
}

func blank(cell string) string { return "LEN(" + clean(cell) + ")=0" }

// holds prints a condition over the cells of a row.
func holds(c layout.Cond, at place) string {
	switch c.Op {
	case layout.CondAlways:
		return "TRUE"
	case layout.CondIs:
		parts := make([]string, len(c.Values))
		for i, v := range c.Values {
			parts[i] = "EXACT(" + clean(at(c.Key)) + "," + xl.Quote(v) + ")"
		}
		return call("OR", parts)
	case layout.CondFilled:
		return "NOT(" + blank(at(c.Key)) + ")"
	case layout.CondAll, layout.CondAny, layout.CondNot:
		parts := make([]string, len(c.Of))
		for i, d := range c.Of {
			parts[i] = holds(d, at)
		}
		return call(map[layout.CondOp]string{layout.CondAll: "AND", layout.CondAny: "OR", layout.CondNot: "NOT"}[c.Op], parts)
	}
	return "FALSE"
}

func call(function string, arguments []string) string {
	return function + "(" + strings.Join(arguments, ",") + ")"
}

// when prints a text where the condition holds and nothing elsewhere.
func when(condition, text string) string {
	return "IF(" + condition + "," + xl.Quote(text) + `,"")`
}
