package store

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/text"
	"tianbao/templates/layout"
	"tianbao/workbook/ooxml"
	"tianbao/workbook/sheet"
)

// rulingHeads are the headings that rulings are read by, in their order; the first
// is there for its place alone.
var rulingHeads = sheet.Headings([]string{HeadOrigin, HeadValue, HeadBasis, HeadKey})

const (
	atValue = 1 + iota
	atBasis
	atKey
)

// ReadRulings reads 核定值 and 核定依据 from the 数据不一致 sheet of a summary. The sheet
// is told by its name or its headings, rows by their hidden key and columns by
// heading, so that all of them may be moved. The Rulings are nil where they cannot be
// read at all: that nothing was ruled is never concluded from a sheet that was not
// found.
func ReadRulings(book *ooxml.Book, p *plan.Plan) (*Rulings, finding.List) {
	st, list := openSummary(book, p)
	if st == nil {
		return nil, list
	}
	r := &rulingReader{plan: p, book: book, out: &Rulings{}, found: list}
	sheets := 0
	for _, g := range book.Sheets {
		head := sheet.FindHead(g, rulingHeads)
		head.FindGaps(g)
		base, _, _ := strings.Cut(g.Name, " ")
		named := text.Same(base, RulingSheet)
		if !named && head.Cols[atKey] == 0 {
			continue
		}
		sheets++
		if !named {
			r.found.Add(finding.SheetRenamed, finding.At(finding.Place{Sheet: g.Name}), finding.Given(g.Name), finding.Expected(RulingSheet))
		}
		if !r.read(g, head) {
			return nil, r.found
		}
	}
	if sheets == 0 {
		r.found.Add(finding.RulingsUnread, finding.Expected(RulingSheet))
		return nil, r.found
	}
	r.once()
	r.out.Found = r.found
	return r.out, r.found
}

// rulingReader reads the rulings of one summary.
type rulingReader struct {
	plan  *plan.Plan
	book  *ooxml.Book
	out   *Rulings
	found finding.List
}

// read reads a sheet of rulings; false where a column is gone.
func (r *rulingReader) read(g *ooxml.Grid, head sheet.Head) bool {
	whole := true
	for _, i := range []int{atValue, atBasis, atKey} {
		at := finding.Place{Sheet: g.Name, Row: head.Row, Col: cmp.Or(head.Cols[i], head.Gaps[i])}
		switch {
		case at.Col == 0:
			whole = false
			r.found.Add(finding.RulingsUnread, finding.At(finding.Place{Sheet: g.Name}), finding.Expected(rulingHeads[i].Text),
				finding.Message("“"+RulingSheet+"”表缺少“"+rulingHeads[i].Text+"”一列,核定值没有读取"))
		case head.Cols[i] == 0 || head.Edited[i]:
			head.Cols[i] = at.Col
			given := sheet.TextAt(head.Cells, at.Col)
			r.found.Add(finding.HeadingEdited, finding.At(at), finding.Given(cmp.Or(given, finding.Nothing)), finding.Expected(rulingHeads[i].Text))
		}
	}
	if !whole {
		return false
	}
	for i := head.Index + 1; i < len(g.Rows); i++ {
		r.row(g, &g.Rows[i], head.Cols)
	}
	return true
}

