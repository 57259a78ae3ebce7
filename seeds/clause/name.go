package clause

import (
	"slices"
	"strings"
	"unicode"
)

const longestName = 40

// names parts a phrase into the names of a list: at 等和, 和/及 between units, and
// before 各…. Open tells that 等 stood there. False where one part is no name.
func (rd *Reader) names(p passage) (list []passage, open, ok bool) {
	p = p.trim(around)
	switch {
	case p.len() < 2:
		return nil, false, false
	case rd.known(p.written()):
		return []passage{p}, false, true // with the separator before it
	}
	if n := rd.and(p.fold); n > 0 && p.sep == ',' && !rd.isName(p) {
		return rd.names(p.from(n)) // ,及各行业主管部门
	}
	if list, open, ok := rd.stemList(p); ok {
		return list, open, true
	}
	if list := p.parts("/"); len(list) > 2 && rd.areOffices(list) { // two may be the names of one
		return list, false, true // 后勤处/学工部
	}
	if list, ok := rd.openList(p); ok {
		return list, true, true
	}
	if at, n := rd.sharesPlaceEnd(p); n > 0 {
		return []passage{p.to(at), p.from(at + n)}, false, true
	}
	depth := 0
	for i := range p.len() - 1 {
		if strings.ContainsRune(openers, p.fold[i]) {
			depth++
		} else if strings.ContainsRune(closers, p.fold[i]) {
			depth--
		}
		n := rd.and(p.fold[i:])
		if n == 0 || i < 2 || depth > 0 || !rd.isName(p.to(i)) {
			continue
		}
		if more, open, ok := rd.names(p.from(i + n)); ok && (rd.bothNames(p.to(i), more[0]) || rd.eachPlural(p, i, more[0])) && (p.fold[i] > 0x2e80 || rd.isSure(more[0]) || officeEnd(more[0].folded()) != "") {
			return append([]passage{p.to(i).trim(around)}, more...), open, true
		}
	}
	return []passage{p}, false, rd.isName(p)
}

// eachPlural reports whether 及 at i joins an office and those it has to do with, 各园区管委会|及|入驻企业; also an office
// and a place, 省总工会|及|会同县.
func (rd *Reader) eachPlural(p passage, i int, b passage) bool {
	a, bare := p.to(i), b.bare()
	if !rd.standsAlone(a) || rd.words.office.Ends(a.bare()) == 0 || len(bare) < 3 || bare[0] == '其' || !rd.isName(b) {
		return false
	}
	return rd.isCounty(b.folded()) || strings.ContainsRune("及以", p.fold[i]) && rd.words.place.Ends(bare) > 0
}

// bothNames reports whether the halves of A和B are names by themselves; beside a group, 各有关部门和青河市,
// a place is one.
func (rd *Reader) bothNames(a, b passage) bool {
	if bare := b.bare(); rd.isGroup(b) && (bare[0] == '各' || rd.words.collectiveMark.Begins(bare) > 0) {
		return true // 银保监会及各地区
	}
	return rd.standsAlone(a) && rd.standsAlone(b) ||
		rd.isGroup(a) && rd.namesPlace(b) || rd.namesPlace(a) && rd.isGroup(b)
}

// namesPlace reports the name of a place that is governed, 青河市, or of a section of an office, 财务科.
func (rd *Reader) namesPlace(p passage) bool {
	bare := p.bare()
	return len(bare) > 2 && strings.ContainsRune("市县区旗州盟镇乡科股处室", bare[len(bare)-1]) && rd.isName(p)
}

// standsAlone reports whether a half of A和B is a name by itself.
func (rd *Reader) standsAlone(half passage) bool {
	half = half.trim(around)
	if !rd.isName(half) {
		return false
	}
	bare := half.bare()
	return rd.known(half.written()) || rd.isGroup(half) || len(bare) > 2 && rd.words.office.Ends(bare) > 0
}

// and returns the length of the word that joins two names.
func (rd *Reader) and(fold []rune) int {
	for _, w := range []string{"以及", "和", "及", "与", "或", "并", "/", "+", "&", "・", "·"} {
		if n := len([]rune(w)); len(fold) >= n && string(fold[:n]) == w {
			return n
		}
	}
	return 0
}

// openList reads A等, A等有关部门, A等和B, A等部门及B.
func (rd *Reader) openList(p passage) ([]passage, bool) {
	for i := 2; i < p.len(); i++ {
		if p.fold[i] != '等' {
			continue
		}
		rest := p.from(i + 1)
		n := rd.skipFiller(rest.fold)
		if k := rd.described(rest.fold); n == 0 {
			n = k // 等政法单位和
		}
		left, _, ok := rd.names(p.to(i))
		if !ok && n > 0 && rd.isStem(p.to(i)) {
			left, ok = []passage{p.to(i)}, true
		}
		if !ok {
			continue
		}
		if n == rest.len() || rd.words.collectiveMark.Begins(rest.fold) > 0 && rd.isName(rest) {
			return left, true // 等相关区政府
		}
		if k := rd.and(rest.fold[n:]); k > 0 {
			if more, _, ok := rd.names(rest.from(n + k)); ok {
				return append(left, more...), true
			}
		}
		if more, _, ok := rd.names(rest); ok {
			return append(left, more...), true
		}
	}
	return nil, false
}

