package office

import (
	"tianbao/consolidate/store"
	"tianbao/seeds/plan"
	"tianbao/templates/layout"
)

// openHistory reads the summaries of the years before; nil where there is none.
func (j *Job) openHistory(p *plan.Plan, year int, path string) (*store.History, error) {
	if path == "" {
		path = j.in(SummaryName(year - 1))
		if !exists(path) {
			return nil, nil
		}
		j.say("上年汇总:%s", path)
	}
	book, err := openBook(path, j.Limits)
	if err != nil {
		return nil, err
	}
	h, findings := store.ReadHistory(book, p)
	if h == nil {
		return nil, refusal(path, findings)
	}
	if late := h.Precedes(year); len(late) > 0 {
		return nil, refusal(path, late)
	}
	return h, nil
}

// pastOf is a history as templates see it; nil where there is none.
func pastOf(h *store.History) layout.Past {
	if h == nil {
		return nil
	}
	return h
}
