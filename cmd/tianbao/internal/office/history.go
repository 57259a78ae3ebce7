package office

import (
	"fmt"
	"strconv"
	"strings"

	"tianbao/consolidate/store"
	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/templates/layout"
)

// histories reads the summaries of the years before, each once.
type histories struct {
	job  *Job
	plan *plan.Plan
	path string // the summary named, "" for the one of the folder
	of   map[int]history
}

// history is what is known before a year; nil where there is no summary.
type history struct {
	*store.History
	path string
	err  error
}

func (j *Job) histories(p *plan.Plan, path string) *histories {
	return &histories{job: j, plan: p, path: path, of: map[int]history{}}
}

// before is what is known before a year.
func (h *histories) before(year int) history {
	known, read := h.of[year]
	if !read {
		known = h.read(year)
		h.of[year] = known
	}
	return known
}

// tell says which summary was found for the year that is reported on; the error says
// why it cannot be read.
func (h *histories) tell(year int) (*store.History, error) {
	known := h.before(year)
	if known.err != nil {
		return nil, known.err
	}
	switch {
	case known.History == nil:
		h.sayOlder(year)
		return nil, nil
	case h.path == "":
		h.job.say("上年汇总:%s", Slashed(known.path))
	}
	if known.Last < year-1 {
		h.job.say("“%s”是 %d 年的汇总,与 %d 年之间缺 %d 年;缺的年份没有数。", Slashed(known.path), known.Last, year, year-1-known.Last)
	}
	h.sayDifferent(known.History)
	return known.History, nil
}

// sayOlder says that last year's summary is missing where one of an earlier year is
// there.
func (h *histories) sayOlder(year int) {
	for y := year - 2; h.path == "" && y >= h.plan.Period.First; y-- {
		if older := h.job.in(SummaryName(y)); exists(older) {
			h.job.say("没有 %s,最近的是 %s;要带出那时的数,请加 --previous %[2]s。", SummaryName(year-1), Slashed(older))
			return
		}
	}
}

// sayDifferent says which past values of the catalogue are others than those that the
// last summary holds, and which of them goes first: the catalogue's where it names its
// source.
func (h *histories) sayDifferent(known *store.History) {
	var sourced, bare []string
	compare := func(name string, k *plan.Known, at store.Spot) {
		for at.Year = h.plan.Period.First; at.Year <= known.Last; at.Year++ {
			then, now := known.Value(at), k.Values[at.Year]
			if now == "" || then == "" || store.Same(now, then) {
				continue
			}
			words := fmt.Sprintf("%s %s %d年:任务清单 %s,汇总 %s", at.Ref, name, at.Year, now, then)
			if k.ValuesBy[at.Year] != "" {
				sourced = append(sourced, words)
			} else {
				bare = append(bare, words)
			}
		}
	}
	for i := range h.plan.Indicators {
		in := &h.plan.Indicators[i]
		compare(in.Name, &in.Known, store.Spot{Sheet: layout.Indicators, Ref: strconv.Itoa(in.No), Col: layout.Actual})
	}
	for _, t := range h.plan.Targets() {
		compare(t.Phrase, &t.Known, store.Spot{Sheet: layout.Targets, Ref: t.ID, Col: layout.Subject{Target: t}.Judged()})
	}
	h.sayFew(sourced, "任务清单写了依据,以任务清单为准")
	h.sayFew(bare, "任务清单没有写依据,用汇总里的数;要改用任务清单的,请补上依据")
}

// sayFew tells the first of what differs, with their number.
func (h *histories) sayFew(said []string, holds string) {
	const few = 3
	n, more := len(said), ""
	if n == 0 {
		return
	}
	if n > few {
		said, more = said[:few], " 等"
	}
	h.job.say("任务清单里的往年数与上年汇总有 %d 处不同(%s):%s%s。", n, holds, strings.Join(said, ";"), more)
}

func (h *histories) read(year int) history {
	path := h.path
	if path == "" {
		if path = h.job.in(SummaryName(year - 1)); !exists(path) {
			return history{}
		}
	}
	known, findings, err := h.open(path)
	if err != nil {
		return history{err: err}
	}
	if known == nil {
		return history{err: refusal(path, findings)}
	}
	h.job.remark(path, findings, finding.Note)
	if late := known.Precedes(year); len(late) > 0 {
		return history{err: refusal(path, late)}
	}
	return history{History: known, path: path}
}

// open reads a summary.
func (h *histories) open(path string) (*store.History, finding.List, error) {
	type made struct {
		*store.History
		finding.List
	}
	data, err := readRoomy(path, h.job.Limits)
	if err != nil {
		return nil, nil, err
	}
	one, err := remembered(h.job.Memory, "history", h.plan, data, func() (one made, err error) {
		book, err := tabsOf(path, data, h.job.Limits, store.Reads)
		if err == nil {
			one.History, one.List = store.ReadHistory(book, h.plan)
		}
		return one, err
	})
	return one.History, one.List, err
}

// pastOf is a history as templates see it; nil where there is none.
func pastOf(h *store.History) layout.Past {
	if h == nil {
		return nil
	}
	return h
}
