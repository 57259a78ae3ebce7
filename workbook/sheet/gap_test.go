package sheet

import (
	"testing"

	"tianbao/workbook/ooxml"
)

func TestAnEmptySheetHasNoGaps(t *testing.T) {
	g := &ooxml.Grid{Name: "Sheet1"}
	h := FindHead(g, Headings([]string{"编号", "核定值"}))
	if h.FindGaps(g); len(h.Gaps) != 2 || h.Gaps[0]+h.Gaps[1] != 0 {
		t.Errorf("gaps %v", h.Gaps)
	}
}
