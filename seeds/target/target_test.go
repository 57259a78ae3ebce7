package target

import (
	"fmt"
	"strings"
	"testing"

	"tianbao/seeds/plan"
)

var period = plan.Period{Base: 2020, First: 2021, Last: 2025}

func extract(text string) []plan.Target {
	return Extract(&plan.Item{Ref: "1", Text: text}, period, "")
}

// brief prints a target as measure op value unit due basis, with a ? where it
// is doubtful; due is left out where it is the plan's last year.
func brief(x plan.Target) string {
	value := x.Min.String()
	if x.Op == plan.Between {
		value += ".." + x.Max.String()
	}
	words := []string{x.Measure, string(x.Op), value + x.Unit}
	if x.Due != "2025" {
		words = append(words, x.Due)
	}
	words = append(words, string(x.Basis))
	if x.Doubt != "" {
		words = append(words, "?")
	}
	return strings.Join(words, " ")
}

func checkTargets(t *testing.T, tests []struct{ text, want string }) {
	t.Helper()
	for _, test := range tests {
		var got []string
		for _, x := range extract(test.text) {
			got = append(got, brief(x))
		}
		if all := strings.Join(got, "; "); all != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.text, all, test.want)
		}
	}
}

func TestOperatorsAreTheWordsBesideTheNumber(t *testing.T) {
	checkTargets(t, []struct{ text, want string }{
		{"新建市级实验室4家。", "市级实验室 >= 4家 cumulative"},
		{"用水总量控制在9.5亿立方米以内。", "用水总量 <= 9.5亿立方米 level"},
		{"公共供水管网漏损率不超过9%。", "公共供水管网漏损率 <= 9% level"},
		{"PM2.5平均浓度降至33微克/立方米以下。", "PM2.5平均浓度 <= 33微克/立方米 level"},
		{"企业开办时间压缩至1个工作日以内。", "企业开办时间 <= 1个工作日 level"},
		{"进出口总额突破80亿美元。", "进出口总额 > 80亿美元 level"},
		{"旅游总收入突破千亿元大关。", "旅游总收入 > 1000亿元 level"},
		{"生猪出栏稳定在400万头。", "生猪出栏 = 400万头 level"},
		{"粮食产量稳定在25亿斤以上。", "粮食产量 >= 25亿斤 level"},
		{"煤炭产能稳定在600万吨/年左右。", "煤炭产能 ~ 600万吨/年 level"},
		{"培育骨干企业约20家。", "骨干企业 ~ 20家 cumulative"},
		{"创建绿色工厂5-8家、智能车间10至15个。", "绿色工厂 range 5..8家 cumulative; 智能车间 range 10..15个 cumulative"},
		{"规模以上企业达１,２００家。", "规模以上企业 >= 1200家 level"},
		{"公众满意度达到95分以上，灌溉水有效利用系数达到0.58以上。", "公众满意度 >= 95分 level; 灌溉水有效利用系数 >= 0.58 level"},
		{"新增三至五家上市公司，建立两三家试点。", "新增上市公司 range 3..5家 cumulative"},
		{"综合实力进入全省前10位。", "综合实力进入全省 <= 10位 level ?"},
		{"行政村通硬化路比例达到百分之九十五以上。", "行政村通硬化路比例 >= 95% level"},
	})
}

