package target

import (
	"strings"
	"unicode/utf8"

	"tianbao/seeds/plan"
	"tianbao/seeds/words"
)

// view is a member with the words around its figure.
type view struct {
	reader *targetReader
	clause clause
	member
	left   string // mask before the figure, words of time and fillers left out
	right  string // mask after it, fillers left out
	due    dueMark
	number int // where the number stands that the words before speak of: the first of A、B分别达1、2
}

// words is the vocabulary that the view is read with.
func (v view) words() *vocabulary { return v.reader.script.words }

// of returns the words of a class.
func (v view) of(class words.Class) *words.Set { return v.words().Of(class) }

func (r *targetReader) view(c clause, p member) view {
	mask := r.script.view(p.from)
	v := view{reader: r, clause: c, member: p, number: p.head.from}
	end := max(p.head.to, p.to)
	v.right = bare(mask[min(r.pastSize(p.head.to), end):end])
	v.due = r.dueFor(c, p.head.from, r.past.deed != deedNone || p.head.before != opNone)
	from := p.from
	for _, d := range r.duesWithin(from, p.head.opFrom) {
		v.left += mask[from:max(from, d.from)]
		from = max(from, d.to)
	}
	v.left = bare(v.left + mask[min(from, p.head.opFrom):p.head.opFrom])
	if r.past.basis != "" {
		v.left = v.of("part").TrimHead(v.left)
	}
	if v.of("target.behind").Head(v.right) > 0 || v.of("target.mark").Has(strings.TrimPrefix(v.right, "的")) {
		v.right = ""
	}
	if v.left == "" && v.right == "" && v.titled() {
		v.left = r.title
	}
	return v
}

// pastSize passes over what the things that are counted are like: 6万名|65岁以上|老年人.
func (r *targetReader) pastSize(at int) int {
	if k := figuresFrom(r.figures, at); k < len(r.figures) && r.figures[k].from == at && (r.figures[k].class == classQuality || r.figures[k].after == opAtLeast) {
		return r.figures[k].to
	}
	return at
}

// inTime reports whether it is within how many hours or days something comes to its end: 8小时内受灾人员得到救助.
func (v view) inTime() bool {
	f := v.head
	short := f.unit == "小时" || f.unit == "个小时" || f.unit == "分钟" || f.unit == "天" || f.unit == "日" || strings.HasSuffix(f.unit, "工作日")
	return short && f.before == opNone && len(v.clause.pieces) == 1 && (f.after == opAtMost || strings.HasPrefix(v.right, "内")) && v.of("target.within").Tail(v.right)
}

// scoped reports whether the number only says what is spoken of: 围绕3个方面. 建成投用 only ends as such a word does.
func (v view) scoped() bool {
	scope := v.words().scope.Back(v.left)
	return scope > 0 && scope >= v.words().adds.Back(v.left)
}

// titled reports whether it is the first number of a line below the item's title.
func (v view) titled() bool {
	from := v.clause.from
	return v.reader.title != "" && v.from == from && from > 0 && v.reader.script.folded[from-1] == '\n'
}

// promised decides whether the figure is one the item promises, and why that is
// doubtful where it is.
func (v view) promised() (bool, string) {
	f := v.head
	switch {
	case v.due.past || v.hasBeen() || v.denominator() || v.isGround():
		return false, ""
	case f.unit == "" && f.class == classCount: // “零”的突破
		return true, ""
	case v.frequency(), f.min.IsZero() && f.max.IsZero() && !f.toReach() && (f.class == classCount || f.class == classAmount): // 任务量0亩
		return false, ""
	case f.rank:
		return v.right == "", "名次目标,数越小越好"
	case startsMove(v.left), v.ofPolicy():
		return false, ""
	case f.numeral:
		return v.counted()
	}
	if v.words().ruleAt(v.right) > 0 {
		if strings.HasPrefix(v.left, "按") || v.of("policy.pays").In(v.right) {
			return false, ""
		}
		return f.before != opNone, "写作执行标准,请确认是否作为目标"
	}
	switch f.class {
	case classCount:
		return v.things()
	case classAmount:
		return v.amount()
	case classShare:
		return v.left != "" || f.toReach() || v.right != "" || v.chained(), ""
	}
	daily := f.after == opAtLeast && v.words().daily.In(v.clauseBefore())
	end := v.right == "" || (f.before == opAtMost || f.after == opAtMost) && done(v.right) // 压缩至3个工作日内办结
	kept := end && (f.before != opNone || v.left != "" && f.after == opAtMost && done(v.right) || daily || v.of("target.rate").Tail(v.left) || v.of("change").Tail(v.left))
	if !kept && v.inTime() {
		return true, "办理时限,请确认是否作为目标"
	}
	return kept, ""
}

