package reading

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"tianbao/seeds/text"
)

// called is a name as written, and in full where its prefix was left out.
type called struct{ written, full string }

// responsible is what a clause says, in order.
type responsible struct {
	lead, support []called
	open          bool // 等: the list is not closed
	unclear       bool // not understood: nobody is named
}

// reader reads clauses with what the document says of all of them.
type reader struct {
	firstLeads bool                   // 列第一位者为牵头单位
	prefix     string                 // level of the last name of the clause being read
	known      func(string) bool      // names met before
	memory     map[string]responsible // clauses read with what is known now
}

type role uint8

const (
	roleNone role = iota
	roleLead
	roleSupport
	roleDuty  // 负责, 责任单位: leads where nobody else does
	roleAside // 完成时限, 责任人: names no unit
)

// read reads a clause as written. What does not read as units with a role is
// unclear as a whole: no unit is invented.
func (rd *reader) read(clause string) responsible {
	if said, done := rd.memory[clause]; done {
		return said
	}
	said := rd.readAnew(clause)
	if rd.memory == nil {
		rd.memory = map[string]responsible{}
	}
	rd.memory[clause] = said
	return said
}

func (rd *reader) readAnew(clause string) responsible {
	rd.prefix = ""
	defer func() { rd.prefix = "" }()
	var said []saying
	for _, inner := range unwrap(withoutNotes(clause)) {
		if inner = withoutRules(inner); inner == "" {
			continue
		}
		part, ok := rd.sayings(inner)
		if !ok {
			return responsible{unclear: true}
		}
		said = append(said, part...)
	}
	return rd.settle(said)
}

// unwrap returns the contents of the brackets in a row, or the bare clause.
func unwrap(clause string) []string {
	runes := []rune(strings.TrimSpace(clause))
	var parts []string
	for len(runes) > 0 {
		open := openerOf(runes)
		if open < 0 || open > 0 && !strings.ContainsRune(openers, text.HalfRune(runes[0])) && partOfName(string(runes[open:])) {
			return append([]string{string(runes)}, parts...)
		}
		parts = append([]string{string(runes[open+1 : len(runes)-1])}, parts...)
		runes = runes[:trimRight(runes[:open], stops)]
	}
	return parts
}

// partOfName reports a bracket that belongs to the name before it: 各镇(街道),
// 市科技局(牵头).
func partOfName(bracket string) bool {
	inner := string([]rune(bracket)[1 : len([]rune(bracket))-1])
	return withoutRules(inner) != "" && (!isClause(inner) || roleMark.MatchString(text.HalfWidth(bracket)))
}

// saying is names with their role.
type saying struct {
	role  role
	names []called
	open  bool
}

func (rd *reader) sayings(inner string) ([]saying, bool) {
	folded := text.HalfWidth(inner)
	locs := labelWord.FindAllStringSubmatchIndex(folded, -1)
	if len(locs) == 0 {
		if said, ok := rd.marked(inner); len(said) > 0 || !ok {
			return said, ok
		}
		return rd.sentence(inner)
	}
	runes := []rune(inner)
	at := func(i int) int { return utf8.RuneCountInString(folded[:i]) }
	all, ok := rd.unlabelled(trimStops(string(runes[:at(locs[0][0])])))
	if !ok {
		return nil, false
	}
	for i, loc := range locs {
		end := len(folded)
		if i+1 < len(locs) {
			end = locs[i+1][0]
		}
		label := folded[max(loc[2], loc[4]):max(loc[3], loc[5])]
		content := trimStops(string(runes[at(loc[1]):at(end)]))
		said, ok := rd.labelled(labelRole(label), content)
		if !ok {
			return nil, false
		}
		all = append(all, said...)
	}
	return all, true
}

// unlabelled reads what stands before the first label: 甲负责,完成时限:6月底.
func (rd *reader) unlabelled(words string) ([]saying, bool) {
	if words == "" {
		return nil, true
	}
	if said, ok := rd.marked(words); len(said) > 0 || !ok {
		return said, ok
	}
	return rd.sentence(words)
}

var asideLabel = regexp.MustCompile(`^(?:` + asideLabels + `)$`)

func labelRole(label string) role {
	switch {
	case asideLabel.MatchString(label):
		return roleAside
	case strings.Contains(label, "牵头"), strings.Contains(label, "主办"), strings.Contains(label, "主责"):
		return roleLead
	case strings.HasPrefix(label, "责任"), strings.HasPrefix(label, "主要责任"), strings.HasPrefix(label, "负责"),
		strings.HasPrefix(label, "落实"), strings.HasPrefix(label, "实施"), strings.HasPrefix(label, "承办"):
		return roleDuty
	}
	return roleSupport
}

// labelled reads what follows a label, each part of it by itself: 责任单位:甲;乙配合.
func (rd *reader) labelled(r role, content string) ([]saying, bool) {
	if content == "" || r == roleAside {
		return nil, true
	}
	var all []saying
	for _, part := range splitTop(content, ";") {
		if trimStops(part) == "" || isAside(part) {
			continue
		}
		said, ok := rd.labelledPart(r, trimStops(part))
		if !ok {
			return nil, false
		}
		all = append(all, said...)
	}
	return all, true
}

// labelledPart reads names, or a sentence with its own roles.
func (rd *reader) labelledPart(r role, content string) ([]saying, bool) {
	if said, ok := rd.marked(content); len(said) > 0 || !ok {
		return said, ok
	}
	for _, part := range splitTop(content, ",;、") {
		if verbOf(part).role != roleNone || strings.Contains(part, "会同") {
			return rd.sentence(content)
		}
	}
	var phrases []string
	open := false
	for _, part := range splitTop(content, ",;、 ") {
		if isAside(part) {
			continue
		}
		name, more := trimName(part)
		open = open || more
		phrases = append(phrases, name)
	}
	names, ok := rd.namesThat(isLabelledName, phrases)
	return []saying{{role: r, names: names, open: open}}, ok
}

