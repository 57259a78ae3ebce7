package clause

import (
	"slices"
	"strings"
)

// ruleParts tells what each part of a sentence is for a standing rule.
func (rd *Reader) ruleParts(sentence []passage) []rulePart {
	parts := make([]rulePart, len(sentence))
	for i, p := range sentence {
		part := rulePart{passage: p}
		words := withoutNote(p)
		part.same = rd.saysSame(words)
		switch {
		case part.same || rd.saysNoMore(words):
			part.kind = ruleQuiet
		case i > 0 && (parts[i-1].kind == ruleOrder || parts[i-1].kind == ruleOthers) && rd.isOthers(words):
			part.kind = ruleOthers
		default:
			before := passage{}
			if i > 0 {
				before = sentence[i-1]
			}
			if part.order = rd.orderOf(words, before); part.order.states {
				part.kind = ruleOrder
				break
			}
			n := 0
			part.scope, n = rd.scopeOf(words)
			if part.rest = words.from(n); part.scope.states && part.rest.trim(around).empty() {
				part.kind = ruleScope
			}
			part.quiet = rd.words.ruleQuiet.In(part.rest.folded()) && strings.Contains(part.rest.folded(), "不再")
		}
		parts[i] = part
	}
	for i := range parts {
		if parts[i].kind == notOfRule {
			rd.readWho(parts, i)
		}
	}
	for i := range parts {
		if before := i - 1; parts[i].kind == ruleOrder && i > 0 && parts[before].kind == notOfRule && parts[before].trim(around).len() > 1 &&
			strings.HasSuffix(parts[before].trim(around).folded(), "的") && rd.words.labelUnits.In(parts[before].folded()) {
			parts[before].kind = ruleScope // 责任单位有多个的,第一家为牵头单位
		}
	}
	for i := range parts { // 以上三项由市科技局牵头: a scope that no rule takes up is a clause's
		if parts[i].kind == ruleScope && (i+1 == len(parts) || parts[i+1].kind == notOfRule || parts[i+1].kind == ruleSaid) {
			parts[i].kind = notOfRule
		}
	}
	return parts
}

// withoutNote is a part without 注: and numbers before it.
func withoutNote(p passage) passage {
	p = p.trim(" ")
	for {
		n := 0
		for n < p.len() && strings.ContainsRune("0123456789.) ", p.fold[n]) {
			n++
		}
		for _, note := range []string{"注:", "备注:", "说明:", "附注:", "注 ", "备注 ", "其中"} {
			if strings.HasPrefix(p.folded(), note) {
				n = len([]rune(note))
			}
		}
		if n == 0 || n == p.len() {
			return p
		}
		p = p.from(n)
	}
}

// saysSame reports 下同, 以下类推 and their kin.
func (rd *Reader) saysSame(p passage) bool {
	p = p.trim(around)
	n := rd.words.ruleSame.Ends(p.fold)
	return n > 0 && (n == p.len() || p.len() <= longestSame && rd.words.ruleScope.Begins(p.fold) > 0)
}

// longestSame is more runes than 以下除特别注明外同此 has.
const longestSame = 14

// saysNoMore reports 不再列出, 恕不赘列 and their kin.
func (rd *Reader) saysNoMore(p passage) bool {
	s := p.trim(around).folded()
	at := -1
	for _, not := range []string{"不再", "不另", "不一一", "不逐", "恕不", "不作", "不予", "不单", "不重复", "不赘", "不分别"} {
		if i := strings.Index(s, not); i >= 0 && (at < 0 || i < at) {
			at = i
		}
	}
	if at < 0 || len([]rune(s[:at])) > longestSaying || len([]rune(s[at:])) > longestQuiet || !rd.words.ruleQuiet.In(s[at:]) {
		return false
	}
	before := newPassage(s[:at]).trim("故就也均都")
	scope, n := rd.scopeOf(before)
	return before.empty() || scope.states && before.from(n).trim(around).empty() || !rd.startsNames(before) && !strings.ContainsAny(before.folded(), "均都")
}

// longestSaying is more runes than are before 不再 where nothing is said of units, 本表其他各项中; longestQuiet than 不再 and
// what is not said have.
const (
	longestSaying = 10
	longestQuiet  = 22
)

// isOthers reports who does not stand first: 其余为配合单位, 后者配合.
func (rd *Reader) isOthers(p passage) bool {
	fold := p.trim(around).fold
	for _, who := range []string{"其他", "其余", "其它", "后者", "余者", "后为", "之后", "后面"} {
		if n := len([]rune(who)); strings.HasPrefix(string(fold), who) {
			return n == len(fold) || fold[n] != '各' && rd.itemAt(passage{raw: fold[n:], fold: fold[n:]}) == 0
		}
	}
	return false
}

