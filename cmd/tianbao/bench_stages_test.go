package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"testing"
	"time"

	"tianbao/cmd/tianbao/internal/office"
	"tianbao/consolidate"
	"tianbao/consolidate/report"
	"tianbao/seeds/plan"
	"tianbao/seeds/trial"
	"tianbao/templates"
	"tianbao/templates/layout"
	"tianbao/templates/sample"
	"tianbao/workbook/intake"
	"tianbao/workbook/ooxml"
)

// stage is a part of the work and what it took.
type stage struct {
	Name string
	cost
}

// staging measures one stage after another. The first failure sticks.
type staging struct {
	done []stage
	err  error
}

func (s *staging) run(name string, do func() error) {
	if s.err != nil {
		return
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	cpu, start := trial.CPUTime(), time.Now()
	s.err = do()
	c := cost{CPU: trial.CPUTime() - cpu, Wall: time.Since(start), Peak: peakMemory()}
	runtime.ReadMemStats(&after)
	c.Allocs, c.Bytes = after.Mallocs-before.Mallocs, after.TotalAlloc-before.TotalAlloc
	s.done = append(s.done, stage{name, c})
}

// stages does what a summary takes, stage by stage, on the returns of the folder worked
// in, then what a desk does before and after one return has changed.
func stages(planPath string) ([]stage, error) {
	var s staging
	var p *plan.Plan
	var batch *intake.Batch
	var sum *consolidate.Summary
	job := office.Job{Plan: planPath, Year: benchYear, Limits: ooxml.DefaultLimits(), Now: today}
	s.run("plan", func() (err error) {
		p, err = office.OpenPlan(job)
		return err
	})
	s.run("reading and checking", func() (err error) {
		hash, err := p.Hash()
		if err == nil {
			batch, err = intake.Load(context.Background(), []string{office.ReturnDir}, intake.Options{Plan: p, PlanHash: hash, Year: benchYear, Limits: job.Limits})
		}
		return err
	})
	s.run("merging", func() (err error) {
		sum, _, err = consolidate.Merge(consolidate.Input{Plan: p, Year: benchYear, Batch: batch})
		return err
	})
	s.run("writing the workbook", func() error { return report.Write(io.Discard, sum) })
	s.run("writing the csv", func() error { return report.CSV(io.Discard, sum) })
	batch, sum = nil, nil
	job.Memory = office.NewMemory()
	look := func() error {
		_, err := office.StateOf(context.Background(), job)
		return err
	}
	s.run("desk, first look", look)
	if s.err == nil {
		s.err = otherReturn(p)
	}
	s.run("desk, one return changed", look)
	return s.done, s.err
}

// otherReturn has the first unit send something else.
func otherReturn(p *plan.Plan) error {
	u := p.Reporters()[0]
	form := layout.NewForms(p, benchYear, nil).Of(u)
	hash, err := p.Hash()
	if err != nil {
		return err
	}
	data, err := templates.NewBuilder().Build(form, templates.Options{PlanHash: hash, Values: sample.Fill(form, sample.Options{Seed: 2}).Value})
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(office.ReturnDir, layout.FileName(benchYear, u.Name)), data, 0o600)
}

// stages adds a line for each stage.
func (t *table) stages(tb testing.TB, n *nation) {
	var done []stage
	told(tb, "", n.dir, 0, &done, "measure", "stages", n.plan)
	var first time.Duration
	for _, s := range done {
		ratio := ""
		switch s.Name {
		case "desk, first look":
			first = s.CPU
		case "desk, one return changed":
			ratio = fmt.Sprintf(" %.2f × the first look;", s.CPU.Seconds()/first.Seconds())
		}
		t.line("· "+s.Name, n, s.cost, ratio)
	}
}

// rival runs one of the programs of TestMain in turn with this build and with the one of
// -against, and tells how they stand to each other; output is the file that both write,
// "" where none.
func (t *table) rival(tb testing.TB, n *nation, output string, args ...string) string {
	if *against == "" {
		return ""
	}
	const turns = 3
	other, err := filepath.Abs(*against)
	must(tb, err)
	var ours, theirs cost
	var written [2][]byte
	for turn := range turns {
		for i, one := range []struct {
			program string
			best    *cost
		}{{"", &ours}, {other, &theirs}} {
			var c cost
			told(tb, one.program, n.dir, 1, &c, args...)
			if turn == 0 || c.CPU < one.best.CPU {
				*one.best = c
			}
			if output != "" {
				written[i], _ = os.ReadFile(filepath.Join(n.dir, output))
			}
		}
	}
	text := fmt.Sprintf(" the other build %.2f × CPU, %.2f × allocations, %.0f MiB", theirs.CPU.Seconds()/ours.CPU.Seconds(),
		float64(theirs.Allocs)/float64(ours.Allocs), float64(theirs.Peak)/(1<<20))
	if output != "" {
		text += map[bool]string{true: ", the same bytes", false: ", other bytes"}[bytes.Equal(written[0], written[1])]
	}
	return text + ";"
}

// command is a command line of the program on the returns.
func (n *nation) command(args ...string) []string {
	args = append(append([]string{"measure", "tianbao"}, args...), "--quiet", "--force", "--year", strconv.Itoa(benchYear))
	if n.plan != "" {
		args = append(args, "--plan", n.plan)
	}
	return args
}
