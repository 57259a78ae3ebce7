package reading

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"tianbao/seeds/document"
	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/target"
	"tianbao/seeds/text"
)

var (
	fiveYear = regexp.MustCompile(`["“]([一二三四五六七八九十]{1,3})五["”]|第([一二三四五六七八九十]{1,4})个五年|([十二三四五六七八九]{1,3})五(?:规划|时期|期间)`)
	years    = regexp.MustCompile(`(20[0-9]{2})\s*年?\s*(?:[-—–―~一]+|至|到)\s*(20[0-9]{2})\s*年?`)
	oneYear  = regexp.MustCompile(`(20[0-9]{2})年`)
	dueBy    = regexp.MustCompile(`(20[0-9]{2})年(?:年?[底末内]|[0-9]{1,2}月(?:[0-9]{1,2}日)?[底末]?前)`)
	until    = regexp.MustCompile(`(?:到|力争|争取|确保)20[0-9]{2}年(?:[底末]?[、和]20[0-9]{2}年)*|20[0-9]{2}年[底末]?(?:主要|总体|预期|工作)?目标`)
	// yearOfTasks is the year of a part of a five-year plan: “十四五”规划2023年重点任务分解.
	yearOfTasks = regexp.MustCompile(`五["”]?规划[^0-9]{0,12}(20[0-9]{2})年度?(?:重点|主要|工作|目标|任务|责任|实施)`)
	dueDay      = regexp.MustCompile(`每年(?:的)?([0-9]{1,2})月(?:(底|末)|([0-9]{1,2})日)?`)
)

// period finds the years a plan speaks of: those of its title, else the
// five-year plan or the years that its text names most; else they are guessed
// and that is reported.
func (p *parser) period() plan.Period {
	title, body := tightYears(text.HalfWidth(p.plan.Title)), tightYears(text.HalfWidth(bodyText(p.doc.Document)))
	if m := years.FindStringSubmatch(title); m != nil {
		return between(m[1], m[2])
	}
	if m := yearOfTasks.FindStringSubmatch(title); m != nil {
		return between(m[1], m[1])
	}
	if n := mostNamed(fiveYear, title); n != "" {
		return fiveYearPlan(n)
	}
	if year, by := yearOfTitle(title); year != "" && !by {
		return between(year, year)
	} else if issued := p.yearOfIssue(); by && issued > 0 && strconv.Itoa(issued) <= year {
		return between(strconv.Itoa(issued), year)
	}
	if year := p.yearOfDocument(); year != "" {
		return between(year, year)
	}
	if m := yearsFrom.FindStringSubmatch(body); m != nil {
		return yearsOn(m[1], m[2])
	}
	if n := mostNamed(fiveYear, body); n != "" {
		return fiveYearPlan(n)
	}
	if m := years.FindStringSubmatch(body); m != nil && m[1] < m[2] {
		return between(m[1], m[2])
	}
	if m := validUntil.FindStringSubmatch(strings.ReplaceAll(body, " ", "")); m != nil {
		if first := p.yearOfIssue(); m[1] != "" || first > 0 {
			return between(cmp.Or(m[1], strconv.Itoa(first)), m[2])
		}
	}
	return p.guessPeriod(body + tightYears(text.HalfWidth(tableText(p.doc.Document))))
}

// validUntil says how long a document is in force: 自2025年8月1日起施行,有效期至2030年7月31日.
var validUntil = regexp.MustCompile(`(?:自(20[0-9]{2})年[0-9]{1,2}月[0-9]{1,2}日起[^。;]{0,12})?(?:有效期限?|有效|实施|执行|施行)[至到](20[0-9]{2})年`)

var looseYear = regexp.MustCompile(`[ \t]*(20[0-9]{2})[ \t]*年`)

// tightYears drops the blanks of 到 2027 年, as text copied from a PDF has it.
func tightYears(text string) string { return looseYear.ReplaceAllString(text, "${1}年") }

