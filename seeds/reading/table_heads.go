package reading

import (
	"slices"
	"strings"

	"tianbao/seeds/document"
	"tianbao/seeds/text"
)

// knownHeads counts the headings that say by themselves what their columns hold.
func (p *parser) knownHeads(heads []string) int {
	n := 0
	for _, head := range heads {
		if p.taskColumnOf(head) != taskNone {
			n++
		}
	}
	return n
}

// withoutBlankColumns drops the columns that hold nothing: in a sheet tables may begin at the second.
func withoutBlankColumns(rows [][]string) [][]string {
	var full []int
	for c := range rows[0] {
		if slices.ContainsFunc(rows, func(row []string) bool { return c < len(row) && row[c] != "" }) {
			full = append(full, c)
		}
	}
	if len(full) == len(rows[0]) {
		return rows
	}
	kept := make([][]string, len(rows))
	for r, row := range rows {
		for _, c := range full {
			if c < len(row) {
				kept[r] = append(kept[r], row[c])
			}
		}
	}
	return kept
}

// asAbove fills the cells that say 同上 from the ones above.
func asAbove(rows [][]string) [][]string {
	filled := slices.Clone(rows)
	for r := 1; r < len(filled); r++ {
		for c, cell := range filled[r] {
			if same := oneLine(cell); (same == "同上" || same == "同前" || same == "〃") && c < len(filled[r-1]) {
				filled[r] = slices.Clone(filled[r])
				filled[r][c] = filled[r-1][c]
			}
		}
	}
	return filled
}

// headsGoOn reports whether it is a row of headings that the next one goes on with, some of its cells
// merged over both: 责任分工 above 牵头单位 and 配合单位.
func (p *parser) headsGoOn(rows [][]string, h int) bool {
	if h+1 >= len(rows) || len(rows[h]) != len(rows[h+1]) || spanning(rows[h+1]) != "" {
		return false
	}
	merged, parted, known := 0, 0, 0
	for c, head := range rows[h] {
		switch below := rows[h+1][c]; {
		case head == "":
		case head == below || below == "":
			if merged++; head == below && p.taskColumnOf(head) != taskNone {
				known++ // a heading over both rows: no row of tasks says it again
			}
		case c > 0 && rows[h][c-1] == head || c+1 < len(rows[h]) && rows[h][c+1] == head:
			if parted++; p.taskColumnOf(below) != taskNone {
				known++
			}
		default:
			return false
		}
	}
	return merged > 0 && known > 0 && parted > 1
}

// joinedHeads puts the headings of two rows together: a part that says by itself what it holds, 牵头, or whose it is, 城关镇,
// stands alone, and so does one below a number of all of them, 任务量约1625亩; another is behind what it is a part of, 工作目标全年.
func (p *parser) joinedHeads(above, below []string) []string {
	heads := slices.Clone(below)
	for c, head := range above {
		number := strings.ContainsAny(text.HalfWidth(yearIn.ReplaceAllString(text.HalfWidth(head), "")), "0123456789")
		if head != below[c] && (below[c] == "" || !number && p.taskColumnOf(below[c]) == taskNone && !p.reader.Names(below[c])) {
			heads[c] = head + below[c]
		}
	}
	return heads
}

// measureAbove returns what the numbers of a table are counted in by a line or a row above its headings: 单位:亩.
func measureAbove(above []document.Block, rows [][]string) string {
	var lines []string
	for _, b := range above[max(0, len(above)-2):] {
		lines = append(lines, b.Text)
	}
	for _, row := range rows {
		lines = append(lines, rowText(row))
	}
	for _, line := range lines {
		_, measure, _ := strings.Cut(strings.ReplaceAll(text.HalfWidth(line), "填报单位", ""), "单位:")
		if measure = strings.Trim(measure, " )。"); measure != "" && len([]rune(measure)) <= longestMeasure {
			return measure
		}
	}
	return ""
}

// longestMeasure is more characters than a unit of measure has.
const longestMeasure = 5
