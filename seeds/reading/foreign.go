package reading

import (
	"regexp"
	"sort"
	"strings"
	"sync"

	"tianbao/seeds/clause"
	"tianbao/seeds/document"
	"tianbao/seeds/finding"
	"tianbao/seeds/text"
	"tianbao/seeds/words"
)

// stripped is a document without the strings that were injected into its page,
// and what was removed.
type stripped struct {
	*document.Document
	removed finding.List
}

// The vocabulary of strings that are injected into pages of others. What loud
// words say no plan says; quiet ones want further evidence.
var (
	loud        = sync.OnceValue(func() spotter { return newSpotter(words.Genre(), "foreign.loud", loudAddress) })
	loudAddress = regexp.MustCompile(`(?i)[a-z0-9]bet|bet[0-9]|casino|www\.|\.com|\.vip|\.cc\b`)
	// quiet words are in pages of offices too.
	quiet        = sync.OnceValue(func() spotter { return newSpotter(words.Genre(), "foreign.quiet", quietAddress) })
	quietAddress = regexp.MustCompile(`下载app|体育app`)
	latin        = regexp.MustCompile(`[A-Za-z]{3,}`)
	// issuer is a notice's heading in which 关于 has been replaced.
	issuer = regexp.MustCompile(`(?:人民政府办公[室厅]|办公[室厅]|人民政府|委员会|局)([^《》。、关于]{4,40}?)(?:印发|转发|发布|公布)`)
)

// ForeignStrings finds strings that a page was injected with. Such a string
// is inside sentences where it makes no sense, the same each time, speaks
// the vocabulary of advertising, and mostly is also the page's own title or
// is in its breadcrumb.
func ForeignStrings(doc *document.Document) []string {
	var found []string
	for _, c := range candidates(doc) {
		if suspicion(doc, c) >= 4 && !containsAny(c, found) {
			found = append(found, c)
		}
	}
	return found
}

func containsAny(s string, parts []string) bool {
	for _, p := range parts {
		if strings.Contains(s, p) || strings.Contains(p, s) {
			return true
		}
	}
	return false
}

// candidates are the page's title and first lines, and what the surroundings of
// advertising words have in common, longest first.
func candidates(doc *document.Document) []string {
	seen := map[string]bool{}
	var list []string
	add := func(s string) {
		s = strings.TrimSpace(s)
		if n := len([]rune(s)); n >= 4 && n <= 40 && !seen[s] {
			seen[s] = true
			list = append(list, s)
		}
	}
	add(doc.Title)
	for i, b := range doc.Blocks {
		if i < 10 {
			add(b.Text)
		}
		if s := displacing(b.Text); s != "" && len(list) < maxCandidates {
			add(s)
		}
	}
	for _, s := range sharedAround(doc) {
		add(s)
	}
	sort.SliceStable(list, func(i, j int) bool { return len(list[i]) > len(list[j]) })
	return list
}

// displacing returns what stands where a notice's heading should say 关于, "" where
// that may well be a unit that issues too.
func displacing(heading string) string {
	m := issuer.FindStringSubmatch(heading)
	if m == nil || strings.Contains(m[1], "转发") || clause.EndsOffice(m[1]) {
		return ""
	}
	return m[1]
}

// spotter finds words of a vocabulary, and addresses that no vocabulary lists.
type spotter struct {
	words *words.Set
	more  *regexp.Regexp
}

func newSpotter(t *words.Table, class words.Class, more *regexp.Regexp) spotter {
	return spotter{t.Of(class), more}
}

func (f spotter) in(s string) bool { return f.words.In(s) || hasLatin(s) && f.more.MatchString(s) }

// places returns where such words are in a text, in bytes.
func (f spotter) places(s string) [][]int {
	var all [][]int
	for i := range s {
		if n := f.words.Head(s[i:]); n > 0 {
			all = append(all, []int{i, i + n})
		}
	}
	if hasLatin(s) {
		all = append(all, f.more.FindAllStringIndex(s, -1)...)
	}
	return all
}

// hasLatin is a quick look for what addresses are made of.
func hasLatin(s string) bool {
	for i := 0; i+1 < len(s); i++ {
		if c := s[i] | 0x20; c >= 'a' && c <= 'z' {
			return true
		}
	}
	return false
}

