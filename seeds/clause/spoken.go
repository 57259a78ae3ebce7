package clause

import (
	"slices"
	"strings"
)

// longestSpoken is more runes than the sentences of a clause without brackets have.
const longestSpoken = 400

// cutSpoken finds a clause that is a sentence of its own at the end of a paragraph, or
// the end of its last sentence behind 由: 建设基地3个。由市科技局牵头,市教育局等配合。
func (rd *Reader) cutSpoken(p passage) (body, clause string) {
	end := p.trimRight(stops)
	cut := end
	for from := rd.lastSentence(p, cut); from >= 0; from = rd.lastSentence(p, cut) {
		if end-from > longestSpoken || !rd.spoken(p.cut(from, cut)) {
			break
		}
		if cut = from; cut == 0 {
			break
		}
	}
	if cut == end {
		if cut = rd.lastBy(p.to(end)); cut == 0 {
			return p.written(), ""
		}
	}
	body = strings.TrimSpace(p.to(cut).written())
	if n := newPassage(body).trim(",;、").len(); n < len([]rune(body)) {
		body = string([]rune(body)[:n]) + "。"
	}
	return body, strings.TrimSpace(p.cut(cut, end).written())
}

// cutListed finds units that are the last sentence of a paragraph: 办学3所。市教育局、市财政局
func (rd *Reader) cutListed(p passage) (body, clause string) {
	end := p.trimRight(stops)
	from := rd.lastSentence(p, end)
	if from <= 0 || end-from > longestSpoken || !rd.isUnitList(p.cut(from, end).trim(around)) {
		return p.written(), ""
	}
	units := p.cut(from, end).trim(stops)
	if first := units.parts("、,; /")[0].trim(around); first.len() < 4 || rd.isGroup(first) || !rd.known(first.written()) && !rd.isSure(first) {
		return p.written(), ""
	}
	if slices.Index(units.fold[1:], sign) < 0 {
		units = units.trim(around) // →市教育局、市财政局: points to all of them
	}
	return strings.TrimSpace(p.to(from).written()), units.written()
}

// cutOpening finds a clause that 由 opens and the task goes on from: 由市科技局牵头,市财政局配合,新建平台3个. It begins
// the paragraph or its second sentence.
func (rd *Reader) cutOpening(p passage) (body, clause string) {
	for _, from := range []int{0, slices.Index(p.fold, '。') + 1} {
		if from == p.len() || p.fold[from] != '由' {
			continue
		}
		if n := rd.openingLen(p.from(from), true); n > 0 {
			return strings.TrimSpace(p.to(from).join(p.from(from + n + 1)).written()), p.cut(from, from+n).written()
		}
	}
	return p.written(), ""
}

// CutOpening finds a clause that opens a task without 由: 市科技局牵头,市财政局配合,新建平台3个.
func (rd *Reader) CutOpening(s string) (body, clause string) {
	p := newPassage(s)
	n := rd.openingLen(p, false)
	if n == 0 {
		return s, ""
	}
	return strings.TrimSpace(p.from(n + 1).written()), p.to(n).written()
}

// openingLen returns the length of the clause that opens a sentence, to the last comma before which nothing is said
// but who does it; behind 由 it may be the whole sentence.
func (rd *Reader) openingLen(p passage, groups bool) int {
	n := 0
	for i := 3; i < min(p.len(), longestSpoken); i++ {
		stop := strings.ContainsRune("。!?", p.fold[i])
		if (strings.ContainsRune(",;", p.fold[i]) || stop && groups) && rd.saysWho(p.to(i), groups) {
			n = i
		}
		if stop {
			break
		}
	}
	return n
}

// lastSentence returns where the last sentence before a place begins; -1 where none
// is there.
func (rd *Reader) lastSentence(p passage, to int) int {
	end := p.to(to).trimRight(stops)
	if end == 0 {
		return -1
	}
	for i := end; i > 0; i-- {
		if strings.ContainsRune("。!?", p.fold[i-1]) {
			return i
		}
		if end-i > longestSpoken {
			return -1
		}
	}
	return 0
}

// lastBy returns where the clause begins that ends the last sentence behind a comma, with 由 or without, 0 where there
// is none.
func (rd *Reader) lastBy(p passage) int {
	at := 0
	for i := p.len() - 2; i > 0 && i > p.len()-longestSpoken && !strings.ContainsRune("。!?", p.fold[i]); i-- {
		if strings.ContainsRune(",;", p.fold[i-1]) && rd.spoken(p.from(i)) {
			at = i
		}
	}
	return at
}

// longestLeadIn is more runes than what 由 ends before a name: 以上各项任务由.
const longestLeadIn = 10

// withoutLeadIn is a phrase without words before its names that 由 ends, or that are known.
func (rd *Reader) withoutLeadIn(p passage) passage {
	n := rd.words.leads.Begins(p.fold)
	if n == 0 {
		if n = 1 + slices.Index(p.fold[:min(p.len(), longestLeadIn)], '由'); n == 0 && p.len() > 2 && strings.ContainsRune("以请", p.fold[0]) && !strings.ContainsRune("上下", p.fold[1]) {
			n = 1
		}
		if n > 0 && !rd.startsNames(p.from(n)) {
			return p
		}
	}
	if n == 0 || n == p.len() || rd.isName(p) {
		return p
	}
	return p.from(n)
}

// spoken reports whether a sentence says nothing but who does it: every part is names,
// a role or a time, the first role has no object but its own, and and an office is
// named that can be nothing else. 市商务局牵头建立机制 is a task, 各地要抓好落实 an appeal.
func (rd *Reader) spoken(p passage) bool { return rd.saysWho(p, false) }

// onlyWho reports names, which a role without an object of its own may follow.
func (rd *Reader) onlyWho(p passage) bool {
	if _, _, ok := rd.names(p); ok {
		return true
	}
	at, _, ok := rd.roleIn(p, false)
	if ok {
		_, ok = rd.tail(p.from(at), true)
	}
	return ok
}

// saysWho is spoken, also of groups alone.
func (rd *Reader) saysWho(p passage, groups bool) bool {
	roles, named, waiting := 0, OfAllAbove(p.written()), false
	hear := func(names []passage) bool {
		for _, name := range names {
			if !rd.standsAlone(name) && !rd.isStem(name) && !slices.Contains(rd.beside, name.folded()) {
				return false
			}
			named = named || groups || !rd.isGroup(name) && (rd.known(name.written()) || rd.isSure(name) || rd.SpokenEnds && rd.standsAlone(name))
		}
		return true
	}
	parts := rd.rejoin(p.parts("、,; "))
	defer rd.standBeside(parts)()
	for _, part := range parts {
		part = part.trim(around)
		if part = rd.withoutLeadIn(part); part.empty() || rd.isAside(part) {
			continue
		}
		if names, _, ok := rd.names(part); ok {
			if waiting = hear(names); !waiting {
				return false
			}
			continue
		}
		if who, ok := rd.person(part); ok && who.unit.empty() {
			continue
		}
		at, t, ok := rd.roleIn(part, waiting)
		if !ok {
			return false
		}
		if _, strict := rd.tail(part.from(at), true); roles == 0 && (!strict || t.rank == rankHelp) {
			return false
		}
		if t.joint && !rd.onlyWho(t.rest) {
			return false // 由甲会同乙组织开展某事
		}
		if at > 0 {
			if names, _, _ := rd.names(part.to(at)); !hear(names) {
				return false
			}
		}
		roles++
		waiting = !t.rest.empty()
	}
	return roles > 0 && named
}
