package clause

import "strings"

// tail is a role with what is around it: (按职责分工)负责, 配合(做好保障).
type tail struct {
	rank  rank
	acts  bool    // 负责落实: for groups no more than 落实
	part  bool    // of something of its own: 负责规划编制
	joint bool    // 会同: the names before lead, those behind help
	rest  passage // names behind the role
	next  passage // others behind it that have a role of their own: 市科技局牵头|各审批部门落实
}

// longestComplement is more runes than the object of a role has.
const longestComplement = 14

// tail reads a role from its start. Strict wants nothing behind it but what
// belongs to roles.
func (rd *Reader) tail(p passage, strict bool) (t tail, ok bool) {
	i := rd.skipAdverbs(p.fold)
	if n := rd.words.together.Begins(p.fold); n > 0 && i == n && n < p.len() && rd.startsNames(p.from(n)) {
		return tail{rank: rankLead, joint: true, rest: p.from(n)}, true // 联合自然资源分局
	}
	if i < p.len() {
		if n := rd.jointLen(p.from(i)); n > 0 {
			return tail{rank: rankLead, joint: true, rest: p.from(i + n).trim(around)}, true
		}
	}
	r, n := rd.words.roleAt(p.fold[i:])
	if n == 0 { // 协同 and its kin are adverbs, and roles where none follows
		i = 0
		if r, n = rd.words.roleAt(p.fold); n == 0 {
			r, ok = rd.isCalled(p.fold)
			return tail{rank: r}, ok
		}
	}
	t.rank = r
	if strings.ContainsAny(string(p.fold[:i]), "为是") { // 为牵头单位, 为第一责任人
		n += max(rd.words.labelUnits.Begins(p.fold[i+n:]), rd.words.labelPersons.Begins(p.fold[i+n:]))
	}
	i += n
	behind := p.from(i)
	if n := rd.jointLen(behind); n > 0 {
		return tail{rank: max(r, rankDuty), joint: true, rest: behind.from(n)}, true // 为主会同区征收办
	}
	if next, n := rd.words.roleAt(behind.fold); n == 0 && r == rankDuty && behind.len() == 4 && rd.words.roles[rankHelp].Ends(behind.fold) == 2 && !strings.HasSuffix(behind.folded(), "协调") {
		t.rank = rankGuide // 负责|业务指导
	} else if n > 0 {
		t.acts = r == rankDuty && next == rankAct
		switch {
		case r == rankHelp && next == rankDuty && strings.HasPrefix(p.folded(), "协同"): // 协同负责
			t.rank = rankDuty
		case next == rankHelp && r == rankDuty: // 负责指导
			t.rank = rankGuide
		case next == rankHelp && r == rankAct: // 做好协调服务
			t.rank = rankHelp
		}
	}
	if found, ok := rd.whoBehind(t, behind, strict); ok {
		return found, true
	}
	t.part = !rd.complement(behind, true)
	return t, rd.complement(behind, strict)
}

// jointLen returns the length of the joint that a text begins with, 会同, with names behind it; 0 where it begins with
// none. Behind 商 alone they can be nothing else: 商|省司法厅, not 商务处.
func (rd *Reader) jointLen(p passage) int {
	n := rd.words.joint.Begins(p.fold)
	switch {
	case n == 0, n == p.len():
		return 0
	case n == 1 && rd.beginsSure(p.from(n)), n > 1 && rd.startsNames(p.from(n).trim(around)):
		return n
	}
	return 0
}

// isCalled reads what names are said to be, 为业主单位, 作为采购主体, and returns the role that it says.
func (rd *Reader) isCalled(fold []rune) (rank, bool) {
	for _, be := range []string{"作为", "为", "是"} {
		label, found := strings.CutPrefix(string(fold[:min(len(fold), longestLabel)]), be)
		words := []rune(label)
		if n := rd.words.labelUnits.Ends(words); found && len(fold) < longestLabel && n > 0 && n < len(words) && !strings.ContainsAny(label, "各的、") {
			return max(rd.words.rankIn(words), rankSome), true
		}
	}
	return rankNone, false
}

// deepestRole is how many roles within each other are looked through for names behind them: a text of nothing but
// roles costs no more than its length.
const deepestRole = 2

