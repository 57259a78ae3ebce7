package report

import (
	"tianbao/consolidate"
	"tianbao/consolidate/store"
	marks "tianbao/seeds/text"
	"tianbao/templates/layout"
	"tianbao/workbook/intake"
	"tianbao/workbook/intake/register"
)

// units draws 单位报送情况, in the register's order.
func (w *writer) units() *table {
	t := &table{name: sheetUnits, title: "单位报送情况(" + marks.Year(w.sum.Frame.Year) + "度)", about: layout.Cover, unitCol: 1, freeze: 1,
		note: "是否按时以报送登记的收到日期和延期至为准,没有登记的不判断。"}
	f := w.sum.Frame.Year
	t.columns = append([]column{
		{heading: "单位", width: 24},
		{heading: "类别", width: 11, look: centre},
		{heading: "报送状态", width: 11, look: centre},
		{heading: "是否按时", width: 9, look: centre},
		{heading: "收到日期", width: 12, look: centre},
		{heading: "盖章件", width: 9, look: centre},
		{heading: "报送方式", width: 10, look: centre, key: layout.Delivery, year: f},
		{heading: "牵头事项", width: 9, look: figure},
		{heading: "配合事项", width: 9, look: figure},
		{heading: "主要指标", width: 9, look: figure},
		{heading: "版次", width: 7, look: figure, aside: true},
		{heading: "文件数", width: 8, look: figure},
		{heading: "计入格数", width: 9, look: figure},
		{heading: "错误", width: 7, look: figure},
		{heading: "存疑", width: 7, look: figure},
		{heading: "填报科室", width: 14, key: layout.Section, year: f},
		{heading: "填报人", width: 10, look: centre, key: layout.Filler, year: f},
		{heading: "联系电话", width: 14, look: centre, key: layout.Tel, year: f},
		{heading: "分管负责人", width: 11, look: centre, key: layout.Deputy, year: f},
		{heading: "单位负责人", width: 11, look: centre, key: layout.Head, year: f},
		{heading: "填报日期", width: 12, look: centre, key: layout.FilledOn, year: f},
	}, sourceColumns...)
	for _, u := range w.sum.Units {
		t.later(0, func() []cellValue { return w.unitRow(u) })
	}
	return t
}

func (w *writer) unitRow(u *consolidate.UnitLine) []cellValue {
	var cover []*store.Record
	if u.Cover != nil {
		cover = []*store.Record{u.Cover}
	}
	said := func(col layout.Key) cellValue { return text(consolidate.Said(cover, col)) }
	cells := []cellValue{
		text(u.Unit.Name), text(u.Unit.Kind), toned(statusName(u.Status), unitTone(u.Status)), punctual(u, w.sum), text(u.Entry.Received), text(u.Entry.Stamped), said(layout.Delivery),
		number(u.Lead), number(u.Support), number(u.Indicator), number(u.Revision), number(u.Files), number(u.Cells), number(u.Errors), number(u.Warnings),
	}
	for _, k := range []layout.Key{layout.Section, layout.Filler, layout.Tel, layout.Deputy, layout.Head, layout.FilledOn} {
		cells = append(cells, said(k))
	}
	src := sources(cover)
	return append(cells, src[0], src[1])
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

// statusName is a unit's status as leaders read it.
func statusName(s intake.Status) string {
	switch s {
	case intake.StatusAccepted, intake.StatusSeparate:
		return "已报送"
	case intake.StatusMissing:
		return "未报送"
	}
	return "补充完善中"
}

func unitTone(s intake.Status) tone {
	switch s {
	case intake.StatusAccepted, intake.StatusSeparate:
		return good
	case intake.StatusMissing:
		return bad
	}
	return fair
}
