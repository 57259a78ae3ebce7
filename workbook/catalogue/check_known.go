package catalogue

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/target"
	"tianbao/seeds/text"
)

// knowns: what the coordinator has entered fits the plan: a verdict that was given has
// a word of the plan and a ground, a source has a value, what is said to be the same as
// an indicator has one.
func (c *checker) knowns() {
	for i := range c.plan.Indicators {
		in := &c.plan.Indicators[i]
		c.known(sheetIndicators, text.Some(in.No), &in.Known)
	}
	for it, t := range c.plan.Targets() {
		c.known(sheetTargets, t.ID, &t.Known)
		if t.Same != 0 && c.plan.Indicator(t.Same) == nil {
			c.add(finding.CatalogueLost, sheetTargets, t.ID, "对应指标", finding.Given(text.Some(t.Same)), finding.Expected("“主要指标”表的一个序号"))
		}
		if countingOpen(it, t) {
			c.add(finding.CountingOpen, sheetTargets, t.ID, "新增或存量", finding.Given(t.Phrase))
		}
	}
}

func (c *checker) known(sheet, row string, k *plan.Known) {
	for _, year := range slices.Sorted(maps.Keys(k.Settled)) {
		given := k.Settled[year]
		bare, _, _ := strings.Cut(strings.ReplaceAll(given.Verdict, "（", "("), "(")
		switch {
		case given.Verdict == "":
			c.add(finding.KnownUnfounded, sheet, row, text.Year(year)+"认定结果", finding.Given(finding.Nothing), finding.Message("写了认定依据,没有写认定结果"))
		case !slices.Contains(c.plan.VerdictWords(), bare) && !slices.Contains(plan.Verdicts(), bare):
			c.add(finding.CatalogueCell, sheet, row, text.Year(year)+"认定结果", finding.Given(given.Verdict), finding.Expected(strings.Join(c.plan.VerdictWords(), "、")))
		case given.By == "":
			c.add(finding.KnownUnfounded, sheet, row, text.Year(year)+"认定依据", finding.Given(finding.Nothing), finding.Message("认定结果“"+given.Verdict+"”没有写依据"))
		}
	}
	for _, year := range slices.Sorted(maps.Keys(k.ValuesBy)) {
		if k.Values[year] == "" {
			c.add(finding.KnownUnfounded, sheet, row, text.Year(year)+"实际值", finding.Given(finding.Nothing), finding.Message("写了实际值依据,没有写实际值"))
		}
	}
	if k.Base == "" && k.BaseBy != "" {
		c.add(finding.KnownUnfounded, sheet, row, text.Year(c.plan.Period.Base)+"基期值", finding.Given(finding.Nothing), finding.Message("写了基期值依据,没有写基期值"))
	}
}

// stockWords say that a number is of all there is.
var stockWords = regexp.MustCompile(`达到|总数|总量|拥有|保有|保持|稳定|覆盖|发展到|增加到|扩大到|数达`)

// countingOpen reports whether the text leaves open what a number counts: what is
// new in the period or of all there is: 省级龙头企业70家.
func countingOpen(it *plan.Item, t *plan.Target) bool {
	if t.Basis != plan.Cumulative || t.Counting != "" || t.Place != "" || t.Standard() {
		return false
	}
	said := t.Phrase + t.Measure
	if before, _, ok := strings.Cut(it.Text, t.Phrase); ok {
		said += before[strings.LastIndexAny(before, "。;；")+1:]
	}
	return !target.Adds(said) && !stockWords.MatchString(said) && plan.Counted(t.Unit, t.Phrase+t.Measure, t.Min)
}
