// Package sheet is the one way to take a table from a sheet that came back: it finds
// the row of headings, the columns and the labels by their words, and takes a cell
// as what its reader sees, by the kind of value that belongs in it. Returns, the
// catalogue, the register and rulings are all read by it. It knows no rows, and says
// nothing of its own: what was taken otherwise than it stands carries a code.
package sheet

import (
	"strings"

	"github.com/shopspring/decimal"

	"tianbao/seeds/finding"
	"tianbao/seeds/text"
	"tianbao/templates/layout"
	"tianbao/workbook/ooxml"
)

// State says what a cell holds. Blank, zero and 不适用 are three answers.
type State uint8

// The states of a value.
const (
	Blank  State = iota // nothing, or nothing visible
	Filled              // taken: Text, and Number where the column takes one
	NA                  // 不适用
	Faulty              // could not be taken; a finding says why
)

// Reading is what a cell was taken as. Code is "" where it was taken as it stands,
// a note where it was taken otherwise, else why it could not be taken.
type Reading struct {
	Text   string // clean text, canonical decimal, 2006-01-02 or 2006-01, option
	Number decimal.Decimal
	State  State
	Code   finding.Code
	Given  string // instead of the raw text, where that says little
	What   string // instead of the words of the table
	Want   string
	Hint   string
}

// Want is what belongs in a cell.
type Want struct {
	Kind layout.Kind
	Unit string         // of a number
	List layout.ListKey // of a choice
}

// Take reads one cell by what belongs in it.
func Take(c *ooxml.Cell, w Want, date1904 bool) Reading {
	switch {
	case c.Formula == ooxml.Uncached:
		r := fault(finding.FormulaUncached)
		r.Given = "公式"
		return r
	case c.Kind == ooxml.Empty, c.Kind == ooxml.Text && text.Blank(c.Text):
		return Reading{}
	case c.Kind == ooxml.Error:
		return fault(finding.CellError)
	}
	switch w.Kind {
	case layout.Number:
		return number(c, w.Unit)
	case layout.Choice:
		return option(c, w.List)
	case layout.Day, layout.Month:
		return date(c, w.Kind, date1904)
	case layout.Phone:
		return phone(c, date1904)
	}
	return words(c, date1904)
}

// Shown is what stands in a cell as the reader of the sheet sees it: the raw text,
// but where that says little a truth value, a date or a percentage.
func Shown(c *ooxml.Cell, kind layout.Kind, date1904 bool) string {
	switch {
	case c.Kind == ooxml.Bool:
		return shownBool(c)
	case c.Kind != ooxml.Number:
		return c.Text
	case c.Format == ooxml.Date:
		return ShownDate(c.Text, date1904)
	case c.Format == ooxml.Percent && (kind == layout.Number || kind == layout.Text):
		if l, n := text.Scan(c.Text); n == len(c.Text) {
			return shownPercent(l)
		}
	}
	return c.Text
}

func fault(code finding.Code) Reading { return Reading{State: Faulty, Code: code} }

// option reads a cell of a list column: one of the options, spaces and width of
// its characters apart.
func option(c *ooxml.Cell, list layout.ListKey) Reading {
	options := layout.Options(list)
	s := text.Trim(c.Text)
	if c.Kind == ooxml.Text {
		for _, o := range options {
			if s == o {
				return Reading{State: Filled, Text: o}
			}
		}
		for _, o := range options {
			if text.Label(s) == text.Label(o) {
				return Reading{State: Filled, Text: o, Code: finding.OptionRead, What: "读作 " + o}
			}
		}
	}
	r := fault(finding.OptionOffList)
	r.Want = strings.Join(options, "、")
	return r
}
