package clause

import (
	"slices"
	"strings"
	"unicode"
)

// saying is names with their role.
type saying struct {
	rank   rank
	names  []Name
	listed bool // by a label or by nothing, not by a role behind them
	first  int  // how many of them are before the first mark behind which nobody leads
	heads  bool // by one word that is no known role: 统揽
	part   bool // they answer for something of their own
	acts   bool // groups that answer for carrying it out
}

// scan goes through the segments of a clause and gathers who does what.
type scan struct {
	rd      *Reader
	said    []saying
	out     Said
	pending []passage // names that no role has closed yet
	joint   bool      // behind 会同: who comes next helps
	helped  bool      // behind A配合: who comes next is helped
	list    int       // said before the list being read
	order   Order     // whose place in a list says that they lead
	within  bool      // a name of the list follows the phrase being read
	label   rank      // of the last label of units
	sep     rune      // before the phrase being read
}

// begin starts a bracket: what stood in one before it is closed.
func (sc *scan) begin() { sc.list = len(sc.said) }

func (sc *scan) segment(seg segment) {
	switch seg.kind {
	case kindPlain:
		sc.sentence(seg.body, rankNone)
	case kindUnits:
		if seg.body.empty() {
			return
		}
		sc.label = seg.rank
		for _, part := range seg.body.parts(";") {
			sc.units(seg.rank, part.trim(edges))
		}
	case kindPerson, kindRemark:
		sc.aside(seg)
	default:
		sc.other(seg)
	}
}

// units reads what is behind a label of units: names, or a sentence with roles of
// its own.
func (sc *scan) units(r rank, body passage) {
	if sc.rd.words.none.Has(body.folded()) {
		return // 配合单位:无
	}
	if body.empty() || sc.rd.isAside(body) {
		sc.out.note(body.written())
		return
	}
	if r == rankNone {
		r = rankSome
	}
	if sc.marked(body, r) {
		return
	}
	sc.labelled(body, r)
}

// aside reads what is behind a label of persons or remarks: words that are kept,
// and units where a list of them is there all the same.
func (sc *scan) aside(seg segment) {
	parts := seg.body.parts(";。")
	for i, part := range parts {
		part = part.trim(around)
		units := seg.kind == kindPerson && sc.rd.allNames(part) || i > 0 && (sc.rd.says(part) || sc.label != rankNone && sc.rd.allNames(part))
		switch {
		case part.empty():
		case units && seg.rank != rankNone && i == 0:
			sc.units(seg.rank, part)
		case units && i > 0 && sc.rd.allNames(part):
			sc.sentence(part, sc.label)
		case units:
			sc.sentence(part, rankNone)
		default:
			words := part.written()
			if i == 0 {
				words = seg.label.written() + ":" + words
			}
			sc.out.note(words)
			if sc.out.Due == "" && sc.rd.words.labelTimes.Ends(seg.label.bare()) > 0 {
				sc.out.Due = part.written()
			}
		}
	}
}

// other reads what is behind a label that is not known: a sentence with roles is
// one, names by themselves help, anything else is not understood.
func (sc *scan) other(seg segment) {
	switch {
	case sc.rd.says(seg.body):
		sc.sentence(seg.body, rankNone)
	case sc.rd.labelsUnits(seg):
		sc.units(sc.rd.words.rankIn(seg.label.bare()), seg.body)
	case sc.rd.isAside(seg.body) || sc.rd.words.remark.In(seg.label.folded()):
		sc.out.note(seg.label.written() + ":" + seg.body.written())
	default:
		sc.out.Unread = append(sc.out.Unread, seg.label.written()+":"+seg.body.written())
	}
}

// sentence reads A牵头,B、C配合 and its kin: each role closes the names before it.
func (sc *scan) sentence(p passage, fallback rank) {
	if sc.marked(p, fallback) {
		return
	}
	parts := sc.rd.rejoin(p.parts("、,;。 "))
	defer sc.rd.standBeside(parts)()
	for i, part := range parts {
		sc.within = i+1 < len(parts) && parts[i+1].sep == '、'
		sc.phrase(part.trim(around))
	}
	sc.finish(fallback)
}

