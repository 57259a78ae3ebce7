package reading

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"tianbao/seeds/clause"
	"tianbao/seeds/document"
	"tianbao/seeds/text"
)

// Text copied from a PDF has the lines of its pages: broken where they are full, within names and numbers too,
// with marks of pages between them. How they are set tells which of them are one paragraph.

// setting is how the lines of a text are set.
type setting struct {
	width  int // at how many half-widths lines are broken, 0 where paragraphs are whole
	margin int // blanks before lines that go on
	indent int // blanks before lines that begin a paragraph, 0 where blanks do not tell them
}

// settingOf measures the lines of a document: broken where many of the long ones are as long as each other, few are
// longer, and most of them end within a sentence that the next line may go on with.
func settingOf(blocks []document.Block) setting {
	s := setting{width: 2 * wall(blocks)}
	full, long, open, beyond, all := 0, 0, 0, 0, 0
	margins := map[int]int{}
	for i, b := range blocks {
		if b.Rows != nil {
			continue
		}
		all++
		e := edge(b)
		if e*3 > s.width*2 {
			long++
		}
		if e > s.width+16 {
			beyond++
		}
		if !s.full(b) || e > s.width+16 {
			continue
		}
		full++
		if clause.EndsSentence(b.Text) || clause.OpenerOf(b.Text) >= 0 || i+1 == len(blocks) {
			continue
		}
		if kind, _, _ := splitMark(blocks[i+1].Text); kind == markNone && lineLabel(blocks[i+1].Text) == "" {
			open++
			margins[b.Indent]++
		}
	}
	if s.width == 0 || full < 4 || full*10 < all || full*5 < long*2 || open*2 < full || beyond*12 > all {
		return setting{}
	}
	s.margin = mostOf(margins)
	s.indent = s.indentOf(blocks)
	return s
}

// wall is at how many full widths most lines end that are as long as that or longer: the last length near which half
// as many end as near any. 0 where there is none.
func wall(blocks []document.Block) int {
	const least, most = 15, 60
	ends := [most + 2]int{}
	for _, b := range blocks {
		if e := edge(b) / 2; b.Rows == nil && e < len(ends) {
			ends[e]++
		}
	}
	near := [most + 1]int{}
	best := 0
	for end := least; end <= most; end++ {
		near[end] = ends[end-1] + ends[end] + ends[end+1]
		best = max(best, near[end])
	}
	for end := most; end >= least; end-- {
		if best > 0 && near[end]*2 >= best {
			for near[end-1] > near[end] {
				end--
			}
			return end
		}
	}
	return 0
}

// indentOf returns how many blanks are before numbers that begin paragraphs, 0 where most have none.
func (s setting) indentOf(blocks []document.Block) int {
	indents := map[int]int{}
	marked := 0
	for _, b := range blocks {
		if kind, _, _ := splitMark(b.Text); kind != markNone && b.Rows == nil {
			marked++
			if n := b.Indent - s.margin; n > 0 && n <= widestIndent {
				indents[b.Indent]++
			}
		}
	}
	told := 0
	for _, n := range indents {
		told += n
	}
	if marked < 3 || told*5 < marked*4 {
		return 0
	}
	return mostOf(indents)
}

// widestIndent is the most blanks before the first line of a paragraph; more are before what is centred.
const widestIndent = 6

// mostOf returns the key that most often occurs, the least of several.
func mostOf(counts map[int]int) int {
	best := 0
	for _, k := range sortedKeys(counts) {
		if counts[k] > counts[best] {
			best = k
		}
	}
	return best
}

