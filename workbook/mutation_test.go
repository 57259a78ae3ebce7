package workbook_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"tianbao/seeds/finding"
	"tianbao/seeds/trial"
	"tianbao/templates/layout"
	"tianbao/workbook"
	"tianbao/workbook/check"
	"tianbao/workbook/ooxml"
)

// mutation is one thing done to one cell, or to the row it is in.
type mutation struct {
	name string
	fits func(c *layout.Column, m layout.Mode) bool
	do   func(g *ooxml.Grid, row, cell int)
	want func(at finding.Place, ref string) []string
}

// say is the one finding that a mutation gives, at its cell.
func say(severity, code string) func(finding.Place, string) []string {
	return func(at finding.Place, ref string) []string {
		return []string{fmt.Sprintf("%s %s %s!%s %s", severity, code, at.Sheet, at.Cell(), ref)}
	}
}

func nothing(finding.Place, string) []string { return nil }

// put replaces a cell's content.
func put(c ooxml.Cell) func(g *ooxml.Grid, row, cell int) {
	return func(g *ooxml.Grid, row, cell int) {
		c.Col = g.Rows[row].Cells[cell].Col
		g.Rows[row].Cells[cell] = c
	}
}

func words(s string) func(g *ooxml.Grid, row, cell int) {
	return put(ooxml.Cell{Kind: ooxml.Text, Text: s})
}

func open(kinds ...layout.Kind) func(*layout.Column, layout.Mode) bool {
	return func(c *layout.Column, m layout.Mode) bool { return m == layout.Open && slices.Contains(kinds, c.Kind) }
}

func must1(c *layout.Column, m layout.Mode) bool {
	return m == layout.Open && c.Required.Op == layout.CondAlways
}

func column(k layout.Key) func(*layout.Column, layout.Mode) bool {
	return func(c *layout.Column, _ layout.Mode) bool { return c.Key == k }
}

var mutations = []mutation{
	{"a guess", open(layout.Number), words("约5"), say("error", "number-format")},
	{"a range", open(layout.Number), words("3—5"), say("error", "number-format")},
	{"another unit", open(layout.Number), words("5平方公里"), say("error", "number-unit")},
	{"a number as text", open(layout.Number), words(" 5.0"), say("note", "number-read")},
	{"the same number spelled otherwise", open(layout.Number), put(ooxml.Cell{Kind: ooxml.Number, Text: "5.00"}), nothing},
	{"binary noise", open(layout.Number), put(ooxml.Cell{Kind: ooxml.Number, Text: "5.0000000000000001"}), say("note", "number-rounded")},
	{"a date for a number", open(layout.Number), put(ooxml.Cell{Kind: ooxml.Number, Text: "45404", Format: ooxml.Date}), say("error", "number-date")},
	{"a truth value", open(layout.Number), put(ooxml.Cell{Kind: ooxml.Bool, Text: "1"}), say("error", "number-format")},
	{"an error value", open(layout.Number, layout.Text, layout.Choice), put(ooxml.Cell{Kind: ooxml.Error, Text: "#REF!"}), say("error", "cell-error")},
	{"a formula without its result", open(layout.Number, layout.Text, layout.Choice), put(ooxml.Cell{Formula: ooxml.Uncached}), say("error", "formula-uncached")},
	{"off the list", open(layout.Choice), words("进行中"), say("error", "option-off-list")},
	{"blank though it looks filled", must1, words("\u00a0\u200b"), say("error", "required")},
	{"a cleared cell", must1, words(""), say("error", "required")},
	{"a fixed text changed", column(layout.Leads), words("改过"), say("warning", "fixed-changed")},
	{"a unit of measure changed", column(layout.Measured), words("头"), say("error", "measure-changed")},
	{"编号 with spaces", column(layout.Ref), func(g *ooxml.Grid, row, cell int) { g.Rows[row].Cells[cell].Text += " " }, say("note", "ref-edited")},
	{"a row hidden", column(layout.Ref), func(g *ooxml.Grid, row, _ int) { g.Rows[row].Hidden = true }, say("note", "row-hidden")},
	{"a row deleted", column(layout.Ref), func(g *ooxml.Grid, row, _ int) { g.Rows = slices.Delete(g.Rows, row, row+1) }, func(at finding.Place, ref string) []string {
		return []string{"error row-missing " + at.Sheet + " " + ref}
	}},
	{"an unknown 编号", column(layout.Ref), words("9999"), func(at finding.Place, _ string) []string {
		return []string{fmt.Sprintf("error row-unknown %s!%s 9999", at.Sheet, at.Cell())}
	}},
}

// findings reads a book and says all there is to say, in order.
func (s *specimen) findings(book *ooxml.Book) finding.List {
	id, found := workbook.Identify(book, s.plan, 0, "")
	ret, more := workbook.Decode(book, id, s.form)
	found = check.Complete(ret, append(found, more...))
	found.Sort(book.Tabs())
	return found
}

func TestAThousandMutationsEachGiveWhatTheyShouldAndNothingElse(t *testing.T) {
	s := newSpecimen(t)
	rounds := 1000
	if !trial.Long() {
		rounds = 60
	}
	random := rand.New(rand.NewPCG(3, 4))
	reader := ooxml.NewReader(ooxml.DefaultLimits())
	for done := 0; done < rounds; {
		book, _ := reader.Read(s.data)
		sheet := s.ret.Sheets[1+random.IntN(len(s.ret.Sheets)-1)]
		row := &sheet.Rows[random.IntN(len(sheet.Rows))]
		i := random.IntN(len(sheet.Form.Columns))
		m := &mutations[random.IntN(len(mutations))]
		at := row.Values[i].Place
		g := book.Sheet(sheet.Name)
		ri := slices.IndexFunc(g.Rows, func(r ooxml.Row) bool { return r.R == row.R })
		ci := slices.IndexFunc(g.Rows[ri].Cells, func(c ooxml.Cell) bool { return c.Col == at.Col })
		if ci < 0 || !m.fits(&sheet.Form.Columns[i], row.Issued.Modes[i]) {
			continue
		}
		done++
		m.do(g, ri, ci)
		got, want := s.more(s.findings(book)), m.want(at, row.Ref())
		for j, w := range want {
			want[j] = answered(w, sheet, row)
		}
		if !slices.Equal(got, want) {
			t.Fatalf("%s at %s!%s %s:\n got %q\nwant %q", m.name, at.Sheet, at.Cell(), row.Ref(), got, want)
		}
	}
}

// answered makes a warning a note where the row gives a reason.
func answered(said string, sheet *workbook.Sheet, row *workbook.Row) string {
	if sheet.Form.Index(layout.Reason) >= 0 && row.Text(layout.Reason) != "" && len(said) > 8 && said[:8] == "warning " {
		return "note " + said[8:]
	}
	return said
}
