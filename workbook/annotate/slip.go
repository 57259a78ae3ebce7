package annotate

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"time"

	"tianbao/seeds/finding"
	"tianbao/seeds/text"
	"tianbao/templates"
	"tianbao/templates/docx"
	"tianbao/templates/layout"
	"tianbao/templates/xl"
	"tianbao/workbook"
)

// The measures of a slip: of its columns in millimetres, of its letters in points, and
// how high its table may be for the slip to be one page.
var slipWidths = []float64{10, 34, 27, 43, 42}

const (
	slipSize  = 10.5
	slipLine  = slipSize * 1.3
	slipTable = 385.0
)

// Slip is a page to print or to paste from: what a unit has to mend in the workbook that
// it is sent back, errors first. What does not fit on the page is counted.
func Slip(r *workbook.Return, file string, due time.Time, found finding.List) ([]byte, error) {
	id, p := r.Identity, r.Form.Plan
	list := slices.Clone(found)
	list = slices.DeleteFunc(list, func(f finding.Finding) bool { return f.Severity == finding.Note })
	slices.SortStableFunc(list, func(x, y finding.Finding) int { return cmp.Compare(y.Severity, x.Severity) })
	d := docx.New(docx.Props{Title: r.Form.Unit.Name + "填报表退回修改单", Creator: p.Office, Created: due})
	d.Title("填报表退回修改单")
	d.Flush(docx.Text(r.Form.Unit.Name + "\uFF1A"))
	asked := fmt.Sprintf("需修改%d处", list.Count(finding.Error))
	if n := list.Count(finding.Warning); n > 0 {
		asked += fmt.Sprintf("\uFF0C需核对%d处", n)
	}
	d.Para(docx.Text(fmt.Sprintf("你单位报送的%s%d年度填报表已审核\uFF0C%s。请在退回的“%s”上修改\uFF0C红色标注处为需改之处\uFF0C于", templates.PlanName(p), id.Year, asked, file)),
		docx.Gap("【日期】"), docx.Text("前重新报送。"))
	rows, rest := slipRows(list)
	d.Table(docx.Table{Widths: slipWidths, Size: slipSize, Rows: rows,
		Head: [][]docx.Cell{{{Text: "序号"}, {Text: "位置"}, {Text: "编号和栏目"}, {Text: "问题"}, {Text: "怎样修改"}}}})
	if rest > 0 {
		d.Small(docx.Text(fmt.Sprintf("其余%d处见退回件的“%s”。", rest, layout.FaultList)))
	}
	d.Small(docx.Text("联系人\uFF1A"), docx.Gap("【姓名】"), docx.Text("\uFF0C电话\uFF1A"), docx.Gap("【电话】"), docx.Text("。"))
	return d.Bytes()
}

// slipRows are as many rows as the page holds, and how many findings are left.
func slipRows(list finding.List) (rows [][]docx.Cell, rest int) {
	used := 0.0
	for i, f := range list.Fold() {
		words := []string{strconv.Itoa(i + 1), f.Where(), f.Subject(), text.If(f.Severity == finding.Warning, "请核对\uFF1A") + f.Message, f.Hint}
		lines, cells := 1, []docx.Cell(nil)
		for c, word := range words {
			if runes := []rune(finding.OneLine(word)); len(runes) > mostWords {
				word = string(runes[:mostWords]) + "……"
			} else {
				word = string(runes)
			}
			lines = max(lines, xl.Lines(word, slipWidths[c]*72/25.4/xl.CharPoints, slipSize))
			if c > 2 { // not places and 编号, which are found by what they read
				word = text.Printed(word)
			}
			cells = append(cells, docx.Cell{Text: word})
		}
		cells[0].Align = docx.Centre
		if used += float64(lines)*slipLine + 3; used > slipTable || rest > 0 {
			rest += len(f.Places)
			continue
		}
		rows = append(rows, cells)
	}
	return rows, rest
}

// mostWords is how many characters of a text are in a cell of a slip.
const mostWords = 60
