package report

import (
	"strconv"
	"strings"

	"tianbao/consolidate"
	"tianbao/consolidate/store"
	"tianbao/seeds/plan"
	marks "tianbao/seeds/text"
	"tianbao/templates/layout"
)

// items draws 重点任务, chapter by chapter.
func (w *writer) items() *table {
	f := w.sum.Frame
	t := &table{name: sheetItems, title: "重点任务进展情况(" + marks.Year(f.Year) + "度)", about: layout.Lead, refCol: 1, freeze: 2,
		note: "进展状态据牵头单位自评。按章分组,可筛选;配合单位的情况写在单位名称之后。"}
	t.columns = append([]column{
		{heading: "编号", width: 8, look: centre},
		{heading: "任务", width: 18},
		{heading: "牵头单位", width: 14, look: centre},
		{heading: "进展状态", width: 11, look: centre, key: layout.Status, year: f.Year},
		{heading: f.Expand("{Y}年进展情况"), width: 36, key: layout.Progress, year: f.Year},
		{heading: "存在问题", width: 18, key: layout.Problems, year: f.Year},
		{heading: f.Expand("{Y+1}年工作安排"), width: 20, key: layout.Next, year: f.Year},
		{heading: "具体内容", width: 44, aside: true},
		{heading: "配合单位", width: 16},
		{heading: "配合单位工作情况", width: 46},
		{heading: f.Expand("{Y-1}年状态"), width: 11, look: centre, key: layout.Status, year: f.Year - 1},
		{heading: "承办单位", width: 12, key: layout.Office, year: f.Year},
		{heading: "备注", width: 16, key: layout.Remark, year: f.Year},
		{heading: "章", width: 16},
		{heading: "节", width: 16},
	}, sourceColumns...)
	chapter, byChapter := "", w.byChapter()
	for _, l := range w.sum.Items {
		if l.ChapterHead != chapter {
			chapter = l.ChapterHead
			t.rows = append(t.rows, row{band: true, cells: []cellValue{text(chapter)}})
		}
		t.later(1, func() []cellValue { return w.itemRow(l, byChapter[l.Ref]) })
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

func (w *writer) itemRow(l *consolidate.ItemLine, byChapter string) []cellValue {
	src := sources(l.Leads)
	said := func(col layout.Key) cellValue { return text(consolidate.Said(l.Leads, col)) }
	return []cellValue{
		text(l.Ref), text(l.Title), text(strings.Join(l.LeadUnits(), "、")), statusCell(l), said(layout.Progress), said(layout.Problems), said(layout.Next),
		text(l.Text), text(plan.Written(l.Support)), text(strings.Trim(consolidate.Accounts(l.Supports)+"\n"+byChapter, "\n")), text(l.Before), said(layout.Office), said(layout.Remark),
		text(l.ChapterHead), text(l.SectionHead), src[0], src[1],
	}
}

func statusCell(l *consolidate.ItemLine) cellValue {
	return toned(l.StatusWord(), statusTone(l.StatusWord()))
}

func statusTone(status string) tone {
	switch status {
	case layout.StatusDone, layout.StatusOnTrack:
		return good
	case layout.StatusOngoing:
		return plainTone
	case layout.StatusBehind, layout.StatusNotStarted, store.Open, consolidate.WordBlocked:
		return bad
	}
	return mute
}
