package target

import (
	"testing"

	"tianbao/seeds/plan"
)

// checkIn is checkTargets for a plan of other years.
func checkIn(t *testing.T, period plan.Period, tests []struct{ text, want string }) {
	t.Helper()
	for _, test := range tests {
		got := ""
		for _, x := range Extract(&plan.Item{Ref: "1", Text: test.text}, period, "") {
			if got != "" {
				got += "; "
			}
			got += x.Measure + " " + string(x.Op) + " " + x.Min.String() + x.Unit + " " + x.Due
		}
		if got != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.text, got, test.want)
		}
	}
}

func TestASpanOfYearsCountsFromThePlansFirst(t *testing.T) {
	checkIn(t, plan.Period{Base: 2023, First: 2024, Last: 2024}, []struct{ text, want string }{
		{"力争3年内新增外贸企业600家，其中2024年新增150家。", "新增外贸企业 >= 600家 2026; 新增外贸企业 >= 150家 2024"},
		{"两年内建设海外仓12个。", "海外仓 >= 12个 2025"},
		{"自2025年起，用三年时间培育知名品牌30个。", "知名品牌 >= 30个 2027"},
		{"今后五年，建设科普基地100个。", "科普基地 >= 100个 2028"},
		{"力争一年内引进总部企业5家、两年内达到12家。", "总部企业 >= 5家 2024; 总部企业 >= 12家 2025"},
		{"通过三年努力建成示范街道8个。", "示范街道 >= 8个 2026"},
		{"招聘毕业2年内高校毕业生300人。", "毕业2年内高校毕业生 >= 300人 2024"},
	})
	checkIn(t, plan.Period{Base: 2023, First: 2024, Last: 2026}, []struct{ text, want string }{
		{"三年累计更新管网500公里，第一年完成150公里。", "更新管网 >= 500公里 三年累计; 更新管网 >= 150公里 2024"},
		{"力争用2年时间完成23条支路建设。", "支路 >= 23条 2025"},
		{"首年建成站点20个，第二年建成站点30个。", "站点 >= 20个 2024; 站点 >= 30个 2025"},
	})
}

func TestWhatIsOfEachYearIsATargetOfEach(t *testing.T) {
	checkIn(t, plan.Period{Base: 2023, First: 2024, Last: 2026}, []struct{ text, want string }{
		{"2024年改造小区100个，2025年、2026年各改造80个。", "改造小区 >= 100个 2024; 改造小区 >= 80个 2025; 改造小区 >= 80个 2026"},
		{"2024年和2025年各建成水厂3座。", "水厂 >= 3座 2024; 水厂 >= 3座 2025"},
		{"建设高标准农田12万亩（2024年3万亩、2025年4万亩、2026年5万亩）。", "高标准农田 >= 12万亩 2026; 高标准农田 >= 3万亩 2024; 高标准农田 >= 4万亩 2025; 高标准农田 >= 5万亩 2026"},
		{"新建充电桩900个（2024年建成300个，2025年建成600个）。", "充电桩 >= 900个 2026; 充电桩 >= 300个 2024; 充电桩 >= 600个 2025"},
		{"农田灌溉水利用系数（2023年0.53）达到0.56。", "农田灌溉水利用系数 >= 0.56 2026"},
	})
}

func TestHistoryIsToldClauseByClause(t *testing.T) {
	checkIn(t, plan.Period{Base: 2024, First: 2025, Last: 2025}, []struct{ text, want string }{
		{"去年建成充电桩2600个，今年再建3000个，总量突破1万个。", "充电桩 >= 3000个 2025; 充电桩总量 > 1万个 2025"},
		{"新增微型消防站15个（2024年已建12个），累计达到27个。", "新增微型消防站 >= 15个 2025; 微型消防站 >= 27个 2025"},
		{"2024年改造农房400户，再改造农房500户。", "改造农房 >= 500户 2025"},
		{"今年以来培训800人次，力争全年培训2000人次。", "培训 >= 2000人次 2025"},
		{"“十四五”以来累计造林3万亩，年底前完成造林1万亩。", "造林 >= 1万亩 2025"},
	})
}

