package document

import (
	"strconv"
	"strings"

	"tianbao/seeds/markup"
	"tianbao/seeds/plan"
)

// numbering counts the automatic numbers of a .docx.
type numbering struct {
	lists  map[string]*numberList // w:numId -> list
	styles map[string]*paraStyle
	begun  map[string]bool // w:numId whose own start has been taken
}

// numberList is the levels of a w:num; nums of one abstract list count on
// together.
type numberList struct {
	id     string
	levels [9]numberLevel
	count  *[9]int
}

type numberLevel struct {
	format, text string
	start        int
	override     int // own start of this num, -1 where none
	restart      int // level whose step restarts it, counted from 1; 0 never; -1 any higher
	legal        bool
	style        string
}

// paraStyle is what of a paragraph style numbers its paragraphs.
type paraStyle struct {
	basedOn, name string
	num, level    string
}

func newNumbering(lists, styles *markup.Node) *numbering {
	n := &numbering{lists: map[string]*numberList{}, styles: map[string]*paraStyle{}, begun: map[string]bool{}}
	if styles != nil {
		for _, s := range styles.Kids {
			if s.Name == "style" {
				n.styles[s.Attr("styleId")] = &paraStyle{basedOn: s.Val("basedOn"), name: strings.ToLower(s.Val("name")),
					num: s.Val("pPr", "numPr", "numId"), level: s.Val("pPr", "numPr", "ilvl")}
			}
		}
	}
	if lists == nil {
		return n
	}
	abstract := map[string]*markup.Node{}
	counts := map[string]*[9]int{}
	for _, a := range lists.Kids {
		if a.Name == "abstractNum" {
			abstract[a.Attr("abstractNumId")] = a
			counts[a.Attr("abstractNumId")] = newCount()
		}
	}
	for _, num := range lists.Kids {
		if id := num.Val("abstractNumId"); num.Name == "num" && abstract[id] != nil {
			n.lists[num.Attr("numId")] = newList(num, n.linked(abstract[id], lists, abstract), counts[id])
		}
	}
	return n
}

func newCount() *[9]int {
	var count [9]int
	for i := range count {
		count[i] = -1
	}
	return &count
}

// linked follows an abstract list that only names a list style.
func (n *numbering) linked(a, lists *markup.Node, abstract map[string]*markup.Node) *markup.Node {
	link := a.Val("numStyleLink")
	style := n.styles[link]
	if link == "" || style == nil {
		return a
	}
	for _, num := range lists.Kids {
		if num.Name == "num" && num.Attr("numId") == style.num {
			if target := abstract[num.Val("abstractNumId")]; target != nil {
				return target
			}
		}
	}
	return a
}

func newList(num, abstract *markup.Node, count *[9]int) *numberList {
	l := &numberList{id: num.Attr("numId"), count: count}
	for i := range l.levels {
		l.levels[i] = numberLevel{start: 1, override: -1, restart: -1}
	}
	for _, lvl := range abstract.Kids {
		l.define(lvl)
	}
	for _, over := range num.Kids {
		if over.Name != "lvlOverride" {
			continue
		}
		l.define(over.Child("lvl"))
		if i := wholeNumber(over.Attr("ilvl"), -1); i >= 0 && i < 9 {
			l.levels[i].override = wholeNumber(over.Val("startOverride"), -1)
		}
	}
	return l
}

func (l *numberList) define(lvl *markup.Node) {
	if lvl == nil || lvl.Name != "lvl" {
		return
	}
	i := wholeNumber(lvl.Attr("ilvl"), -1)
	if i < 0 || i >= len(l.levels) {
		return
	}
	format := lvl.Val("numFmt")
	if alternate := lvl.Child("AlternateContent", "Choice"); format == "" && alternate != nil {
		format = alternate.Val("numFmt")
	}
	l.levels[i] = numberLevel{format: format, text: lvl.Val("lvlText"), start: wholeNumber(lvl.Val("start"), 1),
		override: -1, restart: wholeNumber(lvl.Val("lvlRestart"), -1), style: lvl.Val("pStyle"),
		legal: lvl.Child("isLgl") != nil && lvl.Val("isLgl") != "0" && lvl.Val("isLgl") != "false"}
}

