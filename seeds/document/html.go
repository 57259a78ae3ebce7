package document

import (
	"bytes"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"

	"tianbao/seeds/finding"
)

var htmlStart = regexp.MustCompile(`(?i)^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|div|table|p|h[1-6]|span|section|article)\b`)

func looksLikeHTML(text string) bool {
	return htmlStart.MatchString(text[:min(len(text), 4096)])
}

// readHTML reads a saved page: paragraphs, line breaks and tables. Scripts and
// what the page hides are left out.
func readHTML(data []byte) (*Document, finding.List) {
	root, err := html.Parse(strings.NewReader(decodeHTML(data)))
	if err != nil {
		return refuse(finding.DocumentBroken)
	}
	w := &htmlWalk{doc: &Document{Counts: Paragraphs}}
	w.walk(root, 0)
	w.flush()
	if w.tooLarge {
		return refuse(finding.DocumentTooLarge)
	}
	return w.doc, nil
}

// decodeHTML decodes a page: text that is whole as UTF-8 or GB18030 is that,
// whatever the page declares; else the declared charset is taken.
func decodeHTML(data []byte) string {
	enc, name, _ := charset.DetermineEncoding(data, "text/html")
	if name != "utf-8" {
		if text, ok := decodeText(data); ok && (name == "windows-1252" || strings.HasPrefix(name, "gb")) {
			return text
		}
	}
	out, err := enc.NewDecoder().Bytes(data)
	if err != nil {
		return string(bytes.ToValidUTF8(data, []byte("\ufffd")))
	}
	return string(out)
}

// htmlWalk collects blocks on its way through a page.
type htmlWalk struct {
	doc      *Document
	text     strings.Builder
	linked   int // links around the text at hand
	plain    bool
	tooLarge bool
}

// flush ends the paragraph at hand.
func (w *htmlWalk) flush() {
	if text := clean(unwrapped(w.text.String())); text != "" {
		w.doc.add(Block{Text: text, Link: !w.plain})
	}
	w.text.Reset()
	w.plain = false
	w.tooLarge = w.tooLarge || len(w.doc.Blocks) > maxBlocks
}

// add appends a block and numbers it, behind the rows of a table before it.
func (d *Document) add(b Block) {
	b.Line = 1
	if n := len(d.Blocks); n > 0 {
		b.Line = d.Blocks[n-1].Line + max(1, len(d.Blocks[n-1].Rows))
	}
	d.Blocks = append(d.Blocks, b)
}

var inline = map[atom.Atom]bool{atom.A: true, atom.Span: true, atom.B: true, atom.Strong: true, atom.I: true,
	atom.Em: true, atom.U: true, atom.Font: true, atom.Sub: true, atom.Sup: true, atom.Small: true, atom.Big: true,
	atom.Label: true, atom.Mark: true, atom.S: true, atom.Tt: true, atom.Code: true, atom.Abbr: true, atom.Ins: true,
	atom.Bdo: true, atom.Cite: true, atom.Time: true, atom.Img: true}

var unread = map[atom.Atom]bool{atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true,
	atom.Select: true, atom.Textarea: true, atom.Iframe: true, atom.Object: true, atom.Svg: true, atom.Button: true, atom.Del: true}

func (w *htmlWalk) walk(n *html.Node, depth int) {
	if w.tooLarge = w.tooLarge || depth > 4*maxDepth; w.tooLarge {
		return
	}
	switch {
	case n.Type == html.TextNode:
		w.text.WriteString(n.Data)
		w.plain = w.plain || w.linked == 0 && strings.ContainsFunc(n.Data, unicode.IsLetter) // not the number before a link
		return
	case n.Type == html.ElementNode && (unread[n.DataAtom] || hidden(n)):
		return
	case n.DataAtom == atom.Title:
		w.doc.Title = clean(textOf(n, 0))
		return
	case n.DataAtom == atom.Br:
		w.flush()
		return
	case n.DataAtom == atom.Table && w.table(n):
		return
	}
	block := n.Type == html.ElementNode && !inline[n.DataAtom]
	if block {
		w.flush()
	}
	link := n.DataAtom == atom.A && attribute(n, "href") != ""
	if link {
		w.linked++
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.walk(c, depth+1)
	}
	if link {
		w.linked--
	}
	if block {
		w.flush()
	}
}

// sourceBreak is a line break of the page's source between Chinese characters,
// which is no space.
var sourceBreak = regexp.MustCompile(`([^\x00-\x{2fff}])[ \t\r]*\n\s*([^\x00-\x{2fff}])`)

func unwrapped(text string) string { return sourceBreak.ReplaceAllString(text, "$1$2") }

func hidden(n *html.Node) bool {
	style := strings.ReplaceAll(strings.ToLower(attribute(n, "style")), " ", "")
	return strings.Contains(style, "display:none") || slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "hidden" })
}

// attribute returns the value of an attribute, "" where the element has none.
func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// textOf is the text of an element, its paragraphs and line breaks parted by
// "\n".
func textOf(n *html.Node, depth int) string {
	switch {
	case n.Type == html.TextNode:
		return strings.ReplaceAll(unwrapped(n.Data), "\n", " ")
	case unread[n.DataAtom] || depth > 4*maxDepth:
		return ""
	case n.DataAtom == atom.Br:
		return "\n"
	}
	var text strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		part := textOf(c, depth+1)
		if c.Type == html.ElementNode && !inline[c.DataAtom] && c.DataAtom != atom.Br {
			part = "\n" + part + "\n"
		}
		text.WriteString(part)
	}
	return text.String()
}

// maxCell is the longest text of a cell in a table of data; longer ones lay out
// the page.
const maxCell = 3000

// table appends a table of data and returns true; a table that lays out the page
// is left to be walked as blocks.
func (w *htmlWalk) table(n *html.Node) bool {
	g := &cellGrid{}
	if !g.rowsOf(n, 0) || g.width() < 2 || len(g.rows) < 2 {
		return false
	}
	w.flush()
	w.doc.add(Block{Rows: g.filled()})
	w.tooLarge = w.tooLarge || g.tooLarge
	return true
}

// rowsOf collects the rows of a table; false where it holds another table or
// cells too long for data.
func (g *cellGrid) rowsOf(n *html.Node, depth int) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.DataAtom == atom.Tr:
			g.newRow()
			for d := c.FirstChild; d != nil; d = d.NextSibling {
				if d.DataAtom != atom.Td && d.DataAtom != atom.Th {
					continue
				}
				text := textOf(d, 0)
				if len(text) > maxCell || holdsTable(d, 0) {
					return false
				}
				g.cell(lines(text), span(d, "rowspan"), span(d, "colspan"))
			}
		case c.Type == html.ElementNode && depth < 3:
			if !g.rowsOf(c, depth+1) {
				return false
			}
		}
	}
	return true
}

func holdsTable(n *html.Node, depth int) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.Table || depth < maxDepth && holdsTable(c, depth+1) {
			return true
		}
	}
	return false
}

func span(n *html.Node, key string) int {
	if v, err := strconv.Atoi(strings.TrimSpace(attribute(n, key))); err == nil {
		return min(max(v, 1), 500)
	}
	return 1
}

// lines cleans every line of a cell and drops the blank ones.
func lines(text string) string {
	var kept []string
	for _, line := range strings.Split(text, "\n") {
		if line = clean(line); line != "" {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "\n")
}
