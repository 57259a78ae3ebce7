package ooxml

import (
	"bytes"
	"io"
	"runtime"
	"testing"
	"time"

	"github.com/klauspost/compress/flate"
	"github.com/xuri/excelize/v2"

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
	if err := readDirectory(data, DefaultLimits(), &f.dir); err != nil {
		b.Fatal(err)
	}
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
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true})
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	for _, name := range f.GetSheetList() {
		if _, err := f.GetRows(name); err != nil {
			b.Fatal(err)
		}
	}
}
