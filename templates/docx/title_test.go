package docx

import (
	"strings"
	"testing"
)

func TestATitleBreaksBetweenItsWords(t *testing.T) {
	for _, lines := range []string{
		"关于《亳州市国民经济和社会发展|第十四个五年规划和2035年远景目标纲要》|2024年度实施情况的报告",
		"填报表退回修改单",
		"关于《临河市发展规划》|2024年度实施情况的报告",
		"关于报送《某市“十五五”规划纲要》|2021年度实施情况的通知",
		"《临河市发展规划》|2024年度实施情况素材汇编",
		"关于报送《亳州市国民经济和社会发展|第十四个五年规划和2035年远景目标纲要》|2024年度实施情况的通知",
	} {
		if got := strings.Join(titleLines(strings.ReplaceAll(lines, "|", ""), titleRoom), "|"); got != lines {
			t.Errorf("%s, want %s", got, lines)
		}
	}
	long := strings.Repeat("规划", 100) + strings.Repeat("x", 60)
	if got := strings.Join(titleLines(long, titleRoom), ""); got != long {
		t.Error("something of a title is lost:", got)
	}
}
