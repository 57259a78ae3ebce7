package clause

import (
	"slices"
	"strings"
	"unicode"
)

// IsGroup tells a name that stands for several units: 各县区政府, 有关部门.
func (rd *Reader) IsGroup(s string) bool { return rd.isGroup(newPassage(s).trim(around)) }

func (rd *Reader) isGroup(p passage) bool {
	v := &rd.words
	bare := p.bare()
	if len(bare) < 2 {
		return false
	}
	if v.plain.Has(strings.ReplaceAll(p.folded(), " ", "")) || v.plain.Has(string(bare)) {
		return true
	}
	end := v.collective.Ends(bare)
	if end == 0 {
		end = v.office.Ends(bare)
	}
	if end == 0 && bare[0] == '各' && len(bare) > 2 {
		end = v.place.Ends(bare)
		if v.office.Ends(bare) == 0 && rd.beginsWithGroup(bare) { // 各街道|因地
			end = 0
		}
	}
	if end == 0 {
		return false
	}
	if i := slices.Index(bare, '、'); i > 1 && rd.ofOffices(p.to(i)) && strings.ContainsRune("办局", bare[len(bare)-1]) {
		return true
	}
	if bare[1] == '、' && rd.isLevelAlone(p.to(1)) {
		return true // 市、区机管局
	}
	if bare[0] == '各' || len(bare) > 2 && (bare[1] == '各' || bare[2] == '各') {
		return true
	}
	if at := strings.LastIndex(string(bare), "各"); at > 0 { // 全区经济运行各专班, 自治区各有关部门
		if last := string(bare)[at+len("各"):]; v.collective.Has(last) || v.office.Has(last) || rd.isMarked([]rune(last)) {
			return true
		}
	}
	if countsPlaces(bare) || v.collectiveEnd.Ends(bare) > 0 || strings.HasPrefix(string(bare), "驻") && end > 1 {
		return true
	}
	return rd.isMarked(bare)
}

// beginsWithGroup reports whether a group is written before the end of words: 各街道|因地.
func (rd *Reader) beginsWithGroup(bare []rune) bool {
	for i := 3; i < len(bare); i++ {
		if rd.isGroup(passage{raw: bare[:i], fold: bare[:i]}) {
			return true
		}
	}
	return false
}

// BeginsGroup reports words that begin as the names of groups do, with whose they are, 各 or a mark: 市有关部门,
// not 兼顾其他地区.
func (rd *Reader) BeginsGroup(s string) bool {
	bare := newPassage(s).trim(around).bare()
	return rd.levelOf(bare) > 0 || rd.words.plain.Begins(bare) > 0 || rd.words.collectiveMark.Begins(bare) > 0 || strings.ContainsRune("各全本驻", bare[0])
}

// IsEach tells a name that within a clause can only be a group, whatever it ends in: 各板块.
func (rd *Reader) IsEach(s string) bool {
	p := newPassage(s).trim(around)
	bare := p.bare()
	if len(bare) < 2 || len(bare) > 8 || bare[0] != '各' || rd.words.adverb.Has(string(bare)) || rd.spoiled(p, bare) {
		return false
	}
	for i, c := range bare {
		if !unicode.Is(unicode.Han, c) || c == '其' { // 各司其职
			return false
		}
		if end := bare[i+1:]; i > 1 && len(end) > 0 && rd.words.office.Ends(end) == 0 && rd.isGroup(passage{raw: bare[:i+1], fold: bare[:i+1]}) {
			return false // 各乡镇|贯彻落实: what a group does
		}
	}
	return true
}

