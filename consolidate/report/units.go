package report

import (
	"slices"

	"tianbao/consolidate"
	"tianbao/consolidate/store"
	marks "tianbao/seeds/text"
	"tianbao/templates/layout"
	"tianbao/templates/xl"
	"tianbao/workbook/intake"
	"tianbao/workbook/intake/register"
)

// units draws 单位报送情况, in the register's order.
func (w *writer) units() *table {
	f := w.sum.Frame.Year
	t := w.table(sheetUnits, "单位报送情况("+marks.Year(w.sum.Frame.Year)+"度)", 1,
		"是否按时以报送登记的收到日期和延期至为准,没有登记的不判断。", slices.Concat([]column{
			wrapped("单位", 24),
			centred("类别", 11),
			centred("报送状态", 11),
			centred("是否按时", 9),
			centred("收到日期", 12),
			centred("盖章件", 9),
			centred("报送方式", 10).of(layout.Delivery, f),
			centred("牵头事项", 9),
			centred("配合事项", 9),
			centred("主要指标", 9),
			centred("版次", 7).aside(),
			centred("文件数", 8),
			centred("计入格数", 9),
			centred("错误", 7),
			centred("存疑", 7),
			wrapped("填报科室", 14).of(layout.Section, f),
			centred("填报人", 10).of(layout.Filler, f),
			centred("联系电话", 14).of(layout.Tel, f),
			centred("分管负责人", 11).of(layout.Deputy, f),
			centred("单位负责人", 11).of(layout.Head, f),
			centred("填报日期", 12).of(layout.FilledOn, f),
		}, sourceColumns))
	t.shows.Sheet, t.shows.UnitCol = layout.Cover, 1
	for _, u := range w.sum.Units {
		t.later(0, func() []xl.Entry { return w.unitRow(u) })
	}
	return t
}

func (w *writer) unitRow(u *consolidate.UnitLine) []xl.Entry {
	var cover []*store.Record
	if u.Cover != nil {
		cover = []*store.Record{u.Cover}
	}
	said := func(col layout.Key) xl.Entry { return text(consolidate.Said(cover, col)) }
	cells := []xl.Entry{
		text(u.Unit.Name), text(u.Unit.Kind), toned(statusName(u.Status), unitTone(u.Status)), punctual(u, w.sum), text(u.Entry.Received), text(u.Entry.Stamped), said(layout.Delivery),
		xl.Count(u.Lead), xl.Count(u.Support), xl.Count(u.Indicator), xl.Count(u.Revision), xl.Count(u.Files), xl.Count(u.Cells), xl.Count(u.Errors), xl.Count(u.Warnings),
	}
	for _, k := range []layout.Key{layout.Section, layout.Filler, layout.Tel, layout.Deputy, layout.Head, layout.FilledOn} {
		cells = append(cells, said(k))
	}
	return append(cells, sources(cover)...)
}

// punctual says whether the unit was on time, by the register alone.
func punctual(u *consolidate.UnitLine, s *consolidate.Summary) xl.Entry {
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

func unitTone(s intake.Status) xl.Look {
	switch s {
	case intake.StatusAccepted, intake.StatusSeparate:
		return good
	case intake.StatusMissing:
		return bad
	}
	return fair
}