// maxCandidates bounds the work on a document made to keep us busy.
const maxCandidates = 200

// sharedAround extends every advertising word as far as two of its places agree.
func sharedAround(doc *document.Document) []string {
	type place struct {
		line     []rune
		from, to int
	}
	var places []place
	for _, b := range doc.Blocks {
		for _, loc := range append(loud().places(b.Text), quiet().places(b.Text)...) {
			from := len([]rune(b.Text[:loc[0]]))
			places = append(places, place{[]rune(b.Text), from, from + len([]rune(b.Text[loc[0]:loc[1]]))})
		}
		if len(places) > maxCandidates {
			break
		}
	}
	var out []string
	for i, a := range places {
		for _, b := range places[i+1:] {
			if string(a.line) == string(b.line) || string(a.line[a.from:a.to]) != string(b.line[b.from:b.to]) {
				continue
			}
			left, right := 0, 0
			for a.from-left > 0 && b.from-left > 0 && a.line[a.from-left-1] == b.line[b.from-left-1] {
				left++
			}
			for a.to+right < len(a.line) && b.to+right < len(b.line) && a.line[a.to+right] == b.line[b.to+right] {
				right++
			}
			out = append(out, string(a.line[a.from-left:a.to+right]))
		}
	}
	return out
}

// suspicion weighs what speaks for a string being injected. One that only is
// repeated, or is the site's own name, is not.
func suspicion(doc *document.Document, s string) int {
	inside, alone, crumb, displaced := 0, 0, 0, false
	for _, b := range doc.Blocks {
		switch n := strings.Count(b.Text, s); {
		case n == 0:
		case b.Text == s:
			alone++
		case strings.Contains(text.HalfWidth(b.Text), ">"):
			crumb++
		default:
			inside += n
			displaced = displaced || displacing(b.Text) == s
		}
	}
	spam := loud().in(s) || quiet().in(s) && (latin.MatchString(s) || strings.ContainsAny(text.HalfWidth(s), ",_|"))
	if inside == 0 || inside+alone+crumb < 2 || !spam && !displaced {
		return 0
	}
	score := min(inside, 3)
	for _, evidence := range []bool{alone > 0 || doc.Title == s, crumb > 0, latin.MatchString(s), loud().in(s), displaced} {
		if evidence {
			score++
		}
	}
	return score
}

// stripForeign returns the document without injected strings, each removal with
// its place. What the string replaced is not guessed.
func stripForeign(doc *document.Document) stripped {
	ads := ForeignStrings(doc)
	if len(ads) == 0 {
		return stripped{Document: doc}
	}
	out := stripped{Document: &document.Document{Name: doc.Name, Title: doc.Title, Counts: doc.Counts, Sheets: doc.Sheets}}
	for _, b := range doc.Blocks {
		b.Text = out.strip(b.Text, b.Line, ads)
		if b.Rows == nil && b.Text == "" {
			continue
		}
		b.Rows = out.stripRows(b, ads)
		out.Blocks = append(out.Blocks, b)
	}
	return out
}

func (s *stripped) stripRows(b document.Block, ads []string) [][]string {
	var rows [][]string
	for i, cells := range b.Rows {
		row := make([]string, len(cells))
		for c, cell := range cells {
			row[c] = s.strip(cell, b.Line+i, ads)
		}
		rows = append(rows, row)
	}
	return rows
}

func (s *stripped) strip(text string, line int, ads []string) string {
	for _, ad := range ads {
		for {
			i := strings.Index(text, ad)
			if i < 0 {
				break
			}
			before, after := text[:i], text[i+len(ad):]
			text = before + after
			s.removed.Add(finding.ForeignString, finding.At(finding.Place{Row: line}), finding.Given(ad),
				finding.Message("此处夹有网页广告字串,已删除,原文可能缺字:"+around(before, after)))
		}
	}
	return strings.TrimSpace(text)
}

// around shows the place of a removal: …推动▢优质农产品….
func around(before, after string) string {
	b, a := []rune(before), []rune(after)
	return "…" + string(b[max(0, len(b)-8):]) + "▢" + string(a[:min(len(a), 8)]) + "…"
}
