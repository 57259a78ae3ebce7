package report

import (
	"slices"
	"strings"

	"tianbao/consolidate"
	"tianbao/consolidate/store"
	marks "tianbao/seeds/text"
	"tianbao/templates/layout"
	"tianbao/templates/xl"
)

// targets draws 量化目标, chapter by chapter.
func (w *writer) targets() *table {
	f := w.sum.Frame
	t := w.table(sheetTargets, "量化目标完成情况("+marks.Year(f.Year)+"度)", 2,
		"按章分组,可筛选;判定以文字为准,颜色只作提示。", slices.Concat([]column{
			centred("编号", 9),
			wrapped("目标内容", 34),
			centred("要求", 9),
			centred("计量单位", 7),
			centred("期限", 8),
			centred("牵头单位", 14),
			centred(f.Expand("截至{Y-1}年底值"), 8).of(layout.Total, f.Year-1),
			centred(f.Expand("{Y}年当年值"), 8).of(layout.ThisYear, f.Year),
			centred(f.Expand("截至{Y}年底值"), 8).of(layout.Total, f.Year),
			centred("数据状态", 9).of(layout.Data, f.Year),
			centred(store.HeadVerdict, 11),
			wrapped("章", 16).aside(),
			centred("目标类型", 10),
			centred("目标完成率(%)", 11),
			wrapped("剩余年份需要", 24),
			centred("预计能否完成", 12).of(layout.Outlook, f.Year),
			wrapped("差距", 16),
			wrapped("判定依据", 46),
			wrapped("说明", 28).of(layout.Reason, f.Year),
			wrapped("下一步措施", 28).of(layout.Measures, f.Year),
			centred(f.Expand("{Y-1}年判定"), 14),
			centred(f.Expand("{base}年基期值"), 9).of(layout.BaseValue, f.Year),
			centred("属性", 8),
			centred("新增或存量", 9),
			centred(f.Expand("{Y}年计划目标"), 9),
		}, knownColumns, sourceColumns))
	t.shows.Sheet, t.shows.RefCol = layout.Targets, 1
	for _, it := range w.sum.Items {
		for _, l := range it.Targets {
			t.under(it.ChapterHead)
			t.later(1, func() []xl.Entry { return w.targetRow(l, it.ChapterHead) })
		}
	}
	return t
}

func (w *writer) targetRow(l *consolidate.TargetLine, chapter string) []xl.Entry {
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
	return slices.Concat([]xl.Entry{
		text(l.ID), text(l.Statement()), text(layout.Requirement(l.Target)), text(l.Unit), text(l.Due), text(strings.Join(l.Item.LeadUnits(), "、")),
		before, dashed(settledCell(l.Settled[layout.ThisYear])), dashed(settledCell(l.Settled[layout.Total])), state, toned(l.Verdict.Words(), verdictTone(l.Verdict.Verdict)),
		text(chapter), text(l.Basis.Word()), amount(l.Verdict.Completion, "—"), text(l.Verdict.Remaining), settledCell(l.Settled[layout.Outlook]),
		text(l.Verdict.Gap), text(l.Verdict.Basis), text(consolidate.Said(l.Records, layout.Reason)), text(consolidate.Said(l.Records, layout.Measures)), text(string(l.Before)),
		baseCell(l.Base, l.Settled), text(l.Nature), text(string(l.Counting)), value(l.YearTargets[w.sum.Frame.Year]),
	}, w.targetKnown(l), sources(l.Records))
}
