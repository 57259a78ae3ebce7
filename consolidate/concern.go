package consolidate

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"tianbao/consolidate/judge"
	"tianbao/consolidate/store"
	"tianbao/seeds/plan"
	"tianbao/templates/layout"
)

// Concern is something that lags, as leaders want it: what, how far, whose, why, what
// next.
type Concern struct {
	Sheet               layout.SheetKey
	Ref                 string
	Title, Verdict, Gap string
	Units               []string
	Leaders             []string      // 分管市领导, its own or of its units; none where the plan names none
	reason, next        func() string // what units say: of a nation long, and joined where it is drawn
}

// wordAwaited stands where a unit has not given its reason or measure.
const wordAwaited = "待单位说明"

// Concerns lists what lags: indicators, targets, then items by what their leads say of
// themselves.
func (s *Summary) Concerns() []Concern {
	var list []Concern
	add := func(c Concern, known *plan.Known) {
		c.Leaders = s.Names.LeadersOf(known, c.Units)
		list = append(list, c)
	}
	for _, l := range s.Indicators {
		if l.Verdict.Verdict.Bad() {
			add(Concern{Sheet: layout.Indicators, Ref: strconv.Itoa(l.No), Title: l.Label(), Verdict: l.Verdict.Words(), Gap: l.Verdict.Gap,
				Units: l.Units, reason: said(l.Records, layout.Reason), next: said(l.Records, layout.Measures)}, &l.Known)
		}
	}
	leads := map[string][]*store.Record{}
	for _, l := range s.Items {
		leads[l.Ref] = l.Leads
	}
	for _, l := range s.Targets {
		if l.Verdict.Verdict.Bad() {
			add(Concern{Sheet: layout.Targets, Ref: l.ID, Title: l.Statement(), Verdict: l.Verdict.Words(), Gap: l.Verdict.Gap,
				Units: l.Item.LeadUnits(), reason: said(l.Records, layout.Reason), next: func() string {
					return cmp.Or(Said(l.Records, layout.Measures), Said(leads[l.Item.Ref], layout.Next))
				}}, &l.Known)
		}
	}
	for _, l := range s.Items {
		if word := l.StatusWord(); layout.Behind(word) {
			add(Concern{Sheet: layout.Lead, Ref: l.Ref, Title: l.Title, Verdict: word,
				Units: l.LeadUnits(), reason: said(l.Leads, layout.Problems), next: said(l.Leads, layout.Next)}, &plan.Known{})
		}
	}
	return list
}

// said is what units say in a column, joined when it is asked for.
func said(records []*store.Record, col layout.Key) func() string {
	return func() string { return Said(records, col) }
}

// Reason is why it lags, in the units' words; wordAwaited where they have not said.
func (c *Concern) Reason() string { return cmp.Or(c.reason(), wordAwaited) }

// Next is what the units will do about it; wordAwaited where they have not said.
func (c *Concern) Next() string { return cmp.Or(c.next(), wordAwaited) }

// NothingLags is said where no concern is known: that none lags, or that nothing can be
// judged yet.
func (s *Summary) NothingLags() string {
	known := slices.ContainsFunc(append(s.IndicatorVerdicts(), s.TargetVerdicts()...), func(v judge.Verdict) bool { return v != judge.Unknown }) ||
		slices.ContainsFunc(s.Items, func(l *ItemLine) bool { return l.StatusWord() != WordMissing })
	if !known {
		return "目前没有可以判定的数据,滞后情况待各单位报送后汇总。"
	}
	return "没有滞后的主要指标、量化目标和重点任务。"
}

// Leader names the leaders in charge, "" where the plan names none.
func (c *Concern) Leader() string { return strings.Join(c.Leaders, "、") }

// Owner names the units that answer.
func (c *Concern) Owner() string { return strings.Join(c.Units, "、") }

// Charge is what lags in the charge of one leader, or of several together.
type Charge struct {
	Leader   string // "" where the plan names none
	Concerns []Concern
}

// Charges parts what lags by leader, in the order of the plan's units, those of no
// known leader last.
func (s *Summary) Charges() []Charge {
	rank := map[string]int{}
	for i := range s.Plan.Units {
		if l := s.Plan.Units[i].Leader; l != "" && rank[l] == 0 {
			rank[l] = len(rank) + 1
		}
	}
	var list []Charge
	for _, c := range s.Concerns() {
		i := slices.IndexFunc(list, func(one Charge) bool { return one.Leader == c.Leader() })
		if i < 0 {
			i = len(list)
			list = append(list, Charge{Leader: c.Leader()})
		}
		list[i].Concerns = append(list[i].Concerns, c)
	}
	order := func(c Charge) (int, int) {
		first := c.Concerns[0].Leaders
		if len(first) == 0 {
			return len(rank) + 1, 0
		}
		return rank[first[0]], len(first)
	}
	slices.SortStableFunc(list, func(a, b Charge) int {
		x, many := order(a)
		y, more := order(b)
		return cmp.Or(cmp.Compare(x, y), cmp.Compare(many, more), cmp.Compare(a.Leader, b.Leader))
	})
	return list
}
