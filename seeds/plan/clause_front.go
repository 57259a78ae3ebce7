package plan

import "strings"

// cutFront finds a clause in square brackets before the task: 【市教育局】新建….
// Other words there, 【重点工程】, are the task's own.
func cutFront(text string) (body, clause string) {
	runes := []rune(text)
	if len(runes) == 0 || halfRune(runes[0]) != '[' {
		return text, ""
	}
	for i, r := range runes {
		if halfRune(r) != ']' {
			continue
		}
		inner := string(runes[1:i])
		body = strings.TrimLeft(string(runes[i+1:]), " :：")
		if body == "" || !isUnitList(inner) && !isClause(inner) {
			break
		}
		return body, string(runes[:i+1])
	}
	return text, ""
}
