package clause

import (
	"strings"
	"sync"
	"unicode"

	"tianbao/seeds/words"
)

// full gives the names of a list in full: 省科技厅、工业和信息化厅 its second 省, also where
// the first stands with another role of the same clause, and 涡阳、蒙城县政府 its first
// 县政府, 青山县、白河县政府 its first 政府.
func (rd *Reader) full(list []passage) []Name {
	names := make([]Name, len(list))
	for i, p := range list {
		p = rd.withoutExplanation(p)
		if s, ok := rd.WithoutRemark(p.written()); ok && rd.isGroup(p) {
			p = newPassage(s)
		}
		names[i] = Name{p.written(), p.written()}
	}
	rd.restoreEnds(names)
	rd.restoreStems(list, names)
	restoreCommittees(names)
	beside := false // the name before it has its level
	for i := range names {
		bare := newPassage(names[i].Full).bare()
		if n := rd.levelOf(bare); n > 0 && !rd.isGroup(list[i]) {
			rd.prefix, beside = string(bare[:n]), true
			continue
		}
		if n := provinceIn(bare); n > 0 && rd.isName(list[i]) {
			rd.prefix, beside = string(bare[n-1:n]), true // 四川省能源局、水利厅
			continue
		}
		full := rd.withLevel(names[i].Full, bare, beside)
		beside = full != names[i].Full
		names[i].Full = full
	}
	return names
}

// provinceIn returns where the province ends whose name an office begins with, 0 where none is: 四川省|能源局.
func provinceIn(bare []rune) int {
	for n := 3; n <= 4 && n < len(bare)-1; n++ {
		if bare[n-1] == '省' {
			return n
		}
	}
	return 0
}

// withLevel returns a name with the level that is before another of its clause.
func (rd *Reader) withLevel(name string, bare []rune, beside bool) string {
	prefix := rd.prefix
	if prefix == "" || rd.isGroup(newPassage(name)) {
		return name
	}
	office := strings.TrimSuffix(strings.TrimSuffix(prefix, "党委"), "委")
	v := &rd.words
	switch full := office + name; {
	case v.party.Has(string(bare)):
		if strings.HasSuffix(prefix, "委") {
			return prefix + name
		}
		return name
	case prefix == "国家" && strings.HasPrefix(name, "国"):
		return name
	case rd.known(full), rd.ofFields(bare), v.elided.Has(string(bare)):
		return full
	case rd.known(name):
		return name
	case beside && prefix != "国家" && rd.plainOffice(bare):
		return full
	}
	return name
}

// ofFields reports whether it is a department named by fields of government alone or together:
// 文化旅游体育局.
func (rd *Reader) ofFields(bare []rune) bool {
	end := len([]rune(officeEnd(string(bare))))
	stem := bare[:len(bare)-end]
	return end > 0 && len(stem) > 0 && rd.fieldsOnly(stem)
}

// plainOffice reports whether it is a department, beside one that has its level, that belongs to no
// place or body of its own: not 黄河河务局, 铁路局, 青山区教育局.
func (rd *Reader) plainOffice(bare []rune) bool {
	s := string(bare)
	if len(bare) > 12 || rd.words.local.Begins(bare) > 0 || !strings.HasSuffix(s, "局") && !strings.HasSuffix(s, "厅") && !strings.HasSuffix(s, "办") && !strings.HasSuffix(s, "委") {
		return false
	}
	if rd.words.alone.In(s) || strings.ContainsAny(s, "省县区旗州镇乡") {
		return false
	}
	for _, place := range rd.places {
		if strings.HasPrefix(s, place) {
			return false
		}
	}
	return true
}

// restoreEnds gives 涡阳、蒙城县政府 its first 县政府, where that is a name met before or the places alone are named
// before it, 那洪及金凯街道办事处.
func (rd *Reader) restoreEnds(names []Name) {
	end, place := "", ""
	for i := len(names) - 1; i >= 0; i-- {
		if s := governmentEnd(names[i].Full); s != "" {
			end = s
		} else if end != "" && !rd.known(names[i].Full) && rd.known(names[i].Full+end) {
			names[i].Full += end
		} else if next := governmentOf(names, i+1); next != "" && !rd.known(names[i].Full) && rd.isCounty(names[i].Full) {
			names[i].Full += next
		} else if place != "" && isToponym([]rune(names[i].Full)) {
			names[i].Full += place
		}
		_, place = rd.sharedEnd([]rune(names[i].Full))
	}
}

