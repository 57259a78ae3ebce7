package target

import (
	"regexp"
	"strings"
)

// A document of policy states what somebody is paid, charged or given at most, and who: rates, limits and conditions of
// a rule, not promises.

// ofPolicy reports whether it is a number of a rule, not of a promise: a share that is paid back, the
// longest term of a support, what is done every so many years, who goes first.
func (v view) ofPolicy() bool {
	f := v.head
	given := f.before == opNone && v.of("policy.given").Tail(v.left)
	switch {
	case v.conditional(), v.givenIf(), v.excused(), v.ofPayment(), strings.Contains(v.left, "允许"):
		return true
	case f.class == classCount:
		return v.of("policy.first").In(v.left) || everyFew.MatchString(v.clauseBefore()) ||
			given && !strings.HasSuffix(v.left, "奖") && v.right == "" && !strings.Contains(v.left, "获") && !(v.of("unit.person").Tail(f.unit) && strings.Contains(v.left, "发放"))
	case f.class == classShare:
		return given && v.words().deedOf(v.right) == deedNone || v.paidBack() // 按15%配建
	case f.class == classQuality:
		return v.ofTerm()
	}
	return given || strings.HasSuffix(v.left, "最高") && f.before == opAtMost && strings.HasSuffix(f.unit, "元")
}

// everyFew ends words that say how often something is done: 每3年开展.
var everyFew = regexp.MustCompile(`每(?:隔)?[\d一二两三四五六七八九十]+(?:年|个?月|周|天)[^,;。]*$`)

// paidBack reports whether it is a share of what somebody has paid: 按80%退还. 补贴发放率 is what comes of it.
func (v view) paidBack() bool {
	f, back := v.head, v.of("policy.back")
	cover := strings.HasSuffix(v.left, "报销比例") && (f.before == opAtLeast || f.before == opHeld || f.after == opAtLeast) // 稳定在80%以上
	return back.Head(v.right) > 0 || back.In(v.left) && !cover && !v.of("policy.rate").Tail(strings.TrimRight(v.left, "均都已"))
}

// ofTerm reports whether it is how long something may last: 租期5年, 最长不超过3年.
func (v view) ofTerm() bool {
	f, long := v.head, v.of("policy.longest").Tail(v.left)
	if k := holding(v.reader.script.inner, f.from); k >= 0 { // 改造时限(一般不超过3年)
		before := v.reader.script.folded[:v.reader.script.inner[k].from-1]
		if v.of("policy.term").Tail(before) || v.of("policy.longest").Tail(before) {
			return true
		}
	}
	most := f.before == opAtMost && (f.unit == "年" || v.says("不超过")) && (long || strings.HasSuffix(v.left, "年限"))
	return v.of("policy.term").Tail(strings.TrimSuffix(v.left, "应")) || long && f.before == opNone || most
}

// ofPayment reports whether it is a number of who is paid what: a rate, a limit for each.
func (v view) ofPayment() bool {
	f := v.head
	mask := v.reader.script.view(v.clause.from)
	before := v.clauseBefore()
	pays := v.of("policy.pays").In(firstOf(mask[f.to:max(f.to, v.clause.to)]))
	gives := strings.Contains(before, "给予")
	by := gives || v.of("policy.by").Head(before) > 0 || v.of("policy.then").In(before)
	switch {
	case f.unit == "元" && !f.toReach() && v.due.often && v.due.from >= v.clause.from && !strings.Contains(v.left, "标准"):
		return true // 户均每月5元
	case f.class == classShare:
		return by && (gives || pays || f.before == opAtMost || strings.Contains(v.left, "不超过") || strings.HasSuffix(v.left, "的"))
	case strings.HasSuffix(f.unit, "元"), strings.HasSuffix(f.unit, "万"):
		limit := f.before == opAtMost || strings.Contains(v.left, "最高")
		return limit && (v.of("policy.each").In(before) || v.of("policy.grant").Tail(v.left)) || by && (gives || pays) && f.before != opAtLeast
	case f.class == classCount:
		verb := v.words().adds.Back(v.left)
		return verb > 0 && (f.before == opAtMost || pays && strings.HasSuffix(v.left[:len(v.left)-verb], "每")) ||
			v.of("policy.known").Tail(v.left) && !v.words().done.In(v.right[strings.LastIndex(v.right, "的")+1:]) // 确定的20个县
	}
	return false
}

// conditional reports whether the number only says who is given something: 对投资1000万元以上的企业给予补助.
func (v view) conditional() bool {
	mask := v.reader.script.view(v.clause.from)
	_, after, of := strings.Cut(mask[v.head.to:max(v.head.to, v.clause.to)], "的")
	return of && v.isFor() && v.of("policy.pays").In(after)
}

// givenIf reports whether the clause only says who is given something, which the next clause says: 对登记10个以上的,给予奖励.
func (v view) givenIf() bool {
	mask := v.reader.script.view(v.clause.from)
	next := mask[v.clause.to:min(len(mask), v.clause.to+len(",一次性"))]
	who := v.head.unit + bare(lastOf(mask[v.head.to:max(v.head.to, v.clause.to)]))
	return v.isFor() && v.of("policy.who").Tail(who) && v.of("policy.gets").Head(strings.TrimPrefix(next, ",")) > 0
}

// excused reports whether the number only says what may not be begun, or what may go without: 不再新建35蒸吨以下锅炉, 500平方米
// 以下的工程,可不申请.
func (v view) excused() bool {
	if f := v.head; f.after == opNone || f.before != opNone {
		return false
	}
	mask := v.reader.script.view(v.clause.from)
	next := bare(mask[v.clause.to:min(len(mask), v.clause.to+len(",可不"))])
	return v.of("target.forbids").In(v.clauseBefore()) || strings.HasPrefix(next, ",可")
}

// isFor reports whether its clause begins with whom or what something is done for: 对.
func (v view) isFor() bool {
	return strings.HasPrefix(bare(firstOf(v.reader.script.view(v.clause.from)[v.clause.from:v.head.from])), "对")
}