// described returns the length of what those named before 等 are, with more names behind it: 政法单位|和; 0 where it
// is not so.
func (rd *Reader) described(fold []rune) int {
	for n := 3; n < min(len(fold), longestConcern); n++ {
		if rd.and(fold[n-1:]) > 0 {
			return 0
		}
		if rd.words.collective.Ends(fold[:n]) > 1 && fold[0] != '各' && rd.words.collectiveMark.Begins(fold) == 0 && rd.and(fold[n:]) > 0 {
			return n
		}
	}
	return 0
}

// skipFiller returns the length of what is behind 等 and names nobody: 15个有关部门
// 和单位.
func (rd *Reader) skipFiller(fold []rune) int {
	i := 0
	for i < len(fold) {
		n := rd.words.filler.Begins(fold[i:])
		if n == 0 && unicode.IsDigit(fold[i]) {
			n = 1
		}
		if n == 0 && i > 0 {
			if k := rd.and(fold[i:]); k > 0 && i+k < len(fold) && fold[i+k] != '各' && rd.words.filler.Begins(fold[i+k:]) > 0 && rd.skipFiller(fold[i+k:]) == len(fold)-i-k {
				n = k
			}
		}
		if n == 0 {
			break
		}
		i += n
	}
	return i
}

// isName reports whether words are the name of a unit or a group: known, or ending as
// units do, without a role, a verb or a person in it.
func (rd *Reader) isName(p passage) bool {
	p = p.trim(around)
	if p.len() < 2 || p.len() > longestName {
		return false
	}
	if rd.known(p.written()) || slices.Contains(rd.beside, p.folded()) {
		return true
	}
	bare := p.bare()
	if len(bare) < 2 || rd.spoiled(p, bare) || rd.roleBegins(bare) && rd.ownLabel(bare) == len(bare) {
		return false // 责任单位
	}
	return rd.isGroup(p) || rd.words.office.Ends(bare) > 0 && rd.properEnd(bare) || rd.isPlace(bare)
}

// properEnd reports whether an office is more than its ending and a level: 市局 may be one,
// 办 alone is none.
func (rd *Reader) properEnd(bare []rune) bool {
	return len(bare) > rd.words.office.Ends(bare) || len(bare) > 2 || rd.words.elided.Has(string(bare))
}

// isPlace reports whether a name ends in what places and bodies are called. Such an end
// says little: the name is short, and nothing in it speaks of work.
func (rd *Reader) isPlace(bare []rune) bool {
	n := rd.words.place.Ends(bare)
	return n > 0 && len(bare) > n && len(bare) <= 16 && bare[0] != '整' && // 整县推进
		!(bare[len(bare)-1] == '地' && rd.beginsWithGroup(bare))
}

// isLabelled reports whether words behind a label like 配合单位: can be a name. The
// label says that they are one, so an ending that units seldom have is taken; the name
// of a person is shorter, that of a section, 财务科, may be as short.
func (rd *Reader) isLabelled(p passage) bool {
	if rd.isName(p) {
		return true
	}
	bare := p.bare()
	if rd.IsEach(p.written()) {
		return true // 各矿
	}
	if len(bare) < 3 || len(bare) < 5 && rd.levelOf(bare) == 0 && !strings.ContainsRune("科股处室站所队", bare[len(bare)-1]) || len(bare) > 20 || rd.spoiled(p, bare) || rd.words.verb.In(string(bare)) || rd.words.remark.In(string(bare)) {
		return false
	}
	for _, c := range bare {
		if !unicode.Is(unicode.Han, c) && !unicode.IsLetter(c) && !strings.ContainsRune("·“”", c) && !unicode.IsDigit(c) {
			return false
		}
	}
	return true
}

// splits reports whether it is a phrase of several names.
func (rd *Reader) splits(p passage) bool {
	list, open, ok := rd.names(p)
	return ok && (open || len(list) > 1)
}

// allNames reports whether it is a list of nothing but names.
func (rd *Reader) allNames(p passage) bool {
	found := false
	parts := rd.rejoin(p.parts("、,;。 "))
	defer rd.standBeside(parts)()
	for _, part := range parts {
		part = part.trim(around)
		if part.empty() {
			continue
		}
		if _, _, ok := rd.names(part); !ok {
			return false
		}
		found = true
	}
	return found
}

// areUnits reports whether a list without any role can only be units: the first, or
// two and half of all, are known, groups, or named by their level and their office,
// and the others end as units do.
func (rd *Reader) areUnits(list []passage) bool {
	sure, first := 0, false
	for i, p := range list {
		switch {
		case rd.known(p.written()), rd.isSure(p):
			sure++
			first = first || i == 0
		case rd.isStem(p):
			if rd.levelOf(p.bare()) > 0 {
				sure++
				first = first || i == 0
			}
		case i > 0 && rd.IsEach(p.written()):
		case !rd.isName(p) || len(p.bare()) < 3:
			return false
		}
	}
	return first || sure >= 2 && sure*2 >= len(list)
}