// isMarked reports 有关部门, 相关盟市: who is meant is said by a word before what they are.
func (rd *Reader) isMarked(bare []rune) bool {
	v := &rd.words
	if bare[0] == '有' {
		bare = []rune(placesOnly(bare)) // 有农业的区|人民政府
	}
	if n := v.collective.Ends(bare); n > 0 && n < len(bare)-2 {
		if v.collectiveMark.Begins(bare) > 0 { // 其他有关执法部门, 其他有行政执法权的部门
			return true
		}
		if before := bare[:len(bare)-n]; before[len(before)-1] == '的' && (v.collectiveDuty.Ends(before[:len(before)-1]) > 0 || bare[0] == '有') {
			return true // 市级负有安全监管职责的部门
		}
		if before := bare[:len(bare)-n-1]; strings.ContainsRune("和及与", bare[len(bare)-n-1]) && v.collective.Ends(before) > 0 && rd.isMarked(before) {
			return true // 相关部门和单位
		}
	}
	for n := v.collective.Ends(bare); n > 0; n-- { // 有关部门 within 有关部门和单位 is no mark of its own
		if v.collective.Has(string(bare[len(bare)-n:])) && v.collectiveMark.Ends(bare[:len(bare)-n]) > 0 {
			return true
		}
	}
	for n := 1; n < len(bare) && strings.ContainsRune("市县区旗州盟镇乡街", bare[len(bare)-n]); n++ {
		if v.collectiveMark.Ends(bare[:len(bare)-n]) > 0 {
			return true
		}
	}
	return false
}

// countsPlaces reports 三县一区: numbers of places.
func countsPlaces(bare []rune) bool {
	pairs := 0
	for i := 0; i+1 < len(bare); i += 2 {
		if !strings.ContainsRune("0123456789一二三四五六七八九十两", bare[i]) || !strings.ContainsRune("市县区旗镇乡", bare[i+1]) {
			break
		}
		pairs++
	}
	return pairs > 1
}

// rejoin puts 各县、区人民政府 together again: one group, not two units.
func (rd *Reader) rejoin(parts []passage) []passage {
	var out []passage
	for _, p := range parts {
		p = p.trim(" ")
		if p.empty() {
			continue
		}
		n := len(out)
		if n > 0 && p.sep == ' ' && strings.ContainsRune(closers, out[n-1].fold[out[n-1].len()-1]) && rd.goesOn(p) {
			out[n-1] = out[n-1].join(p) // 市(州) 人民政府
			continue
		}
		if n > 0 && rd.ofOffices(out[n-1]) && rd.isOfficeAlone(p) {
			out[n-1] = out[n-1].join(newPassage("、")).join(p) // 相关委、办、局
			continue
		}
		if n > 0 && rd.isLevelAlone(out[n-1]) && rd.levelOf(p.bare()) > 0 && rd.endsOffice(rd.withoutRole(p)) {
			out[n-1] = out[n-1].join(newPassage("、")).join(p) // 市、区机管局
			continue
		}
		if n > 0 && out[n-1].fold[0] == '以' && !strings.ContainsRune(out[n-1].folded(), '为') && strings.ContainsRune(p.folded(), '为') {
			out[n-1] = out[n-1].join(newPassage("、")).join(p) // 以医院、商场为重点
			continue
		}
		if n > 0 && out[n-1].fold[0] == '第' && unicode.IsDigit(p.fold[0]) {
			out[n-1] = out[n-1].join(newPassage("、")).join(p) // 第2、3项由市爱卫办统筹
			continue
		}
		if n > 0 && (rd.goesOn(p) && rd.opens(out[n-1]) || rd.goesOnAlike(p, out[n-1])) {
			out[n-1] = out[n-1].join(newPassage("、")).join(p)
			continue
		}
		out = append(out, p)
	}
	return rd.joinStems(out)
}

// isOfficeAlone reports 办 of 相关委、办、局, which a role may follow.
func (rd *Reader) isOfficeAlone(p passage) bool {
	own := rd.withoutRole(p)
	return p.len() > 0 && strings.ContainsRune("委办局", p.fold[0]) && (len(own) == 1 || p.len() > 1 && rd.endsRole(p.from(1)))
}

// ofOffices reports the head of such a group: 相关委, 各委、办.
func (rd *Reader) ofOffices(p passage) bool {
	bare := p.bare()
	first := strings.TrimSuffix(strings.TrimSuffix(string(bare), "、办"), "、局")
	stem, ok := strings.CutSuffix(first, "委")
	return ok && (strings.HasSuffix(stem, "各") || rd.words.collectiveMark.Has(stem))
}

