package clause

import (
	"strings"

	"tianbao/seeds/words"
)

// Order is the standing rule by which the place in a list tells who leads.
type Order struct {
	First  bool // who is named first leads: 列第一位者为牵头单位
	Till   rune // all before the first mark of that kind lead: 第一个逗号前为牵头单位; 0 where one leads
	Lists  int  // of how many lists of a clause: 2 where the rule speaks of two places, 两省市列首位的为牵头单位
	own    bool // of the list before it alone: (甲、乙,前者牵头)
	states bool
	unseen bool // by how it is printed: 加粗的为牵头单位
}

// manyLists is more lists than a clause has.
const manyLists = 99

// Order returns what a text rules of the order of units in all clauses.
func (rd *Reader) Order(s string) Order {
	var order Order
	for _, sentence := range everySentence(newPassage(s)) {
		wide := false
		parts := rd.ruleParts(sentence.parts)
		for _, part := range parts {
			wide = wide || part.same || part.scope.states && !part.scope.Own
		}
		for _, part := range parts {
			if part.order.states && (wide || !part.order.own) {
				order = order.And(part.order)
			}
		}
	}
	return order
}

// And is what two texts rule together.
func (o Order) And(other Order) Order {
	o.First, o.states, o.Lists = o.First || other.First, o.states || other.states, max(o.Lists, other.Lists)
	if o.Till == 0 {
		o.Till = other.Till
	}
	return o
}

// isLegend reports what a sign stands for: ★为市委改革事项, △表示需上报.
func isLegend(p passage) bool {
	p = p.trim(" ")
	rest := p.trim(around)
	return !rest.empty() && p.fold[0] == sign && (strings.ContainsRune("为是系", rest.fold[0]) || strings.HasPrefix(rest.folded(), "表示"))
}

// ownOrder reports a clause that says which of its own units leads: (甲、乙,前者牵头).
func (rd *Reader) ownOrder(clause string) bool {
	if !strings.Contains(clause, "前") {
		return false
	}
	for _, sentence := range everySentence(newPassage(clause)) {
		for _, part := range rd.ruleParts(sentence.parts) {
			if part.order.own {
				return true
			}
		}
	}
	return false
}

// orderOf reads a part that says whose place in a list, or which mark at it, is of who leads. Before is the part before it.
func (rd *Reader) orderOf(p, before passage) Order {
	s := p.trim(edges).folded()
	if s == "" || p.len() > longestOrder || strings.Contains(s, ":") {
		return Order{}
	}
	leads := leadsAt(s)
	if strings.Contains(s, "按此排序") {
		return Order{states: true}
	}
	if leads < 0 {
		return Order{}
	}
	unseen := strings.Contains(s, "加粗") || strings.Contains(s, "黑体") || strings.Contains(s, "下划线")
	if marked := strings.ContainsRune(s, sign) || unseen; marked && strings.ContainsAny(s, "为是表示") && !rd.startsNames(p.trim(around)) {
		return Order{states: true, unseen: unseen}
	}
	for _, w := range []string{"逗号前", "分号前", "顿号前"} {
		if strings.Contains(s, w) {
			return Order{First: true, Till: separatorNamed(w), Lists: 1, states: true}
		}
	}
	if sep := separatorNamed(before.folded()); sep != 0 && strings.HasPrefix(s, "前") {
		return Order{First: true, Till: sep, Lists: 1, states: true} // 用";"隔开的,前为牵头单位
	}
	if strings.HasPrefix(s, "前者") || strings.HasPrefix(s, "前为") {
		return Order{First: true, Lists: 1, own: true, states: true}
	}
	at, behind := -1, 0
	for i := range p.fold {
		if n := rd.words.ruleFirst.Begins(p.fold[i:]); n > 0 {
			at, behind = i, i+n
			break
		}
	}
	if at < 0 || leadsAt(p.from(behind).folded()) < 0 && !strings.HasPrefix(s, "牵头") && !strings.HasPrefix(s, "以") {
		return Order{}
	}
	if rd.besideOrder(p) > mostBeside {
		return Order{} // 建成全市第一个由企业牵头的创新中心
	}
	return Order{First: true, Lists: listsOf(p), states: true}
}

// mostBeside is how many runes a rule of order has that are none of its words.
const mostBeside = 4

// besideOrder counts the runes of a rule of order that are none of its words.
func (rd *Reader) besideOrder(p passage) int {
	n := 0
	for i := 0; i < p.len(); {
		rest := p.fold[i:]
		_, k := rd.words.roleAt(rest)
		for _, set := range []*words.Set{rd.words.ruleFirst, rd.words.ruleScope, rd.words.ruleItem, rd.words.labelUnits, rd.words.labelPart, rd.words.filler, rd.words.collectiveMark, rd.words.adverb, rd.words.labelPersons} {
			k = max(k, set.Begins(rest))
		}
		if k == 0 {
			if k = 1; !strings.ContainsRune("的为是列位排名在序中栏个有由以其与和或者所均第一二三四两地方标注明确除外未分汇总按照顺则即作首先后表述内"+openers+closers+"“”、", rest[0]) {
				n++
			}
		}
		i += k
	}
	return n
}

// longestOrder is more runes than a rule of order has between commas.
const longestOrder = 45

// leadsAt returns where it is said that somebody leads, -1 where it is not.
func leadsAt(s string) int {
	for _, w := range []string{"牵头", "汇总", "主要责任", "主责", "负总责", "主办", "抓总"} {
		if i := strings.Index(s, w); i >= 0 {
			return i
		}
	}
	return -1
}

// separatorNamed returns the mark that words speak of: 逗号, 用";"隔开.
func separatorNamed(s string) rune {
	for name, sep := range map[string]rune{"逗号": ',', "“,”": ',', "分号": ';', "“;”": ';', "顿号": '、'} {
		if strings.Contains(s, name) {
			return sep
		}
	}
	return 0
}

// listsOf is of how many lists of a clause the first leads.
func listsOf(p passage) int {
	if strings.Contains(p.folded(), "分别") {
		return manyLists
	}
	if n := map[rune]int{'两': 2, '双': 2, '三': 3, '四': 4, '各': manyLists}[p.fold[0]]; n > 0 && p.len() > 1 && strings.ContainsRune("省市地方区县州", p.fold[1]) {
		return n
	}
	return 1
}
