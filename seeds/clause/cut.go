package clause

import (
	"strings"
	"unicode"
)

// Cut parts a paragraph into its text and the responsibility clause that ends it, as
// written with its brackets. Several brackets in a row are one clause. Brackets that
// say nothing of responsibility stay in the text.
func (rd *Reader) Cut(s string) (body, clause string) {
	p := newPassage(s)
	if at := rd.noteBehind(p); at > 0 {
		if body, clause = rd.Cut(p.to(at).written()); clause != "" {
			if !EndsSentence(body) {
				body += "。"
			}
			return body + p.from(at).written(), clause
		}
	}
	cut := p.len()
	for {
		stop := p.to(cut).trimRight(stops)
		open := p.to(stop).opener()
		if open < 0 || !rd.isClause(p.cut(open+1, stop-1)) && !rd.isBare(p, open, stop) && !rd.isNote(p, open, stop) || rd.marksLast(p.to(stop), open) {
			break
		}
		cut = open
	}
	if cut == p.len() {
		if rd.BareLines && rd.isUnitList(p) {
			return "", p.written()
		}
		for _, find := range []func(passage) (string, string){rd.cutLabelled, rd.cutApart, rd.cutSpoken, rd.cutListed, rd.cutOpening} {
			if body, clause = find(p); clause != "" {
				break
			}
		}
		if rest, front := rd.cutOpening(newPassage(body)); clause != "" && front != "" {
			return rest, front + ";" + clause
		}
		return body, clause
	}
	body = strings.TrimSpace(p.to(cut).written())
	tail := strings.TrimSpace(p.from(cut).written())
	clause = newPassage(tail).trim(stops + "、").written()
	if rest, front := rd.cutFront(p.to(cut)); front != "" { // 【市教育局】新建学校。(市财政局配合)
		body, clause = strings.TrimSpace(rest), front+clause
	}
	if body != "" && strings.HasSuffix(tail, "。") && !EndsSentence(body) {
		body += "。"
	}
	return body, clause
}

// noteBehind returns where a remark that a sign begins is behind the last bracket, (县林草局)★省级重点; 0 where none is.
func (rd *Reader) noteBehind(p passage) int {
	at := p.trimRight(stops)
	for i := 0; i < longestLabel && at > 0 && !strings.ContainsRune(closers, p.fold[at-1]); i++ {
		at--
	}
	if at == 0 || at == p.len() || p.fold[at] != sign {
		return 0
	}
	return at
}

// longestNote is more runes than a remark in a bracket has that nothing says to be one: 省级民生实事.
const longestNote = 12

// isNote reports a remark in a bracket behind a clause in another, a labelled or a short one: (责任单位:区总工会)(备注:结转项目).
func (rd *Reader) isNote(p passage, open, stop int) bool {
	inner := p.cut(open+1, stop-1)
	short := inner.len() < longestNote && !strings.ContainsAny(inner.folded(), ",;。、:")
	for _, seg := range rd.segments(inner) {
		if !short && inner.fold[0] != sign && seg.kind != kindRemark && (seg.kind != kindPlain || !rd.isAside(seg.body)) {
			return false
		}
	}
	end := p.to(open).trimRight(stops)
	before := p.to(end).opener()
	return before >= 0 && (rd.isClause(p.cut(before+1, end-1)) || rd.isBare(p.to(end), before, end))
}

// trimRight returns the length without the runes of a set at the end.
func (p passage) trimRight(set string) int {
	n := p.len()
	for n > 0 && strings.ContainsRune(set, p.fold[n-1]) {
		n--
	}
	return n
}

// IsClause reports whether words in brackets name who is responsible.
func (rd *Reader) IsClause(inner string) bool { return rd.isClause(newPassage(inner)) }

// IsUnitList reports whether words are nothing but units: 市科技局、各县区政府.
func (rd *Reader) IsUnitList(inner string) bool { return rd.isUnitList(newPassage(inner)) }

// IsOfficeList reports whether words are nothing but units, or several that end as offices do.
func (rd *Reader) IsOfficeList(inner string) bool {
	return rd.isListOf(newPassage(inner), func(list []passage) bool { return rd.areUnits(list) || rd.areOffices(list) })
}

// isClause reports whether words in brackets name who is responsible: they are
// labelled, or end in a role.
func (rd *Reader) isClause(inner passage) bool {
	for _, seg := range rd.segments(inner) {
		switch seg.kind {
		case kindUnits, kindPerson:
			if seg.rank != rankNone || rd.allNames(seg.body) || rd.isDuties(seg.body) {
				return true
			}
		case kindOther:
			if rd.labelsUnits(seg) || rd.labelsDuties(seg) {
				return true
			}
		case kindRemark:
			if rd.words.labelTimes.Ends(seg.label.bare()) > 0 {
				return true
			}
		case kindPlain:
			if rd.isSaying(seg.body) || rd.isDeed(seg.body) {
				return true
			}
		}
	}
	return false
}

