package document

import (
	"bytes"
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
	utf16 "golang.org/x/text/encoding/unicode"

	"tianbao/seeds/finding"
	"tianbao/seeds/text"
)

// readText reads plain text, a line a paragraph; runs of lines with tabs are
// tables.
func readText(data []byte) (*Document, finding.List) {
	words, ok := decodeText(data)
	if !ok {
		return refuse(finding.DocumentEncoding)
	}
	if looksLikeHTML(words) {
		return readHTML(data)
	}
	doc := &Document{Counts: Lines}
	for i, line := range ruled(columned(unquoted(strings.Split(text.LineEnds.Replace(words), "\n")))) {
		if len(doc.Blocks) > maxBlocks {
			return refuse(finding.DocumentTooLarge)
		}
		doc.addLine(i+1, line)
	}
	return doc, nil
}

// cellBreak parts the lines of a cell until it is cut from its row.
const cellBreak = "\x1e"

// mostCellLines is more lines than a cell has.
const mostCellLines = 60

// unquoted puts the cells together that a workbook, copied as text, quotes because they have several lines. A blank
// row is left for each further line, so that rows and lines keep step.
func unquoted(lines []string) []string {
	for i := 0; i < len(lines); i++ {
		end := i + 1
		for open := strings.Contains(lines[i], "\t") && opensQuote(lines[i]); open && end < len(lines) && end < i+mostCellLines; end++ {
			if first, more, _ := strings.Cut(lines[end], "\t"); strings.Count(first, `"`)%2 == 1 {
				open = opensQuote(more)
			}
			if !open {
				lines[i] = withBreaks(lines[i : end+1])
				for k := i + 1; k <= end; k++ {
					lines[k] = "\t"
				}
				i = end
			}
		}
	}
	return lines
}

// opensQuote reports whether a cell of a row opens a quotation mark that it does not close.
func opensQuote(row string) bool {
	for _, cell := range strings.Split(row, "\t") {
		if strings.HasPrefix(cell, `"`) && strings.Count(cell, `"`)%2 == 1 {
			return true
		}
	}
	return false
}

// withBreaks is the row that several lines make, the marks around its cells gone.
func withBreaks(lines []string) string {
	cells := strings.Split(strings.Join(lines, cellBreak), "\t")
	for c, cell := range cells {
		if strings.HasPrefix(cell, `"`) && strings.Contains(cell, cellBreak) {
			cells[c] = strings.ReplaceAll(strings.TrimSuffix(cell[1:], `"`), `""`, `"`)
		}
	}
	return strings.Join(cells, "\t")
}

// ruled returns lines with tabs for the strokes of a table that was written with them,
// | between its cells: two lines or more with the same number of them. A line without any between
// two of them is a merged row.
func ruled(lines []string) []string {
	withoutLastStrokes(lines)
	for i := 0; i < len(lines); {
		n, rows, end := strokes(lines[i]), 1, i+1
		for ; end < len(lines) && n > 1; end++ {
			if strokes(lines[end]) == n {
				rows++
			} else if strokes(lines[end]) > 0 || end+1 >= len(lines) || strokes(lines[end+1]) != n {
				break
			}
		}
		if rows > 1 && sameFirst(lines[i:end], n) {
			i = end
			continue // 牵头单位|市教育局, 牵头单位|市财政局: a label on each line
		}
		for k := i; k < end && rows > 1; k++ {
			if strokes(lines[k]) == n {
				lines[k] = cellsByTabs(lines[k])
			}
		}
		i = end
	}
	return lines
}

// sameFirst reports whether the first cell of every row, one of n strokes, is the same words.
func sameFirst(lines []string, n int) bool {
	words := ""
	for _, line := range lines {
		if strokes(line) != n {
			continue
		}
		first := strings.TrimSpace(strings.Split(oneStroke.Replace(line), "|")[0])
		if words = cmp.Or(words, first); first == "" || first != words {
			return false
		}
	}
	return true
}

