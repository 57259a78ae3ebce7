package ooxml

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"tianbao/seeds/finding"
	"tianbao/seeds/trial"
)

// odd is a hostile or odd file and what must come of it: refused with a code, or
// read as these cells.
type odd struct {
	name string
	data func() []byte
	code finding.Code // "" where it is read
	want string       // cells of the first sheet as text: "A1=甲 B2=3"
}

// mostMemory is what no file may pass. Time depends on what else the machine does: it
// is printed here, and measured by BenchmarkWorstFile.
const mostMemory = 256 << 20

func corpus() []odd {
	files := slices.Concat(oddKinds(), oddZips(), oddParts(), oddXML(), oddSheets(), oddCells(), oddPrograms())
	if !trial.Long() {
		return files // building the big ones takes a while
	}
	return append(files, oddSizes()...)
}

func TestHostileAndOddFilesAreRefusedByNameOrReadRight(t *testing.T) {
	files := corpus()
	if len(files) < 150 {
		t.Errorf("%d files, 150 wanted", len(files))
	}
	seen := map[string]bool{}
	r := NewReader(DefaultLimits())
	for _, o := range files {
		if seen[o.name] {
			t.Errorf("%s stands twice", o.name)
		}
		seen[o.name] = true
		data := o.data()
		book, fs, took, memory := measured(r, data)
		outcome := outcomeOf(book, fs)
		t.Logf("%-58s %-15s %7.1f ms %6.1f MiB", o.name, strings.SplitN(outcome, " ", 2)[0], took.Seconds()*1000, float64(memory)/(1<<20))
		want := string(o.code)
		if o.code == "" {
			want = strings.TrimSpace("read " + o.want)
		}
		if outcome != want {
			t.Errorf("%s: got %.300s, want %.300s", o.name, outcome, want)
		}
		if memory > mostMemory {
			t.Errorf("%s: %d MiB", o.name, memory>>20)
		}
	}
}

// measured reads and says what that cost: everything allocated counts, collected
// or not.
func measured(r *Reader, data []byte) (*Book, finding.List, time.Duration, uint64) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := time.Now()
	book, fs := r.Read(data)
	took := time.Since(start)
	runtime.ReadMemStats(&after)
	return book, fs, took, after.TotalAlloc - before.TotalAlloc
}

// outcomeOf says in one line what came of a file.
func outcomeOf(book *Book, fs finding.List) string {
	switch {
	case book == nil && len(fs) == 1 && fs[0].Severity == finding.Error:
		return string(fs[0].Code)
	case book == nil:
		return fmt.Sprintf("refused with %d findings", len(fs))
	case fs.Count(finding.Error)+fs.Count(finding.Warning) > 0:
		return "read with errors"
	}
	return strings.TrimSpace("read " + cellsOf(book.Sheets[0]))
}

// cellsOf writes the cells of a sheet: place, "=" and text, with ! before an error,
// ? before a boolean, @ before a date, % behind a percentage, * behind what is unlocked
// and () behind a formula. Of many cells the first and their number.
func cellsOf(g *Grid) string {
	var out []string
	count := 0
	for _, row := range g.Rows {
		for _, c := range row.Cells {
			if count++; count > 8 {
				continue
			}
			mark := map[Kind]string{Error: "!", Bool: "?", ISODate: "@"}[c.Kind]
			if c.Format == Date {
				mark += "@"
			}
			text := finding.Place{Row: row.R, Col: c.Col}.Cell() + "=" + mark + c.Text
			if c.Format == Percent {
				text += "%"
			}
			if !c.Locked {
				text += "*"
			}
			out = append(out, text+[...]string{"", "()", "(?)"}[c.Formula])
		}
	}
	if count > 8 {
		return fmt.Sprintf("%s … %d", out[0], count)
	}
	return strings.Join(out, " ")
}
