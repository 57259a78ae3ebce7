package report

import (
	"strconv"
	"strings"

	"tianbao/consolidate"
	"tianbao/consolidate/store"
	marks "tianbao/seeds/text"
	"tianbao/templates/layout"
)

// shortHash is how much of a hash tells files of one unit apart.
const shortHash = 8

// conflicts draws 数据不一致, with room for 核定值 and 核定依据.
func (w *writer) conflicts() *table {
	t := &table{name: sheetConflicts, title: "数据不一致(" + marks.Year(w.sum.Frame.Year) + "度)", freeze: 4,
		note: "在黄色格中填写“核定值”和“核定依据”后保存,再用 consolidate --rulings 指定本表重新汇总。核定只对当时的各方数据有效,数据变了须重新核定。修订和新版替代只作记录,不需要核定。"}
	t.columns = []column{
		{heading: "状态", width: 8, look: centre},
		{heading: "类型", width: 9, look: centre},
		{heading: "表", width: 8, look: centre},
		{heading: "编号", width: 8, look: centre},
		{heading: "内容", width: 16},
		{heading: "栏目", width: 9, look: centre},
		{heading: "年份", width: 6, look: centre},
		{heading: "各方数据", width: 20},
		{heading: store.HeadOrigin, width: 20},
		{heading: store.HeadValue, width: 9, look: entry},
		{heading: store.HeadBasis, width: 12, look: entry},
		{heading: store.HeadKey, width: 10, hidden: true},
	}
	for _, c := range w.sum.Conflicts {
		t.later(0, func() []cellValue { return w.conflictRow(c) })
	}
	return t
}

func (w *writer) conflictRow(c *consolidate.Conflict) []cellValue {
	state, ruled, basis, key := toned("记录", mute), toned("—", mute), toned("—", mute), ""
	if c.Kind.Undecided() {
		state, ruled, basis, key = toned(store.Open, bad), text(""), text(""), c.RulingKey()
	}
	if c.Ruling != nil {
		state, ruled, basis = toned("已核定", good), value(c.Ruling.Value), text(c.Ruling.Basis)
	}
	values, from := make([]string, len(c.Options)), make([]string, len(c.Options))
	for i, o := range c.Options {
		values[i] = o.Unit + ":" + o.Shown()
		if from[i] = origin(o); c.Kind == consolidate.CopiesDiffer && o.Source != nil {
			from[i] += " SHA-256 " + o.Source.SHA256[:shortHash] // nothing else tells the copies apart
		}
	}
	return []cellValue{
		state, text(string(c.Kind)), text(layout.SheetOf(c.Sheet).Name), text(c.Ref), text(SubjectOf(w.sum.Plan, c.Sheet, c.Ref)), text(c.Heading(w.sum.Plan)), text(strconv.Itoa(c.Year)),
		text(strings.Join(values, "\n")), text(strings.Join(from, "\n")), ruled, basis, text(key),
	}
}

// origin prints where an option comes from.
func origin(o consolidate.Option) string {
	if o.Source == nil {
		return o.Unit
	}
	text := o.Source.Name + " 第" + strconv.Itoa(o.Source.Revision) + "版"
	if o.Source.Modified != "" {
		text += "(" + o.Source.Modified + ")"
	}
	if o.At.Sheet != "" {
		text += " " + o.At.Sheet + "!" + o.At.Cell()
	}
	return text
}
