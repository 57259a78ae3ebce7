package target

import (
	"testing"

	"tianbao/seeds/plan"
)

func TestWhatIsCountedMayStandInQuotationMarks(t *testing.T) {
	checkTargets(t, []struct{ text, want string }{
		{"数字经济比重达到8%,打造10个左右“工业大脑”,上云企业突破3万家。", "数字经济比重 >= 8% level; “工业大脑” ~ 10个 cumulative; 上云企业 > 3万家 level"},
	})
}

func TestUnitsOfTheGenreAreKnown(t *testing.T) {
	checkTargets(t, []struct{ text, want string }{
		{"每万名就业人员中研发人员数达到180人年。", "每万名就业人员中研发人员数 >= 180人年 level"},
		{"每万人拥有公交车辆8标台。", "每万人拥有公交车辆 >= 8标台 level"},
		{"新增绿化面积10万m²。", "新增绿化面积 >= 10万m² cumulative"},
		{"外贸进出口总额达到200亿元人民币。", "外贸进出口总额 >= 200亿元人民币 level"},
		{"细颗粒物浓度控制在20微克每立方米以下。", "细颗粒物浓度 <= 20微克每立方米 level"},
		{"常住人口突破100万,年客流量超过500万。", "常住人口 > 100万 level; 年客流量 > 500万 level"},
		{"城乡居民收入之比缩小到1.9:1以内,产值之比达到3∶1。", "城乡居民收入之比 <= 1.9:1 level ?; 产值之比 >= 3∶1 level ?"},
	})
}

func TestWordsOfComparisonAreNoPartOfTheMeasure(t *testing.T) {
	checkTargets(t, []struct{ text, want string }{
		{"单位地区生产总值二氧化碳排放较2020年下降19.5%。", "单位地区生产总值二氧化碳排放下降 >= 19.5% cumulative"},
		{"水质达标率稳定保持在100%。", "水质达标率 = 100% level"},
		{"规上企业突破500家,是2020年的2倍。", "规上企业 > 500家 level; 规上企业 >= 2倍 level"},
		{"经营主体数量比2020年翻一番。", "经营主体数量 >= 1番 level ?"},
		{"普惠贷款余额达到800亿元,较年初增长20%以上。", "普惠贷款余额 >= 800亿元 level; 普惠贷款余额 >= 20% growth ?"},
	})
}

func TestASumOfYearsHoldsForSumsOnly(t *testing.T) {
	checkTargets(t, []struct{ text, want string }{
		{"城镇新增就业五年累计20万人以上,城镇登记失业率控制在5%以内。", "城镇新增就业 >= 20万人 五年累计 cumulative; 城镇登记失业率 <= 5% level"},
		{"五年累计引进人才100人以上,技能人才总量达3万人。", "人才 >= 100人 五年累计 cumulative; 技能人才总量 >= 3万人 level"},
		{"到2023年年底前,建成基站2万个。", "基站 >= 2万个 2023年底 cumulative"},
		{"年均转移农村劳动力1万人。", "转移农村劳动力 >= 1万人 每年 annual"},
	})
}

func TestVerbsOfTheGenreAreKnown(t *testing.T) {
	checkTargets(t, []struct{ text, want string }{
		{"每个县(区)至少建成1所标准化托育机构。", "每个县(区)标准化托育机构 >= 1所 cumulative"},
		{"铺排重点项目110个,加装电梯200部,打通断头路35条。", "重点项目 >= 110个 cumulative; 加装电梯 >= 200部 cumulative; 打通断头路 >= 35条 cumulative"},
		{"全年实施亿元以上项目300个,力争开工100个、竣工80个。", "亿元以上项目 >= 300个 cumulative; 亿元以上项目开工 >= 100个 cumulative; 亿元以上项目竣工 >= 80个 cumulative"},
		{"R&D投入增长一倍以上。", "R&D投入增长 >= 1倍 cumulative"},
		{"氨氮、氮氧化物重点工程减排量累计分别达到1万吨、0.5万吨。", "氨氮重点工程减排量 >= 1万吨 cumulative; 氮氧化物重点工程减排量 >= 0.5万吨 cumulative"},
	})
}

func TestAnEnumerationLeavesOutWhatItSaidBefore(t *testing.T) {
	checkTargets(t, []struct{ text, want string }{
		{"城市社区照料站覆盖率达到100%,农村达到80%以上。", "城市社区照料站覆盖率 >= 100% level; 农村社区照料站覆盖率 >= 80% level"},
		{"培育产值超10亿元龙头企业3家、超5亿元5家、超亿元20家。", "产值超10亿元龙头企业 >= 3家 cumulative; 产值超5亿元龙头企业 >= 5家 cumulative; 产值超亿元龙头企业 >= 20家 cumulative"},
		{"种植面积10万亩,产量5万吨。", "种植面积 >= 10万亩 level; 产量 >= 5万吨 level"},
		{"新增养老床位1000张;2.改造家庭2000户;", "新增养老床位 >= 1000张 cumulative; 改造家庭 >= 2000户 cumulative"},
	})
}

func TestAMonthWithoutItsYearIsOfThePlansYear(t *testing.T) {
	item := plan.Item{Ref: "1", Text: "9月底前专项债券资金使用率达到90%,11月底前完成改造30个。"}
	for period, want := range map[plan.Period]string{
		{Base: 2024, First: 2025, Last: 2025}: "2025年9月底 2025年11月底",
		{Base: 2020, First: 2021, Last: 2025}: "2025 2025",
	} {
		got := Extract(&item, period, "")
		if len(got) != 2 || got[0].Due+" "+got[1].Due != want || got[0].Measure != "专项债券资金使用率" {
			t.Errorf("%v: %+v", period, got)
		}
	}
}