// isSaying reports words of which one part ends in a role: somebody is to do it, also
// where it is not understood who.
func (rd *Reader) isSaying(p passage) bool {
	if rd.says(p) {
		return true
	}
	for i, part := range p.parts(",;。、") {
		part = part.trim(around)
		if _, r, _ := rd.mark(part); r != rankNone {
			return true
		}
		if rd.endsRole(part) && (i > 0 || part.len() > 4 || rd.isPerson(part)) {
			return true
		}
	}
	return false
}

// isBare reports whether the bracket that opens there and ends at stop is nothing but
// units, and stands where a clause does: behind a sentence or another bracket, on a
// line of its own, or, where it names several, at the end of an open sentence.
func (rd *Reader) isBare(p passage, open, stop int) bool {
	if rd.behindLabel(p.to(open)) {
		return false // 协助单位:各乡镇(街道): part of the name
	}
	inner := rd.withoutRules(p.cut(open+1, stop-1))
	if segs := rd.segments(inner); len(segs) == 2 && segs[0].kind == kindPlain && segs[1].kind == kindRemark {
		inner = segs[0].body // 县统计局、县数据局,备注:新增任务
	}
	if open == 0 || strings.ContainsRune("。;!"+closers, p.fold[open-1]) {
		alone := open > 0 && strings.ContainsRune("。;!", p.fold[open-1])
		return rd.isListOf(inner, func(names []passage) bool {
			return rd.areUnits(names) || rd.areOffices(names) || alone && rd.isOffice(names)
		})
	}
	if rd.besideBrackets(p.to(open)) && rd.isListOf(inner, func([]passage) bool { return true }) {
		return true
	}
	if rd.BareEnds && len(inner.parts("、,; ")) == 1 && stop == p.trimRight(stops) {
		return inner.len() > 2 && rd.areOffices([]passage{inner}) && (inner.len() < 5 || rd.endsOffice(inner.fold))
	}
	return len(inner.parts("、,; ")) > 1 && (rd.isUnitList(inner) || rd.BareEnds && rd.isListOf(inner, rd.areOffices))
}

// isOffice reports one office alone: 教务处. Behind a full stop it is nothing else.
func (rd *Reader) isOffice(names []passage) bool {
	bare := names[0].bare()
	return len(names) == 1 && len(bare) > 2 && rd.isName(names[0]) && (rd.words.office.Ends(bare) > 0 || strings.ContainsRune("处科室", bare[len(bare)-1]))
}

// besideBrackets reports a text in which brackets of units close what semicolons part: 建棚50座(县农业农村局、各乡镇);
// 育种6个(县种子站).
func (rd *Reader) besideBrackets(p passage) bool {
	for i := range p.len() - 1 {
		if strings.ContainsRune(closers, p.fold[i]) && p.fold[i+1] == ';' {
			if open := p.to(i + 1).opener(); open > 0 && rd.isUnitList(p.cut(open+1, i)) {
				return true
			}
		}
	}
	return false
}

// marksLast reports whether the bracket that opens there gives the last name of a labelled list its role: 责任部门:
// 市商务局、各区县政府(按职责分工落实).
func (rd *Reader) marksLast(p passage, open int) bool {
	if !strings.ContainsRune(around+closers, p.fold[max(open-1, 0)]) && rd.behindLabel(p.to(open)) {
		_, r, _ := rd.mark(newPassage("市局").join(p.from(open)))
		return r != rankNone
	}
	return false
}

// behindLabel reports whether it is a text whose last sentence is a labelled clause.
func (rd *Reader) behindLabel(p passage) bool {
	last := p.parts("。;")
	segs := rd.segments(last[len(last)-1])
	return len(segs) > 0 && segs[len(segs)-1].kind == kindUnits
}

func (rd *Reader) isUnitList(inner passage) bool { return rd.isListOf(inner, rd.areUnits) }

// isListOf reports whether words are nothing but names, times and remarks of four characters before them apart, of
// that kind: 市县同步,县委改革办.
func (rd *Reader) isListOf(inner passage, kind func([]passage) bool) bool {
	var names []passage
	slogans := 0
	parts := rd.rejoin(inner.parts("、,; 。"))
	defer rd.standBeside(parts)()
	for _, part := range parts {
		part = part.trim(around)
		if part.empty() || rd.isAside(part) || rd.isPerson(part) {
			continue
		}
		if at := rd.andPersons(part); at > 0 {
			part = part.to(at)
		}
		list, _, ok := rd.names(part)
		if !ok && len(names) > 0 && rd.IsEach(part.written()) {
			list, ok = []passage{part}, true
		}
		if slogan := !ok && len(names) == 0 && part.len() == 4 && countHan(part.fold) == 4; slogan {
			slogans++
			continue
		}
		if !ok {
			return false
		}
		names = append(names, list...)
	}
	return len(names) > 0 && (slogans == 0 || rd.areUnits(names)) && kind(names)
}

