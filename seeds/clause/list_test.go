package clause

import "testing"

func TestAListOfUnitsIsToldByMostOfThem(t *testing.T) {
	for list, want := range map[string]bool{
		"县国有林场、县融媒体中心、县气象局、团县委":      true,
		"临江县人民政府,县乡村振兴局、尹集镇人民政府、土桥镇": true,
		"学校、医院、养老机构、市教育局":            false,
		"工业园、科技园、孵化园":                false,
	} {
		if got := genre().IsUnitList(list); got != want {
			t.Errorf("%s: %v", list, got)
		}
	}
}
