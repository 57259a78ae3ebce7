package clause

import "strings"

// kind is what a segment of a clause is about.
type kind uint8

const (
	kindPlain  kind = iota // no label: A牵头,B配合
	kindUnits              // …单位: who does it
	kindPerson             // …领导: who answers for it by name
	kindRemark             // 完成时限, 范围: names nobody
	kindOther              // a label that is not known
)

// segment is what is behind one label.
type segment struct {
	kind  kind
	rank  rank // of units
	label passage
	body  passage
}

// segments cuts words at every label, known or not: short words before a colon, or
// in square brackets, or between blanks.
func (rd *Reader) segments(p passage) []segment {
	var all []segment
	cur := segment{}
	start := 0
	for i := 0; i < p.len(); {
		label, next, ok := rd.labelAt(p, i, start)
		if !ok {
			i = next
			continue
		}
		cur.body = p.cut(start, label.from)
		all = append(all, cur)
		cur = label.segment
		start, i = next, next
	}
	cur.body = p.from(start)
	all = append(all, cur)
	var kept []segment
	for _, seg := range all {
		seg.body = seg.body.trim(edges)
		if !seg.body.empty() || seg.kind != kindPlain {
			kept = append(kept, seg)
		}
	}
	return kept
}

// markOf is the role that one character says where it is a label, or behind names that can be nothing else.
func markOf(fold []rune) rank {
	if len(fold) != 1 {
		return rankNone
	}
	switch fold[0] {
	case '主', '牵':
		return rankLead
	case '协', '配', '辅':
		return rankHelp
	}
	return rankNone
}

type labelled struct {
	segment
	from int // where the label begins
}

// labelAt looks whether a label ends or is at i; next is where to look on.
func (rd *Reader) labelAt(p passage, i, start int) (l labelled, next int, ok bool) {
	begins := i == start || strings.ContainsRune(around+closers, p.fold[i-1])
	if end, next := rd.introduces(p, i); begins && next > 0 {
		_, r := rd.labelKind(p.cut(i, end).bare())
		return labelled{segment{kind: kindUnits, rank: r, label: p.cut(i, end)}, i}, next, true
	}
	switch c := p.fold[i]; {
	case c == '[', (c == '(' || c == '〈') && begins:
		end := p.closer(i)
		if end < 0 {
			return l, i + 1, false
		}
		k, r := rd.labelKind(p.cut(i+1, end).bare())
		if own := markOf(p.cut(i+1, end).fold); c == '[' && own != rankNone {
			k, r = kindUnits, own // 【主】市教育局【协】市财政局
		}
		if k != kindUnits && k != kindPerson && k != kindRemark || c != '[' && (k != kindUnits || r == rankNone || !rd.namesNext(p.from(end+1))) {
			return l, end + 1, false
		}
		next = end + 1
		if !begins && k == kindUnits && (next == p.len() || strings.ContainsRune(",、;。", p.fold[next])) {
			return l, next, false // 市财政局[牵头]
		}
		for next < p.len() && (p.fold[next] == ' ' || p.fold[next] == ':') {
			next++
		}
		return labelled{segment{kind: k, rank: r, label: p.cut(i, end+1)}, i}, next, true
	case strings.ContainsRune(openers, c), c == '“', c == '《':
		if end := p.pairEnd(i); end > 0 {
			return l, end + 1, false
		}
	case c == ':':
		from := rd.labelStart(p, start, i)
		if from == i {
			return l, i + 1, false
		}
		k, r := rd.labelKind(p.cut(from, i).bare())
		if _, own, _ := rd.mark(p.cut(from, i)); own != rankNone {
			r = own
		}
		return labelled{segment{kind: k, rank: r, label: p.cut(from, i)}, from}, i + 1, true
	}
	return l, i + 1, false
}

