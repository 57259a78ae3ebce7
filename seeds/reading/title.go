package reading

import (
	"regexp"
	"strings"

	"tianbao/seeds/clause"
	"tianbao/seeds/document"
	"tianbao/seeds/text"
)

var (
	genre = regexp.MustCompile(`(方案|计划|分工|分解|清单|规划|纲要|意见|要点|措施|任务|台账|一览表|责任[表书]|任务书)(表)?(的通知|\(.*\))?$`)
	// attachmentNo is on a line of its own above the title of an attachment.
	attachmentNo = regexp.MustCompile(`^附(?:件|表)\s*[0-9一二三四五六七八九十]*\s*:?$`)
)

// titleOf finds the document's title: what a notice issues (印发…的通知), else
// the heading above the first number.
func titleOf(doc *document.Document) string {
	head := preamble(doc)
	for _, line := range head {
		if folded := text.HalfWidth(line); strings.ContainsAny(folded, "。,;") || furniture(line) {
			continue // a sentence of the text that cites a notice, or a link to another: 上一篇
		}
		if title := issuedBy(line); title != "" {
			return title
		}
	}
	for i, line := range head {
		if strings.HasPrefix(line, "附件") || strings.HasPrefix(line, "附表") {
			continue
		}
		if first, _, found := strings.Cut(text.HalfWidth(line), "(一)"); found && genre.MatchString(first) {
			line = string([]rune(line)[:len([]rune(first))]) // the first of several tables
		}
		if genre.MatchString(text.HalfWidth(line)) && !strings.ContainsAny(text.HalfWidth(line), "。;>") {
			title := strings.Join(titleAbove(head[:i], line, doc.Title), "") + line
			return joinHan(title + titleBelow(title, head[i+1:]))
		}
	}
	if title := openTitle(head); title != "" {
		return title
	}
	if title := pageTitle(doc.Title); title != "" {
		return title
	}
	if len(head) > 0 {
		return titleWithin(head[0])
	}
	return doc.Title
}

// issuedBy is the title of what a notice issues, "" where the line is none.
func issuedBy(line string) string {
	_, what, issued := strings.Cut(line, "印发")
	title, _, notice := strings.Cut(what, "的通知")
	if !issued || !notice {
		return ""
	}
	title = strings.NewReplacer("〈", "《", "〉", "》").Replace(title)
	if inner, ok := strings.CutPrefix(title, "《"); ok && strings.HasSuffix(inner, "》") && (strings.Count(title, "《") == 1 || strings.Contains(inner, "《")) {
		title = strings.TrimSuffix(inner, "》")
	}
	return joinHan(title)
}

// pageTitle is the title of a document in that of its page, behind which the site is named; "" where it has none.
func pageTitle(page string) string {
	if title := issuedBy(page); title != "" {
		return title
	}
	for end := len(page); end > 0; end = strings.LastIndexAny(page[:end], "_|-—") {
		if title := strings.TrimSpace(page[:end]); genre.MatchString(text.HalfWidth(title)) || titleEnd(title) {
			return title
		}
	}
	return ""
}

// runOnTitle is a title that its number, who it is for or its first sentence follows in the same line.
var runOnTitle = regexp.MustCompile(`^(.{6,80}?(?:方案|计划|分工|清单|规划|纲要|意见|要点|措施|任务)(?:\([^()]{1,12}\))?)(?:为|根据|按照|各|现将|[^0-9\[(]{1,6}[\[(]20[0-9]{2}[\])])`)

// titleWithin is the title at the head of a line in which the document goes on, the whole line where it does not.
func titleWithin(line string) string {
	if m := runOnTitle.FindStringSubmatch(text.HalfWidth(line)); m != nil {
		return joinHan(string([]rune(line)[:len([]rune(m[1]))]))
	}
	return line
}

var hanSpace = regexp.MustCompile(`([^\x00-\x{2fff}]) +`)

// joinHan drops spaces beside Chinese characters, where a title was broken.
func joinHan(title string) string {
	return strings.TrimSpace(tightYears(hanSpace.ReplaceAllString(title, "$1")))
}

// navigation is what a page has above the title of its text.
var navigation = regexp.MustCompile(`首页|政务|信息公开|公开目录|当前位置|位置:|返回|登录|繁体|无障碍|导航|网站|搜索|栏目|门户|>`)

