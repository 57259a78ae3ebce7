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
	"tianbao/templates/xl"
)

// indicators draws the annex in its own form with what the years brought; what stands
// behind it is to the right of the page.
func (w *writer) indicators() *table {
	f := w.sum.Frame
	t := w.table(sheetIndicators, templates.PlanName(w.sum.Plan)+"主要目标"+marks.Year(f.Year)+"度完成情况一览表", 3, w.indicatorNote(), w.indicatorColumns())
	t.shows.Sheet, t.shows.RefCol, t.Joined, t.Plain = layout.Indicators, 2, 1, true
	for _, l := range w.sum.Indicators {
		t.Rows = append(t.Rows, w.indicatorRow(l))
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
		centred("类别", 3.5),
		centred("序号", 3.8),
		wrapped("指标", 17),
		centred(f.Expand("{last}年目标"), 8),
		centred("年均增长", 6),
		centred(f.Expand("{base}年基期值"), 6).of(layout.BaseValue, f.Year),
	}
	for y := w.sum.Plan.Period.First; y <= f.Year; y++ {
		cols = append(cols, centred(marks.Year(y)+"实际值", 6).of(layout.Actual, y))
	}
	cols = append(cols, []column{
		centred(f.Expand("{Y}年计划目标"), 6),
		centred("全省同期值", 6).of(layout.Province, f.Year),
		centred(f.Expand("{last}年目标完成率(%)"), 5.5),
		centred(store.HeadVerdict, 10),
		centred("责任单位", 10),
		centred("属性", 8).aside(),
		centred("全国同期值", 9),
		wrapped("差距", 14),
		wrapped("判定依据", 50),
		wrapped("剩余年份需要", 24),
		centred(f.Expand("{Y}年增长(%)"), 9).of(layout.Growth, f.Year),
		centred("省下达目标", 9).of(layout.Assigned, f.Year),
	}...)
	for y := w.sum.Plan.Period.First; y <= f.Year; y++ {
		cols = append(cols, centred(marks.Year(y)+"数据状态", 12).of(layout.Data, y))
	}
	return append(append(cols, []column{
		centred("预计发布时间", 12).of(layout.Release, f.Year),
		centred(f.Expand("{last}年预计值"), 10).of(layout.Expected, f.Year),
		centred("预计能否完成", 12).of(layout.Outlook, f.Year),
		wrapped("说明", 24).of(layout.Reason, f.Year),
		wrapped("下一步措施", 24).of(layout.Measures, f.Year),
		centred(f.Expand("{Y-1}年判定"), 14),
	}...), slices.Concat(knownColumns, sourceColumns)...)
}

func (w *writer) indicatorRow(l *consolidate.IndicatorLine) xl.TableRow {
	r := xl.TableRow{}
	r.Cells = []xl.Entry{text(l.Category), xl.Count(l.No), text(l.Label()), text(GoalText(l)), text(l.Growth), briefly(l.Settled[layout.BaseValue], baseCell(l.Base, l.Settled))}
	for _, y := range l.Years {
		r.Cells = append(r.Cells, w.yearValue(l, y))
	}
	at, now := func(col layout.Key) xl.Entry { return settledCell(l.Settled[col]) }, l.Years[len(l.Years)-1]
	r.Cells = append(r.Cells, text(cmp.Or(l.YearTargets[w.sum.Frame.Year], "—")), dashed(briefly(l.Settled[layout.Province], known(at(layout.Province), now.Province.Number))), amount(l.Verdict.Completion, "—"),
		toned(l.Verdict.Words(), verdictTone(l.Verdict.Verdict)), text(strings.Join(l.Units, "\n")),
		text(l.Nature), value(l.Nation[w.sum.Frame.Year]), text(l.Verdict.Gap), text(l.Verdict.Basis), text(l.Verdict.Remaining), at(layout.Growth), known(at(layout.Assigned), now.Assigned.Number))
	for _, y := range l.Years {
		r.Cells = append(r.Cells, w.yearState(l, y))
	}
	r.Cells = append(r.Cells, text(released(l)), at(layout.Expected), at(layout.Outlook), text(consolidate.Said(l.Records, layout.Reason)), text(consolidate.Said(l.Records, layout.Measures)), text(string(l.Before)))
	r.Cells = slices.Concat(r.Cells, w.indicatorKnown(l), sources(l.Records))
	return r
}

// baseCell shows a base value, or that it waits to be confirmed.
func baseCell(base judge.Value, settled map[layout.Key]*consolidate.Settled) xl.Entry {
	if s := settled[layout.BaseValue]; s.Open() || s != nil && s.Blocked {
		return settledCell(s)
	}
	return amount(base.Number, "—")
}

// briefly leaves the rivals of a value to 数据不一致.
func briefly(s *consolidate.Settled, c xl.Entry) xl.Entry {
	if s.Open() {
		return toned(store.Open, bad)
	}
	return c
}

// known shows what the catalogue holds where no unit was asked.
func known(reported xl.Entry, n decimal.NullDecimal) xl.Entry {
	if reported == (xl.Entry{}) && n.Valid {
		return amount(n, "")
	}
	return reported
}

// dashed shows a dash where there is nothing.
func dashed(c xl.Entry) xl.Entry {
	if c == (xl.Entry{}) {
		return text("—")
	}
	return c
}

// yearValue shows a year's value, or why there is none.
func (w *writer) yearValue(l *consolidate.IndicatorLine, y consolidate.YearValue) xl.Entry {
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
func (w *writer) yearState(l *consolidate.IndicatorLine, y consolidate.YearValue) xl.Entry {
	state := text(y.Value.State)
	if s := l.Settled[layout.Data]; y.Year == w.sum.Frame.Year && (s.Open() || s.Blocked) {
		state = settledCell(s)
	}
	if state == (xl.Entry{}) && !y.Value.Number.Valid {
		state = toned(consolidate.WordMissing, mute)
	}
	if y.Revised != "" {
		state = text(cmp.Or(state.Text, layout.DataFinal) + "(原" + y.Revised + ",已修订)")
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