// yearOfDocument is the year of a document of one year: that of its first heading, else,
// where it speaks of this year alone, that of its number; "" where neither says one.
func (p *parser) yearOfDocument() string {
	number := ""
	for _, b := range p.doc.Blocks {
		words := text.HalfWidth(b.Text)
		if m := documentNumber.FindStringSubmatch(words); m != nil && number == "" && len([]rune(words)) <= longestTitle {
			number = m[1]
		}
		kind, _, rest := splitMark(b.Text)
		if kind == markNone {
			continue
		}
		if kind > markHanParen {
			break
		}
		if p.frame.In(text.HalfWidth(rest)) && !oneYear.MatchString(text.HalfWidth(rest)) {
			continue
		}
		if m := oneYear.FindStringSubmatch(text.HalfWidth(rest)); m != nil && len([]rune(rest)) <= longestTitle && !strings.Contains(rest, "到"+m[1]) && clearOf(rest, m[1]) {
			return m[1]
		}
		break
	}
	title := p.plan.Title
	for _, word := range []string{"政府工作报告", "年度", "今年", "民生实事"} {
		if number != "" && strings.Contains(title, word) {
			return number
		}
	}
	return ""
}

// yearOfTitle is the last year of a title that is not one it looks back on (2024年工作回顾与2025年重点任务), "" where it
// names none; by reports that it only says by when: 2030年前碳达峰, 到2027年.
func yearOfTitle(title string) (year string, by bool) {
	for _, at := range oneYear.FindAllStringSubmatchIndex(title, -1) {
		after := title[at[1]:]
		if year == "" || !lookBack(after) {
			year = title[at[2]:at[3]]
			by = strings.HasPrefix(after, "前") || strings.HasSuffix(title[:at[0]], "到")
		}
	}
	return year, by
}

// lookBack reports whether what stands behind a year says that it is over: 2024年工作回顾与…, 2022年修订.
func lookBack(after string) bool {
	said, _, _ := strings.Cut(after, "20")
	for _, word := range []string{"回顾", "执行情况", "完成情况", "总结", "修订", "版"} {
		if strings.Contains(said, word) {
			return true
		}
	}
	return false
}

// clearOf reports whether it is a heading that speaks of one year: not 2020年底前, not 2020年以来.
func clearOf(heading, year string) bool {
	_, after, _ := strings.Cut(text.HalfWidth(heading), year+"年")
	for _, word := range []string{"底", "末", "前", "以来", "起", "版", "修订", "-", "—", "至"} {
		if strings.HasPrefix(after, word) {
			return false
		}
	}
	return true
}

var (
	documentNumber = regexp.MustCompile(`[\[(](20[0-9]{2})[\])]\s*第?[0-9]{1,4}\s*号`)
	yearsFrom      = regexp.MustCompile(`(20[0-9]{2})年起([二两三四五六七八九十]|[0-9]{1,2})年内`)
)

// yearsOn is a number of years from a first one: 2022年起5年内.
func yearsOn(first, count string) plan.Period {
	n := text.Numeral(strings.Replace(count, "两", "二", 1))
	from, _ := strconv.Atoi(first)
	return between(first, strconv.Itoa(from+max(n, 1)-1))
}

// between is the period from a first to a last year, its base the year before.
func between(from, to string) plan.Period {
	first, _ := strconv.Atoi(from)
	last, _ := strconv.Atoi(to)
	last = max(first, last)
	return plan.Period{Base: first - 1, First: first, Last: last}
}

// fiveYearPlan is the period of the n-th five-year plan, n in Chinese: the
// first began in 1953, those after the second in years that end in 1 or 6.
func fiveYearPlan(n string) plan.Period {
	first := 1951 + 5*text.Numeral(n)
	return plan.Period{Base: first - 1, First: first, Last: first + 4}
}

// mostNamed returns what the pattern's groups match most often, the first of
// equals; "" where it matches nowhere.
func mostNamed(pattern *regexp.Regexp, text string) string {
	count, best := map[string]int{}, ""
	var order []string
	for _, m := range pattern.FindAllStringSubmatch(text, -1) {
		n := strings.Join(m[1:], "")
		if count[n]++; count[n] == 1 {
			order = append(order, n)
		}
	}
	for _, n := range order {
		if count[n] > count[best] {
			best = n
		}
	}
	return best
}

