package reading_test

import (
	"strings"
	"testing"
)

// TestNamesOfOneUnitAreOneUnit reads documents that call a unit by its place, or a government in short.
func TestNamesOfOneUnitAreOneUnit(t *testing.T) {
	for _, c := range []struct{ name, text, units, groups string }{
		{"the place of the document before the name, or not",
			"云川市2027年重点工作分工方案\n一、民生\n1.办学。（云川市教育局牵头，市财政局配合）\n2.办医。（市卫健委牵头，云川市财政局、市教育局配合）\n",
			"市教育局=云川市教育局 市财政局=云川市财政局 市卫健委", ""},
		{"governments and groups of them in short",
			"云川市2027年重点工作分工方案\n一、民生\n1.办学。（青山县人民政府、各县区政府负责）\n2.办医。（市卫健委牵头，青山县政府、各县区人民政府配合）\n",
			"青山县人民政府=青山县政府 市卫健委", "各县区政府=各县区人民政府"},
		{"two places, one of each level",
			"云川市白水省协同发展行动方案（2027年）\n一、通道\n1.通车。（云川市交通局牵头，白水省交通运输厅配合）\n2.引水。（白水省水利厅牵头，市交通局、省交通运输厅配合）\n",
			"市交通局=云川市交通局 省交通运输厅=白水省交通运输厅 白水省水利厅", ""},
		{"districts are places of their own",
			"云川市2027年重点工作分工方案\n一、民生\n1.办学。（青山区教育局、白河区教育局负责）\n2.办医。（市卫健委牵头，青山区卫健局配合）\n",
			"青山区教育局 白河区教育局 市卫健委 青山区卫健局", ""},
	} {
		p, _ := parse(t, c.text)
		var units, groups []string
		for _, u := range p.Units {
			units = append(units, strings.Join(append([]string{u.Name}, u.Aliases...), "="))
		}
		for _, g := range p.Groups {
			groups = append(groups, strings.Join(append([]string{g.Name}, g.Aliases...), "="))
		}
		if got := strings.Join(units, " "); !sameUnits(got, c.units) || strings.Join(groups, " ") != c.groups {
			t.Errorf("%s: got %s; %s, want %s; %s", c.name, got, strings.Join(groups, " "), c.units, c.groups)
		}
	}
}

// sameUnits compares units with their aliases, whichever of the names comes first.
func sameUnits(got, want string) bool {
	sorted := func(units string) string {
		all := strings.Fields(units)
		for i, names := range all {
			if a, b, two := strings.Cut(names, "="); two && a > b {
				all[i] = b + "=" + a
			}
		}
		return strings.Join(all, " ")
	}
	return sorted(got) == sorted(want)
}
