// Package reading turns a plan document into a Plan: the outline of its numbers, the
// responsibility clauses and what they stand for, task tables, the annex of indicators,
// targets. It returns the plan and its findings. It knows no city and no workbook.
package reading

import (
	"fmt"
	"slices"
	"strings"

	"tianbao/seeds/clause"
	"tianbao/seeds/document"
	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/target"
	"tianbao/seeds/text"
	"tianbao/seeds/words"
)

// Parse makes a plan of a document. The register, which may be nil, says which
// units are known and who belongs to a group; names that it lacks become units
// by first appearance. What is odd about the document is found, never mended by
// guessing.
func Parse(doc *document.Document, reg *Register) (*plan.Plan, finding.List) {
	return parseWith(words.Genre(), doc, reg)
}

// parseWith is Parse with a vocabulary.
func parseWith(table *words.Table, doc *document.Document, reg *Register) (*plan.Plan, finding.List) {
	whole, marks := rejoined(joinTables(doc))
	p := &parser{doc: stripForeign(spaced(runOn(whole))), plan: &plan.Plan{}, roster: newRoster(reg, newUnitKinds(table)), due: map[string]string{},
		columns: columnWords{table.Of("column.no"), table.Of("column.group"), table.Of("column.text"), table.Of("column.total"), table.Of("column.aside"), table.Of("column.title")},
		frame:   table.Of("heading.frame"), pages: table.Of("page.fact"), used: map[int]bool{}, owned: map[*node][]para{}, titles: map[int]string{}}
	if inTraditional(doc) {
		p.found.Add(finding.DocumentTraditional)
		return p.plan, p.found
	}
	p.found = append(p.found, p.doc.removed...)
	for _, mark := range marks {
		p.leaveOut(mark.Text, mark.Line)
	}
	p.reader, p.targets = clause.NewReader(table, p.roster.knows), target.NewReader(table)
	p.leaveLinks()
	p.plan.Title = titleOf(p.doc.Document)
	p.plan.Period = p.period()
	p.plan.Deadline = deadlineOf(p.doc.Document)
	p.plan.Tolerance = plan.UsualTolerance()

	p.doc.Document = p.columnLines(p.doc.Document)
	p.reader.AtTasks, p.reader.BareLines = p.atTasks(p.doc.Blocks), p.bareLines(p.doc.Blocks)
	p.doc.Document = p.loneNumbers(p.doc.Document)
	p.reader.BareEnds = true // one office alone is a clause where the document's are
	p.reader.BareEnds = p.bareEnds()
	p.reader.SpokenEnds = p.spokenEnds()
	paras := p.paragraphs()
	p.reader.LeadBy(p.order(paras))
	p.hear(paras)
	p.hearAgain(paras)
	p.also = p.standingRules(paras)
	root := buildOutline(paras)
	checkNumbers(root, &p.found)
	root.walk(p.closeRuns)
	p.behindClauses(root)
	p.sectionsOfDuty(root)
	spreadOwnLines(root)
	p.unitHeadings(root)
	p.passOver(root)
	p.refs = newRefs(root)
	p.items(root)
	p.finish()
	p.sweep()
	p.nameRows()
	p.plan.Office = officeOf(p.doc.Document, p.plan)
	p.plan.Relate()
	slices.SortStableFunc(p.found, func(a, b finding.Finding) int { return a.Place.Row - b.Place.Row })
	return p.plan, p.found
}

// parser holds what Parse gathers on its way.
type parser struct {
	doc      stripped
	plan     *plan.Plan
	roster   *roster
	reader   *clause.Reader
	targets  *target.Reader
	heard    map[string]bool   // names of the document's clauses
	due      map[string]string // by 编号: 完成时限 of its clause
	columns  columnWords
	chapters int // number of the last chapter so far
	// chapterLine is where the last chapter outside tables is.
	chapterLine int
	titles      map[int]string   // of the chapters so far
	above       []document.Block // before the table being read
	before      *tasks           // the last table of tasks
	headed      []bool           // columns of the table being read whose headings speak of persons
	frame       *words.Set       // headings of what a plan says around its tasks
	pages       *words.Set       // labels of what a page says of its document
	used        map[int]bool     // lines of the document that ended in the plan
	owned       map[*node][]para // the clauses on lines of their own, per node
	refs        *refs
	found       finding.List
	also        []standingRule
	equals      []string // 编号 of items with several units of which none is said to lead
	rows        []annexRow

	unlisted, shortened []string // names that the register lacks, and those that are short for one of its own
}

// columnWords are the words by which columns of a table of tasks are told.
type columnWords struct{ no, group, text, total, aside, title *words.Set }

