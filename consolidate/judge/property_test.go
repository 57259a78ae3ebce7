package judge

import (
	"math/rand/v2"
	"strconv"
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
		s[y] = Value{Number: draw(r, -5, 20), State: []string{"", "最终核实数", "初步数", Pending, Absent}[r.IntN(5)]}
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

func sound(t *testing.T, j Judgement, what string) {
	t.Helper()
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

// A higher value of the report year never makes the verdict worse where more is
// better, nor better where less is.
func TestVerdictsFollowTheValue(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 8))
	for range 1000 {
		in := everyKind[r.IntN(13)]
		year := 2021 + r.IntN(5)
		facts := Facts{Base: num(strconv.Itoa(1 + r.IntN(300))), ProvinceBase: num("9"), Values: Series{}, Growth: Series{}, Province: Series{}, Assigned: Series{}}
		for y := 2021; y <= year; y++ {
			facts.Values[y] = Value{Number: num(strconv.Itoa(1 + r.IntN(10)))}
			facts.Growth[y], facts.Province[y], facts.Assigned[y] = Value{Number: num("8")}, Value{Number: num("6")}, Value{Number: num("14")}
		}
		before := -1
		for _, v := range []string{"1", "2.9", "5.96", "6", "6.04", "7.5", "13", "77.9", "78", "299", "360", "485", "500", "543.2", "560", "1425"} {
			if in.Kind() == plan.KindReduction && num(v).Decimal.GreaterThanOrEqual(hundred) {
				continue // a reduction beyond 100 % is none
			}
			facts.Values[year] = Value{Number: num(v)}
			j, _ := frame(year).Indicator(&in, facts)
			rank := j.Verdict.rank()
			wrong := rank > before
			if in.Kind() == plan.KindCeiling {
				wrong = rank < before
			}
			if before >= 0 && wrong {
				t.Fatalf("%s %d: %s does not follow from a lower value's verdict: %s", in.Name, year, v, j.Basis)
			}
			before = rank
		}
	}
}
