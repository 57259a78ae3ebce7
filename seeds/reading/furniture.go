package reading

import (
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"

	"tianbao/seeds/clause"
	"tianbao/seeds/document"
	"tianbao/seeds/finding"
	"tianbao/seeds/text"
	"tianbao/seeds/words"
)

// furniture reports whether a paragraph belongs to the page or the notice around a document, not to the plan.
func furniture(words string) bool { return ofGenre().holds(words) }

// pageWords are the words by which such paragraphs are told: those they begin with, end with, or hold.
type pageWords struct{ begin, end, table, within *words.Set }

func newPageWords(t *words.Table) pageWords {
	return pageWords{t.Of("page.begin"), t.Of("page.end"), t.Of("page.table"), t.Of("page.within")}
}

var ofGenre = sync.OnceValue(func() pageWords { return newPageWords(words.Genre()) })

// More characters than have the name of an office alone on its line, 云川市人民政府办公室, and that of a table.
const (
	longestPageEnd  = 24
	longestTableEnd = 44
)

func (w pageWords) holds(line string) bool {
	line = strings.ToLower(text.HalfWidth(line))
	if pageLine.MatchString(line) || w.begin.Head(line) > 0 || w.begin.Head(strings.TrimLeft(line, "[【 ")) > 0 || w.within.In(line) {
		return true
	}
	n := utf8.RuneCountInString(line)
	return w.end.Tail(line) && n < longestPageEnd || w.table.Tail(line) && n < longestTableEnd
}

// pageLine is a date in words or the number of a page, alone on its line.
var pageLine = regexp.MustCompile(`^(?:[0-9〇零一二三四五六七八九十○]{4}年.{1,6}日|第?\s*[-—–]?\s*[0-9]+\s*[-—–]?\s*页?|第\s*[0-9]+\s*页.{0,10})$`)

// saysOfPage reports whether it is a line, or a cell, of what a page says of its document: 索 引 号:….
func (p *parser) saysOfPage(words string) bool {
	words = oneLine(text.HalfWidth(words))
	n := p.pages.Head(words)
	return n > 0 && (n == len(words) || words[n] == ':')
}

// leaveLinks leaves out what leads to other pages and what a page says of its document, and names it. Of a
// table that begins so, what is below headings of tasks stays.
func (p *parser) leaveLinks() {
	doc := *p.doc.Document
	doc.Blocks = nil
	for _, b := range p.doc.Blocks {
		switch {
		case b.Rows != nil && p.saysOfPage(b.Rows[0][0]):
			h := 1
			for h < len(b.Rows) && p.knownHeads(b.Rows[h]) < 2 {
				h++
			}
			for r, row := range b.Rows[:h] {
				p.leaveOut(rowText(row), b.Line+r)
			}
			if b.Rows, b.Line = b.Rows[h:], b.Line+h; len(b.Rows) > 0 {
				doc.Blocks = append(doc.Blocks, b)
			}
		case b.Link && !clause.EndsSentence(b.Text), b.Rows == nil && p.saysOfPage(b.Text):
			p.leaveOut(b.Text, b.Line)
		default:
			doc.Blocks = append(doc.Blocks, b)
		}
	}
	p.doc.Document = &doc
}

// leaveOut names what belongs to the page.
func (p *parser) leaveOut(words string, line int) {
	p.found.Add(finding.PageLeftOut, finding.At(finding.Place{Row: line}), finding.Given(excerpt(words)))
}

// atTasks returns the labels that are at tasks of this document only: of the foot of a page, 主办:, where a line of
// those who help, 协办:, follows, and such as are on lines of their own below numbers, mostly with nothing but units.
func (p *parser) atTasks(blocks []document.Block) map[string]bool {
	at, units, all := map[string]bool{}, map[string]int{}, map[string]int{}
	for i := 1; i < len(blocks); i++ {
		before, label := lineLabel(blocks[i-1].Text), lineLabel(blocks[i].Text)
		if clause.OfPages(before) && label != "" && p.reader.Rank(label) == p.reader.Rank("配合单位") {
			at[before] = true
		}
		if kind, _, _ := splitMark(blocks[i-1].Text); label != "" && (kind != markNone || before != "") && !furniture(blocks[i].Text) {
			if kind, _ := p.reader.Label(label); kind != clause.LabelOther {
				continue
			}
			_, names, _ := strings.Cut(text.HalfWidth(blocks[i].Text), ":")
			if all[label]++; p.reader.IsUnitList(names) {
				units[label]++
			}
		}
	}
	for _, b := range blocks {
		p.labelsWithin(b, units, all)
	}
	for label, n := range units {
		if n > 1 && n*3 > all[label]*2 {
			at[label] = true
		}
	}
	return at
}

// labelsWithin counts the labels that are not known between the sentences of a numbered task, and those of them that
// units follow: 办学3所。承接:市教育局;搭手:市财政局.
func (p *parser) labelsWithin(b document.Block, units, all map[string]int) {
	kind, _, rest := splitMark(b.Text)
	if kind == markNone || b.Rows != nil {
		return
	}
	for i, part := range clause.SplitTop(text.HalfWidth(rest), "。;") {
		label, names, found := strings.Cut(strings.TrimSpace(part), ":")
		if kind, _ := p.reader.Label(label); !found || i == 0 || kind != clause.LabelOther || len([]rune(label)) > longestPartHead/2 {
			continue
		}
		if all[label]++; p.reader.IsUnitList(names) {
			units[label]++
		}
	}
}