// contents reports whether it is an entry of a table of contents.
func (n *numbering) contents(p *markup.Node) bool {
	style := p.Val("pPr", "pStyle")
	name := strings.ToLower(style)
	if s := n.styles[style]; s != nil {
		name = s.name
	}
	return strings.HasPrefix(name, "toc ") || strings.HasPrefix(name, "toc") && len(name) == 4
}

// label steps the list that the paragraph belongs to and returns its number as
// shown, "" where it has none.
func (n *numbering) label(p *markup.Node) string {
	list, level := n.listOf(p)
	if list == nil {
		return ""
	}
	return n.step(list, level)
}

// listOf returns the list and level of a paragraph: its own, else its style's.
func (n *numbering) listOf(p *markup.Node) (*numberList, int) {
	own := p.Child("pPr", "numPr")
	num, level, style := own.Val("numId"), own.Val("ilvl"), p.Val("pPr", "pStyle")
	for id, hops := style, 0; num == "" && id != "" && hops < 20; hops++ {
		s := n.styles[id]
		if s == nil {
			break
		}
		if num = s.num; level == "" {
			level = s.level
		}
		if list := n.lists[num]; list != nil && own == nil {
			for i := range list.levels {
				if list.levels[i].style == id {
					level = strconv.Itoa(i)
				}
			}
		}
		id = s.basedOn
	}
	i := wholeNumber(level, 0)
	if list := n.lists[num]; list != nil && i >= 0 && i < 9 {
		return list, i
	}
	return nil, 0
}

// step counts one paragraph and writes its number.
func (n *numbering) step(l *numberList, at int) string {
	if key := l.id + "/" + strconv.Itoa(at); l.levels[at].override >= 0 && !n.begun[key] {
		n.begun[key] = true
		l.count[at] = l.levels[at].override - 1
	} else if l.count[at] < 0 {
		l.count[at] = l.levels[at].start - 1
	}
	l.count[at]++
	for above := range at {
		if l.count[above] < 0 {
			l.count[above] = l.levels[above].start
		}
	}
	for below := at + 1; below < 9; below++ {
		if r := l.levels[below].restart; r != 0 && (r < 0 || at < r) {
			l.count[below] = -1
		}
	}
	return l.write(at)
}

// write fills the level's pattern: (%1) with the count of level 1.
func (l *numberList) write(at int) string {
	if format := l.levels[at].format; format == "bullet" || format == "none" {
		return ""
	}
	text := l.levels[at].text
	for i := range l.levels {
		format := l.levels[i].format
		if l.levels[at].legal {
			format = "decimal"
		}
		text = strings.ReplaceAll(text, "%"+strconv.Itoa(i+1), numberText(format, l.count[i]))
	}
	return text
}

// numberText writes a number in a format of Word (w:numFmt).
func numberText(format string, n int) string {
	switch format {
	case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
		"taiwaneseCountingThousand", "ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand":
		if han := plan.Numeral(n); han != "" {
			return han
		}
	case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
		if n >= 1 && n <= 20 {
			return string(rune('①' + n - 1))
		}
	case "decimalEnclosedParen":
		return "(" + strconv.Itoa(n) + ")"
	case "decimalEnclosedFullstop":
		return strconv.Itoa(n) + "."
	case "lowerLetter", "upperLetter":
		if n >= 1 && n <= 26 {
			first := map[string]int{"lowerLetter": 'a', "upperLetter": 'A'}[format]
			return string(rune(first + n - 1))
		}
	case "none", "bullet":
		return ""
	}
	return strconv.Itoa(n)
}
