package target

import (
	"testing"

	"tianbao/seeds/plan"
)

func TestThingsThatAreListedBroughtInOrSeenToAreCounted(t *testing.T) {
	checkTargets(t, []struct{ text, want string }{
		{"争取将60座社区公园纳入市级名录。", "社区公园纳入市级名录 >= 60座 cumulative"},
		{"完成对4个党组织的巡察，对3家责任企业立案查处。", "党组织的巡察 >= 4个 cumulative; 责任企业立案查处 >= 3家 cumulative"},
		{"实现市场主体登记、驾驶证公证等58项事项异地办理。", "市场主体登记、驾驶证公证等事项异地办理 >= 58项 level"},
		{"推进甲专线、乙专线等4条专用线建设。", "甲专线、乙专线等专用线 >= 4条 cumulative ?"},
		{"实施项目：甲停车场、乙公园2个项目建设。", "项目 >= 2个 cumulative"},
		{"选址建设一座消防站。", "选址建设消防站 >= 1座 cumulative ?"},
		{"提供见习岗位2000个，提供3000个公益岗位。", "见习岗位 >= 2000个 cumulative; 公益岗位 >= 3000个 cumulative"},
		{"完成学生公寓6栋、7栋主体工程，新增床位2400个。", "新增床位 >= 2400个 cumulative"},
		{"将确定的20个脱贫任务比较重的县作为重点县，500万条以下的企业整合退出。", ""},
		{"明确改造时限（一般不超过3年），最高补助金额200万元，户均每月5元。", ""},
		{"改造一次管网12公里、二次网48公里。", "改造一次管网 >= 12公里 cumulative; 二次网 >= 48公里 cumulative"},
	})
}

func TestAUnitThatIsNotKnownIsKeptInDoubt(t *testing.T) {
	checkTargets(t, []struct{ text, want string }{
		{"增殖放流苗种1亿单位以上，种植规模达到300钵。", "增殖放流苗种 >= 1亿单位 level ?; 种植规模 >= 300钵 level ?"},
		{"思政课教师配备达到1:350要求。", "思政课教师配备 >= 1:350 level ?"},
		{"百万吨死亡率为0。", "百万吨死亡率 = 0 level"},
		{"开办时间压缩至半个工作日，时限分别减至1个月、半个月。", "开办时间 <= 0.5个工作日 level; 时限 <= 1个月 level ?; 时限 <= 0.5个月 level ?"},
		{"城乡低保标准分别提高到每人每月850元、720元。", "城镇低保标准 >= 850元 level; 农村低保标准 >= 720元 level"},
		{"新建建筑按15%配建，建设30公里以上绿道。", "新建建筑配建 >= 15% level; 绿道 >= 30公里 cumulative"},
		{"建成1所200张床位以上的养老机构。", "200张床位以上的养老机构 >= 1所 cumulative"},
		{"完成3万平方米节能率不低于15%的建筑改造。", "节能率不低于15%的建筑改造 >= 3万平方米 cumulative"},
	})
}

func TestWhatIsLeftOfLastYearIsForThisOne(t *testing.T) {
	checkIn(t, plan.Period{Base: 2026, First: 2027, Last: 2027}, []struct{ text, want string }{
		{"2026年7个问题已完成整改5个，余下2个全部销号。", "余下全部销号 >= 2个 2027"},
		{"治理率由“十四五”末的21%提高到40%。", "治理率 >= 40% 2027"},
		{"1.2027年底前完成整治150处，2027年年内创建20个示范点。", "整治 >= 150处 2027年底; 示范点 >= 20个 2027"},
		{"2027年机动车道井盖处置，完成400个。", "机动车道井盖处置 >= 400个 2027"},
	})
}

func TestWhatOnlyDescribesIsNoTarget(t *testing.T) {
	checkTargets(t, []struct{ text, want string }{
		{"全市城镇25%面积达到3—5年一遇排水能力。", "城镇面积达到3—5年一遇排水能力 >= 25% level"},
		{"（2）商业二类企业营业总收入同比增长10%以上。", "商业二类企业营业总收入 >= 10% growth ?"},
		{"五个新城调查工作程度达到1:10000。", "五个新城调查工作程度 >= 1:10000 level ?"},
		{"至少完成一轮整改，开展至少一轮监测。", "整改 >= 1轮 cumulative; 监测 >= 1轮 cumulative"},
		{"为全省新增装机300万千瓦做好保障。", "新增装机 >= 300万千瓦 cumulative"},
		{"落实支持园区高质量发展的10条措施，年限不超过15年。", ""},
		{"不再新建35蒸吨以下、10蒸吨以下锅炉，建筑面积在500平方米以下的工程，可不申请许可。", ""},
	})
}

