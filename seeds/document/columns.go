package document

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// piece is what stands between blanks on a line, and the column of characters where it begins.
type piece struct {
	text string
	at   int
}

// pieces parts a line at two blanks or more. A character that is not ASCII is two wide.
func pieces(line string) []piece {
	var all []piece
	at, blank := 0, 2
	for _, r := range line {
		switch {
		case r == ' ' || r == '\u3000':
			blank++
		case blank >= 2:
			all, blank = append(all, piece{at: at}), 0
			fallthrough
		default:
			p := &all[len(all)-1]
			p.text += strings.Repeat(" ", blank) + string(r)
			blank = 0
		}
		if at++; r >= utf8.RuneSelf {
			at++
		}
	}
	return all
}

var (
	pageNumber = regexp.MustCompile(`^(?:[-—–] ?[0-9]+ ?[-—–]|第 ?[0-9]+ ?页.*)$`)
	rowChapter = regexp.MustCompile(`^[（(]?[一二三四五六七八九十]{1,3}[）)、]`)
)

// columned returns lines with tabs for a table whose columns are kept apart by blanks, as text taken from a PDF has it:
// headings that 序号 begins, below them rows of several lines, the number in the middle of its row or at its head.
func columned(lines []string) []string {
	for i := 0; i < len(lines); i++ {
		if !strings.Contains(lines[i], "序号") || strings.Contains(lines[i], "\t") {
			continue
		}
		heads := pieces(lines[i])
		if len(heads) < 3 || heads[0].text != "序号" {
			continue
		}
		t := &columnTable{heads: heads}
		end := i + 1
		for end < len(lines) && t.line(lines[end]) {
			end++
		}
		if t.numbers == 0 {
			continue
		}
		lines[i] = t.join(heads)
		t.write(lines[i+1 : end])
		i = end - 1
	}
	return lines
}

// columnTable is a table whose columns are kept apart by blanks.
type columnTable struct {
	heads   []piece
	rows    [][]string // the cells of each line
	numbers int
	widest  int  // of the lines of a cell
	atHead  bool // numbers are at the heads of their rows
}

// line adds a line; false where the table ends.
func (t *columnTable) line(line string) bool {
	parts := pieces(line)
	if len(parts) == 0 || strings.Contains(line, "\t") || parts[0].text == t.heads[0].text || len(parts) == 1 && pageNumber.MatchString(parts[0].text) {
		return false
	}
	cells := make([]string, len(t.heads))
	for _, p := range parts {
		cells[t.column(p.at)] += p.text
		t.widest = max(t.widest, len(p.text))
	}
	switch {
	case isRowNumber(cells[0]):
		t.numbers++
	case cells[0] != "" && !(len(parts) == 1 && rowChapter.MatchString(cells[0])):
		return false
	}
	t.rows = append(t.rows, cells)
	return true
}

// column is the one whose heading begins nearest.
func (t *columnTable) column(at int) int {
	best := 0
	for c, head := range t.heads {
		if distance(head.at, at) < distance(t.heads[best].at, at) {
			best = c
		}
	}
	return best
}

func distance(a, b int) int { return max(a-b, b-a) }

func (t *columnTable) join(parts []piece) string {
	cells := make([]string, len(parts))
	for i, p := range parts {
		cells[i] = p.text
	}
	return strings.Join(cells, "\t")
}

// write puts each row on the first of its lines; the others become blank rows, so that rows and lines keep step.
func (t *columnTable) write(lines []string) {
	t.atHead = t.rows[0][0] != ""
	for k := 1; k < len(t.rows); k++ {
		t.atHead = t.atHead && (t.rows[k][0] == "" || t.closes(k-1))
	}
	for from := 0; from < len(t.rows); {
		end := t.rowEnd(from)
		row := make([]string, len(t.heads))
		for _, cells := range t.rows[from:end] {
			for c, cell := range cells {
				row[c] += cell
			}
		}
		lines[from] = strings.Join(row, "\t")
		for k := from + 1; k < end; k++ {
			lines[k] = "\t"
		}
		from = end
	}
}

// rowEnd is where the row that begins at a line ends: with the line before the next number, or as many lines below its
// number as are above it, where a sentence ends.
func (t *columnTable) rowEnd(from int) int {
	if rowChapter.MatchString(t.rows[from][0]) {
		return from + 1
	}
	number, next := -1, len(t.rows)
	for k := from; k < len(t.rows); k++ {
		if cells := t.rows[k]; rowChapter.MatchString(cells[0]) {
			return max(k, from+1)
		} else if cells[0] != "" {
			if number >= 0 {
				next = k
				break
			}
			number = k
		}
	}
	if number < 0 || next == len(t.rows) || t.atHead {
		return next
	}
	best, least := next, 1<<30
	for end := number + 1; end <= next; end++ {
		above, below := number-from, end-1-number
		cost := 2 * distance(below, above)
		if below == above+1 {
			cost = 0
		}
		if !t.closes(end - 1) {
			cost += 3
		}
		if cost <= least {
			best, least = end, cost
		}
	}
	return best
}

// closes reports whether a line may be the last of a row: a sentence ends in it, or none of its cells is full.
func (t *columnTable) closes(k int) bool {
	longest := 0
	for _, cell := range t.rows[k] {
		if strings.HasSuffix(cell, "。") || rowChapter.MatchString(cell) {
			return true
		}
		longest = max(longest, len(cell))
	}
	return longest < t.widest-len("一二三")
}

// isRowNumber reports whether a cell is the number of a row.
func isRowNumber(cell string) bool {
	return cell != "" && len(cell) <= len("999") && strings.Trim(cell, "0123456789") == ""
}
