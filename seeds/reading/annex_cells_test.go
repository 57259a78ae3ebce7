package reading_test

import (
	"fmt"
	"strings"
	"testing"
)

func TestAnAnnexOfOneCellALineHoldsItsColumns(t *testing.T) {
	for _, c := range []struct{ name, cells, want string }{
		{"a last column that is not known", "附件：\n规划主要指标\n序号 指标 单位 2020年 2025年 增量 1 公路总里程 公里 2150 2450 300 2 二级公路占比 % 18 24 6 3 通客车率 % 99 100 1", "公路总里程 公里 2150 2450 -|二级公路占比 % 18 24 -|通客车率 % 99 100 -"},
		{"the next annex ends it", "附件1\n指标 2020年 2025年 年均增速 零售总额（亿元） 310 430 6.8% 限上企业（家） 220 320 7.8% 附件2 重点项目表 序号 项目 投资 1 商业综合体 12亿元", "零售总额 亿元 310 430 6.8%|限上企业 家 220 320 7.8%"},
		{"a name that ends as a heading does, its nature before the values", "附件\n指标 属性 2020年 2025年 牵头单位 生产总值增速（%） 预期性 3.1 — 县发改局 耕地保有量（万亩） 约束性 42.1 42.3 县自然资源局", "生产总值增速 % 3.1 - -|耕地保有量 万亩 42.1 42.3 -"},
		{"numbers and no headings", "附表\n科技创新主要指标\n1 研发经费投入强度 % 2.4 3.0 2 基础研究经费占比 % 4.8 8左右 3 技术合同成交额 亿元 1200 2500", "研发经费投入强度 % 2.4 3.0 -|基础研究经费占比 % 4.8 8左右 -|技术合同成交额 亿元 1200 2500 -"},
		{"categories and no headings", "附件：主要指标\n（一）环境卫生 垃圾回收利用率（%） 28 40 预期性 机械化清扫率（%） 82 95 预期性 （二）市政设施 人均绿地面积（平方米） 12.1 14.5 预期性", "垃圾回收利用率 % 28 40 -|机械化清扫率 % 82 95 -|人均绿地面积 平方米 12.1 14.5 -"},
		{"a title that speaks of goals is no heading", "附件\n主要发展目标\n指标 2020年 2025年 年均增长 金融业增加值（亿元） 62 100 10% 上市公司（家） 4 10 — 备注：以上指标均为预期性。", "金融业增加值 亿元 62 100 10%|上市公司 家 4 10 -"},
		{"explanations below are no names", "附件\n主要指标\n序号 指标 2020年 2025年 1 人均场地（平方米） 1.9 2.6 2 社会体育指导员（人/千人） 2.1 3 指标解释：人均场地按常住人口计。 咨询电话：0731-25221234", "人均场地 平方米 1.9 2.6 -|社会体育指导员 人/千人 2.1 3 -"},
	} {
		p, _ := parse(t, "云川县“十四五”规划任务分工\n一、重点任务\n1.建设公路300公里。（县交通局负责）\n"+strings.ReplaceAll(c.cells, " ", "\n")+"\n")
		var got []string
		for i := range p.Indicators {
			in := &p.Indicators[i]
			got = append(got, fmt.Sprintf("%s %s %s %s %s", in.Name, in.Unit, in.Base, in.Target, in.Growth))
		}
		if all := strings.Join(got, "|"); all != c.want || len(p.Items) != 1 || len(p.Items[0].Targets) != 1 {
			t.Errorf("%s: got\n%s\nwant\n%s\n%d items", c.name, all, c.want, len(p.Items))
		}
	}
}