func TestGrowthOfWhatIsAboveASizeIsGrowth(t *testing.T) {
	checkTargets(t, []struct{ text, want string }{
		{"规模以上工业增加值增长4.5%,限额以上消费品零售额增长6%。", "规模以上工业增加值 >= 4.5% growth ?; 限额以上消费品零售额 >= 6% growth ?"},
		{"新建高标准农田1.2万亩,粮食播种面积不低于8万亩。", "高标准农田 >= 1.2万亩 cumulative; 粮食播种面积 >= 8万亩 level"},
		{"污水处理设施覆盖率＝100%,受益居民1.5万户。", "污水处理设施覆盖率 = 100% level; 受益居民 >= 1.5万户 cumulative"},
		{"东街、西街商圈销售额分别达到30亿元、50亿元。", "东街商圈销售额 >= 30亿元 level; 西街商圈销售额 >= 50亿元 level"},
	})
}

func TestWhatIsReachedIsNotWhatChanges(t *testing.T) {
	checkTargets(t, []struct{ text, want string }{
		{"产业增加值占比提高5个百分点,达到25%。", "产业增加值占比提高 >= 5个百分点 cumulative; 产业增加值占比 >= 25% level"},
		{"粮食单产提高10公斤以上,达到430公斤/亩。", "粮食单产提高 >= 10公斤 cumulative; 粮食单产 >= 430公斤/亩 level"},
		{"每年财政支出增长不低于10%,五年科技投入不少于50亿元。", "财政支出增长 >= 10% 每年 annual; 科技投入 >= 50亿元 cumulative"},
		{"三年内完成300家企业转型。", "企业转型 >= 300家 2023 cumulative"},
		{"食品抽检量达到每千人7批次。", "食品抽检量 >= 7批次 level"},
		{"直接融资占比达三成以上。", "直接融资占比 >= 3成 level"},
		{"开发区营业收入过5000亿元,通过3家验收。", "开发区营业收入 > 5000亿元 level"},
		{"生产总值突破五千亿元、人均突破10万元。", "生产总值 > 5000亿元 level; 人均生产总值 > 10万元 level"},
		{"旅游总人次、旅游总收入年均分别增长8%和10%以上。", "旅游总人次 >= 8% growth; 旅游总收入 >= 10% growth"},
	})
}

func TestSumsInBracketsAndFlowsAreCumulative(t *testing.T) {
	checkTargets(t, []struct{ text, want string }{
		{"氮氧化物、挥发性有机物重点工程减排量分别达到〔6500〕吨、〔3200〕吨。", "氮氧化物重点工程减排量 >= 6500吨 cumulative; 挥发性有机物重点工程减排量 >= 3200吨 cumulative"},
		{"单位能耗累计降低〔14.5%〕,造林〔60万亩〕左右。", "单位能耗累计降低 >= 14.5% cumulative; 造林 ~ 60万亩 cumulative"},
		{"化学需氧量削减量达到5000吨。", "化学需氧量削减量 >= 5000吨 cumulative"},
		{"办电时间缩短30%。", "办电时间缩短 >= 30% cumulative"},
		{"新增上市公司10家以上,力争达到15家。", "新增上市公司 >= 10家 cumulative; 新增上市公司 >= 15家 cumulative"},
		{"工业企业数量净增200户,达到1000户以上。", "工业企业数量净增 >= 200户 cumulative; 工业企业数量 >= 1000户 level"},
		{"服务业增加值占比超过半数。", "服务业增加值占比 > 50% level"},
	})
}

func TestRulesOfASupportAreNoTargets(t *testing.T) {
	checkTargets(t, []struct{ text, want string }{
		{"按成交价20%给予补贴,单件最高不超过2000元。", ""},
		{"按照每亩不超过500元的标准给予补贴。", ""},
	})
}

func TestOneMeasureMayStandBehindRespectively(t *testing.T) {
	checkTargets(t, []struct{ text, want string }{
		{"2023年、2024年、2025年分别完成文旅投资50亿元、60亿元、70亿元。",
			"文旅投资 >= 50亿元 2023 cumulative; 文旅投资 >= 60亿元 2024 cumulative; 文旅投资 >= 70亿元 cumulative"},
		{"2024年物流成本下降5%,2025年下降8%。", "物流成本下降 >= 5% 2024 cumulative; 物流成本下降 >= 8% cumulative"},
		{"高新技术企业数达到150家,科技型中小企业入库200家。", "高新技术企业数 >= 150家 level; 科技型中小企业入库 >= 200家 level"},
		{"新建(改扩建)公办幼儿园3所。", "公办幼儿园 >= 3所 cumulative"},
	})
}

func TestAFirstSentenceMayNameWhatIsMeasured(t *testing.T) {
	checkTargets(t, []struct{ text, want string }{
		{"营业收入。到2028年突破800亿元,年均增长10%以上。", "营业收入 > 800亿元 2028 level ?; 营业收入 >= 10% 2028 growth"},
		{"劳动生产率。提高15%,达到110万元/人。", "劳动生产率提高 >= 15% cumulative ?; 劳动生产率 >= 110万元/人 level"},
		{"扩大消费。突破100亿元。", " > 100亿元 level ?"},
	})
}

func TestWhatComesOfPayingIsATarget(t *testing.T) {
	checkTargets(t, []struct{ text, want string }{
		{"育儿补贴发放率100%。", "育儿补贴发放率 >= 100% level"},
		{"五年获国家级奖励5项。", "国家级奖励 >= 5项 cumulative"},
		{"退回上年度缴费的40%。", ""},
		{"每人每年培训不少于60学时。", "每人培训 >= 60学时 每年 annual"},
	})
}
