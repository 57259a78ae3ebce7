package check

import (
	"github.com/shopspring/decimal"

	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/templates/layout"
	"tianbao/workbook"
)

// doneButShort: an item that is 已完成 has reached its targets. An average growth
// rate shows only over the years, so that it is not held against one year.
var doneButShort = Rule{
	Code: finding.DoneButShort,
	Whole: func(r *workbook.Return, report Report) {
		items, targets := r.Sheet(layout.Lead), r.Sheet(layout.Targets)
		if items == nil || targets == nil {
			return
		}
		for i := range items.Rows {
			if row := &items.Rows[i]; row.Text(layout.Status) == layout.StatusDone {
				holdTargets(row, targets, report)
			}
		}
	},
}

// holdTargets reports whether the first target of an item is short. How much would be
// enough is not said.
func holdTargets(item *workbook.Row, targets *workbook.Sheet, report Report) {
	for i := range item.Issued.Item.Targets {
		row := targets.Row(item.Issued.Item.Targets[i].ID)
		if row == nil || row.Issued.Target.Basis == plan.Growth {
			continue
		}
		t := row.Issued.Target
		if f, ok := figureOf(row); ok && short(t, f.value, item.Issued.Plan.Tolerance) {
			report(item, layout.Status, finding.Expected("量化目标 "+t.ID+"(现为 "+f.value.String()+")也已达到"))
			return
		}
	}
}

// short reports whether a value has not reached a target. 左右 and 稳定在 allow for
// the plan's tolerance.
func short(t *plan.Target, v decimal.Decimal, tol plan.Tolerance) bool {
	if t.LowerIsBetter() {
		return v.GreaterThan(t.Min)
	}
	switch t.Op {
	case plan.AtMost:
		return v.GreaterThan(t.Max)
	case plan.Below:
		return v.GreaterThanOrEqual(t.Max)
	case plan.Above:
		return v.LessThanOrEqual(t.Min)
	case plan.Equal, plan.About:
		return tol.Share.IsPositive() && v.LessThan(t.Min.Mul(tol.Share).Shift(-2))
	}
	return v.LessThan(t.Min)
}