// labelled reads the names behind a label; the label says that they are names.
func (sc *scan) labelled(p passage, r rank) {
	own := sc.helpedBy(p, r)
	parts := sc.rd.rejoin(p.parts("、,;。 "))
	defer sc.rd.standBeside(parts)()
	sc.within = true
	for i, part := range parts {
		part = part.trim(around)
		if i == own {
			sc.close(r)
		}
		if len(sc.pending) == 0 && !sc.rd.acts(part) && sc.rd.isLabelled(part) && !sc.rd.isAside(part) && !sc.rd.splits(part) {
			sc.pending = append(sc.pending, part)
			continue
		}
		before := len(sc.pending)
		sc.phraseOr(part, func() bool {
			if n := part.len() - 1; n > 1 && part.fold[n] == '等' {
				part = part.to(n)
				sc.out.Open = true
			}
			if sc.rd.isLabelled(part) || sc.rd.isStem(part) && (before > 0 || sc.rd.levelOf(part.bare()) > 0) {
				sc.pending = append(sc.pending[:before:before], part)
				return true
			}
			return false
		})
	}
	sc.finish(r)
}

// helpedBy returns which phrase of a labelled list begins the names that only help, 责任单位:各县区政府,
// 市科技局指导: the last between commas, that alone has a role, the lowest; -1 where it is not so.
func (sc *scan) helpedBy(p passage, r rank) int {
	rd := sc.rd
	lists := p.parts(",")
	if r >= rankMain { // 牵头单位:区司法局,区法院配合,各镇街落实
		k := slices.IndexFunc(lists, func(list passage) bool { return rd.says(list) })
		lists = lists[:k+1]
	}
	if len(lists) < 2 {
		return -1
	}
	last := rd.withoutLeadIn(lists[len(lists)-1].trim(around))
	at, t, ok := rd.roleIn(last, false)
	groups := ok && (t.acts || t.rank == rankAct) && rd.isGroup(last.to(at)) // 各县区政府负责落实
	if !ok || at == 0 || t.rank > rankGuide && !groups || !t.rest.empty() {
		return -1
	}
	phrases := 0
	for _, list := range lists[:len(lists)-1] {
		if list = list.trim(around); !rd.allNames(list) || rd.endsRole(list) {
			return -1
		}
		phrases += len(rd.rejoin(list.parts("、,;。 ")))
	}
	return phrases
}

// phrase reads one phrase: an aside, names, a role, or names with a role.
func (sc *scan) phrase(p passage) { sc.phraseOr(p, func() bool { return false }) }

func (sc *scan) phraseOr(p passage, orElse func() bool) {
	rd := sc.rd
	if p.len() > 1 && p.fold[0] == '第' && unicode.IsDigit(p.fold[1]) { // 第2、3项由市爱卫办统筹: of others
		sc.out.Unread = append(sc.out.Unread, p.written())
		return
	}
	sc.sep = p.sep
	p = rd.withoutLeadIn(p)
	if n := p.len() - 1; n > 3 && p.fold[0] == '在' && p.fold[n] == '下' {
		if at, _, ok := rd.roleIn(p.cut(1, n), false); ok && at > 0 {
			p = p.cut(1, n) // 在市委宣传部支持下
		}
	}
	if at := rd.andPersons(p); at > 0 {
		sc.out.note(p.from(at).written())
		p = p.to(at)
	}
	if p.empty() {
		return
	}
	if rd.isAside(p) {
		sc.out.note(p.written())
		sc.due(p)
		return
	}
	if names, open, ok := rd.names(p); ok {
		sc.add(names, open)
		return
	}
	if at, tail, ok := rd.roleIn(p, len(sc.pending) > 0); ok {
		if at > 0 {
			names, open, _ := rd.names(p.to(at))
			if sc.waits(names) { // 人才办、教体局,其中人才办牵头
				sc.close(rankDuty)
			}
			sc.add(names, open)
		} else if p.sep == ',' && !tail.rest.empty() && strings.ContainsRune("督监指", p.fold[0]) {
			sc.close(rankDuty) // 县执法局、县公安局,督促各街道整改
			sc.phrase(tail.rest)
			sc.close(rankHelp)
			return
		}
		sc.role(tail)
		return
	}
	if n := rd.jointLen(p); n > 0 && len(sc.said) > 0 && len(sc.pending) == 0 {
		sc.joint = true // 甲牵头,会同乙推进
		sc.phrase(p.from(n))
		return
	}
	if who, ok := rd.person(p); ok {
		if !who.unit.empty() {
			sc.add([]passage{who.unit}, false)
		}
		sc.out.note(p.from(who.unit.len()).written())
		if who.acts && (!who.unit.empty() || p.sep == '、') { // 市工信局党组书记、局长刘某某负总责
			sc.role(who.role)
		}
		return
	}
	if rd.IsEach(p.written()) {
		sc.add([]passage{p}, false)
		return
	}
	if at, d, ok := rd.does(p); ok {
		names, open, _ := rd.names(p.to(at))
		sc.add(names, open)
		sc.deed(d, p.from(at))
		return
	}
	if rd.isPerson(p) {
		sc.out.note(p.written())
		return
	}
	if sc.joint && sc.within && rd.isStem(p) { // 会同省委宣传、网信、通信管理等部门
		sc.add([]passage{p}, false)
		return
	}
	if orElse() {
		return
	}
	if at := rd.officeIn(p); at > 0 {
		sc.add([]passage{p.to(at)}, false)
		sc.deed(deed{rank: rd.deedRank(p.fold[at:])}, p.from(at))
		return
	}
	sc.out.Unread = append(sc.out.Unread, p.written())
}

