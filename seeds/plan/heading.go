package plan

import (
	"strings"

	"tianbao/seeds/text"
)

// Heading returns the chapter and section headings of an item as the document
// prints them: 一、… and (一)…; "" where the document has none.
func (p *Plan) Heading(it *Item) (chapter, section string) {
	for _, c := range p.Chapters {
		if c.No != it.Chapter {
			continue
		}
		chapter = numbered(c.No, "", "、", c.Title)
		for _, s := range c.Sections {
			if s.No == it.Section {
				section = numbered(s.No, "(", ")", s.Title)
			}
		}
	}
	return chapter, section
}

func numbered(no int, before, after, title string) string {
	if no < 1 {
		return title
	}
	return before + Numeral(no) + after + title
}

// Numeral prints 1 to 99 in Chinese, as headings are numbered; "" for others.
func Numeral(n int) string {
	digits := []string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}
	switch {
	case n < 1 || n > 99:
		return ""
	case n < 10:
		return digits[n]
	case n < 20:
		return "十" + digits[n-10]
	}
	return digits[n/10] + "十" + digits[n%10]
}

// NameKey is what two spellings of one name have in common: width, spaces and
// the shape of quotation marks do not tell units apart.
func NameKey(name string) string {
	return strings.Map(func(c rune) rune {
		switch c = text.HalfRune(c); c {
		case ' ':
			return -1
		case '”', '″', '"', '「', '」':
			return '“'
		}
		return c
	}, name)
}
