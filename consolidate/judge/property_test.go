package judge

import (
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"tianbao/seeds/plan"
)

// draw makes a number with up to three decimals, now and then an extreme one.
func draw(r *rand.Rand, low, high int) decimal.NullDecimal {
	switch r.IntN(40) {
	case 0:
		return decimal.NullDecimal{}
	case 1:
		return num("0")
	case 2:
		return num("999999999999999")
	case 3:
		return num("-999999999999999")
	}
	return decimal.NewNullDecimal(decimal.New(int64(low*1000+r.IntN((high-low)*1000)), -int32(r.IntN(4))))
}

func drawSeries(r *rand.Rand, last int) Series {
	s := Series{}
	for y := 2021; y <= last; y++ {
		s[y] = Value{Number: draw(r, -5, 20), State: []string{"", "最终核实数", "初步数", Pending, Absent, Estimate, Apart, NotApplicable}[r.IntN(8)]}
	}
	return s
}

var everyKind = []plan.Indicator{gdp, income, retail, hightech, doctors, grain, energy, jobless, lifespan, research, patents, intensity, air,
	{No: 30, Name: "城镇新增就业", Unit: "万人", Target: "-", Growth: "[25]"}, {No: 31, Name: "说不清的指标", Unit: "个", Target: "有所提高", Growth: "-"}}

// Whatever is reported, there is an answer with its reason, and no panic.
func TestThereIsAlwaysAnAnswerWithItsBasis(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	for range 4000 {
		in := everyKind[r.IntN(len(everyKind))]
		year := 2021 + r.IntN(5)
		if r.IntN(3) == 0 {
			in.YearTargets = map[int]string{year: "2.9"}
		}
		facts := Facts{Base: draw(r, 0, 400), ProvinceBase: draw(r, 0, 20), Values: drawSeries(r, year), Growth: drawSeries(r, year), Province: drawSeries(r, year), Assigned: drawSeries(r, year)}
		j, _ := frame(year).Indicator(&in, facts)
		sound(t, j, in.Name)
		target := target([]plan.Basis{plan.Level, plan.Cumulative, plan.Annual, plan.Growth}[r.IntN(4)], []plan.Op{plan.AtLeast, plan.Above, plan.AtMost, plan.Below, plan.Equal, plan.About, plan.Between}[r.IntN(7)],
			"个", strconv.Itoa(2019+r.IntN(9))+"年底", []string{"0", "3", "10.5", "-2"}[r.IntN(4)], "12")
		sound(t, frame(year).Target(&target, TargetFacts{Base: draw(r, 0, 20), Yearly: facts.Values, ToDate: facts.Growth}), string(target.Basis)+string(target.Op))
	}
}

// manyDigits are more decimals than anybody wants to read.
var manyDigits = regexp.MustCompile(`\.[0-9]{6}`)

func sound(t *testing.T, j Judgement, what string) {
	t.Helper()
	if (j.Want != "") != j.Required.Valid || manyDigits.MatchString(j.Got+j.Want) {
		t.Errorf("%s: compared %q with %q, required is %v", what, j.Got, j.Want, j.Required)
	}
	switch {
	case j.Basis == "" || j.Verdict == "":
		t.Fatalf("%s: %+v", what, j)
	case (j.Verdict == Unknown) != (j.Reason != ""):
		t.Fatalf("%s: an unknown verdict has a reason, another has none: %+v", what, j)
	case j.Verdict != Unknown && (!j.Actual.Valid || !j.Required.Valid || j.Year == 0):
		t.Fatalf("%s: a verdict without the numbers it rests on: %+v", what, j)
	case j.Verdict.Bad() && j.Gap == "":
		t.Fatalf("%s: behind without a gap: %+v", what, j)
	}
}

