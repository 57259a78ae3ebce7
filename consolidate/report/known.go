package report

import (
	"strconv"
	"strings"

	"tianbao/consolidate"
	"tianbao/seeds/plan"
	marks "tianbao/seeds/text"
	"tianbao/templates/docx"
	"tianbao/templates/xl"
)

// What the coordinator keeps in the catalogue of a target or an indicator stands to the
// right of the page.
var knownColumns = []column{
	centred("数据来源单位", 16),
	centred("分管市领导", 12),
	wrapped("各年参考数", 36),
	wrapped("数据依据", 36),
	wrapped("认定结果及依据", 30),
}

func (w *writer) knownCells(k *plan.Known, units []string, reference, grounds string) []xl.Entry {
	return []xl.Entry{text(strings.Join(k.DataUnits, "、")), text(strings.Join(w.sum.Names.LeadersOf(k, units), "、")), text(reference), text(grounds), text(k.Rulings())}
}

func (w *writer) indicatorKnown(l *consolidate.IndicatorLine) []xl.Entry {
	return w.knownCells(&l.Known, l.Units, l.Reference(w.sum.Plan.Period), l.Grounds(w.sum.Plan.Period))
}

func (w *writer) targetKnown(l *consolidate.TargetLine) []xl.Entry {
	return w.knownCells(&l.Known, l.Item.LeadUnits(), l.Reference(), l.Grounds(w.sum.Plan.Period))
}

// bases is the table of what is behind the figures of the report: of every
// indicator and target of which the catalogue holds more than its figures.
func (p prose) bases() *docx.Table {
	w := &writer{sum: p.sum}
	t := w.table("", "", 0, "", append([]column{centred("编号", 0), wrapped("内容", 0), centred("属性", 0)}, knownColumns...))
	add := func(ref, contents, nature string, cells []xl.Entry) {
		for i, c := range cells {
			if i != 1 && c.Text != "" || nature != "" { // a leader alone is the unit's
				t.Rows = append(t.Rows, xl.TableRow{Cells: append([]xl.Entry{text(ref), text(contents), text(nature)}, cells...)})
				return
			}
		}
	}
	for _, l := range p.sum.Indicators {
		add(strconv.Itoa(l.No), l.Label(), l.Nature, w.indicatorKnown(l))
	}
	for _, l := range p.sum.Targets {
		add(l.ID, l.Statement(), l.Nature+marks.If(l.Nature != "" && l.Counting != "", "、")+string(l.Counting), w.targetKnown(l))
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return grid(t, []float64{13, 42, 17, 27, 20, 45, 36, 25})
}
