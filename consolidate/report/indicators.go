package report

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"tianbao/consolidate"
	"tianbao/consolidate/judge"
	"tianbao/consolidate/store"
	marks "tianbao/seeds/text"
	"tianbao/templates"
	"tianbao/templates/layout"
)

// indicators draws the annex in its own form with what the years brought; what stands
// behind it is to the right of the page.
func (w *writer) indicators() *table {
	f := w.sum.Frame
	t := &table{name: sheetIndicators, title: templates.PlanName(w.sum.Plan) + "主要目标" + marks.Year(f.Year) + "度完成情况一览表",
		about: layout.Indicators, refCol: 2, merged: 1, freeze: 3, leaders: true, note: w.indicatorNote()}
	t.columns = w.indicatorColumns()
	for _, l := range w.sum.Indicators {
		t.rows = append(t.rows, w.indicatorRow(l))
	}
	return t
}

// indicatorNote says what the words in the table stand for, those that occur.
func (w *writer) indicatorNote() string {
	notes := []string{"判定口径见“评价口径”"}
	if slices.ContainsFunc(w.sum.Indicators, func(l *consolidate.IndicatorLine) bool { return l.Settled[layout.Actual].Open() }) {
		notes = append(notes, "“待核定”为多个责任单位数据不一致")
	}
	if slices.ContainsFunc(w.sum.Indicators, func(l *consolidate.IndicatorLine) bool { return l.Settled[layout.Actual].Blocked }) {
		notes = append(notes, "“待核实”为报送数据有误、正在核实")
	}
	return "注:" + strings.Join(notes, ";") + "。"
}

func (w *writer) indicatorColumns() []column {
	f := w.sum.Frame
	cols := []column{
		{heading: "类别", width: 3.5, look: centre},
		{heading: "序号", width: 3.8, look: centre},
		{heading: "指标", width: 17},
		{heading: f.Expand("{last}年目标"), width: 8, look: centre},
		{heading: "年均增长", width: 6, look: centre},
		{heading: f.Expand("{base}年基期值"), width: 6, look: figure, key: layout.BaseValue, year: f.Year},
	}
	for y := w.sum.Plan.Period.First; y <= f.Year; y++ {
		cols = append(cols, column{heading: marks.Year(y) + "实际值", width: 6, look: figure, key: layout.Actual, year: y})
	}
	cols = append(cols, []column{
		{heading: f.Expand("{Y}年计划目标"), width: 6, look: centre},
		{heading: "全省同期值", width: 6, look: figure, key: layout.Province, year: f.Year},
		{heading: f.Expand("{last}年目标完成率(%)"), width: 5.5, look: figure},
		{heading: store.HeadVerdict, width: 10, look: centre},
		{heading: "责任单位", width: 10, look: centre},
		{heading: "属性", width: 8, look: centre, aside: true},
		{heading: "全国同期值", width: 9, look: figure},
		{heading: "差距", width: 14},
		{heading: "判定依据", width: 50},
		{heading: "剩余年份需要", width: 24},
		{heading: f.Expand("{Y}年增长(%)"), width: 9, look: figure, key: layout.Growth, year: f.Year},
		{heading: "省下达目标", width: 9, look: figure, key: layout.Assigned, year: f.Year},
	}...)
	for y := w.sum.Plan.Period.First; y <= f.Year; y++ {
		cols = append(cols, column{heading: marks.Year(y) + "数据状态", width: 12, look: centre, key: layout.Data, year: y})
	}
	return append(append(cols, []column{
		{heading: "预计发布时间", width: 12, look: centre, key: layout.Release, year: f.Year},
		{heading: f.Expand("{last}年预计值"), width: 10, look: figure, key: layout.Expected, year: f.Year},
		{heading: "预计能否完成", width: 12, look: centre, key: layout.Outlook, year: f.Year},
		{heading: "说明", width: 24, key: layout.Reason, year: f.Year},
		{heading: "下一步措施", width: 24, key: layout.Measures, year: f.Year},
		{heading: f.Expand("{Y-1}年判定"), width: 14, look: centre},
	}...), slices.Concat(knownColumns, sourceColumns)...)
}

