package target

import (
	"regexp"
	"strings"
)

// A document of policy states what somebody is paid, charged or given at most, and who: rates, limits and conditions of
// a rule, not promises.

var (
	// paidBy opens words by which something is paid: 按合同金额的50%, 以不高于市场价的50%.
	paidBy = regexp.MustCompile(`^[可并应]?(?:最高)?(?:可|应|分别)?(?:给予|对|按照|按|以)|[,、可并](?:按照|按|给予)|(?:年|符合条件的)(?:按照|按)|给予(?:不超过|总额)?`)
	// byPlan is what 按 has before numbers that are promised: 按期办结率.
	byPlan = regexp.MustCompile(`按(?:期|时|要求|规定|计划|序|进度|标准化|质|需)`)
	// perOne opens words about any one of those who get something: 单个项目不超过1000万元.
	perOne   = regexp.MustCompile(`单[个家笔项]|每(?:[个家名户人项位套件]|一)|同一|一个(?:企业|单位|项目)`)
	givenEnd = regexp.MustCompile(`(?:奖励|奖补|补贴|补助|资助|支持|扶持|贴息|抵扣|额度|上限|资金|补助资金)(?:总额|金额|累计)?$`)
	topEnd   = regexp.MustCompile(`最高(?:可)?(?:支持|奖励|补助|补贴|资助|给予|享受|获得)?$`)
	pays     = regexp.MustCompile(`发放|支付|缴纳|给予|予以|补贴|补助|奖励|提供`)
	termEnd  = regexp.MustCompile(`(?:优惠|服务|租|免租|聘|合同|有效|贷款|保护|过渡|还款)期(?:限)?(?:应|一般|原则上|须)*$`)
	// whoGets ends words that say who is given what the next clause says.
	whoGets = regexp.MustCompile(`(?:的|者|企业|单位|团队|成员|人员|机构|人才)$`)
	gets    = regexp.MustCompile(`^,?(?:可|给予|予以|按|最高|分别|优先|一次性|直接|奖励|补助)`)
	everyOf = regexp.MustCompile(`每(?:新增|培育|引进|获得|认定|投资|建成|入驻)$`)
	// standsNow ends words that only tell which things are meant: 确定的20个县.
	standsNow = regexp.MustCompile(`(?:确定|认定|建成|列入|纳入|承担|命名|入选|现有)的$`)
)

// ofPayment reports whether it is a number of who is paid what: a rate, a limit for each, a term.
func (v view) ofPayment() bool {
	f := v.head
	mask := v.reader.script.view(v.clause.from)
	after := bare(mask[f.to:max(f.to, v.clause.to)])
	before := v.clauseBefore()
	by := paidBy.MatchString(before) && !byPlan.MatchString(before)
	switch {
	case v.givenIf(after):
		return true
	case f.unit == "元" && !f.toReach() && v.due.often && v.due.from >= v.clause.from && !strings.Contains(v.left, "标准"):
		return true // 户均每月5元
	case f.class == classShare:
		return by && (strings.HasSuffix(v.left, "的") || strings.Contains(before, "给予") || f.before == opAtMost || pays.MatchString(after))
	case strings.HasSuffix(f.unit, "元"), strings.HasSuffix(f.unit, "万"):
		limit := f.before == opAtMost || topEnd.MatchString(v.left) || strings.Contains(v.left, "最高")
		return limit && (perOne.MatchString(before) || givenEnd.MatchString(v.left)) || by && (strings.Contains(before, "给予") || pays.MatchString(after)) && f.before != opAtLeast
	case f.class == classQuality:
		return termEnd.MatchString(v.left) || f.before == opAtMost && strings.HasSuffix(v.left, "年限")
	case f.class == classCount:
		return f.before == opAtMost && v.words().adds.Tail(v.left) || everyOf.MatchString(v.left) && pays.MatchString(after) ||
			standsNow.MatchString(v.left) && !v.words().done.In(v.right[strings.LastIndex(v.right, "的")+1:])
	}
	return false
}

// givenIf reports whether the clause only says who is given something, which the next clause says: 对登记10个以上的,给予奖励.
func (v view) givenIf(after string) bool {
	mask := v.reader.script.view(v.clause.from)
	next := mask[v.clause.to:min(len(mask), v.clause.to+len(",一次性"))]
	return strings.HasPrefix(bare(mask[v.clause.from:v.head.from]), "对") && whoGets.MatchString(v.head.unit+after) && gets.MatchString(next)
}
