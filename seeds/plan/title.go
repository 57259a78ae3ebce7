package plan

import (
	"crypto/sha256"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"tianbao/workbook/finding"
)

var (
	issued  = regexp.MustCompile(`印发(.+?)的通知`)
	genre   = regexp.MustCompile(`(方案|计划|分工|清单|规划|纲要|意见|要点|措施|任务|台账|一览表)(的通知|\(.*\))?$`)
	quoted  = regexp.MustCompile(`^《([^《》]*)》$`)
	fiveYr  = regexp.MustCompile(`(?:“([一二三四五六七八九十]+)五”|第([一二三四五六七八九十]+)个五年|([十二三四五六七八九]{1,3})五(?:规划|时期))`)
	yearsTo = regexp.MustCompile(`(20[0-9]{2})\s*年?\s*[-—–~至到]+\s*(20[0-9]{2})\s*年`)
	oneYear = regexp.MustCompile(`(20[0-9]{2})年`)
	until   = regexp.MustCompile(`到(20[0-9]{2})年`)
	dueDay  = regexp.MustCompile(`每年(?:的)?([0-9]{1,2})月(?:(底|末)|([0-9]{1,2})日)?`)
)

// titleOf finds the document's title: what a notice issues (印发…的通知), else
// the heading above the first number.
func titleOf(doc *Document) string {
	head := preamble(doc)
	for _, line := range head {
		if m := issued.FindStringSubmatch(line); m != nil {
			title := strings.NewReplacer("〈", "《", "〉", "》").Replace(m[1])
			if q := quoted.FindStringSubmatch(title); q != nil {
				title = q[1]
			}
			return strings.TrimSpace(title)
		}
	}
	for i, line := range head {
		if genre.MatchString(halfWidth(line)) && !strings.ContainsAny(line, "。;") {
			return strings.Join(titleAbove(head[:i]), "") + line
		}
	}
	if len(head) > 0 {
		return head[0]
	}
	return ""
}

// titleAbove returns the lines of a title that stand above its last one.
func titleAbove(lines []string) []string {
	i := len(lines)
	for i > 0 && len([]rune(lines[i-1])) <= 30 && !strings.ContainsAny(lines[i-1], "。;:,:>") && i > len(lines)-3 {
		i--
	}
	return lines[i:]
}

// preamble is the plain paragraphs before the first number.
func preamble(doc *Document) []string {
	var lines []string
	for _, b := range doc.Blocks {
		if b.Rows != nil {
			continue
		}
		if kind, _, _ := splitMark(b.Text); kind != markNone {
			break
		}
		lines = append(lines, b.Text)
	}
	return lines
}

// period finds the years a plan speaks of: years in its title, its five-year
// plan, years of the text; else the coming five are guessed and reported.
func (p *parser) period() Period {
	title, text := halfWidth(p.plan.Title), halfWidth(bodyText(p.doc.Document))
	for _, s := range []string{title, text} {
		if m := yearsTo.FindStringSubmatch(s); m != nil && s == title {
			first, _ := strconv.Atoi(m[1])
			last, _ := strconv.Atoi(m[2])
			return Period{first - 1, first, last}
		}
		if m := fiveYr.FindStringSubmatch(s); m != nil {
			first := 1951 + 5*readNumber(m[1]+m[2]+m[3])
			return Period{first - 1, first, first + 4}
		}
		if m := oneYear.FindStringSubmatch(s); m != nil && s == title {
			year, _ := strconv.Atoi(m[1])
			return Period{year - 1, year, year}
		}
		if m := yearsTo.FindStringSubmatch(s); m != nil {
			first, _ := strconv.Atoi(m[1])
			last, _ := strconv.Atoi(m[2])
			return Period{first - 1, first, last}
		}
	}
	return p.guessPeriod(text)
}

// guessPeriod takes the five-year plan that holds the latest 到某年 of the text.
func (p *parser) guessPeriod(text string) Period {
	last := 2025
	if m := until.FindStringSubmatch(text); m != nil {
		last, _ = strconv.Atoi(m[1])
	}
	last += (5 - last%5) % 5
	guess := Period{last - 5, last - 4, last}
	p.found.Add(finding.PeriodUnclear, finding.Given(fmt.Sprintf("暂按 %d—%d 年", guess.First, guess.Last)))
	return guess
}

func bodyText(doc *Document) string {
	var text strings.Builder
	for _, b := range doc.Blocks {
		text.WriteString(b.Text)
		text.WriteString("\n")
	}
	return text.String()
}

// deadlineOf finds the yearly day of reporting (每年3月底前); 31 March where the
// document names none.
func deadlineOf(doc *Document) Deadline {
	for _, b := range doc.Blocks {
		m := dueDay.FindStringSubmatch(halfWidth(b.Text))
		if m == nil || !strings.Contains(b.Text, "报") {
			continue
		}
		month, _ := strconv.Atoi(m[1])
		day, _ := strconv.Atoi(m[3])
		if month < 1 || month > 12 || day > 31 {
			continue
		}
		if day == 0 {
			day = lastDay(month)
		}
		return Deadline{month, day}
	}
	return Deadline{3, 31}
}

// lastDay is the last day of a month in any year.
func lastDay(month int) int {
	return []int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[month-1]
}

func unitID(n int) string { return fmt.Sprintf("%03d", n) }

// planID is six letters or digits made of what the document says: title,
// headings, numbers, clauses, indicators. Layout, page furniture and the file's
// format do not count.
func planID(p *Plan) string {
	h := sha256.New()
	fmt.Fprintln(h, p.Title, p.Period)
	for _, c := range p.Chapters {
		fmt.Fprintln(h, c.No, c.Title)
	}
	for i := range p.Items {
		fmt.Fprintln(h, p.Items[i].Ref, p.Items[i].Title, halfWidth(p.Items[i].Clause))
	}
	for _, in := range p.Indicators {
		fmt.Fprintln(h, in.No, in.Name, in.Unit, in.Target, in.Growth)
	}
	const alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ" // no 0 O 1 I L, which are misread
	id := make([]byte, 6)
	for i, b := range h.Sum(nil)[:len(id)] {
		id[i] = alphabet[int(b)%len(alphabet)]
	}
	return string(id)
}
