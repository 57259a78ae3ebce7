package workbook

import (
	"fmt"
	"strconv"
	"strings"

	"tianbao/seeds/finding"
	"tianbao/seeds/text"
	"tianbao/templates/layout"
	"tianbao/workbook/ooxml"
)

// vote is one stamp's word on whose workbook it is.
type vote struct {
	id    layout.Identity
	where string // in a clerk's words
	place finding.Place
}

// stamps are what a workbook says of itself.
type stamps struct {
	stamp   *layout.Stamp
	votes   []vote
	missing []string // stamps that are gone or broken, in a clerk's words
	cover   *written // what is on the cover for a report code and is none
	layouts [2]int   // as the hidden sheet and the defined names state it; 0 unstated
}

const (
	hiddenStamp  = "隐藏的标识表"
	namesStamp   = "定义名称中的标识"
	visibleStamp = "填报说明或页脚上的填报码"
)

// collect reads all the stamps that are left.
func collect(b *ooxml.Book) *stamps {
	st := &stamps{}
	st.add(hiddenStamp, st.hidden(b))
	st.add(namesStamp, st.names(b))
	st.cover = brokenCode(b)
	if v := fromSight(b); v != nil || st.cover == nil {
		st.add(visibleStamp, v)
	}
	return st
}

func (st *stamps) add(where string, v *vote) {
	if v == nil {
		st.missing = append(st.missing, where)
		return
	}
	v.where = where
	st.votes = append(st.votes, *v)
}

// hidden reads the stamp sheet, wherever it now stands.
func (st *stamps) hidden(b *ooxml.Book) *vote {
	g := stampGrid(b)
	if g == nil {
		return nil
	}
	stamp, err := layout.ParseStamp(linesOf(g))
	if err != nil {
		return nil
	}
	st.stamp = stamp
	st.layouts[0] = statedLayout(g)
	return &vote{id: stamp.Identity, place: finding.Place{Sheet: g.Name}}
}

func stampGrid(b *ooxml.Book) *ooxml.Grid {
	if g := b.Sheet(layout.StampSheet); g != nil {
		return g
	}
	for _, g := range b.Sheets {
		if strings.HasPrefix(text.Key(g.Name), layout.StampSheet) {
			return g
		}
	}
	return nil
}

// linesOf returns the cells of a sheet as texts, line by line.
func linesOf(g *ooxml.Grid) [][]string {
	lines := make([][]string, len(g.Rows))
	n := 0
	for i := range g.Rows {
		n += width(&g.Rows[i])
	}
	cells := make([]string, n)
	for i := range g.Rows {
		r := &g.Rows[i]
		w := width(r)
		lines[i], cells = cells[:w:w], cells[w:]
		for j := range r.Cells {
			if c := &r.Cells[j]; c.Col <= w {
				lines[i][c.Col-1] = c.Text
			}
		}
	}
	return lines
}

// maxStampCols bounds a line of the stamp: a row has at most one text a column.
const maxStampCols = 64

// width is how many cells a line has; what does not begin in the first column is none.
func width(r *ooxml.Row) int {
	if len(r.Cells) == 0 || r.Cells[0].Col != 1 {
		return 0
	}
	return min(r.Cells[len(r.Cells)-1].Col, maxStampCols)
}

// statedLayout reads the layout's own line of the hidden sheet.
func statedLayout(g *ooxml.Grid) int {
	for i := range g.Rows {
		if c := g.Rows[i].Cells; len(c) > 1 && c[0].Col == 1 && c[0].Text == "tianbao" && c[1].Col == 2 {
			n, _ := strconv.Atoi(text.Trim(c[1].Text))
			return n
		}
	}
	return 0
}

func (st *stamps) names(b *ooxml.Book) (v *vote) {
	for i := range b.Names {
		n := &b.Names[i]
		text := strings.Trim(n.Text, "=\" ")
		switch {
		case strings.EqualFold(n.Name, layout.NameLayout):
			st.layouts[1], _ = strconv.Atoi(text)
		case strings.EqualFold(n.Name, layout.NameIdentity):
			if id, ok := codeIn(text); ok {
				v = &vote{id: id}
			}
		}
	}
	return v
}

// reconcile decides between the stamps: what most say, else what all that are
// left say; the revision, on which alone they may differ harmlessly, is then the
// highest. ok is false where none are left or none prevails.
func (st *stamps) reconcile(found *finding.List) (id layout.Identity, ok bool) {
	best := 0
	for _, v := range st.votes {
		agree := 0
		for _, w := range st.votes {
			if sameIssue(v.id, w.id) {
				agree++
			}
		}
		if agree > best {
			best, id = agree, v.id
		}
	}
	if best == 0 || best*2 <= len(st.votes) {
		return id, false
	}
	agreed := id
	id.Layout = st.layout(id.Layout)
	for _, where := range st.missing {
		found.Add(finding.StampMissing, finding.Given(where))
	}
	for _, v := range st.votes {
		if !sameIssue(v.id, agreed) {
			found.Add(finding.StampDiffers, finding.At(v.place), finding.Given(v.id.Code()), finding.Expected(id.Code()))
			continue
		}
		id.Revision = max(id.Revision, v.id.Revision)
	}
	for _, v := range st.votes {
		if sameIssue(v.id, agreed) && v.id.Revision != id.Revision {
			found.Add(finding.StampDiffers, finding.At(v.place), finding.Given(v.id.Code()), finding.Expected(id.Code()),
				finding.Message("表内有一处填报码的版次较旧,按最新版次处理"))
		}
	}
	if st.cover != nil {
		st.cover.report(found, id.Code())
	}
	return id, true
}

// layout returns the layout version: what the codes say and what else states it.
// Where these differ, the one that is not ours.
func (st *stamps) layout(coded int) int {
	a, b := st.layouts[0], st.layouts[1]
	switch {
	case a == 0:
		a = b
	case b == 0:
		b = a
	}
	if a != 0 && a == b && coded == layout.Version {
		return a
	}
	return coded
}

func sameIssue(a, b layout.Identity) bool {
	a.Revision, b.Revision = 0, 0
	return a == b
}

// sameReturn reports two identities of one unit's return for one year.
func sameReturn(a, b layout.Identity) bool {
	return a.PlanID == b.PlanID && a.UnitID == b.UnitID && a.Year == b.Year
}

// codes prints what the stamps say, for a message.
func (st *stamps) codes() string {
	return strings.Join(text.Each(st.votes, func(v vote) string { return v.where + " " + v.id.Code() }), ";")
}

// OtherYear says that a workbook is of another year than the one reported on.
func OtherYear(given, want int) []finding.Option {
	return []finding.Option{finding.Given(text.Year(given)), finding.Expected(text.Year(want)),
		finding.Message(fmt.Sprintf("是%d年度的填报表,不是%d年度的", given, want))}
}

func versions(given int) []finding.Option {
	return []finding.Option{finding.Given(fmt.Sprintf("版式 %d", given)), finding.Expected(fmt.Sprintf("版式 %d", layout.Version))}
}