func TestTheMeasureIsTightAndWithoutTime(t *testing.T) {
	checkTargets(t, []struct{ text, want string }{
		{"规上工业能耗较 2020 年下降 13.5%，亩均投资逐步提高到3000元。", "规上工业能耗下降 >= 13.5% cumulative; 亩均投资 >= 3000元 level"},
		{"前三年累计完成投资80亿元，后两年完成投资60亿元。", "投资 >= 80亿元 2023 cumulative; 投资 >= 60亿元 cumulative"},
		{"A级景区总数达到45家、其中5A级2家。", "A级景区总数 >= 45家 level; 5A级景区 >= 2家 level"},
		{"粮食播种面积稳定在116万亩，总产达到53万吨。", "粮食播种面积 = 116万亩 level; 粮食总产 >= 53万吨 level"},
		{"突破“卡脖子”技术20项，落实达标区占建成区50%的目标要求。", "“卡脖子”技术 >= 20项 cumulative; 达标区占建成区 >= 50% level"},
	})
}

func TestWhatIsSaidOnceIsOfAllOfAnEnumeration(t *testing.T) {
	checkTargets(t, []struct{ text, want string }{
		{"建设1个市级、5个县级、30个乡镇级养老服务中心。", "市级养老服务中心 >= 1个 cumulative; 县级养老服务中心 >= 5个 cumulative; 乡镇级养老服务中心 >= 30个 cumulative"},
		{"60%的市级和70%的县级党政机关达到标准。", "市级党政机关达到标准 >= 60% level; 县级党政机关达到标准 >= 70% level"},
		{"到2024年，新能源汽车比例不低于80%；到2025年达到100%。", "新能源汽车比例 >= 80% 2024 level; 新能源汽车比例 >= 100% level ?"},
		{"力争用2—3年时间培育上市公司3家。", "上市公司 >= 3家 2023 cumulative"},
	})
}

func TestAQuotationThatStatesWhatIsReachedIsRead(t *testing.T) {
	checkTargets(t, []struct{ text, want string }{
		{"完成“全市全年新增1万个公共充电桩”建设目标。", "新增公共充电桩 >= 1万个 cumulative"},
		{"实现“引进人才达到2000名左右，人才贡献率达到40%”的目标。", "人才 ~ 2000名 cumulative; 人才贡献率 >= 40% level"},
		{"推广“建成1个品牌带动10个产业”经验，落实“改造提升100个小区”工程。", ""},
		{"3月底前完成整治8亩；11月中旬完成30亩。", "整治 >= 8亩 cumulative; 整治 >= 30亩 cumulative ?"},
	})
}

func TestATimeWithinWhichHelpComesIsInDoubt(t *testing.T) {
	checkTargets(t, []struct{ text, want string }{
		{"灾害发生8小时内受灾人员得到有效救助，10分钟内到达现场。", "灾害发生受灾人员得到有效救助 <= 8小时 level ?; 到达现场 <= 10分钟 level ?"},
		{"5个工作日内提交申请，任务量0亩。", ""},
		{"签约30个、预约服务20次，修订《管理办法》等3项制度。", "签约 >= 30个 cumulative; 预约服务 >= 20次 cumulative; 《管理办法》等制度 >= 3项 cumulative"},
		{"按照不超过研发成本30%给予补助，其中非自主算力按不高于10%的标准给予补助。", ""},
		{"政府债务率控制在120%警戒线以内，高质量完成60个小区改造，承接项目80个以上。", "政府债务率 <= 120% level; 小区改造 >= 60个 cumulative; 项目 >= 80个 cumulative"},
		{"退出两台4.3米焦炉，城镇年均新增就业人数24万以上。", "退出4.3米焦炉 >= 2台 cumulative; 城镇新增就业人数 >= 24万 每年 annual"},
		{"剩余1120户2315人全部脱贫，完成11个达标村创建，其中含1个示范村。", "剩余 >= 1120户 level; 全部脱贫 >= 2315人 level; 达标村创建 >= 11个 cumulative; 示范村 >= 1个 cumulative"},
		{"2021—2025年，共培养“双师型”教师500名，成功创建园区3个。", "“双师型”教师 >= 500名 cumulative; 园区 >= 3个 cumulative"},
		{"粮食总产稳定在36亿斤；新建高标准农田\n12万亩。", "粮食总产 = 36亿斤 level; 高标准农田 >= 12万亩 cumulative"},
		{"发放住房补贴900户，建成投用3个以上停车场。", "住房补贴 >= 900户 cumulative; 停车场 >= 3个 cumulative"},
		{"2024年建成300公里、2025年建成200公里农村路。", "农村路 >= 300公里 2024 cumulative ?; 农村路 >= 200公里 cumulative"},
		{"规上工业增加值增长8%，力争达到10%。", "规上工业增加值 >= 8% growth ?; 规上工业增加值 >= 10% growth"},
	})
}
