package reading

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"tianbao/seeds/document"
	"tianbao/seeds/text"
)

// deepestHeadings is how many rows of a table may be above its headings, merged ones apart.
const deepestHeadings = 4

// taskTable turns a table of tasks into numbered paragraphs; false where the table
// is none. Its headings are the row of which most are known, the first of such; else it goes on
// with the table before it, or its columns are told by what is in them alone.
func (p *parser) taskTable(b document.Block) ([]para, bool) {
	b.Rows = slices.Clone(asAbove(withoutBlankColumns(b.Rows)))
	if cards := p.cards(b.Rows); cards != nil {
		return p.tasksOfCards(b, cards)
	}
	if h := p.sideBySide(b.Rows); h >= 0 {
		return p.tasksSideBySide(b, h)
	}
	var rows []int
	known := map[int]int{}
	joined := map[int][]string{}
	for h := 0; h < len(b.Rows) && len(rows) < deepestHeadings; h++ {
		if spanning(b.Rows[h]) != "" {
			continue
		}
		if p.headsGoOn(b.Rows, h) {
			joined[h+1] = p.joinedHeads(b.Rows[h], b.Rows[h+1])
			b.Rows[h+1] = joined[h+1]
			p.used[b.Line+h] = true
			continue
		}
		rows = append(rows, h)
		known[h] = p.knownHeads(b.Rows[h])
	}
	slices.SortStableFunc(rows, func(a, b int) int { return min(known[b], 4) - min(known[a], 4) })
	if len(rows) == 0 || known[rows[0]] < 2 {
		if t := p.goesOnWith(b.Rows); t != nil {
			return t.below(b, 0), true
		}
	}
	for _, h := range rows {
		if t := p.taskHeader(b.Rows, h); t != nil {
			return p.tasksBelow(b, h, t), true
		}
	}
	if cols := p.bareColumns(b.Rows); cols != nil {
		p.unnamedColumns(b.Line, cols.heads, b.Rows, cols.cols)
		return p.newTasks(cols, "").below(b, 0), true
	}
	return nil, false
}

// tasksBelow reads the rows below the headings of a table of tasks.
func (p *parser) tasksBelow(b document.Block, h int, cols *shaped) []para {
	p.used[b.Line+h] = true
	p.unnamedColumns(b.Line+h, cols.heads, cols.rows, cols.cols)
	t := p.newTasks(cols, measureAbove(p.above, b.Rows[:h]))
	if h > 0 && startsChapter(spanning(b.Rows[h-1])) {
		t.heading(spanning(b.Rows[h-1]), b.Line+h-1) // a chapter above the headings
	}
	return t.below(b, h+1)
}

func (p *parser) newTasks(cols *shaped, measure string) *tasks {
	t := &tasks{p: p, cols: cols.cols, heads: cols.heads, labels: p.labels(cols.heads, cols.cols), pairs: map[int]rolePair{}, headed: p.headed, values: cols.values, measure: measure}
	for c, col := range cols.cols {
		if pair, ok := p.pairOf(cols.heads[c]); ok && col == taskUnits {
			t.pairs[c] = pair
		}
	}
	t.number[0] = p.chapters
	return t
}

// below reads the rows of a table from one on.
func (t *tasks) below(b document.Block, from int) []para {
	rows := b.Rows[from:]
	t.grouped, t.runs = t.holdsChapters(rows), t.runOn(rows)
	t.lists = !t.runs && t.numbersLists(rows)
	for i, row := range rows {
		if i > 0 && t.headsAnew(row) {
			t.p.chapters, t.p.before = t.number[0], t
			rest := document.Block{Line: b.Line + from + i, Rows: rows[i:]}
			if more, ok := t.p.taskTable(rest); ok {
				return t.p.bySheet(b, append(t.paras, more...))
			}
		}
		t.row(row, b.Line+from+i)
	}
	t.p.chapters, t.p.before = t.number[0], t
	return t.p.bySheet(b, t.paras)
}

// headsAnew reports whether a row of a table begins another one below it: most of its cells are headings, and they are not
// those above.
func (t *tasks) headsAnew(row []string) bool {
	filled := len(strings.Fields(rowText(row)))
	return spanning(row) == "" && filled > 2 && t.p.knownHeads(row)*4 > filled*3 && !slices.Equal(row, t.heads)
}

// bySheet puts the tasks of a sheet below its name, where a workbook has several sheets
// and this one no chapter of its own, in the table or above it.
func (p *parser) bySheet(b document.Block, paras []para) []para {
	name := p.doc.SheetOf(b.Line)
	if name == "" || len(p.doc.Sheets) < 2 || len(paras) == 0 || paras[0].kind == markHan || p.doc.SheetOf(p.chapterLine) == name {
		return paras
	}
	p.chapters = p.chapterNo(p.chapters+1, name)
	return append([]para{{line: b.Line, kind: markHan, no: p.chapters, raw: name, text: name, row: true}}, paras...)
}

