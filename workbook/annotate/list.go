package annotate

import (
	"fmt"
	"strings"

	"tianbao/seeds/finding"
	"tianbao/seeds/text"
	"tianbao/templates/layout"
	"tianbao/templates/xl"
	"tianbao/workbook"
)

var listColumns = []struct {
	heading string
	width   float64
	text    func(f *finding.Finding) string
}{
	{"级别", 7, func(f *finding.Finding) string { return f.Severity.Word() }},
	{"位置", 14, placeWords},
	{"编号", 9, func(f *finding.Finding) string { return f.Ref }},
	{"栏目", 14, func(f *finding.Finding) string { return f.Column }},
	{"问题", 30, func(f *finding.Finding) string { return text.Worded(f.Message) }},
	{"填的是", 19, func(f *finding.Finding) string { return text.Cut(f.Given, mostGiven) }},
	{"应填", 22, func(f *finding.Finding) string { return text.Worded(text.Cut(f.Expected, mostGiven)) }},
	{"怎么办", 30, func(f *finding.Finding) string { return text.Worded(f.Hint) }},
}

const (
	mostListed = 20000 // findings
	mostGiven  = 300   // characters of what was given
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

// addList puts the list of what was found in, what is worst first.
func (b *book) addList(r *workbook.Return, next layout.Identity, found finding.List) error {
	t := &xl.Table{Name: layout.FaultList, Use: xl.ToEdit,
		Title: fmt.Sprintf("%s:%s %d年度", layout.FaultList, r.Unit, next.Year),
		Note: fmt.Sprintf("%s %d 处,须改正;%s %d 处,请核对,无误的在该行“说明”或“备注”栏写明原因;%s %d 处,供了解。\n"+
			"点“位置”到该单元格;单元格上的颜色和批注不影响填写,不必删除。改好后直接把本文件报送,本表不必删除。本文件为第 %d 版。",
			finding.Error.Word(), found.Count(finding.Error), finding.Warning.Word(), found.Count(finding.Warning),
			finding.Note.Word(), found.Count(finding.Note), next.Revision)}
	for _, c := range listColumns {
		t.Columns = append(t.Columns, xl.TableColumn{Heading: c.heading, Width: c.width})
	}
	for i := range found[:min(len(found), mostListed)] {
		f := &found[i]
		var cells []xl.Entry
		for _, c := range listColumns {
			cells = append(cells, xl.Entry{Text: c.text(f)})
		}
		cells[0].Look, cells[1].Link = severityLooks[f.Severity], b.linkOf(f.Place)
		t.Rows = append(t.Rows, xl.TableRow{Cells: cells})
	}
	if more := len(found) - mostListed; more > 0 {
		t.Rows = append(t.Rows, xl.TableRow{Band: fmt.Sprintf("其余 %d 处未列出,改正以上后再次核对", more)})
	}
	return b.addFront("worksheets/tianbao_list", t, func(s *xl.Sheet) { s.Tab("C00000") })
}

// severityLooks are the colours of what is to be mended and of what is asked, as they are
// at the cells.
var severityLooks = map[finding.Severity]xl.Look{finding.Error: {Fill: "FFB3B3", Color: "9C0006", Bold: true}, finding.Warning: {Fill: "FFD27F"}}