// placeEnd parts the name of the government or office of a place, 金凯街道办事处, into what the place is called and the
// end that places before it may share; "" where it is none. A town needs no office, a district does: 高新区.
func placeEnd(name []rune) (place []rune, end string) {
	s, office := string(name), ""
	for _, w := range []string{"人民政府", "政府", "办事处", "管委会"} {
		if rest, ok := strings.CutSuffix(s, w); ok {
			s, office = rest, w
			break
		}
	}
	for _, level := range []string{"经济技术开发区", "经济开发区", "高新区", "开发区", "新区", "园区", "街道", "镇", "乡", "县", "市", "区", "州", "旗"} {
		if rest, ok := strings.CutSuffix(s, level); ok && (office != "" || strings.ContainsAny(level, "街镇乡县")) && isToponym([]rune(rest)) {
			return []rune(rest), level + office
		}
	}
	return nil, ""
}

// sharedEnd is placeEnd also for the companies of provinces, 江苏、四川公司, and for whatever the document has of each
// place: 金井、岚城片区管理局 beside 各片区管理局.
func (rd *Reader) sharedEnd(name []rune) (place []rune, end string) {
	for n := 2; n <= 3 && n < len(name)-1; n++ {
		if end := string(name[n:]); isToponym(name[:n]) && (strings.HasSuffix(end, "公司") && len(name) < longestSharing || rd.known("各"+end)) {
			return name[:n], end
		}
	}
	return placeEnd(name)
}

// longestSharing is more runes than the name of a company has that shares its end: 移动、联通、电信青河分公司.
const longestSharing = 9

// isToponym reports words as long as what places are called: 那洪, 金凯.
func isToponym(bare []rune) bool {
	for _, c := range bare {
		if !unicode.Is(unicode.Han, c) || strings.ContainsRune("各和及与等局委办", c) {
			return false
		}
	}
	return (len(bare) == 2 || len(bare) == 3) && !strings.ContainsRune("镇乡县区市州旗村街厅署院会部处科室所站司", bare[len(bare)-1])
}

// governmentOf is what the name at i, a government, is called behind its place; "" where it is none.
func governmentOf(names []Name, i int) string {
	if i >= len(names) {
		return ""
	}
	return strings.TrimLeft(governmentEnd(names[i].Full), "县区市")
}

// isCounty reports the name of a county or its like alone: 青山县, no group.
func (rd *Reader) isCounty(name string) bool {
	bare := newPassage(name).bare()
	return len(bare) > 2 && len(bare) < 8 && strings.ContainsRune("县区市", bare[len(bare)-1]) && !rd.isGroup(newPassage(name))
}

// restoreCommittees gives 高新区党工委、管委会 its second 高新区.
func restoreCommittees(names []Name) {
	for i := 1; i < len(names); i++ {
		place, ok := strings.CutSuffix(names[i-1].Full, "党工委")
		if ok && names[i].Full == "管委会" {
			names[i].Full = place + "管委会"
		}
	}
}

// governmentEnd is the level and office that the name of a government ends with.
func governmentEnd(name string) string {
	for _, office := range []string{"人民政府", "政府"} {
		if stem, ok := strings.CutSuffix(name, office); ok {
			for _, level := range []string{"县", "区", "市"} {
				if strings.HasSuffix(stem, level) {
					return level + office
				}
			}
		}
	}
	if strings.HasSuffix(name, "管委会") {
		return "管委会"
	}
	return ""
}

// genre reads names where no document is at hand.
var genre = sync.OnceValue(func() *Reader {
	return NewReader(words.Genre(), func(string) bool { return false })
})

// Level returns the level of government that a name begins with, "" where it begins
// with none.
func Level(name string) string {
	p := newPassage(name)
	return string(p.fold[:genre().levelOf(p.fold)])
}

// Rejoin puts 各县、区人民政府 of a list together again: one group, not two units.
func Rejoin(list []string) []string {
	parts := make([]passage, len(list))
	for i, s := range list {
		parts[i] = newPassage(s)
	}
	var out []string
	for _, p := range genre().rejoin(parts) {
		out = append(out, p.written())
	}
	return out
}
