package office

import (
	"tianbao/consolidate/store"
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

// past is the same as templates see it; one that cannot be read is none here.
func (h *histories) past(year int) layout.Past { return pastOf(h.before(year).History) }

// tell says which summary was found for the year that is reported on; the error says
// why it cannot be read.
func (h *histories) tell(year int) (*store.History, error) {
	known := h.before(year)
	if known.err != nil {
		return nil, known.err
	}
	if known.History != nil && h.path == "" {
		h.job.say("上年汇总:%s", Slashed(known.path))
	}
	return known.History, nil
}

func (h *histories) read(year int) history {
	path := h.path
	if path == "" {
		if path = h.job.in(SummaryName(year - 1)); !exists(path) {
			return history{}
		}
	}
	book, err := openBook(path, h.job.Limits)
	if err != nil {
		return history{err: err}
	}
	known, findings := store.ReadHistory(book, h.plan)
	if known == nil {
		return history{err: refusal(path, findings)}
	}
	if late := known.Precedes(year); len(late) > 0 {
		return history{err: refusal(path, late)}
	}
	return history{History: known, path: path}
}

// pastOf is a history as templates see it; nil where there is none.
func pastOf(h *store.History) layout.Past {
	if h == nil {
		return nil
	}
	return h
}