// ofLength reports whether it is how long what is made is, in metres: 新建护岸800米. What is 6 metres wide, or within
// 500 metres, is only described.
func (v view) ofLength() bool {
	f := v.head
	return v.of("target.length").Has(f.unit) && f.class == classQuality && f.before == opNone && f.after != opAtMost && v.words().deedOf(v.left) != deedNone &&
		(v.right == "" || v.of("target.long").Tail(v.right)) && !v.of("target.rate").Tail(v.left) && !v.of("target.across").Tail(v.left)
}

const digits = "0123456789"

// frequency reports whether it only says how often something is done: 每季度通报1次.
func (v view) frequency() bool {
	f := v.head
	if before := v.clauseBefore(); f.unit == "次" && (strings.Contains(before, "频率") || strings.Contains(before, "频次")) {
		return true
	}
	return f.unit == "次" && f.before == opNone && f.after == opNone && v.due.annual && v.due.from >= v.clause.from &&
		(v.due.often || f.min.IntPart() == 1)
}

// done reports whether it is a word for what is brought to its end within a time.
func done(right string) bool {
	return right == "办结" || right == "完成" || right == "办理完毕"
}

// things decides on a number of things.
func (v view) things() (bool, string) {
	f := v.head
	switch {
	case v.of("unit.turn").Has(f.unit) && v.right != "" && f.before == opNone:
		return false, ""
	case v.ordinal():
		return false, ""
	case v.right == "":
		return (v.left != "" || f.toReach() || v.chained()) && !v.of("target.only").Tail(v.left), ""
	case strings.HasSuffix(v.left, "的") && strings.Contains(v.left, "落实"), // 落实支持发展的10条措施
		f.after == opAtMost && f.before == opNone && !done(v.right): // 500万条以下的企业
		return false, ""
	case v.triedIn(), v.atLeast():
		return true, ""
	case v.of("unit.size").Tail(f.unit) && (strings.HasPrefix(v.right, "的") || f.after != opNone && v.words().done.Head(v.right) == 0):
		return false, "" // 20户以上自然村, not 5个以上示范区
	case v.words().abstract(v.right):
		return false, ""
	case v.carried(), v.served():
		return true, ""
	case v.turned(), v.honoured():
		return true, ""
	case v.ofProjects():
		return true, ""
	case v.scoped():
		return false, ""
	case strings.HasSuffix(v.left, "等"):
		return v.listed()
	case v.of("deed.drives").Tail(v.left):
		return !strings.HasSuffix(v.right, "化建设"), "“推进”未说明要完成的个数"
	case v.left != "" && v.words().endsInVerb(v.left), f.before != opNone, v.reader.past.deed != deedNone:
		return true, ""
	case v.left == "" && v.goesOn():
		return true, ""
	}
	return v.words().done.In(v.right), ""
}

// ofProjects reports whether it is how many projects a labelled enumeration names: 实施项目:甲路、乙路2条道路建设.
func (v view) ofProjects() bool {
	label, s := v.reader.past.topic, v.reader.script
	labelled := v.clause.from > 0 && s.folded[v.clause.from-1] == ':' && (strings.HasSuffix(label, "项目") || strings.HasSuffix(label, "任务"))
	return labelled && v.left != "" && (strings.HasSuffix(v.right, "项目") || v.of("target.treated").Tail(strings.TrimSuffix(v.right, "项目")))
}

// ordinal reports whether it is the name of one of several buildings: 学生公寓6栋、7栋.
func (v view) ordinal() bool {
	f, all := v.head, v.reader.figures
	for k := max(0, figuresFrom(all, f.from)-1); k < len(all) && all[k].from <= f.to+len("、"); k++ {
		a, b := all[k], f
		if a.from > f.from {
			a, b = f, all[k]
		}
		if (f.unit == "栋" || f.unit == "幢") && a.unit == b.unit && v.reader.script.folded[a.to:max(a.to, b.from)] == "、" && b.min.Sub(a.min).IntPart() == 1 {
			return true
		}
	}
	return false
}

