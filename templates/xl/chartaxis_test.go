package xl

import (
	"strings"
	"testing"
)

func TestAxisOfALineChartLiesCloseAroundItsValues(t *testing.T) {
	for values, want := range map[string]string{
		"38312 41000 49732 52000": `<c:max val="55000"/><c:min val="35000"/> <c:majorUnit val="5000"/>`,
		"82.2 82.2 83":            `<c:max val="83.2"/><c:min val="82.0"/> <c:majorUnit val="0.2"/>`,
		"80.5 80.5":               `<c:max val="85"/><c:min val="80"/> <c:majorUnit val="5"/>`,
		"0 5 9":                   " ",
		"2 15":                    " ",
		"":                        " ",
	} {
		var cells []cell
		for _, v := range strings.Fields(values) {
			cells = append(cells, cell{kind: numberCell, text: v})
		}
		ends, steps := Chart{}.bounds([]series{{values: source{cells: cells}}})
		if got := ends + " " + steps; got != want {
			t.Errorf("%q: %s, want %s", values, got, want)
		}
	}
	if ends, _ := (Chart{Bars: true}).bounds(nil); ends != "" {
		t.Error("bars stand on nought:", ends)
	}
}
