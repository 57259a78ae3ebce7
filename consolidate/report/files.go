package report

import (
	"cmp"
	"slices"

	"tianbao/consolidate"
	"tianbao/seeds/finding"
	marks "tianbao/seeds/text"
	"tianbao/templates/xl"
)

// review draws 审核意见: what was left out as 待核实 and why, what was asked, what was
// noted.
func (w *writer) review() *table {
	t := w.table(sheetReview, "审核意见("+marks.Year(w.sum.Frame.Year)+"度)", 2,
		"“待核实”的内容没有计入汇总;“存疑”的已计入,请核对;“提示”只作记录。", []column{
			wrapped("单位", 13),
			centred("程度", 6),
			centred("处理", 8),
			centred("表", 9),
			centred("单元格", 7),
			centred("编号", 8),
			centred("栏目", 11),
			wrapped("意见", 25),
			wrapped("填报内容", 16),
			wrapped("建议", 22),
			wrapped("应为", 30).aside(),
			wrapped("来源文件", 28),
			centred("代码", 20),
		})
	list := slices.Clone(w.sum.Review) // errors before warnings before notes, each in the order found
	slices.SortStableFunc(list, func(a, b consolidate.Reviewed) int { return cmp.Compare(b.Severity, a.Severity) })
	for i := range list {
		t.later(0, func() []xl.Entry { return w.reviewRow(&list[i]) })
	}
	return t
}

func (w *writer) reviewRow(r *consolidate.Reviewed) []xl.Entry {
	done, shade := "已计入", (xl.Look{})
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
	return []xl.Entry{
		text(cmp.Or(r.Unit, "(汇总)")), text(r.Severity.Word()), toned(done, shade), text(r.Place.Sheet), text(r.Place.Cell()), text(r.Ref), text(r.Column),
		text(marks.Worded(r.Message)), text(r.Given), text(marks.Worded(r.Hint)), text(marks.Worded(r.Expected)), text(file), text(string(r.Code)),
	}
}

// files draws 报送文件清单: what was read, by content.
func (w *writer) files() *table {
	t := w.table(sheetFiles, "报送文件清单("+marks.Year(w.sum.Frame.Year)+"度)", 2,
		"文件按内容登记:名称为统一名称,SHA-256 可核对原件;各表的列号说明每一栏取自原件的哪一列。", []column{
			centred("文件号", 8),
			wrapped("单位", 24),
			wrapped("文件", 32),
			centred("结果", 13),
			centred("版次", 7),
			centred("修改时间", 22),
			centred("计入格数", 10),
			wrapped("SHA-256", 68).aside(),
			wrapped("列对应", 40).hidden(),
		})
	for i, f := range slices.Concat(w.sum.Sources, w.sum.Strangers) {
		t.later(0, func() []xl.Entry {
			cols := ""
			for _, s := range f.Sheets {
				cols += marks.If(cols != "", "\n") + s.Name + ": " + s.Columns()
			}
			return []xl.Entry{
				xl.Count(i + 1), text(f.Unit), text(f.Name), text(f.Outcome.Word()), xl.Count(f.Revision), text(f.Modified), xl.Count(f.Cells), text(f.SHA256), text(cols),
			}
		})
	}
	return t
}
