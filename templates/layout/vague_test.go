package layout

import (
	"testing"
	"unicode"

	"tianbao/seeds/text"
)

func TestATextThatSaysNothingIsTold(t *testing.T) {
	for text, want := range map[string]bool{
		"同上": true, "同上。": true, "按要求推进": true,
		"。": true, "。。。": true, "???": true, "?!": true, "----": true, "…": true, "……": true, "／／": true, "——。": true,
		"√": true, "✓": true, "- -": true, "－　－": true, "—\n—": true, "*": true, "≥": true, "□": true, "★★★": true,
		"": false, "无": false, "0": false, "1": false, "a": false, "。a": false, "√已完成": false, "---新建3家": false, "①": false,
		"已按要求推进相关工作": true, "〇": false, "々": false, "℃": false,
	} {
		if SaysNothing(text) != want {
			t.Errorf("SaysNothing(%q) = %v", text, !want)
		}
	}
}

func TestNoMarkIsALetterADigitOrNothingToSee(t *testing.T) {
	for _, r := range Marks() {
		if unicode.IsLetter(r) || unicode.IsNumber(r) || text.Invisible(r) || unicode.IsControl(r) || r > 0xffff {
			t.Errorf("%q %U is among the marks", r, r)
		}
	}
	if n := len([]rune(Marks())); n > MaxText {
		t.Errorf("%d marks do not fit in a cell", n)
	}
}

func TestATextThatPointsElsewhereSaysNothing(t *testing.T) {
	for _, words := range []string{"详见附件1", "另附材料", "见上报材料", "同第1项", "与上年一致", "2024年工作总结.docx", "【请填写】", "已按要求推进", "详见附件2。", "见附件(总结)", "与去年相同", "市科技局总结.PDF", "均已按计划完成", "按照要求落实。", "同上表3"} {
		if !SaysNothing(words) {
			t.Errorf("%s is taken for an account", words)
		}
	}
	for _, words := range []string{"详情见附件三", "具体见我局年度总结", "材料已报送", "相关材料已另行上报", "正在稳步推进中", "各项工作进展顺利。", "目前正在有序推进,进展良好", "工作正常开展", "已完成年度目标任务", "全年各项任务按计划完成"} {
		if !SaysNothing(words) {
			t.Errorf("%s is taken for an account", words)
		}
	}
	for _, words := range []string{"材料科学实验室建成投用", "积极对接省厅推动项目落实", "全年新增就业3万人,完成目标", "已完成园区控制性详规编制工作", "正在推进高铁站站房主体工程", "加快建设产业园,3家企业入驻", "详情见附件1。新建平台3家,累计8家", "已按计划新建园区2个并完成", "见证取样检测12批次", "按要求完成12个项目的建设", "与上年相比增长5%,新增3家", "附件齐全并已通过验收备案登记手续的项目共三个,均已投产", "另有2家在建"} {
		if SaysNothing(words) {
			t.Errorf("%s says nothing", words)
		}
	}
}

func TestAReasonHasSubstance(t *testing.T) {
	for words, want := range map[string]bool{
		"经我单位再次核对无误": false, "经核实,数据真实准确。": false, "以上填报数据真实可靠": false, "已与市统计局核对,数据无误": false, "以统计局公布的数据为准": false, "该数为实际数据": false, "确实如此,没有问题": false,
		"基层上报的数据不准确": true, "新增企业集中投产,数据核对无误": true, "受疫情影响开工推迟,情况属实": true, "经省统计局第五次经济普查核定,上年基数调低,故增幅较大,数据核对无误": true,
		"用地指标未落实": true, "统计口径调整": true, "口径调整": false, "核实无误": false, "情况属实。": false, "数据真实准确": false, "详见附件1": false, "无": false, "": false, "。。。。。。。": false,
	} {
		if IsReason(words) != want {
			t.Errorf("%s: %v", words, !want)
		}
	}
}

// What the rule refuses the formula must refuse: it looks at the heads, tails and the
// length alone.
func TestTheFormulaOfAPointerAsksForNoLess(t *testing.T) {
	for _, words := range []string{"详见附件1", "见附件(总结)", "均已按计划完成", "【请填写】", "同第1项", "与上年一致", "材料已报送", "各项工作进展顺利。", "工作正常开展", "已按要求推进相关工作"} {
		if len([]rune(words)) > PointerMost || !begins(words, PointerHeads()) || !ends(words, PointerTails()) {
			t.Errorf("%s is not among what the formula knows", words)
		}
	}
}
