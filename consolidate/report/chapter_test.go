package report

import (
	"testing"

	"tianbao/consolidate"
	"tianbao/consolidate/town"
	"tianbao/seeds/plan"
)

func TestAnItemSaysWhereCountiesReportOnItByChapter(t *testing.T) {
	p := town.Plan()
	p.Items[0].Support[0].Duty = plan.DutyChapter
	s := town.Merged(t, consolidate.Input{Plan: p, Year: 2024, Batch: town.Batch(p, 2024, nil,
		town.Sent{Unit: "东县政府", Cells: town.Answers{"support/第一章/joined": "已开展", "support/第一章/account": "办成三件事。"}})})
	items := town.Drawn(t, rendered(t, s), "重点任务", "编号")
	if got := items["1"]["配合单位工作情况"]; got != "1个单位按章报送,见“配合情况”第一章" {
		t.Errorf("%q", got)
	}
	if got := items["2"]["配合单位工作情况"]; got != "" {
		t.Errorf("an item of no county says %q", got)
	}
}