// isLevelAlone reports 市 of 市、区机管局: a level whose office is named behind the next.
func (rd *Reader) isLevelAlone(p passage) bool {
	return p.len() == 1 && strings.ContainsRune("省市县区州旗镇乡", p.fold[0])
}

// goesOnAlike reports the tail of a group that says what else is meant with the same 各 or 有关: 各有关部门、单位;
// 各乡镇人民政府、街道办事处.
func (rd *Reader) goesOnAlike(p, before passage) bool {
	head := afterJoint(before)
	own := rd.withoutRole(p)
	switch {
	case rd.collectives(own):
		return rd.isGroup(passage{raw: head, fold: head}) && rd.words.collective.Ends(head) > 1 && !rd.words.collective.Has(string(head))
	case rd.words.offices.Has(string(own)):
		return len(head) > 1 && head[0] == '各' && (strings.HasSuffix(string(head), "政府") || rd.opens(before))
	}
	return false
}

// afterJoint is a phrase from its last 各 on, where 及 or 和 joins that to a name before it: 市残联及各镇乡.
func afterJoint(p passage) []rune {
	bare := p.bare()
	for i := len(bare) - 1; i > 1; i-- {
		if bare[i] == '各' && strings.ContainsRune("及和与", bare[i-1]) {
			return bare[i:]
		}
	}
	return bare
}

// collectives reports 单位, 部门: words for many that stand without a mark of their own.
func (rd *Reader) collectives(own []rune) bool {
	return len(own) > 1 && rd.words.collective.Has(string(own)) && rd.words.office.Ends(own) == 0
}

// withoutRole is a phrase without 等 and the role that follow its name.
func (rd *Reader) withoutRole(p passage) []rune {
	bare := p.bare()
	if len(bare) == 0 {
		return nil
	}
	for i := 2; i < len(bare); i++ {
		if rd.mayBegin(bare[i:]) && rd.endsRole(passage{raw: bare[i:], fold: bare[i:]}) {
			bare = bare[:i]
			break
		}
	}
	if n := len(bare); bare[n-1] == '等' {
		return bare[:n-1]
	}
	return bare
}

// places are the levels below a province by which groups are named.
var places = []string{"自治区", "直辖市", "自治州", "自治县", "县级市", "特区", "林区", "街道", "乡镇", "市", "州", "县", "区", "旗", "镇", "乡"}

// opens reports 各县, 各有关区, 各设区的市: the head of a group that may go on.
func (rd *Reader) opens(p passage) bool {
	head := afterJoint(p.parts("、")[0])
	s := strings.TrimPrefix(string(head), "各")
	if s == string(head) {
		return false
	}
	for _, mark := range []string{"有关", "相关", "设区的", "设区"} {
		s = strings.TrimPrefix(s, mark)
	}
	if s := strings.TrimSuffix(s, "党委"); strings.Trim(s, "市县区旗州盟镇乡") == "" && len([]rune(s)) > 1 { // 各镇乡、街道, 各县区党委、政府
		return true
	}
	for _, level := range append(places, "省") {
		if s == level || s == level+"委" || s == level+"党委" {
			return !strings.HasSuffix(string(p.bare()), "政府")
		}
	}
	return false
}

// goesOn reports 区人民政府, 县级市: the tail of such a group.
func (rd *Reader) goesOn(p passage) bool {
	bare := string(p.bare())
	if rest, ok := strings.CutPrefix(strings.TrimPrefix(bare, "人民"), "政府"); ok { // 各县委、人民政府
		return rest == "" || rd.mayBegin([]rune(rest)) && rd.endsRole(newPassage(rest))
	}
	for _, level := range places {
		rest, found := strings.CutPrefix(bare, level)
		if !found {
			continue
		}
		for _, end := range []string{"人民政府", "政府", "党委", "管委会", "街道", "办事处"} {
			if strings.HasPrefix(rest, end) {
				return true
			}
		}
		if rest == "" {
			return true
		}
		if rd.mayBegin([]rune(rest)) && rd.endsRole(newPassage(rest)) {
			return true
		}
	}
	return false
}