// last is what was said last; what is told of nothing is lost.
func (sc *scan) last() *saying {
	if len(sc.said) == 0 {
		return &saying{}
	}
	return &sc.said[len(sc.said)-1]
}

// deed closes names with what they do. Within a list of names it is a remark.
func (sc *scan) deed(d deed, words passage) {
	switch {
	case !d.with.empty() && d.rank == rankHelp:
		sc.close(rankHelp)
		sc.helped = true
		sc.phrase(d.with)
	case !d.with.empty():
		sc.close(rankLead)
		sc.joint = true
		sc.phrase(d.with)
	default:
		sc.out.note(words.written())
		switch {
		case sc.joint:
			sc.close(rankHelp)
			sc.joint = false
		case !sc.within:
			sc.close(d.rank)
			sc.last().heads = d.rank == rankDeed && words.len() == 2
		}
	}
}

func (sc *scan) add(names []passage, open bool) {
	if len(names) > 0 && names[0].sep == 0 {
		names[0].sep = sc.sep
	}
	sc.pending = append(sc.pending, names...)
	sc.out.Open = sc.out.Open || open
}

// waits reports names of which each waits for a role already.
func (sc *scan) waits(names []passage) bool {
	for _, name := range names {
		if !slices.ContainsFunc(sc.pending, func(p passage) bool { return p.folded() == name.folded() }) {
			return false
		}
	}
	return true
}

// role closes the names before a role; who the role is done with comes behind it.
func (sc *scan) role(t tail) {
	if sc.joint {
		sc.close(rankHelp)
		sc.joint = false
		if t.rest.empty() {
			return
		}
	}
	switch {
	case !t.next.empty():
		sc.close(t.rank)
		sc.phrase(t.next)
	case t.rest.empty() && t.acts && sc.onlyGroups():
		sc.close(rankAct)
		sc.last().acts = true
	case t.rest.empty():
		sc.close(t.rank)
		sc.last().part = t.part
	case t.joint:
		r := rankLead
		_, both, acts := sc.rd.roleIn(t.rest, false)
		switch {
		case acts && both.rest.empty() && (both.rank == rankHelp || both.rank == rankGuide):
			r = both.rank // 会同财政部指导
		case !acts && !sc.rd.splits(t.rest) && !sc.rd.isName(t.rest):
			r = rankDeed // 会同市国资委|制定办法
		}
		sc.close(r)
		sc.last().heads = r == rankDeed
		sc.joint = true
		sc.phrase(t.rest)
	default:
		sc.close(t.rank)
		sc.helped = true
		sc.phrase(t.rest)
	}
}

// onlyGroups reports whether nobody but groups waits for a role.
func (sc *scan) onlyGroups() bool {
	for _, p := range sc.pending {
		if !sc.rd.isGroup(p) {
			return false
		}
	}
	return true
}

func (sc *scan) due(p passage) {
	if sc.out.Due == "" && isDate(p.fold) {
		sc.out.Due = p.written()
	}
}

// marked reads a list in which roles are in brackets behind names, 市科技局(牵头), or a sign is at those that lead,
// *市科技局. The others support. False where no name is marked.
func (sc *scan) marked(list passage, fallback rank) bool {
	if !strings.ContainsAny(list.folded(), closers) && (!strings.ContainsRune(list.folded(), sign) || sc.rd.says(list)) {
		return false
	}
	parts := sc.rd.rejoin(list.parts("、,;。 "))
	defer sc.rd.standBeside(parts)()
	ranks := make([]rank, len(parts))
	found := false
	for i, part := range parts {
		shared := false
		parts[i], ranks[i], shared = sc.rd.mark(part.trim(edges))
		found = found || ranks[i] != rankNone
		for k := i - 1; shared && k >= 0 && ranks[k] == rankNone; k-- {
			ranks[k] = ranks[i]
		}
	}
	if !found {
		return false
	}
	for i, part := range parts {
		sc.phrase(part)
		sc.close(max(ranks[i], rankHelp))
	}
	return true
}
