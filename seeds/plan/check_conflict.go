package plan

import (
	"strings"

	"tianbao/workbook/finding"
)

// conflicts: a target of the text and an indicator of the annex that mean the same
// quantity at the same time state it alike.
func (c *checker) conflicts() {
	for i := range c.plan.Indicators {
		in := &c.plan.Indicators[i]
		for j := range c.plan.Items {
			it := &c.plan.Items[j]
			for k := range it.Targets {
				c.conflict(in, it, &it.Targets[k])
			}
		}
	}
}

func (c *checker) conflict(in *Indicator, it *Item, t *Target) {
	if t.Due != "" && t.Due != number(c.plan.Period.Last) || !sameMeasure(in, t) {
		return
	}
	cell := in.Target
	if t.Basis == Growth {
		cell = in.Growth
	}
	figure, ok := figureOf(cell)
	if !ok || figure.Equal(t.Min) && wording(cell) == wording(t.Phrase) {
		return
	}
	c.add(finding.NumberConflict, SheetTargets, t.ID, "目标值", finding.Given(t.Phrase),
		finding.Message("正文与主要指标表对同一目标的说法不一致:主要指标 "+number(in.No)+"“"+in.Name+"”写作“"+cell+"”"))
}

// sameMeasure reports whether a target is about the indicator: one names the other
// and the units agree.
func sameMeasure(in *Indicator, t *Target) bool {
	if t.Unit != in.Unit && t.Unit != "" && in.Unit != "" {
		return false
	}
	name, measure := bareMeasure(in.Name), bareMeasure(t.Measure)
	return len([]rune(measure)) >= 4 && len([]rune(name)) >= 4 && (name == measure || strings.HasSuffix(measure, name) || strings.HasSuffix(name, measure))
}

// bareMeasure leaves out what says nothing of the quantity.
func bareMeasure(text string) string {
	for _, w := range []string{"全市", "我市", "本市", "力争", "年均", "的", " "} {
		text = strings.ReplaceAll(text, w, "")
	}
	return text
}

// wording is how a number is qualified: 以上, 左右, 以内 or not at all.
func wording(text string) string {
	for _, w := range []struct{ kind, words string }{
		{"左右", "左右 上下 约"},
		{"以内", "以内 以下 不超过 控制在"},
		{"以上", "以上 超过 突破 不低于 不少于"},
	} {
		for one := range strings.FieldsSeq(w.words) {
			if strings.Contains(text, one) {
				return w.kind
			}
		}
	}
	return ""
}
