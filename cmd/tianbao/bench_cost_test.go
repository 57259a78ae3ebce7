package main

import (
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
	"testing"
	"time"

	"tianbao/seeds/trial"
)

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
