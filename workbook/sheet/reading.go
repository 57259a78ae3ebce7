// Package sheet is the one way to take a table from a sheet that came back: it finds
// the row of headings, the columns and the labels by their words, and takes a cell
// as what its reader sees, by the kind of value that belongs in it. Returns, the
// catalogue, the register and rulings are all read by it. It knows no rows, and says
// nothing of its own: what was taken otherwise than it stands carries a code.
package sheet

import (
	"cmp"
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

// Reading is what a cell was taken as. Code is "" where it was taken as it is,
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

// Take reads one cell of a workbook by what belongs in it, as its reader sees it.
func Take(b *ooxml.Book, c *ooxml.Cell, w Want) Reading {
	if look, ok := b.Shown(c); ok && c.Kind == ooxml.Text && !text.Blank(c.Text) {
		return seen(c, worded(b, c, look, w))
	}
	return seen(c, take(b, c, w))
}

// worded reads a text whose format shows nothing of it, or words beside it.
func worded(b *ooxml.Book, c *ooxml.Cell, look ooxml.Look, w Want) Reading {
	as := *c
	if !text.Blank(look.Text) {
		as.Text = look.Text
	}
	r := take(b, &as, w)
	switch {
	case r.State != Filled || look.Text == c.Text:
	case text.Blank(look.Text):
		return hidden(r)
	default:
		r.Code, r.What = cmp.Or(r.Code, finding.TextRead), "按单元格格式显示的“"+look.Text+"”,读作 "+r.Text
	}
	return r
}

func take(b *ooxml.Book, c *ooxml.Cell, w Want) Reading {
	switch {
	case c.Formula == ooxml.Uncached:
		r := fault(finding.FormulaUncached)
		r.Given = "公式"
		return r
	case c.Kind == ooxml.Empty, c.Kind == ooxml.Text && text.Blank(c.Text):
		return Reading{}
	case c.Strike == ooxml.Wholly:
		return fault(finding.StruckOut)
	case c.Kind == ooxml.Error:
		return fault(finding.CellError)
	case c.Kind == ooxml.Text && ooxml.IsPicture(c.Text):
		r := fault(finding.PictureCell)
		r.Given = "图片"
		return r
	}
	switch w.Kind {
	case layout.Number:
		return number(b, c, w.Unit)
	case layout.Choice:
		return option(c, w.List)
	case layout.Day, layout.Month:
		return date(b, c, w.Kind)
	case layout.Phone:
		return phone(b, c)
	}
	return words(b, c)
}

// seen adds to a reading what the look of the cell says of it: words that are struck
// out do not count, and what nobody can see is asked about.
func seen(c *ooxml.Cell, r Reading) Reading {
	switch {
	case r.State != Filled && r.State != NA:
	case c.Strike == ooxml.Partly:
		r.Code, r.What = finding.StruckPart, "划去的文字未计入,读作 "+r.Text
	case c.Unseen != ooxml.Seen && r.Code != finding.TextUnseen:
		if r.Code != "" && r.What != "" {
			r.What = ";" + r.What
		}
		r.Code, r.What = finding.TextUnseen, unseenWords[c.Unseen]+r.What
	}
	return r
}

// Veiled is a cell with the reason why it is not seen, where what is around it hides it: a
// condition, or a column that is too narrow.
func Veiled(b *ooxml.Book, g *ooxml.Grid, row int, c *ooxml.Cell) *ooxml.Cell {
	why := ooxml.Seen
	switch {
	case c.Unseen != ooxml.Seen:
	case g.Veiled(b, row, c) != nil:
		why = ooxml.Condition
	case c.Kind == ooxml.Number && g.Tight(row, c.Col):
		why = ooxml.Narrow
	}
	if why == ooxml.Seen {
		return c
	}
	as := *c
	as.Unseen = why
	return &as
}

// Why says why a value is not seen, "" where it is.
func Why(u ooxml.Unseen) string { return unseenWords[u] }

// unseenWords says why a value is not seen.
var unseenWords = [...]string{
	ooxml.Pale: "字的颜色与底色相同或相近,在表上看不见,已照常读取", ooxml.Tiny: "字号太小,在表上看不清,已照常读取",
	ooxml.Symbols: "用的是符号字体,表上显示的不是这些字,已照常读取", ooxml.Repeated: "对齐方式是“填充”,表上重复显示,已照常读取",
	ooxml.ZeroOff: "这张表设成不显示零值,表上看到的是空白,读作 0", ooxml.PaleRun: "有一部分字的颜色与底色相近或字号太小,在表上看不见,已照常读取",
	ooxml.Narrow:    "列太窄,表上只显示“####”,已照常读取",
	ooxml.Condition: "条件格式使这一格的内容隐去、划去或换了样子,已照常读取",
}

// Shown is what is in a cell as the reader of the sheet sees it: the raw text,
// but where that says little a truth value, a date, or what a number format makes of it.
func Shown(b *ooxml.Book, c *ooxml.Cell, kind layout.Kind) string {
	look, ok := b.Shown(c)
	switch {
	case c.Kind == ooxml.Bool:
		return shownBool(c)
	case c.Kind == ooxml.Number && c.Format == ooxml.Date && (!ok || look.Day):
		return ShownDate(c.Text, b.Date1904)
	case ok && !look.Plain && !text.Blank(look.Text), ok && c.Format == ooxml.Percent && (kind == layout.Number || kind == layout.Text):
		return text.Trim(look.Exact)
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
