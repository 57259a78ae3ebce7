package target

import (
	"strings"
	"unicode/utf8"

	"tianbao/seeds/plan"
)

// basis returns what kind of number the figure is, and why that is doubtful
// where it is. A stock to be reached is a level, what is built or added over the
// period is cumulative; a member of an enumeration without words of its own
// goes with the one before it.
func (v view) basis() (plan.Basis, string) {
	f := v.head
	switch {
	case f.boxed:
		return plan.Cumulative, ""
	case f.grows:
		return plan.Growth, ""
	case f.class == classShare && v.words().beside(v.left):
		return plan.Level, "与另一个数相比的差,请核对怎样考核"
	case f.class == classShare && v.growsYearly():
		return plan.Growth, ""
	case v.yearly():
		return plan.Annual, ""
	case f.class == classShare:
		return v.share()
	case f.class == classQuality && v.of("change").Tail(v.left):
		return plan.Cumulative, ""
	case f.unit == "" || f.class == classQuality:
		return plan.Level, ""
	}
	return v.ofThings()
}

// growsYearly reports whether it is a rate by which something grows each year: 年均增长, 增速.
func (v view) growsYearly() bool {
	left := strings.ReplaceAll(v.left, "自然增长率", "")
	_, each, yearly := strings.Cut(left, "年均")
	return v.of("growth.yearly").In(left) || yearly && (v.of("growth").In(each) || v.of("op.down").In(each) || v.of("op.up").In(each))
}

// beside reports whether words hold a number against another: 增速高于全国平均.
func (v *vocabulary) beside(words string) bool {
	at := v.Of("gap").Index(words)
	if at < 0 {
		return false
	}
	rest := v.Of("gap").TrimHead(words[at:])
	return utf8.RuneCountInString(rest) > 1 && !strings.ContainsAny(rest, digits)
}

// isGrowth reports whether it is a rate of growth.
func (v view) isGrowth() bool {
	b, _ := v.basis()
	return b == plan.Growth
}

// share is the basis of a percentage.
func (v view) share() (plan.Basis, string) {
	if past := v.reader.past; v.hopes() && past.basis != "" && past.class == classShare && len(v.reader.found) > 0 && v.reader.found[len(v.reader.found)-1].Unit == v.head.unit {
		return past.basis, "" // 增长8%,力争达到10%
	}
	told := strings.Contains(v.clauseBefore(), "累计")
	change, growth := v.of("change").Tail(v.left), v.of("growth").Tail(v.left)
	switch {
	case v.head.before == opAtLeast && !change && !growth:
		return plan.Level, ""
	case change, growth && (told || v.head.unit == "倍"), v.head.before == opNone && v.of("op.down").Head(v.left) > 0:
		return plan.Cumulative, ""
	case growth && v.reader.period.Last > 0 && v.reader.period.First == v.reader.period.Last:
		return plan.Growth, "" // a plan of one year leaves no choice
	case growth:
		return plan.Growth, "未写明是年均还是累计增长"
	}
	return plan.Level, ""
}

// ofThings is the basis of a count or quantity.
func (v view) ofThings() (plan.Basis, string) {
	own := v.words().deedOf(v.left)
	past := v.reader.past
	if v.head.class == classCount && strings.HasPrefix(v.left, "建成区") { // 建成|区知识产权工作站6家
		own = deedAdds
	}
	switch {
	case v.turned(), v.served(), v.honoured(), v.triedIn(), v.doneFor(), v.carried(), v.ofProjects(),
		strings.HasSuffix(v.left, "等") && v.of("deed.drives").In(v.left):
		return plan.Cumulative, ""
	case v.sizeOf() != "":
		return plan.Level, ""
	case sums(v.due) && (v.due.from >= v.clause.from || !v.reaches()) || own == deedGains || v.of("deed.drives").Tail(v.left):
		return plan.Cumulative, ""
	case v.of("deed.flows").In(v.left), v.of("change").Tail(v.left) && v.head.before == opNone:
		return plan.Cumulative, ""
	case v.hopes() && past.basis == plan.Cumulative && past.class == v.head.class:
		return plan.Cumulative, ""
	case v.reaches():
		return plan.Level, ""
	case v.of("stock.whole").Tail(strings.TrimSuffix(v.left, "为")), v.of("per.head").In(v.left):
		return plan.Level, ""
	case own == deedAdds && !(v.head.class == classAmount && v.words().stocked(v.left)):
		return plan.Cumulative, ""
	case v.words().stocked(v.left):
		return plan.Level, ""
	case v.among() && past.basis != "":
		return v.partOf()
	case past.deed != deedNone && past.basis != "" && past.basis != plan.Growth:
		return past.basis, ""
	case past.deed != deedNone:
		return plan.Cumulative, ""
	case past.basis == plan.Level || past.basis == plan.Cumulative:
		if past.class == v.head.class {
			return past.basis, ""
		}
	}
	return plan.Level, ""
}

// yearly reports whether it is a number to be met each year. 每年 holds for its own clause; in
// the clauses after it for what is done, not for stocks and rates.
func (v view) yearly() bool {
	if strings.HasSuffix(v.left, "年均") && v.head.class != classShare {
		return true
	}
	if !v.due.annual || v.due.from >= v.clause.from {
		return v.due.annual
	}
	return v.head.class != classShare && !v.reaches() && !v.words().stocked(v.left)
}

// reaches reports whether it is a number that a stock comes to.
func (v view) reaches() bool {
	return v.words().reached(v.reader.script.view(v.from)[v.from:v.number])
}

// hopes reports whether it is a better value of what was just stated: 新增10家以上,力争达到15家.
func (v view) hopes() bool {
	return v.left == "力争" || v.left == "争取" || v.left == "力争达" || v.left == "力争增长"
}

// among reports whether it is a part of what was stated before: 其中.
func (v view) among() bool {
	return v.of("part").In(lastOf(v.reader.script.view(v.from)[v.clause.sentence:v.head.from]))
}

// partOf is the basis of a part: that of its whole.
func (v view) partOf() (plan.Basis, string) {
	for _, b := range v.reader.past.wholes {
		if b != v.reader.past.basis {
			return v.reader.past.basis, "“其中”前有两个不同类型的数,不明属于哪一个"
		}
	}
	return v.reader.past.basis, ""
}

// clauseBefore is the clause up to the figure.
func (v view) clauseBefore() string {
	return bare(lastOf(v.reader.script.view(v.clause.from)[v.clause.from:v.head.from]))
}