// areOffices reports several names that are all groups or end as offices and their parts do, and are long
// enough to be no common nouns: 科技处、社科处, not 学校、医院. Beside as many of them, 综合行政执法队 is one.
func (rd *Reader) areOffices(list []passage) bool {
	teams := 0
	for _, p := range list {
		bare := p.bare()
		switch {
		case rd.isGroup(p), rd.IsEach(p.written()):
		case !rd.isName(p) || len(bare) < 3 && !(rd.BareEnds && strings.ContainsRune("办部处局", bare[1])):
			return false
		case rd.BareEnds && strings.ContainsRune("所站队", bare[len(bare)-1]):
		case rd.words.office.Ends(bare) == 0 && !strings.ContainsRune("处科室", bare[len(bare)-1]):
			teams++
		}
	}
	return (len(list) > 1 || rd.BareEnds) && teams*2 <= len(list)
}

// haveLevels reports names of which each says whose it is: 县农广校.
func (rd *Reader) haveLevels(list []passage) bool {
	return !slices.ContainsFunc(list, func(p passage) bool { return rd.levelOf(p.bare()) == 0 || len(p.bare()) < 4 })
}

// WithoutRemark is a name without the bracket behind it that is neither a second sign nor part of it:
// 县交通运输局(国省道), 市教育局(王某某). False where it has none.
func (rd *Reader) WithoutRemark(name string) (string, bool) {
	p := newPassage(name)
	open := p.opener()
	if open < 2 {
		return name, false
	}
	inner, office := p.cut(open+1, p.len()-1).bare(), p.to(open)
	if len(inner) < 2 || rd.isGroup(p) && (!rd.isGroup(office) || rd.otherPlaces(inner)) || rd.words.office.Ends(inner)+rd.words.place.Ends(inner)+rd.words.collective.Ends(inner) > 0 ||
		!rd.isName(office) || rd.words.office.Ends(office.bare()) == 0 && !rd.isGroup(office) && !strings.ContainsRune(string(inner), '某') {
		return name, false
	}
	return office.written(), true
}

// otherPlaces reports what a group is as well, or but for: 各镇(街道), 各县(不含市区).
func (rd *Reader) otherPlaces(inner []rune) bool {
	return rd.words.post.Ends(inner) == 0 && strings.ContainsAny(string(inner), "含除各、街镇乡县市区旗州园党支")
}

// withoutExplanation is a name without the bracket that says whom it stands for: 各区政府(含开发区管委会,下同).
func (rd *Reader) withoutExplanation(name passage) passage {
	open := name.opener()
	if open < 2 || !strings.ContainsRune("含包不下", name.fold[open+1]) || !rd.isName(name.to(open)) {
		return name
	}
	return name.to(open)
}

// isSure reports whether a name cannot be anything else: a group, a government, or an
// office named by its level.
func (rd *Reader) isSure(p passage) bool {
	bare := p.bare()
	s := string(bare)
	if !rd.isName(p) {
		return false
	}
	return rd.isGroup(p) || governs(s) ||
		rd.words.office.Ends(bare) > 0 && (rd.levelOf(bare) > 0 || rd.words.local.Begins(bare) > 0)
}

// governs reports whether it is the government of a place by its name: 青山县人民政府, not 服务型政府.
func governs(name string) bool {
	place, ok := strings.CutSuffix(name, "政府")
	if !ok {
		place, ok = strings.CutSuffix(name, "办事处")
		return ok && strings.HasSuffix(place, "街道")
	}
	runes := []rune(strings.TrimSuffix(place, "人民"))
	return len(runes) > 0 && strings.ContainsRune("省市县区旗州镇乡盟", runes[len(runes)-1])
}

// levelOf returns the length of the level of government that a name begins with, 0
// where it begins with none: 市场监管局.
func (rd *Reader) levelOf(bare []rune) int {
	for _, word := range []string{"市场", "区域", "县域", "国家级", "市政", "州际"} {
		if s := string(bare); strings.HasPrefix(s, word) && !strings.HasPrefix(s, "市政府") && !strings.HasPrefix(s, "市政协") && !strings.HasPrefix(s, "市政务") {
			return 0
		}
	}
	return rd.words.level.Begins(bare)
}

// List reads words that are nothing but names, the cell of a table: all of them lead,
// unless the cell says otherwise.
func (rd *Reader) List(words string) Said {
	rd.prefix = ""
	sc := &scan{rd: rd}
	for _, seg := range rd.segments(newPassage(words)) {
		if seg.kind == kindPlain {
			seg.kind, seg.rank = kindUnits, rankDuty
		}
		sc.segment(seg)
	}
	return sc.settle()
}

// EndsOffice reports whether words end as the names of offices do.
func EndsOffice(words string) bool {
	p := newPassage(words)
	return genre().words.office.Ends(p.fold) > 0
}