func TestAPartOfTheYearIsWhenItIsDue(t *testing.T) {
	checkIn(t, plan.Period{Base: 2025, First: 2026, Last: 2026}, []struct{ text, want string }{
		{"一季度规上工业增加值增长7.5%，新开工项目10个；上半年完成投资50亿元。", "规上工业增加值 >= 7.5% 2026年一季度; 新开工项目 >= 10个 2026年一季度; 投资 >= 50亿元 2026年上半年"},
		{"确保前三季度投放贷款30亿元，年底前达到45亿元。", "投放贷款 >= 30亿元 2026年前三季度; 投放贷款 >= 45亿元 2026"},
		{"6月底建成厂房5栋，四季度投产企业3家。", "厂房 >= 5栋 2026年6月底; 投产企业 >= 3家 2026年四季度"},
		{"签约额比上半年提高20%。", "签约额提高 >= 20% 2026"},
	})
	checkIn(t, plan.Period{Base: 2024, First: 2025, Last: 2027}, []struct{ text, want string }{
		{"2025年3月底前签约企业8家，9月底前开工企业5家。", "签约企业 >= 8家 2025年3月底; 开工企业 >= 5家 2025年9月底"},
	})
}

func TestGrowthIsOfWhatWasNamedBefore(t *testing.T) {
	checkTargets(t, []struct{ text, want string }{
		{"实现营业收入210亿元，利润总额12.6亿元，同比分别增长8%和10%。", "营业收入 >= 210亿元 level; 利润总额 >= 12.6亿元 level; 营业收入 >= 8% growth ?; 利润总额 >= 10% growth ?"},
		{"快递业务量达到5亿件，同比增长12%。", "快递业务量 >= 5亿件 level; 快递业务量 >= 12% growth ?"},
	})
}

func TestAnAdverbThatBeginsANameIsPartOfIt(t *testing.T) {
	checkTargets(t, []struct{ text, want string }{
		{"基本医保参保率稳定在95%以上，基本建成公园3个。", "基本医保参保率 >= 95% level; 公园 >= 3个 cumulative"},
		{"到账科研经费达到2.5亿元，共建实验室2家。", "到账科研经费 >= 2.5亿元 level; 共建实验室 >= 2家 level"},
		{"每个县建立展示点1个，全省共建100个。", "每个县展示点 >= 1个 cumulative; 每个县展示点 >= 100个 cumulative"},
		{"全面推行河长制，再生水利用率达到25%。", "再生水利用率 >= 25% level"},
		{"还款率不低于98%，重点改造街区3处，重点街区亮化率达到90%。", "还款率 >= 98% level; 改造街区 >= 3处 cumulative; 重点街区亮化率 >= 90% level"},
		{"固定资产投资完成180亿元、增长10%以上，运输收入力争完成420亿元。", "固定资产投资 >= 180亿元 cumulative; 固定资产投资 >= 10% growth ?; 运输收入 >= 420亿元 cumulative"},
	})
}

func TestAUnitOfTwoIsOneUnit(t *testing.T) {
	checkTargets(t, []struct{ text, want string }{
		{"更新消防器材600件套，巡查企业300家次以上。", "更新消防器材 >= 600件套 cumulative; 巡查企业 >= 300家次 cumulative"},
		{"开展惠民演出500场次，配备仪器40台件。", "惠民演出 >= 500场次 cumulative; 仪器 >= 40台件 cumulative"},
		{"新建2条次干道，建成3个套房样板。", "次干道 >= 2条 cumulative; 套房样板 >= 3个 cumulative"},
		{"改造老旧小区86个2.1万户，加装电梯100部。", "改造老旧小区 >= 86个 cumulative; 改造老旧小区 >= 2.1万户 cumulative; 加装电梯 >= 100部 cumulative"},
	})
}

func TestHowOftenIsNoTarget(t *testing.T) {
	checkTargets(t, []struct{ text, want string }{
		{"每半年召开1次调度会，每年评选1次。", ""},
		{"每季度通报1次，每两年组织1次大赛。", ""},
		{"每年组织巡诊40次。", "巡诊 >= 40次 每年 annual"},
		{"对新升规企业给予奖励10万元，连续两年增长20%以上的再奖5万元。", ""},
	})
}

