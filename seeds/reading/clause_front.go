package reading

import (
	"strings"

	"tianbao/seeds/text"
)

// cutFront finds a clause in square brackets before the task: 【市教育局】新建….
// Other words there, 【重点工程】, are the task's own.
func cutFront(words string) (body, clause string) {
	runes := []rune(words)
	if len(runes) == 0 || text.HalfRune(runes[0]) != '[' {
		return words, ""
	}
	for i, r := range runes {
		if text.HalfRune(r) != ']' {
			continue
		}
		inner := string(runes[1:i])
		body = strings.TrimLeft(string(runes[i+1:]), " :：")
		if body == "" || !isUnitList(inner) && !isClause(inner) {
			break
		}
		return body, string(runes[:i+1])
	}
	return words, ""
}
