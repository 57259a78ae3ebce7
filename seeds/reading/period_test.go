package reading

import (
	"testing"

	"tianbao/seeds/document"
	"tianbao/seeds/plan"
)

func TestAPlanWhoseDuesAreAllOfOneYearIsThatYears(t *testing.T) {
	doc, _ := document.Read("a.txt", []byte("某市稳增长措施任务分解\n1.退税。2022年6月底前退税40亿元。(市税务局牵头)\n2.贷款。2022年底贷款余额达到800亿元。(市财政局牵头)\n"))
	p, found := Parse(doc, nil)
	if want := (plan.Period{Base: 2021, First: 2022, Last: 2022}); p.Period != want || len(found) == 0 {
		t.Errorf("%v %v", p.Period, found)
	}
}
