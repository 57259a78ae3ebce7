package main

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"tianbao/cmd/tianbao/internal/office"
	"tianbao/seeds"
	"tianbao/seeds/trial"
)

var (
	sizes   = flag.String("sizes", "75,1000,10000", "how many returns BenchmarkNation makes")
	publish = flag.Bool("readme", false, "write the table of BenchmarkNation into .ci/SPEED.md")
	against = flag.String("against", "", "another build of these tests, of go test -c, that BenchmarkNation holds against this one")
	smaller = flag.Int("small", 20_000, "how many small returns BenchmarkNation makes")
)

// rivalled is how many returns at most the slow rivals are given.
const rivalled = 1000

// measure runs the program, or a peer that it is held against, and tells its cost.
func measure() {
	name, args := os.Args[1], os.Args[2:]
	if name == "tianbao" {
		os.Exit(tell(func() int {
			return Main(context.Background(), args, newDesk(os.Stdin, os.Stdout, os.Stderr, today))
		}))
	}
	if name == "stages" {
		done, err := stages(args[0])
		if say(done); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(exitFailed)
		}
		return
	}
	work, err := peers[name](args[0])
	if err == nil {
		tell(func() int { err = work(); return exitFine })
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(exitFailed)
	}
}

// BenchmarkNation prints what the commands cost on returns of about 150 rows by 15
// columns, and how that stands to peers on the same files in the same run:
//
//	go test ./cmd/tianbao -run '^$' -bench Nation -benchtime 1x -timeout 2h
//
// With -readme the table is written into .ci/SPEED.md.
func BenchmarkNation(b *testing.B) {
	for range b.N {
		t := &table{python: trial.FindPython("openpyxl")}
		if t.python == "" {
			b.Log("openpyxl is not installed: nothing is held against it")
		}
		for word := range strings.SplitSeq(*sizes, ",") {
			n, err := strconv.Atoi(word)
			must(b, err)
			dir := b.TempDir()
			t.commands(b, newNation(b, dir, ofUnits(n)))
			must(b, os.RemoveAll(dir))
		}
		t.builtIn(b)
		t.oddities(b)
		fmt.Println(t.text())
		if *publish {
			t.publish(b)
		}
	}
}

// The table must not break unnoticed: it is slow, and nobody looks at it every day.
func TestTheTableOfSpeedHasALineForEveryCommandAndPeer(t *testing.T) {
	if testing.Short() {
		t.Skip("builds and reads workbooks by the dozen")
	}
	all := &table{python: trial.FindPython("openpyxl")}
	all.commands(t, newNation(t, t.TempDir(), ofUnits(3)))
	for _, want := range []string{"template", "reader", "check", "consolidate", "csv", "GetRows", "inflate", "StreamWriter", "plainly", "merging", "one return changed"} {
		if !strings.Contains(all.text(), want) {
			t.Errorf("the table does not speak of %s:\n%s", want, all.text())
		}
	}
}

// table is the lines of the benchmark as they come.
type table struct {
	python string
	lines  []string
	first  map[string]float64 // CPU per return at 1,000, by command
}

// commands measures every command on one nation.
func (t *table) commands(tb testing.TB, n *nation) {
	peers := t.readers(tb, n)
	t.template(tb, n)
	reader := n.steady(func() cost { return runs(tb, n.dir, 1, "measure", "read", office.ReturnDir) })
	t.line("reader", n, reader, peers.against(reader)+t.rival(tb, n, "", "measure", "read", office.ReturnDir))
	check := n.measured(tb, 0, "check", "--format", "json")
	one := n.steady(func() cost { return n.measured(tb, 1, "check", "--format", "json") })
	ratios := peers.against(one) + fmt.Sprintf(" two processors %.2f × the time of one;", check.Wall.Seconds()/one.Wall.Seconds())
	t.line("check", n, check, ratios+t.rival(tb, n, "", n.command("check", "--format", "json")...))
	t.consolidate(tb, n)
	t.stages(tb, n)
}