// OfAllAbove reports whether it is a clause that speaks of every task above it: 以上任务由市科技局牵头.
func OfAllAbove(clause string) bool {
	fold := newPassage(clause).trim(around + openers).folded()
	return strings.HasPrefix(fold, "以上") || strings.HasPrefix(fold, "上述")
}

// IsLabelled reports whether a clause begins with a label: 责任单位:….
func (rd *Reader) IsLabelled(clause string) bool {
	segs := rd.segments(newPassage(clause))
	return len(segs) > 0 && segs[0].kind != kindPlain
}

// cutLabelled finds a clause without brackets: 责任单位:A、B to the end of the paragraph;
// else one in front of it.
func (rd *Reader) cutLabelled(p passage) (body, clause string) {
	for i := range p.len() {
		if i > 0 && !strings.ContainsRune("。;! ", p.fold[i-1]) {
			continue
		}
		if p.fold[i] == ' ' || !rd.labelHere(p.from(i), i == 0) {
			continue
		}
		return strings.TrimSpace(p.to(i).written()), p.from(i).trim(stops + "、").written()
	}
	return rd.cutFront(p)
}

// labelHere reports whether a label begins a clause here. One of persons or times begins
// a clause where the paragraph is nothing else, or units follow.
func (rd *Reader) labelHere(p passage, first bool) bool {
	segs := rd.segments(p.to(min(p.len(), 60)))
	if len(segs) == 0 || segs[0].kind == kindPlain || segs[0].label.len() > longestLabel {
		return false
	}
	if n := segs[0].label.len(); n > p.len() || p.to(n).folded() != segs[0].label.folded() {
		return false
	}
	switch segs[0].kind {
	case kindUnits:
		return rd.names1(segs[0]) && !rd.footOfPage(segs[0].label)
	case kindPerson:
		if first && segs[0].rank != rankNone || first && rd.words.labelPart.Begins(segs[0].label.bare()) > 0 {
			return true
		}
	case kindRemark:
		label := segs[0].label.bare()
		n := rd.words.labelTimes.Ends(label)
		of := label[:len(label)-n]
		if first && n > 0 && (rd.words.labelPart.Has(string(of)) || len(of) != 1 && rd.words.labelDue.Has(string(label[len(of):]))) {
			return true // 完成时间, 整改时限, 时限要求, not 发布时间
		}
	default:
		return false
	}
	return len(segs) > 1 && segs[1].kind == kindUnits && segs[1].rank != rankNone
}

// names1 reports whether it is a label of units with a role, or one whose words are names.
func (rd *Reader) names1(seg segment) bool {
	return seg.rank != rankNone || rd.allNames(seg.body) || rd.says(seg.body)
}

// footOfPage reports 主办单位 and 承办单位, which the foot of a page has too, where
// they are not at tasks.
func (rd *Reader) footOfPage(label passage) bool {
	s := string(label.bare())
	return OfPages(s) && !rd.AtTasks[s]
}

// OfPages reports whether it is a label that the foot of a page has too.
func OfPages(label string) bool {
	return label == "主办单位" || label == "承办单位" || label == "主办" || label == "承办"
}

// cutFront finds a clause in brackets before the task: 【市教育局】新建…, (市教育局牵头)新建….
// Other words there, 【重点工程】, are the task's own; round brackets want a role.
func (rd *Reader) cutFront(p passage) (body, clause string) {
	if p.empty() || p.fold[0] != '[' && p.fold[0] != '(' {
		return p.written(), ""
	}
	end := p.closer(0)
	if end < 0 {
		return p.written(), ""
	}
	inner := p.cut(1, end)
	body = strings.TrimLeft(p.from(end+1).written(), " :：")
	if clause := rd.isClause(inner); body == "" || p.fold[0] == '[' && !clause && !rd.isUnitList(inner) ||
		p.fold[0] == '(' && (!clause || rd.nobody(inner)) {
		return p.written(), ""
	}
	return body, p.to(end + 1).written()
}

// nobody reports whether a clause names no unit, as one of persons does.
func (rd *Reader) nobody(clause passage) bool {
	said := rd.Read(clause.written())
	return said.Nobody()
}

