package catalogue

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"tianbao/seeds/plan"
	"tianbao/seeds/text"
)

// yearField is something that is in a column for each year.
type yearField[R any] struct {
	what   string
	also   []string
	hint   string
	list   string
	figure bool // a number is asked for
	years  func(*R) []int
	get    func(*R, int) string
	set    func(*R, int, string)
}

// mapField is a yearField of figures or words that lie in a map.
func mapField[R any](what, hint string, figure bool, at func(*R) *map[int]string) yearField[R] {
	return yearField[R]{what: what, hint: hint, figure: figure,
		years: func(r *R) []int { return slices.Collect(maps.Keys(*at(r))) },
		get:   func(r *R, year int) string { return (*at(r))[year] },
		set: func(r *R, year int, text string) {
			if *at(r) == nil {
				*at(r) = map[int]string{}
			}
			(*at(r))[year] = text
		}}
}

func (f yearField[R]) of(year int) field[R] {
	width := 11.0
	if !f.figure {
		width = 16
	}
	return field[R]{heading: text.Year(year) + f.what, also: f.alsoOf(year), width: width, hint: f.hint, list: f.list,
		write: func(r *R) string { return f.get(r, year) },
		read: func(r *R, e entry) {
			if e.text == "" {
				return
			}
			if f.figure {
				e.figure()
			}
			f.set(r, year, e.text)
		}}
}

func (f yearField[R]) alsoOf(year int) []string {
	return text.Each(f.also, func(w string) string { return text.Year(year) + w })
}

// knownBefore are the columns of what is known of a target or an indicator whatever
// the year.
func knownBefore[R any](base int, at func(*R) *plan.Known) []field[R] {
	column := func(heading, hint string, width float64, of func(*plan.Known) *string) field[R] {
		f := textField(heading, width, func(r *R) *string { return of(at(r)) })
		f.hint = hint
		return f
	}
	value := column(text.Year(base)+"基期值", "基期年的数。填了即为确认,各年都按它推算,单位填报表上锁定;不知道的留空,由单位填报后再核定", 11, func(k *plan.Known) *string { return &k.Base })
	value.dated, value.figure = true, true
	value.read = func(r *R, e entry) {
		if e.text != "" {
			e.figure()
		}
		at(r).Base = e.text
	}
	by := column("基期值依据", "基期值取自哪里,如 2021年统计年鉴", 18, func(k *plan.Known) *string { return &k.BaseBy })
	leader := column("分管市领导", "与责任单位的分管市领导不同时才填", 12, func(k *plan.Known) *string { return &k.Leader })
	return []field[R]{value, by, leader}
}

// natureField is the column 属性.
func natureField[R any](at func(*R) *plan.Known) field[R] {
	return field[R]{heading: "属性", width: 9, list: listNature, hint: "约束性 或 预期性;空白按预期性评价。约束性没有“基本达到”",
		write: func(r *R) string { return at(r).Nature },
		read: func(r *R, e entry) {
			at(r).Nature = e.text
			if e.text != "" && e.text != plan.Expected && e.text != plan.Binding {
				e.refuse(plan.Expected + " 或 " + plan.Binding)
			}
		}}
}

// knownYears are the columns of what is known of a target or an indicator year by
// year.
func knownYearFields[R any](at func(*R) *plan.Known) (before, after []yearField[R]) {
	values := mapField("实际值", "核定的当年数。写明依据的,代替单位原来报的数,并作为修订列出", true, func(r *R) *map[int]string { return &at(r).Values })
	by := mapField("实际值依据", "如 第五次经济普查。写了依据,这个数优先于往年汇总", false, func(r *R) *map[int]string { return &at(r).ValuesBy })
	targets := mapField("计划目标", "当年的计划目标。累计值填当年要新增的数", true, func(r *R) *map[int]string { return &at(r).YearTargets })
	targets.also = []string{"年度目标", "年度计划目标"}
	settled := func(what, hint string, of func(*plan.Settled) *string) yearField[R] {
		return yearField[R]{what: what, hint: hint,
			years: func(r *R) []int { return slices.Collect(maps.Keys(at(r).Settled)) },
			get:   func(r *R, year int) string { s := at(r).Settled[year]; return *of(&s) },
			set: func(r *R, year int, text string) {
				s := at(r).Settled[year]
				*of(&s) = text
				if at(r).Settled == nil {
					at(r).Settled = map[int]plan.Settled{}
				}
				at(r).Settled[year] = s
			}}
	}
	verdict := settled("认定结果", "上级考核或市里已经认定的结果,代替程序的判定;没有的留空", func(s *plan.Settled) *string { return &s.Verdict })
	verdict.list = listVerdict
	ground := settled("认定依据", "如 省考核通报的文号", func(s *plan.Settled) *string { return &s.By })
	return []yearField[R]{values, by}, []yearField[R]{targets, verdict, ground}
}

// spread makes a column of every field and year.
func spread[R any](fields []yearField[R], years []int) (out []field[R]) {
	for _, f := range fields {
		for _, y := range years {
			out = append(out, f.of(y))
		}
	}
	return out
}

// knownYears are the years of the period and all others that something is known of.
func knownYears[R any](period plan.Period, rows []R, fields []yearField[R]) []int {
	years := map[int]bool{}
	for y := period.First; y <= period.Last && period.First > 0 && len(years) < maxYears; y++ {
		years[y] = true
	}
	for i := range rows {
		for _, f := range fields {
			for _, y := range f.years(&rows[i]) {
				years[y] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(years))
}

const maxYears = 50 // a longer period is a slip of the pen

// headedYears returns the years that a field's heading on the sheet names.
func headedYears[R any](headings []string, fields []yearField[R]) []int {
	years := map[int]bool{}
	for _, h := range headings {
		year, rest, ok := strings.Cut(h, "年")
		y, err := strconv.Atoi(year)
		if !ok || err != nil || y < 1900 || y > 9999 {
			continue
		}
		for _, f := range fields {
			if rest == f.what || slices.Contains(f.also, rest) {
				years[y] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(years))
}
