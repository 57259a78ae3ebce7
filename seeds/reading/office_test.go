package reading

import (
	"strings"
	"testing"

	"tianbao/seeds/document"
)

func TestTheUnitThatReportsAreSentToIsReadWhereItIsAUnitOfThePlan(t *testing.T) {
	for _, c := range []struct{ sentence, want string }{
		{"各责任单位于每年3月底前将上年度落实情况报市发展改革委。", "市发展改革委"},
		{"请于每年1月15日前将工作情况报送市工业和信息化局汇总。", "市工业和信息化局"},
		{"各单位每年2月底前将落实情况报至市发展改革委,由其汇总后报市政府。", "市发展改革委"},
		{"各单位每年2月底前将落实情况报市政府。", ""},
		{"各单位要将落实情况报市发展改革委。", ""},
	} {
		lines := []string{"关于某市“十五五”规划的分工方案", "一、产业", "1.建设园区。(市发展改革委牵头,市工业和信息化局配合)", c.sentence}
		doc, _ := document.Read("a.txt", []byte(strings.Join(lines, "\n")))
		if p, _ := Parse(doc, nil); p.Office != c.want {
			t.Errorf("%s: %q, not %q", c.sentence, p.Office, c.want)
		}
	}
}
