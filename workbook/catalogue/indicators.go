package catalogue

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
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

func (r *indicatorRow) no() string { return number(r.indicator.No) }

func indicatorText(heading string, width float64, at func(*plan.Indicator) *string) field[indicatorRow] {
	return field[indicatorRow]{heading: heading, width: width, wrap: true,
		write: func(r *indicatorRow) string { return *at(&r.indicator) },
		read:  func(r *indicatorRow, e entry) { *at(&r.indicator) = e.text }}
}

func indicatorFigure(heading string, width float64, at func(*plan.Indicator) *string) field[indicatorRow] {
	f := indicatorText(heading, width, at)
	f.figure = true
	return f
}

func indicatorNumber(heading string, at func(*plan.Indicator) *int) field[indicatorRow] {
	return field[indicatorRow]{heading: heading, width: 7, figure: true,
		write: func(r *indicatorRow) string { return number(*at(&r.indicator)) },
		read:  func(r *indicatorRow, e entry) { e.wholeInto(at(&r.indicator), 0, 99999, "数字") }}
}

// indicatorFields declares the sheet for the years given. A year's columns are
// headed by it.
func indicatorFields(period plan.Period, years []int) []field[indicatorRow] {
	fields := annexFields(period)
	base := indicatorFigure(yearOf(period.Base)+"基期值", 11, func(in *plan.Indicator) *string { return &in.Base })
	base.dated = true
	province := indicatorFigure(yearOf(period.Base)+"全省基期值", 11, func(in *plan.Indicator) *string { return &in.ProvinceBase })
	province.dated = true
	by := indicatorText("调整依据", 22, func(in *plan.Indicator) *string { return &in.AdjustedBy })
	by.also = []string{"依据"}
	fields = append(fields,
		field[indicatorRow]{heading: "责任单位", must: true, width: 22, wrap: true, hint: "“单位”表中的名称,多个用顿号隔开",
			write: func(r *indicatorRow) string { return r.unitNames }, read: func(r *indicatorRow, e entry) { r.units = e }},
		field[indicatorRow]{heading: "数据提供单位", width: 22, wrap: true, hint: "责任单位以外提供数据的单位,可空",
			write: func(r *indicatorRow) string { return r.otherNames }, read: func(r *indicatorRow, e entry) { r.dataUnits = e }},
		base, province)
	for _, f := range yearFields() {
		for _, y := range years {
			fields = append(fields, f.of(y))
		}
	}
	return append(fields,
		indicatorFigure("调整后目标值", 12, func(in *plan.Indicator) *string { return &in.Adjusted }), by,
		indicatorNumber("原文行", func(in *plan.Indicator) *int { return &in.Line }))
}

// annexFields are the columns that the annex of the document has.
func annexFields(period plan.Period) []field[indicatorRow] {
	no := indicatorNumber("序号", func(in *plan.Indicator) *int { return &in.No })
	no.must = true
	name := indicatorText("指标", 26, func(in *plan.Indicator) *string { return &in.Name })
	name.must, name.also = true, []string{"指标名称"}
	target := indicatorFigure(yearOf(period.Last)+"目标", 12, func(in *plan.Indicator) *string { return &in.Target })
	target.dated, target.also = true, []string{"目标值"}
	growth := indicatorFigure("年均增长", 12, func(in *plan.Indicator) *string { return &in.Growth })
	growth.also = []string{"年均增长(%)", "年均增速"}
	nature := indicatorText("属性", 9, func(in *plan.Indicator) *string { return &in.Nature })
	nature.list = listNature
	return []field[indicatorRow]{
		no,
		indicatorText("类别", 12, func(in *plan.Indicator) *string { return &in.Category }),
		name,
		indicatorText("计量单位", 10, func(in *plan.Indicator) *string { return &in.Unit }),
		target, growth, nature,
	}
}

// yearField is a figure that stands in a column for each year.
type yearField struct {
	what string
	at   func(*plan.Indicator) *map[int]string
}

func yearFields() []yearField {
	return []yearField{
		{"实际值", func(in *plan.Indicator) *map[int]string { return &in.Values }},
		{"全省同期值", func(in *plan.Indicator) *map[int]string { return &in.Province }},
		{"省下达目标", func(in *plan.Indicator) *map[int]string { return &in.Assigned }},
		{"年度目标", func(in *plan.Indicator) *map[int]string { return &in.YearTargets }},
	}
}

func (f yearField) of(year int) field[indicatorRow] {
	return field[indicatorRow]{heading: yearOf(year) + f.what, width: 11,
		write: func(r *indicatorRow) string { return (*f.at(&r.indicator))[year] },
		read: func(r *indicatorRow, e entry) {
			if e.text == "" {
				return
			}
			m := f.at(&r.indicator)
			if *m == nil {
				*m = map[int]string{}
			}
			(*m)[year] = e.text
		}}
}

func yearOf(year int) string {
	if year == 0 {
		return ""
	}
	return fmt.Sprintf("%d年", year)
}

// knownYears are the years of the period and all others that a figure is known of.
func knownYears(p *plan.Plan) []int {
	years := map[int]bool{}
	for y := p.Period.First; y <= p.Period.Last && p.Period.First > 0 && len(years) < maxYears; y++ {
		years[y] = true
	}
	for i := range p.Indicators {
		for _, f := range yearFields() {
			for y := range *f.at(&p.Indicators[i]) {
				years[y] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(years))
}

const maxYears = 50 // a longer period is a slip of the pen

// headedYears returns the years that a figure's heading on the sheet names.
func headedYears(headings []string) []int {
	years := map[int]bool{}
	for _, h := range headings {
		year, rest, ok := strings.Cut(h, "年")
		y, err := strconv.Atoi(year)
		if !ok || err != nil || y < 1900 || y > 9999 {
			continue
		}
		for _, f := range yearFields() {
			if rest == f.what {
				years[y] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(years))
}

func indicatorRows(p *plan.Plan) []indicatorRow {
	rows := make([]indicatorRow, len(p.Indicators))
	for i, in := range p.Indicators {
		rows[i] = indicatorRow{indicator: in, unitNames: joinNames(in.Units), otherNames: joinNames(in.DataUnits)}
	}
	return rows
}
