package report

import (
	"slices"

	"tianbao/consolidate"
	"tianbao/consolidate/store"
	"tianbao/templates/layout"
	"tianbao/workbook/intake"
	"tianbao/workbook/intake/register"
)

// unitStatusCol is the column of 单位报送情况 that 总体情况 counts over, from 1.
const unitStatusCol = 3

// units draws 单位报送情况, in the register's order.
func (w *writer) units() *table {
	t := &table{name: sheetUnits, title: "单位报送情况(" + yearOf(w.sum.Frame.Year) + "度)", about: layout.Cover, unitCol: 1, freeze: 1,
		note: "是否按时以报送登记的收到日期和延期至为准,没有登记的不判断。"}
	f := w.sum.Frame.Year
	t.columns = append([]column{
		{heading: "单位", width: 26},
		{heading: "类别", width: 12, look: centre},
		{heading: "报送状态", width: 12, look: centre},
		{heading: "是否按时", width: 12, look: centre},
		{heading: "收到日期", width: 12, look: centre},
		{heading: "盖章件", width: 9, look: centre},
		{heading: "版次", width: 7, look: figure},
		{heading: "文件数", width: 8, look: figure},
		{heading: "计入格数", width: 9, look: figure},
		{heading: "牵头事项", width: 9, look: figure},
		{heading: "配合事项", width: 9, look: figure},
		{heading: "主要指标", width: 9, look: figure},
		{heading: "错误", width: 7, look: figure},
		{heading: "存疑", width: 7, look: figure},
		{heading: "填报科室", width: 14, key: layout.Section, year: f},
		{heading: "填报人", width: 10, look: centre, key: layout.Filler, year: f},
		{heading: "联系电话", width: 14, look: centre, key: layout.Tel, year: f},
		{heading: "分管负责人", width: 11, look: centre, key: layout.Deputy, year: f},
		{heading: "单位负责人", width: 11, look: centre, key: layout.Head, year: f},
		{heading: "填报日期", width: 12, look: centre, key: layout.FilledOn, year: f},
		{heading: "报送方式", width: 11, look: centre, key: layout.Delivery, year: f},
	}, sourceColumns...)
	for _, u := range w.sum.Units {
		t.rows = append(t.rows, w.unitRow(u))
	}
	return t
}

func (w *writer) unitRow(u *consolidate.UnitLine) row {
	cells := []cellValue{
		text(u.Unit.Name), text(u.Unit.Kind), toned(u.Status.Word(), unitTone(u.Status)), punctual(u, w.sum), text(u.Entry.Received), text(u.Entry.Stamped),
	}
	for _, n := range []int{u.Revision, u.Files, u.Cells, u.Lead, u.Support, u.Indicator, u.Errors, u.Warnings} {
		cells = append(cells, number(n))
	}
	var cover []*store.Record
	if u.Cover != nil {
		cover = []*store.Record{u.Cover}
	}
	for _, k := range []layout.Key{layout.Section, layout.Filler, layout.Tel, layout.Deputy, layout.Head, layout.FilledOn, layout.Delivery} {
		cells = append(cells, text(consolidate.Said(cover, k)))
	}
	src := sources(cover)
	return row{ref: u.Unit.ID, cells: append(cells, src[0], src[1])}
}

// punctual says whether the unit was on time, by the register alone.
func punctual(u *consolidate.UnitLine, s *consolidate.Summary) cellValue {
	switch p := u.Entry.Punctual(dated(s)); p {
	case register.Late:
		return toned(string(p), bad)
	case register.OnTime:
		return toned(string(p), good)
	}
	return text("")
}

// unitStatuses lists the statuses in the order they are counted.
func unitStatuses() []intake.Status {
	return append(slices.Clone(reported), intake.StatusRefused, intake.StatusUnreadable, intake.StatusMissing)
}

func unitTone(s intake.Status) tone {
	switch s {
	case intake.StatusAccepted, intake.StatusSeparate:
		return good
	case intake.StatusFaulty:
		return fair
	}
	return bad
}
