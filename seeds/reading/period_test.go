package reading

import (
	"testing"

	"tianbao/seeds/document"
	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
)

func TestAPlanWhoseDuesAreAllOfOneYearIsThatYears(t *testing.T) {
	doc, _ := document.Read("a.txt", []byte("某市稳增长措施任务分解\n1.退税。2022年6月底前退税40亿元。(市税务局牵头)\n2.贷款。2022年底贷款余额达到800亿元。(市财政局牵头)\n"))
	p, found := Parse(doc, nil)
	if want := (plan.Period{Base: 2021, First: 2022, Last: 2022}); p.Period != want || len(found) == 0 {
		t.Errorf("%v %v", p.Period, found)
	}
}

func TestAYearOfAFiveYearPlanIsAPlanOfOneYear(t *testing.T) {
	for title, want := range map[string]plan.Period{
		"云川大学贯彻落实“十四五”规划2023年重点任务分解表":  {Base: 2022, First: 2023, Last: 2023},
		"云川市“十五五”规划纲要2027年度目标任务分工":     {Base: 2026, First: 2027, Last: 2027},
		"云川市“十四五”规划和2035年远景目标纲要重点任务分工": {Base: 2020, First: 2021, Last: 2025},
	} {
		doc, _ := document.Read("a.txt", []byte(title+"\n1.建课程3门。(教务处负责)\n"))
		if p, _ := Parse(doc, nil); p.Period != want {
			t.Errorf("%s: %v", title, p.Period)
		}
	}
}

func TestYearsOfDuesArePeriodWhereNothingElseSaysOne(t *testing.T) {
	for text, want := range map[string]plan.Period{
		"某区改革责任清单\n1.重组。(牵头部门:区国资办;完成时间:2026年6月)\n2.上市。(牵头部门:区金融局;完成时间:2027年12月)\n":      {Base: 2025, First: 2026, Last: 2027},
		"政府重点工作责任分解\n2027年全市主要预期目标是：生产总值增长8%。\n1.招商5家。(牵头部门:区商务局)\n":                     {Base: 2026, First: 2027, Last: 2027},
		"云川市“千亿交通”三年攻坚行动任务分解\n一、目标\n2027年投资1亿元，2028年投资2亿元，2029年底投资3亿元。(市交通局牵头)\n":        {Base: 2026, First: 2027, Last: 2029},
		"云川市旅游倍增三年行动方案\n云政发〔2027〕3号\n1.建景区5家。(市文旅局牵头)\n":                                 {Base: 2026, First: 2027, Last: 2029},
		"云川市民生工程任务分工\n序号\t任务\t牵头单位\n1\t到2026年底，救助比例提高至90%；到2029年，床位达到40张\t市民政局\n":        {Base: 2025, First: 2026, Last: 2029},
		"云川市党建工程意见\n1.到2025年建中心9个。(市委组织部)\n2.到2029年建中心50个。(市委组织部)\n":                     {Base: 2024, First: 2025, Last: 2029},
		"某区措施任务分解表\n序号\t任务\t牵头单位\t时间节点\n1\t开航线5条\t市交通局\t2028年底\n2\t引项目8个\t市商务局\t2027年\n": {Base: 2026, First: 2027, Last: 2028},
	} {
		doc, _ := document.Read("a.txt", []byte(text))
		if p, found := Parse(doc, nil); p.Period != want || !found.Has(finding.PeriodUnclear) {
			t.Errorf("%s: %v %v", text, p.Period, found)
		}
	}
}

func TestTheYearOfATitleIsTheOneItLooksAheadTo(t *testing.T) {
	for text, want := range map[string]plan.Period{
		"云川区2024年工作回顾与2025年重点任务分工\n1.建课程3门。(教务处负责)\n":                          {Base: 2024, First: 2025, Last: 2025},
		"云川市2027年重点任务分解(2028年修订)\n1.建课程3门。(教务处负责)\n":                           {Base: 2026, First: 2027, Last: 2027},
		"云川市2030年前碳达峰行动方案任务分工\n云政发〔2027〕3号\n1.建电站3座。(市发改委负责)\n":                {Base: 2026, First: 2027, Last: 2030},
		"云川市人才强市意见\n云政发〔2027〕3号\n1.5年内引进人才30名。(市人社局负责)\n2.未来三年建站3家。(市人社局负责)\n": {Base: 2026, First: 2027, Last: 2031},
	} {
		doc, _ := document.Read("a.txt", []byte(text))
		if p, _ := Parse(doc, nil); p.Period != want {
			t.Errorf("%s: %v", text, p.Period)
		}
	}
}

func TestANumberBeforeAMonthIsNoDecimal(t *testing.T) {
	doc, _ := document.Read("a.txt", []byte("云川市2027年任务分工\n1.建课程3门。(教务处负责)\n2.2027年建校5所。(教务处负责)\n3.4月底前建院2座。(教务处负责)\n"))
	p, _ := Parse(doc, nil)
	if len(p.Items) != 3 || p.Items[2].Ref != "3" || p.Items[2].Targets[0].Due != "2027年4月底" {
		t.Errorf("%+v", p.Items)
	}
}
