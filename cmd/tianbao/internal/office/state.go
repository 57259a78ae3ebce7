package office

import (
	"context"
	"fmt"
	"hash/fnv"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"tianbao/consolidate/store"
	"tianbao/seeds/plan"
	"tianbao/templates/layout"
)

// State is how far the year has come in the folder worked in.
type State struct {
	Plan     *plan.Plan
	PlanFile string // "" for the built-in plan
	Year     int
	Issued   int    // workbooks in 下发 of the year
	SentBack int    // workbooks in 退回 of the year
	Seen     *Seen  // of the returns; nil where there is no 报送
	Register bool   // the register is there
	Summary  string // the year's summary, "" where there is none
	Stale    bool   // the summary was made of other returns than are there now
	Report   bool   // the report to the government is there
}

// StateOf looks at the folder: what is issued, what came in, what was made of it.
func StateOf(ctx context.Context, j Job) (*State, error) {
	s := &State{PlanFile: j.Plan}
	if s.PlanFile == "" {
		s.PlanFile = j.findCatalogue([]string{j.in(ReturnDir)})
	}
	if err := j.returns(ctx, s); err != nil {
		return nil, err
	}
	s.Issued, s.SentBack = j.ofYear(IssueDir, s), j.ofYear(SendBackDir, s)
	s.Register = exists(j.in(RegisterName(s.Year)))
	s.Report = exists(j.in(ReportName(s.Year, "")))
	if path := j.in(SummaryName(s.Year)); exists(path) {
		s.Summary, s.Stale = path, j.stale(path, s)
	}
	return s, nil
}

// stale reports whether a summary was made of other returns than have come by now.
func (j *Job) stale(path string, s *State) bool {
	if s.Seen == nil || s.Seen.Summary == nil {
		return false
	}
	book, err := openBook(path, j.Limits)
	if err != nil {
		return true
	}
	of, _ := store.ReadHistory(book, s.Plan)
	return of == nil || !of.Holds(s.Year, s.Seen.Summary.Sources)
}

// returns takes in what has come, and tells plan and year.
func (j *Job) returns(ctx context.Context, s *State) (err error) {
	if !exists(j.in(ReturnDir)) {
		if s.Plan, err = j.openPlan(); err != nil {
			return err
		}
		if s.Year, err = j.askedYear(s.Plan); s.Year == 0 && err == nil {
			s.Year, _ = j.nextYear(s.Plan)
		}
		return err
	}
	p, batch, err := j.take(ctx, intakes{drop: true})
	if err != nil {
		return err
	}
	s.Plan, s.Year = p, batch.Year
	s.Seen, err = See(ctx, *j, batch, nil, nil)
	return err
}

// ofYear counts the units of which a folder holds a workbook of the year.
func (j *Job) ofYear(dir string, s *State) int {
	entries, _ := os.ReadDir(j.in(dir))
	names := make(map[string]bool, len(entries))
	for _, e := range entries {
		name, _, _ := strings.Cut(strings.TrimSuffix(e.Name(), filepath.Ext(e.Name())), "(")
		names[name] = true
	}
	n := 0
	for _, u := range s.Plan.Reporters() {
		if name := layout.FileName(s.Year, u.Name); names[strings.TrimSuffix(name, filepath.Ext(name))] {
			n++
		}
	}
	return n
}

// Mark changes with what the state is made of: the files beside the folder's own
// folders, and what lies in these, by name, size and time.
func Mark(j Job) string {
	sum := fnv.New64a()
	note := func(path string, e fs.DirEntry) {
		if info, err := e.Info(); err == nil && !e.IsDir() && !strings.HasPrefix(e.Name(), tempHead) && e.Name() != ResultsPath {
			fmt.Fprintln(sum, path, info.Size(), info.ModTime().UnixNano())
		}
	}
	top, _ := os.ReadDir(filepath.Join(".", j.Dir))
	for _, e := range top {
		note(e.Name(), e)
	}
	for _, dir := range []string{IssueDir, ReturnDir, SendBackDir, ConsultDir} {
		_ = filepath.WalkDir(j.in(dir), func(path string, e fs.DirEntry, err error) error {
			if err == nil {
				note(path, e)
			}
			return nil // what cannot be looked at does not change
		})
	}
	return fmt.Sprint(sum.Sum64())
}
