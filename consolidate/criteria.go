package consolidate

import (
	"strings"

	"tianbao/seeds/plan"
	"tianbao/templates/layout"
)

// Criterion is a rule by which results are judged, in the words of an office.
type Criterion struct{ Kind, Rule string }

// Criteria lists the rules of a plan, with its own years and tolerances, to be approved
// before the year begins.
func Criteria(p *plan.Plan, f layout.Frame) []Criterion {
	list := []Criterion{
		{"判定用语", "{last}年以前为{提前实现}、{达到序时进度}、{基本达到序时进度}、{未达序时进度},{last}年为{完成}、{预计完成}、{基本完成}、{未完成};缺少数据不能判定的为{无法判断},并注明原因。约束性指标和预期性指标分开统计,未注明属性的按预期性指标判定。"},
		{"数据来源", "采用责任单位报送并经审核的{Y}年数据。尚未发布的,按最近一年已发布的数据和该年应达到的进度判定,并注明年份;部门测算数不作为{提前实现}、{完成}的依据。报送数据与应达到的进度直接比较,不先四舍五入。"},
		{"年均增速", "规划期内已发布各年增速的几何平均数与目标比较,不低于目标的为{达到序时进度};预期性指标低于目标不足{points}个百分点的为{基本达到序时进度}。"},
		{"期末水平", "从{base}年基期值到{last}年目标值按年均匀推算,不低于当年应达到水平的为{达到序时进度},已达到目标值的为{提前实现};预期性指标完成应有增量{near}%以上的为{基本达到序时进度}。越低越好的(浓度、死亡率等)按降到目标值推算。没有基期值的,从首个已发布年份推算,并予注明;基期已达到目标的,保持住即为{达到序时进度}。"},
		{"总量和增速并列", "总量和增速分别判定,以较低的一项为准;预期性指标一项达到、另一项未达的为{基本达到序时进度}。总量按年均等速推算。"},
		{"稳定在一定水平", "“左右”的,当年值不低于目标值的{share}%为达到;“以上”的,当年值不低于目标值为达到。高于目标值的不作为问题。以往有年份低于的,{last}年为{基本完成}。"},
		{"控制在一定水平以内", "每年均不超过控制值为达到,规划期内有年份超过的予以注明,{last}年为{基本完成}。"},
		{"以全省平均水平为目标", "不低于全省同期值的为{提前实现};尚未达到的,与全省同期值之比按期均匀提高到100%的为{达到序时进度},差距缩小但慢于进度的为{基本达到序时进度};{last}年仍低于全省的,预期性指标差距缩小{near}%以上为{基本完成}。"},
		{"省下达目标", "以省下达的年度目标或规划期总目标为准,没有下达的不作判定。"},
		{"任务中的量化目标", "累计值目标以规划期首年以来的累计数与应完成的进度比较,年度值目标只看当年,期末值目标同期末水平;累计控制数不超过按年均匀推算的数;逐地要求的,以已达标的地方数与应达标数比较;达标类目标不推算进度。完成期限早于{last}年的按其期限推算,以期限当年的结果为准,以后达到的为{逾期完成}。"},
		{"重点任务", "进展状态由牵头单位自评;与其量化目标的判定明显不符的,列入审核意见,请单位说明。"},
		{"数据不一致和认定", "同一指标有多个单位报送且数据不一致的,核定前不作判定;报送数据有误、正在核实的显示为待核实。上级部门或汇总单位已有认定的,以认定结果为准,并注明依据。"},
	}
	words := []string{"{points}", p.Tolerance.Points.String(), "{share}", p.Tolerance.Share.String(), "{near}", p.Tolerance.Near.String()}
	for _, usual := range plan.Verdicts() {
		words = append(words, "{"+usual+"}", "“"+p.Word(usual)+"”")
	}
	fill := strings.NewReplacer(words...)
	for i := range list {
		list[i].Rule = f.Expand(fill.Replace(list[i].Rule))
	}
	return list
}
