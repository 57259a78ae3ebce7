package target

import (
	"regexp"
	"strings"

	"tianbao/seeds/plan"
)

var (
	yearlyGrowth = regexp.MustCompile(`年均(?:复合)?(?:增长|增速|增幅|递增|提高|提升|下降|降低|递减|减少)|年增长|增速|年递增|增长率`)
	growthLast   = regexp.MustCompile(`(?:增长|递增|增幅)$`)
	changeLast   = regexp.MustCompile(`(?:提高|提升|上升|增加|下降|降低|减少|削减|降幅|压减|压缩|缩短|缩减|累计|减排|节约)$`)
	changeHead   = regexp.MustCompile(`^(?:压减|压缩|降低|减少|削减)`)
	partsIn      = regexp.MustCompile(`其中|包括|包含`)
	gap          = regexp.MustCompile(`(?:高于|快于|低于|领先|超过)[^\d]{2,20}$`)
	flows        = regexp.MustCompile(`压减|淘汰|化解|退出|削减|减少|完成|发放|投放|投入|筹集|争取.*资金|减免|引进|到位|吸引|惠及`)
	yearlyDeed   = regexp.MustCompile(`年均(?:接待|完成|新增|新建|建设|培训|培育|引进|举办|开展|实施|安排|投入|改造|转移|吸纳)`)
	wholeFlow    = regexp.MustCompile(`(?:减排|削减|压减|去除|退出|淘汰)量(?:分别)?$`)
	byHead       = regexp.MustCompile(`[人户亩]均|每[十百千万](?:名)?(?:人|户|常住人口|老人|老年人)`)
	wholeStock   = regexp.MustCompile(`(?:总量|总数|总额|总规模|存量|保有量|拥有量)为?$`)
	against      = regexp.MustCompile(`(?:较|比|与)(?:上年|20\d\d年|“?十|基期|期初)|累计|以(?:上年|来)`)
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
	case f.class == classShare && gap.MatchString(v.left):
		return plan.Level, "与另一个数相比的差,请核对怎样考核"
	case yearlyGrowth.MatchString(strings.ReplaceAll(v.left, "自然增长率", "")) && f.class == classShare:
		return plan.Growth, ""
	case v.yearly():
		return plan.Annual, ""
	case f.class == classShare:
		return v.share()
	case f.class == classQuality && changeLast.MatchString(v.left):
		return plan.Cumulative, ""
	case f.unit == "" || f.class == classQuality:
		return plan.Level, ""
	}
	return v.ofThings()
}

// isGrowth reports whether it is a rate of growth.
func (v view) isGrowth() bool {
	b, _ := v.basis()
	return b == plan.Growth
}

// share is the basis of a percentage.
func (v view) share() (plan.Basis, string) {
	told := against.MatchString(v.clauseBefore())
	switch {
	case v.head.before == opAtLeast && !changeLast.MatchString(v.left) && !growthLast.MatchString(v.left):
		return plan.Level, ""
	case changeHead.MatchString(v.left) && v.head.before == opNone:
		return plan.Cumulative, ""
	case growthLast.MatchString(v.left) && (told || v.head.unit == "倍"), changeLast.MatchString(v.left):
		return plan.Cumulative, ""
	case growthLast.MatchString(v.left) && v.reader.period.Last > 0 && v.reader.period.First == v.reader.period.Last:
		return plan.Growth, "" // a plan of one year leaves no choice
	case growthLast.MatchString(v.left):
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
	case flows.MatchString(v.left), changeLast.MatchString(v.left) && v.head.before == opNone:
		return plan.Cumulative, ""
	case wholeFlow.MatchString(v.left), v.hopes() && past.basis == plan.Cumulative && past.class == v.head.class:
		return plan.Cumulative, ""
	case v.reaches():
		return plan.Level, ""
	case wholeStock.MatchString(v.left), byHead.MatchString(v.left):
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
	if (strings.HasSuffix(v.left, "年均") || yearlyDeed.MatchString(v.left)) && v.head.class != classShare {
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
func (v view) hopes() bool { return v.left == "力争" || v.left == "争取" || v.left == "力争达" }

// among reports whether it is a part of what was stated before: 其中.
func (v view) among() bool {
	return partsIn.MatchString(lastOf(v.reader.script.view(v.from)[v.clause.sentence:v.head.from]))
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