// bareLines reports whether lines of nothing but units follow the numbers of the document, most of them.
func (p *parser) bareLines(blocks []document.Block) bool {
	numbers, lines := 0, 0
	for i, b := range blocks {
		if kind, _, _ := splitMark(b.Text); kind >= markArabic {
			numbers++
		}
		if kind, _, _ := splitMark(b.Text); i > 0 && kind == markNone && b.Rows == nil && !strings.HasSuffix(text.HalfWidth(b.Text), ":") && numbers > 0 && p.reader.IsUnitList(b.Text) {
			lines++
		}
	}
	return lines > 1 && lines*2 > numbers
}

// withLabels returns the blocks with labels of units on lines of their own joined to the names in the next line.
func (p *parser) withLabels(blocks []document.Block) []document.Block {
	var kept []document.Block
	for i, b := range blocks {
		if n := len(kept); i > 0 && n > 0 && b.Rows == nil && kept[n-1].Rows == nil {
			label := strings.TrimRight(text.HalfWidth(kept[n-1].Text), ": ")
			if kind, sure := p.reader.Label(label); kind == clause.LabelUnits && sure && kept[n-1].Text == blocks[i-1].Text && p.namesOnly(b.Text) {
				kept[n-1].Text = label + "：" + b.Text
				continue
			}
			if kind, sure := p.reader.Label(lineLabel(kept[n-1].Text)); kind == clause.LabelUnits && sure && p.goesOnWithNames(kept[n-1], blocks[i:]) {
				kept[n-1].Text = strings.TrimRight(kept[n-1].Text, "、，, ") + "、" + b.Text
				p.used[b.Line] = true
				continue
			}
		}
		kept = append(kept, b)
	}
	return kept
}

// goesOnWithNames reports a line of nothing but units that goes on with the labelled ones in the line before: it is set
// in, or a label or a number follows.
func (p *parser) goesOnWithNames(before document.Block, lines []document.Block) bool {
	b := lines[0]
	if kind, _, _ := splitMark(b.Text); kind != markNone || clause.EndsSentence(before.Text) || clause.EndsSentence(b.Text) || !p.namesOnly(b.Text) || !p.reader.IsUnitList(b.Text) && !p.reader.IsOfficeList(b.Text) {
		return false
	}
	if b.Indent > before.Indent || len(lines) == 1 {
		return b.Indent > before.Indent
	}
	kind, _, _ := splitMark(lines[1].Text)
	return kind != markNone || lineLabel(lines[1].Text) != ""
}

// namesOnly reports a line of names that is no label itself.
func (p *parser) namesOnly(line string) bool {
	kind, _ := p.reader.Label(strings.TrimRight(text.HalfWidth(line), ": "))
	return kind != clause.LabelUnits && p.reader.Names(line)
}

// lineLabel returns the short words before the colon that a line begins with.
func lineLabel(line string) string {
	runes := []rune(line)
	label, _, found := strings.Cut(text.HalfWidth(string(runes[:min(len(runes), 10)])), ":")
	if !found || strings.ContainsAny(label, "。,;、") {
		return ""
	}
	return strings.ReplaceAll(label, " ", "")
}

var (
	contentsLine = regexp.MustCompile(`(?:…+|[.·]{3,})\s*[0-9]+$`)
	// firstListed is the first of a list of attachments, or of notes.
	firstListed = regexp.MustCompile(`^(附件|备?注|说明|填表说明)\s*:?\s*\(?1\s*[.、)]`)
)

// bullets are before a paragraph instead of a number and are none of its words.
const bullets = "●•◆◇■□▪▲►➢★☆"

// withoutLists returns the blocks without a table of contents, without the list
// of attachments, whose numbers are no tasks, and without bullets.
func (p *parser) withoutLists(blocks []document.Block) []document.Block {
	var kept []document.Block
	next, notes := 0, false // number of the attachment, or of the note on a table, that may follow
	for _, b := range p.withoutContents(blocks) {
		if text.BeginsIn(b.Text, bullets) {
			b.Text = strings.TrimSpace(strings.TrimLeft(b.Text, bullets))
		}
		text := text.HalfWidth(b.Text)
		kind, no, rest := splitMark(b.Text)
		switch {
		case b.Rows != nil:
		case strings.Trim(text, "。;,、. ") == "":
			continue
		case contentsLine.MatchString(text):
			continue
		case firstListed.MatchString(text):
			next, notes = 2, !strings.HasPrefix(text, "附件")
		case next > 0 && kind == markArabic && no == next && p.listed(rest, notes):
			next++
			continue
		default:
			next = 0
		}
		kept = append(kept, b)
	}
	return kept
}

// listed reports whether words may be those of an attachment in a list, or of a note.
func (p *parser) listed(words string, notes bool) bool {
	if notes {
		_, said := p.reader.Cut(words)
		return said == ""
	}
	return !clause.EndsSentence(words) && !p.reader.IsClause(words)
}

// excerpt is the beginning of a text, to show which one is meant.
func excerpt(text string) string {
	r := []rune(text)
	if len(r) <= 30 {
		return text
	}
	return string(r[:30]) + "…"
}
