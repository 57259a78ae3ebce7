package report

import (
	"strconv"
	"strings"

	"tianbao/consolidate"
	"tianbao/seeds/plan"
	marks "tianbao/seeds/text"
	"tianbao/templates/docx"
)

// What the coordinator keeps in the catalogue of a target or an indicator stands to the
// right of the page.
var knownColumns = []column{
	{heading: "数据来源单位", width: 16, look: centre},
	{heading: "分管市领导", width: 12, look: centre},
	{heading: "各年参考数", width: 36},
	{heading: "数据依据", width: 36},
	{heading: "认定结果及依据", width: 30},
}

func (w *writer) knownCells(k *plan.Known, units []string, reference, grounds string) []cellValue {
	return []cellValue{text(strings.Join(k.DataUnits, "、")), text(strings.Join(w.sum.Plan.LeadersOf(k, units), "、")), text(reference), text(grounds), text(k.Rulings())}
}

func (w *writer) indicatorKnown(l *consolidate.IndicatorLine) []cellValue {
	return w.knownCells(&l.Known, l.Units, l.Reference(w.sum.Plan.Period), l.Grounds(w.sum.Plan.Period))
}

func (w *writer) targetKnown(l *consolidate.TargetLine) []cellValue {
	return w.knownCells(&l.Known, l.Item.LeadUnits(), l.Reference(), l.Grounds(w.sum.Plan.Period))
}

// bases is the table of what is behind the figures of the report: of every
// indicator and target of which the catalogue holds more than its figures.
func (p prose) bases() *docx.Table {
	w := &writer{sum: p.sum}
	t := &table{columns: append([]column{{heading: "编号", look: centre}, {heading: "内容"}, {heading: "属性", look: centre}}, knownColumns...)}
	add := func(ref, contents, nature string, cells []cellValue) {
		for i, c := range cells {
			if i != 1 && c.text != "" || nature != "" { // a leader alone is the unit's
				t.rows = append(t.rows, row{cells: append([]cellValue{text(ref), text(contents), text(nature)}, cells...)})
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
	if len(t.rows) == 0 {
		return nil
	}
	headings := make([]string, len(t.columns))
	for i, c := range t.columns {
		headings[i] = c.heading
	}
	return grid(t, headings, []float64{13, 42, 17, 27, 20, 45, 36, 25})
}
