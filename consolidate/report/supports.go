package report

import (
	"slices"
	"strconv"
	"strings"

	"tianbao/consolidate"
	"tianbao/consolidate/store"
	"tianbao/seeds/plan"
	marks "tianbao/seeds/text"
	"tianbao/templates/layout"
	"tianbao/templates/xl"
)

// supports draws 配合情况: what each county, district and department did, unit by
// unit. What does not concern a unit this year is counted at its name and listed below
// what is printed.
func (w *writer) supports() *table {
	f := w.sum.Frame
	t := w.table(sheetSupports, "配合任务开展情况("+marks.Year(f.Year)+"度)", 2,
		"按单位分组,县区在前,可筛选;本年度不涉及的只在单位名称后计数。", slices.Concat([]column{
			centred("编号", 8),
			wrapped("任务", 25),
			centred("是否开展", 9).of(layout.Joined, f.Year),
			wrapped("配合工作情况", 62).of(layout.Account, f.Year),
			centred("牵头单位", 17),
			wrapped("单位", 16).aside(),
			wrapped("具体内容", 44),
			centred("填报要求", 10),
			wrapped("承办单位", 16).of(layout.Office, f.Year),
		}, sourceColumns))
	t.shows.Sheet, t.shows.RefCol, t.shows.UnitCol = layout.Support, 1, 6
	t.Rows = make([]xl.TableRow, 0, len(w.sum.Supports)+len(w.sum.Units))
	var below []xl.TableRow
	for rest := w.sum.Supports; len(rest) > 0; {
		n := slices.IndexFunc(rest, func(r *store.Record) bool { return r.UnitID != rest[0].UnitID })
		if n < 0 {
			n = len(rest)
		}
		idle := w.unitSupports(t, rest[:n])
		below = append(below, idle...)
		rest = rest[n:]
	}
	if len(below) > 0 {
		below = append([]xl.TableRow{{Band: layout.JoinedNo + "的事项(不打印)"}}, below...)
	}
	t.Rows, t.Unprinted = append(t.Rows, below...), len(below)
	return t
}

// unitSupports adds what a unit did and returns the rows of what does not concern it.
func (w *writer) unitSupports(t *table, records []*store.Record) (idle []xl.TableRow) {
	var done []xl.TableRow
	var not []string
	for _, r := range records {
		if r.Shown(layout.Joined) == layout.JoinedNo && !something(r.Shown(layout.Account)) {
			idle, not = append(idle, w.supportRow(r)), append(not, r.Ref)
			continue
		}
		done = append(done, w.supportRow(r))
	}
	var parts []string
	if len(done) > 0 {
		parts = append(parts, "填报"+strconv.Itoa(len(done))+"项")
	}
	if n := len(not); n > 0 {
		parts = append(parts, layout.JoinedNo+strconv.Itoa(n)+"项("+strings.Join(not[:min(n, mostRefs)], "、")+marks.If(n > mostRefs, "等")+")")
	}
	t.band(records[0].Unit + ":" + strings.Join(parts, ","))
	t.Rows = append(t.Rows, done...)
	return idle
}

// mostRefs is how many 编号 are in a line.
const mostRefs = 8

// leads names those who lead an item: a unit by its own name, a group by the group's,
// of which in a province hundreds of units may be members.
func leads(parties []plan.Party) string {
	words := make([]string, len(parties))
	for i, p := range parties {
		if words[i] = p.Name; len(p.Units) == 1 {
			words[i] = p.Units[0]
		}
	}
	return strings.Join(words, "、")
}

func (w *writer) supportRow(r *store.Record) xl.TableRow {
	return xl.TableRow{Level: 1, Late: func() []xl.Entry { return w.supportCells(r) }}
}

func (w *writer) supportCells(r *store.Record) []xl.Entry {
	lead := ""
	if it := r.About.Item; it != nil {
		lead = leads(it.Lead)
	}
	return append([]xl.Entry{
		text(r.Ref), text(r.About.Task()), text(r.Shown(layout.Joined)), text(r.Shown(layout.Account)), text(lead),
		text(r.Unit), text(r.About.Body()), text(string(r.About.Duty)), text(r.Shown(layout.Office)),
	}, sources([]*store.Record{r})...)
}

// problems draws 问题与建议: what holds items, targets and indicators back, chapter by
// chapter.
func (w *writer) problems() *table {
	t := w.table(sheetProblems, "问题与建议("+marks.Year(w.sum.Frame.Year)+"度)", 2,
		"汇集各单位填报的存在问题、下一年工作安排、说明和下一步措施;填“无”的不列。", []column{
			centred("编号", 9),
			wrapped("任务、目标或指标", 27),
			centred("单位", 15),
			centred("进展状态或判定", 12),
			wrapped("存在问题或说明", 34),
			wrapped(w.sum.Frame.Expand("{Y+1}年工作安排"), 28), // of targets and indicators 下一步措施
			wrapped("章", 18).aside(),
		})
	w.itemProblems(t)
	w.indicatorProblems(t)
	return t
}

// itemProblems lists the items' problems, and the reasons given with their targets.
func (w *writer) itemProblems(t *table) {
	add := func(l *consolidate.ItemLine, cells func() []xl.Entry, said ...string) {
		if slices.ContainsFunc(said, something) {
			t.under(l.ChapterHead)
			t.later(1, cells)
		}
	}
	for _, l := range w.sum.Items {
		for _, r := range l.Leads {
			add(l, func() []xl.Entry {
				return []xl.Entry{text(l.Ref), text(l.Title), text(r.Unit), statusCell(l), text(r.Shown(layout.Problems)), text(r.Shown(layout.Next)), text(l.ChapterHead)}
			}, r.Shown(layout.Problems))
		}
		for _, target := range l.Targets {
			for _, r := range target.Records {
				add(l, func() []xl.Entry {
					return []xl.Entry{text(target.ID), text(target.Statement()), text(r.Unit), toned(target.Verdict.Words(), verdictTone(target.Verdict.Verdict)),
						text(r.Shown(layout.Reason)), text(r.Shown(layout.Measures)), text(l.ChapterHead)}
				}, r.Shown(layout.Reason), r.Shown(layout.Measures))
			}
		}
	}
}

func (w *writer) indicatorProblems(t *table) {
	for _, l := range w.sum.Indicators {
		for _, r := range l.Records {
			if !something(r.Shown(layout.Reason)) && !something(r.Shown(layout.Measures)) {
				continue
			}
			t.under("主要指标")
			t.later(1, func() []xl.Entry {
				return []xl.Entry{text(r.Ref), text(l.Label()), text(r.Unit),
					toned(l.Verdict.Words(), verdictTone(l.Verdict.Verdict)), text(r.Shown(layout.Reason)), text(r.Shown(layout.Measures)), text("主要指标")}
			})
		}
	}
}

// something reports whether an answer says more than that there is nothing to say.
func something(text string) bool {
	switch strings.Trim(strings.TrimSpace(text), "。.") {
	case "", "无", "暂无", "没有", "无问题", "不适用", "-", "—", "/":
		return false
	}
	return true
}
