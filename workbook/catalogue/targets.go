package catalogue

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/text"
)

// targetRow is a row of the sheet 量化目标: a target with the parts it is the sum of.
type targetRow struct {
	target plan.Target
	data   entry  // 数据来源单位 as read, resolved when the units are known
	names  string // the same as written
	about  string // title of its item, for reference
	parts  string
	doubt  string // 待确认 or blank
	at     finding.Place
}

func (r *targetRow) id() string { return r.target.ID }

// opWords are the operators as a clerk reads them, with other ways to write them.
var opWords = []opWord{
	{plan.AtLeast, "≥", []string{">=", "≧", "不低于", "以上"}},
	{plan.Above, ">", []string{"超过"}},
	{plan.AtMost, "≤", []string{"<=", "≦", "不超过", "以内", "以下"}},
	{plan.Below, "<", []string{"低于"}},
	{plan.Equal, "等于", []string{"=", "稳定在"}},
	{plan.About, "左右", []string{"~", "≈"}},
	{plan.Between, "区间", []string{"range", "—", "-"}},
}

type opWord struct {
	op   plan.Op
	word string
	also []string
}

var allBases = []plan.Basis{plan.Level, plan.Cumulative, plan.Annual, plan.Growth}

const doubtful = "待确认"

// targetYears are the columns of the sheet that stand once for each year.
func targetYears() []yearField[targetRow] {
	return slices.Concat(knownYearFields(knownOfTarget))
}

func knownOfTarget(r *targetRow) *plan.Known { return &r.target.Known }

// targetFields declares the sheet for the years given.
func targetFields(period plan.Period, years []int) []field[targetRow] {
	words := textField[targetRow]
	id := words("编号", 12, func(r *targetRow) *string { return &r.target.ID })
	id.must, id.also = true, []string{"目标编号"}
	parts := words("合计构成", 18, func(r *targetRow) *string { return &r.parts })
	parts.hint = "本行是哪些目标之和:填它们的编号,用顿号隔开。不是合计的留空。"
	doubt := words("待确认", 9, func(r *targetRow) *string { return &r.doubt })
	doubt.list = listDoubt
	same := wholeField("对应指标", 9, func(r *targetRow) *int { return &r.target.Same })
	same.hint = "与“主要指标”表哪一项是同一个数:填它的序号。填了只在那里填报、评价一次"
	places := wholeField("应达标数", 9, func(r *targetRow) *int { return &r.target.Places })
	places.hint = "逐地要求的共有多少个地方,如 4 个县区"
	fields := []field[targetRow]{
		id,
		{heading: "任务", width: 22, grey: true, write: func(r *targetRow) string { return r.about }},
		words("目标内容", 44, func(r *targetRow) *string { return &r.target.Phrase }),
		words("计量对象", 24, func(r *targetRow) *string { return &r.target.Measure }),
		opField(),
		{heading: "目标值", must: true, width: 10, figure: true,
			write: func(r *targetRow) string { return r.target.Min.String() },
			read:  func(r *targetRow, e entry) { e.decimalInto(&r.target.Min); r.target.Max = r.target.Min }},
		{heading: "上限值", width: 10, figure: true, hint: "只有“区间”才填,如 3—5 的 5",
			write: func(r *targetRow) string {
				if r.target.Max.Equal(r.target.Min) {
					return ""
				}
				return r.target.Max.String()
			},
			read: func(r *targetRow, e entry) {
				if e.text != "" {
					e.decimalInto(&r.target.Max)
				}
			}},
		words("计量单位", 10, func(r *targetRow) *string { return &r.target.Unit }),
		dueField(),
		basisField(),
		doubt,
		words("存疑原因", 26, func(r *targetRow) *string { return &r.target.Doubt }),
		parts,
		natureField(knownOfTarget),
		countingField(),
		same,
		words("逐地要求", 10, func(r *targetRow) *string { return &r.target.Place }),
		places,
		{heading: "数据来源单位", width: 20, hint: "牵头单位以外提供数据的单位,可空",
			write: func(r *targetRow) string { return r.names }, read: func(r *targetRow, e entry) { r.data = e }},
	}
	fields = append(fields, knownBefore(period.Base, knownOfTarget)...)
	return append(fields, spread(targetYears(), years)...)
}

func countingField() field[targetRow] {
	return field[targetRow]{heading: "新增或存量", width: 10, list: listCounting, hint: "数的是规划期内新增的,还是现有总量;原文看不出来的请选定",
		write: func(r *targetRow) string { return string(r.target.Counting) },
		read: func(r *targetRow, e entry) {
			r.target.Counting = plan.Counting(e.text)
			if e.text != "" && r.target.Counting != plan.CountsNew && r.target.Counting != plan.CountsAll {
				e.refuse(string(plan.CountsNew) + " 或 " + string(plan.CountsAll))
			}
		}}
}

func dueField() field[targetRow] {
	return field[targetRow]{heading: "期限", width: 10,
		write: func(r *targetRow) string { return r.target.Due },
		read: func(r *targetRow, e entry) {
			if r.target.Due = e.text; !isDue(e.text) {
				e.refuse("年份或时间,如 2025、2022年底、每年")
			}
		}}
}

// isDue reports whether it is a time to be due by: words, or a year with or without more. 2025x and
// 99999999 are slips of the pen.
func isDue(due string) bool {
	due = text.Marks(due)
	if strings.ContainsFunc(due, func(r rune) bool { return r < 0x80 && unicode.IsLetter(r) }) {
		return false
	}
	for _, digits := range strings.FieldsFunc(due, func(r rune) bool { return r < '0' || r > '9' }) {
		if len(digits) > 4 {
			return false
		}
		if year, _ := strconv.Atoi(digits); len(digits) == 4 && (year < 1990 || year > 2199) {
			return false
		}
	}
	return true
}

func opField() field[targetRow] {
	return field[targetRow]{heading: "要求", must: true, width: 8, list: listOp,
		write: func(r *targetRow) string {
			for _, o := range opWords {
				if o.op == r.target.Op {
					return o.word
				}
			}
			return string(r.target.Op)
		},
		read: func(r *targetRow, e entry) {
			word := text.HalfWidth(e.text)
			for _, o := range opWords {
				if word == o.word || slices.Contains(o.also, word) {
					r.target.Op = o.op
					return
				}
			}
			e.refuse("≥、>、≤、<、等于、左右、区间 之一")
		}}
}

func basisField() field[targetRow] {
	return field[targetRow]{heading: "目标类型", must: true, width: 10, list: listBasis,
		write: func(r *targetRow) string { return r.target.Basis.Word() },
		read: func(r *targetRow, e entry) {
			for _, b := range allBases {
				if e.text == b.Word() || e.text == string(b) {
					r.target.Basis = b
					return
				}
			}
			e.refuse("期末值、累计值、年度值、年均增速 之一")
		}}
}

func targetRows(p *plan.Plan) []targetRow {
	parts := map[string][]string{}
	for _, t := range p.Totals {
		parts[t.Sum] = append(parts[t.Sum], strings.Join(t.Parts, "、"))
	}
	var rows []targetRow
	for it, t := range p.Targets() {
		r := targetRow{target: *t, about: it.Title, parts: strings.Join(parts[t.ID], "\n"), names: joinNames(t.DataUnits)}
		if t.Doubt != "" {
			r.doubt = doubtful
		}
		rows = append(rows, r)
	}
	return rows
}
