package xl_test

import (
	"testing"
	"time"

	"tianbao/seeds/trial"
	"tianbao/templates/xl"
	"tianbao/workbook/ooxml"
)

// FuzzText: whatever is set as text comes back as that text from our own reader.
func FuzzText(f *testing.F) {
	for _, s := range []string{"=1+1", "_x000D_", "_x005F_x000D_", "__x0041__", " a\n", "\x00", "\ufffe", "&lt;", "]]>", "\xff"} {
		f.Add(s, s)
	}
	day := time.Date(2025, 1, 1, 8, 0, 0, 0, time.UTC)
	f.Fuzz(func(t *testing.T, text, now string) {
		b := xl.New(xl.Props{Title: text, Created: day})
		s := b.Sheet("一")
		s.Text(1, 1, text, 0)
		s.Formula(1, 2, `""`, now, 0)
		data, err := b.Bytes()
		if err != nil {
			return // over the limit
		}
		got := trial.Made(ooxml.Read(data, ooxml.DefaultLimits()))(t)
		for i, want := range []string{xl.CleanText(text), xl.CleanText(now)} {
			if got := textAt(got.Sheets[0], i+1); got != want {
				t.Errorf("column %d: %q came back as %q", i+1, want, got)
			}
		}
	})
}

// textAt is the text of a cell of the first row, "" where it is blank.
func textAt(g *ooxml.Grid, col int) string {
	for _, r := range g.Rows {
		for _, c := range r.Cells {
			if c.Col == col {
				return c.Text
			}
		}
	}
	return ""
}
