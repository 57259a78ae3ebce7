package report

import (
	"strconv"
	"strings"

	"tianbao/consolidate"
	"tianbao/consolidate/store"
	marks "tianbao/seeds/text"
	"tianbao/templates/layout"
	"tianbao/templates/xl"
)

// shortHash is how much of a hash tells files of one unit apart.
const shortHash = 8

// conflicts draws 数据不一致, with room for 核定值 and 核定依据.
func (w *writer) conflicts() *table {
	t := w.table(sheetConflicts, "数据不一致("+marks.Year(w.sum.Frame.Year)+"度)", 4,
		"在黄色格中填写“核定值”和“核定依据”后保存,再用 consolidate --rulings 指定本表重新汇总。核定只对当时的各方数据有效,数据变了须重新核定。修订和新版替代只作记录,不需要核定。", []column{
			centred("状态", 8),
			centred("类型", 9),
			centred("表", 8),
			centred("编号", 8),
			wrapped("内容", 16),
			centred("栏目", 9),
			centred("年份", 6),
			wrapped("各方数据", 20),
			wrapped(store.HeadOrigin, 20),
			centred(store.HeadValue, 9).hand(),
			centred(store.HeadBasis, 12).hand(),
			wrapped(store.HeadKey, 10).hidden(),
		})
	for _, c := range w.sum.Conflicts {
		t.later(0, func() []xl.Entry { return w.conflictRow(c) })
	}
	return t
}

func (w *writer) conflictRow(c *consolidate.Conflict) []xl.Entry {
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
	return []xl.Entry{
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
