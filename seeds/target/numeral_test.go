package target

import "testing"

func TestNumeralsAboveTenThousandAreOneNumber(t *testing.T) {
	checkTargets(t, []struct{ text, want string }{
		{"建成充电桩一万二千个。", "充电桩 >= 12000个 cumulative"},
		{"建成充电桩一万二个。", ""},
	})
}
