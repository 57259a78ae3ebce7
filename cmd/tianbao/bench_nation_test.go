package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"tianbao/cmd/tianbao/internal/office"
	"tianbao/seeds/plan"
	"tianbao/templates"
	"tianbao/templates/layout"
	"tianbao/templates/sample"
	"tianbao/workbook/catalogue"
)

// benchYear is the year that the generated returns report on.
const benchYear = 2024

// nation is a folder with a plan and what its units returned, all filled in.
type nation struct {
	dir   string
	plan  string // the catalogue workbook, "" for the built-in plan
	files []string
}

// ofUnits is a plan of about 150 rows a unit. What there is to do does not grow
// with the units: as in a province, many units share the tasks of one seat.
func ofUnits(n int) sample.Size {
	return sample.Size{Units: n, Seats: 25, Lead: 40, Targets: 1, Support: 60, Indicators: 10}
}

// small is a plan of a few rows a unit.
func small(n int) sample.Size {
	return sample.Size{Units: n, Seats: 25, Lead: 2, Targets: 1, Support: 2, Indicators: 1}
}

// newNation writes the plan and the returns. The same size gives the same files.
func newNation(tb testing.TB, dir string, size sample.Size) *nation {
	tb.Helper()
	p := sample.Plan(size)
	data, err := catalogue.Write(p)
	must(tb, err)
	n := returnsOf(tb, dir, p)
	n.plan = filepath.Join(dir, office.CataloguePath)
	must(tb, os.WriteFile(n.plan, data, 0o600))
	return n
}

// returnsOf writes what the units of a plan returned.
func returnsOf(tb testing.TB, dir string, p *plan.Plan) *nation {
	hash, err := p.Hash()
	must(tb, err)
	n := &nation{dir: dir}
	must(tb, os.MkdirAll(filepath.Join(dir, office.ReturnDir), 0o755))
	forms, builder := layout.NewForms(p, benchYear, nil), templates.NewBuilder()
	units := p.Reporters()
	n.files = make([]string, len(units))
	inParallel(len(units), func(i int) {
		f := forms.Of(units[i])
		data, err := builder.Build(f, templates.Options{PlanHash: hash, Values: sample.Fill(f, sample.Options{Seed: 1}).Value})
		n.files[i] = filepath.Join(dir, office.ReturnDir, layout.FileName(benchYear, units[i].Name))
		if err == nil {
			err = os.WriteFile(n.files[i], data, 0o600)
		}
		if err != nil {
			panic(err)
		}
	})
	return n
}

// inParallel does something n times, on all processors.
func inParallel(n int, do func(i int)) {
	var next atomic.Int64
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	wg.Wait()
}

// with writes a copy of a return in a folder of its own, rows added below the last
// of its first table. It returns the folder.
func (n *nation) with(tb testing.TB, name string, count int, row func(w io.Writer, r int)) string {
	tb.Helper()
	packed, err := zip.OpenReader(n.files[0])
	must(tb, err)
	defer packed.Close()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, e := range packed.File {
		part, err := e.Open()
		must(tb, err)
		data, err := io.ReadAll(part)
		must(tb, err)
		to, err := w.Create(e.Name)
		must(tb, err)
		if e.Name == "xl/worksheets/sheet2.xml" {
			before, after, found := bytes.Cut(data, []byte("</sheetData>"))
			if !found {
				tb.Fatal("the first table of a return is not where it was")
			}
			must(tb, write(to, before))
			for i := range count {
				row(to, 5000+i)
			}
			data = append([]byte("</sheetData>"), after...)
		}
		must(tb, write(to, data))
	}
	must(tb, w.Close())
	dir := filepath.Join(n.dir, name)
	must(tb, os.MkdirAll(dir, 0o755))
	must(tb, os.WriteFile(filepath.Join(dir, "return.xlsx"), out.Bytes(), 0o600))
	return dir
}

func write(w io.Writer, data []byte) error {
	_, err := w.Write(data)
	return err
}

// padding is a row of 15 cells that hold a format and nothing else.
func padding(w io.Writer, r int) {
	cells(w, r, func(c byte) string { return fmt.Sprintf(`<c r="%c%d" s="1"/>`, c, r) })
}

// figures is a row of 15 numbers.
func figures(w io.Writer, r int) {
	cells(w, r, func(c byte) string { return fmt.Sprintf(`<c r="%c%d" s="1"><v>%d.5</v></c>`, c, r, r) })
}

func cells(w io.Writer, r int, cell func(c byte) string) {
	var b strings.Builder
	fmt.Fprintf(&b, `<row r="%d">`, r)
	for c := byte('A'); c < 'A'+15; c++ {
		b.WriteString(cell(c))
	}
	b.WriteString("</row>")
	io.WriteString(w, b.String())
}
