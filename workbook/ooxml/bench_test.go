package ooxml

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/klauspost/compress/flate"
	"github.com/xuri/excelize/v2"

	"tianbao/seeds/finding"
	"tianbao/seeds/trial"
)

// returns makes n different returns.
func returns(b *testing.B, n int, inline bool) [][]byte {
	files := make([][]byte, n)
	for i := range files {
		files[i] = built(b, filledReturn(i, inline))
	}
	return files
}

// BenchmarkRead reads returns of 150 rows by 15 columns, 20 files a turn, and holds
// the processor time against excelize's GetRows with RawCellValue and against
// nothing but inflating the same parts, turn by turn on the same files.
func BenchmarkRead(b *testing.B) {
	for _, inline := range []bool{false, true} {
		b.Run(map[bool]string{false: "shared", true: "inline"}[inline], func(b *testing.B) {
			files := returns(b, 20, inline)
			r, inf := NewReader(DefaultLimits()), inflateOnly{}
			var ours, bare, rows time.Duration
			for range b.N {
				ours += turn(files, func(data []byte) { r.Read(data) })
				bare += turn(files, func(data []byte) { inf.all(b, data) })
				rows += turn(files, func(data []byte) { getRows(b, data) })
			}
			per := func(d time.Duration) float64 { return float64(d.Microseconds()) / float64(b.N*len(files)) }
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(per(ours), "read-µs")
			b.ReportMetric(per(bare), "inflate-µs")
			b.ReportMetric(per(rows), "getrows-µs")
			b.ReportMetric(float64(rows)/float64(ours), "x-getrows")
			b.ReportMetric(float64(ours)/float64(bare), "x-inflate")
		})
	}
}

// turn measures one pass over the files, the waste it makes collected within it.
func turn(files [][]byte, read func([]byte)) time.Duration {
	runtime.GC()
	return trial.CPU(func() {
		for _, data := range files {
			read(data)
		}
	})
}

// BenchmarkReadAlone is the reader by itself, for profiles.
func BenchmarkReadAlone(b *testing.B) {
	files := returns(b, 20, false)
	r := NewReader(DefaultLimits())
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		r.Read(files[i%len(files)])
	}
}

// inflateOnly inflates the parts of a package, all checks left out.
type inflateOnly struct {
	dir   directory
	flate io.ReadCloser
	src   bytes.Reader
	buf   [window]byte
}

func (f *inflateOnly) all(b *testing.B, data []byte) {
	trial.Must(b, readDirectory(data, DefaultLimits(), &f.dir))
	for i := range f.dir.entries {
		f.src.Reset(f.dir.entries[i].packed)
		if f.flate == nil {
			f.flate = flate.NewReader(&f.src)
		} else {
			must(f.flate.(flate.Resetter).Reset(&f.src, nil))
		}
		for {
			if _, err := f.flate.Read(f.buf[:]); err == io.EOF {
				break
			} else if err != nil {
				b.Fatal(err)
			}
		}
	}
}

func getRows(b *testing.B, data []byte) {
	f := trial.Got(excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true}))(b)
	defer f.Close()
	for _, name := range f.GetSheetList() {
		if _, err := f.GetRows(name); err != nil {
			b.Fatal(err)
		}
	}
}

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
		out := trial.Got(exec.Command(python, "-c", openpyxlScans, dir).Output())(b)
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

// The shape of a return in the benchmarks.
const returnRows, returnCols = 150, 15

// filledReturn makes a return as a unit sends it: headings, numbers, percentages,
// dates and Chinese text, in a few formats; half the texts recur. With inline the
// texts are in the cells, as a streaming writer leaves them, else in the shared
// table, as the office programs do. seed varies the figures.
func filledReturn(seed int, inline bool) func(*excelize.File) {
	return func(f *excelize.File) {
		styles := make([]int, 6)
		for i, n := range []int{0, 1, 2, 10, 14, 49} {
			styles[i], _ = f.NewStyle(&excelize.Style{NumFmt: n, Border: []excelize.Border{{Type: "left", Color: "000000", Style: 1}},
				Alignment: &excelize.Alignment{WrapText: true}, Protection: &excelize.Protection{Locked: i%2 == 0}})
		}
		rows := make([][]any, returnRows)
		for r := range rows {
			rows[r] = make([]any, returnCols)
			for c := range rows[r] {
				rows[r][c] = excelize.Cell{StyleID: styles[c%len(styles)], Value: returnValue(seed, r, c)}
			}
		}
		// Others believe the dimension and would read one cell.
		must(f.SetSheetDimension("Sheet1", fmt.Sprintf("A1:%s%d", finding.ColumnName(returnCols), returnRows)))
		if inline {
			w, err := f.NewStreamWriter("Sheet1")
			must(err)
			for r, row := range rows {
				must(w.SetRow(fmt.Sprintf("A%d", r+1), row))
			}
			must(w.Flush())
			return
		}
		for r, row := range rows {
			for c, v := range row {
				at, _ := excelize.CoordinatesToCellName(c+1, r+1)
				must(f.SetCellValue("Sheet1", at, v.(excelize.Cell).Value))
				must(f.SetCellStyle("Sheet1", at, at, v.(excelize.Cell).StyleID))
			}
		}
	}
}

// returnValue is what is in a cell: half text, half numbers.
func returnValue(seed, r, c int) any {
	n := seed*7919 + r*31 + c*17
	switch c % 6 {
	case 0:
		return fmt.Sprintf("%d(%d)-%d", r+1, n%7+1, c)
	case 1:
		return fmt.Sprintf("第%d项:加快推进重点项目建设,全年完成投资%d亿元,新增就业%d人", r+1, n%90+10, n%9000)
	case 2:
		return float64(n%100000) / 100
	case 3:
		return float64(n%1000) / 1000
	case 4:
		return 45292 + n%366
	}
	return []string{"达到序时进度", "未达序时进度", "已完成", "持续推进"}[n%4]
}