// whoBehind completes a role with the names behind it, who do it together with those before it or something of their own.
func (rd *Reader) whoBehind(t tail, behind passage, strict bool) (tail, bool) {
	if rd.depth >= deepestRole || behind.empty() || behind.len() > longestSpoken {
		return t, false
	}
	rd.depth++
	defer func() { rd.depth-- }()
	if t.rank == rankHelp && rd.startsNames(behind) && !rd.isObject(behind) {
		t.rest = behind
		return t, true
	}
	if list, _, ok := rd.names(behind); ok && t.rank == rankAct && rd.beginsGroup(list) {
		return tail{rank: rankLead, joint: true, rest: behind}, true // 组织各医院
	}
	if at, _, ok := rd.roleIn(behind, false); ok && at > 0 && !strict {
		if list, _, _ := rd.names(behind.to(at)); rd.beginsGroup(list) || rd.allSure(list) {
			t.next = behind
			return t, true
		}
	}
	return t, false
}

// isObject reports a short word that ends as places do, and is what a role is about: 保障|用地.
func (rd *Reader) isObject(p passage) bool {
	return p.len() < 3 && !rd.isGroup(p) && !rd.known(p.written()) && rd.words.office.Ends(p.fold) == 0
}

// beginsGroup reports names of which 各 begins the first.
func (rd *Reader) beginsGroup(list []passage) bool {
	return len(list) > 0 && list[0].fold[0] == '各' && rd.isGroup(list[0])
}

// skipAdverbs returns where the adverbs end that a text begins with: 按职责分工共同.
func (rd *Reader) skipAdverbs(fold []rune) int {
	i := 0
	for i < len(fold) {
		n := max(rd.words.adverb.Begins(fold[i:]), rd.words.together.Begins(fold[i:]))
		if n == 0 {
			n = rd.byWords(fold[i:])
		}
		if n == 0 && strings.ContainsRune("为是要须应需均", fold[i]) {
			n = 1
		}
		if n == 0 {
			break
		}
		i += n
	}
	return i
}

// byWords returns the length of 按照各自职责分工 and its kin: a preposition, at most
// ten runes, and what something is done by.
func (rd *Reader) byWords(fold []rune) int {
	n := 0
	for _, by := range []string{"按照", "依照", "根据", "依据", "按", "依", "结合"} {
		if strings.HasPrefix(string(fold[:min(2, len(fold))]), by) {
			n = len([]rune(by))
			break
		}
	}
	if n == 0 {
		return 0
	}
	end := 0
	for i := n; i < len(fold) && i < n+10; i++ {
		if k := rd.words.by.Begins(fold[i:]); k > 0 {
			end = i + k
		}
	}
	return end
}

// complement reports whether what is behind a role only goes on with it: further
// roles, and, where not strict, an object that is no name.
func (rd *Reader) complement(p passage, strict bool) bool {
	i := 0
	for i < p.len() {
		k := rd.skipAdverbs(p.fold[i:])
		if _, n := rd.words.roleAt(p.fold[i+k:]); n > 0 {
			i += k + n
			continue
		}
		if n := rd.words.complement.Begins(p.fold[i:]); n > 0 {
			i += n
			continue
		}
		break
	}
	rest := p.fold[i:]
	if len(rest) == 0 {
		return true
	}
	return !strict && len(rest) <= longestComplement && (len(rest) == 2 || rd.words.office.Ends(rest) == 0) &&
		!strings.ContainsAny(string(rest), "的由:。;") && rd.words.collective.Ends(rest) == 0 && (len(rest) == 2 || !rd.words.never.In(string(rest)))
}

// roleIn finds where a phrase parts into names and a role. Where no names stand
// before the role, it wants some that wait for one.
func (rd *Reader) roleIn(p passage, waiting bool) (at int, t tail, ok bool) {
	first, here := tail{}, false
	if p.len() > longestSpoken {
		return 0, t, false
	}
	if waiting {
		if first, here = rd.tail(p, false); here && first.rest.empty() {
			return 0, first, true
		}
	}
	if n := p.len() - 1; n > 2 && markOf(p.fold[n:]) != rankNone {
		if list, _, named := rd.names(p.to(n)); named && rd.allSure(list) {
			return n, tail{rank: markOf(p.fold[n:])}, true // 市教育局主、市财政局辅
		}
	}
	for i := p.len() - 1; i >= 2; i-- {
		if !rd.mayBegin(p.fold[i:]) || i == 2 && p.fold[1] == '会' || rd.severs(p.fold, i) {
			continue // 社会|保障
		}
		t, ok := rd.tail(p.from(i), false)
		if !ok {
			continue
		}
		if _, _, named := rd.names(p.to(i)); named {
			return i, t, true // also 保障服务部|参与 behind other names
		}
	}
	if here {
		return 0, first, true
	}
	for i := 3; i < p.len() && p.fold[0] == '各'; i++ { // 各采购人配合
		if t, ok := rd.tail(p.from(i), true); ok && rd.mayBegin(p.fold[i:]) && !rd.severs(p.fold, i) && rd.IsEach(p.to(i).written()) {
			return i, t, true
		}
	}
	if at, ok := rd.helpsWith(p); ok {
		return at, tail{rank: rankHelp}, true
	}
	return 0, t, false
}