// row reads a row. A dash stands where nothing is to be ruled.
func (r *rulingReader) row(g *ooxml.Grid, row *ooxml.Row, cols []int) {
	c, basis := sheet.At(row.Cells, cols[atValue]), r.words(row, cols[atBasis])
	at := finding.Place{Sheet: g.Name, Row: row.R, Col: cols[atValue]}
	given := sheet.TextAt(row.Cells, cols[atValue])
	if text.Trim(given) == layout.NotApplicable {
		return
	}
	one, known := parseRulingKey(r.words(row, cols[atKey]))
	if c == nil || c.Kind == ooxml.Text && text.Blank(given) {
		if basis != "" && basis != layout.NotApplicable {
			r.found.Add(finding.RulingUnfit, finding.At(at), finding.Given(finding.Nothing), finding.Message("写了核定依据,没有写核定值"))
		}
		return
	}
	if !known {
		r.found.Add(finding.RulingLost, finding.At(at), finding.Given(ruledWords(given, basis)))
		return
	}
	one.Basis, one.At = basis, at
	take := sheet.Take(r.book, sheet.Veiled(r.book, g, row.R, c), one.want(r.plan))
	one.Value = take.Text
	switch {
	case take.State == sheet.Faulty:
		r.unfit(one, take, given)
		return
	case take.Code != "":
		r.found.Add(take.Code, finding.At(at), finding.Row(one.Ref), finding.Given(given), finding.Message(take.What))
	}
	r.out.List = append(r.out.List, one)
}

// unfit says why a cell is no ruling of its column.
func (r *rulingReader) unfit(one Ruling, take sheet.Reading, given string) {
	e, _ := finding.Lookup(take.Code)
	r.found.Add(finding.RulingUnfit, finding.At(one.At), finding.Row(one.Ref), finding.Given(ruledWords(cmp.Or(take.Given, given), one.Basis)),
		finding.Expected(take.Want), finding.Message("核定值"+cmp.Or(take.What, e.What)+",未采用"), finding.Hint(cmp.Or(take.Hint, e.Hint)))
}

// Words is what was typed of a ruling that is not taken, so that it is somewhere
// still.
func (r Ruling) Words() string { return ruledWords(r.Value, r.Basis) }

func ruledWords(value, basis string) string {
	if basis == "" {
		return value
	}
	return value + "(依据:" + basis + ")"
}

// words is what is in a cell, as its reader sees it.
func (r *rulingReader) words(row *ooxml.Row, col int) string {
	c := sheet.At(row.Cells, col)
	if c == nil || c.Kind == ooxml.Error {
		return ""
	}
	return sheet.Take(r.book, c, sheet.Want{}).Text
}

// once sees to spots that are ruled twice: of two that say the same one counts, of two
// that do not none does.
func (r *rulingReader) once() {
	first, clash := map[Spot]int{}, map[Spot]bool{}
	for i, one := range r.out.List {
		j, twice := first[one.Spot]
		if !twice {
			first[one.Spot] = i
			continue
		}
		other := r.out.List[j]
		if one.Key == other.Key && Same(one.Value, other.Value) {
			continue
		}
		clash[one.Spot] = true
		r.found.Add(finding.RulingTwice, finding.At(one.At), finding.Row(one.Ref), finding.Given(one.Words()),
			finding.Expected(other.At.Cell()+" "+other.Words()))
	}
	kept := map[Spot]bool{}
	r.out.List = slices.DeleteFunc(r.out.List, func(one Ruling) bool {
		again := kept[one.Spot]
		kept[one.Spot] = true
		return again || clash[one.Spot]
	})
}

// want is what belongs in the cell of a ruling.
func (s Spot) want(p *plan.Plan) sheet.Want {
	c := s.Column()
	if c == nil {
		return sheet.Want{}
	}
	w := sheet.Want{Kind: c.Kind, List: c.List}
	if c.Unit != nil {
		w.Unit = c.Unit(s.Subject(p))
	}
	return w
}

// Subject is the target or the indicator that the spot's row is about.
func (s Spot) Subject(p *plan.Plan) layout.Subject {
	sub := layout.Subject{Plan: p, Sheet: s.Sheet, Ref: s.Ref, Year: s.Year}
	switch s.Sheet {
	case layout.Targets:
		sub.Item, sub.Target = p.Target(s.Ref)
	case layout.Indicators:
		no, _ := strconv.Atoi(s.Ref)
		sub.Indicator = p.Indicator(no)
	}
	return sub
}