// introduces returns where a label of units with its role ends that begins at i, and where the names begin that
// it introduces in any way but a colon: 牵头单位为市教育局, 责任单位——市教育局, 责任单位市教育局; 0 where it does not.
func (rd *Reader) introduces(p passage, i int) (end, next int) {
	for end = min(p.len(), i+longestLabel); end > i; end-- {
		label := p.fold[i:end]
		head := rd.ownLabel(label) == len(label)
		if _, n := rd.words.roleAt(label); !head && n < len(label) {
			continue
		}
		if k, r := rd.labelKind(label); k != kindUnits || r == rankNone {
			continue
		}
		next = end
		for next < p.len() && strings.ContainsRune("为是系—- ", p.fold[next]) {
			next++
		}
		written := head && (strings.HasSuffix(string(label), "单位") || strings.HasSuffix(string(label), "部门")) // not 支持企业开拓市场
		if (written || next > end) && next < p.len() && p.fold[next] != ':' && rd.namesNext(p.from(next)) {
			return end, next
		}
	}
	return 0, 0
}

// namesNext reports whether names begin a text: units, or a group that 各 begins.
func (rd *Reader) namesNext(p passage) bool {
	part := p.parts(",;。、 ")[0].trim(around)
	list, _, ok := rd.names(part)
	return ok && (!rd.isGroup(list[0]) || part.fold[0] == '各') || !ok && rd.startsNames(part)
}

// pairEnd returns where the bracket or quotation opened at i ends, 0 where it does
// not.
func (p passage) pairEnd(i int) int {
	mark := map[rune]rune{'“': '”', '《': '》'}[p.fold[i]]
	if mark == 0 {
		return max(p.closer(i), 0)
	}
	for k := i + 1; k < p.len(); k++ {
		if p.fold[k] == mark {
			return k
		}
	}
	return 0
}

// longestLabel is more runes than a label has.
const longestLabel = 14

// labelStart returns where the label begins that ends before the colon at i: behind
// the last separator, or behind a name that the label is written onto.
func (rd *Reader) labelStart(p passage, start, i int) int {
	from := i
	for from > start && from > i-2*longestLabel && !strings.ContainsRune(",;。、"+openers, p.fold[from-1]) {
		if strings.ContainsRune(closers, p.fold[from-1]) {
			open := p.to(from).opener()
			if open <= start || from-open > 6 || !rd.inLabel(p.cut(open+1, from-1), p.cut(from, i)) {
				break
			}
			from = open
			continue
		}
		from--
		if p.fold[from] == ' ' && strings.TrimSpace(p.cut(from, i).folded()) != "" && !rd.spaced(p.cut(from+1, i)) {
			from++
			break
		}
	}
	run := p.cut(from, i)
	own := rd.ownLabel(run.fold)
	if own > 0 && (rd.isName(run.to(run.len()-own).trim(around)) || run.len() > longestLabel) {
		return i - own
	}
	if run.len() > longestLabel {
		return i
	}
	return from
}

// inLabel reports a bracket within a label, or behind it: 责任处(科)室:, 责任部门(单位):, 责任单位(协办):.
func (rd *Reader) inLabel(inner, behind passage) bool {
	_, n := rd.words.roleAt(inner.fold)
	return rd.words.labelUnits.Ends(inner.join(behind).bare()) > 0 || n > 0 && n == inner.len() && behind.empty()
}

// spaced reports whether it is a label whose characters are set apart: 责 任 单 位.
func (rd *Reader) spaced(p passage) bool {
	k, _ := rd.labelKind(p.bare())
	return k == kindOther
}

// ownLabel returns how many runes at the end of the text are words that make a
// label: 配合单位 of 市科技局配合单位.
func (rd *Reader) ownLabel(fold []rune) int {
	head := rd.words.labelUnits.Ends(fold)
	if head == 0 {
		head = rd.words.labelPersons.Ends(fold)
	}
	n := head
	for head > 0 && n < len(fold) {
		k := max(rd.words.labelPart.Ends(fold[:len(fold)-n]), rd.words.roleEnds(fold[:len(fold)-n]))
		if k == 0 {
			break
		}
		n += k
	}
	if n == head {
		return 0
	}
	return n
}

