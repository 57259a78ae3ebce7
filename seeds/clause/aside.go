package clause

import (
	"slices"
	"strings"
)

// longestAside is more runes than words of time have.
const longestAside = 26

// isAside reports words that name nobody: a time, a property of the task.
func (rd *Reader) isAside(p passage) bool {
	p = p.trim(around)
	fold := p.fold
	if len(fold) == 0 {
		return true
	}
	if len(fold) > longestAside || rd.endsOffice(fold) {
		return false
	}
	if fold[0] == '以' { // 以医院、商场为重点, 以展促销; not 以县总工会为主
		at := slices.Index(fold, '为')
		if at < 0 {
			return len(fold) == 4 && !rd.isName(p.from(1))
		}
		_, role := rd.tail(p.from(at), true)
		return !role
	}
	if rd.words.remark.Ends(fold) > 0 {
		return true
	}
	return rd.words.time.Begins(fold) > 0 || isDate(fold)
}

// isDate reports words that begin with a day, a month or a year: 6月底前完成.
func isDate(fold []rune) bool {
	i := 0
	for i < len(fold) && strings.ContainsRune("0123456789./-—至到 ", fold[i]) {
		i++
	}
	return i > 0 && i < len(fold) && strings.ContainsRune("年月", fold[i])
}

// endsOffice reports words that end as offices do.
func (rd *Reader) endsOffice(fold []rune) bool {
	bare := (passage{raw: fold, fold: fold}).bare()
	return rd.words.office.Ends(bare) > 0
}

// official is somebody by the post, with the unit the post is of and what is to be done: 市教育局|副局长|王某|负责.
type official struct {
	unit passage
	role tail
	acts bool // a role is there
}

// person reads a phrase of a post, with the person's name or without.
func (rd *Reader) person(p passage) (o official, ok bool) {
	for i := range p.len() {
		n := rd.words.post.Begins(p.fold[i:])
		if n == 0 {
			continue
		}
		o.role, o.acts = rd.behindPost(p.from(i + n))
		if !o.acts && p.len()-i-n > 6 || rd.endsOffice(p.fold[i:]) {
			continue
		}
		left := rd.withoutRankOfPost(p.to(i).trim(around))
		if left.len() <= 2 { // 市长, 副市长, 县委书记
			return o, true
		}
		if names, _, ok := rd.names(left); ok && len(names) == 1 {
			o.unit = left
			return o, true
		}
		if _, behind := rd.tail(p.from(i+n), true); behind && left.len() <= longestPerson {
			return o, true // 王某某常务副市长负责
		}
	}
	return o, false
}

// behindPost reads the role behind a post, which a person's name may part from it.
func (rd *Reader) behindPost(p passage) (t tail, ok bool) {
	for i := 0; i <= 4 && i < p.len()-1; i++ {
		if t, ok = rd.tail(p.from(i), false); ok && t.rest.empty() {
			return t, true
		}
	}
	return t, false
}

// withoutRankOfPost is the unit of a post without what belongs to the post: 市财政局|副, 市工信局|党组.
func (rd *Reader) withoutRankOfPost(unit passage) passage {
	for {
		n := rd.words.postRank.Ends(unit.fold)
		if n == 0 || unit.len()-n < 3 || !rd.standsAlone(unit.to(unit.len()-n)) || rd.isGroup(unit) {
			return unit
		}
		unit = unit.to(unit.len() - n)
	}
}

// andPersons returns where the joint is that puts persons beside names, 各责任单位|和包案领导; 0 where there is none.
func (rd *Reader) andPersons(p passage) int {
	n := rd.words.labelPersons.Ends(p.fold)
	for at := 2; n > 0 && at < p.len()-n; at++ {
		if k := rd.and(p.fold[at:]); k > 0 && p.len()-at-k <= longestPerson {
			if _, _, ok := rd.names(p.to(at)); ok {
				return at
			}
		}
	}
	return 0
}

// isPerson reports the name of a person alone that is made known as one, or one that a role follows: 孙某, 王某某负责,
// 李四负责.
func (rd *Reader) isPerson(p passage) bool {
	before := rd.beforeRole(p)
	bare := before.bare()
	if before.len() < p.len() && (len(bare) == 2 || len(bare) == 3) && rd.words.surname.Begins(bare) > 0 {
		return !rd.isName(before) && !rd.isStem(before)
	}
	return len(bare) > 1 && len(bare) <= 4 && strings.ContainsAny(string(bare), "某×") || strings.HasSuffix(string(bare), "同志")
}

// longestPerson is more runes than a person's name and 常务 before the post have.
const longestPerson = 6