func TestPeopleWhomSomethingIsDoneForCount(t *testing.T) {
	checkTargets(t, []struct{ text, want string }{
		{"评选20名最美教师，奖励100名优秀班主任。", "最美教师 >= 20名 cumulative; 优秀班主任 >= 100名 cumulative"},
		{"为5万名妇女提供“两癌”筛查，为2000名残疾人适配辅具。", "妇女提供“两癌”筛查 >= 5万名 cumulative; 残疾人适配辅具 >= 2000名 cumulative"},
		{"为300户困难家庭落实适老化改造，表彰50名工匠。", "困难家庭落实适老化改造 >= 300户 cumulative; 工匠 >= 50名 cumulative"},
	})
}

func TestANameMayStandBeforeAColonOrADash(t *testing.T) {
	checkIn(t, plan.Period{Base: 2010, First: 2011, Last: 2015}, []struct{ text, want string }{
		{"新建建筑节能标准执行率：2011年95%，2015年100%。", "新建建筑节能标准执行率 >= 95% 2011; 新建建筑节能标准执行率 >= 100% 2015"},
		{"农村公路里程：2012年800公里，2015年1200公里。", "农村公路里程 >= 800公里 2012; 农村公路里程 >= 1200公里 2015"},
		{"——新建研发机构20家；——建设中试基地2个。", "研发机构 >= 20家 2015; 中试基地 >= 2个 2015"},
	})
}

func TestNumbersOfTheGenreInOddPlaces(t *testing.T) {
	checkTargets(t, []struct{ text, want string }{
		{"在餐饮、便利店、药店等20个行业推行综合许可，在5个乡镇开展试点。", "行业推行综合许可 >= 20个 cumulative; 乡镇开展试点 >= 5个 cumulative"},
		{"每所高校至少托管1所县中，托管县中总数达到160所。", "每所高校托管县中 >= 1所 level; 托管县中总数 >= 160所 level"},
		{"平均降尘量不得高于8吨/月·平方公里，供电标准煤耗降至298克/千瓦时。", "平均降尘量 <= 8吨/月·平方公里 level; 供电标准煤耗 <= 298克/千瓦时 level"},
		{"用水、用气报装分别压缩至4个、5个工作日以内。", "用水报装 <= 4个工作日 level; 用气报装 <= 5个工作日 level"},
		{"投诉处置及时率、满意率分别不低于98%、95%。", "投诉处置及时率 >= 98% level; 满意率 >= 95% level"},
		{"帮助300家企业贷款15亿元，引进10家企业投资20亿元。", "企业贷款 >= 300家 cumulative; 企业贷款 >= 15亿元 cumulative; 企业投资 >= 10家 cumulative; 企业投资 >= 20亿元 cumulative"},
		{"设立50亿元产业引导母基金，打造不少于两万平方米的专业化空间。", "产业引导母基金 >= 50亿元 cumulative ?; 专业化空间 >= 2万平方米 cumulative"},
		{"分三年改造适老化家庭9000户。", "改造适老化家庭 >= 9000户 2023 cumulative"},
		{"实现营业收入45亿元（其中：粮食板块20亿元），利润2.2亿元。", "营业收入 >= 45亿元 level; 粮食板块 >= 20亿元 level; 利润 >= 2.2亿元 level"},
		{"允许不超过五分之一的股东不具有资格，优先支持其区域内1家符合条件的园区升级。", ""},
	})
	checkTargets(t, []struct{ text, want string }{
		{"建设一流课程3门；2023年已获批省级课程18门，已认定基地2家。", "一流课程 >= 3门 cumulative"},
		{"职工医保住院报销比例稳定在80%以上，政策范围内支付比例达到75%。", "职工医保住院报销比例 >= 80% level; 政策范围内支付比例 >= 75% level"},
		{"按20%的比例报销，报销比例为60%。", ""},
	})
	checkIn(t, plan.Period{Base: 2025, First: 2026, Last: 2026}, []struct{ text, want string }{
		{"巩固2025年创建成果，再创建示范社区6个，累计达到30个。", "示范社区 >= 6个 2026; 示范社区 >= 30个 2026"},
		{"2025年已新建泊位2000个，2026年再新增2500个，2027年达到1万个。", "泊位 >= 2500个 2026; 泊位 >= 1万个 2027"},
	})
}