func (w *writer) indicatorRow(l *consolidate.IndicatorLine) row {
	r := row{}
	r.cells = []cellValue{text(l.Category), number(l.No), text(l.Label()), text(GoalText(l)), text(l.Growth), briefly(l.Settled[layout.BaseValue], baseCell(l.Base, l.Settled))}
	for _, y := range l.Years {
		r.cells = append(r.cells, w.yearValue(l, y))
	}
	at, now := func(col layout.Key) cellValue { return settledCell(l.Settled[col]) }, l.Years[len(l.Years)-1]
	r.cells = append(r.cells, text(cmp.Or(l.YearTargets[w.sum.Frame.Year], "—")), dashed(briefly(l.Settled[layout.Province], known(at(layout.Province), now.Province.Number))), amount(l.Verdict.Completion, "—"),
		toned(l.Verdict.Words(), verdictTone(l.Verdict.Verdict)), text(strings.Join(l.Units, "\n")),
		text(l.Nature), value(l.Nation[w.sum.Frame.Year]), text(l.Verdict.Gap), text(l.Verdict.Basis), text(l.Verdict.Remaining), at(layout.Growth), known(at(layout.Assigned), now.Assigned.Number))
	for _, y := range l.Years {
		r.cells = append(r.cells, w.yearState(l, y))
	}
	r.cells = append(r.cells, text(released(l)), at(layout.Expected), at(layout.Outlook), text(consolidate.Said(l.Records, layout.Reason)), text(consolidate.Said(l.Records, layout.Measures)), text(string(l.Before)))
	r.cells = append(r.cells, w.indicatorKnown(l)...)
	src := sources(l.Records)
	r.cells = append(r.cells, src[0], src[1])
	return r
}

// baseCell shows a base value, or that it waits to be confirmed.
func baseCell(base judge.Value, settled map[layout.Key]*consolidate.Settled) cellValue {
	if s := settled[layout.BaseValue]; s.Open() || s != nil && s.Blocked {
		return settledCell(s)
	}
	return amount(base.Number, "—")
}

// briefly leaves the rivals of a value to 数据不一致.
func briefly(s *consolidate.Settled, c cellValue) cellValue {
	if s.Open() {
		return toned(store.Open, bad)
	}
	return c
}

// known shows what the catalogue holds where no unit was asked.
func known(reported cellValue, n decimal.NullDecimal) cellValue {
	if reported == (cellValue{}) && n.Valid {
		return amount(n, "")
	}
	return reported
}

// dashed shows a dash where there is nothing.
func dashed(c cellValue) cellValue {
	if c == (cellValue{}) {
		return text("—")
	}
	return c
}

// yearValue shows a year's value, or why there is none.
func (w *writer) yearValue(l *consolidate.IndicatorLine, y consolidate.YearValue) cellValue {
	if y.Year == w.sum.Frame.Year {
		if s := l.Settled[layout.Actual]; s.Open() {
			return toned(store.Open, bad)
		} else if s.Blocked || s.Text != "" {
			return settledCell(s)
		}
	}
	return amount(y.Value.Number, absent(l, y, w.sum.Frame.Year))
}

// absent says why a year has no value.
func absent(l *consolidate.IndicatorLine, y consolidate.YearValue, now int) string {
	word := cmp.Or(y.Value.State, "—")
	if y.Year != now {
		return word
	}
	if word == "—" {
		return consolidate.WordMissing
	}
	if at := released(l); at != "" {
		word += "(预计" + at + ")"
	}
	return word
}

// released is when the units expect the value to be out, each answer once.
func released(l *consolidate.IndicatorLine) string {
	var months []string
	for _, r := range l.Records {
		if at := monthOf(r.Shown(layout.Release)); at != "" && !slices.Contains(months, at) {
			months = append(months, at)
		}
	}
	return strings.Join(months, "、")
}

// monthOf prints 2025-05 as 2025年5月; what is no month as it is.
func monthOf(text string) string {
	year, rest, ok := strings.Cut(text, "-")
	month, _, _ := strings.Cut(rest, "-")
	if n, err := strconv.Atoi(month); ok && err == nil {
		return year + "年" + strconv.Itoa(n) + "月"
	}
	return text
}

// yearState shows the state of a year's value.
func (w *writer) yearState(l *consolidate.IndicatorLine, y consolidate.YearValue) cellValue {
	state := text(y.Value.State)
	if s := l.Settled[layout.Data]; y.Year == w.sum.Frame.Year && (s.Open() || s.Blocked) {
		state = settledCell(s)
	}
	if state == (cellValue{}) && !y.Value.Number.Valid {
		state = toned(consolidate.WordMissing, mute)
	}
	if y.Revised != "" {
		state = text(cmp.Or(state.text, layout.DataFinal) + "(原" + y.Revised + ",已修订)")
	}
	return state
}

// GoalText prints the target, with what it was where it has been adjusted.
func GoalText(l *consolidate.IndicatorLine) string {
	if l.Adjusted == "" {
		return l.Target
	}
	return l.Adjusted + "(原" + l.Target + ")"
}
