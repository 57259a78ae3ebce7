package office

import (
	"fmt"

	"github.com/xrash/smetrics"
)

// UsageError is a mistake in what was asked for: a unit, year or name that does not
// fit. Hint, where not "", says what to write.
type UsageError struct{ Text, Hint string }

func (e *UsageError) Error() string { return e.Text }

// Usage is a mistake in what was asked for.
func Usage(hint, format string, args ...any) error {
	return &UsageError{Text: fmt.Sprintf(format, args...), Hint: hint}
}

// Suggest asks for the candidate nearest to what was typed, "" where none is near.
func Suggest(typed string, candidates []string, prefix string) string {
	best, score := "", 0.0
	for _, c := range candidates {
		if s := smetrics.JaroWinkler(typed, c, 0.7, 4); s > score {
			best, score = c, s
		}
	}
	if score < 0.75 {
		return ""
	}
	return "是不是想写“" + prefix + best + "”?"
}