func sortedKeys(counts map[int]int) []int {
	var keys []int
	for k := range counts {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// full reports whether a line goes to where lines are broken. Where no blanks were kept, the first line of a
// paragraph is shorter by what was before it.
func (s setting) full(b document.Block) bool {
	short := 3
	if s.indent == 0 {
		short = 6
	}
	return edge(b) >= s.width-short
}

// fullBefore reports whether a line is full in view of the next: figures and Latin letters that that one begins with
// are not parted, nor from a bracket before them, and had no room.
func (s setting) fullBefore(last, b document.Block) bool {
	return s.full(last) || edge(last)+edge(document.Block{Text: unparted.FindString(b.Text)}) > s.width-2
}

var unparted = regexp.MustCompile(`^[(（\[〔《“]*[0-9A-Za-z.,%‰+/-]*`)

// edge is where a line ends, in half-widths.
func edge(b document.Block) int {
	n := 2 * b.Indent
	for _, r := range b.Text {
		if n++; r > 0x2e7f || strings.ContainsRune("“”‘’—…·―", r) {
			n++
		}
	}
	return n
}

// first reports whether the blanks before a line say that a paragraph begins there.
func (s setting) first(b document.Block) bool {
	return s.indent > 0 && b.Indent > s.margin && b.Indent-s.margin <= widestIndent
}

// sameLine reports whether a line is the rest of the line before it, moved down by a wide mark or a blank: it
// begins where the other ends. Where paragraphs may begin there too, the words must show that it goes on.
func (s setting) sameLine(last, b document.Block) bool {
	end := last.Indent + len([]rune(last.Text)) - 1
	if s.width == 0 || b.Indent <= s.margin || b.Indent != end && (end <= widestIndent || b.Indent < end-1 || b.Indent > end+1) {
		return false
	}
	if !s.first(b) {
		return true
	}
	kind, _, _ := splitMark(b.Text)
	return kind == markNone && (b.Indent != s.indent || text.EndsIn(text.HalfWidth(last.Text), ",、") || text.BeginsIn(text.HalfWidth(b.Text), ",、。;:)]》”"))
}

var ()

var (
	// pageMark is the number of a page between dashes, or said to be one: — 3 —, 第3页 共12页.
	pageMark = regexp.MustCompile(`^(?:[-—―–─－ ]*[-—―–─－][-—―–─－ ]*[0-9]{1,4} *[-—―–─－][-—―–─－ ]*|第 *[0-9]{1,4} *页[ ,/(]*(?:共 *[0-9]{1,4} *页)?\)?|(?i:page) *[0-9]{1,4}(?: *(?:of|/) *[0-9]{1,4})?)$`)
	// pageOf is the number of a page of so many, 3/12, where lines are broken.
	pageOf = regexp.MustCompile(`^[0-9]{1,4} */ *[0-9]{1,4}$`)
)

// withoutPageMarks parts the marks of pages from the lines: numbers of pages, numbers alone that count pages of a text
// with broken lines, and the line beside them that is on every page.
func withoutPageMarks(blocks []document.Block, s setting) (kept, marks []document.Block) {
	mark := map[int]bool{}
	if s.width > 0 {
		mark = countedPages(blocks)
	}
	for i, b := range blocks {
		words := text.HalfWidth(b.Text)
		mark[i] = mark[i] || b.Rows == nil && (pageMark.MatchString(words) || s.width > 0 && pageOf.MatchString(words))
	}
	if s.width > 0 {
		runningHeads(blocks, mark)
	}
	for i, b := range blocks {
		if mark[i] {
			marks = append(marks, b)
		} else {
			kept = append(kept, b)
		}
	}
	return kept, marks
}

// runningHeads adds to the marks of pages the lines beside them that are the same on several pages, and elsewhere once
// at most, as the title; also those that are the same three times and more, a page apart.
func runningHeads(blocks []document.Block, mark map[int]bool) {
	times, beside := map[string]int{}, map[string][]int{}
	for i, b := range blocks {
		if kind, _, _ := splitMark(b.Text); mark[i] || b.Rows != nil || kind != markNone || lineLabel(b.Text) != "" || clause.EndsSentence(b.Text) {
			continue
		}
		if times[b.Text]++; mark[i-1] || mark[i+1] {
			beside[b.Text] = append(beside[b.Text], i)
		}
	}
	for words, at := range beside {
		if len(at) > 1 && times[words] <= len(at)+1 {
			for _, i := range at {
				mark[i] = true
			}
		}
	}
	apart := map[string][]int{} // lines that are far from each other
	for i, b := range blocks {
		if at := apart[b.Text]; times[b.Text] > 2 && len([]rune(b.Text)) > longestPartHead && !strings.ContainsFunc(b.Text, unicode.IsPunct) && (len(at) == 0 || i-at[len(at)-1] > linesOfPage) {
			apart[b.Text] = append(at, i)
		}
	}
	for words, at := range apart {
		for _, i := range at {
			mark[i] = mark[i] || len(at) == times[words]
		}
	}
}

// linesOfPage is fewer lines than are on a page.
const linesOfPage = 12

// countedPages returns the places of numbers alone on their lines that count one by one, each a page behind the
// one before.
func countedPages(blocks []document.Block) map[int]bool {
	pages := map[int]bool{}
	last, at := 0, -linesOfPage
	for i, b := range blocks {
		words := strings.TrimSpace(text.HalfWidth(b.Text))
		if b.Rows != nil || len(words) > 3 || strings.Trim(words, "0123456789") != "" || words == "" {
			continue
		}
		no := text.Numeral(words)
		if i-at < linesOfPage || last > 0 && no != last+1 {
			return map[int]bool{}
		}
		pages[i], last, at = true, no, i
	}
	if len(pages) < 2 {
		return map[int]bool{}
	}
	return pages
}
