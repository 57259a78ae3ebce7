package reading

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"tianbao/seeds/finding"
	"tianbao/seeds/text"
)

// unitHeadings lets a heading that is a unit lead everything below it: 一、县农业农村局
// 牵头工作(2项); (二)市公安局。负责….
func (p *parser) unitHeadings(root *node) {
	root.walk(func(n *node) {
		if n.slot == slotRoot || n.slot > slotTask || n.head.clause != "" || n.covered != "" {
			return
		}
		if n.belowUnit() && helpHeading.MatchString(heading(n.head.text)) {
			n.covered, n.unit = "配合单位:"+n.parent.office, true // (二)配合工作
			return
		}
		name, count := p.unitOf(n)
		if name == "" {
			return
		}
		n.covered, n.unit, n.office = "牵头单位:"+name, true, name
		if has := n.leaves(); count > 0 && has > 0 && count != has {
			p.found.Add(finding.CountDiffers, finding.At(finding.Place{Row: n.head.line}),
				finding.Given(strconv.Itoa(count)+"项"), finding.Expected(strconv.Itoa(has)+"项"))
		}
	})
}

var helpHeading = regexp.MustCompile(`^(?:配合|协办|协助|参与)(?:的)?(?:工作|任务|事项|重点工作|重点任务)?$`)

// helps reports a heading of what the unit above it only helps with.
func (n *node) helps() bool { return n.unit && n.office == "" }

// belowUnit reports whether the heading above is a unit.
func (n *node) belowUnit() bool { return n.parent != nil && n.parent.office != "" }

// headedByOffices reports whether the headings beside a node, two or more, are all offices, as those of a school or a
// company are called, and nobody else is responsible below them: 一、教务处 二、后勤保卫处.
func (p *parser) headedByOffices(n *node) bool {
	if n.parent == nil || len(n.parent.children) < 2 {
		return false
	}
	defer func(before bool) { p.reader.BareEnds = before }(p.reader.BareEnds)
	p.reader.BareEnds = true // one name is a list here
	for _, c := range n.parent.children {
		responsible := false
		c.walk(func(m *node) { responsible = responsible || m.head.clause != "" || m.ownLine() != "" })
		if words, _ := unitWords(c); responsible || strings.ContainsFunc(words, unicode.IsDigit) || !p.reader.IsUnitList(words) && !p.reader.IsOfficeList(words) {
			return false
		}
	}
	return true
}

// unitOf returns the unit that a heading is, and the number of tasks it states.
func (p *parser) unitOf(n *node) (name string, count int) {
	words, count := unitWords(n)
	if group := p.reader.IsGroup(words) && !p.reader.BeginsGroup(words); group || !p.reader.IsUnitList(words) && !p.headedByOffices(n) {
		return "", 0
	}
	return words, count
}

// unitWords is a heading without what only says that the work below is a unit's, and the number of tasks it states.
func unitWords(n *node) (words string, count int) {
	words = heading(FirstSentence(n.head.text))
	if before, _, found := strings.Cut(text.HalfWidth(words), ":"); found {
		words = string([]rune(words)[:len([]rune(before))])
	}
	folded := text.HalfWidth(words)
	if open := strings.LastIndex(folded, "("); open > 0 && strings.HasSuffix(folded, "项)") {
		count = text.Numeral(strings.Trim(folded[open:], "(共计有)项 "))
		words = string([]rune(words)[:len([]rune(folded[:open]))])
	}
	for _, tail := range []string{"牵头负责的工作", "牵头负责工作", "牵头重点工作", "牵头的工作", "牵头工作", "牵头任务", "牵头事项", "负责的工作", "负责工作", "主要任务", "重点任务", "重点工作", "工作任务", "任务清单", "承担任务", "牵头负责", "牵头"} {
		if rest, ok := strings.CutSuffix(strings.TrimSpace(words), tail); ok {
			words = rest
			break
		}
	}
	return strings.TrimSpace(words), count
}

// leaves counts the nodes below that nothing is below.
func (n *node) leaves() int {
	if len(n.children) == 0 {
		return 0
	}
	return n.leavesWith(func(*node) bool { return true })
}
