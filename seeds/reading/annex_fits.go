package reading

import (
	"regexp"
	"strings"

	"tianbao/seeds/clause"
	"tianbao/seeds/text"
)

func skipCost(col column) int {
	switch col {
	case colCategory, colMoreOwners, colMoreName, colRemark:
		return 0
	}
	return -4
}

var (
	valueWords = regexp.MustCompile(`[0-9]|^[-—–―/]+$|下达|平均|高于|低于|以上|以内|左右|稳定|完成|持续|达到|提高|下降|控制|保持|区间|同步|优于|前列|不低|全省|全国`)
	hanOnly    = regexp.MustCompile(`^\p{Han}{2,8}$`)
	hanWord    = regexp.MustCompile(`\p{Han}{2,}|^(?:[0-9]+[.、])?[A-Z]{3,}`)
	// trendWords is a value in words: 逐步降低, 合理增长, 与经济增长同步.
	trendWords = regexp.MustCompile(`^与\p{Han}+(?:同步|一致|相当|持平|相适应)$|` +
		`^(?:(?:逐步|逐年|稳步|合理|持续|明显|显著|大幅|进一步|不断|有所|略有|较快|平稳|适度|同步|两位数|正|负|零)+(?:增长|降低|下降|提高|提升|减少|改善|优化|增加|扩大|上升|回升)|达标|稳中\p{Han}+)$`)
)

// isSmallNumber reports whether a cell is the number of a row: 12, 12.
func isSmallNumber(cell string) bool {
	no := strings.TrimRight(cell, ".、")
	return no != "" && len(no) <= len("999") && strings.Trim(no, "0123456789") == ""
}

// saysNature reports whether a cell says how an indicator binds: 约束性.
func saysNature(cell string) bool {
	return strings.Contains(cell, "约束性") || strings.Contains(cell, "预期性") || cell == "约束" || cell == "预期"
}

// isBracket reports whether a text is nothing but a bracket, endsInBracket whether it ends with one: 人均收入(万元).
func isBracket(words string) bool {
	return strings.HasPrefix(words, "(") && endsInBracket(words) && strings.Count(words, "(") == 1
}

func endsInBracket(words string) bool {
	inner := words[strings.LastIndex(words, "(")+1:]
	return len(inner) < len(words) && strings.Index(inner, ")") == len(inner)-1 && len(inner) > 1
}

// goesOn scores how well a cell goes on with the name in the cell before it: it is a unit in brackets alone, or the
// cell before has a number and no unit.
func (f *fitting) goesOn(i int) int {
	const bad = -12
	if i == 0 {
		return bad
	}
	s, before := strings.TrimSpace(text.HalfWidth(f.cells[i].Text)), strings.TrimSpace(text.HalfWidth(f.cells[i-1].Text))
	kind, _, _ := splitMark(before)
	own, _, _ := splitMark(s)
	numbered := kind == markArabic || i > 1 && isSmallNumber(strings.TrimSpace(f.cells[i-2].Text))
	switch {
	case endsInBracket(before):
		return bad
	case isBracket(s):
		return 4
	case !numbered || own != markNone || !hanWord.MatchString(s) || trendWords.MatchString(s) || saysNature(s) || clause.EndsOffice(s):
		return bad
	case endsInBracket(s):
		return 2
	case valueWords.MatchString(s):
		return bad
	}
	return -2
}

// fits scores how well a cell suits a column.
func fits(col column, cell string) int {
	s := strings.TrimSpace(text.HalfWidth(cell))
	owner := clause.EndsOffice(s) && !valueWords.MatchString(s)
	good, bad := 4, -12
	verdict := func(ok bool) int {
		if ok {
			return good
		}
		return bad
	}
	switch col {
	case colNo:
		return verdict(isSmallNumber(s))
	case colCategory:
		if owner {
			return bad
		}
		return verdict(hanOnly.MatchString(s)) / 2
	case colName:
		switch {
		case isBracket(s) || trendWords.MatchString(s):
			return bad
		case endsInBracket(s) && hanWord.MatchString(s):
			return 2 * good
		}
		return verdict(hanWord.MatchString(s) && !owner && !saysNature(s))
	case colOwner, colMoreOwners, colData:
		return verdict(owner)
	case colNature:
		return verdict(saysNature(s))
	case colUnit:
		return verdict(len([]rune(s)) <= 12 && !owner && !saysNature(s) && !trendWords.MatchString(s))
	case colRemark:
		return verdict(hanWord.MatchString(s) && !saysNature(s)) / 4
	case colBase, colYear:
		if trendWords.MatchString(s) {
			return -3 // what is to come
		}
	}
	switch {
	case endsInBracket(s) || saysNature(s) || isSmallNumber(s) && strings.TrimRight(s, ".、") != s:
		return bad
	case valueWords.MatchString(s) || trendWords.MatchString(s):
		return good
	case hanOnly.MatchString(s) && !owner:
		return -3 // a word, where the columns leave it no other place
	}
	return bad
}