// labelKind tells what is behind a label by its head noun, and which role.
func (rd *Reader) labelKind(label []rune) (kind, rank) {
	v := &rd.words
	if len(label) == 0 || len(label) > longestLabel {
		return kindOther, rankNone
	}
	switch {
	case v.labelPersons.Ends(label) > 0:
		for i := range label {
			if rd.and(label[i:]) > 0 && v.labelUnits.Ends(label[:i]) > 0 { // 牵头单位及责任人
				return kindUnits, v.rankIn(label)
			}
		}
		return kindPerson, v.rankIn(label)
	case v.labelTimes.Ends(label) > 0, v.labelRemarks.Ends(label) > 0:
		return kindRemark, rankNone
	case v.labelUnits.Ends(label) > 0:
		return kindUnits, v.rankIn(label)
	}
	if r, n := v.roleAt(label); n == len(label) {
		return kindUnits, r
	}
	if rd.AtTasks[string(label)] {
		return kindUnits, v.rankIn(label)
	}
	return kindOther, rankNone
}

// labelsUnits reports a label that is not known, and no name, of nothing but units: 挂点:市教育局、市财政局.
func (rd *Reader) labelsUnits(seg segment) bool {
	return seg.kind == kindOther && len(seg.label.bare()) <= longestLabel && !rd.isName(seg.label) && !rd.words.remark.In(seg.label.folded()) && rd.isListOf(seg.body, func(list []passage) bool { return rd.areUnits(list) || rd.areOffices(list) })
}

// labelsDuties reports a label that is not known before a sentence of nothing but who does what: 职责分工:市住建局
// 负责审批,市市场监管局负责检验.
func (rd *Reader) labelsDuties(seg segment) bool {
	return seg.kind == kindOther && !rd.words.remark.In(seg.label.folded()) && rd.isDuties(seg.body)
}

// LabelKind is what a label or a column's heading speaks of.
type LabelKind uint8

// The kinds of labels.
const (
	LabelOther   LabelKind = iota
	LabelUnits             // 牵头单位, 责任部门
	LabelPersons           // 责任领导, 联系人
	LabelTimes             // 完成时限
	LabelRemarks           // 目标类型, 任务来源
)

// Label tells what a heading speaks of by its head noun; sure tells that it says a
// role too.
func (rd *Reader) Label(heading string) (kind LabelKind, sure bool) {
	label := newPassage(heading).bare()
	k, r := rd.labelKind(label)
	switch {
	case k == kindUnits:
		return LabelUnits, r != rankNone
	case k == kindPerson:
		return LabelPersons, true
	case rd.words.labelTimes.Ends(label) > 0, strings.Contains(string(label), "时限"):
		return LabelTimes, true
	case k == kindRemark:
		return LabelRemarks, false
	}
	return LabelOther, false
}

// Lead reports whether a heading says that its units lead, whoever else is named.
func (rd *Reader) Rank(heading string) int {
	_, r := rd.labelKind(newPassage(heading).bare())
	return int(r)
}

// RoleOf returns the role that a short heading ends in where it says no more of whom it is than a level does: 市直牵头,
// 县级配合; "" for others.
func (rd *Reader) RoleOf(heading string) string {
	label := newPassage(heading).bare()
	n := rd.words.roleEnds(label)
	if n == 0 || n == len(label) || len(label)-n > 2 {
		return ""
	}
	switch label[len(label)-n-1] {
	case '级', '直', '县', '市', '区', '省':
		return string(label[len(label)-n:])
	}
	return ""
}

// Names reports whether words are nothing but names of units and groups.
func (rd *Reader) Names(words string) bool {
	p := newPassage(words).trim(around)
	return !p.empty() && (rd.allNames(p) || rd.says(p))
}
