package plan

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// LeadersOf names the leaders in charge of a target or an indicator: its own, else
// those of the units that answer for it, each once.
func (n Names) LeadersOf(k *Known, units []string) []string {
	if k.Leader != "" {
		return []string{k.Leader}
	}
	var leaders []string
	for _, name := range units {
		if u := n[name]; u != nil && u.Leader != "" && !slices.Contains(leaders, u.Leader) {
			leaders = append(leaders, u.Leader)
		}
	}
	return leaders
}

// Reference is in words what the catalogue holds of an indicator by year, beside what
// has a column of its own.
func (in *Indicator) Reference(period Period) string {
	province := maps.Clone(in.Province)
	if in.ProvinceBase != "" {
		if province == nil {
			province = map[int]string{}
		}
		province[period.Base] = in.ProvinceBase
	}
	return said(byYear("全省", province), byYear("全国", in.Nation), byYear("省下达目标", in.Assigned), in.Known.Reference())
}

// Reference is in words what the catalogue holds of a target by year.
func (k *Known) Reference() string {
	return byYear("计划目标", k.YearTargets)
}

// Grounds says where the figures that the catalogue holds are from.
func (k *Known) Grounds(period Period) string {
	return said(because(strconv.Itoa(period.Base)+"年基期值", k.BaseBy), byYear("实际值", k.ValuesBy))
}

// Grounds says where the figures of an indicator are from, and why its target was
// adjusted.
func (in *Indicator) Grounds(period Period) string {
	return said(in.Known.Grounds(period), because("目标调整为"+in.Adjusted, in.AdjustedBy))
}

// Rulings says which verdicts were given, in which year and why.
func (k *Known) Rulings() string {
	words := map[int]string{}
	for year, one := range k.Settled {
		words[year] = one.Verdict
		if one.By != "" {
			words[year] += "(" + one.By + ")"
		}
	}
	return byYear("", words)
}

func because(what, by string) string {
	if by == "" {
		return ""
	}
	return what + ":" + by
}

// byYear prints what is known of years: 全省 2021年9.1、2022年9.8.
func byYear(what string, values map[int]string) string {
	var words []string
	for _, year := range slices.Sorted(maps.Keys(values)) {
		if values[year] != "" {
			words = append(words, strconv.Itoa(year)+"年"+values[year])
		}
	}
	if len(words) == 0 {
		return ""
	}
	return strings.TrimSpace(what + " " + strings.Join(words, "、"))
}

// said joins what there is to say.
func said(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), ";")
}
