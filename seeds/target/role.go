package target

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"tianbao/seeds/plan"
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
		v.left = v.left[partAt(v.left):]
	}
	if carriesOn.MatchString(v.right) {
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

// titled reports whether it is the first number of a line below the item's title.
func (v view) titled() bool {
	from := v.clause.from
	return v.reader.title != "" && v.from == from && from > 0 && v.reader.script.folded[from-1] == '\n'
}

var (
	carriesOn  = regexp.MustCompile(`^(?:并|且|和|及|与|以及|同时|的?(?:目标|水平|大关|台阶|规模|目标任务|以上水平)$|用于|支持|做好)`)
	takes      = regexp.MustCompile(`(?:对|将|把).*已`) // 对已出让土地100宗开展清理
	beenWords  = regexp.MustCompile(`已(?:经)?(?:建成|完成|有|达|形成|实现|培育|创建|累计|成为)|现有|现已|目前|原有`)
	policyLast = regexp.MustCompile(`(?:给予|给以|奖励|奖补|补助|补贴|资助|罚款|享受|减按|按照?|最高|每(?:人|户|年|月|亩|家)|[奖补])$`)
	scopeNoun  = regexp.MustCompile(`(?:围绕|聚焦|依托|针对|涉及|分为|划分为|第)$`)
	doneFirst  = regexp.MustCompile(`^(?:参加|参与|接受|开展|实现|完成|就业|创业|返乡|通过|取得|获得|享受|享有|达到|进入|纳入)`)
	ruleWords  = regexp.MustCompile(`^的?(?:标准|比例|要求|比率|额度|幅度)`)
	wholeCost  = regexp.MustCompile(`(?:总投资|总造价|概算|投资额|占地|占地面积|规划面积|建筑面积|用地面积)$`)
	amountNoun = regexp.MustCompile(`^(?:的)?(?:固定资产)?(?:投资|产值|收入|营业收入|销售|营收|规模|贷款|融资|税收|利润|资金|增加值|专项|债券|授信)`)
	standing   = regexp.MustCompile(`(?:率|比例|比重|占比|浓度|寿命|年限|天数|时间|时长|标准|指数|得分|水平|强度|能力|距离|深度|长度|半径|厚度|人口)$`)
	noEntity   = regexp.MustCompile(`^(?:的|级|以上|以下|以内|型|规模的)`)
)

// promised decides whether the figure is one the item promises, and why that is
// doubtful where it is.
func (v view) promised() (bool, string) {
	f := v.head
	switch {
	case v.due.past || v.hasBeen() || v.denominator() || v.isGround():
		return false, ""
	case f.unit == "" && f.class == classCount: // “零”的突破
		return true, ""
	case v.frequency():
		return false, ""
	case f.rank:
		return v.right == "", "名次目标,数越小越好"
	case startsMove(v.left), v.ofPolicy():
		return false, ""
	case f.numeral:
		return v.counted()
	}
	if ruleWords.MatchString(v.right) && !strings.HasPrefix(v.right, "标准化") {
		if strings.HasPrefix(v.left, "按") {
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
	return end && (f.before != opNone || v.left != "" && f.after == opAtMost && done(v.right) || daily || standing.MatchString(v.left) || changeLast.MatchString(v.left)), ""
}

// ofLength reports whether it is how long what is made is, in metres: 新建护岸800米. What is 6 metres wide, or within
// 500 metres, is only described.
func (v view) ofLength() bool {
	f := v.head
	return v.words().Of("target.length").Has(f.unit) && f.class == classQuality && f.before == opNone && f.after != opAtMost && v.words().deedOf(v.left) != deedNone &&
		(v.right == "" || v.words().Of("target.long").Tail(v.right)) && !standing.MatchString(v.left) && !v.words().Of("target.across").Tail(v.left)
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

var (
	paysShare = regexp.MustCompile(`(?:退回|返还|退还|补贴|补助|奖励|奖补|扣除|减免|下调|下浮|放宽|上浮|贴息|抵扣|报销)`)
	paysFirst = regexp.MustCompile(`^(?:予以|给予)?(?:退回|返还|退还|补贴|补助|奖励|奖补|扣除|减免|贴息|抵扣|报销)`)
	paidRate  = regexp.MustCompile(`(?:发放|兑现|覆盖|落实|到位|拨付|使用|享受|受理|办结|执行|满意|完成)率$`) // 补贴发放率 is what comes of it
	termLast  = regexp.MustCompile(`(?:最长|最多|原则上|期限|有效期|聘期)(?:不超过|不得超过)?$`)
	everyFew  = regexp.MustCompile(`每(?:隔)?[\d一二两三四五六七八九十]+(?:年|个?月|周|天)[^,;。]*$`)
	firstLast = regexp.MustCompile(`优先(?:支持|推荐|扶持|安排|考虑)[^\d]{0,40}$`)
)

// ofPolicy reports whether it is a number of a rule, not of a promise: a share that is paid back, the
// longest term of a support, what is done every so many years, who goes first.
func (v view) ofPolicy() bool {
	f := v.head
	if v.conditional() || v.excused() || v.ofPayment() || strings.Contains(v.left, "允许") {
		return true
	}
	switch f.class {
	case classCount:
		return firstLast.MatchString(v.left) || everyFew.MatchString(v.clauseBefore()) ||
			policyLast.MatchString(v.left) && !strings.HasSuffix(v.left, "奖") && f.before == opNone && v.right == "" && !strings.Contains(v.left, "获")
	case classShare:
		return paysShare.MatchString(v.left) && !paidRate.MatchString(strings.TrimRight(v.left, "均都已")) && !v.coverKept() || paysFirst.MatchString(v.right) || strings.HasPrefix(v.right, "的政策") || strings.HasPrefix(v.right, "的比例") ||
			strings.HasPrefix(v.right, "给予") || strings.HasPrefix(v.right, "予以") ||
			policyLast.MatchString(v.left) && f.before == opNone && v.words().deedOf(v.right) == deedNone // 按15%配建
	case classQuality:
		return v.termed() || termLast.MatchString(v.clauseBefore()) || termLast.MatchString(v.left+"不超过") && f.before == opAtMost && f.unit == "年"
	}
	return policyLast.MatchString(v.left) && f.before == opNone ||
		strings.HasSuffix(v.left, "最高") && f.before == opAtMost && strings.HasSuffix(f.unit, "元")
}

// termed reports whether it is in a bracket behind the name of a term: 改造时限(一般不超过3年).
func (v view) termed() bool {
	s := v.reader.script
	k := holding(s.inner, v.head.from)
	if k < 0 {
		return false
	}
	before := s.folded[:s.inner[k].from-1]
	return strings.HasSuffix(before, "时限") || termLast.MatchString(before)
}

// coverKept reports whether it is a share of costs that is to be reached or kept: 住院报销比例稳定在80%以上.
func (v view) coverKept() bool {
	f := v.head
	return coverLast.MatchString(v.left) && (f.before == opAtLeast || f.before == opHeld || f.after == opAtLeast)
}

var coverLast = regexp.MustCompile(`(?:报销|支付|补偿)比例(?:稳定|保持)?$`)

// conditional reports whether the number only says who is given something: 对投资1000万元以上的企业给予补助.
func (v view) conditional() bool {
	mask := v.reader.script.view(v.clause.from)
	after := mask[v.head.to:max(v.head.to, v.clause.to)]
	at := strings.Index(after, "的")
	return at >= 0 && strings.HasPrefix(bare(mask[v.clause.from:v.head.from]), "对") && givesWords.MatchString(after[at:])
}

// excused reports whether the number only says what may not be begun, or what may go without: 不再新建35蒸吨以下锅炉, 500平方米
// 以下的工程,可不申请.
func (v view) excused() bool {
	if f := v.head; f.after == opNone || f.before != opNone {
		return false
	}
	mask := v.reader.script.view(v.clause.from)
	next := bare(mask[v.clause.to:min(len(mask), v.clause.to+len(",可不"))])
	return v.words().Of("target.forbids").In(v.clauseBefore()) || strings.HasPrefix(next, ",可")
}

var givesWords = regexp.MustCompile(`给予|予以|奖励|奖补|补助|补贴|支持|资助|减免|倾斜`)

// hasBeen reports whether it is a statement of how things stand today.
func (v view) hasBeen() bool {
	before := v.clauseBefore()
	if _, since, found := strings.Cut(before, "基础上"); found {
		before = since
	}
	_, done, already := strings.Cut(before, "已")
	return beenWords.MatchString(before) || already && !takes.MatchString(before) && v.words().leadVerb(strings.TrimPrefix(done, "经")) > 0
}

// isGround reports whether it is only what is built upon: 在去年新建8所的基础上.
func (v view) isGround() bool {
	mask := v.reader.script.view(v.clause.from)
	after := mask[v.head.to:max(v.head.to, v.clause.to)]
	at := strings.Index(after, "基础上")
	return at >= 0 && !strings.ContainsAny(after[:at], digits) && strings.Contains(v.clauseBefore(), "在")
}

// madeOf is what was made of what is built upon: 在去年新建|幼儿园|的基础上.
func (v *vocabulary) madeOf(ground string) string {
	ground, _, _ = strings.Cut(ground, "基础上")
	for i := range ground {
		if n := v.leadVerb(ground[i:]); n > 0 {
			return strings.TrimSuffix(ground[i+n:], "的")
		}
	}
	return ""
}

// denominator reports whether it is a number that another is counted by: 每10万人.
func (v view) denominator() bool {
	return strings.HasSuffix(v.left, "每")
}

// things decides on a number of things.
func (v view) things() (bool, string) {
	f := v.head
	switch {
	case turns[f.unit] && v.right != "" && f.before == opNone:
		return false, ""
	case v.ordinal():
		return false, ""
	case v.right == "":
		return (v.left != "" || f.toReach() || v.chained()) && !scopeNoun.MatchString(v.left), ""
	case strings.HasSuffix(v.left, "的") && strings.Contains(v.left, "落实"), // 落实支持发展的10条措施
		f.after == opAtMost && f.before == opNone && !done(v.right): // 500万条以下的企业
		return false, ""
	case v.triedIn(), atLeast.MatchString(v.left):
		return true, ""
	case f.after != opNone && sizes.MatchString(f.unit) && !doneFirst.MatchString(v.right), strings.HasPrefix(v.right, "的") && sizes.MatchString(f.unit):
		return false, ""
	case v.words().abstract(v.right):
		return false, ""
	case v.carried(), v.served():
		return true, ""
	case v.turned(), v.honoured():
		return true, ""
	case v.ofProjects():
		return true, ""
	case v.words().scope.Tail(v.left):
		return false, ""
	case strings.HasSuffix(v.left, "等"):
		return v.listed()
	case v.words().Of("deed.drives").Tail(v.left):
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
	return labelled && v.left != "" && (strings.HasSuffix(v.right, "项目") || v.words().Of("target.treated").Tail(strings.TrimSuffix(v.right, "项目")))
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
	case builds.MatchString(v.left), strings.Contains(v.left, "实现"), strings.HasPrefix(v.left, "对") && v.words().Of("target.treated").Tail(v.right):
		return true, ""
	case v.words().Of("deed.drives").In(v.left) && v.words().Of("target.treated").In(v.right):
		return true, "“推进”未说明要完成的个数"
	}
	return false, ""
}

// turned reports whether it is something that is made of something else: 把1800万亩农田建成高标准农田.
func (v view) turned() bool {
	return (strings.HasSuffix(v.left, "把") || strings.HasSuffix(v.left, "将")) && (builds.MatchString(v.right) || v.words().Of("target.into").In(v.right))
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

// triedIn reports whether it is how many something is carried out in: 在20个行业推行综合许可.
func (v view) triedIn() bool {
	return placedIn.MatchString(v.left) && tried.MatchString(v.right)
}

var (
	placedIn = regexp.MustCompile(`^(?:每个?[^,]{1,6})?在.*等$|在$`)
	tried    = regexp.MustCompile(`推行|推广|试点|开展|实施|普及|落地`)
	// atLeast is a verb of two characters that 至少 is before: 每所高校至少托管1所县中.
	atLeast = regexp.MustCompile(`至少\p{Han}{2}$`)
)

// served reports whether it is people, or others, that something is done for: 为5万名老年人免费体检.
func (v view) served() bool {
	return forWhom.MatchString(v.left) && (serves.MatchString(v.right) || people.MatchString(v.head.unit) && utf8.RuneCountInString(v.right) > 4)
}

// carried reports whether it is things that something is carried out for: 对300户家庭进行改造.
func (v view) carried() bool {
	return strings.HasSuffix(v.left, "对") && (v.words().Of("target.treated").Tail(v.right) || strings.HasSuffix(v.left, "完成对"))
}

// doneFor reports whether it counts those for whom something was done before it: 为老年人免费体检2万人.
func (v view) doneFor() bool { return strings.HasPrefix(v.left, "为") && serves.MatchString(v.left) }

// honoured reports whether it is people who are honoured: 奖励100名优秀班主任.
func (v view) honoured() bool { return honours.MatchString(v.left) && people.MatchString(v.head.unit) }

var serves = regexp.MustCompile(`(?:体检|筛查|办理|发放|购买|安装|配备|减免|提供)`)

var forWhom = regexp.MustCompile(`为(?:全.|我.|城乡|农村|困难)?$`)

var honours = regexp.MustCompile(`(?:奖励|表彰|嘉奖)$`)

// people are units of those whom something is done for.
var people = regexp.MustCompile(`(?:人|名|户|位|人次)$`)

// sizes are units that with 以上 and a noun say how large a thing is (20户以上自然村),
// not how many there are (5个以上示范区).
var sizes = regexp.MustCompile(`(?:户|人|头|只|羽|床|口|张床位|人次)$`)

// turns are units that also name the second phase or batch of something: they
// count only after their noun (培训20期, not 二期工程).
var turns = map[string]bool{"期": true, "批": true, "轮": true, "届": true, "门": true}

var builds = regexp.MustCompile(`建成|新建|建设|完成|打造|引进|新增|培育|创建`)

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
		if wholeCost.MatchString(v.left) && f.before == opNone {
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
	if fundEnd.MatchString(v.right) && v.words().makes.In(v.left) {
		return true, "可能只是项目的规模"
	}
	if strings.HasPrefix(v.right, "的") && v.says("不少于") && v.words().endsInVerb(v.left) {
		return true, ""
	}
	if f.after == opAtLeast && (v.words().Of("target.length").Tail(f.unit) && v.left != "" && v.words().endsInVerb(v.left) || v.left == "" && v.words().size.In(v.right) && v.words().done.In(v.right)) {
		return true, "" // 建设30公里以上绿道, 50平方公里以上建设用地达到要求
	}
	if noEntity.MatchString(v.right) || f.after != opNone && f.before == opNone {
		return false, ""
	}
	if strings.HasSuffix(f.unit, "元") {
		return amountNoun.MatchString(v.right) && v.words().endsInVerb(v.left), ""
	}
	return v.left != "" && v.words().endsInVerb(v.left), ""
}

// says reports whether a word is right before the number.
func (v view) says(word string) bool {
	return strings.HasSuffix(v.reader.script.folded[:v.head.from], word)
}

// fundEnd is money that is set up: 设立50亿元产业引导母基金.
var fundEnd = regexp.MustCompile(`^[^的]*(?:基金|资金池)$`)

// counted decides on a number in Chinese numerals: most of them are set phrases,
// so a verb, a frame like 每年, or a second one beside it is asked for.
func (v view) counted() (bool, string) {
	f := v.head
	stated := f.before != opNone && !v.says("实现")
	framed := v.due.annual || stated || strings.Contains(v.left, "至少")
	switch {
	case f.unit == "番":
		return true, "翻番,请按基期换算成数值"
	case f.class != classCount || turns[f.unit] && !stated && !strings.Contains(v.left, "至少") || v.words().abstract(v.right) || v.words().scope.Tail(v.left):
		return false, ""
	case strings.HasPrefix(v.right, "一"):
		return false, ""
	case v.right == "" && !framed:
		return f.min.IntPart() > 1 && builds.MatchString(v.left), ""
	case framed:
		return v.reader.past.deed != deedNone || stated, ""
	case f.min.IntPart() > 1:
		return builds.MatchString(v.left) && v.words().endsInVerb(v.left), inWords(v.left)
	}
	return v.reader.past.deed != deedNone && v.numerals() > 1 || v.built() || strings.Contains(v.left, "每个") && v.words().endsInVerb(v.left), "“一”可能不是数量"
}

// built reports whether it is one building that is made: 新建一座水厂.
func (v view) built() bool {
	verb := strings.HasSuffix(v.left, "成") || v.words().makes.Tail(v.left)
	return verb && strings.Contains("座所处栋幢", v.head.unit)
}

// inWords is the doubt about a number in words: after 打造 and the like it may be
// a figure of speech.
func inWords(left string) string {
	if strings.HasSuffix(left, "建成") || strings.HasSuffix(left, "新建") || strings.HasSuffix(left, "新增") || strings.HasSuffix(left, "完成") {
		return ""
	}
	return "中文数字可能是提法,不是数量"
}

// numerals counts the members of the clause that count in Chinese numerals.
func (v view) numerals() int {
	n := 0
	for _, p := range v.clause.pieces {
		if p.head.numeral && p.head.class == classCount {
			n++
		}
	}
	return n
}
