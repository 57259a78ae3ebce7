package office

import (
	"context"
	"maps"
	"slices"
	"strings"

	"tianbao/consolidate"
	"tianbao/consolidate/store"
	"tianbao/seeds/finding"
	"tianbao/seeds/text"
	"tianbao/workbook/intake/register"
)

// Decision is what the coordinator decides of one conflict. A blank Value takes an
// earlier decision back.
type Decision struct{ Value, Basis string }

// RuleOptions are decisions by the key of their conflict; see Conflict.RulingKey.
type RuleOptions struct {
	Job
	Summary   string // of the year, "" where there is none yet
	Decisions map[string]Decision
}

// Ruled is a summary in which decisions were made. Faults says by key why a decision
// cannot stand; where there is one, nothing was written.
type Ruled struct {
	Consolidated
	Faults map[string]string
}

// Rule makes the year's summary anew with further rulings beside those that it holds.
// What comes of it is what consolidate makes of a summary in which they were filled in.
func Rule(ctx context.Context, r RuleOptions) (*Ruled, error) {
	o := ConsolidateOptions{Job: r.Job, Rulings: r.Summary}
	in, err := MergeInput(ctx, o)
	if err == nil {
		err = o.brake(in.Batch)
	}
	if err != nil {
		return nil, err
	}
	o.Output = o.in(SummaryName(in.Year))
	faults, err := r.decide(&in)
	if err != nil || len(faults) > 0 {
		return &Ruled{Faults: faults}, err
	}
	done, err := o.merge(ctx, in)
	if err == nil {
		err = o.write(ctx, in, done)
	}
	if err != nil {
		return nil, err
	}
	return &Ruled{Consolidated: *done}, nil
}

// decide puts the decisions among the rulings, and tries whether they stand.
func (r *RuleOptions) decide(in *consolidate.Input) (faults map[string]string, err error) {
	sum, _, err := consolidate.Merge(*in)
	if err != nil {
		return nil, err
	}
	faults = map[string]string{}
	rulings := &store.Rulings{}
	if in.Rulings != nil {
		rulings.List = slices.Clone(in.Rulings.List)
	}
	left := map[string]bool{}
	for key := range r.Decisions {
		left[key] = true
	}
	for _, c := range sum.Conflicts {
		d, ours := r.Decisions[c.RulingKey()]
		if !ours || !c.Kind.Undecided() {
			continue
		}
		delete(left, c.RulingKey())
		rulings.List = slices.DeleteFunc(rulings.List, func(old store.Ruling) bool { return old.Spot == c.Spot })
		if d.Value = strings.TrimSpace(d.Value); d.Value != "" {
			rulings.List = append(rulings.List, store.Ruling{Spot: c.Spot, Key: c.Key(), Value: plainValue(d.Value), Basis: strings.TrimSpace(d.Basis)})
		}
		if d.Value != "" && strings.TrimSpace(d.Basis) == "" {
			faults[c.RulingKey()] = "请写明核定依据"
		}
	}
	for key := range left {
		faults[key] = "各方数据已有变化,请重新核定"
	}
	in.Rulings = rulings
	return faults, r.try(*in, faults)
}

// plainValue is a number as the summary holds it, other text as it is.
func plainValue(value string) string {
	if d, ok := text.Decimal(value); ok {
		return d.String()
	}
	return value
}

// try merges with the decisions and names those that were not taken.
func (r *RuleOptions) try(in consolidate.Input, faults map[string]string) error {
	sum, findings, err := consolidate.Merge(in)
	if err != nil {
		return err
	}
	for _, c := range sum.Conflicts {
		d, ours := r.Decisions[c.RulingKey()]
		if !ours || d.Value == "" || c.Ruling != nil || faults[c.RulingKey()] != "" {
			continue
		}
		faults[c.RulingKey()] = "这一栏不能填这个值"
		for _, f := range findings {
			if f.Code == finding.RulingUnfit && f.Ref == c.Ref && f.Column == c.Heading(in.Plan) {
				faults[c.RulingKey()] = strings.TrimSuffix("不能填“"+d.Value+"”,应为:"+f.Expected, ",应为:")
			}
		}
	}
	return nil
}

// EnterOptions are what the clerk enters in the register, by unit.
type EnterOptions struct {
	StatusOptions
	Entries map[string]register.Entry
}

// Enter writes the register with what the clerk enters for some units; what is there
// of the others is kept. faults names by unit the day that cannot be read; where there
// is one, nothing is written.
func Enter(ctx context.Context, o EnterOptions) (done *Registered, faults map[string]string, err error) {
	faults = map[string]string{}
	entered := maps.Clone(o.Entries)
	for unit, e := range entered {
		for _, day := range []*string{&e.Received, &e.Extended} {
			if *day == "" {
				continue
			}
			d, ok := text.ReadDayIn(*day, o.Now.Year())
			if !ok {
				faults[unit] = "“" + *day + "”不是日期,请写成 " + o.Now.Format("2006-01-02") + " 的样子"
			}
			*day = d.String()
		}
		entered[unit] = e
	}
	if len(faults) > 0 {
		return nil, faults, nil
	}
	o.entered = entered
	done, err = Status(ctx, o.StatusOptions)
	return done, nil, err
}
