package xl

import (
	"fmt"
	"math"
	"strconv"
)

// gridLines is into how many steps the values of a line chart are parted, about.
const gridLines = 4

// bounds writes where the value axis of a line chart begins and ends, and its steps:
// close around the values, where from nought two lines would lie in one. "" leaves it
// to the program.
func (c Chart) bounds(all []series) (ends, steps string) {
	low, high, ok := spread(all)
	if c.Kind != LineChart || !ok || low <= (high-low)/2 {
		return "", ""
	}
	step := niceStep((high - low) / gridLines)
	if high == low {
		step = niceStep(high / (5 * gridLines))
	}
	first, last := math.Floor(low/step), math.Ceil(high/step)
	if first*step >= low {
		first--
	}
	if last*step <= high {
		last++
	}
	places := max(0, -int(math.Floor(math.Log10(step))))
	print := func(steps float64) string { return strconv.FormatFloat(steps*step, 'f', places, 64) }
	return fmt.Sprintf(`<c:max val="%s"/><c:min val="%s"/>`, print(last), print(max(first, 0))), `<c:majorUnit val="` + print(1) + `"/>`
}

// spread is the least and the greatest value of all series.
func spread(all []series) (low, high float64, ok bool) {
	low, high = math.Inf(1), math.Inf(-1)
	for _, s := range all {
		for _, c := range s.values.cells {
			if v, err := strconv.ParseFloat(c.text, 64); c.kind == numberCell && err == nil {
				low, high, ok = min(low, v), max(high, v), true
			}
		}
	}
	return low, high, ok
}

// niceStep is the least of 1, 2, 5, 10, 20 … and their tenths that is not below a width.
func niceStep(width float64) float64 {
	unit := math.Pow(10, math.Floor(math.Log10(width)))
	for _, n := range []float64{1, 2, 5} {
		if n*unit >= width {
			return n * unit
		}
	}
	return 10 * unit
}
