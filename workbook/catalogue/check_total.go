package catalogue

import (
	"strings"

	"github.com/shopspring/decimal"

	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/target"
)

// totals: the parts of a sum that the plan keeps add up to it.
func (c *checker) totals() {
	all := map[string]*plan.Target{}
	for _, t := range c.plan.Targets() {
		all[t.ID] = t
	}
	for _, total := range c.plan.Totals {
		var parts []*plan.Target
		for _, id := range total.Parts {
			if part := all[id]; part != nil {
				parts = append(parts, part)
			}
		}
		if whole := all[total.Sum]; whole != nil && len(parts) == len(total.Parts) {
			c.total(whole, parts)
		}
	}
}

func (c *checker) total(whole *plan.Target, parts []*plan.Target) {
	sum, terms := addUp(parts)
	if !sum.Equal(whole.Min) {
		c.add(finding.PlanTotal, sheetTargets, whole.ID, "目标值",
			finding.Given(whole.Min.String()), finding.Expected(terms+"="+sum.String()))
	}
}

func addUp(parts []*plan.Target) (sum decimal.Decimal, terms string) {
	var all []string
	for _, p := range parts {
		sum = sum.Add(p.Min)
		all = append(all, p.Min.String())
	}
	return sum, strings.Join(all, "+")
}

// nearTotals: numbers that the text calls parts of another (其中, 包括) and that
// miss it by little, or exceed it. Parts that are much less are examples only.
func (c *checker) nearTotals() {
	kept := map[string]bool{}
	for _, t := range c.plan.Totals {
		kept[t.Sum] = true
	}
	for i := range c.plan.Items {
		it := &c.plan.Items[i]
		for _, s := range target.Sums(it) {
			if !kept[it.Targets[s.Whole].ID] {
				c.nearTotal(it, s.Whole, s.Parts)
			}
		}
	}
}

func (c *checker) nearTotal(it *plan.Item, whole int, at []int) {
	t := &it.Targets[whole]
	var parts []*plan.Target
	for _, i := range at {
		p := &it.Targets[i]
		if p.Unit != t.Unit || p.Op == plan.Between || t.Op == plan.Between || p.Doubt != "" || p.Basis != t.Basis {
			break
		}
		parts = append(parts, p)
	}
	sum, _ := addUp(parts)
	if len(parts) > 1 && (sum.GreaterThan(t.Min) || sum.GreaterThanOrEqual(t.Min.Mul(nearShare))) {
		c.total(t, parts)
	}
}

// nearShare is the part of the whole from which parts are taken for all of it.
var nearShare = decimal.New(95, -2)
