package target

import (
	"testing"

	"tianbao/seeds/plan"
)

func TestMetresOfWhatIsMadeAreATarget(t *testing.T) {
	checkTargets(t, []struct{ text, want string }{
		{"新建道路800米。", "道路 >= 800米 cumulative"},
		{"铺设管网500米、改造围墙1200米。", "管网 >= 500米 cumulative; 改造围墙 >= 1200米 cumulative"},
		{"新建800米道路，拆除350米围墙。", "道路 >= 800米 cumulative; 拆除围墙 >= 350米 cumulative"},
		{"修复堤防3500米以上。", "修复堤防 >= 3500米 cumulative"},
		{"新建宽6米的道路，建设高度30米的水塔，在500米以内新建站点。", ""},
	})
}

func TestWhatIsBuiltUponIsNoTarget(t *testing.T) {
	checkTargets(t, []struct{ text, want string }{
		{"在去年新建8所幼儿园的基础上，今年再建10所。", "幼儿园 >= 10所 cumulative"},
		{"在现有18个的基础上新建停车场20个。", "在现有18个的基础上新建停车场 >= 20个 cumulative"},
		{"新增国家级人才8人次、省级教学成果奖5项，其中特等奖1项。", "新增国家级人才 >= 8人次 cumulative; 省级教学成果奖 >= 5项 cumulative; 特等奖 >= 1项 cumulative"},
		{"更换消防栓400具，食用菌规模稳定在1.5亿棒。", "消防栓 >= 400具 cumulative; 食用菌规模 = 1.5亿棒 level"},
		{"利润总额同比增长12%，监测户收入增速高于全区平均2个百分点。", "利润总额 >= 12% growth ?; 监测户收入增速高于全区平均 >= 2个百分点 level ?"},
	})
	checkIn(t, plan.Period{Base: 2026, First: 2027, Last: 2027}, []struct{ text, want string }{
		{"2027年年初完成治理38处，2027年初建成3处。", "治理 >= 38处 2027年初; 治理 >= 3处 2027年初"},
		{"到2027年初步建成站点5处。", "站点 >= 5处 2027"},
	})
}