// severs reports whether a place is within a word that names many, or joins two: 各二级党|组织, 会|商.
func (rd *Reader) severs(fold []rune, at int) bool {
	for i := max(at-3, 0); i < at; i++ {
		if i+max(rd.words.collective.Begins(fold[i:]), rd.words.joint.Begins(fold[i:])) > at {
			return true
		}
	}
	return false
}

// helpsWith finds an office and what it helps with in two words: 省数据局|技术支撑, 市财政局|资金保障.
func (rd *Reader) helpsWith(p passage) (at int, ok bool) {
	n := rd.words.roles[rankHelp].Ends(p.fold)
	at = p.len() - n - 2
	return at, n == 2 && at > 2 && rd.standsAlone(p.to(at)) && rd.words.office.Ends(p.fold[:p.len()-n]) == 0
}

// mayBegin reports whether a role, an adverb or a joint begins a text.
func (rd *Reader) mayBegin(fold []rune) bool {
	v := &rd.words
	if _, n := v.roleAt(fold); n > 0 {
		return true
	}
	return v.adverb.Begins(fold) > 0 || v.together.Begins(fold) > 0 || v.joint.Begins(fold) > 0 || strings.ContainsRune("按依根结为是要须应需均", fold[0]) ||
		strings.HasPrefix(string(fold[:min(2, len(fold))]), "作为")
}

// endsRole reports whether a phrase ends in a role, whoever is before it.
func (rd *Reader) endsRole(p passage) bool {
	for i := range p.len() {
		if !rd.mayBegin(p.fold[i:]) {
			continue
		}
		if t, ok := rd.tail(p.from(i), true); ok && t.rest.empty() {
			return true
		}
	}
	return false
}

// says reports whether words are a sentence with a role and names that it closes.
func (rd *Reader) says(p passage) bool {
	waiting := false
	parts := rd.rejoin(p.parts("、,;。 "))
	defer rd.standBeside(parts)()
	for _, part := range parts {
		part = rd.withoutLeadIn(part.trim(around))
		if _, _, ok := rd.roleIn(part, waiting); ok {
			return true
		}
		_, _, ok := rd.names(part)
		waiting = waiting || ok
	}
	return false
}

// mark parts a name from the role in brackets behind it; shared is one that it has together
// with the names before it, (双牵头).
func (rd *Reader) mark(p passage) (name passage, r rank, shared bool) {
	if bare := p.trim(string(sign)); bare.len() < p.len() && (rd.isName(bare) || rd.isLabelled(bare) || rd.splits(bare)) {
		return bare, rankLead, false
	}
	open := p.opener()
	if open <= 0 {
		return p, rankNone, false
	}
	inner := p.cut(open+1, p.len()-1).bare()
	n := len(inner)
	if k := rd.words.labelUnits.Ends(inner); k > 0 && k < n {
		n -= k
	}
	i := rd.skipAdverbs(inner[:n])
	if r, k := rd.words.roleAt(inner[i:]); k > 0 && i+k == n {
		return p.to(open).trim(around), r, rd.words.together.Has(string(inner[:i]))
	}
	return p, rankNone, false
}

// startsNames reports words that begin with names: behind 会同 and 配合.
func (rd *Reader) startsNames(p passage) bool {
	p = p.trim(around)
	if p.len() < 2 {
		return false
	}
	if _, _, ok := rd.names(p); ok {
		return true
	}
	if _, _, ok := rd.roleIn(p, false); ok {
		return true
	}
	_, d, ok := rd.does(p)
	return ok && d.with.empty() || rd.isStem(p)
}