// paragraphs parts every paragraph of the body into number, text and clause.
// Annex tables are taken out on the way, task tables become paragraphs.
func (p *parser) paragraphs() []para {
	var paras, open []para // open are chapters that nobody is responsible below so far
	var tables []captioned
	blocks := p.annexes(p.withLabels(p.withoutLists(p.doc.Blocks)))
	for i := 0; i < len(blocks); i++ {
		if blocks[i].Rows != nil {
			from := len(paras)
			p.above = blocks[:i]
			if paras = append(paras, p.table(blocks[i])...); len(paras) > from {
				table := captioned{from: from, to: len(paras), caption: captionAbove(blocks[:i])}
				table.annex, table.annexed = annexAbove(blocks[:i])
				tables = append(tables, table)
			}
			notes := p.notesBelow(blocks[i+1:])
			paras = append(paras, notes...)
			i += len(notes)
			continue
		}
		if rows, n := p.flatTable(blocks[i:]); n > 0 {
			paras = append(paras, rows...)
			i += n - 1
			continue
		}
		more := p.paragraph(blocks[i])
		if q := more[0]; q.kind == markHan && q.text != "" {
			open, p.chapterLine = append(open, q), q.line
		}
		if anyClause(more) {
			p.keepChapters(open)
			open = nil
		}
		paras = append(paras, more...)
	}
	return p.plainParts(withoutVolumes(p.withHeads(p.byCaption(boxed(paras), tables))))
}

// keepChapters notes the numbers of chapters, which those of a table behind them do not
// take again. What a notice numbers before its plan makes nobody responsible, and counts
// for nothing.
func (p *parser) keepChapters(chapters []para) {
	for _, q := range chapters {
		p.chapters, p.titles[q.no] = q.no, heading(FirstSentence(q.text))
	}
}

// table reads a table that is no annex: of tasks, else as the text in its cells
// where that makes someone responsible, else it is reported as left out.
func (p *parser) table(b document.Block) []para {
	if paras, ok := p.taskTable(b); ok {
		return paras
	}
	var paras []para
	for i, cells := range b.Rows {
		for c, cell := range cells {
			if c > 0 && cell == cells[c-1] || i > 0 && c < len(b.Rows[i-1]) && cell == b.Rows[i-1][c] {
				continue // a merged cell
			}
			for _, line := range strings.Split(cell, "\n") {
				if line != "" {
					paras = append(paras, p.paragraph(document.Block{Line: b.Line + i, Text: line})...)
				}
			}
		}
	}
	if anyClause(paras) {
		return paras
	}
	p.found.Add(finding.TextLeftOut, finding.At(finding.Place{Row: b.Line}),
		finding.Given(excerpt(strings.Join(b.Rows[0], " "))), finding.Message("这张表不是任务表也不是指标表,未收入"))
	return nil
}

// finish settles what depends on the whole: units, groups without members, the
// plan's own name.
func (p *parser) finish() {
	p.indicators()
	for i := range p.roster.units {
		if p.roster.units[i].ID == "" {
			p.roster.units[i].ID = plan.UnitID(i + 1)
		}
	}
	p.plan.Units, p.plan.Groups = p.roster.units, p.roster.groups
	for i := range p.plan.Items {
		p.plan.Items[i].Targets = p.targets.Extract(&p.plan.Items[i], p.plan.Period, p.due[p.plan.Items[i].Ref])
	}
	p.plan.Totals = target.Totals(p.plan.Items)
	p.plan.ID = plan.MakeID(p.plan)
	if len(p.plan.Items)+len(p.plan.Indicators) == 0 {
		p.found.Add(finding.PlanEmpty)
	}
	p.unlistedUnits()
	if n := len(p.equals); n > 0 {
		p.found.Add(finding.LeadsEqual, finding.Given(fmt.Sprintf("%s 等 %d 项", p.equals[0], n)))
	}
	for _, g := range p.plan.Groups {
		if len(g.Members) == 0 {
			p.found.Add(finding.GroupEmpty, finding.Given(g.Name))
		}
	}
}

// nameRows gives a finding about an item's line the item's 编号, and one about
// another line the line.
func (p *parser) nameRows() {
	refs := map[int]string{}
	for i := range p.plan.Items {
		refs[p.plan.Items[i].Line] = p.plan.Items[i].Ref
	}
	for i := range p.found {
		if f := &p.found[i]; f.Ref == "" && f.Place.Row > 0 {
			if f.Ref = refs[f.Place.Row]; f.Ref == "" {
				f.Message = p.doc.Where(f.Place.Row) + ":" + f.Message
			}
		}
	}
}

// heading is a heading as it is shown: without the full stop.
func heading(words string) string {
	return strings.TrimRightFunc(words, func(r rune) bool { return strings.ContainsRune("。;: ", text.HalfRune(r)) })
}

// FirstSentence returns the text up to its first full stop outside quotation
// marks and brackets, without it.
func FirstSentence(text string) string {
	return strings.TrimSpace(clause.SplitTop(text, "。!?\n")[0])
}
