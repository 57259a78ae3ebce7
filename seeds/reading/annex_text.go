package reading

import (
	"slices"
	"strings"

	"tianbao/seeds/clause"
	"tianbao/seeds/document"
	"tianbao/seeds/plan"
	"tianbao/seeds/text"
)

// textAnnex reads an annex that became text and begins at a block: one cell a line, one row a line, or rows
// without headings below a caption. It returns how many blocks it takes and the lines of them that fit nowhere.
func textAnnex(blocks []document.Block, at int, period plan.Period) (rows []annexRow, n int, dropped []int) {
	if rows, n, dropped = linearAnnex(blocks[at:], period); n > 0 {
		return rows, n, dropped
	}
	if rows, n, dropped = spacedAnnex(blocks[at:], period); n > 0 {
		return rows, n, dropped
	}
	if at > 0 && captionOfIndicators(blocks[at-1]) {
		return bareAnnex(blocks[at:], period)
	}
	return nil, 0, nil
}

// spacedAnnex reads an annex of one row a line, its cells parted by blanks.
func spacedAnnex(blocks []document.Block, period plan.Period) (rows []annexRow, n int, dropped []int) {
	heads := strings.Fields(blocks[0].Text)
	if blocks[0].Rows != nil || len(heads) < 4 || header(heads, period) == nil {
		return nil, 0, nil
	}
	category := ""
	for n = 1; n < len(blocks) && blocks[n].Rows == nil && !isNote(blocks[n].Text); n++ {
		var cells []document.Block
		for _, cell := range strings.Fields(blocks[n].Text) {
			cells = append(cells, document.Block{Line: blocks[n].Line, Text: cell})
		}
		if _, _, words := splitMark(blocks[n].Text); len(cells) == 1 && hanOnly.MatchString(words) {
			category = words
			continue
		}
		row, used, left := fitCells(heads, cells, period)
		if len(row) != 1 || used < len(cells) || len(left) > 0 {
			break
		}
		if row[0].category == "" {
			row[0].category = category
		}
		rows = append(rows, row[0])
	}
	if len(rows) == 0 {
		return nil, 0, nil
	}
	return withNotes(blocks, rows, n, nil)
}

// spacedRow reports whether a line is a row of an annex, its cells parted by blanks: the last is the nature, or two side by
// side are values.
func spacedRow(line string) bool {
	cells := strings.Fields(text.HalfWidth(line))
	if len(cells) < 4 {
		return false
	}
	for i, cell := range cells[2:] {
		if bareValue.MatchString(cell) && bareValue.MatchString(cells[i+1]) {
			return true
		}
	}
	return isNature(cells[len(cells)-1])
}

func isNature(cell string) bool { return cell == "约束性" || cell == "预期性" }

// captionOfIndicators reports whether a line is the title of a table of indicators: 附件:指标表.
func captionOfIndicators(b document.Block) bool {
	kind, _, _ := splitMark(b.Text)
	return b.Rows == nil && kind == markNone && strings.Contains(b.Text, "指标") && len([]rune(b.Text)) <= longestTitle && !clause.EndsSentence(b.Text)
}

// bareHeads are the headings of an annex that has none: the first value is of today, the next the target.
var bareHeads = [][]string{{"指标", "基期值", "目标值", "属性"}, {"指标", "基期值", "目标值", "年均增长", "属性"}, {"指标", "计量单位", "基期值", "目标值"}}

// mostBareCells is more cells than an annex without headings has: it bounds the work on a hostile text.
const mostBareCells = 1_000

// bareAnnex reads an annex of one cell a line without headings: every row is a name, its values and its nature, or a numbered
// name with its unit and its values.
func bareAnnex(blocks []document.Block, period plan.Period) ([]annexRow, int, []int) {
	nature := func(b document.Block) bool { return isNature(strings.TrimSpace(b.Text)) }
	kind, _, _ := splitMark(blocks[0].Text)
	natured := slices.ContainsFunc(blocks[1:min(len(blocks), 6)], nature)
	counted := isRowNumber(blocks[0].Text)
	if !counted && (kind == markNone || kind != markArabic && !natured) {
		return nil, 0, nil
	}
	first := 0
	if startsCategory(blocks) {
		first = 1
	}
	blocks = blocks[:min(len(blocks), mostBareCells)]
	for _, heads := range bareHeads {
		if counted {
			heads = slices.Insert(slices.Clone(heads), 0, "序号")
		}
		rows, used, dropped := linearRows(blocks, heads, first, period)
		whole := func(r annexRow) bool {
			return (r.nature != "" || !natured && r.unit != "" && r.base != "") && (r.target != "" || r.growth != "")
		}
		if len(rows) == 0 || len(dropped) > 0 || !natured && len(rows) < 3 || slices.ContainsFunc(rows, func(r annexRow) bool { return !whole(r) }) {
			continue
		}
		if _, _, category := splitMark(blocks[0].Text); first > 0 {
			for i := range rows {
				if rows[i].category != "" {
					break
				}
				rows[i].category = category
			}
		}
		return withNotes(blocks, rows, used, nil)
	}
	return nil, 0, nil
}

// withNotes takes the notes behind a table with it; they are left out.
func withNotes(blocks []document.Block, rows []annexRow, n int, dropped []int) ([]annexRow, int, []int) {
	for _, note := range blocks[n : n+notes(blocks[n:])] {
		dropped, n = append(dropped, note.Line), n+1
	}
	return rows, n, dropped
}