// measured runs a command on the returns.
func (n *nation) measured(tb testing.TB, procs int, args ...string) cost {
	return runs(tb, n.dir, procs, n.command(args...)...)
}

// steady is the cheapest of five runs where one takes but a moment, and else one run.
func (n *nation) steady(run func() cost) cost {
	best := run()
	for turn := 1; turn < 5 && len(n.files) < rivalled; turn++ {
		if c := run(); c.CPU < best.CPU {
			best = c
		}
	}
	return best
}

// rivals is the processor time of those who read the same files, in seconds; 0
// where they did not.
type rivals struct{ openpyxl, rows, inflate float64 }

func (t *table) readers(tb testing.TB, n *nation) rivals {
	r := rivals{inflate: n.steady(func() cost { return runs(tb, n.dir, 1, "measure", "inflate", office.ReturnDir) }).CPU.Seconds()}
	if len(n.files) > rivalled {
		return r
	}
	r.rows = runs(tb, n.dir, 1, "measure", "rows", office.ReturnDir).CPU.Seconds()
	if t.python != "" {
		r.openpyxl = python(tb, t.python, "read.py", filepath.Join(n.dir, office.ReturnDir)).Seconds()
	}
	return r
}

func (r rivals) against(c cost) string {
	text := ""
	if r.openpyxl > 0 {
		text += fmt.Sprintf(" openpyxl %.1f ×;", r.openpyxl/c.CPU.Seconds())
	}
	if r.rows > 0 {
		text += fmt.Sprintf(" GetRows %.1f ×;", r.rows/c.CPU.Seconds())
	}
	return text + fmt.Sprintf(" %.2f × inflate;", c.CPU.Seconds()/r.inflate)
}

func (t *table) template(tb testing.TB, n *nation) {
	c, ratio := n.measured(tb, 0, "template"), ""
	if t.python != "" {
		one := n.measured(tb, 1, "template")
		sheets, err := cellsOf(filepath.Join(n.dir, office.IssueDir, filepath.Base(n.files[0])))
		must(tb, err)
		data, err := json.Marshal(sheets)
		must(tb, err)
		path, times := filepath.Join(n.dir, "cells.json"), min(len(n.files), 30)
		must(tb, os.WriteFile(path, data, 0o600))
		for _, looks := range []string{"styled", "plain"} {
			theirs := python(tb, t.python, "write.py", path, strconv.Itoa(times), looks).Seconds() / float64(times)
			ratio += fmt.Sprintf(" openpyxl write-only, %s, %.1f ×;", looks, theirs*float64(len(n.files))/one.CPU.Seconds())
		}
	}
	t.line("template", n, c, ratio+t.plainly(tb, n)+t.rival(tb, n, "", n.command("template")...))
}

func (t *table) consolidate(tb testing.TB, n *nation) {
	c := n.measured(tb, 0, "consolidate", "-o", "summary.xlsx")
	ratio := ""
	if len(n.files) <= rivalled {
		ours, theirs := runs(tb, n.dir, 0, "measure", "render", n.plan), runs(tb, n.dir, 0, "measure", "stream", "summary.xlsx")
		ratio = fmt.Sprintf(" writing %.2f × StreamWriter alone;", ours.CPU.Seconds()/theirs.CPU.Seconds())
	}
	t.line("consolidate", n, c, ratio+t.rival(tb, n, "summary.xlsx", n.command("consolidate", "-o", "summary.xlsx")...))
	table := n.measured(tb, 0, "consolidate", "-o", "summary.csv")
	t.line("consolidate, csv", n, table, t.rival(tb, n, "summary.csv", n.command("consolidate", "-o", "summary.csv")...))
}

// plainly holds templates against the same cells, written from Go without anything else.
func (t *table) plainly(tb testing.TB, n *nation) string {
	plain := runs(tb, n.dir, 1, "measure", "plain", filepath.Join(office.IssueDir, filepath.Base(n.files[0]))).CPU.Seconds() / plainTimes
	ours := n.measured(tb, 1, "template").CPU.Seconds() / float64(len(n.files))
	return fmt.Sprintf(" %.2f × its cells written plainly;", ours/plain)
}

