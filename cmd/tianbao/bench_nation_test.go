package main

import (
	"archive/zip"
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"tianbao/cmd/tianbao/internal/office"
	"tianbao/seeds/plan"
	"tianbao/seeds/trial"
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

// cost is what a program took from its start to its end, in a process of its own.
type cost struct {
	CPU, Wall time.Duration
	Allocs    uint64 // number of them
	Bytes     uint64 // allocated, collected or not
	Peak      uint64 // most bytes in memory at once; 0 where the system does not tell
}

// tell measures a program and writes its cost to the third stream, where the
// benchmark has opened one.
func tell(run func() int) int {
	before, start := trial.CPUTime(), time.Now()
	code := run()
	c := cost{CPU: trial.CPUTime() - before, Wall: time.Since(start), Peak: peakMemory()}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	c.Allocs, c.Bytes = m.Mallocs, m.TotalAlloc
	say(c)
	return code
}

// say writes what was measured to the third stream.
func say(measured any) {
	if err := json.NewEncoder(os.NewFile(3, "cost")).Encode(measured); err != nil {
		panic(err)
	}
}

// peakMemory is the high-water mark of this process alone.
func peakMemory() (bytes uint64) {
	data, _ := os.ReadFile("/proc/self/status")
	for lines := bufio.NewScanner(strings.NewReader(string(data))); lines.Scan(); {
		if _, err := fmt.Sscanf(lines.Text(), "VmHWM: %d kB", &bytes); err == nil {
			return bytes << 10
		}
	}
	return 0
}

// runs starts one of the programs of TestMain in a folder and returns its cost.
// Findings are no failure. procs is how many processors it may use, 0 for all.
func runs(tb testing.TB, dir string, procs int, args ...string) (c cost) {
	tb.Helper()
	told(tb, "", dir, procs, &c, args...)
	return c
}

// told is runs of another build, "" for this one, and takes what it says.
func told(tb testing.TB, program, dir string, procs int, to any, args ...string) {
	tb.Helper()
	if program == "" {
		self, err := os.Executable()
		must(tb, err)
		program = self
	}
	r, w, err := os.Pipe()
	must(tb, err)
	defer r.Close()
	var said bytes.Buffer
	cmd := exec.Command(program, args[1:]...)
	cmd.Args[0], cmd.Dir, cmd.ExtraFiles, cmd.Stderr = args[0], dir, []*os.File{w}, &said
	cmd.Env = os.Environ()
	if procs > 0 {
		cmd.Env = append(cmd.Env, fmt.Sprintf("GOMAXPROCS=%d", procs))
	}
	err = cmd.Run()
	w.Close()
	data, _ := io.ReadAll(r)
	if cmd.ProcessState.ExitCode() > exitFindings {
		tb.Fatalf("%s: %v\n%s", strings.Join(args, " "), err, said.String())
	}
	must(tb, json.Unmarshal(data, to))
}

// python runs a script of testdata/bench and returns the processor time that it
// prints, its start left out.
func python(tb testing.TB, name, script string, args ...string) time.Duration {
	tb.Helper()
	path, err := filepath.Abs(filepath.Join("testdata", "bench", script))
	must(tb, err)
	out, err := exec.Command(name, append([]string{path}, args...)...).Output()
	must(tb, err)
	var seconds float64
	_, err = fmt.Sscan(string(out), &seconds)
	must(tb, err)
	return time.Duration(seconds * float64(time.Second))
}
