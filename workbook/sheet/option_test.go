package sheet

import (
	"testing"

	"tianbao/seeds/finding"
	"tianbao/templates/layout"
	"tianbao/workbook/ooxml"
)

func TestAnOptionIsKnownWhateverItIsWrittenWith(t *testing.T) {
	for given, want := range map[string]finding.Code{"无此统计": "", "⽆此统计": finding.OptionRead, "无 此 统 计": finding.OptionRead, "*无此统计:": finding.OptionRead, "没有统计": finding.OptionOffList} {
		r := Take(&ooxml.Book{}, &ooxml.Cell{Kind: ooxml.Text, Text: given}, Want{Kind: layout.Choice, List: layout.ListData})
		if r.Code != want || want != finding.OptionOffList && r.Text != "无此统计" {
			t.Errorf("%s: %+v", given, r)
		}
	}
}

func TestADateCellInATextColumnIsADay(t *testing.T) {
	r := Take(&ooxml.Book{}, &ooxml.Cell{Kind: ooxml.ISODate, Text: "2025-03-05T00:00:00.000"}, Want{})
	if r.Text != "2025-03-05" || r.Code != finding.TextRead {
		t.Errorf("%+v", r)
	}
}
