package clause

import (
	"strings"
	"unicode"
)

// spoiled reports words that are no name because of what is in them.
func (rd *Reader) spoiled(p passage, bare []rune) bool {
	digits := 0
	for i, c := range bare {
		if unicode.IsDigit(c) {
			digits++
		}
		if strings.ContainsRune("。;:!?,<>=%+&・是", c) || c == '为' && (rd.words.collectiveMark.Begins(bare[i+1:]) > 0 || rd.roleBegins(bare[i+1:]) || i > 1 && rd.saysCalled(bare[i:])) || c == '的' && !rd.concerned(bare, i) || c == '由' && (i == 0 || bare[i-1] != '自') {
			return true
		}
	}
	if digits > 4 || bare[0] == '第' && len(bare) > 1 && unicode.IsDigit(bare[1]) || rd.joins(bare) || strings.ContainsRune("等由以请", bare[0]) || everyAt(bare) >= 0 || bare[0] == '报' && rd.levelOf(bare[1:]) > 0 { // 报市政府审定
		return true
	}
	v := &rd.words
	if v.leads.Begins(bare) > 0 {
		return true
	}
	for i := 2; i < len(bare)-2; i++ { // 单位及各地区, 盐田管理局及其他有关部门: two names
		if n := rd.and(bare[i:]); n > 0 && (bare[i+n] == '各' || v.collectiveMark.Begins(bare[i+n:]) > 0 && bare[0] != '各') {
			return true
		}
	}
	if v.verb.Begins(bare) > 0 || rd.hasPost(bare) || rd.holdsTwo(bare) || rd.officeActs(bare) {
		return true
	}
	end := v.office.Ends(bare)
	for i := 1; i < len(bare) && !rd.hasPurpose(bare); i++ {
		if n := v.verb.Begins(bare[i:]); n > 0 && !(i+n == len(bare)-end || i+n == len(bare)) {
			if v.verb.Has(string(bare[i : i+n])) {
				return true
			}
		}
	}
	// A role within a name: 各项目牵头单位 is one, 市工信局牵头 is none.
	for i := range bare {
		if n := v.never.Begins(bare[i:]); n > 0 && !v.collective.Has(string(bare[i+n:])) && !rd.acrossOffices(bare, i, n) {
			return true
		}
	}
	n := v.roleEnds(bare)
	return n > v.collective.Ends(bare) && !rd.acrossOffices(bare, len(bare)-n, n) // 各二级党组织, 区政协办
}

// saysCalled reports 为业主单位: what somebody is to be.
func (rd *Reader) saysCalled(fold []rune) bool {
	_, called := rd.isCalled(fold)
	return called
}

func (rd *Reader) roleBegins(bare []rune) bool {
	_, n := rd.words.roleAt(bare)
	return n > 0
}

// hasPurpose reports a body of some level that is named by what it is for: 市推进一体化发展领导小组办公室.
func (rd *Reader) hasPurpose(bare []rune) bool {
	s := string(bare)
	return rd.levelOf(bare) > 0 && (strings.HasSuffix(strings.TrimSuffix(s, "办公室"), "领导小组") || strings.HasSuffix(s, "指挥部") || strings.HasSuffix(s, "专班"))
}

// joins reports words that a joint begins, 和市财政局, and no place, 和平区政府.
func (rd *Reader) joins(bare []rune) bool {
	n := rd.and(bare)
	if n == 0 {
		return false
	}
	rest := bare[n:]
	if bare[0] != '和' || len(rest) < 2 {
		return true
	}
	if rd.levelOf(rest) > 0 {
		return !governs(string(bare)) || !rd.words.level.Has(string(rest[:1])) // 和县人民政府 is a place's
	}
	return rest[0] == '各' || rd.known(string(rest)) || rd.words.collectiveMark.Begins(rest) > 0
}

// officeActs reports an office and what it does, 县自然资源局|保障用地, 行政审批局|联合自然资源分局; a section of one is
// none: 市教育局|指导科.
func (rd *Reader) officeActs(bare []rune) bool {
	for i := 3; i < len(bare)-2; i++ {
		joint := rd.words.joint.Begins(bare[i:])
		if _, n := rd.words.roleAt(bare[i:]); n+joint+rd.words.together.Begins(bare[i:]) == 0 || rd.words.office.Ends(bare[:i]) == 0 {
			continue
		} else if n > 0 && i+n < len(bare) && bare[i+n] == '各' {
			return true // 市卫健委|组织|各医院
		}
		if rest := (passage{raw: bare[i+joint:], fold: bare[i+joint:]}); joint > 0 && (rd.isSure(rest) || joint > 1 && rd.isName(rest)) {
			return true // 财务管理部|会商|法务部
		}
		if !strings.ContainsRune("局厅署", bare[i-1]) {
			continue
		}
		if !strings.ContainsRune("科股处室站所队组办部会", bare[len(bare)-1]) || rd.isName(passage{raw: bare[i+2:], fold: bare[i+2:]}) {
			return true
		}
	}
	return false
}

// acrossOffices reports whether a word lies across two offices of a name: 协办 in
// 市政协办公室.
func (rd *Reader) acrossOffices(bare []rune, i, n int) bool {
	for k := i + 1; k < i+n; k++ {
		if rd.words.office.Ends(bare[:k]) > 0 && rd.words.office.Begins(bare[k:]) > 0 {
			return true
		}
	}
	return false
}

// longestConcern is more runes than what a group is told by has: 事项涉及的各部门.
const longestConcern = 8

// concerned reports whether 的 at i parts what a group is told by from 各部门 or 有关单位.
func (rd *Reader) concerned(bare []rune, i int) bool {
	rest := bare[i+1:]
	if (rd.words.collectiveMark.Begins(bare) > 0 || rd.words.collectiveDuty.Ends(bare[:i]) > 0 || bare[0] == '有' && i > 1) && rd.words.collective.Has(placesOnly(rest)) {
		return true // 其他有行政执法权的部门, 负有安全监管职责的部门
	}
	return i > 1 && i < longestConcern && len(rest) > 1 && (rest[0] == '各' || rd.words.collectiveMark.Begins(rest) > 0) &&
		rd.words.collective.Ends(rest) > 0
}

// placesOnly is 区 of 区人民政府: what a group of governments is of.
func placesOnly(rest []rune) string {
	s := string(rest)
	for _, office := range []string{"人民政府", "政府"} {
		if place, ok := strings.CutSuffix(s, office); ok {
			return place
		}
	}
	return s
}

func (rd *Reader) hasPost(bare []rune) bool {
	for i := range bare {
		if n := rd.words.post.Begins(bare[i:]); n > 0 && len(bare)-i-n <= 4 && rd.words.office.Ends(bare[i+n:]) == 0 &&
			rd.words.place.Ends(bare[i+n:]) == 0 {
			return true
		}
	}
	return false
}
