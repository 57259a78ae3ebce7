package report

import (
	"cmp"
	"slices"

	"tianbao/consolidate"
	"tianbao/seeds/finding"
	marks "tianbao/seeds/text"
)

// review draws 审核意见: what was left out as 待核实 and why, what was asked, what was
// noted.
func (w *writer) review() *table {
	t := &table{name: sheetReview, title: "审核意见(" + marks.Year(w.sum.Frame.Year) + "度)", freeze: 2,
		note: "“待核实”的内容没有计入汇总;“存疑”的已计入,请核对;“提示”只作记录。"}
	t.columns = []column{
		{heading: "单位", width: 13},
		{heading: "程度", width: 6, look: centre},
		{heading: "处理", width: 8, look: centre},
		{heading: "表", width: 9, look: centre},
		{heading: "单元格", width: 7, look: centre},
		{heading: "编号", width: 8, look: centre},
		{heading: "栏目", width: 11, look: centre},
		{heading: "意见", width: 25},
		{heading: "填报内容", width: 16},
		{heading: "建议", width: 22},
		{heading: "应为", width: 30, aside: true},
		{heading: "来源文件", width: 28},
		{heading: "代码", width: 20, look: centre},
	}
	list := reviewOrder(w.sum)
	for i := range list {
		t.later(0, func() []cellValue { return w.reviewRow(&list[i]) })
	}
	return t
}

// reviewOrder puts errors before warnings before notes, each in the order found.
func reviewOrder(s *consolidate.Summary) []consolidate.Reviewed {
	list := slices.Clone(s.Review)
	slices.SortStableFunc(list, func(a, b consolidate.Reviewed) int { return cmp.Compare(b.Severity, a.Severity) })
	return list
}

func (w *writer) reviewRow(r *consolidate.Reviewed) []cellValue {
	done, shade := "已计入", plainTone
	switch {
	case r.Severity == finding.Error:
		done, shade = consolidate.WordBlocked, bad
	case r.Severity == finding.Warning:
		done, shade = "请核对", fair
	}
	file := ""
	if r.Source != nil {
		file = r.Source.Name
	}
	return []cellValue{
		text(cmp.Or(r.Unit, "(汇总)")), text(r.Severity.Word()), toned(done, shade), text(r.Place.Sheet), text(r.Place.Cell()), text(r.Ref), text(r.Column),
		text(r.Message), text(r.Given), text(r.Hint), text(r.Expected), text(file), text(string(r.Code)),
	}
}

// files draws 报送文件清单: what was read, by content.
func (w *writer) files() *table {
	t := &table{name: sheetFiles, title: "报送文件清单(" + marks.Year(w.sum.Frame.Year) + "度)", freeze: 2,
		note: "文件按内容登记:名称为统一名称,SHA-256 可核对原件;各表的列号说明每一栏取自原件的哪一列。"}
	t.columns = []column{
		{heading: "文件号", width: 8, look: figure},
		{heading: "单位", width: 24},
		{heading: "文件", width: 32},
		{heading: "结果", width: 13, look: centre},
		{heading: "版次", width: 7, look: figure},
		{heading: "修改时间", width: 22, look: centre},
		{heading: "计入格数", width: 10, look: figure},
		{heading: "SHA-256", width: 68, aside: true},
		{heading: "列对应", width: 40, hidden: true},
	}
	for i, f := range slices.Concat(w.sum.Sources, w.sum.Strangers) {
		t.later(0, func() []cellValue {
			cols := ""
			for _, s := range f.Sheets {
				cols += marks.If(cols != "", "\n") + s.Name + ": " + s.Columns()
			}
			return []cellValue{
				number(i + 1), text(f.Unit), text(f.Name), text(f.Outcome.Word()), number(f.Revision), text(f.Modified), number(f.Cells), text(f.SHA256), text(cols),
			}
		})
	}
	return t
}
