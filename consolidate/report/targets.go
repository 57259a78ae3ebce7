package report

import (
	"slices"
	"strings"

	"tianbao/consolidate"
	"tianbao/consolidate/store"
	marks "tianbao/seeds/text"
	"tianbao/templates/layout"
)

// targets draws 量化目标, chapter by chapter.
func (w *writer) targets() *table {
	f := w.sum.Frame
	t := &table{name: sheetTargets, title: "量化目标完成情况(" + marks.Year(f.Year) + "度)", about: layout.Targets, refCol: 1, freeze: 2,
		note: "按章分组,可筛选;判定以文字为准,颜色只作提示。"}
	t.columns = append([]column{
		{heading: "编号", width: 9, look: centre},
		{heading: "目标内容", width: 34},
		{heading: "要求", width: 9, look: centre},
		{heading: "计量单位", width: 7, look: centre},
		{heading: "期限", width: 8, look: centre},
		{heading: "牵头单位", width: 14, look: centre},
		{heading: f.Expand("截至{Y-1}年底值"), width: 8, look: figure, key: layout.Total, year: f.Year - 1},
		{heading: f.Expand("{Y}年当年值"), width: 8, look: figure, key: layout.ThisYear, year: f.Year},
		{heading: f.Expand("截至{Y}年底值"), width: 8, look: figure, key: layout.Total, year: f.Year},
		{heading: "数据状态", width: 9, look: centre, key: layout.Data, year: f.Year},
		{heading: store.HeadVerdict, width: 11, look: centre},
		{heading: "章", width: 16, aside: true},
		{heading: "目标类型", width: 10, look: centre},
		{heading: "目标完成率(%)", width: 11, look: figure},
		{heading: "剩余年份需要", width: 24},
		{heading: "预计能否完成", width: 12, look: centre, key: layout.Outlook, year: f.Year},
		{heading: "差距", width: 16},
		{heading: "判定依据", width: 46},
		{heading: "说明", width: 28, key: layout.Reason, year: f.Year},
		{heading: "下一步措施", width: 28, key: layout.Measures, year: f.Year},
		{heading: f.Expand("{Y-1}年判定"), width: 14, look: centre},
		{heading: f.Expand("{base}年基期值"), width: 9, look: figure, key: layout.BaseValue, year: f.Year},
		{heading: "属性", width: 8, look: centre},
		{heading: "新增或存量", width: 9, look: centre},
		{heading: f.Expand("{Y}年计划目标"), width: 9, look: figure},
	}, slices.Concat(knownColumns, sourceColumns)...)
	chapter := ""
	for _, it := range w.sum.Items {
		if len(it.Targets) > 0 && it.ChapterHead != chapter {
			chapter = it.ChapterHead
			t.rows = append(t.rows, row{band: true, cells: []cellValue{text(chapter)}})
		}
		for _, l := range it.Targets {
			t.later(1, func() []cellValue { return w.targetRow(l, it.ChapterHead) })
		}
	}
	return t
}

func (w *writer) targetRow(l *consolidate.TargetLine, chapter string) []cellValue {
	before := text("—")
	if n := len(l.Years); n > 1 {
		before = amount(l.Years[n-2].Value.Number, "—")
	}
	state := settledCell(l.Settled[layout.Data])
	switch {
	case l.Closed:
		state = text("—")
	case len(l.Records) == 0:
		state = toned(consolidate.WordMissing, mute)
	}
	src := sources(l.Records)
	return slices.Concat([]cellValue{
		text(l.ID), text(l.Statement()), text(layout.Requirement(l.Target)), text(l.Unit), text(l.Due), text(strings.Join(l.Item.LeadUnits(), "、")),
		before, dashed(settledCell(l.Settled[layout.ThisYear])), dashed(settledCell(l.Settled[layout.Total])), state, toned(l.Verdict.Words(), verdictTone(l.Verdict.Verdict)),
		text(chapter), text(l.Basis.Word()), amount(l.Verdict.Completion, "—"), text(l.Verdict.Remaining), settledCell(l.Settled[layout.Outlook]),
		text(l.Verdict.Gap), text(l.Verdict.Basis), text(consolidate.Said(l.Records, layout.Reason)), text(consolidate.Said(l.Records, layout.Measures)), text(string(l.Before)),
		baseCell(l.Base, l.Settled), text(l.Nature), text(string(l.Counting)), value(l.YearTargets[w.sum.Frame.Year]),
	}, w.targetKnown(l), src[:])
}
