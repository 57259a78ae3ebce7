package clause

import (
	"slices"
	"strings"
	"unicode"
)

// What stands beside names in a list is a name as well, whatever it ends in, and what follows them is what they do,
// whatever the verb.

// standBeside takes for names what is none by itself in a list of names, 市城投 between 市教育局 and 市财政局, until
// it is undone.
func (rd *Reader) standBeside(parts []passage) (undo func()) {
	before := rd.beside
	for from := 0; from < len(parts); {
		to := from + 1
		for to < len(parts) && parts[to].sep == '、' {
			to++
		}
		if to-from > 1 {
			for _, p := range rd.oddMembers(parts[from:to]) {
				rd.beside = append(rd.beside[:len(rd.beside):len(rd.beside)], p.folded())
			}
		}
		from = to
	}
	return func() { rd.beside = before }
}

// oddMembers returns the members of a list that no ending tells to be names, where all others are names, at least as
// many, and one of them can be nothing else.
func (rd *Reader) oddMembers(list []passage) []passage {
	var odd []passage
	named, sure, places := 0, false, 0
	for i, p := range list {
		p = p.trim(around)
		names, _, ok := rd.names(p)
		if !ok {
			if at, _, found := rd.roleIn(p, false); found && at > 0 {
				if i < len(list)-1 {
					return nil // 市教育局配合、各县区落实: each has its own role
				}
				names, _, ok = rd.names(p.to(at))
			}
		}
		if ok {
			named++
			for _, name := range names {
				sure = sure || rd.known(name.written()) || rd.isSure(name) || officeEnd(name.folded()) != ""
			}
			continue
		}
		if i == len(list)-1 {
			p = rd.beforeRole(p)
		}
		if _, end := rd.sharedEnd(rd.nextName(list, i)); end != "" && isToponym(p.bare()) {
			places++
		} else if !rd.mayStandBeside(p) {
			return nil
		}
		odd = append(odd, p)
	}
	sure = sure || places > 0
	if !sure || len(odd)-places > named && slices.ContainsFunc(odd, func(p passage) bool { return rd.levelOf(p.fold) == 0 }) {
		return nil
	}
	return odd
}

// nextName is the next member of a list that is more than a toponym, without its role.
func (rd *Reader) nextName(list []passage, i int) []rune {
	for i++; i < len(list); i++ {
		if bare := list[i].trim(around).bare(); !isToponym(bare) {
			return rd.beforeRole(list[i].trim(around)).bare()
		}
	}
	return nil
}

// sharesPlaceEnd returns where the joint of two places is that share an end: 那洪|及|金凯街道办事处.
func (rd *Reader) sharesPlaceEnd(p passage) (at, n int) {
	for at = 2; at <= 3 && at < p.len()-3; at++ {
		if n = rd.and(p.fold[at:]); n > 0 && isToponym(p.fold[:at]) {
			if _, end := placeEnd(p.fold[at+n:]); end != "" {
				return at, n
			}
		}
	}
	return 0, 0
}

// beforeRole is a phrase without the role that ends it.
func (rd *Reader) beforeRole(p passage) passage {
	for i := 2; i < p.len(); i++ {
		if t, ok := rd.tail(p.from(i), true); ok && t.rest.empty() && rd.mayBegin(p.fold[i:]) {
			return p.to(i)
		}
	}
	return p
}

// longestOdd is more runes than a name has that no ending tells.
const longestOdd = 14

// mayStandBeside reports words that can be a name beside names: a level and more, or four runes and more,
// without a verb, a joint or a person in them.
func (rd *Reader) mayStandBeside(p passage) bool {
	bare := p.bare()
	if len(bare) < 3 || len(bare) > longestOdd || len(bare) < 4 && rd.levelOf(bare) == 0 || strings.ContainsAny(string(bare), "某和及与并等前后") ||
		rd.spoiled(p, bare) || rd.words.verb.In(string(bare)) || rd.words.remark.In(string(bare)) || rd.isAside(p) {
		return false
	}
	if at, _, ok := rd.does(p); ok && at > 0 {
		return false
	}
	for _, c := range bare {
		if !unicode.Is(unicode.Han, c) {
			return false
		}
	}
	return true
}

// deed is what names do in words that are no role: 市财政局|安排资金. Of two units the first may do it together
// with, or for, the second: 市教育局|商|市财政局.
type deed struct {
	rank rank
	with passage // names that words of at most longestWith runes part from those before
}

const longestWith = 4

// longestDeed is more runes than who does what has.
const longestDeed = 600