// tasks gathers the paragraphs of a table of tasks. A merged task with several
// rows of contents becomes a task with sub items.
type tasks struct {
	p      *parser
	cols   []taskColumn
	heads  []string // as they are in the table
	labels []string
	pairs  map[int]rolePair // columns of two roles
	headed []bool           // headings that speak of persons
	paras  []para
	groups [2]string
	number [2]int
	no     int
	title  string
	last   int // index of the paragraph of the task now open
	subs   int

	cards   bool   // each row was a card of labels
	values  bool   // the texts are numbers, each told by its heading
	measure string // of numbers whose headings say none
	open    bool   // rows without a number are of the task above them
	lists   bool   // cells number what is in them
	fresh   bool   // a chapter has begun
	runs    bool   // the numbers in the cells run on from row to row: each is a task
	foot    bool   // the last row was a note on the table
	grouped bool   // texts that number chapters are of rows without units
}

// startsChapter reports whether a text begins with the number of a chapter or section.
func startsChapter(words string) bool {
	kind, _, _ := splitMark(words)
	return kind == markHan || kind == markHanParen
}

// numbersLists reports whether a cell numbers what is in it: then 1. before the only task of another is no row's number.
func (t *tasks) numbersLists(rows [][]string) bool {
	return slices.ContainsFunc(rows, func(row []string) bool {
		return spanning(row) == "" && cellList.MatchString(text.HalfWidth(strings.Join(t.read(row).texts, "\n")))
	})
}

// holdsChapters reports whether every row whose text numbers a chapter makes nobody responsible, and others do.
func (t *tasks) holdsChapters(rows [][]string) bool {
	chapters, duties := 0, 0
	for _, row := range rows {
		switch c := t.read(row); {
		case spanning(row) != "" || len(c.texts) == 0:
		case !startsChapter(c.texts[0]):
			duties += min(1, len(c.clause))
		case c.clause != "":
			return false
		default:
			chapters++
		}
	}
	return chapters > 0 && duties > 0
}

func (t *tasks) row(cells []string, line int) {
	if whole := spanning(cells); whole != "" {
		if t.foot = t.foot && !startsChapter(whole) || tableNote(whole); !t.foot && !t.p.again(whole) {
			t.heading(whole, line)
		}
		return
	}
	first := oneLine(cells[0])
	alone := first != "" && rowText(cells[1:]) == ""
	if t.foot = t.foot && alone || tableNote(first+":"); t.foot {
		return
	}
	if len(cells) > 2 && spanning(cells[1:]) != "" {
		t.heading(strings.TrimPrefix(strings.TrimRight(first, "、.")+"、"+spanning(cells[1:]), "、"), line) // 一 | 教育惠民
		return
	}
	if slices.Equal(cells, t.heads) {
		t.p.used[line] = true // on the next page
		return
	}
	c := t.read(cells)
	if title := c.chapter(t.grouped); title != "" {
		t.heading(title, line)
		return
	}
	if len(c.texts) == 0 || t.p.columns.total.Head(strings.ReplaceAll(rowText(cells), " ", "")) > 0 {
		return // 合计: the sweep names it
	}
	if label := lineLabel(first); label != "" && t.cols[0] == taskNo && (c.clause == "" || strings.HasSuffix(label, "人")) {
		return // 填表人:张某 审核人:李某
	}
	t.goesOn(&c)
	if c.clause != "" {
		c.clause += c.time
	}
	for level, group := range c.groups {
		if level < 2 && group != "" && group != t.groups[level] {
			t.group(level, group, line)
		}
	}
	if parts := t.numbered(cells, 1); t.runs && len(parts) > 1 {
		for _, part := range parts {
			c.texts[len(c.texts)-1] = part
			t.task(c, line)
		}
		return
	}
	t.task(c, line)
}

// again reports whether a merged row only says which page or table it is: 第1页, 续表, the title once more.
func (p *parser) again(whole string) bool {
	title := titleKey(p.plan.Title)
	return furniture(whole) || whole == "续表" || title != "" && strings.HasPrefix(titleKey(whole), title)
}

// goesOn fills a row that leaves its number and its task blank from the row above: in
// the sheet those cells were merged.
func (t *tasks) goesOn(c *taskCells) {
	if c.no != "" || len(c.texts) != 1 || t.title == "" || !slices.Contains(t.cols, taskNo) {
		return
	}
	c.texts = []string{t.title, c.texts[0]}
	if c.clause == "" {
		c.clause = t.paras[len(t.paras)-1].clause
	}
}

// spanning returns the text of a row that is one merged cell, "" for others.
func spanning(cells []string) string {
	for _, c := range cells {
		if c == "" || c != cells[0] {
			return ""
		}
	}
	return oneLine(cells[0])
}

// chapter returns the heading in a row that makes nobody responsible: in the column of
// numbers, beside a number in Chinese, or where such numbers hold the rows below together;
// "" for others.
func (c *taskCells) chapter(grouped bool) string {
	number := oneLine(c.no)
	switch {
	case c.clause != "" || len(c.groups) > 0:
	case len(c.texts) == 1 && (number == c.texts[0] || number == "" && grouped && startsChapter(c.texts[0])):
		return c.texts[0]
	case len(c.texts) == 0 && hanWord.MatchString(number):
		return number
	case len(c.texts) == 1 && isChapterNo(text.HalfWidth(number)):
		return strings.TrimRight(number, "、.") + "、" + c.texts[0]
	}
	return ""
}

