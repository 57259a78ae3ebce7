package seeds

import (
	"testing"

	"tianbao/seeds/document"
	"tianbao/seeds/finding"
)

func TestADocumentOfTheSamePlaceIsReadWithTheRegister(t *testing.T) {
	doc, _ := document.Read("plan.txt", source)
	p, found := Parse(doc)
	if len(p.Groups) != 1 || len(p.Groups[0].Members) != 4 || found.Count(finding.Warning)+found.Count(finding.Error) != 0 {
		t.Errorf("groups %v, findings %v", p.Groups, found)
	}
}

func TestADocumentOfAnotherPlaceIsReadWithoutTheRegister(t *testing.T) {
	doc, _ := document.Read("other.txt", []byte("青岚市“十四五”任务分工\n1.培育企业。(市科技局牵头,市财政局、市发展改革委、各县区政府、青岚高新区管委会配合)\n"))
	p, _ := Parse(doc)
	if len(p.Units) != 4 || len(p.Groups) != 1 || len(p.Groups[0].Members) != 0 {
		t.Errorf("units %v, groups %v", p.Units, p.Groups)
	}
}
