package report

import (
	"cmp"
	"strings"

	marks "tianbao/seeds/text"
)

// lagging draws 滞后事项: everything that lags, under the leader in whose charge it is.
func (w *writer) lagging() *table {
	charges := w.sum.Charges()
	t := &table{name: sheetLagging, title: marks.Year(w.sum.Frame.Year) + "度滞后事项", refCol: 2, freeze: 3, leaders: true,
		note: "按分管市领导排列。重点任务的进展状态据牵头单位自评;原因和下一步措施为责任单位所报。"}
	t.columns = []column{
		{heading: "类别", width: 8, look: centre},
		{heading: "编号", width: 7.5, look: centre},
		{heading: "事项", width: 24},
		{heading: "判定或进展状态", width: 11, look: centre},
		{heading: "差距", width: 9, look: centre},
		{heading: "牵头单位", width: 10.5, look: centre},
		{heading: "原因", width: 22},
		{heading: "下一步措施", width: 20},
		{heading: "分管市领导", width: 14, look: centre, aside: true},
	}
	for _, charge := range charges {
		leader := cmp.Or(charge.Leader, "(任务清单未列分管市领导)")
		t.rows = append(t.rows, row{band: true, cells: []cellValue{printed(leader + ":" + byKind(charge.Concerns))}})
		for _, c := range charge.Concerns {
			t.rows = append(t.rows, row{ref: c.Ref, level: 1, cells: []cellValue{
				text(kindOf(c.Sheet)), text(c.Ref), printed(c.Title), printed(c.Verdict), printed(cmp.Or(c.Gap, "—")), text(strings.Join(c.Units, "\n")),
				printed(c.Reason), printed(c.Next), text(c.Leader()),
			}})
		}
	}
	if len(charges) == 0 {
		t.rows = append(t.rows, row{band: true, cells: []cellValue{text(w.sum.NothingLags())}})
	}
	return t
}

// printed is a text with its marks as a document prints them.
func printed(words string) cellValue { return text(marks.Printed(words)) }