// titleAbove returns the lines of a title that are above its last one: as many
// as the page's own title has, where that holds the last one.
func titleAbove(lines []string, last, page string) []string {
	i := len(lines)
	for i > 0 && len([]rune(lines[i-1])) <= 30 && i > len(lines)-3 && !aroundTitle(lines[i-1]) {
		i--
	}
	if strings.Contains(titleKey(page), titleKey(last)) {
		for i < len(lines) && !strings.Contains(titleKey(page), titleKey(strings.Join(lines[i:], "")+last)) {
			i++
		}
	}
	return lines[i:]
}

// titleBelow is what a title goes on with in the lines below it: a notice that is not named as one yet (关于…的通知), a
// quotation that is open, 及任务分解, or nothing but what kind of document it is.
func titleBelow(line string, below []string) string {
	more := ""
	if strings.Contains(line, "关于") && !titleEnd(line) {
		for _, next := range below[:min(len(below), 3)] {
			if aroundTitle(next) {
				break
			}
			if more += next; titleEnd(more) {
				return more
			}
		}
		more = ""
	}
	for _, next := range below[:min(len(below), 3)] {
		folded := text.HalfWidth(next)
		open := strings.Count(line+more, "《") > strings.Count(line+more, "》")
		goesOn := strings.HasPrefix(folded, "及") || strings.HasPrefix(folded, "和") || strings.HasPrefix(folded, "暨") || kindsOfPlan.MatchString(folded)
		if aroundTitle(next) || !open && (!goesOn || !genre.MatchString(folded)) {
			break
		}
		more += next
	}
	return more
}

// kindsOfPlan is a line that says no more than what kind of document it is.
var kindsOfPlan = regexp.MustCompile(`^(?:(?:重点)?任务|责任|分工|分解|落实|推进|实施|工作|行动|清单|台账|计划|方案|表)+$`)

// offices reports a line of several offices, set apart by blanks: who issues the document.
func offices(line string) bool {
	names := strings.Fields(line)
	for _, name := range names {
		if !clause.EndsOffice(name) {
			return false
		}
	}
	return len(names) > 1
}

// aroundTitle reports whether a line belongs to no title: a sentence, a date, who issues the
// document, whether it is public, its number, the page's own words.
func aroundTitle(line string) bool {
	folded := text.HalfWidth(line)
	return strings.ContainsAny(folded, "。;:,>") || clause.OpenerOf(folded) == 0 || offices(folded) || navigation.MatchString(folded) || furniture(line) || documentNumber.MatchString(folded) ||
		strings.HasSuffix(folded, "文件") || strings.HasSuffix(folded, "人民政府办公室") || strings.HasSuffix(folded, "人民政府")
}

// openTitle joins the lines of a title that goes on until its genre word: a first line
// that 关于 opens, broken before …的通知.
func openTitle(head []string) string {
	for i, line := range head {
		if !strings.Contains(line, "关于") || aroundTitle(line) {
			continue
		}
		title := ""
		for k := i; k < len(head) && k < i+4 && !aroundTitle(head[k]); k++ {
			if title += head[k]; titleEnd(title) {
				return joinHan(title)
			}
		}
	}
	return ""
}

// titleEnd reports whether a title ends as the heading of a notice does.
func titleEnd(title string) bool {
	for _, word := range []string{"的通知", "的意见", "的决定", "的方案", "的函", "的通报"} {
		if strings.HasSuffix(title, word) {
			return true
		}
	}
	return false
}

// firstOfSheet is the first block of the first sheet with a table: a sheet of notes before it names no plan.
func firstOfSheet(doc *document.Document) int {
	from, sheet := 0, ""
	for i, b := range doc.Blocks {
		if name := doc.SheetOf(b.Line); name != sheet {
			from, sheet = i, name
		}
		if b.Rows != nil {
			return from
		}
	}
	return 0
}

// preamble is the plain paragraphs before the first number, in a workbook those of the first sheet with a table.
func preamble(doc *document.Document) []string {
	var lines []string
	listed := false
	for _, b := range doc.Blocks[firstOfSheet(doc):] {
		if len(lines) == 0 && len(b.Rows) > 2 && len(b.Rows[0]) > 1 && spanning(b.Rows[0]) != "" {
			lines = strings.Split(b.Rows[0][0], "\n") // a sheet saved as a page
		}
		if b.Rows != nil || attachmentNo.MatchString(text.HalfWidth(b.Text)) {
			continue
		}
		if kind, no, rest := splitMark(b.Text); kind != markNone {
			if listed = listed && no > 1 && !clause.EndsSentence(rest); listed {
				continue // the second attachment of a list
			}
			break
		}
		listed = strings.HasPrefix(b.Text, "附件") && firstListed.MatchString(text.HalfWidth(b.Text))
		lines = append(lines, b.Text)
	}
	return lines
}
