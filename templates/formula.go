package templates

import (
	"fmt"
	"strings"

	"tianbao/seeds/text"
	"tianbao/templates/layout"
	"tianbao/templates/xl"
)

// The formulas use functions of Excel 2007 alone, and none that reads typed text
// as a pattern (COUNTIF, MATCH, SEARCH).

// trimmed is the text of a cell without what cannot be seen at its ends. CHAR(160)
// would depend on the code page, so invisible characters stand as they are; the
// text is one level of nesting deeper for each, and Excel allows 64.
func trimmed(cell string) string {
	for _, r := range text.InvisibleRunes() {
		switch {
		case r == ' ' || r == '\v' || r == '\f':
		case r < ' ':
			cell = fmt.Sprintf(`SUBSTITUTE(%s,CHAR(%d)," ")`, cell, r)
		default:
			cell = substitute(cell, string(r), " ")
		}
	}
	return "TRIM(CLEAN(" + cell + "))"
}

func substitute(text, from, to string) string {
	return "SUBSTITUTE(" + text + "," + xl.Quote(from) + "," + xl.Quote(to) + ")"
}

// halfWidth is a text with full-width digits and marks of numbers made half-width.
func halfWidth(text string) string {
	from := []rune("０１２３４５６７８９．，－＋％−–—‐‑―。、")
	to := []rune("0123456789.,-+%------.,")
	for i := range from {
		text = substitute(text, string(from[i]), string(to[i]))
	}
	return text
}

// holds prints a condition over the cells of a row.
func holds(c layout.Cond, at columns) string {
	switch c.Op {
	case layout.CondAlways:
		return "TRUE"
	case layout.CondIs:
		return call("OR", text.Each(c.Values, func(v string) string { return "EXACT(" + at.text(c.Key) + "," + xl.Quote(v) + ")" })...)
	case layout.CondFilled:
		return filled(at.text(c.Key))
	case layout.CondAll, layout.CondAny, layout.CondNot:
		parts := text.Each(c.Of, func(d layout.Cond) string { return holds(d, at) })
		return call(map[layout.CondOp]string{layout.CondAll: "AND", layout.CondAny: "OR", layout.CondNot: "NOT"}[c.Op], parts...)
	}
	return "FALSE"
}

func blank(text string) string  { return "LEN(" + text + ")=0" }
func filled(text string) string { return "LEN(" + text + ")>0" }

// among holds where a text is one of a named list, read as it is and not as
// a pattern.
func among(list, text string) string { return "SUMPRODUCT(--EXACT(" + list + "," + text + "))>0" }

func call(function string, arguments ...string) string {
	return function + "(" + strings.Join(arguments, ",") + ")"
}

// when prints a text where the condition holds and nothing elsewhere.
func when(condition, text string) string {
	return "IF(" + condition + "," + xl.Quote(text) + `,"")`
}