// roleMark is a role in brackets behind a name: 市科技局(牵头).
var roleMark = regexp.MustCompile(`\((牵头|牵头单位|主办|配合|配合单位|协办)\)$`)

// marked reads a list in which the lead is marked behind its name; the others
// support. It says nothing where no name is marked.
func (rd *reader) marked(list string) ([]saying, bool) {
	if !strings.Contains(text.HalfWidth(list), ")") {
		return nil, true
	}
	var said []saying
	found := false
	for _, part := range splitTop(list, "、,; ") {
		if isAside(part) {
			continue
		}
		name, open := trimName(part)
		one := saying{role: roleSupport, open: open}
		folded := text.HalfWidth(name)
		if m := roleMark.FindStringSubmatchIndex(folded); m != nil {
			found = true
			name = string([]rune(name)[:utf8.RuneCountInString(folded[:m[0]])])
			if word := folded[m[2]:m[3]]; strings.HasPrefix(word, "牵头") || word == "主办" {
				one.role = roleLead
			}
		}
		names, ok := rd.names([]string{name})
		if !ok && found {
			return nil, false
		}
		one.names = names
		said = append(said, one)
	}
	if !found {
		return nil, true
	}
	return said, true
}

// verb is the role a phrase ends with and what stands before it.
type verb struct {
	role role
	name string
}

func verbOf(phrase string) verb {
	phrase = strings.TrimSpace(phrase)
	if last, _ := utf8.DecodeLastRuneInString(phrase); !strings.ContainsRune("头责办合加与助施实导理进成", last) {
		return verb{name: phrase} // no role ends so; spares the search
	}
	loc := verbEnd.FindStringSubmatchIndex(text.HalfWidth(phrase))
	if loc == nil {
		return verb{name: phrase}
	}
	folded := text.HalfWidth(phrase)
	v := verb{name: string([]rune(phrase)[:utf8.RuneCountInString(folded[:loc[0]])])}
	switch folded[loc[2]:loc[3]] {
	case "牵头", "主办":
		v.role = roleLead
	case "负责", "落实", "实施", "承办":
		v.role = roleDuty
	default:
		v.role = roleSupport
	}
	return v
}

// sentence reads A牵头,B、C配合 and its kin: each role closes the names before
// it.
func (rd *reader) sentence(inner string) ([]saying, bool) {
	sc := scan{names: rd.names}
	for _, phrase := range splitTop(inner, "、,;。 ") {
		if isAside(phrase) {
			continue
		}
		v := verbOf(phrase)
		if a, b, joint := strings.Cut(v.name, "会同"); joint {
			sc.add(a)
			sc.close(roleLead)
			sc.joint = true
			v.name = b
		}
		sc.add(v.name)
		if v.role != roleNone {
			sc.close(v.role)
		}
	}
	sc.finish(func(names []string) bool { return areUnits(names, rd.known) })
	return sc.said, !sc.bad && len(sc.said) > 0
}

// scan gathers names until a role closes them.
type scan struct {
	names   func([]string) ([]called, bool)
	said    []saying
	pending []string
	open    bool
	joint   bool // after 会同: who comes next supports
	bad     bool
}

func (sc *scan) add(phrase string) {
	name, open := trimName(phrase)
	sc.open = sc.open || open || openWithin.MatchString(name)
	if name != "" {
		sc.pending = append(sc.pending, name)
	}
}

func (sc *scan) close(r role) {
	if sc.joint && len(sc.pending) > 0 {
		r, sc.joint = roleSupport, false
	}
	if len(sc.pending) == 0 {
		return
	}
	names, ok := sc.names(sc.pending)
	sc.bad = sc.bad || !ok
	sc.said = append(sc.said, saying{role: r, names: names, open: sc.open})
	sc.pending, sc.open = nil, false
}

// finish closes names that no role follows: supports after a lead, else a bare
// list where that reads as units only.
func (sc *scan) finish(bare func([]string) bool) {
	if len(sc.pending) == 0 {
		return
	}
	if len(sc.said) == 0 && !bare(sc.pending) {
		sc.bad = true
		return
	}
	if len(sc.said) == 0 {
		sc.close(roleDuty)
		return
	}
	sc.close(roleSupport)
}

// settle turns sayings into leads and supports. 责任 and 负责 lead where nobody
// is said to lead, and support otherwise.
func (rd *reader) settle(said []saying) responsible {
	var out responsible
	led := false
	for _, s := range said {
		led = led || s.role == roleLead && len(s.names) > 0
	}
	for _, s := range said {
		out.open = out.open || s.open
		switch {
		case s.role == roleLead:
			out.lead = appendNew(out.lead, s.names...)
		case s.role == roleDuty && !led && rd.firstLeads && len(s.names) > 0:
			led = true
			out.lead = appendNew(out.lead, s.names[0])
			out.support = appendNew(out.support, s.names[1:]...)
		case s.role == roleDuty && !led:
			out.lead = appendNew(out.lead, s.names...)
		default:
			out.support = appendNew(out.support, s.names...)
		}
	}
	return out
}

// appendNew appends what the list does not hold yet.
func appendNew[T comparable](list []T, more ...T) []T {
	for _, one := range more {
		if !slices.Contains(list, one) {
			list = append(list, one)
		}
	}
	return list
}