// readWho reads a part that says who has to do with the tasks of a rule.
func (rd *Reader) readWho(parts []rulePart, i int) {
	part := &parts[i]
	scoped := part.scope.states
	scope := part.scope
	if i > 0 && parts[i-1].kind == ruleScope {
		scope, scoped = parts[i-1].scope, true
	}
	quiet, same := part.quiet, false
	for k := i - 1; k <= i+1; k++ {
		if k >= 0 && k < len(parts) && parts[k].kind == ruleQuiet {
			quiet, same = true, parts[k].same || same
		}
	}
	who, ok := rd.whoOf(part.rest, scoped, quiet, same)
	if !ok {
		return
	}
	if who.scope.states {
		scope, scoped = who.scope, true
	}
	if scope.Own && !same {
		return // 本条由市教育局负责,不再列出
	}
	part.rule = Rule{Scope: scope, Lead: who.rank >= rankMain, Words: part.written()}
	if i > 0 && parts[i-1].kind == ruleScope {
		part.rule.Words = parts[i-1].written() + "," + part.rule.Words
	}
	part.kind = ruleWho
	if !who.every && !scoped || scope.Own {
		part.kind = ruleSaid
	}
	names := who.names
	if i > 0 && (names.empty() || !rd.startsNames(rd.withoutLeadIn(names))) && rd.isGroup(parts[i-1].trim(around)) {
		names = parts[i-1].trim(around) // 各市人民政府,以下各条均涉及
		parts[i-1].kind = ruleWho
	}
	if i > 0 && parts[i-1].kind == notOfRule && isCondition(parts[i-1].passage) {
		parts[i-1].kind, part.kind = ruleScope, ruleWho // 涉及县市区的,由各县市区政府负责: which ones is not said
		part.rule.Words = parts[i-1].written() + "," + part.written()
		return
	}
	var left string
	part.rule.Names, left = rd.ruleNames(names)
	part.rule.Whole = len(part.rule.Names) > 0 && left == ""
}

// isCondition reports words that keep a rule to some tasks without saying which: 涉及县市区的, 凡需各地落实的任务.
func isCondition(p passage) bool {
	s := p.trim(around).folded()
	return strings.HasSuffix(s, "的") || strings.HasPrefix(s, "凡") || strings.HasPrefix(s, "涉及")
}

// whoSays is who has to do with the tasks of a rule, and how.
type whoSays struct {
	names passage
	rank  rank
	every bool // 均: the part says it of many tasks
	scope Scope
}

// whoOf reads the part of a rule behind its scope. Scoped tells that a scope stands at it, quiet that 不再列出, same
// that 下同 does.
func (rd *Reader) whoOf(p passage, scoped, quiet, same bool) (w whoSays, ok bool) {
	p = p.trim(edges)
	if k := everyAt(p.fold); k >= 0 && (scoped || quiet) {
		left, right := p.to(k), p.from(k+1)
		if w, ok = rd.whoEvery(left, right); ok && !quiet && !rd.isDuty(right) {
			return w, false // 今后各县区均需每年举办招聘会: a task
		}
		return w, ok
	}
	if i := slices.Index(p.fold, '为'); i > 0 {
		right := p.from(i + 1)
		scope, n := rd.scopeOf(right)
		label := right.from(n)
		if scope.states && rd.words.labelUnits.Ends(label.fold) > 0 && rd.startsNames(p.to(i)) {
			return whoSays{p.to(i), rd.words.rankIn(label.fold), true, scope}, true // 各县区政府为以下各项任务的责任单位
		}
	}
	if i := slices.Index(p.fold, '对'); i > 0 && quiet && rd.startsNames(p.to(i)) {
		if scope, n := rd.scopeOf(p.from(i + 1)); scope.states && (rd.words.labelUnits.In(p.from(i+1+n).folded()) || strings.Contains(p.from(i+1+n).folded(), "责")) {
			return whoSays{p.to(i), rankDuty, true, scope}, true // 各县区政府对所有任务承担属地责任
		}
	}
	if !quiet {
		return w, false
	}
	if strings.ContainsAny(p.folded(), "为由") {
		same = false // 由区委网信办督导,下同
	}
	p = rd.withoutLeadIn(p)
	names := p
	for i := 2; i < p.len() && !w.scope.states; i++ {
		if scope, n := rd.scopeOf(p.from(i)); scope.states && i+n == p.len() {
			names, w.scope = p.to(i), scope // 市属各企业落实|各项任务
		}
	}
	if same && !rd.groups(names) || !rd.says(names) {
		return w, false
	}
	w.names = names
	for _, part := range names.parts("、") {
		if _, t, ok := rd.roleIn(rd.withoutLeadIn(part), false); ok {
			w.rank = max(w.rank, t.rank)
		}
	}
	return w, true
}

