package report

import (
	"cmp"
	"fmt"
	"strings"

	"tianbao/consolidate"
	marks "tianbao/seeds/text"
	"tianbao/templates/xl"
)

// adopted draws 采纳情况: what the units were asked before they were named, what they
// answered and what changed, and what else was ruled on; who has not answered is counted,
// and listed below what is printed.
func (w *writer) adopted() *table {
	t := w.table(sheetAdopted, "征求意见采纳情况("+marks.Year(w.sum.Frame.Year)+"度)", 3,
		w.hearingNote(), []column{
			wrapped("单位", 12),
			centred("编号", 8),
			wrapped("事项", 22),
			centred("拟认定结果", 15),
			wrapped("单位意见", 30),
			centred("现认定结果", 13),
			centred("采纳情况", 12),
			wrapped("理由", 13),
		})
	var quiet []xl.TableRow
	units := map[string]bool{}
	for _, a := range w.sum.Adoptions {
		if a.Reply == consolidate.ReplyNone && !a.Changed() {
			quiet = append(quiet, adoptionRow(a))
			units[a.Unit.Name] = true
			continue
		}
		t.Rows = append(t.Rows, adoptionRow(a))
	}
	for _, c := range w.sum.Conflicts {
		if c.Ruling != nil && c.Kind != consolidate.Objection {
			t.Rows = append(t.Rows, ruledRow(w.sum, c))
		}
	}
	if len(quiet) > 0 {
		t.band(fmt.Sprintf("%s%d个单位%d个事项未答复,暂按拟认定结果列入。", marks.If(len(t.Rows) > 0, "其余"), len(units), len(quiet)))
		t.Rows, t.Unprinted = append(t.Rows, quiet...), len(quiet)
	}
	if len(t.Rows) == 0 {
		t.band("本次汇总没有征求意见或核定的事项。")
	}
	return t
}

// hearingNote says how far the round has come.
func (w *writer) hearingNote() string {
	h := w.sum.Hearing
	if h.Asked == 0 {
		return "本汇总为征求意见前的结果。"
	}
	return h.State() + "。"
}

// adoptionRow is a row that a unit was asked about.
func adoptionRow(a *consolidate.Adoption) xl.TableRow {
	now := "—"
	if a.Changed() {
		now = strings.TrimSpace(a.Now.Verdict + "\n" + a.Now.Value)
	}
	var said []string
	for _, part := range []struct{ label, text string }{{"异议", a.Ground}, {"原因", a.Said}, {"措施", a.Next}} {
		if part.text != "" {
			said = append(said, part.label+":"+part.text)
		}
	}
	reason := ""
	if a.Ruling != nil {
		reason = a.Ruling.Value + ":" + a.Ruling.Basis
	}
	return xl.TableRow{Cells: []xl.Entry{
		text(a.Unit.Name), text(a.Asked.Ref), text(a.Asked.Contents), text(strings.TrimSpace(a.Asked.Verdict + "\n" + a.Asked.Value)),
		text(cmp.Or(strings.Join(said, "\n"), "—")), text(now), text(string(a.Reply)), text(cmp.Or(reason, "—")),
	}}
}

// ruledRow is a value that was decided between what the units gave.
func ruledRow(s *consolidate.Summary, c *consolidate.Conflict) xl.TableRow {
	var units, given []string
	for _, o := range c.Options {
		units, given = append(units, o.Unit), append(given, o.Unit+":"+o.Shown())
	}
	return xl.TableRow{Cells: []xl.Entry{
		text(strings.Join(units, "\n")), text(c.Ref), text(SubjectOf(s.Plan, c.Sheet, c.Ref) + " " + c.Heading(s.Plan)), text("—"),
		text(strings.Join(given, "\n")), value(c.Ruling.Value), text("已核定"), text(c.Ruling.Basis),
	}}
}