// oneStroke is every upright stroke that cells are written with as |.
var oneStroke = strings.NewReplacer("\uff5c", "|", "│", "|")

func strokes(line string) int { return strings.Count(oneStroke.Replace(line), "|") }

// withoutLastStrokes drops the stroke at the end of lines that are cells, one a line, of a
// table that a page's text was taken from.
func withoutLastStrokes(lines []string) {
	cell := func(line string) bool { return strings.Count(line, "|") == 1 && strings.HasSuffix(line, "|") }
	cells := 0
	for _, line := range lines {
		if cell(strings.TrimSpace(line)) {
			cells++
		}
	}
	for i, line := range lines {
		if line = strings.TrimSpace(line); cells > 3 && cell(line) {
			lines[i] = strings.TrimSuffix(line, "|")
		}
	}
}

// cellsByTabs turns a row written with strokes into one with tabs; the line below a
// heading, |---|---|, is a blank one.
func cellsByTabs(line string) string {
	line = oneStroke.Replace(strings.TrimSpace(strings.ReplaceAll(line, "\t", " ")))
	if strings.Trim(line, "|-: ") == "" && strings.Contains(line, "-") {
		return strings.Repeat("\t", strings.Count(line, "|"))
	}
	if strings.HasPrefix(line, "|") && strings.HasSuffix(line, "|") {
		line = strings.TrimSuffix(strings.TrimPrefix(line, "|"), "|")
	}
	return strings.ReplaceAll(line, "|", "\t")
}

// addLine appends a line of a text file: a table's row where it holds tabs
// between cells, else a paragraph.
func (d *Document) addLine(no int, line string) {
	n := len(d.Blocks)
	inTable := n > 0 && d.Blocks[n-1].Rows != nil && d.Blocks[n-1].Line+len(d.Blocks[n-1].Rows) == no
	if !strings.Contains(strings.TrimSpace(line), "\t") && !(inTable && strings.Contains(line, "\t")) {
		if text := clean(line); text != "" {
			d.Blocks = append(d.Blocks, Block{Line: no, Text: text, Indent: indentOf(line)})
		}
		return
	}
	cells := strings.Split(line, "\t")
	for i := range cells {
		cells[i] = lines(strings.ReplaceAll(cells[i], cellBreak, "\n"))
	}
	if inTable {
		d.Blocks[n-1].Rows = append(d.Blocks[n-1].Rows, cells)
		return
	}
	d.Blocks = append(d.Blocks, Block{Line: no, Rows: [][]string{cells}})
}

// indentOf counts the blanks that a line begins with.
func indentOf(line string) int {
	n := 0
	for _, r := range line {
		if !unicode.IsSpace(r) {
			break
		}
		n++
	}
	return n
}

// decodeText returns the text of UTF-8 (with or without BOM), UTF-16 with BOM,
// or GB18030 bytes; false where they are none of these.
func decodeText(data []byte) (string, bool) {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		data = data[3:]
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		out, err := utf16.UTF16(utf16.LittleEndian, utf16.ExpectBOM).NewDecoder().Bytes(data)
		return string(out), err == nil
	}
	if bytes.IndexByte(data, 0) >= 0 {
		return "", false
	}
	if utf8.Valid(data) {
		return string(data), true
	}
	out, err := simplifiedchinese.GB18030.NewDecoder().Bytes(data)
	if err != nil || strings.ContainsRune(string(out), utf8.RuneError) {
		return "", false
	}
	return string(out), true
}

// clean trims a paragraph and drops what cannot be seen: zero-width characters
// and byte order marks. Inner spaces of any width become one plain space.
func clean(s string) string {
	s = strings.Map(func(r rune) rune {
		switch r {
		case '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad':
			return -1
		case '\u00a0', '\u3000', '\t', '\u2002', '\u2003', '\u2009', '\u202f':
			return ' '
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}