func TestTheMeasureIsANameWithoutWhatIsDoneToIt(t *testing.T) {
	checkTargets(t, []struct{ text, want string }{
		{"将企业开办时间压缩至4个工作日以内，将用水总量控制在64亿立方米以内。", "企业开办时间 <= 4个工作日 level; 用水总量 <= 64亿立方米 level"},
		{"提高有线电视超高清机顶盒占比至75%，降低管网漏损率至9%。", "有线电视超高清机顶盒占比 >= 75% level; 管网漏损率 <= 9% level"},
		{"为65岁以上老年人免费体检2万人，对500名残疾儿童实施康复救助。", "65岁以上老年人免费体检 >= 2万人 cumulative; 残疾儿童实施康复救助 >= 500名 cumulative"},
		{"为全区2300名老年人提供上门服务。", "老年人提供上门服务 >= 2300名 cumulative"},
		{"新建成幼儿园7所，新开通公交线路2条，新建成人学校1所。", "幼儿园 >= 7所 cumulative; 公交线路 >= 2条 cumulative; 成人学校 >= 1所 cumulative"},
		{"建成区知识产权工作站6家，建成区黑臭水体整治率达到90%。", "区知识产权工作站 >= 6家 cumulative; 建成区黑臭水体整治率 >= 90% level"},
		{"南宁、柳州等市各建设1个以上城市医疗集团，启动实施老旧小区改造40个。", "南宁、柳州等市城市医疗集团 >= 1个 cumulative; 老旧小区改造 >= 40个 cumulative"},
		{"年度目标营业收入950亿元，轮训园长1500人次。", "营业收入 >= 950亿元 level; 轮训园长 >= 1500人次 cumulative"},
		{"盘活闲置厂房、楼宇。2020年已盘活8处，今年再盘活6处、3万平方米。", "闲置厂房、楼宇 >= 6处 cumulative ?; 闲置厂房、楼宇 >= 3万平方米 cumulative"},
		{"去年建成的15个颐养之家要规范运营，今年再新建8个。", "颐养之家 >= 8个 cumulative"},
	})
}

func TestWhatAClauseLeavesToTheNext(t *testing.T) {
	checkIn(t, plan.Period{Base: 2025, First: 2026, Last: 2026}, []struct{ text, want string }{
		{"上半年引进企业6家，全年引进15家以上。", "企业 >= 6家 2026年上半年; 企业 >= 15家 2026"},
		{"三季度末前完成管网改造40公里，年内完成60公里。", "管网改造 >= 40公里 2026年三季度; 管网改造 >= 60公里 2026"},
		{"居民人均可支配收入增速高于经济增速1个百分点，达到3.6万元左右。", "居民人均可支配收入增速高于经济增速 >= 1个百分点 2026; 居民人均可支配收入 ~ 3.6万元 2026"},
		{"去年新开工保障房300套，今年续建300套、新开工500套，基本建成400套。", "保障房 >= 300套 2026; 保障房新开工 >= 500套 2026; 保障房 >= 400套 2026"},
		{"推动规上工业企业由120家增至150家，基地从3个增加到5个。", "规上工业企业 >= 150家 2026; 基地 >= 5个 2026"},
		{"自2026年1月起，3年内分批次改造社区120个，2026年、2027年、2028年分别完成30个、50个、40个。",
			"改造社区 >= 120个 2028; 改造社区 >= 30个 2026; 改造社区 >= 50个 2027; 改造社区 >= 40个 2028"},
	})
	checkTargets(t, []struct{ text, want string }{
		{"压减“三公”经费5%以上，压减行政成本3%。", "压减“三公”经费 >= 5% cumulative; 压减行政成本 >= 3% cumulative"},
	})
}
