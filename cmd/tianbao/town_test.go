package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"tianbao/seeds/trial"
)

var files, must = trial.Files, trial.Must

// town is a folder with a small plan, in which the program is run as clerks do.
type town struct {
	*testing.T
	dir string
}

// newTown imports a plan of four units and issues its workbooks.
func newTown(t *testing.T) *town {
	t.Helper()
	return newTownOf(t, func(plan string) string { return plan })
}

// newTownOf is newTown with a change to the plan.
func newTownOf(t *testing.T, change func(plan string) string) *town {
	t.Helper()
	w := &town{t, t.TempDir()}
	script := trial.Got(os.ReadFile(filepath.Join("testdata", "script", "year.txtar")))(t)
	_, plan, found := strings.Cut(string(script), "-- 方案.txt --\n")
	if !found {
		t.Fatal("year.txtar has no plan")
	}
	w.write("方案.txt", change(plan))
	w.mustRun("plan", "import", "方案.txt")
	w.mustRun("template", "--year", "2024")
	return w
}

func (w *town) path(name string) string { return filepath.Join(w.dir, filepath.FromSlash(name)) }

func (w *town) write(name, text string) {
	w.Helper()
	must(w.T, os.MkdirAll(filepath.Dir(w.path(name)), 0o755))
	must(w.T, os.WriteFile(w.path(name), []byte(text), 0o644))
}

func (w *town) read(name string) string {
	w.Helper()
	data, err := os.ReadFile(w.path(name))
	must(w.T, err)
	return string(data)
}

// command is the program, to be run in the folder.
func (w *town) command(args ...string) *exec.Cmd {
	c := exec.Command("tianbao", args...)
	c.Dir = w.dir
	return c
}

// run runs the program; it returns what it printed and its exit code.
func (w *town) run(args ...string) (stdout, stderr string, code int) {
	w.Helper()
	c := w.command(args...)
	var out, err bytes.Buffer
	c.Stdout, c.Stderr = &out, &err
	if e := c.Run(); e != nil && c.ProcessState == nil {
		w.Fatal(e)
	}
	return out.String(), err.String(), c.ProcessState.ExitCode()
}

func (w *town) mustRun(args ...string) string {
	w.Helper()
	out, errs, code := w.run(args...)
	if code != exitFine {
		w.Fatalf("tianbao %s: %d\n%s%s", strings.Join(args, " "), code, out, errs)
	}
	return out
}

// checked are the findings on a file, one a line: severity, code, sheet, cell, 编号.
func (w *town) checked(file string) (status string, lines []string) {
	w.Helper()
	out, errs, _ := w.run("check", "--format", "json", "--year", "2024", file)
	var report struct {
		Files []struct {
			Status   string
			Findings []struct{ Severity, Code, Sheet, Cell, Ref string }
		}
	}
	if err := json.Unmarshal([]byte(out), &report); err != nil || len(report.Files) != 1 {
		w.Fatalf("%v: %s%s", err, out, errs)
	}
	for _, f := range report.Files[0].Findings {
		lines = append(lines, strings.TrimSpace(fmt.Sprint(f.Severity, " ", f.Code, " ", f.Sheet, " ", f.Cell, " ", f.Ref)))
	}
	return report.Files[0].Status, lines
}