// levels draws a run of plausible years, and now and then a state.
func plausible(r *rand.Rand, in *plan.Indicator, year int) Facts {
	goal, ok := in.Goal()
	if !ok {
		goal = decimal.NewFromInt(10)
	}
	f := Facts{Base: some(goal.Mul(decimal.New(int64(500+r.IntN(600)), -3))), ProvinceBase: num("9"), Values: Series{}, Growth: Series{}, Province: Series{}, Assigned: Series{}}
	if r.IntN(4) == 0 {
		f.Base = decimal.NullDecimal{}
	}
	for y := 2021; y <= year; y++ {
		if y < year && r.IntN(8) == 0 {
			continue
		}
		f.Values[y] = Value{Number: some(goal.Mul(decimal.New(int64(500+r.IntN(700)), -3)).Round(2))}
		f.Growth[y], f.Province[y], f.Assigned[y] = Value{Number: num(strconv.Itoa(5 + r.IntN(6)))}, Value{Number: num("8")}, Value{Number: num("14")}
	}
	return f
}

// A better figure of the report year, all else equal, never makes the verdict worse:
// of every kind, state, year and nature.
func TestABetterFigureNeverMakesAVerdictWorse(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 8))
	for range 3000 {
		in := everyKind[r.IntN(len(everyKind)-2)]
		if r.IntN(2) == 0 {
			in = binding(in)
		}
		year := 2021 + r.IntN(5)
		facts := plausible(r, &in, year)
		state := []string{"最终核实数", Estimate}[r.IntN(2)]
		value, ok := facts.Values[year], false
		before := -1
		for range 12 {
			facts.Values[year] = Value{Number: value.Number, State: state}
			j, _ := frame(year).Indicator(&in, facts)
			rank := j.Verdict.rank()
			if ok && rank > before {
				t.Fatalf("%s %d: %s is worse than what a worse figure got: %s %s", in.Name, year, value.Number.Decimal, j.Words(), j.Basis)
			}
			before, ok = rank, true
			step := value.Number.Decimal.Abs().Mul(decimal.New(int64(10+r.IntN(80)), -3)).Add(decimal.New(1, -2))
			if in.Kind() == plan.KindCeiling {
				step = step.Neg()
			}
			value.Number.Decimal = value.Number.Decimal.Add(step)
			if in.Kind() == plan.KindReduction && value.Number.Decimal.GreaterThanOrEqual(hundred) {
				break
			}
		}
	}
}

// The same of targets.
func TestABetterFigureNeverMakesATargetsVerdictWorse(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 9))
	for range 3000 {
		ops := []plan.Op{plan.AtLeast, plan.Above, plan.Equal, plan.About, plan.Between, plan.AtMost, plan.Below}
		tg := target([]plan.Basis{plan.Level, plan.Cumulative, plan.Annual, plan.Growth}[r.IntN(4)], ops[r.IntN(len(ops))],
			[]string{"个", "亿元", "%", "年一遇"}[r.IntN(4)], []string{"2025", "2023年底", "每年"}[r.IntN(3)], strconv.Itoa(2+r.IntN(60)))
		down := tg.Op == plan.AtMost || tg.Op == plan.Below
		if down && (tg.Basis == plan.Growth || tg.Standard()) {
			continue
		}
		year := 2021 + r.IntN(5)
		facts := TargetFacts{Yearly: Series{}, ToDate: Series{}}
		if r.IntN(2) == 0 {
			facts.Base = num(strconv.Itoa(r.IntN(80)))
		}
		for y := 2021; y < year; y++ {
			facts.Yearly[y], facts.ToDate[y] = Value{Number: num(strconv.Itoa(r.IntN(20)))}, Value{Number: num(strconv.Itoa(r.IntN(70)))}
		}
		before := -1
		for i := range 30 {
			v := decimal.New(int64(i*30), -1)
			if down {
				v = decimal.New(int64(900-i*30), -1)
			}
			facts.Yearly[year], facts.ToDate[year] = Value{Number: some(v)}, Value{Number: some(v)}
			j := frame(year).Target(&tg, facts)
			if before >= 0 && j.Verdict.rank() > before && (facts.Base.Valid || year > 2021) {
				t.Fatalf("%s %s %s %d: %s is worse than what a worse figure got: %s %s", tg.Basis, tg.Op, tg.Unit, year, v, j.Words(), j.Basis)
			}
			before = j.Verdict.rank()
		}
	}
}

