package reading

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"tianbao/seeds/clause"
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
	if len(rows) == 0 {
		return nil, 0, nil
	}
	return withNotes(blocks, rows, end, dropped)
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
	kind, _, _ := splitMark(b.Text)
	return kind != markHan && kind != markHanParen && kind != markCircled
}

// linearHeader returns the heading cells that blocks begin with and how many lines they are, nil where they do not: a
// unit in brackets on a line of its own belongs to the heading above.
func linearHeader(blocks []document.Block, period plan.Period) (heads []string, n int) {
	for _, b := range blocks {
		if len(heads) > 0 && b.Rows == nil && len([]rune(b.Text)) <= 16 && isBracket(text.HalfWidth(b.Text)) {
			heads[len(heads)-1] += b.Text
			n++
			continue
		}
		if b.Rows != nil || len([]rune(b.Text)) > 16 || columnOf(b.Text, period) == colNone {
			break
		}
		heads = append(heads, b.Text)
		n++
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

// fitting matches a run of cells to rows of columns for the best score. best
// and step are by cell and column; a name is never skipped, so every row moves
// on.
type fitting struct {
	cols  []column
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
	return f.rows(names)
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

func skipCost(col column) int {
	switch col {
	case colCategory, colMoreOwners, colMoreName, colRemark:
		return 0
	}
	return -4
}

var (
	valueWords = regexp.MustCompile(`[0-9]|^[-—–―/]+$|下达|平均|高于|低于|以上|以内|左右|稳定|完成|持续|达到|提高|下降|控制|保持|区间|同步|优于|前列|不低|全省|全国`)
	hanOnly    = regexp.MustCompile(`^\p{Han}{2,8}$`)
	hanWord    = regexp.MustCompile(`\p{Han}{2,}|^(?:[0-9]+[.、])?[A-Z]{3,}`)
	// trendWords is a value in words: 逐步降低, 合理增长, 与经济增长同步.
	trendWords = regexp.MustCompile(`^与\p{Han}+(?:同步|一致|相当|持平|相适应)$|` +
		`^(?:(?:逐步|逐年|稳步|合理|持续|明显|显著|大幅|进一步|不断|有所|略有|较快|平稳|适度|同步|两位数|正|负|零)+(?:增长|降低|下降|提高|提升|减少|改善|优化|增加|扩大|上升|回升)|达标|稳中\p{Han}+)$`)
)

// isSmallNumber reports whether a cell is the number of a row: 12, 12.
func isSmallNumber(cell string) bool {
	no := strings.TrimRight(cell, ".、")
	return no != "" && len(no) <= len("999") && strings.Trim(no, "0123456789") == ""
}

// saysNature reports whether a cell says how an indicator binds: 约束性.
func saysNature(cell string) bool {
	return strings.Contains(cell, "约束性") || strings.Contains(cell, "预期性") || cell == "约束" || cell == "预期"
}

// isBracket reports whether a text is nothing but a bracket, endsInBracket whether it ends with one: 人均收入(万元).
func isBracket(words string) bool {
	return strings.HasPrefix(words, "(") && endsInBracket(words) && strings.Count(words, "(") == 1
}

func endsInBracket(words string) bool {
	inner := words[strings.LastIndex(words, "(")+1:]
	return len(inner) < len(words) && strings.Index(inner, ")") == len(inner)-1 && len(inner) > 1
}

// goesOn scores how well a cell goes on with the name in the cell before it: it is a unit in brackets alone, or the
// cell before has a number and no unit.
func (f *fitting) goesOn(i int) int {
	const bad = -12
	if i == 0 {
		return bad
	}
	s, before := strings.TrimSpace(text.HalfWidth(f.cells[i].Text)), strings.TrimSpace(text.HalfWidth(f.cells[i-1].Text))
	kind, _, _ := splitMark(before)
	own, _, _ := splitMark(s)
	numbered := kind == markArabic || i > 1 && isSmallNumber(strings.TrimSpace(f.cells[i-2].Text))
	switch {
	case endsInBracket(before):
		return bad
	case isBracket(s):
		return 4
	case !numbered || own != markNone || !hanWord.MatchString(s) || trendWords.MatchString(s) || saysNature(s) || clause.EndsOffice(s):
		return bad
	case endsInBracket(s):
		return 2
	case valueWords.MatchString(s):
		return bad
	}
	return -2
}

// fits scores how well a cell suits a column.
func fits(col column, cell string) int {
	s := strings.TrimSpace(text.HalfWidth(cell))
	owner := clause.EndsOffice(s) && !valueWords.MatchString(s)
	good, bad := 4, -12
	verdict := func(ok bool) int {
		if ok {
			return good
		}
		return bad
	}
	switch col {
	case colNo:
		return verdict(isSmallNumber(s))
	case colCategory:
		if owner {
			return bad
		}
		return verdict(hanOnly.MatchString(s)) / 2
	case colName:
		switch {
		case isBracket(s) || trendWords.MatchString(s):
			return bad
		case endsInBracket(s) && hanWord.MatchString(s):
			return 2 * good
		}
		return verdict(hanWord.MatchString(s) && !owner && !saysNature(s))
	case colOwner, colMoreOwners, colData:
		return verdict(owner)
	case colNature:
		return verdict(saysNature(s))
	case colUnit:
		return verdict(len([]rune(s)) <= 12 && !owner && !saysNature(s) && !trendWords.MatchString(s))
	case colRemark:
		return verdict(hanWord.MatchString(s) && !saysNature(s)) / 4
	case colBase, colYear:
		if trendWords.MatchString(s) {
			return -3 // what is to come
		}
	}
	switch {
	case endsInBracket(s) || saysNature(s) || isSmallNumber(s) && strings.TrimRight(s, ".、") != s:
		return bad
	case valueWords.MatchString(s) || trendWords.MatchString(s):
		return good
	case hanOnly.MatchString(s) && !owner:
		return -3 // a word, where the columns leave it no other place
	}
	return bad
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
			if f.cols[c] == colRemark {
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