// builtIn measures checking the returns of the built-in plan, its start and the plan
// included, with the page of results and without.
func (t *table) builtIn(tb testing.TB) {
	p, _ := seeds.Plan()
	n := returnsOf(tb, tb.TempDir(), p)
	peers := t.readers(tb, n)
	for _, as := range []struct {
		name string
		args []string
	}{{"check, built-in plan, no page", []string{"check", "--format", "json"}}, {"check, built-in plan", []string{"check"}}} {
		one := n.steady(func() cost { return n.measured(tb, 1, as.args...) })
		t.line(as.name, n, one, peers.against(one)+t.rival(tb, n, "", n.command(as.args...)...))
	}
}

// oddities measures files that are not as files should be, and very many small ones.
func (t *table) oddities(tb testing.TB) {
	n := newNation(tb, tb.TempDir(), ofUnits(1))
	for _, odd := range []struct {
		name string
		path string
	}{
		{"check, formats dragged down 20,000 rows", n.with(tb, "padded", 20_000, padding)},
		{"check, 300,000 rows of 15 numbers", n.with(tb, "full", 300_000, figures)},
	} {
		t.line(odd.name, n, n.measured(tb, 0, "check", odd.path), "")
	}
	n = newNation(tb, tb.TempDir(), small(*smaller))
	t.line("check, small ones", n, n.measured(tb, 0, "check"), "")
}

// line adds a line of the table.
func (t *table) line(name string, n *nation, c cost, ratios string) {
	files := float64(len(n.files))
	if each := c.CPU.Seconds() / files; len(n.files) == rivalled {
		if t.first == nil {
			t.first = map[string]float64{}
		}
		t.first[name] = each
	} else if t.first[name] > 0 && len(n.files) > rivalled {
		ratios += fmt.Sprintf(" %.2f × that of 1,000 per return;", each/t.first[name])
	}
	line := fmt.Sprintf("| %s | %d | %.2f | %.2f | %.2f | %.0f | %.1f | %.0f |%s |", name, len(n.files),
		c.Wall.Seconds(), c.CPU.Seconds(), 1000*c.CPU.Seconds()/files, float64(c.Allocs)/files, float64(c.Bytes)/files/1e6,
		float64(c.Peak)/(1<<20), strings.TrimSuffix(ratios, ";"))
	t.lines = append(t.lines, line)
	if testing.Verbose() {
		fmt.Println(line) // it takes long: what is known is shown
	}
}

func (t *table) text() string {
	return "| command | returns | wall s | CPU s | CPU ms a return | allocations a return | MB a return | peak MiB | against |\n" +
		"|---|---:|---:|---:|---:|---:|---:|---:|---|\n" + strings.Join(t.lines, "\n") + "\n" +
		fmt.Sprintf("\n%s, %d processors, %s/%s, %s.\n", processor(), runtime.NumCPU(), runtime.GOOS, runtime.GOARCH, runtime.Version())
}

// processor names the machine's processor where the system tells.
func processor() string {
	data, _ := os.ReadFile("/proc/cpuinfo")
	_, rest, _ := bytes.Cut(data, []byte("model name"))
	line, _, _ := bytes.Cut(rest, []byte("\n"))
	return strings.TrimLeft(string(line), "\t: ")
}

func (t *table) publish(tb testing.TB) {
	path := filepath.Join("..", "..", ".ci", "SPEED.md")
	data, err := os.ReadFile(path)
	must(tb, err)
	before, rest, found := strings.Cut(string(data), "<!-- speed -->\n")
	_, after, closed := strings.Cut(rest, "<!-- end -->")
	if !found || !closed {
		tb.Fatal("SPEED.md has no section speed")
	}
	must(tb, os.WriteFile(path, []byte(before+"<!-- speed -->\n"+t.text()+"<!-- end -->"+after), 0o644))
}
