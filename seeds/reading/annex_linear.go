package reading

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"tianbao/seeds/document"
	"tianbao/seeds/plan"
	"tianbao/seeds/text"
)

// maxCellLength is the longest paragraph that can be a cell of a table that was
// flattened to one cell a line.
const maxCellLength = 40

// linearAnnex reads an annex that was flattened to one cell a line, as a page
// copied as text is. Blank cells left no line behind, so cells are matched to
// columns by what they hold. It returns how many blocks the table takes, 0 where
// none begins here, and the lines of cells that fit no column.
func linearAnnex(blocks []document.Block, period plan.Period) (rows []annexRow, n int, dropped []int) {
	heads, first := linearHeader(blocks, period)
	if heads == nil {
		return nil, 0, nil
	}
	if more := oneMore(blocks, heads, first, period); more != nil {
		heads, first = more, first+1
	}
	rows, n, dropped = linearRows(blocks, heads, first, period)
	if len(rows) == 0 {
		return nil, 0, nil
	}
	return withNotes(blocks, rows, n, dropped)
}

// oneMore returns the headings with the next word where it heads a column that is not known, and is no category of the rows
// below: with it the cells fit better. Nil where it does not.
func oneMore(blocks []document.Block, heads []string, first int, period plan.Period) []string {
	if first+1 >= len(blocks) || !linearCell(blocks[first]) || !hanOnly.MatchString(blocks[first].Text) || !isSmallNumber(text.HalfWidth(blocks[first+1].Text)) {
		return nil
	}
	var cells []document.Block
	for _, b := range blocks[first:] {
		if !linearCell(b) || len(cells) == fewCells {
			break
		}
		cells = append(cells, b)
	}
	more := append(slices.Clone(heads), blocks[first].Text)
	if fit(more, cells[1:], period).best[0][0] > fit(heads, cells, period).best[0][0] {
		return more
	}
	return nil
}

// fewCells is enough cells to tell which columns they fit.
const fewCells = 60

// linearRows reads the rows below headings, the first of them at a block, and how many blocks they take with their headings.
func linearRows(blocks []document.Block, heads []string, first int, period plan.Period) (rows []annexRow, n int, dropped []int) {
	end := first
	for category := ""; ; {
		var cells []document.Block
		for ; end < len(blocks) && linearCell(blocks[end]); end++ {
			if !isStray(blocks[end].Text) {
				cells = append(cells, blocks[end])
			}
		}
		part, used, left := fitCells(heads, cells, period)
		for i := range part {
			part[i].category = cmp.Or(part[i].category, category)
		}
		rows, dropped = append(rows, part...), append(dropped, left...)
		if used < len(cells) {
			for end > first && blocks[end-1].Line >= cells[used].Line {
				end--
			}
			break
		}
		if end >= len(blocks) || !startsCategory(blocks[end:]) {
			break
		}
		_, _, category = splitMark(blocks[end].Text)
		end++
	}
	return rows, end, dropped
}

// notes returns how many of the lines behind a table speak of it: 注: with the lines below it that go on with its
// numbers, or ①.
func notes(blocks []document.Block) (n int) {
	for last := -1; n < len(blocks); n++ {
		kind, no, _ := splitMark(blocks[n].Text)
		goesOn := last >= 0 && no == last+1 && (kind == markArabic || kind == markParen)
		if blocks[n].Rows != nil || !isNote(blocks[n].Text) && kind != markCircled && !goesOn {
			break
		}
		if m := numberedNote.FindStringSubmatch(text.HalfWidth(blocks[n].Text)); m != nil {
			last = len(m[1])
		} else if goesOn {
			last = no
		}
	}
	return n
}

// isNote reports whether a line is a note of a table, in brackets or not.
func isNote(words string) bool {
	return strings.TrimSpace(words) == "注" || tableNote(strings.TrimLeft(words, "(（"))
}

// numberedNote begins a note of several lines: 注: alone, 注:1.….
var numberedNote = regexp.MustCompile(`^\p{Han}+:?\s*(?:$|\(?(1)[.、)])`)

// startsCategory reports whether the table goes on with a category that is numbered, 一、经济发展: a name and a value follow.
func startsCategory(blocks []document.Block) bool {
	if len(blocks) < 3 || blocks[0].Rows != nil || !startsChapter(blocks[0].Text) || len([]rune(blocks[0].Text)) > 16 || !linearCell(blocks[1]) {
		return false
	}
	for _, b := range blocks[2:min(len(blocks), 5)] {
		if linearCell(b) && bareValue.MatchString(text.HalfWidth(b.Text)) {
			return true
		}
	}
	return false
}

// bareValue is a number alone, or the dash in its place.
var bareValue = regexp.MustCompile(`^(?:[\[<>≤≥]*[0-9][0-9.,]*%?\]?|[-—–―/]+)$`)

func linearCell(b document.Block) bool {
	if b.Rows != nil || len([]rune(b.Text)) > maxCellLength || isNote(b.Text) {
		return false
	}
	if before, _, labelled := strings.Cut(text.HalfWidth(b.Text), ":"); labelled && before != "其中" || attachmentNo.MatchString(text.HalfWidth(b.Text)) {
		return false // 指标解释:…, 附件2
	}
	kind, _, _ := splitMark(b.Text)
	return kind != markHan && kind != markHanParen && kind != markCircled
}

