package catalogue

import (
	"testing"

	"tianbao/seeds/clause"
	"tianbao/seeds/plan"
)

func TestShortAndFullNamesOfAnOfficeResembleEachOther(t *testing.T) {
	for _, test := range []struct {
		short, full string
		want        bool
	}{
		{"县人社局", "县人力资源和社会保障局", true},
		{"市工信局", "市工业和信息化局", true},
		{"市发改委", "市发展改革委", true},
		{"县政府", "县人民政府", true},
		{"青岚学院", "青岚职业技术学院", false},
		{"市水利局", "市司法局", false},
	} {
		unit := plan.Unit{Name: test.full}
		if got := resembles(&unit, test.short, false); got != test.want {
			t.Errorf("%s and %s: %v", test.short, test.full, got)
		}
	}
	if clause.InShort("县人民政府办公室") != clause.InShort("县政府办") {
		t.Error("县政府办 is the 办公室 of the county's government")
	}
}
