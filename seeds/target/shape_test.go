package target

import "testing"

func TestTheSizeOfAThingThatIsMadeIsATargetInDoubt(t *testing.T) {
	checkTargets(t, []struct{ text, want string }{
		{"设立规模50亿元的基金。", "基金规模 >= 50亿元 level ?"},
		{"发起设立总规模100亿元的产业引导基金。", "产业引导基金总规模 >= 100亿元 level ?"},
		{"建设面积3000平方米的养老服务中心。", "养老服务中心面积 >= 3000平方米 level ?"},
		{"组建规模不低于20亿元的科创母基金3支。", "规模不低于20亿元的科创母基金 >= 3支 cumulative"},
		{"引进总投资10亿元的项目。", ""},
		{"支持规模10亿元以上的企业。", ""},
		{"形成年产2GWh生产能力。", "年产生产能力 >= 2GWh cumulative"},
		{"新增日处理10万吨污水能力。", "新增日处理污水能力 >= 10万吨 cumulative"},
	})
}

func TestLettersBehindANumberAreAUnitWhereItIsToBeReached(t *testing.T) {
	checkTargets(t, []struct{ text, want string }{
		{"抗菌药物使用强度控制在40DDDs以内。", "抗菌药物使用强度 <= 40DDDs level"},
		{"新增算力500P。", "新增算力 >= 500P cumulative"},
		{"新增智能算力2000PFlops以上。", "新增智能算力 >= 2000PFlops cumulative"},
		{"建设城市算力中心，算力达到3000P。", "算力 >= 3000P level"},
		{"推广应用C919飞机3架。", "应用C919飞机 >= 3架 cumulative"},
		{"引进A320飞机维修项目，落实GB50016标准。", ""},
		{"建设5G基站，推进4K超高清改造，5G-A规模部署。", ""},
		{"达到5G水平。", ""},
	})
}

func TestWhatIsDoneWithNumberedThingsCounts(t *testing.T) {
	checkTargets(t, []struct{ text, want string }{
		{"抓好300个重点项目。", "重点项目 >= 300个 cumulative"},
		{"抓实50个工业项目建设。", "工业项目 >= 50个 cumulative"},
		{"抓好3个方面工作，抓好5项重点任务。", ""},
		{"选取3户企业试点。", "企业试点 >= 3户 cumulative"},
		{"为6万名65岁以上老年人免费体检，为1.2万名妇女开展筛查。", "65岁以上老年人免费体检 >= 6万名 cumulative; 妇女开展筛查 >= 1.2万名 cumulative"},
		{"逐步把1800万亩永久基本农田建成高标准农田。", "永久基本农田建成高标准农田 >= 1800万亩 cumulative"},
		{"实现1.8万贫困人口脱贫，60个贫困村销号，带动3万农户增收。", "贫困人口脱贫 >= 1.8万 level; 贫困村销号 >= 60个 level; 农户增收 >= 3万 cumulative"},
		{"新增日处理200吨应急处理设备。", "新增日处理应急处理设备 >= 200吨 cumulative"},
		{"完成2000年底前建成的老旧小区改造68个。", "2000年底前建成的老旧小区改造 >= 68个 cumulative"},
		{"消除易涝点8处。", "易涝点 >= 8处 cumulative"},
		{"发行地方政府债券100亿元，开行中欧班列100列。", "地方政府债券 >= 100亿元 cumulative; 中欧班列 >= 100列 cumulative"},
		{"管理层级压缩到4级以内。", "管理层级 <= 4级 level"},
		{"补贴和护理补贴覆盖率均达到100%。", "补贴和护理补贴覆盖率 >= 100% level"},
	})
}

func TestHoursOfADayAreATarget(t *testing.T) {
	checkTargets(t, []struct{ text, want string }{
		{"学生每天体育锻炼2小时以上。", "学生每天体育锻炼 >= 2小时 level"},
		{"确保学生每天综合体育活动时间2小时。", "学生每天综合体育活动时间 >= 2小时 level"},
		{"每日开放10小时以上。", "每日开放 >= 10小时 level"},
		{"办理8小时以上。", ""},
		{"不动产登记压缩至3个工作日内办结。", "不动产登记办结 <= 3个工作日 level"},
	})
}

func TestRatiosAndFractionsOfAnyFormAreInDoubt(t *testing.T) {
	checkTargets(t, []struct{ text, want string }{
		{"专任教师与学生比为1:2.5。", "专任教师与学生比 >= 1:2.5 level ?"},
		{"城乡居民收入比缩小到2.2:1。", "城乡居民收入比 <= 2.2:1 level ?"},
		{"医护比达到1∶1.25以上。", "医护比 >= 1∶1.25 level ?"},
		{"新能源汽车占比达到1/3。", "新能源汽车占比 >= 33.3% level ?"},
		{"办理时限压减1/3以上。", "办理时限压减 >= 33.3% cumulative ?"},
		{"环卫车辆三分之二实现电动化。", "环卫车辆实现电动化 >= 66.7% level ?"},
		{"半数以上行政村达到和美乡村标准。", "行政村达到和美乡村标准 >= 50% level ?"},
		{"研发经费投入年均增长两位数。", "研发经费投入 >= 10% growth ?"},
		{"工业增加值保持两位数增长。", "工业增加值 >= 10% growth ?"},
		{"地区生产总值过千亿元。", "地区生产总值 > 1000亿元 level"},
		{"地区生产总值突破千亿大关。", "地区生产总值 > 1000亿 level ?"},
		{"通过5000亿元项目审查。", ""},
		{"按24:00时段实行，1/20000地形图。", ""},
	})
}

func TestALineThatIsNothingButANumberIsOfTheLineAbove(t *testing.T) {
	checkTargets(t, []struct{ text, want string }{
		{"粮食总产量\n46.5万吨以上", "粮食总产量 >= 46.5万吨 level ?"},
		{"高标准农田建设\n3.5万亩", "高标准农田建设 >= 3.5万亩 cumulative ?"},
		{"新增市级以上龙头企业\n5家", "新增市级以上龙头企业 >= 5家 cumulative ?"},
		{"农村居民人均可支配收入增速\n8.5%", "农村居民人均可支配收入 >= 8.5% growth ?"},
		{"垃圾无害化处理率\n100%", "垃圾无害化处理率 >= 100% level ?"},
		{"新发展食用菌\n3000万袋", "新发展食用菌 >= 3000万袋 cumulative ?"},
		{"经营性收入10万元以上的村占比\n80%", "经营性收入10万元以上的村占比 >= 80% level ?"},
		{"示范村\n建成10个", "示范村 >= 10个 cumulative ?"},
	})
}
