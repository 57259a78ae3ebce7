package catalogue

import (
	"strings"

	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/text"
)

// conflicts: a target of the text and an indicator of the annex that mean the same
// quantity at the same time state it alike.
func (c *checker) conflicts() {
	var targets []measured // of the plan's last year
	for _, t := range c.plan.Targets() {
		if t.Due == "" || t.Due == text.Some(c.plan.Period.Last) {
			targets = append(targets, measured{t, plan.BareMeasure(t.Measure)})
		}
	}
	for i := range c.plan.Indicators {
		in := &c.plan.Indicators[i]
		name := plan.BareMeasure(in.Name)
		for _, m := range targets {
			if (in.Unit == m.target.Unit || in.Unit == "" || m.target.Unit == "") && plan.SameQuantity(name, m.bare) {
				c.conflict(in, m.target)
			}
		}
	}
}

// measured is a target with what it measures, bare.
type measured struct {
	target *plan.Target
	bare   string
}

func (c *checker) conflict(in *plan.Indicator, t *plan.Target) {
	cell := in.Target
	if t.Basis == plan.Growth {
		cell = in.Growth
	}
	figure, ok := figureOf(cell)
	if !ok || figure.Equal(t.Min) && wording(cell) == wording(t.Phrase) {
		return
	}
	c.add(finding.NumberConflict, sheetTargets, t.ID, "目标值", finding.Given(t.Phrase),
		finding.Message("正文与主要指标表对同一目标的说法不一致:主要指标 "+text.Some(in.No)+"“"+in.Name+"”写作“"+cell+"”"))
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
