package intake

import (
	"cmp"
	"context"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"

	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/text"
	"tianbao/templates/layout"
	"tianbao/workbook"
	"tianbao/workbook/ooxml"
)

// Options say how files are taken in.
type Options struct {
	Plan     *plan.Plan
	PlanHash string // the plan's present revision; "" to leave it unchecked
	Limits   ooxml.Limits
	Workers  int // 0: one for each processor

	// Year is the year reported on. 0 takes the one that the returns state, and
	// Otherwise where none states any.
	Year, Otherwise int

	// Assumed says that nobody named the plan: a return of another one is then the
	// coordinator's to see to (plan-needed), not the unit's.
	Assumed bool

	// Past tells what is known before a year, nil where nothing is. It is asked once a
	// year, from one goroutine at a time; nil for a plan without a past.
	Past func(year int) layout.Past

	// Drop forgets each return once it is checked, so that memory does not grow
	// with the files; Batch then has no rows.
	Drop bool
	Most int // with more files than these Drop is set; 0: any number
	// Once keeps the returns until their rows are handed out, unit by unit, by
	// Batch.Rows: many then take less memory, but can be merged only once.
	Once bool

	// Around is of how many findings of a file, gravest first, what surrounds their cells
	// is kept.
	Around int

	// Known, where it is not nil, is asked first, and told what is read.
	Known *Known

	// Progress is called after every file, from one goroutine at a time.
	Progress func(done, all int)
}

// Load reads and checks all workbooks under the paths, each once, and resolves the
// copies of each unit. A fault of one file is a finding of that file; the error
// means that a path could not be read at all, that the returns do not agree on a year
// (MixedYears), or that ctx ended.
func Load(ctx context.Context, paths []string, opt Options) (*Batch, error) {
	w, err := walk(paths)
	if err != nil {
		return nil, err
	}
	opt.Drop = opt.Drop || opt.Most > 0 && len(w.files) > opt.Most
	l := &loader{Options: opt, named: w.named, forms: map[int]*layout.Forms{}, pasts: map[int]layout.Past{}}
	if l.Known != nil {
		l.Known.under(&l.Options)
	}
	files := l.all(ctx, w.files)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	b := &Batch{Year: opt.Year, Skipped: w.skipped, Beside: w.beside, once: opt.Once}
	if b.Year == 0 {
		if b.Year, err = settleYear(files, opt); err != nil {
			return nil, err
		}
	}
	b.Forms = l.formsOf(b.Year)
	for i, f := range files {
		if f.sketch.output != "" {
			b.Skipped = append(b.Skipped, f.Path+":"+f.sketch.output)
			files[i] = nil
		}
	}
	b.settle(files, opt.Plan)
	return b, nil
}

// loader is one Load on its way.
type loader struct {
	Options
	named map[string]bool // files to be read whatever they are
	mu    sync.Mutex
	forms map[int]*layout.Forms
	pasts map[int]layout.Past
	done  int
}

// pastOf tells what is known before a year.
func (l *loader) pastOf(year int) layout.Past {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.before(year)
}

// before is pastOf for who holds the lock.
func (l *loader) before(year int) layout.Past {
	if l.Past == nil || year == 0 {
		return nil
	}
	past, asked := l.pasts[year]
	if !asked {
		past = l.Past(year)
		l.pasts[year] = past
	}
	return past
}

// formsOf returns the forms of a year, made once.
func (l *loader) formsOf(year int) *layout.Forms {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.forms[year] == nil {
		l.forms[year] = l.Known.formsOf(l.Plan, year, l.before(year))
	}
	return l.forms[year]
}

// all reads the files in parallel; the results are in the order of the paths.
func (l *loader) all(ctx context.Context, paths []string) []*File {
	files := make([]*File, len(paths))
	workers := l.Workers
	if workers < 1 {
		workers = runtime.GOMAXPROCS(0)
	}
	readers := make(chan *reader, workers)
	for range workers {
		readers <- &reader{loader: l, ooxml: ooxml.NewReader(l.Limits), words: words{}}
	}
	var group errgroup.Group
	group.SetLimit(workers)
	for i, path := range paths {
		if ctx.Err() != nil {
			break
		}
		group.Go(func() error {
			r := <-readers
			files[i] = r.file(path)
			l.step(len(paths))
			readers <- r
			return nil
		})
	}
	_ = group.Wait() // what is wrong with a file is a finding of its
	return files
}

func (l *loader) step(all int) {
	if l.Progress == nil {
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.done++
	l.Progress(l.done, all)
}

// YearCount is how many returns state a year.
type YearCount struct{ Year, Returns int }

// MixedYears says that the returns do not agree on the year they report on; most
// returns first.
type MixedYears []YearCount

func (m MixedYears) Error() string {
	parts := text.Each(m, func(y YearCount) string { return fmt.Sprintf("%d 年的 %d 份", y.Year, y.Returns) })
	return "交回来的表不是同一年度的:" + strings.Join(parts, ",") + "。"
}

// ByYear lists how many returns state a year, most first.
func ByYear(counts map[int]int) MixedYears {
	var years MixedYears
	for year, n := range counts {
		years = append(years, YearCount{year, n})
	}
	slices.SortFunc(years, func(a, b YearCount) int {
		return cmp.Or(cmp.Compare(b.Returns, a.Returns), cmp.Compare(b.Year, a.Year))
	})
	return years
}

// Those of another year are strays, and not another year's work, where they are fewer
// than strays and less than one in strayShare.
const (
	strays     = 5
	strayShare = 5
)

// settleYear finds the year that all returns state but a few, which are then of the
// wrong year.
func settleYear(files []*File, opt Options) (int, error) {
	counts := map[int]int{}
	all := 0
	for _, f := range files {
		if f.states(opt) {
			counts[f.Identity.Year]++
			all++
		}
	}
	if all == 0 {
		return opt.Otherwise, nil
	}
	years := ByYear(counts)
	others := all - years[0].Returns
	if others >= strays || others*strayShare >= all && others > 0 {
		return 0, years
	}
	for _, f := range files {
		if year := years[0].Year; f.states(opt) && f.Identity.Year != year {
			f.Outcome, f.packed, f.sketch, f.Findings = Refused, nil, sketch{}, nil
			f.Findings.Add(finding.WrongYear, workbook.OtherYear(f.Identity.Year, year)...)
		}
	}
	return years[0].Year, nil
}

// states reports whether a file is of the plan and says of which of its years.
func (f *File) states(opt Options) bool {
	return f.sketch.output == "" && f.Identity.PlanID == opt.Plan.ID && opt.Plan.Period.Holds(f.Identity.Year)
}
