package target

import (
	"runtime"
	"strings"
	"testing"

	"tianbao/seeds/plan"
)

// TestALongTextCostsAsMuchAsItIsLong compares the memory taken for a text and for one four times as long.
func TestALongTextCostsAsMuchAsItIsLong(t *testing.T) {
	taken := func(n int) uint64 {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		Extract(&plan.Item{Ref: "1", Text: strings.Repeat("新建平台20多家，产值达到5亿元；", n)}, plan.Period{}, "")
		runtime.ReadMemStats(&after)
		return after.TotalAlloc - before.TotalAlloc
	}
	taken(1)
	if one, four := taken(100), taken(400); four > 6*one {
		t.Errorf("%d bytes for one, %d for four", one, four)
	}
}