// Figures and target scaled together keep their verdict where nothing is rounded or
// in points.
func TestScalingFiguresAndTargetTogetherChangesNoVerdict(t *testing.T) {
	r := rand.New(rand.NewPCG(10, 10))
	factor := decimal.NewFromInt(1000)
	scale := func(s Series) Series {
		out := Series{}
		for y, v := range s {
			v.Number.Decimal = v.Number.Decimal.Mul(factor)
			out[y] = v
		}
		return out
	}
	for range 1500 {
		in := plan.Indicator{No: 1, Name: "产值", Unit: "亿元", Growth: "-"}
		in.Target = []string{"120", "500左右", "稳定在300左右", "稳定在300以上", "突破90"}[r.IntN(5)]
		year := 2021 + r.IntN(5)
		facts := plausible(r, &in, year)
		large, more := in, facts
		goal, _ := in.Goal()
		large.Target = strings.Replace(in.Target, goal.String(), goal.Mul(factor).String(), 1)
		more.Values = scale(facts.Values)
		more.Base.Decimal = facts.Base.Decimal.Mul(factor)
		a, _ := frame(year).Indicator(&in, facts)
		b, _ := frame(year).Indicator(&large, more)
		if a.Words() != b.Words() {
			t.Fatalf("%s %d: %s, a thousand times as large %s\n%s\n%s", in.Target, year, a.Words(), b.Words(), a.Basis, b.Basis)
		}
	}
}

// The order in which years became known changes nothing.
func TestTheOrderInWhichYearsArriveChangesNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 11))
	for range 500 {
		in := everyKind[r.IntN(len(everyKind))]
		year := 2021 + r.IntN(5)
		facts := plausible(r, &in, year)
		a, _ := frame(year).Indicator(&in, facts)
		again := facts
		again.Values, again.Growth = Series{}, Series{}
		years := r.Perm(year - 2020)
		for _, i := range years {
			if v, ok := facts.Values[2021+i]; ok {
				again.Values[2021+i] = v
			}
			if v, ok := facts.Growth[2021+i]; ok {
				again.Growth[2021+i] = v
			}
		}
		if b, _ := frame(year).Indicator(&in, again); a.Words() != b.Words() || a.Basis != b.Basis {
			t.Fatalf("%s: %s, then %s", in.Name, a.Words(), b.Words())
		}
	}
}

func TestThePathIsInTheMeasureOfTheYearsFigure(t *testing.T) {
	for _, c := range []struct {
		name  string
		in    plan.Indicator
		year  int
		facts Facts
		path  string
	}{
		{"a rate against the target's rate", gdp, 2024, Facts{Values: series(2021, "6.9 3.4 6.2 6.1")}, "7.5"},
		{"a level against its line", hightech, 2024, Facts{Base: num("185"), Values: series(2024, "318")}, "325"},
		{"above the province: the province's rate of the year", research, 2023, Facts{Values: series(2021, "12 10 9"), Province: series(2021, "11 10.5 9.4")}, "9.4"},
		{"the province's average: the ratio of it that is wanted", patents, 2024, Facts{Base: num("5.0"), ProvinceBase: num("8.8"), Values: series(2024, "9.1"), Province: series(2024, "12.5")}, "11.425"},
		{"the province's average reached: the average", patents, 2024, Facts{Values: series(2024, "12.5"), Province: series(2024, "12.5")}, "12.5"},
		{"a rise: base and rise together", lifespan, 2024, Facts{Base: num("76.7"), Values: series(2024, "77.9")}, "77.74"},
		{"a reduction: that of one year", intensity, 2024, Facts{Assigned: series(2021, "14 14 14 14"), Values: series(2021, "3.0 3.5 2.5 2.8")}, "2.97"},
		{"no base ratio: no path", patents, 2024, Facts{Base: num("5.0"), Values: series(2024, "9.1"), Province: series(2024, "12.5")}, ""},
	} {
		j, _ := frame(c.year).Indicator(&c.in, c.facts)
		path := ""
		if p := j.Path(); p.Valid {
			path = p.Decimal.String()
		}
		if path != c.path {
			t.Errorf("%s: %s, want %s (%s)", c.name, path, c.path, j.Basis)
		}
	}
}