func TestThresholdsBelongToWhatIsCounted(t *testing.T) {
	checkTargets(t, []struct{ text, want string }{
		{"培育年产值5亿元以上企业6家、亿元以上产品12个。", "年产值5亿元以上企业 >= 6家 cumulative; 年产值亿元以上产品 >= 12个 cumulative"},
		{"培育3家产值超100亿元的龙头企业。", "产值超100亿元的龙头企业 >= 3家 cumulative"},
		{"打造超千亿元园区1个、超五百亿元园区2个。", "超千亿元园区 >= 1个 cumulative; 超五百亿元园区 >= 2个 cumulative"},
		{"建成产值500—1000亿元产业集群2个。", "产值500—1000亿元产业集群 >= 2个 cumulative"},
		{"建成110千伏及以上变电站10座。", "110千伏及以上变电站 >= 10座 cumulative"},
		{"实现20户以上自然村通硬化路。", ""},
		{"重点保障居住3年以上或参保1年以上的务工人员落户。", ""},
		{"设立总规模50亿元的产业基金。", "产业基金总规模 >= 50亿元 level ?"},
		{"建立不少于100人的专家库，引进100名以上的急需人才。", "急需人才 >= 100名 cumulative"},
		{"每年组织1500人以上参加见习，公办学校数为30所。", "参加见习 >= 1500人 每年 annual; 公办学校数 >= 30所 level"},
		{"6个县区建成20个示范点。", "6个县区示范点 >= 20个 cumulative"},
		{"村集体收入50万元以上的村占比达到60%。", "村集体收入50万元以上的村占比 >= 60% level"},
		{"中心城区30%以上的面积达到海绵城市要求。", "中心城区面积达到海绵城市要求 >= 30% level"},
	})
}

func TestNamesSlogansDatesAndAgesAreNoTargets(t *testing.T) {
	checkTargets(t, []struct{ text, want string }{
		{"实施“1323”行动和“百千万”工程，用好“12345”热线，推进“2+N”模式、1+9+12体系。", ""},
		{"推广5G、4A级服务，治理PM2.5，改造G311国道，建设S202线、地铁3号线。", ""},
		{"落实《行动计划（2021—2023年）》，2030年前实现碳达峰，于每年3月底前报送。", ""},
		{"组织20岁以下青年培训，打造15分钟健身圈、2小时交通圈，实行7×24小时服务。", ""},
		{"形成300米见绿、500米见园的体系，建设220千伏环网。", ""},
		{"土地承包到期后再延长三十年，聚焦建党100周年，落实十年禁捕。", ""},
		{"围绕3个方面、聚焦10个领域，抓好5项任务，依托2个平台。", ""},
		{"实现一个场所、多种功能，一支队伍管执法，建立一人一档、一户一策。", ""},
		{"实施健康促进等15个专项行动，推进3个开发区标准化建设。", ""},
		{"经济总量居全省第4位。", ""},
		{"已建成5个园区。截至2020年底，共有学校30所。", ""},
		{"2020年浓度为58毫克/升。目标：新建管网30公里。", "管网 >= 30公里 cumulative"},
		{"2020年末老年人48万人。养老床位2.1万张。", ""},
		{"依托1个国家级、4个省级开发区，巩固提升3个国家级基地、5个省级基地建设水平。", ""},
		{"最高奖励50万元，给予50%补贴。", ""},
	})
}

