package ooxml

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"tianbao/seeds/trial"
)

// openpyxlScans reads every cell of the workbooks of a folder and prints the
// processor time that took, in seconds, the program's start left out.
const openpyxlScans = `
import pathlib, sys, time, openpyxl
start = time.process_time()
for name in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    book = openpyxl.load_workbook(name, read_only=True, data_only=True)
    for sheet in book.worksheets:
        for row in sheet.iter_rows(values_only=True):
            for value in row:
                pass
    book.close()
print(time.process_time() - start)
`

// BenchmarkReadAgainstOpenpyxl holds the processor time against a straightforward
// openpyxl script on the same files.
func BenchmarkReadAgainstOpenpyxl(b *testing.B) {
	files := returns(b, 40, false)
	dir := b.TempDir()
	for i, data := range files {
		must(os.WriteFile(filepath.Join(dir, fmt.Sprintf("%d.xlsx", i)), data, 0o600))
	}
	python := trial.Python(b, "openpyxl")
	r := NewReader(DefaultLimits())
	var ours, theirs time.Duration
	for range b.N {
		ours += turn(files, func(data []byte) { r.Read(data) })
		out, err := exec.Command(python, "-c", openpyxlScans, dir).Output()
		if err != nil {
			b.Fatal(err)
		}
		seconds, err := strconv.ParseFloat(strings.TrimSpace(string(out)), 64)
		must(err)
		theirs += time.Duration(seconds * float64(time.Second))
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(float64(ours.Microseconds())/float64(b.N*len(files)), "read-µs")
	b.ReportMetric(float64(theirs.Microseconds())/float64(b.N*len(files)), "openpyxl-µs")
	b.ReportMetric(float64(theirs)/float64(ours), "x-openpyxl")
}

// BenchmarkWorstFile reads the hostile and odd files and prints the two that cost
// most. Memory is all that was allocated, collected or not.
func BenchmarkWorstFile(b *testing.B) {
	r := NewReader(DefaultLimits())
	var slowest, largest string
	var most time.Duration
	var memory uint64
	for range b.N {
		for _, o := range corpus() {
			_, _, took, got := measured(r, o.data())
			if took > most {
				slowest, most = o.name, took
			}
			if got > memory {
				largest, memory = o.name, got
			}
		}
	}
	b.Logf("slowest: %s, %v; largest: %s, %d MiB", slowest, most, largest, memory>>20)
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(most.Seconds()*1000, "worst-ms")
	b.ReportMetric(float64(memory)/(1<<20), "worst-MiB")
}

// BenchmarkReadLarge reads a sheet with formats dragged down 20,000 empty rows, and
// one of 300,000 rows by 15 columns.
func BenchmarkReadLarge(b *testing.B) {
	for name, data := range map[string][]byte{
		"padded": sheetOfRows(20_000, paddedRow()).bytes(),
		"full":   sheetOfRows(300_000, wideRow()).bytes(),
	} {
		b.Run(name, func(b *testing.B) {
			r := NewReader(DefaultLimits())
			b.ReportAllocs()
			for b.Loop() {
				if book, fs := r.Read(data); book == nil {
					b.Fatal(fs)
				}
			}
		})
	}
}
