package target

import (
	"strings"
)

// What a number only says of how things stand today, or of what is built upon: none is a target.

// hasBeen reports whether it is a statement of how things stand today: 已建成, 目前有; not 对已建成的.
func (v view) hasBeen() bool {
	before := v.clauseBefore()
	if _, since, found := strings.Cut(before, "基础上"); found {
		before = since
	}
	now, done, already := strings.Cut(before, "已")
	done = strings.TrimPrefix(done, "经")
	return v.of("target.now").In(before) || already && !strings.ContainsAny(now, "对将把") && v.words().leadVerb(done) > 0
}

// isGround reports whether it is only what is built upon: 在去年新建8所的基础上.
func (v view) isGround() bool {
	mask := v.reader.script.view(v.clause.from)
	after := mask[v.head.to:max(v.head.to, v.clause.to)]
	at := strings.Index(after, "基础上")
	return at >= 0 && !strings.ContainsAny(after[:at], digits) && strings.Contains(v.clauseBefore(), "在")
}

// madeOf is what was made of what is built upon: 在去年新建|幼儿园|的基础上.
func (v *vocabulary) madeOf(ground string) string {
	ground, _, _ = strings.Cut(ground, "基础上")
	for i := range ground {
		if n := v.leadVerb(ground[i:]); n > 0 {
			return strings.TrimSuffix(ground[i+n:], "的")
		}
	}
	return ""
}

// denominator reports whether it is a number that another is counted by: 每10万人.
func (v view) denominator() bool {
	return strings.HasSuffix(v.left, "每")
}