var (
	yearsInTitle = regexp.MustCompile(`([二两三四五六七八九十]|[2-9])年(?:行动|攻坚|计划|规划|滚动|提升|倍增|实施|工作)`)
)

// yearsByTitle counts the years of a title (三年行动方案) up to the last that the text names, where it names
// the first as well, else on from the year of the document's number.
func (p *parser) yearsByTitle(text string) (plan.Period, bool) {
	m := yearsInTitle.FindStringSubmatch(p.plan.Title)
	if m == nil {
		return plan.Period{}, false
	}
	if named := yearsIn(oneYear, text); len(named) > 1 {
		if all := yearsOn(strconv.Itoa(slices.Min(named)), m[1]); all.Last == slices.Max(named) {
			return all, true
		}
	}
	if number := documentNumber.FindStringSubmatch(text); number != nil {
		return yearsOn(number[1], m[1]), true
	}
	return plan.Period{}, false
}

// guessPeriod takes the years that a document names for its own where it does not say which they are, and asks.
func (p *parser) guessPeriod(text string) plan.Period {
	period, told := p.likelyPeriod(text)
	years := fmt.Sprintf("暂按 %d—%d 年", period.First, period.Last)
	if period.First == period.Last {
		years = fmt.Sprintf("暂按 %d 年", period.Last)
	}
	unclear := finding.New(finding.PeriodUnclear, finding.Given(years))
	if told {
		unclear.Severity = finding.Note
	}
	p.found = append(p.found, unclear)
	return period
}

// likelyPeriod is the years of the title (三年行动方案), else up to 到某年 of the text, else those of its dues, else
// the only year that it names, else the year of its issue. A document without any year is
// taken for one of the five-year plan that offices break down now. Told reports that its year of issue and what it
// sets itself by when agree.
func (p *parser) likelyPeriod(text string) (period plan.Period, told bool) {
	if years, ok := p.yearsByTitle(text); ok {
		return years, true
	}
	issued, goals := p.yearOfIssue(), goalYears(text)
	if ahead := target.YearsAhead(text); issued > 0 && ahead > 0 {
		goals = append(goals, issued+ahead-1)
	}
	if len(goals) > 0 {
		// Of several years it is the last that is less than five years after the first: 到2025年, not 到2035年 beside it.
		last := slices.Max(slices.DeleteFunc(goals, func(year int) bool { return year >= slices.Min(goals)+5 }))
		first := last - 2
		if last%5 == 0 {
			first = last - 4
		}
		for _, year := range append(goals, yearsIn(dueBy, text)...) {
			if year > last-5 {
				first = min(first, year)
			}
		}
		return since(issued, first, last)
	}
	for _, due := range [][]int{p.dueYears(), yearsIn(dueBy, text)} {
		if len(due) > 0 && slices.Max(due) < slices.Min(due)+5 {
			return since(issued, slices.Min(due), slices.Max(due))
		}
	}
	if only := yearsIn(oneYear, text); len(only) == 1 {
		issued = only[0]
	}
	if issued > 0 {
		return plan.Period{Base: issued - 1, First: issued, Last: issued}, false
	}
	return fiveYearPlan("十五"), false
}

// since is a period up to its last year: from the year of issue, where that is known and not five years before, else from
// a first one.
func since(issued, first, last int) (period plan.Period, told bool) {
	if told = issued <= last && issued > last-5; told {
		first = issued
	}
	return plan.Period{Base: first - 1, First: first, Last: last}, told
}

// goalYears are the years of 到某年 and its kin.
func goalYears(text string) []int {
	var named []int
	for _, words := range until.FindAllString(text, -1) {
		named = append(named, yearsIn(oneYear, words)...)
	}
	return named
}

var issueDate = regexp.MustCompile(`^(20[0-9]{2})年[0-9]{1,2}月[0-9]{1,2}日$|(?:发布|发文|成文|印发|更新)(?:时间|日期)\s*:?\s*(20[0-9]{2})`)

