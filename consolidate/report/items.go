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

// items draws 重点任务, chapter by chapter.
func (w *writer) items() *table {
	f := w.sum.Frame
	t := w.table(sheetItems, "重点任务进展情况("+marks.Year(f.Year)+"度)", 2,
		"进展状态据牵头单位自评。按章分组,可筛选;配合单位的情况写在单位名称之后。", slices.Concat([]column{
			centred("编号", 8),
			wrapped("任务", 18),
			centred("牵头单位", 14),
			centred("进展状态", 11).of(layout.Status, f.Year),
			wrapped(f.Expand("{Y}年进展情况"), 36).of(layout.Progress, f.Year),
			wrapped("存在问题", 18).of(layout.Problems, f.Year),
			wrapped(f.Expand("{Y+1}年工作安排"), 20).of(layout.Next, f.Year),
			wrapped("具体内容", 44).aside(),
			wrapped("配合单位", 16),
			wrapped("配合单位工作情况", 46),
			centred(f.Expand("{Y-1}年状态"), 11).of(layout.Status, f.Year-1),
			wrapped("承办单位", 12).of(layout.Office, f.Year),
			wrapped("备注", 16).of(layout.Remark, f.Year),
			wrapped("章", 16),
			wrapped("节", 16),
		}, sourceColumns))
	t.shows.Sheet, t.shows.RefCol = layout.Lead, 1
	byChapter := w.byChapter()
	for _, l := range w.sum.Items {
		t.under(l.ChapterHead)
		t.later(1, func() []xl.Entry { return w.itemRow(l, byChapter[l.Ref]) })
	}
	return t
}

// byChapter says of each item how many units report on it by its chapter, and where.
func (w *writer) byChapter() map[string]string {
	units, where := map[string]int{}, map[string]string{}
	for _, r := range w.sum.Supports {
		if r.About.Chapter == nil {
			continue
		}
		for _, it := range r.About.Items {
			units[it.Ref]++
			where[it.Ref] = r.Ref
		}
	}
	words := map[string]string{}
	for ref, n := range units {
		words[ref] = strconv.Itoa(n) + "个单位按章报送,见“" + sheetSupports + "”" + where[ref]
	}
	return words
}

func (w *writer) itemRow(l *consolidate.ItemLine, byChapter string) []xl.Entry {
	said := func(col layout.Key) xl.Entry { return text(consolidate.Said(l.Leads, col)) }
	return append([]xl.Entry{
		text(l.Ref), text(l.Title), text(strings.Join(l.LeadUnits(), "、")), statusCell(l), said(layout.Progress), said(layout.Problems), said(layout.Next),
		text(l.Text), text(plan.Written(l.Support)), text(strings.Trim(consolidate.Accounts(l.Supports)+"\n"+byChapter, "\n")), text(l.Before), said(layout.Office), said(layout.Remark),
		text(l.ChapterHead), text(l.SectionHead),
	}, sources(l.Leads)...)
}

func statusCell(l *consolidate.ItemLine) xl.Entry {
	return toned(l.StatusWord(), statusTone(l.StatusWord()))
}

func statusTone(status string) xl.Look {
	switch status {
	case layout.StatusDone, layout.StatusOnTrack:
		return good
	case layout.StatusOngoing:
		return xl.Look{}
	case layout.StatusBehind, layout.StatusNotStarted, store.Open, consolidate.WordBlocked:
		return bad
	}
	return mute
}
