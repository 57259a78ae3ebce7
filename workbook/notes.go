package workbook

import (
	"cmp"
	"strings"

	"tianbao/seeds/finding"
	"tianbao/seeds/text"
	"tianbao/templates/layout"
	"tianbao/workbook/ooxml"
	"tianbao/workbook/sheet"
)

var noteCodes = map[ooxml.NoteKind]finding.Code{
	ooxml.Comment: finding.CommentTold, ooxml.TextBox: finding.BoxTold, ooxml.Picture: finding.PictureTold, ooxml.Drawn: finding.PictureTold,
}

// notes tells what is on the sheets outside their cells: comments, text boxes,
// pictures. A picture on the cover is the seal.
func (d *decoder) notes(grids map[layout.SheetKey]*ooxml.Grid) {
	told := 0
	for _, fs := range d.ret.Form.Sheets {
		g := grids[fs.Key]
		if g == nil {
			continue
		}
		for _, n := range g.Notes {
			words := answerIn(n.Text)
			wordless := n.Kind == ooxml.Picture || n.Kind == ooxml.Drawn
			if wordless && fs.Form || !wordless && words == "" {
				continue
			}
			if told++; told > spokenMost {
				return
			}
			f := finding.New(noteCodes[n.Kind], finding.At(finding.Place{Sheet: g.Name, Row: n.Row, Col: n.Col}), finding.Given(words))
			if n.Kind == ooxml.Drawn {
				f.Message, f.Hint = "表上画有线条、色块或图表", "请核对是否遮住或划去了单元格;不作数的内容请直接删去"
			}
			d.found = append(d.found, f)
			told += d.beneath(fs, n, words, spokenMost-told)
		}
	}
}

// beneath asks about the filled cells that a shape lies on besides the one at which it
// is told, at most most of them, and returns how many there are.
func (d *decoder) beneath(fs *layout.FormSheet, n ooxml.Note, words string, most int) (told int) {
	s := d.ret.Sheet(fs.Key)
	if s == nil || n.Over.Row1 == n.Over.Row2 && n.Over.Col1 == n.Over.Col2 {
		return 0
	}
	for i := range s.Rows {
		r := &s.Rows[i]
		for j := range r.Values {
			v := &r.Values[j]
			at := v.Place
			if v.State == Blank || r.Issued.Modes[j] != layout.Open || !n.Over.Has(at.Row, at.Col) || at.Row == n.Row && at.Col == n.Col || told >= most {
				continue
			}
			told++
			d.found.Add(noteCodes[n.Kind], finding.At(at), finding.Row(r.Ref()), finding.Column(s.Headings[j]), finding.Given(cmp.Or(words, v.Given)),
				finding.Message("这一格被图片、图形或文本框压住,已照常读取"), finding.Hint("请核对这一格是否作数;作数的请把图片、图形或文本框移开,不作数的请直接清空"))
		}
	}
	return told
}

// answerIn is what a note says: of a comment of ours, what was written behind it.
func answerIn(note string) string {
	if strings.Contains(note, layout.CommentWord) {
		_, note, _ = strings.Cut(note, layout.CommentEnd)
	}
	return text.Trim(text.Printable(note))
}

// seal is in the last line of the cover.
const seal = "单位盖章"

// coverOutside notes what was written on the cover right of its columns and below
// the line for the seal.
func (d *decoder) coverOutside(g *ooxml.Grid, labels []sheet.Label, cols []int) {
	last, end, spoken := lastCoverCol(g, labels), sealRow(g), 0
	d.unlabelled(g, labels, cols)
	for i := range g.Rows {
		r := &g.Rows[i]
		for j := range r.Cells {
			c := &r.Cells[j]
			if text.Trim(c.Text) == "" || (last == 0 || c.Col <= last) && (end == 0 || r.R <= end) {
				continue
			}
			place := finding.Place{Sheet: g.Name, Row: r.R, Col: c.Col}
			if spoken++; spoken > spokenMost {
				d.found.Add(finding.OutsideCell, finding.At(finding.Place{Sheet: g.Name}), finding.Message("表格以外的内容太多,其余不再逐处列出"))
				return
			}
			d.found.Add(finding.OutsideCell, finding.At(place), finding.Given(c.Text))
		}
	}
}

// unlabelled names what is in the column of the values without a label beside it,
// as where a label was moved and its value was not. cols are the columns of the values,
// by label.
func (d *decoder) unlabelled(g *ooxml.Grid, labels []sheet.Label, cols []int) {
	col, top, bottom := 0, 0, 0
	taken, counts := map[int]bool{}, map[int]int{}
	for i, at := range labels {
		if at.Row == 0 {
			taken[placeOfLabel(labels, i, g.Name).Row] = true // told with the label that is gone
			continue
		}
		if taken[at.Row] = cols[i] > 0; top == 0 || at.Row < top {
			top = at.Row
		}
		bottom = max(bottom, at.Row)
		if counts[cols[i]]++; counts[cols[i]] > counts[col] {
			col = cols[i]
		}
	}
	for i := range g.Rows {
		r := &g.Rows[i]
		c := sheet.At(r.Cells, col)
		if c == nil || r.R < top || r.R > bottom || text.Blank(c.Text) || taken[r.R] && !moved(labels, cols, r.R, col) {
			continue
		}
		f := finding.New(finding.OutsideCell, finding.At(finding.Place{Sheet: g.Name, Row: r.R, Col: col}), finding.Given(c.Text),
			finding.Message("旁边没有项目名称,所填内容未计入"), finding.Hint("请把项目名称移回这一格左边"))
		f.Severity = finding.Warning
		d.found = append(d.found, f)
	}
}

// moved reports whether it is a row whose label has its value in another column than the others.
func moved(labels []sheet.Label, cols []int, row, col int) bool {
	for i, at := range labels {
		if at.Row == row && cols[i] > 0 && cols[i] != col && at.Col > col {
			return true
		}
	}
	return false
}

// lastCoverCol is the last column in which something is beside most of the
// labels, merged cells whole, 0 where no labels are left: how to fill in, as issued.
func lastCoverCol(g *ooxml.Grid, labels []sheet.Label) int {
	counts := map[int]int{}
	last := 0
	for _, at := range labels {
		if at.Row == 0 {
			continue
		}
		for _, c := range g.Rows[at.Index].Cells {
			if text.Trim(c.Text) == "" {
				continue
			}
			if counts[c.Col]++; counts[c.Col]*2 > len(labels) {
				last = max(last, c.Col)
			}
		}
	}
	for _, at := range labels {
		last = max(last, lastOfMerge(g, at.Row, last))
	}
	return last
}

// sealRow is the row of the line for the seal, 0 where it is gone.
func sealRow(g *ooxml.Grid) int {
	for i := len(g.Rows) - 1; i >= 0; i-- {
		for j := range g.Rows[i].Cells {
			if strings.Contains(g.Rows[i].Cells[j].Text, seal) {
				return g.Rows[i].R
			}
		}
	}
	return 0
}