// yearOfIssue is the year of the document's number, else of its date; 0 where it has neither.
func (p *parser) yearOfIssue() int {
	for _, pattern := range []*regexp.Regexp{documentNumber, issueDate} {
		for _, b := range p.doc.Blocks {
			words := strings.ReplaceAll(text.HalfWidth(b.Text), " ", "")
			if m := pattern.FindStringSubmatch(words); m != nil && len([]rune(words)) <= longestTitle {
				year, _ := strconv.Atoi(strings.Join(m[1:], ""))
				return year
			}
		}
	}
	return 0
}

var (
	dueLabel = regexp.MustCompile(`(?:时间|时限|期限|节点)\s*[:\]]\s*(20[0-9]{2})年`)
	dueCell  = regexp.MustCompile(`^(20[0-9]{2})年(?:年?[底末内]|[0-9]{1,2}月(?:份|[0-9]{1,2}日)?[底末]?)?前?(?:完成)?$`)
)

// dueYears are the years by which the document's tasks are due: behind a label of time,
// or in a cell that holds nothing else.
func (p *parser) dueYears() []int {
	var all []int
	for _, b := range p.doc.Blocks {
		all = appendNew(all, yearsIn(dueLabel, text.HalfWidth(b.Text))...)
		for _, row := range b.Rows {
			for _, cell := range row {
				all = appendNew(all, yearsIn(dueCell, text.HalfWidth(cell))...)
			}
		}
	}
	return all
}

// yearsIn returns the years that a pattern finds, each once.
func yearsIn(pattern *regexp.Regexp, text string) []int {
	var all []int
	for _, m := range pattern.FindAllStringSubmatch(text, -1) {
		year, _ := strconv.Atoi(m[1])
		all = appendNew(all, year)
	}
	return all
}

func bodyText(doc *document.Document) string {
	var text strings.Builder
	for _, b := range doc.Blocks {
		text.WriteString(b.Text)
		text.WriteString("\n")
	}
	return text.String()
}

// tableText is the words of all tables, a row a line.
func tableText(doc *document.Document) string {
	var text strings.Builder
	for _, b := range doc.Blocks {
		for _, cells := range b.Rows {
			text.WriteString(rowText(cells))
			text.WriteString("\n")
		}
	}
	return text.String()
}

// statesDeadline reports whether a paragraph names the yearly day of reporting.
func statesDeadline(words string) bool {
	return strings.Contains(words, "报") && strings.Contains(words, "每年") && dueDay.MatchString(text.HalfWidth(words))
}

// deadlineOf finds the yearly day of reporting (每年3月底前); the usual one where the
// document names none.
func deadlineOf(doc *document.Document) plan.Deadline {
	for _, b := range doc.Blocks {
		if !statesDeadline(b.Text) {
			continue
		}
		m := dueDay.FindStringSubmatch(text.HalfWidth(b.Text))
		month, _ := strconv.Atoi(m[1])
		day, _ := strconv.Atoi(m[3])
		if month < 1 || month > 12 || day > text.LastDay(text.AnyYear, month) {
			continue
		}
		if day == 0 {
			day = text.LastDay(text.AnyYear, month)
		}
		return plan.Deadline{Month: month, Day: day}
	}
	return plan.UsualDeadline
}

// officeOf finds the unit that the document has reports sent to (报市发展改革委), in the
// paragraph that names the yearly day of reporting; "" where it names none.
func officeOf(doc *document.Document, p *plan.Plan) string {
	best := ""
	for _, b := range doc.Blocks {
		words := text.HalfWidth(b.Text)
		if dueDay.FindString(words) == "" {
			continue
		}
		for name, u := range p.Names() {
			name = text.HalfWidth(name)
			for _, verb := range []string{"报", "报送", "报送至", "报至", "报给", "报告", "反馈至", "送"} {
				if strings.Contains(words, verb+name) && (len(u.Name) > len(best) || len(u.Name) == len(best) && u.Name < best) {
					best = u.Name
				}
			}
		}
		if best != "" {
			return best
		}
	}
	return ""
}
