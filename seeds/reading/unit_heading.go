package reading

import (
	"strconv"
	"strings"

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
		name, count := p.unitOf(n)
		if name == "" {
			return
		}
		n.covered, n.unit = "牵头单位:"+name, true
		if has := n.leaves(); count > 0 && has > 0 && count != has {
			p.found.Add(finding.CountDiffers, finding.At(finding.Place{Row: n.head.line}),
				finding.Given(strconv.Itoa(count)+"项"), finding.Expected(strconv.Itoa(has)+"项"))
		}
	})
}

// unitOf returns the unit that a heading is, and the number of tasks it states.
func (p *parser) unitOf(n *node) (name string, count int) {
	words := heading(FirstSentence(n.head.text))
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
	if words = strings.TrimSpace(words); !p.reader.IsUnitList(words) || p.reader.IsGroup(words) && !p.reader.BeginsGroup(words) {
		return "", 0
	}
	return words, count
}

// leaves counts the nodes below that nothing is below.
func (n *node) leaves() int {
	if len(n.children) == 0 {
		return 0
	}
	return n.leavesWith(func(*node) bool { return true })
}