func isChapterNo(cell string) bool {
	return cell != "" && strings.Trim(strings.TrimRight(cell, "、."), "()"+hanDigits) == ""
}

// heading enters a merged row: a chapter, or a section where it is numbered so.
func (t *tasks) heading(text string, line int) {
	kind, no, rest := splitMark(text)
	if kind == markHanParen {
		t.groups[1], t.number[1], t.open = rest, no, false
		t.paras = append(t.paras, para{line: line, kind: markHanParen, no: no, raw: rest, text: rest, row: true})
		return
	}
	t.group(0, text, line)
}

// group opens a chapter (level 0) or a section (level 1).
func (t *tasks) group(level int, text string, line int) {
	kind := []mark{markHan, markHanParen}[level]
	t.number[level]++
	marked, no, rest := splitMark(text)
	if marked != markNone {
		t.number[level] = no
	}
	if level == 0 {
		t.number[0] = t.p.chapterNo(t.number[0], rest)
		t.groups[1], t.number[1] = "", 0
	}
	t.groups[level], t.title, t.open, t.fresh = text, "", false, true
	t.paras = append(t.paras, para{line: line, kind: kind, no: t.number[level], raw: rest, text: rest, row: true})
}

// chapterNo returns the number of a chapter of a table: its own, or the next that is free
// where another chapter of the document has it already.
func (p *parser) chapterNo(no int, title string) int {
	if other, taken := p.titles[no]; taken && other != title {
		for no = 1; p.titles[no] != ""; no++ {
			if p.titles[no] == title {
				break
			}
		}
	}
	p.titles[no] = title
	return no
}

// task enters a row: a task, or a sub item where its task goes on from the row
// above.
func (t *tasks) task(c taskCells, line int) {
	one := para{line: line, kind: markArabic, clause: c.clause, row: true}
	no := rowNumber(c.no)
	if no == 0 && t.groups[0]+t.groups[1] != "" {
		number := dashes.Replace(text.HalfWidth(c.no))
		at := strings.LastIndexAny(number, "-.")
		if no = rowNumber(number[at+1:]); no > 0 && at > 0 { // 1-2: the second of its group
			one.number = number[:at] + "." + strconv.Itoa(no)
		}
	}
	if len(c.texts) > 1 && c.texts[0] == t.title && (no == 0 || no == t.no) {
		one.text = strings.Join(c.texts[1:], "\n")
		one.raw = one.text
		t.sub(one)
		return
	}
	if t.open && slices.Contains(t.cols, taskNo) && (c.no == "" || no > 0 && no == t.no) {
		one.text = strings.Join(c.texts, "\n")
		one.raw = one.text
		t.sub(one)
		return
	}
	t.no++
	if no > 0 {
		t.no = no
	}
	one.text = strings.Join(c.texts, "\n")
	if !cellList.MatchString(text.HalfWidth(one.text)) {
		kind, no, rest := splitMark(one.text)
		one.text = rest
		if c.no == "" && kind == markArabic && !t.lists && (no >= t.no || t.fresh) {
			t.no = no // not where they begin anew in each row
		}
	}
	one.raw, one.no = one.text, t.no
	t.title, t.last, t.subs, t.open, t.fresh = "", len(t.paras), 0, no > 0, false
	if len(c.texts) > 1 {
		t.title = c.texts[0]
	}
	t.paras = append(t.paras, one)
}

var dashes = strings.NewReplacer("—", "-", "–", "-")

// rowNumber is the number of a row, 0 where it has none.
func rowNumber(cell string) int { return text.Numeral(strings.Trim(text.HalfWidth(cell), ".、()# ")) }

// cellList is a cell that numbers what is in it, beginning with one: 1.…;2.…
var cellList = regexp.MustCompile(`^\(?1[.、)].*[;。,)\p{Han}]\(?2[.、)]\D`)

// sub enters a further row of the task now open. The task's own first row then
// becomes its first sub item; what they share is the task's, nothing where that is its number alone.
func (t *tasks) sub(one para) {
	if t.subs == 0 {
		first := t.paras[t.last]
		head, body := "", first.text
		if t.title != "" {
			head, body, _ = strings.Cut(first.text, "\n")
		}
		t.paras[t.last].text, t.paras[t.last].raw, t.paras[t.last].clause = head, head, ""
		first.kind, first.no, first.text, first.raw = markParen, 1, body, body
		t.paras = append(t.paras, first)
		t.subs = 1
	}
	t.subs++
	one.kind, one.no = markParen, t.subs
	t.paras = append(t.paras, one)
}

// tableNote reports whether it is a row that speaks of the table: 注:….
func tableNote(words string) bool {
	for _, head := range []string{"注:", "注1", "备注:", "说明:", "填表说明"} {
		if strings.HasPrefix(text.HalfWidth(words), head) {
			return true
		}
	}
	return false
}
