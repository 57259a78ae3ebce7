package store

import (
	"cmp"
	"slices"
	"strings"

	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/text"
	"tianbao/templates/layout"
	"tianbao/workbook/ooxml"
	"tianbao/workbook/sheet"
)

// edited names the figures, of the summary's own year and of earlier ones, and the
// verdicts that somebody has changed on its sheets since it was made. They do not count, since nothing says on what ground.
func (st *kept) edited(book *ooxml.Book) (found finding.List) {
	for i := range st.tabs {
		t := &st.tabs[i]
		g := book.Sheet(t.Name)
		if g == nil || t.RefCol == 0 || t.UnitCol != 0 {
			continue
		}
		judged := verdictCol(g, t.Head)
		for j := range g.Rows {
			row := &g.Rows[j]
			ref := text.Trim(sheet.TextAt(row.Cells, t.RefCol))
			if row.R <= t.Head || !st.knows(t.Sheet, ref) {
				continue
			}
			for _, col := range t.columns() {
				st.editedCell(book, g, row, col, Spot{Year: t.Cols[col].Year, Sheet: t.Sheet, Ref: ref, Col: t.Cols[col].Key}, &found)
			}
			if judged > 0 {
				st.editedVerdict(book, g, row, judged, Spot{Year: st.year, Sheet: t.Sheet, Ref: ref}, &found)
			}
		}
	}
	return found
}

// HeadVerdict is the heading of verdicts on the sheets of a summary.
const HeadVerdict = "判定"

// verdictCol finds the column of verdicts by its heading, 0 where it is gone.
func verdictCol(g *ooxml.Grid, head int) int {
	if row := g.Row(head); row != nil {
		if i := slices.IndexFunc(row.Cells, func(c ooxml.Cell) bool { return text.Label(c.Text) == HeadVerdict }); i >= 0 {
			return row.Cells[i].Col
		}
	}
	return 0
}

// editedVerdict holds the word of a verdict against the one that was given. What stands
// behind it in brackets does not count, nor does 见主要指标7.
func (st *kept) editedVerdict(book *ooxml.Book, g *ooxml.Grid, row *ooxml.Row, col int, s Spot, found *finding.List) {
	given, p := string(st.history.verdicts[s]), st.history.plan
	word, _, _ := strings.Cut(text.HalfWidth(seen(book, sheet.At(row.Cells, col))), "(")
	word = text.Trim(word)
	if given == "" || word == given || word == p.Word(given) || strings.HasPrefix(word, "见") {
		return
	}
	if len(p.Words) > 0 && !slices.Contains(p.VerdictWords(), word) && !slices.Contains(plan.Verdicts(), word) {
		return // a word the plan had when the summary was made
	}
	found.Add(finding.SummaryEdited, finding.At(finding.Place{Sheet: g.Name, Row: row.R, Col: col}), finding.Row(s.Ref),
		finding.Column(HeadVerdict), finding.Given(cmp.Or(word, finding.Nothing)), finding.Expected(p.Word(given)),
		finding.Message("判定被手工改动,没有写明依据,未采用"), finding.Hint("确由上级或本单位认定的,在任务清单“主要指标”“量化目标”表填该年认定结果和认定依据"))
}

// knows reports whether it is a row of the summary, of which a verdict is kept.
func (st *kept) knows(key layout.SheetKey, ref string) bool {
	_, ok := st.history.verdicts[Spot{Year: st.year, Sheet: key, Ref: ref}]
	return ok
}

// counted lists what may stand for a figure: what counted then, what the catalogue says
// of the year, and what the next year's report revised it to.
func (st *kept) counted(s Spot) (list []string) {
	add := func(text string) {
		if text != "" {
			list = append(list, text)
		}
	}
	if in := s.Subject(st.history.plan).Indicator; in != nil && s.Col == layout.Actual {
		add(in.Values[s.Year])
	}
	next := s
	next.Year++
	switch s.Col {
	case layout.Actual:
		next.Col = layout.Revised
	case layout.Growth:
		next.Col = layout.Regrown
	}
	if next.Col != s.Col {
		add(st.history.settled[next].text)
	}
	add(st.history.settled[s].text)
	return list
}

// seen is what a reader of the summary sees in a cell: nothing where all of it is struck
// out, and what its number format makes of a number.
func seen(book *ooxml.Book, c *ooxml.Cell) string {
	switch {
	case c == nil || c.Strike == ooxml.Wholly:
		return ""
	case c.Kind == ooxml.Number:
		if look, ok := book.Shown(c); ok && !look.Plain {
			return text.Trim(look.Text)
		}
	}
	return c.Text
}

// editedCell holds a figure against the one that counted. Words in its place are the
// summary's own: 待核实, 不适用.
func (st *kept) editedCell(book *ooxml.Book, g *ooxml.Grid, row *ooxml.Row, col int, s Spot, found *finding.List) {
	c := s.Column()
	if c == nil || c.Kind != layout.Number {
		return
	}
	shown, list := seen(book, sheet.At(row.Cells, col)), st.counted(s)
	kept := ""
	if len(list) > 0 {
		kept = list[0]
	}
	now, isNumber := text.Decimal(shown)
	then := Number(kept)
	same := func(one string) bool { n := Number(one); return n.Valid && n.Decimal.Equal(now) }
	switch {
	case isNumber && slices.ContainsFunc(list, same):
		return
	case !isNumber && !text.Blank(shown) && !strings.ContainsAny(text.Marks(shown), "0123456789"):
		return
	case kept == "" && strings.HasPrefix(shown, Open): // the values between which nobody has decided
		return
	case !isNumber && text.Blank(shown) && !then.Valid, s.Col == layout.BaseValue && kept == "":
		return
	case text.Blank(shown):
		shown = finding.Nothing
	case kept == "":
		kept = finding.Nothing
	}
	found.Add(finding.SummaryEdited, finding.At(finding.Place{Sheet: g.Name, Row: row.R, Col: col}), finding.Row(s.Ref),
		finding.Column(s.Heading(st.history.plan)), finding.Given(shown), finding.Expected(kept))
}
