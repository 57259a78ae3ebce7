package target

import (
	"regexp"
	"strconv"
	"strings"

	"tianbao/seeds/plan"
	"tianbao/seeds/text"
)

var (
	// timeSpan is from one time to another: 2025年1月-12月, 3月至9月, 2025.3-2025.11.
	timeSpan = regexp.MustCompile(`^(?:(20\d{2})(?:年|[./]))?\d{1,2}(月|)(?:份|\d{1,2}日)?[底末初]?(?:-+|至|到|~)(?:(20\d{2})(?:年|[./]))?(\d{1,2})(月|)((?:份|\d{1,2}日)?[底末初]?)(?:以?前)?$`)
)

// dueIn is the day that words beside an item name: 2025年6月底前完成, 9月底, 2025-06-30, the end of 3月至9月;
// "" where they name none.
func (v *vocabulary) dueIn(words string, p plan.Period) string {
	s := newScript(beside(words), v)
	for _, m := range s.dues(p) {
		if m.text != "" && !m.annual {
			return m.text
		}
	}
	if d, n := v.dateAt(s.folded); d.year == "" && d.month != "" && n+headLen(s.folded[n:], "以前", "前") == len(s.folded) && p.First == p.Last && p.Last > 0 {
		return strconv.Itoa(p.Last) + "年" + d.month + strings.Replace(d.part, "末", "底", 1)
	}
	return ""
}

// YearsAhead is the longest number of years that a text counts on from its own (5年内, 未来三年), 0 where it counts none.
func YearsAhead(words string) int {
	s, longest := newScript(words, genre().words), 0
	for i, r := range s.folded {
		if !strings.ContainsRune(dueFirst, r) {
			continue
		}
		m, ok := s.yearsMark(i, s.folded[i:], plan.Period{First: 1, Last: 1})
		if n, err := strconv.Atoi(m.text); ok && err == nil && n <= longestAhead {
			longest = max(longest, n)
		}
	}
	return longest
}

// longestAhead is more years than a plan has; a longer number is a year.
const longestAhead = 10

// beside writes a day in figures and the end of a stretch of time as a sentence has them.
func beside(words string) string {
	words = strings.ReplaceAll(strings.NewReplacer("—", "-", "–", "-").Replace(text.HalfWidth(words)), " ", "")
	if at := timeSpan.FindStringSubmatch(words); at != nil && (at[2]+at[5] != "" || at[1] != "" && at[3] != "") {
		if year := at[1] + at[3]; year != "" {
			return year[len(year)-4:] + "年" + at[4] + "月" + at[6]
		}
		return at[4] + "月" + at[6]
	}
	if d, ok := text.ReadMonth(words); ok && !strings.Contains(words, "年") {
		return strconv.Itoa(d.Year) + "年" + strconv.Itoa(d.Month) + "月"
	}
	return words
}
