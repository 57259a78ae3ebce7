package annotate

import (
	"fmt"
	"strings"

	"tianbao/seeds/finding"
	"tianbao/seeds/text"
	"tianbao/templates/layout"
	"tianbao/workbook"
)

// list is the sheet 错误清单.
type list struct {
	title, note string
	found       finding.List
}

// newList words the head of the list. found stands with what is worst first.
func newList(r *workbook.Return, next layout.Identity, found finding.List) list {
	l := list{
		title: fmt.Sprintf("%s:%s %d年度", layout.FaultList, r.Unit, next.Year),
		found: found,
	}
	l.note = fmt.Sprintf("%s %d 处,须改正;%s %d 处,请核对,无误的在该行“说明”或“备注”栏写明原因;%s %d 处,供了解。\n"+
		"点“位置”到该单元格;单元格上的颜色和批注不影响填写,不必删除。改好后直接把本文件报送,本表不必删除。本文件为第 %d 版。",
		finding.Error.Word(), found.Count(finding.Error), finding.Warning.Word(), found.Count(finding.Warning),
		finding.Note.Word(), found.Count(finding.Note), next.Revision)
	return l
}

var listColumns = []struct {
	heading string
	width   float64
	text    func(f *finding.Finding) string
}{
	{"级别", 7, func(f *finding.Finding) string { return f.Severity.Word() }},
	{"位置", 16, placeWords},
	{"编号", 10, func(f *finding.Finding) string { return f.Ref }},
	{"栏目", 18, func(f *finding.Finding) string { return f.Column }},
	{"问题", 34, func(f *finding.Finding) string { return text.Worded(f.Message) }},
	{"填的是", 24, func(f *finding.Finding) string { return excerpt(f.Given, mostGiven) }},
	{"应填", 28, func(f *finding.Finding) string { return text.Worded(excerpt(f.Expected, mostGiven)) }},
	{"怎么办", 40, func(f *finding.Finding) string { return text.Worded(f.Hint) }},
}

const (
	listPlaceCol = 2
	mostListed   = 20000 // findings
	mostGiven    = 300   // characters of what was given
)

func placeWords(f *finding.Finding) string {
	p := f.Place
	switch {
	case p.Sheet == "":
		return "整份文件"
	case p.Cell() != "":
		return p.Sheet + "!" + p.Cell()
	case p.Row > 0:
		return p.Sheet + " 第" + itoa(p.Row) + "行"
	case p.Col > 0:
		return p.Sheet + " " + finding.ColumnName(p.Col) + "列"
	}
	return p.Sheet
}

// link is where a place leads, "" where there is nothing to lead to.
func (b *book) linkOf(p finding.Place) string {
	for _, s := range b.sheets {
		if s.name == p.Sheet {
			cell := finding.Place{Row: max(p.Row, 1), Col: max(p.Col, 1)}.Cell()
			return "'" + strings.ReplaceAll(s.name, "'", "''") + "'!" + cell
		}
	}
	return ""
}

// addList puts the list in, in place of that of an earlier copy.
func (b *book) addList(l list) error {
	t := page{title: l.title, note: l.note, tab: "FFC00000", size: 11}
	for _, c := range listColumns {
		t.columns = append(t.columns, pageColumn{heading: c.heading, width: c.width})
	}
	for i := range l.found[:min(len(l.found), mostListed)] {
		f := &l.found[i]
		row := pageRow{link: b.linkOf(f.Place)}
		for _, c := range listColumns {
			row.texts = append(row.texts, c.text(f))
		}
		t.rows = append(t.rows, row)
	}
	if more := len(l.found) - mostListed; more > 0 {
		t.rows = append(t.rows, pageRow{texts: []string{"", fmt.Sprintf("其余 %d 处未列出,改正以上后再次核对", more)}, look: listPlain})
	}
	t.linked = listPlaceCol
	for i, word := range []string{finding.Error.Word(), finding.Warning.Word()} {
		t.marked[i] = fmt.Sprintf(`$A%d="%s"`, pageHead+1, word)
	}
	return b.addFront(layout.FaultList, "worksheets/tianbao_list", t)
}
