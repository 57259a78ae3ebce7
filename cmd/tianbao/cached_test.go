package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"tianbao/seeds/finding"
	"tianbao/seeds/trial"
	"tianbao/workbook/ooxml"
)

// What a program that does not compute shows of our formulas is what one that does
// would: in templates, in returns of the demo, in copies to send back, in the summary.
func TestStoredValuesAreThoseThatLibreOfficeComputes(t *testing.T) {
	trial.Office(t)
	w := &town{t, t.TempDir()}
	w.mustRun("demo", "演示")
	var files []string
	for pattern, most := range map[string]int{"下发/2024-*.xlsx": 3, "报送/*.xlsx": 8, "退回/*.xlsx": 5, "2024年度汇总.xlsx": 1} {
		found := trial.Got(filepath.Glob(w.path("演示/" + pattern)))(t)
		for i := range min(most, len(found)) {
			files = append(files, found[i*len(found)/min(most, len(found))])
		}
	}
	must(t, os.Mkdir(w.path("算"), 0o755))
	var bare []string
	for _, file := range files {
		data := trial.Got(os.ReadFile(file))(t)
		name := strings.ReplaceAll(strings.TrimPrefix(file, w.path("演示")+"/"), "/", "-")
		w.write("算/"+name, string(trial.Uncached(t, data)))
		bare = append(bare, w.path("算/"+name))
	}
	trial.Convert(t, w.path(".profile"), "xlsx", w.path("算出"), bare...)
	formulas := 0
	for i, file := range files {
		stored, computed := w.book(file), w.book(filepath.Join(w.path("算出"), filepath.Base(bare[i])))
		for _, g := range stored.Sheets {
			now := map[[2]int]string{}
			if c := computed.Sheet(g.Name); c != nil {
				for _, r := range c.Rows {
					for _, cell := range r.Cells {
						now[[2]int{r.R, cell.Col}] = cell.Text
					}
				}
			}
			for _, r := range g.Rows {
				for _, cell := range r.Cells {
					if cell.Formula == ooxml.Plain {
						continue
					}
					formulas++
					if got := now[[2]int{r.R, cell.Col}]; !sameValue(cell.Text, got) {
						t.Errorf("%s %s!%s: stored %q, computed %q", filepath.Base(bare[i]), g.Name, finding.Place{Row: r.R, Col: cell.Col}.Cell(), cell.Text, got)
					}
				}
			}
		}
	}
	if formulas < 500 {
		t.Errorf("%d formulas", formulas)
	}
}

func (w *town) book(path string) *ooxml.Book {
	w.Helper()
	data, err := os.ReadFile(path)
	must(w.T, err)
	book, found := ooxml.Read(data, ooxml.DefaultLimits())
	if book == nil {
		w.Fatalf("%s: %v", path, found)
	}
	return book
}

// sameValue reports whether it is the same text, or the same number to fifteen digits.
func sameValue(a, b string) bool {
	x, errX := decimal.NewFromString(a)
	y, errY := decimal.NewFromString(b)
	if errX != nil || errY != nil {
		return a == b
	}
	return x.Sub(y).Abs().LessThanOrEqual(x.Abs().Mul(decimal.New(1, -14)))
}
