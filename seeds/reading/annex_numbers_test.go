package reading

import (
	"fmt"
	"strings"
	"testing"
)

func TestEveryRowOfTheAnnexHasANumberOfItsOwn(t *testing.T) {
	for _, test := range []struct{ nos, want string }{
		{"1  2", "[1 3 2]"}, {"   ", "[1 2 3 4]"}, {"1 2 1 2", "[1 2 3 4]"}, {"1 2 3", "[1 2 3]"},
	} {
		var rows []annexRow
		for _, no := range strings.Split(test.nos, " ") {
			rows = append(rows, annexRow{no: no})
		}
		if got := fmt.Sprint(rowNumbers(rows)); got != test.want {
			t.Errorf("%q: %s, want %s", test.nos, got, test.want)
		}
	}
}
