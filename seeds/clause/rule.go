package clause

import (
	"slices"
	"strings"
)

// A document may say once for all items below who leads or supports them, and stop
// saying it: 以下均需各县区政府落实,不再列出; 列第一位者为牵头单位.

// FirstLeads reports whether it is the standing rule that who is named first leads.
func (rd *Reader) StatesFirstLeads(s string) bool {
	for _, part := range everyPart(newPassage(s)) {
		if firstLeads(part.folded()) {
			return true
		}
	}
	return false
}

// StatesCommaLeads reports the standing rule that who is named before the first comma leads.
func (rd *Reader) StatesCommaLeads(s string) bool {
	return rd.StatesFirstLeads(s) && strings.Contains(s, "逗号")
}

// ListsLed is of how many lists of a clause, parted by semicolons, who is named first leads by a standing rule: 2 where
// the rule speaks of two places, 两省市列首位的为牵头单位, 1 of none.
func (rd *Reader) ListsLed(s string) int {
	for _, part := range everyPart(newPassage(s)) {
		words := part.folded()
		if !firstLeads(words) {
			continue
		}
		if strings.Contains(words, "分别") {
			return manyLists
		}
		if n := map[rune]int{'两': 2, '双': 2, '三': 3, '四': 4, '各': manyLists}[part.fold[0]]; n > 0 && part.len() > 1 && strings.ContainsRune("省市地方区县州", part.fold[1]) {
			return n
		}
	}
	return 1
}

// manyLists is more lists than a clause has.
const manyLists = 99

func firstLeads(s string) bool {
	for _, note := range []string{"注:", "备注:", "说明:"} {
		s = strings.TrimPrefix(s, note)
	}
	at := -1
	for _, w := range []string{"第一位", "首位", "第一个", "首个", "逗号前", "排第一", "排在第一", "列第一", "列在第一", "排名第一", "第一责任单位为", "第一单位", "排在前", "排名在前", "排名靠前"} {
		if i := strings.Index(s, w); i >= 0 {
			at = i
			break
		}
	}
	if at < 0 || strings.ContainsAny(s, ":") {
		return false
	}
	return strings.Contains(s[at:], "牵头") || strings.Contains(s[at:], "汇总") || strings.Contains(s[at:], "主要责任") || strings.Contains(s[at:], "主责")
}

// sayNoMore reports 不再列出, 下同 and their kin.
func sayNoMore(s string) bool {
	if s == "下同" || s == "以下同" {
		return true
	}
	return strings.Contains(s, "不再") && len([]rune(s)) <= 20 || strings.HasPrefix(s, "不另") || strings.HasPrefix(s, "不一一")
}

// StandingSupports returns the names that a standing rule in the text adds to every
// item below, nil where there is none. Unread is a rule that names nobody.
func (rd *Reader) StandingSupports(s string) (names []Name, unread string) {
	parts := everyPart(newPassage(s))
	for i, part := range parts {
		noMore := i+1 < len(parts) && sayNoMore(parts[i+1].folded()) || i > 0 && sayNoMore(parts[i-1].folded()) || strings.Contains(part.folded(), "不再")
		who, ok := rd.forAll(part, noMore)
		if !ok {
			continue
		}
		if i > 0 && rd.namedBefore(who, parts[i-1]) {
			who = parts[i-1]
		}
		rd.prefix = ""
		sc := &scan{rd: rd}
		sc.sentence(who, rankHelp)
		for _, saying := range sc.said {
			names = appendNew(names, saying.names...)
		}
		if len(names) == 0 {
			unread = part.written()
		}
	}
	return names, unread
}

// forAll parts a rule for everything below from the names it speaks of. NoMore tells
// that 不再列出 stands with it.
func (rd *Reader) forAll(p passage, noMore bool) (who passage, ok bool) {
	p = p.trim("0123456789.) ")
	s := p.folded()
	all := false
	for _, w := range []string{"各项", "所有", "下列", "上述", "全部任务"} {
		all = all || strings.Contains(s, w)
	}
	all = all || strings.HasPrefix(s, "以下") || strings.Contains(s, "对以下") || strings.Contains(s, ":以下") // not 28微克以下
	if !all && !noMore {
		return who, false
	}
	at := strings.IndexAny(s, "均都")
	if i := strings.Index(s, "为"); at < 0 && i > 0 { // 各县区政府为以下各项任务的责任单位
		left, right := p.to(len([]rune(s[:i]))), s[i+len("为"):]
		ofAll := strings.HasPrefix(right, "以下") || strings.HasPrefix(right, "各项") || strings.HasPrefix(right, "所有")
		return left, ofAll && !firstLeads(s) && rd.startsNames(left) && rd.words.labelUnits.Ends(p.fold) > 0
	}
	if i := strings.Index(s, "对"); at < 0 && i > 0 && all && noMore { // 各县区政府对所有任务承担属地责任
		left := p.to(len([]rune(s[:i])))
		return left, rd.startsNames(left)
	}
	if at < 0 {
		return who, false
	}
	k := len([]rune(s[:at]))
	left, right := p.to(k), p.from(k+1)
	if strings.HasPrefix(right.folded(), "为") || strings.HasPrefix(right.folded(), "是") {
		if !rd.words.labelUnits.In(right.folded()) {
			return who, false
		}
		return rd.behindAll(left), true
	}
	for right.len() > 0 && strings.ContainsRune("需须由要应当请含", right.fold[0]) {
		right = right.from(1)
	}
	if i := slices.Index(right.fold[:min(right.len(), longestWith)], '各'); i > 0 && rd.words.collective.Ends(right.fold[:i])+rd.words.level.Ends(right.fold[:i]) == 0 {
		right = right.from(i) // 均涉及各县区, not 均由地方各级
	}
	if right.len() < 3 || !rd.startsNames(right) && rd.startsNames(rd.behindAll(left)) {
		return rd.behindAll(left), true
	}
	return right, true
}