// listed decides on the number of things that an enumeration before it names: 实现A、B等58项事项异地办理.
func (v view) listed() (bool, string) {
	switch {
	case v.of("deed.builds").In(v.left), strings.Contains(v.left, "实现"), v.of("deed.lists").Head(v.left) > 0, strings.HasPrefix(v.left, "对") && v.of("target.treated").Tail(v.right):
		return true, ""
	case v.of("deed.drives").In(v.left) && v.of("target.treated").In(v.right):
		return true, "“推进”未说明要完成的个数"
	}
	return false, ""
}

// sizeOf returns the word for the size of a single thing that is made, whose size the figure is: 设立|规模|50亿元的基金;
// "" where it is none.
func (v view) sizeOf() string {
	left := strings.TrimRight(v.left, "为达约")
	if v.head.after != opNone || v.right == "" || !v.words().makes.In(left) {
		return ""
	}
	for n := range v.words().longestSize {
		at := len(left)
		for range v.words().longestSize - n {
			_, size := utf8.DecodeLastRuneInString(left[:at])
			at -= size
		}
		if v.words().size.Has(left[at:]) {
			return left[at:]
		}
	}
	return ""
}

// capacity reports whether it is what a works can do: 形成年产2GWh生产能力, 新增日处理200吨设备.
func (v view) capacity() bool {
	return v.left != "" && (strings.HasSuffix(v.right, "能力") || strings.HasSuffix(v.right, "产能") || v.words().rated.Tail(v.left))
}

// chained reports whether the member continues an enumeration of targets.
func (v view) chained() bool { return v.reader.past.basis != "" || v.labelled() }

// labelled reports whether it is the first number behind a name with a colon: 新建建筑节能标准执行率:2027年100%.
func (v view) labelled() bool {
	from := v.clause.from
	return v.reader.past.topic != "" && v.from == from && from > 0 && v.reader.script.folded[from-1] == ':'
}

// goesOn reports whether it is a number of things that the words before it speak of: the next
// of an enumeration, or a part of a whole.
func (v view) goesOn() bool {
	past := v.reader.past
	if v.from > v.clause.from {
		return past.kept
	}
	return v.chained() && (v.among() || past.basis == plan.Cumulative && past.class == v.head.class)
}

// amount decides on a quantity: with a noun after it, it mostly says what size
// of thing is meant.
func (v view) amount() (bool, string) {
	f := v.head
	if v.right == "" {
		if v.of("target.cost").Tail(v.left) && f.before == opNone {
			return true, "可能只是项目的规模"
		}
		return v.left != "" || f.toReach() || v.chained(), ""
	}
	if v.turned() || v.capacity() {
		return true, ""
	}
	if v.sizeOf() != "" {
		return true, "可能只是项目的规模"
	}
	if v.of("target.fund").Tail(v.right) && !strings.Contains(v.right, "的") && v.words().makes.In(v.left) {
		return true, "可能只是项目的规模"
	}
	if strings.HasPrefix(v.right, "的") && v.says("不少于") && v.words().endsInVerb(v.left) {
		return true, ""
	}
	if f.after == opAtLeast && (v.of("target.length").Tail(f.unit) && v.left != "" && v.words().endsInVerb(v.left) || v.left == "" && v.words().size.In(v.right) && v.words().done.In(v.right)) {
		return true, "" // 建设30公里以上绿道, 50平方公里以上建设用地达到要求
	}
	if strings.HasPrefix(v.right, "的") || f.after != opNone && f.before == opNone {
		return false, ""
	}
	if strings.HasSuffix(f.unit, "元") {
		return v.of("target.money").Head(v.right) > 0 && v.words().endsInVerb(v.left), ""
	}
	return v.left != "" && v.words().endsInVerb(v.left), ""
}

// says reports whether a word is right before the number.
func (v view) says(word string) bool {
	return strings.HasSuffix(v.reader.script.folded[:v.head.from], word)
}
