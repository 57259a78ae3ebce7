package report

import (
	"cmp"
	"strconv"
	"strings"

	"tianbao/consolidate"
	"tianbao/templates/layout"
)

// indicators draws the annex in its own form, then what the years brought.
func (w *writer) indicators() *table {
	f := w.sum.Frame
	t := &table{name: sheetIndicators, title: w.sum.Plan.Title + "主要目标一览表(" + yearOf(f.Year) + "度)", about: layout.Indicators, refCol: 2, merged: 1, freeze: 3,
		note: "判定以“判定”和“判定依据”两栏的文字为准,颜色只作提示;黄底的数为核定值;来源文件和行号在隐藏列,可用 trace 查到每个数的出处。"}
	t.columns = w.indicatorColumns()
	for _, l := range w.sum.Indicators {
		t.rows = append(t.rows, w.indicatorRow(l))
	}
	return t
}

func (w *writer) indicatorColumns() []column {
	f := w.sum.Frame
	cols := []column{
		{heading: "类别", width: 6, look: centre},
		{heading: "序号", width: 5, look: centre},
		{heading: "指标", width: 22},
		{heading: f.Expand("{last}年目标"), width: 10, look: centre},
		{heading: "年均增长", width: 8, look: centre},
		{heading: "责任单位", width: 13},
		{heading: f.Expand("{base}年基期值"), width: 9, look: figure, key: layout.BaseValue, year: f.Year},
	}
	for y := w.sum.Plan.Period.First; y <= f.Year; y++ {
		cols = append(cols,
			column{heading: yearOf(y) + "实际值", width: 9, look: figure, key: layout.Actual, year: y},
			column{heading: yearOf(y) + "数据状态", width: 8, look: centre, key: layout.Data, year: y})
	}
	return append(append(cols, []column{
		{heading: f.Expand("{Y}年增长(%)"), width: 8, look: figure, key: layout.Growth, year: f.Year},
		{heading: "全省同期值", width: 8, look: figure, key: layout.Province, year: f.Year},
		{heading: "省下达目标", width: 8, look: figure, key: layout.Assigned, year: f.Year},
		{heading: f.Expand("{last}年目标完成率(%)"), width: 9, look: figure, bar: true},
		{heading: "剩余年份需要", width: 19},
		{heading: f.Expand("{last}年预计值"), width: 9, look: figure, key: layout.Expected, year: f.Year},
		{heading: "预计能否完成", width: 9, look: centre, key: layout.Outlook, year: f.Year},
		{heading: "判定", width: 16, look: centre},
		{heading: "差距", width: 13},
		{heading: "判定依据", width: 44},
		{heading: "说明", width: 18, key: layout.Reason, year: f.Year},
		{heading: f.Expand("{Y-1}年判定"), width: 11, look: centre},
	}...), sourceColumns...)
}

func (w *writer) indicatorRow(l *consolidate.IndicatorLine) row {
	r := row{ref: strconv.Itoa(l.No)}
	base := amount(l.Base.Number, "")
	if s := l.Settled[layout.BaseValue]; s.Open() || s.Blocked {
		base = settledCell(s)
	}
	r.cells = []cellValue{text(l.Category), number(l.No), text(l.Label()), text(GoalText(l)), text(l.Growth), text(strings.Join(l.Units, "\n")), base}
	for _, y := range l.Years {
		r.cells = append(r.cells, w.yearCells(l, y)...)
	}
	for _, col := range []layout.Key{layout.Growth, layout.Province, layout.Assigned} {
		r.cells = append(r.cells, settledCell(l.Settled[col]))
	}
	r.cells = append(r.cells, amount(l.Verdict.Completion, "—"), text(l.Verdict.Remaining), settledCell(l.Settled[layout.Expected]), settledCell(l.Settled[layout.Outlook]),
		toned(l.Verdict.Words(), verdictTone(l.Verdict.Verdict)), text(l.Verdict.Gap), text(l.Verdict.Basis), text(consolidate.Said(l.Records, layout.Reason)), text(string(l.Before)))
	src := sources(l.Records)
	r.cells = append(r.cells, src[0], src[1])
	return r
}

// yearCells shows a year's value and its state.
func (w *writer) yearCells(l *consolidate.IndicatorLine, y consolidate.YearValue) []cellValue {
	v, state := amount(y.Value.Number, ""), text(y.Value.State)
	if y.Year == w.sum.Frame.Year {
		if s := l.Settled[layout.Actual]; s.Open() || s.Conflict != nil || s.Blocked {
			v = settledCell(s)
		}
		if s := l.Settled[layout.Data]; s.Open() || s.Blocked {
			state = settledCell(s)
		}
	}
	if v == (cellValue{}) && state == (cellValue{}) {
		state = toned(consolidate.WordMissing, mute)
	}
	if y.Revised != "" {
		state = text(cmp.Or(state.text, layout.DataFinal) + "(原" + y.Revised + ",已修订)")
	}
	return []cellValue{v, state}
}

// GoalText prints the target, with what it was where it has been adjusted.
func GoalText(l *consolidate.IndicatorLine) string {
	if l.Adjusted == "" {
		return l.Target
	}
	return l.Adjusted + "(原" + l.Target + ")"
}