// linearHeader returns the heading cells that blocks begin with and how many lines they are, nil where they do not: a
// unit in brackets on a line of its own belongs to the heading above.
func linearHeader(blocks []document.Block, period plan.Period) (heads []string, n int) {
	for i, b := range blocks {
		if len(heads) > 0 && b.Rows == nil && len([]rune(b.Text)) <= 16 && isBracket(text.HalfWidth(b.Text)) {
			heads[len(heads)-1] += b.Text
			n++
			continue
		}
		if b.Rows != nil || len([]rune(b.Text)) > 16 || !headsLinear(blocks[i:], heads, period) {
			break
		}
		heads = append(heads, b.Text)
		n++
	}
	if len(heads) == 0 || !opensRow(columnOf(heads[0], period)) {
		return nil, 0
	}
	names := 0
	for _, head := range heads {
		if columnOf(head, period) == colName {
			names++
		}
	}
	if names != 1 || header(heads, period) == nil {
		return nil, 0
	}
	return heads, n
}

// opensRow reports whether a column is one that the rows of an annex may begin with: none of values.
func opensRow(col column) bool {
	return !slices.Contains([]column{colBase, colTarget, colGrowth, colYear, colYearTarget}, col)
}

// headsLinear reports whether the first block goes on with the headings: it is known, and no name that a value follows; or it
// is a word between known ones.
func headsLinear(blocks []document.Block, heads []string, period plan.Period) bool {
	words := blocks[0].Text
	if len(blocks) < 2 || blocks[1].Rows != nil {
		return columnOf(words, period) != colNone
	}
	numbered := slices.ContainsFunc(heads, func(head string) bool { return columnOf(head, period) == colNo })
	next := strings.TrimSpace(text.HalfWidth(blocks[1].Text))
	if columnOf(words, period) != colNone {
		return len(heads) < 3 || numbered || !bareValue.MatchString(next) && !isNature(next)
	}
	return len(heads) > 1 && hanOnly.MatchString(words) && columnOf(next, period) != colNone && len([]rune(next)) <= 16 && numbered
}

// fitting matches a run of cells to rows of columns for the best score. best
// and step are by cell and column; a name is never skipped, so every row moves
// on.
type fitting struct {
	cols  []column
	names []string // headings of the columns
	cells []document.Block
	best  [][]int
	step  [][]step
}

type step uint8

const (
	stepStop step = iota
	stepTake      // the cell is this column's
	stepMore      // the cell is this column's, and the next may be too
	stepSkip      // the column has no cell in this row
	stepDrop      // the cell belongs to no column
)

func fitCells(heads []string, cells []document.Block, period plan.Period) ([]annexRow, int, []int) {
	f := fit(heads, cells, period)
	return f.rows(f.names)
}

func fit(heads []string, cells []document.Block, period plan.Period) *fitting {
	f := &fitting{cells: cells}
	var names []string
	for i, col := range header(heads, period) {
		f.cols, names = append(f.cols, col), append(names, heads[i])
		switch col {
		case colOwner:
			f.cols, names = append(f.cols, colMoreOwners), append(names, heads[i])
		case colName:
			f.cols, names = append(f.cols, colMoreName), append(names, heads[i])
		}
	}
	if !slices.Contains(f.cols, colCategory) && !slices.Contains(f.cols, colRemark) {
		f.cols, names = slices.Insert(f.cols, 0, colCategory), slices.Insert(names, 0, "")
	}
	f.best, f.step = make([][]int, len(cells)+1), make([][]step, len(cells)+1)
	for i := len(cells); i >= 0; i-- {
		f.best[i], f.step[i] = make([]int, len(f.cols)), make([]step, len(f.cols))
		name := slices.Index(f.cols, colName)
		for c := name; c >= 0; c-- {
			f.choose(i, c)
		}
		for c := len(f.cols) - 1; c > name; c-- {
			f.choose(i, c)
		}
	}
	f.names = names
	return f
}

// choose finds the best step at cell i and column c.
func (f *fitting) choose(i, c int) {
	const never = -1 << 30
	best, how := never, stepStop
	if c == 0 || i == len(f.cells) && f.cols[c] != colMoreName {
		best = 0
	}
	better := func(score int, s step) {
		if score > best {
			best, how = score, s
		}
	}
	next := (c + 1) % len(f.cols)
	if f.cols[c] != colName && (i < len(f.cells) || f.cols[c] != colMoreName) { // a name with nothing behind it is no row
		better(f.best[i][next]+skipCost(f.cols[c]), stepSkip)
	}
	if i < len(f.cells) {
		fit := fits(f.cols[c], f.cells[i].Text)
		if f.cols[c] == colMoreName {
			fit = f.goesOn(i)
		}
		better(f.best[i+1][next]+fit, stepTake)
		if f.cols[c] == colMoreOwners {
			better(f.best[i+1][c]+fit, stepMore)
		}
		better(f.best[i+1][c]-5, stepDrop)
	}
	f.best[i][c], f.step[i][c] = best, how
}

// rows follows the chosen steps; used is how many cells they take.
func (f *fitting) rows(heads []string) (rows []annexRow, used int, dropped []int) {
	var row annexRow
	for i, c := 0, 0; i <= len(f.cells); {
		next := (c + 1) % len(f.cols)
		switch s := f.step[i][c]; s {
		case stepStop:
			if row.name != "" {
				rows = append(rows, row)
			}
			return rows, i, dropped
		case stepTake, stepMore:
			if row.line == 0 {
				row.line = f.cells[i].Line
			}
			if f.cols[c] == colRemark || f.cols[c] == colNone {
				dropped = append(dropped, f.cells[i].Line)
			}
			row.set(f.cols[c], f.cells[i].Text, heads[c])
			if i++; s == stepMore {
				next = c
			}
			c = next
		case stepSkip:
			c = next
		case stepDrop:
			dropped = append(dropped, f.cells[i].Line)
			i++
			continue
		}
		if c == 0 && row.name != "" {
			rows, row = append(rows, row), annexRow{}
		}
	}
	return rows, used, dropped
}
