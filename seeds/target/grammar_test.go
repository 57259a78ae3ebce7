package target

import (
	"testing"

	"tianbao/seeds/plan"
)

// checkDues compares targets of a plan of other years than the built-in one's.
func checkDues(t *testing.T, period plan.Period, by string, tests []struct{ text, want string }) {
	t.Helper()
	for _, c := range tests {
		got := ""
		for _, x := range Extract(&plan.Item{Ref: "1", Text: c.text}, period, by) {
			doubt := ""
			if x.Doubt != "" {
				doubt = " ?"
			}
			got += x.Measure + " " + string(x.Op) + " " + x.Min.String() + x.Unit + " " + x.Due + doubt + "; "
		}
		if got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestYearsAreCountedFromTheYearNamedOrTheFirst(t *testing.T) {
	checkDues(t, plan.Period{Base: 2021, First: 2022, Last: 2026}, "", []struct{ text, want string }{
		{"2022年起5年内，引进博士100名。", "博士 >= 100名 2026; "},
		{"带动未来五年投资300亿元以上。", "投资 >= 300亿元 2026; "},
		{"今后三年新建学校8所。", "学校 >= 8所 2024; "},
		{"2年内建成仓库3座。", "仓库 >= 3座 2023; "},
		{"5年内享受政府薪酬补贴。", ""},
	})
	checkDues(t, plan.Period{Base: 2024, First: 2025, Last: 2027}, "", []struct{ text, want string }{
		{"到2027年初步建成30个职教集团。", "职教集团 >= 30个 2027; "},
		{"2027年初前建成公园2个。", "公园 >= 2个 2027年初; "},
	})
	checkDues(t, plan.Period{Base: 2010, First: 2011, Last: 2015}, "", []struct{ text, want string }{
		{"增加就业\n2011年：新增就业岗位3万个；返乡就业1.5万人。\n2012年：新增就业岗位3.2万个。", "新增就业岗位 >= 3万个 2011; 返乡就业 >= 1.5万人 2011; 新增就业岗位 >= 3.2万个 2012; "},
	})
}

func TestADueBesideTheTextHoldsWhereTheTextNamesNone(t *testing.T) {
	one := plan.Period{Base: 2024, First: 2025, Last: 2025}
	checkDues(t, one, "2025年6月底", []struct{ text, want string }{{"新增规上企业20家，到2025年底完成投资3亿元", "新增规上企业 >= 20家 2025年6月底; 投资 >= 3亿元 2025年底; "}})
	checkDues(t, one, "6月底", []struct{ text, want string }{{"新增规上企业20家", "新增规上企业 >= 20家 2025年6月底; "}})
	checkDues(t, one, "9月底前完成", []struct{ text, want string }{{"新增规上企业20家", "新增规上企业 >= 20家 2025年9月底; "}})
	for by, due := range map[string]string{"2025-06-30": "2025年6月", "2025.9.1": "2025年9月", "2025/11": "2025年11月", "2025年1月—12月": "2025年12月", "3月至9月底": "2025年9月底", "2024.3-2025.11": "2025年11月", "6月30日前": "2025年6月"} {
		checkDues(t, one, by, []struct{ text, want string }{{"新增规上企业20家", "新增规上企业 >= 20家 " + due + "; "}})
	}
	checkDues(t, one, "长期坚持", []struct{ text, want string }{{"新增规上企业20家", "新增规上企业 >= 20家 2025; "}})
}

func TestWhatARuleSaysIsNoPromise(t *testing.T) {
	checkDues(t, plan.Period{Base: 2024, First: 2025, Last: 2025}, "", []struct{ text, want string }{
		{"对不裁员企业退回上年度缴费的40%，最长不超过2年。", ""},
		{"优先支持1家条件成熟的园区升级。", ""},
		{"对大型企业按上年度实际缴纳失业保险费的30%返还。", ""},
		{"对300户困难家庭进行居家适老化改造。", "困难家庭进行居家适老化改造 >= 300户 2025; "},
		{"对3个方面开展排查。", ""},
		{"为5万名老年人免费体检。", "老年人免费体检 >= 5万名 2025; "},
		{"为3个方面的短板。", ""},
		{"优化提升50条背街小巷交通组织。", "背街小巷交通组织 >= 50条 2025; "},
		{"对建立1000万元规模以上先导资金的联合体给予支持。", ""},
		{"对新认定的省级平台以上、年营收达到2亿元的企业予以奖励。", ""},
		{"对标先进，建成示范园区3个，按规定给予支持。", "示范园区 >= 3个 2025; "},
		{"每2年更新1次教材。", ""},
		{"实施阶段性下调工伤保险费率50%的政策。", ""},
		{"培育奖励原则上不超过3年。", ""},
		{"裁员率放宽到不超过企业职工总数20%。", ""},
		{"普惠托位占比达到60%，就业率不低于90%。", "普惠托位占比 >= 60% 2025; 就业率 >= 90% 2025; "},
	})
}

func TestListsOfPeopleAndNamesWith重点AreReadWhole(t *testing.T) {
	checkDues(t, plan.Period{Base: 2024, First: 2025, Last: 2025}, "", []struct{ text, want string }{
		{"重点育秧区薄膜回收率达到70%以上，重点河段水质达标率达到92%。", "重点育秧区薄膜回收率 >= 70% 2025; 重点河段水质达标率 >= 92% 2025; "},
		{"重点引进专家30名。", "专家 >= 30名 2025; "},
		{"减少低收入人口2万以上，资助60名骨干教师、医生下乡服务。", "减少低收入人口 >= 2万 2025; 资助骨干教师、医生下乡服务 >= 60名 2025; "},
		{"两级评选奖励30名技术能手、300名青年工匠，鼓励并资助40名教师出国（境）进修。", "两级评选技术能手 >= 30名 2025; 青年工匠 >= 300名 2025; 鼓励并资助教师出国（境）进修 >= 40名 2025; "},
		{"为全区23000名老年人提供居家上门服务。", "老年人提供居家上门服务 >= 23000名 2025; "},
	})
}

func TestFractionsAndRatiosAreInDoubt(t *testing.T) {
	checkDues(t, plan.Period{Base: 2024, First: 2025, Last: 2025}, "", []struct{ text, want string }{
		{"城乡居民收入之比2.2:1。", "城乡居民收入之比 >= 2.2:1 2025 ?; "},
		{"科技型企业占比达到三分之一以上。", "科技型企业占比 >= 33.3% 2025 ?; "},
		{"园区营业收入过千亿元。", "园区营业收入 > 1000亿元 2025; "},
	})
}
