package judge

import (
	"github.com/shopspring/decimal"

	"tianbao/seeds/finding"
	"tianbao/seeds/text"
)

// rise judges a level stated together with its rise over the base ([1.3]): value
// less base against the rise's share of the years gone by. It is never a sum of
// yearly values. Target less rise must be the base; where the plan gives no base,
// that is the base. In the last year both are judged and the worse counts.
func (f Frame) rise(l level, up goal, s Series) (Judgement, finding.List) {
	var list finding.List
	implied := l.Sub(up.Decimal)
	note := ""
	switch {
	case !l.base.Valid:
		l.base = some(implied)
		note = "基期值由目标" + l.Decimal.String() + "减" + up.Decimal.String() + "推得;"
	case !l.base.Decimal.Equal(implied):
		list.Add(finding.RiseAgainstBase,
			finding.Given("基期值"+l.base.Decimal.String()),
			finding.Expected("目标"+l.Decimal.String()+"减提高值"+up.Decimal.String()+"等于"+implied.String()))
		note = "基期值与“目标减提高值”(" + implied.String() + ")不符;"
	}
	return f.judged(s, false, func(year int) Judgement {
		value := s[year].Number.Decimal
		j := f.riseAt(l, up, value, year)
		if f.final(year) && !l.reached(value) {
			end := f.levelAt(l, value, year)
			end.Basis = j.Basis + ";水平:" + end.Basis
			j = worse(j, end)
			j.Basis = end.Basis
		}
		j.Basis = note + j.Basis
		return j
	}), list
}

func (f Frame) riseAt(l level, up goal, value decimal.Decimal, year int) Judgement {
	k, n := f.elapsed(year), f.span()
	got := value.Sub(l.base.Decimal)
	want := quotient(up.Mul(decimal.NewFromInt(int64(k))), decimal.NewFromInt(int64(n))).Round(settled)
	j := Judgement{Year: year, Actual: some(got), Required: some(want), Own: some(l.base.Decimal.Add(want)), Completion: share(got, up.Decimal)}
	j.Got, j.Want = "比"+text.Year(f.Period.Base)+"提高"+got.String()+l.unit, "提高"+apart(want, got, up.places+1)+l.unit
	o, how := missed, ""
	switch {
	case l.reached(value) && got.GreaterThanOrEqual(up.Decimal):
		o = early
	case got.GreaterThanOrEqual(want):
		o = met
	default:
		j.Gap = "少提高" + seen(want.Sub(got), up.places+1) + l.pointUnit()
		how = "," + j.Gap
		if !l.binding {
			ok, part := f.nearly(got, want)
			how += ",完成应增量的" + part + "%"
			if ok {
				o = near
			}
		}
	}
	j.Verdict = f.verdict(year, o)
	j.Basis = "比" + text.Year(f.Period.Base) + "基期提高:" + value.String() + "-" + l.base.Decimal.String() + "=" + got.String() + l.unit +
		",按" + paceText(k, n) + "进度应提高" + apart(want, got, up.places+1) + l.unit + "(目标提高" + up.Decimal.String() + l.unit + ")" + how
	if left := f.left(year); left > 0 && o != early {
		rest := up.Sub(got)
		j.Remaining = "还需提高" + rest.String() + l.unit + "," + f.yearlyText(year) + "需提高" + brief(quotient(rest, decimal.NewFromInt(int64(left))), up.places+1) + l.unit
	}
	return j
}