func TestDueIsInheritedAndBasisFollowsTheVerb(t *testing.T) {
	checkTargets(t, []struct{ text, want string }{
		{"到2023年底，建成公园3个。绿道达到50公里。", "公园 >= 3个 2023年底 cumulative; 绿道 >= 50公里 2023年底 level"},
		{"每年培训农民工2万人次。技能人才总量达10万人。", "培训农民工 >= 2万人次 每年 annual; 技能人才总量 >= 10万人 level"},
		{"每年新增就业5万人以上，调查失业率控制在5.5%以内。", "新增就业 >= 5万人 每年 annual; 调查失业率 <= 5.5% level"},
		{"年组建联合体5家以上。", "联合体 >= 5家 每年 annual"},
		{"年接待游客突破5000万人次。", "年接待游客 > 5000万人次 level"},
		{"五年累计完成投资5000亿元以上。", "投资 >= 5000亿元 五年累计 cumulative"},
		{"“十三五”期间完成投资3000亿元，“十四五”期间力争完成5000亿元。", "投资 >= 5000亿元 cumulative"},
		{"全市生产总值突破800亿元,年均增长7%以上。", "生产总值 > 800亿元 level; 生产总值 >= 7% growth"},
		{"压减粗钢产能500万吨，居民收入增速高于全省2个百分点。", "压减粗钢产能 >= 500万吨 cumulative; 居民收入增速高于全省 >= 2个百分点 level ?"},
		{"生产总值增长6%。", "生产总值 >= 6% growth ?"},
		{"单位GDP能耗较2020年下降13.5%，水的重复利用率提高5个百分点。", "单位GDP能耗下降 >= 13.5% cumulative; 水的重复利用率提高 >= 5个百分点 cumulative"},
		{"森林覆盖率由2020年的30.2%提高到2025年的33%。", "森林覆盖率 >= 33% level"},
		{"到2025年和2030年，非化石能源占比分别达到20%、25%。", "非化石能源占比 >= 20% level; 非化石能源占比 >= 25% 2030 level"},
		{"确保城镇新增就业年均5万人以上。", "城镇新增就业 >= 5万人 每年 annual"},
		{"到二〇二七年，再生水利用率达到25%，并网装机容量达到90万千瓦。", "再生水利用率 >= 25% 2027 level; 并网装机容量 >= 90万千瓦 2027 level"},
		{"建设商业综合体达到20家。", "商业综合体 >= 20家 level"},
		{"到２０２７年，数字经济占比超过12%。", "数字经济占比 > 12% 2027 level"},
	})
}

func TestEnumerationsShareWhatTheySayOnce(t *testing.T) {
	checkTargets(t, []struct{ text, want string }{
		{"城区与县城绿地率分别达36%、35%，绿化覆盖率分别达39%、38%。",
			"城区绿地率 >= 36% level; 县城绿地率 >= 35% level; 城区绿化覆盖率 >= 39% level; 县城绿化覆盖率 >= 38% level"},
		{"风电、光伏装机容量分别达到100万千瓦、200万千瓦。", "风电装机容量 >= 100万千瓦 level; 光伏装机容量 >= 200万千瓦 level"},
		{"工业、农业、服务业增加值分别达到5亿元、6亿元。",
			"工业、农业、服务业增加值 >= 5亿元 level ?; 工业、农业、服务业增加值 >= 6亿元 level ?"},
		{"每年支持一部小说、一台舞台剧、一座雕塑创作。", "小说 >= 1部 每年 annual; 舞台剧 >= 1台 每年 annual; 雕塑创作 >= 1座 每年 annual"},
		{"建成两座水厂，打造三个中心。", "水厂 >= 2座 cumulative; 中心 >= 3个 cumulative ?"},
		{"建设市级以上园区10个，其中省级3个、国家级1个。", "市级以上园区 >= 10个 cumulative; 省级园区 >= 3个 cumulative; 国家级园区 >= 1个 cumulative"},
		{"新引进人才6万人、总量达20万人，其中博士1万人。", "新引进人才 >= 6万人 cumulative; 人才总量 >= 20万人 level; 博士 >= 1万人 level ?"},
		{"建成城市公园8个和街头游园30个，完成12个小区改造任务。", "城市公园 >= 8个 cumulative; 街头游园 >= 30个 cumulative; 小区改造任务 >= 12个 cumulative"},
		{"新增高标准农田100万亩（其中高效节水20万亩）。", "新增高标准农田 >= 100万亩 cumulative; 高效节水 >= 20万亩 cumulative"},
		{"实现5A级景区“零”的突破。", "5A级景区 > 0 level ?"},
		{"孕产妇死亡率、婴儿死亡率分别控制在9/10万、5‰以下。", "孕产妇死亡率 <= 9/10万 level; 婴儿死亡率 <= 5‰ level"},
		{"接待游客突破6000万人次，旅游总收入突破600亿元，年均分别增长12%和15%。",
			"接待游客 > 6000万人次 level; 旅游总收入 > 600亿元 level; 接待游客 >= 12% growth; 旅游总收入 >= 15% growth"},
		{"县城防洪标准达到50年一遇、排涝标准达到20年一遇。", "县城防洪标准 >= 50年一遇 level; 县城排涝标准 >= 20年一遇 level"},
		{"7项指标达到全省平均水平，3项进入全省前5位。", "指标达到全省平均水平 >= 7项 level; 进入全省前5位 >= 3项 level"},
		{"建成5个以上省级园区，2个以上国家级园区。", "省级园区 >= 5个 cumulative; 国家级园区 >= 2个 cumulative"},
		{"一是新建学校5所。二是①培育重点企业20家，使用面积达到3万平方米。",
			"学校 >= 5所 cumulative; 重点企业 >= 20家 cumulative; 使用面积 >= 3万平方米 level"},
		{"居民收入与经济同步增长，达到4万元。", "居民收入与经济同步增长 >= 4万元 level ?"},
	})
}

