package plan

import "testing"

func TestAStatementReadsWholeWithoutSayingThingsTwice(t *testing.T) {
	for _, c := range []struct{ measure, phrase, want string }{
		{"绿地率", "绿地率达36%", "绿地率达36%"},
		{"", "建设平台2家", "建设平台2家"},
		{"规模以上加工企业产值", "达400亿元以上", "规模以上加工企业产值:达400亿元以上"},
		{"经营收入超500亿元开发区", "超500亿元开发区2个", "经营收入超500亿元开发区2个"},
		{"新增上市公司", "全市新增1—2家上市公司", "全市新增1—2家上市公司"},
		{"风能总装机容量", "光伏、风能总装机容量分别达150万千瓦、25万千瓦", "风能总装机容量:光伏、风能总装机容量分别达150万千瓦、25万千瓦"},
		{"三县县城建成区绿化覆盖率", "绿化覆盖率分别达39%、38%", "三县县城建成区绿化覆盖率分别达39%、38%"},
		{"三县县城建成区绿地率", "35%", "三县县城建成区绿地率:35%"},
	} {
		target := Target{Measure: c.measure, Phrase: c.phrase}
		if got := target.Statement(); got != c.want {
			t.Errorf("%s + %s: %s, want %s", c.measure, c.phrase, got, c.want)
		}
	}
}