// does parts a phrase into names that can be nothing else and what they do, whatever it is.
func (rd *Reader) does(p passage) (at int, d deed, ok bool) {
	for at = p.len() - 2; at > 2 && p.len() < longestDeed; at-- {
		list, _, named := rd.names(p.to(at))
		if !named || !rd.allSure(list) {
			continue
		}
		rest := p.from(at)
		for i := 1; i <= longestWith && i < rest.len()-2; i++ {
			if with := rest.from(i); rd.beginsSure(with) && rd.and(rest.fold) == 0 {
				return at, deed{rd.words.rankIn(rest.fold[:i]), with}, true
			}
		}
		if rest.len() > longestComplement || strings.ContainsAny(rest.folded(), "的由:。;等和及与") || rd.words.office.Ends(rest.fold) > 0 || rd.words.collective.Ends(rest.fold) > 0 {
			break
		}
		return at, deed{rank: rd.deedRank(rest.fold)}, true
	}
	return 0, d, false
}

// officeIn returns where the office ends that begins a phrase of a clause and does something, whatever it is:
// 审计部|提出方案; 0 where none is there.
func (rd *Reader) officeIn(p passage) int {
	for at := p.len() - 2; at > 2; at-- {
		rest := p.from(at)
		if rest.len() > longestComplement || strings.ContainsAny(rest.folded(), "的由:。;等和及与") || rd.words.office.Ends(rest.fold)+rd.words.collective.Ends(rest.fold) > 0 && !rd.words.never.Has(rest.folded()) {
			return 0
		}
		if rd.words.office.Ends(p.fold[:at]) > 0 && rd.isName(p.to(at)) {
			return at
		}
	}
	return 0
}

// deedRank is the role that words say, or that they are a deed.
func (rd *Reader) deedRank(words []rune) rank {
	if r := rd.words.rankIn(words); r != rankNone {
		return r
	}
	return rankDeed
}

// isDuties reports words of which every part is names, what they are to do, or a remark, and one says a role.
func (rd *Reader) isDuties(p passage) bool {
	roles := 0
	parts := rd.rejoin(p.parts("、,;。"))
	defer rd.standBeside(parts)()
	for _, part := range parts {
		part = part.trim(around)
		if _, _, ok := rd.names(part); ok || rd.isAside(part) {
			continue
		}
		if at, _, ok := rd.roleIn(part, false); ok && at > 0 {
			roles++
			continue
		}
		if at, _, ok := rd.does(part); !ok || at == 0 {
			return false
		}
	}
	return roles > 0
}

// isDeed reports words that are nothing but two names or more, that can be nothing else, and what they do: 市教育局主推,
// 市财政局、市人社局协推.
func (rd *Reader) isDeed(p passage) bool {
	names, deeds := 0, 0
	for _, part := range rd.rejoin(p.parts("、,;。")) {
		part = part.trim(around)
		list, _, ok := rd.names(part)
		if !ok {
			at, _, does := rd.does(part)
			if !does {
				return false
			}
			list, _, _ = rd.names(part.to(at))
			deeds++
		}
		if !rd.allSure(list) {
			return false
		}
		names += len(list)
	}
	return names > 1 && deeds > 0
}

// acts reports a phrase in which names do something.
func (rd *Reader) acts(p passage) bool {
	if rd.isName(p) {
		return false
	}
	_, _, role := rd.roleIn(p, false)
	_, _, deed := rd.does(p)
	return role || deed || rd.endsRole(p)
}

// beginsSure reports whether names that can be nothing else begin a phrase, and a role may follow them.
func (rd *Reader) beginsSure(p passage) bool {
	list, _, ok := rd.names(p)
	if !ok {
		at, _, found := rd.roleIn(p, false)
		if !found && p.len() <= longestName {
			at, _, found = rd.does(p)
		}
		if !found || at == 0 {
			return false
		}
		list, _, _ = rd.names(p.to(at))
	}
	return rd.allSure(list) && (rd.known(list[0].written()) || rd.isSure(list[0]))
}

// allSure reports whether every name of a list is a unit and can be nothing else.
func (rd *Reader) allSure(list []passage) bool {
	for _, name := range list {
		bare := name.bare()
		if len(bare) < 3 || !rd.known(name.written()) && officeEnd(string(bare)) == "" && !(rd.isSure(name) && (rd.words.office.Ends(bare) > 0 || rd.isGroup(name))) {
			return false
		}
	}
	return len(list) > 0
}

// holdsTwo reports two names that a word parts which is no part of either: 市教育局商市财政局, of one level, or both
// known.
func (rd *Reader) holdsTwo(bare []rune) bool {
	level := rd.levelOf(bare)
	for at := 3; at < len(bare)-3; at++ {
		if officeEnd(string(bare[:at])) == "" {
			continue
		}
		for i := at + 1; i <= at+longestWith && i < len(bare)-2; i++ {
			if level > 0 && rd.levelOf(bare[i:]) == level && slices.Equal(bare[:level], bare[i:i+level]) && rd.words.office.Ends(bare) > 0 ||
				level == 0 && rd.known(string(bare[:at])) && rd.known(string(bare[i:])) {
				return true
			}
		}
	}
	return false
}
