package reading

import (
	"strings"

	"tianbao/seeds/clause"
	"tianbao/seeds/text"
)

// rolePair is a column that names who leads and who helps in one cell, told apart by a mark: 牵头部门/责任部门.
type rolePair struct {
	first, second string // labels
	mark          string // what parts them in the heading, "(" for a bracket
}

// pairOf reads a heading of two roles; false where it has one.
func (p *parser) pairOf(head string) (rolePair, bool) {
	folded := text.HalfWidth(oneLine(head))
	for _, mark := range []string{"/", "(", "、", "及", "和", ",", ";"} {
		first, second, ok := strings.Cut(folded, mark)
		second = strings.TrimSuffix(second, ")")
		if a, b := p.roleLabel(first), p.roleLabel(second); ok && a != "" && b != "" && p.reader.Rank(a) != p.reader.Rank(b) {
			return rolePair{a, b, mark}, true
		}
	}
	return rolePair{}, false
}

// roleLabel is a part of a heading as a label of units, 牵头 as 牵头单位; "" where it says no role.
func (p *parser) roleLabel(part string) string {
	if kind, _ := p.reader.Label(part); kind == clause.LabelPersons || strings.ContainsAny(part, "为是的") {
		return "" // 责任单位(第一个为牵头单位)
	}
	for _, label := range []string{part, part + "单位"} {
		if kind, sure := p.reader.Label(label); kind == clause.LabelUnits && sure && len([]rune(label)) <= longestHeading/2 {
			return label
		}
	}
	return ""
}

// split gives each half of a cell its label: 研究生院/各学院, a line each, or the second in a bracket. "" where the cell has
// no such halves.
func (r rolePair) split(p *parser, cell string) string {
	names := func(words string) bool { return isNone(words) || p.reader.Names(p.unitLines(words)) }
	said := func(first, second string) string {
		if !names(first) || !names(second) {
			return ""
		}
		clauses := ""
		for _, half := range [][2]string{{r.first, first}, {r.second, second}} {
			if !isNone(half[1]) {
				clauses = strings.TrimPrefix(clauses+";"+half[0]+":"+p.unitLines(half[1]), ";")
			}
		}
		return clauses
	}
	if outside := clause.OutsideBrackets(cell); r.mark == "(" && outside != cell {
		runes := []rune(strings.TrimSpace(cell))
		if open := clause.OpenerOf(string(runes)); open > 0 {
			return said(string(runes[:open]), string(runes[open+1:len(runes)-1]))
		}
	}
	for _, mark := range []string{r.mark, ";", "\n"} {
		if mark != "/" && mark != ";" && mark != "\n" {
			continue
		}
		halves := strings.FieldsFunc(cell, func(c rune) bool { return string(text.HalfRune(c)) == mark })
		if len(halves) == 2 {
			if clauses := said(halves[0], halves[1]); clauses != "" {
				return clauses
			}
		}
	}
	return ""
}
