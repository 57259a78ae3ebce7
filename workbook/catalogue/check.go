package catalogue

import (
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/text"
)

// Check returns what is odd about a plan, wherever it came from: numbers left
// out, names that are not in the register, sums that do not add up, the same
// number stated in two ways, what wants confirming. It changes nothing.
func Check(p *plan.Plan) finding.List {
	c := &checker{plan: p, directory: newDirectory(p)}
	for _, rule := range []func(){
		c.period, c.numbering, c.clauses, c.names, c.twins, c.groups, c.owners,
		c.doubts, c.totals, c.nearTotals, c.rises, c.conflicts, c.knowns, c.advertising,
	} {
		rule()
	}
	return c.found
}

// Review returns the findings together with those of Check that they do not hold
// yet: reading a document or a catalogue reports some of the same, with the place.
func Review(p *plan.Plan, found finding.List) finding.List {
	all := append(finding.List{}, found...)
	for _, f := range Check(p) {
		if !said(found, &f) {
			all = append(all, f)
		}
	}
	return all
}

func said(found finding.List, f *finding.Finding) bool {
	for i := range found {
		g := &found[i]
		if g.Code != f.Code {
			continue
		}
		if g.Given == f.Given && (g.Ref == f.Ref || g.Ref == "" || f.Ref == "") ||
			f.Code == finding.NumberGap && f.Ref != "" && g.Ref == f.Ref {
			return true
		}
	}
	return false
}

type checker struct {
	plan      *plan.Plan
	directory *directory
	found     finding.List
}

// add reports about a row of a catalogue sheet.
func (c *checker) add(code finding.Code, sheet, row, column string, opts ...finding.Option) {
	at := []finding.Option{finding.At(finding.Place{Sheet: sheet}), finding.Row(row), finding.Column(column)}
	c.found.Add(code, append(at, opts...)...)
}

// period: the years of the plan are known and in order.
func (c *checker) period() {
	y := c.plan.Period
	if y.Base < 1 || y.First <= y.Base || y.Last < y.First {
		c.add(finding.PeriodUnclear, sheetPlan, "", "", finding.Given(strconv.Itoa(y.Base)+"、"+strconv.Itoa(y.First)+"、"+strconv.Itoa(y.Last)))
	}
}

// clauses: every item has somebody who leads it, and nobody leads and supports it.
func (c *checker) clauses() {
	seen := map[string]bool{}
	for i := range c.plan.Items {
		it := &c.plan.Items[i]
		if seen[it.Ref] {
			c.add(finding.RefTwice, sheetItems, it.Ref, "编号", finding.Given(it.Ref))
		}
		seen[it.Ref] = true
		switch {
		case len(it.Lead) > 0:
		case len(it.Support) > 0:
			c.add(finding.LeadMissing, sheetItems, it.Ref, "牵头单位", finding.Given(it.Clause))
		case it.Clause != "":
			c.add(finding.ClauseUnclear, sheetItems, it.Ref, "牵头单位", finding.Given(it.Clause))
		default:
			c.add(finding.ClauseMissing, sheetItems, it.Ref, "牵头单位")
		}
		c.both(it)
	}
}

// both reports a unit that the clause names on both sides. A group that happens to
// hold a lead unit is not meant to.
func (c *checker) both(it *plan.Item) {
	leads := map[string]bool{}
	for _, u := range it.LeadUnits() {
		leads[u] = true
	}
	for _, s := range it.Support {
		if len(s.Units) == 1 && leads[s.Units[0]] && plan.NameKey(s.Name) != "" {
			if _, group, _ := c.directory.expand(s.Name); !group {
				c.add(finding.LeadSupports, sheetItems, it.Ref, "配合单位", finding.Given(s.Name))
			}
		}
	}
}

// groups: a name that stands for several units says which.
func (c *checker) groups() {
	for _, g := range c.plan.Groups {
		if len(g.Members) == 0 && !g.Nobody {
			c.add(finding.GroupEmpty, sheetUnits, g.Name, "集合成员", finding.Given(g.Name))
		}
		for _, m := range g.Members {
			if _, _, known := c.directory.expand(m); !known {
				c.unknown(m, sheetUnits, g.Name, "集合成员", false)
			}
		}
	}
}

// owners: every indicator has a unit that answers for it.
func (c *checker) owners() {
	for i := range c.plan.Indicators {
		in := &c.plan.Indicators[i]
		row := text.Some(in.No)
		if len(in.Units) == 0 {
			c.add(finding.LeadMissing, sheetIndicators, row, "责任单位", finding.Given(in.Name),
				finding.Message("主要指标没有责任单位"), finding.Hint("请在任务清单的“主要指标”表中补填责任单位"))
		}
		for _, names := range [][]string{in.Units, in.DataUnits} {
			for _, u := range names {
				if _, _, known := c.directory.expand(u); !known {
					c.unknown(u, sheetIndicators, row, "责任单位", slices.Contains(in.Units, u))
				}
			}
		}
	}
}

// doubts: what the importer marked.
func (c *checker) doubts() {
	for _, t := range c.plan.Targets() {
		if t.Doubt != "" {
			c.add(finding.TargetDoubt, sheetTargets, t.ID, doubtful, finding.Given(t.Phrase), finding.Message("量化目标待确认,"+t.Doubt))
		}
	}
}

// rises: a level and its rise over the base fit the base, where it is known.
func (c *checker) rises() {
	for i := range c.plan.Indicators {
		in := &c.plan.Indicators[i]
		if in.Kind() != plan.KindRise || in.Base == "" {
			continue
		}
		target, ok1 := figureOf(in.Target)
		rise, ok2 := figureOf(in.Growth)
		base, ok3 := figureOf(in.Base)
		if ok1 && ok2 && ok3 && !target.Sub(rise).Equal(base) {
			c.add(finding.BaseMismatch, sheetIndicators, text.Some(in.No), "基期值", finding.Given(in.Base),
				finding.Expected(target.String()+"-"+rise.String()+"="+target.Sub(rise).String()))
		}
	}
}

// figureOf is the number in a cell of the annex such as 52以上 or [1.3].
func figureOf(cell string) (decimal.Decimal, bool) {
	words := text.Marks(cell)
	from := strings.IndexAny(words, "0123456789")
	if from < 0 {
		return decimal.Zero, false
	}
	to := from
	for to < len(words) && strings.IndexByte("0123456789.", words[to]) >= 0 {
		to++
	}
	return text.Decimal(strings.TrimRight(words[from:to], "."))
}
