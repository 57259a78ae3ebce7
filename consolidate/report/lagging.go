package report

import (
	"cmp"
	"strings"

	marks "tianbao/seeds/text"
	"tianbao/templates/xl"
)

// lagging draws 滞后事项: everything that lags, under the leader in whose charge it is.
func (w *writer) lagging() *table {
	charges := w.sum.Charges()
	t := w.table(sheetLagging, marks.Year(w.sum.Frame.Year)+"度滞后事项", 3,
		"按分管市领导排列。重点任务的进展状态据牵头单位自评;原因和下一步措施为责任单位所报。", []column{
			centred("类别", 8),
			centred("编号", 7.5),
			wrapped("事项", 24),
			centred("判定或进展状态", 11),
			centred("差距", 9),
			centred("牵头单位", 10.5),
			wrapped("原因", 22),
			wrapped("下一步措施", 20),
			centred("分管市领导", 14).aside(),
		})
	t.Plain = true
	for _, charge := range charges {
		leader := cmp.Or(charge.Leader, "(任务清单未列分管市领导)")
		t.band(marks.Printed(leader + ":" + byKind(charge.Concerns)))
		for _, c := range charge.Concerns {
			t.Rows = append(t.Rows, xl.TableRow{Level: 1, Placed: func(sheet string, row int) { w.places[c.Ref] = place{sheet, row} }, Late: func() []xl.Entry {
				return []xl.Entry{
					text(kindOf(c.Sheet)), text(c.Ref), printed(c.Title), printed(c.Verdict), printed(cmp.Or(c.Gap, "—")), text(strings.Join(c.Units, "\n")),
					printed(c.Reason()), printed(c.Next()), text(c.Leader()),
				}
			}})
		}
	}
	if len(charges) == 0 {
		t.band(w.sum.NothingLags())
	}
	return t
}

// printed is a text with its marks as a document prints them.
func printed(words string) xl.Entry { return text(marks.Printed(words)) }
