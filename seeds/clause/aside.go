package clause

import "strings"

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

// person parts a phrase into a unit and a post with the person's name, 市教育局|局长王某.
func (rd *Reader) person(p passage) (unit passage, ok bool) {
	for i := range p.len() {
		n := rd.words.post.Begins(p.fold[i:])
		if n == 0 || p.len()-i-n > 6 || rd.endsOffice(p.fold[i:]) {
			continue
		}
		left := p.to(i).trim(around)
		if left.len() <= 2 { // 市长, 副市长, 县委书记
			return passage{}, true
		}
		if names, _, ok := rd.names(left); ok && len(names) == 1 {
			return left, true
		}
		if _, behind := rd.tail(p.from(i+n), true); behind && left.len() <= longestPerson {
			return passage{}, true // 王某某常务副市长负责
		}
	}
	return passage{}, false
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