func TestIDsCountWithinTheItemAndPhrasesAreQuoted(t *testing.T) {
	text := "力争到 2025 年，新建市级园区 3 个、县级园区5—6个（含改建）。"
	got := extract(text)
	if len(got) != 2 || got[0].ID != "1-1" || got[1].ID != "1-2" {
		t.Fatalf("targets %v", got)
	}
	if got[0].Phrase != "新建市级园区 3 个" || got[1].Phrase != "县级园区5—6个（含改建）" {
		t.Errorf("phrases %q, %q", got[0].Phrase, got[1].Phrase)
	}
}

func TestPartsThatAddUpMakeATotal(t *testing.T) {
	tests := []struct{ text, want string }{
		{"建成充电桩90个，其中，直流桩30个，交流桩60个。", "1-1=1-2+1-3"},
		{"产值达到15亿元。其中，整车7亿元；配件8亿元。园区达到3个。", "1-1=1-2+1-3"},
		{"整治村庄125个（包括63个省级村、62个市级村）。", "1-1=1-2+1-3"},
		{"人才总量达60万人，其中博士1.5万人、硕士12万人。", ""},
		{"建成公园9个，其中湿地公园3个、湿地6公顷。", ""},
	}
	for _, test := range tests {
		it := plan.Item{Ref: "1", Text: test.text, Targets: extract(test.text)}
		var got []string
		for _, total := range Totals([]plan.Item{it}) {
			got = append(got, total.Sum+"="+strings.Join(total.Parts, "+"))
		}
		if fmt.Sprint(got) != fmt.Sprint(strings.Fields(test.want)) {
			t.Errorf("%s: totals %v, want %s (targets %v)", test.text, got, test.want, it.Targets)
		}
	}
}

// FuzzTargets: whatever the text, the targets quote it, run upwards and are
// numbered.
func FuzzTargets(f *testing.F) {
	for _, seed := range []string{
		"到2025年,新建平台3—5家(其中省级1家)、总量达１,２００个以上。", "A、B分别达36%、35%,“零”的突破",
		"每年支持一部小说、一座雕塑", "(((《“5”》9亿元/万人", "从3%到5%", "突破千亿元大关", "二十一百个", "突0\xa0", "000000000台0级000%00",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		it := plan.Item{Ref: "9", Text: text}
		it.Targets = Extract(&it, period, "")
		for i, x := range it.Targets {
			if !strings.Contains(text, x.Phrase) || x.Phrase == "" {
				t.Errorf("%q does not say %q", text, x.Phrase)
			}
			if x.Min.GreaterThan(x.Max) || x.Op != plan.Between && !x.Min.Equal(x.Max) {
				t.Errorf("%q: from %s to %s with %s", text, x.Min, x.Max, x.Op)
			}
			if want := fmt.Sprintf("9-%d", i+1); x.ID != want {
				t.Errorf("%q: id %s, want %s", text, x.ID, want)
			}
		}
		Totals([]plan.Item{it})
	})
}
