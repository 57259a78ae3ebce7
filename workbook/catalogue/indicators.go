package catalogue

import (
	"slices"

	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/text"
)

// indicatorRow is a row of the sheet 主要指标.
type indicatorRow struct {
	indicator  plan.Indicator
	units      entry // as read, resolved when the units are known
	dataUnits  entry
	unitNames  string
	otherNames string
	at         finding.Place
}

func (r *indicatorRow) no() string { return text.Some(r.indicator.No) }

func indicatorText(heading string, width float64, at func(*plan.Indicator) *string) field[indicatorRow] {
	return textField(heading, width, func(r *indicatorRow) *string { return at(&r.indicator) })
}

func indicatorFigure(heading string, width float64, at func(*plan.Indicator) *string) field[indicatorRow] {
	f := indicatorText(heading, width, at)
	f.figure = true
	return f
}

// indicatorYears are the columns of the sheet that stand once for each year.
func indicatorYears() []yearField[indicatorRow] {
	before, after := knownYearFields(func(r *indicatorRow) *plan.Known { return &r.indicator.Known })
	figure := func(what, hint string, at func(*plan.Indicator) *map[int]string) yearField[indicatorRow] {
		return mapField(what, hint, true, func(r *indicatorRow) *map[int]string { return at(&r.indicator) })
	}
	middle := []yearField[indicatorRow]{
		figure("全省同期值", "全省同一年、同一口径的数", func(in *plan.Indicator) *map[int]string { return &in.Province }),
		figure("全国同期值", "全国同一年、同一口径的数", func(in *plan.Indicator) *map[int]string { return &in.Nation }),
		figure("省下达目标", "省里下达的数:降低率填规划期总目标,其余填当年目标", func(in *plan.Indicator) *map[int]string { return &in.Assigned }),
	}
	return slices.Concat(before, middle, after)
}

// indicatorFields declares the sheet for the years given. A year's columns are
// headed by it.
func indicatorFields(period plan.Period, years []int) []field[indicatorRow] {
	fields := annexFields(period)
	province := indicatorFigure(text.Year(period.Base)+"全省基期值", 11, func(in *plan.Indicator) *string { return &in.ProvinceBase })
	province.dated = true
	by := indicatorText("调整依据", 22, func(in *plan.Indicator) *string { return &in.AdjustedBy })
	by.also = []string{"依据"}
	fields = append(fields,
		field[indicatorRow]{heading: "责任单位", must: true, width: 22, hint: "“单位”表中的名称,多个用顿号隔开",
			write: func(r *indicatorRow) string { return r.unitNames }, read: func(r *indicatorRow, e entry) { r.units = e }},
		field[indicatorRow]{heading: "数据来源单位", also: []string{"数据提供单位"}, width: 22, hint: "责任单位以外提供数据的单位,可空",
			write: func(r *indicatorRow) string { return r.otherNames }, read: func(r *indicatorRow, e entry) { r.dataUnits = e }})
	fields = append(fields, knownBefore(period.Base, func(r *indicatorRow) *plan.Known { return &r.indicator.Known })...)
	fields = append(append(fields, province), spread(indicatorYears(), years)...)
	return append(fields,
		indicatorFigure("调整后目标值", 12, func(in *plan.Indicator) *string { return &in.Adjusted }), by,
		wholeField("原文行", 7, func(r *indicatorRow) *int { return &r.indicator.Line }))
}

// annexFields are the columns that the annex of the document has.
func annexFields(period plan.Period) []field[indicatorRow] {
	no := wholeField("序号", 7, func(r *indicatorRow) *int { return &r.indicator.No })
	no.must = true
	name := indicatorText("指标", 26, func(in *plan.Indicator) *string { return &in.Name })
	name.must, name.also = true, []string{"指标名称"}
	target := indicatorFigure(text.Year(period.Last)+"目标", 12, func(in *plan.Indicator) *string { return &in.Target })
	target.dated, target.also = true, []string{"目标值"}
	growth := indicatorFigure("年均增长", 12, func(in *plan.Indicator) *string { return &in.Growth })
	growth.also = []string{"年均增长(%)", "年均增速"}
	return []field[indicatorRow]{
		no,
		indicatorText("类别", 12, func(in *plan.Indicator) *string { return &in.Category }),
		name,
		indicatorText("计量单位", 10, func(in *plan.Indicator) *string { return &in.Unit }),
		target, growth, natureField(func(r *indicatorRow) *plan.Known { return &r.indicator.Known }),
	}
}

func indicatorRows(p *plan.Plan) []indicatorRow {
	rows := make([]indicatorRow, len(p.Indicators))
	for i, in := range p.Indicators {
		rows[i] = indicatorRow{indicator: in, unitNames: joinNames(in.Units), otherNames: joinNames(in.DataUnits)}
	}
	return rows
}