// behindAll is the names of a rule behind what they are to do it for: 各项任务中|二级党组织.
func (rd *Reader) behindAll(p passage) passage {
	for _, before := range "中各" {
		for i := range min(p.len(), longestLeadIn) {
			if i > 0 && p.fold[i-1] == before && before == '中' || p.fold[i] == before && before == '各' {
				if rest := p.from(i); rd.startsNames(rest) || before == '中' && rd.words.collective.Ends(rest.fold) > 0 {
					return rest
				}
			}
		}
	}
	return p
}

// namedBefore reports a rule whose names are in the part before it: 各市人民政府,以下各条均涉及.
func (rd *Reader) namedBefore(who, before passage) bool {
	before = before.trim(around)
	return !rd.startsNames(who) && rd.isGroup(before)
}

// everyPart parts a text at its stops and brackets, however deep.
func everyPart(p passage) []passage {
	var all []passage
	start, depth := 0, 0
	for i, c := range p.fold {
		switch {
		case strings.ContainsRune(",;。", c) && depth == 0:
			all = append(all, p.cut(start, i).trim(around))
			start = i + 1
		case strings.ContainsRune(openers, c):
			if end := p.closer(i); end > 0 && end-i > 8 {
				all = append(all, p.cut(start, i).trim(around))
				start = i + 1
			} else {
				depth++
			}
		case strings.ContainsRune(closers, c):
			if depth > 0 {
				depth--
			} else {
				all = append(all, p.cut(start, i).trim(around))
				start = i + 1
			}
		}
	}
	return append(all, p.from(start).trim(around))
}

// StatesRule reports whether a paragraph says how clauses are to be read.
func (rd *Reader) StatesRule(s string) bool {
	names, _ := rd.StandingSupports(s)
	return len(names) > 0 || rd.StatesFirstLeads(s)
}

// OnlyRules reports whether a clause names nobody for its own item.
func (rd *Reader) OnlyRules(clause string) bool {
	for _, inner := range unwrap(rd, newPassage(clause)) {
		if !rd.withoutRules(inner).empty() {
			return false
		}
	}
	return clause != ""
}

// withoutNotes returns a clause without the brackets that only state a standing rule,
// and without space before a bracket.
func (rd *Reader) withoutNotes(clause string) string {
	clause = strings.ReplaceAll(strings.ReplaceAll(clause, " (", "("), " \uff08", "\uff08")
	p := newPassage(clause)
	for end := p.len(); end > 0; end-- {
		if !strings.ContainsRune(closers, p.fold[end-1]) {
			continue
		}
		open := p.to(end).opener()
		if open <= 0 {
			continue
		}
		inner := p.cut(open+1, end-1)
		if kept := rd.withoutRules(inner); !inner.empty() && kept.empty() {
			p = p.to(open).join(p.from(end))
			end = open + 1
		} else if kept.len() < inner.len() {
			p = p.to(open + 1).join(kept).join(p.from(end - 1)) // 各区政府(含开发区,以下均需各区政府落实)
			end = open + 1
		}
	}
	return p.written()
}

// withoutRules returns a clause's words without the standing rules in them.
func (rd *Reader) withoutRules(p passage) passage {
	parts := p.parts(",;。")
	var kept []passage
	for i, part := range parts {
		s := strings.TrimSpace(part.folded())
		noMore := i+1 < len(parts) && sayNoMore(strings.TrimSpace(parts[i+1].folded())) || i > 0 && sayNoMore(strings.TrimSpace(parts[i-1].folded()))
		who, all := rd.forAll(part, noMore)
		if n := len(kept); all && n > 0 && i > 0 && rd.namedBefore(who, parts[i-1]) {
			kept = kept[:n-1]
		}
		rest := i > 0 && firstLeads(parts[i-1].folded()) && (strings.HasPrefix(s, "其他") || strings.HasPrefix(s, "其余"))
		if s == "" || sayNoMore(s) || firstLeads(s) || all || rest {
			continue
		}
		kept = append(kept, part)
	}
	if len(kept) == len(parts) {
		return p
	}
	var out passage
	for i, part := range kept {
		if i > 0 {
			out = out.join(newPassage(string(part.sep)))
		}
		out = out.join(part)
	}
	return out
}