// cutApart finds units behind a dash, or a blank, at the end of a paragraph, with their roles or without: 增长8%;
// ——经济发展局(牵头)、统计中心. Behind words that end no sentence they are units without doubt.
func (rd *Reader) cutApart(p passage) (body, clause string) {
	end := p.trimRight(stops)
	for i := end - 1; i > 1 && end-i < longestSpoken; i-- {
		if !strings.ContainsRune("—- ", p.fold[i]) {
			continue
		}
		from := i
		for from > 0 && strings.ContainsRune("—- ", p.fold[from-1]) {
			from--
		}
		names := p.cut(i+1, end).trim(around)
		stop := from > 0 && strings.ContainsRune("。;"+closers, p.fold[from-1])
		if from == 0 || names.empty() || !stop && p.fold[i] == ' ' && countHan(p.fold[:from]) < longestApart || !rd.isListOf(names, func(list []passage) bool {
			_, r, _ := rd.mark(names.parts("、,; ")[0])
			return r != rankNone || rd.areUnits(list) || stop && rd.areOffices(list)
		}) && !rd.spoken(names) {
			if p.fold[i] == ' ' && i > 2 {
				continue
			}
			break
		}
		if rd.IsOfficeList(p.to(from).written()) || strings.Count(p.to(from).folded(), "《") > strings.Count(p.to(from).folded(), "》") {
			break // 市教育局 市财政局: who issues the document
		}
		return strings.TrimSpace(p.to(from).written()), names.written()
	}
	return p.written(), ""
}

func countHan(fold []rune) int {
	n := 0
	for _, c := range fold {
		if unicode.Is(unicode.Han, c) {
			n++
		}
	}
	return n
}

// longestApart is more runes than are before a blank that is within a name or a title: 青河市 教育局.
const longestApart = 8

// Span is a bracket in the runes of a text, end exclusive.
type Span struct{ Open, End int }

// Inner finds the clauses between sentences of a text: brackets that end a sentence,
// are behind its full stop, or name units by their roles within it; also those between
// commas, where the clause that ends the paragraph is units in a bracket as well.
func (rd *Reader) Inner(s, last string) []Span {
	p := newPassage(s)
	bare := rd.isBareClause(newPassage(last)) || rd.besideBrackets(p)
	var cuts []Span
	for i := range p.len() {
		if !strings.ContainsRune(closers, p.fold[i]) {
			continue
		}
		open := p.to(i + 1).opener()
		if open <= 0 {
			continue
		}
		inner := p.cut(open+1, i)
		ends := i+1 == p.len() || strings.ContainsRune("。;", p.fold[i+1])
		behind := p.fold[open-1] == '。'
		switch {
		case bare && !behind && i+1 < p.len() && strings.ContainsRune(",;、。", p.fold[i+1]) && (rd.isUnitList(inner) || last != "" && p.fold[i+1] == ';' && rd.allNames(inner)):
			cuts = append(cuts, Span{open, i + 1})
		case !rd.isClause(inner) && !(behind && (rd.isUnitList(inner) || rd.isListOf(inner, func(list []passage) bool { return rd.isOffice(list) || rd.BareEnds && rd.areOffices(list) }))):
		case ends || behind, rd.says(inner), rd.segments(inner)[0].kind == kindUnits:
			if said := rd.Read(p.cut(open, i+1).written()); !said.Nobody() {
				cuts = append(cuts, Span{open, i + 1})
			}
		}
	}
	return cuts
}

// isBareClause reports whether a clause is one bracket of nothing but units.
func (rd *Reader) isBareClause(p passage) bool {
	p = p.trim(stops)
	return p.opener() == 0 && rd.isUnitList(p.cut(1, p.len()-1))
}

// unwrap returns the contents of the brackets in a row, or the bare clause.
func unwrap(rd *Reader, p passage) []passage {
	p = p.trim(" ")
	var parts []passage
	for !p.empty() {
		open := p.opener()
		if open < 0 || open > 0 && !strings.ContainsRune(openers, p.fold[0]) && rd.partOfName(p.from(open)) {
			return append([]passage{p}, parts...)
		}
		parts = append([]passage{p.cut(open+1, p.len()-1)}, parts...)
		p = p.to(p.to(open).trimRight(stops))
	}
	return parts
}

// partOfName reports whether a bracket belongs to the name before it: 各镇(街道),
// 市科技局(牵头).
func (rd *Reader) partOfName(bracket passage) bool {
	inner := bracket.cut(1, bracket.len()-1)
	_, r, _ := rd.mark(newPassage("市局" + bracket.written()))
	return !rd.withoutRules(inner).empty() && (!rd.isClause(inner) || r != rankNone)
}