// groups reports a list of nothing but groups, with their role: 各县区政府、市直有关部门按职责落实.
func (rd *Reader) groups(p passage) bool {
	for _, part := range rd.rejoin(p.parts("、")) {
		if !rd.isGroup(rd.nameIn(part)) {
			return false
		}
	}
	return true
}

// everyAt returns where 均 or a word like it is, -1 where none is: 各县区|均|需配合, not 成都市, 均县.
func everyAt(fold []rune) int {
	for i, c := range fold {
		next := ' '
		if i+1 < len(fold) {
			next = fold[i+1]
		}
		if c == '均' && next != '县' && next != '衡' || strings.ContainsRune("都皆亦也", c) && strings.ContainsRune("需要须应由为是有参配负落主按", next) {
			return i
		}
	}
	return -1
}

// whoEvery reads a rule from what is before and behind 均.
func (rd *Reader) whoEvery(left, right passage) (w whoSays, ok bool) {
	w.every = true
	if s := right.folded(); strings.HasPrefix(s, "为") || strings.HasPrefix(s, "是") {
		if right = right.from(1); rd.isRoleLabel(left) && rd.startsNames(right) {
			return whoSays{right, rd.words.rankIn(left.fold), true, w.scope}, true // 落实主体均为各县区政府
		}
		w.names, w.rank = left, rd.words.rankIn(right.fold)
		return w, rd.words.labelUnits.In(s)
	}
	for right.len() > 0 && strings.ContainsRune("需须由要应当请含", right.fold[0]) {
		right = right.from(1)
	}
	if i := slices.Index(right.fold[:min(right.len(), longestWithin)], '各'); i > 0 && rd.words.collective.Ends(right.fold[:i])+rd.words.level.Ends(right.fold[:i]) == 0 {
		right = right.from(i) // 均涉及各县区, not 均由地方各级
	}
	_, t, _ := rd.roleIn(newPassage("市局").join(right), false)
	if w.rank = t.rank; right.len() < 3 || !rd.startsNames(right) || !left.empty() && rd.startsNames(left) {
		w.names = left
		return w, true
	}
	w.names = right
	return w, true
}

// isDuty reports what is behind 均 where it is nothing but who has what to do: 需各县区政府落实, 为责任单位, 涉及各县区.
func (rd *Reader) isDuty(p passage) bool {
	for p.len() > 0 && strings.ContainsRune("需须由要应当请含", p.fold[0]) {
		p = p.from(1)
	}
	if p.empty() {
		return true
	}
	if rd.words.labelUnits.Ends(p.fold) > 0 && strings.ContainsRune("为是", p.fold[0]) {
		return true
	}
	last := p.parts("、")
	p = last[len(last)-1]
	if list, _, ok := rd.names(p); ok && len(list) > 0 {
		return true
	}
	for i := range p.len() {
		if t, ok := rd.tail(p.from(i), true); ok && t.rest.empty() {
			return true
		}
	}
	for i := 1; i < min(p.len(), longestWithin); i++ { // 涉及|各县区
		if p.fold[i] == '各' && rd.isGroup(p.from(i)) {
			return true
		}
	}
	return len(last) == 1 && p.len() < 3
}

// ruleNames reads the names of a rule. Words before the first of them that are no part of it are handed back.
func (rd *Reader) ruleNames(p passage) (names []Name, left string) {
	p = rd.withoutLeadIn(p.trim(around))
	n := rd.strangeBefore(p)
	rd.prefix = ""
	sc := &scan{rd: rd}
	sc.sentence(p.from(n), rankHelp)
	for _, saying := range sc.said {
		names = appendNew(names, saying.names...)
	}
	return names, p.to(n).written() + strings.Join(sc.out.Unread, "、")
}

// strangeBefore returns the length of words before the first name of a rule that make it no name: 嗣后诸般|各县区政府. A
// group begins with 各 but for a word or two (市属各企业), a name that is known with itself.
func (rd *Reader) strangeBefore(p passage) int {
	first := p.parts("、")[0]
	if rd.known(first.written()) {
		return 0
	}
	for i := 2; i+2 < first.len(); i++ {
		before, rest := first.to(i), first.from(i)
		each := rest.fold[0] == '各' && i > 3 && rd.levelOf(before.fold) == 0 && rd.isGroup(rd.nameIn(rest))
		sure := (rd.known(rd.nameIn(rest).written()) || rd.isSure(rd.nameIn(rest))) && (rd.words.ruleItem.In(before.folded()) || rd.words.ruleScope.Begins(before.fold) > 0)
		if each || sure {
			return i
		}
	}
	return 0
}

// nameIn is a phrase without the role behind its name.
func (rd *Reader) nameIn(p passage) passage {
	if at, _, ok := rd.roleIn(p, false); ok && at > 0 {
		return p.to(at)
	}
	return p
}
