package page

import (
	"net/http"
	"strconv"
	"time"

	"tianbao/cmd/tianbao/internal/office"
	"tianbao/seeds/finding"
)

// menu is what leads from every view to the others.
var menu = []link{{"/", "首页"}, {"/results", "审核结果"}, {"/register", "登记和催报"}, {"/disputes", "核定"}, {"/consult", "征求意见"}, {"/report", "报告"}, {"/plan", "规划"}}

// pages are the views of the desk by address: a template, and what it shows.
var pages = map[string]struct {
	name string
	of   func(d *Desk, s *office.State) any
}{
	"/{$}":      {"home.html", func(_ *Desk, s *office.State) any { return Steps(s) }},
	"/results":  {"results.html", func(_ *Desk, s *office.State) any { return resultsOf(s) }},
	"/register": {"register.html", func(d *Desk, s *office.State) any { return d.registerView(s, nil) }},
	"/disputes": {"disputes.html", func(_ *Desk, s *office.State) any { return rulingsView(s, nil) }},
	"/consult":  {"consult.html", func(_ *Desk, s *office.State) any { return consultView(s) }},
	"/report":   {"report.html", func(_ *Desk, s *office.State) any { return reportNames(s) }},
	"/plan":     {"plan.html", func(d *Desk, s *office.State) any { return d.planView(s) }},
}

func resultsOf(s *office.State) *Results {
	if s.Seen == nil {
		return nil
	}
	return Show(s.Seen)
}

// consulting is where the round 征求意见 stands.
type consulting struct {
	State string // of the round, "" before it
	Ask   int    // units that would be asked now
	Open  int    // objections that nobody has ruled on
}

func consultView(s *office.State) (v consulting) {
	if s.Seen == nil || s.Seen.Summary == nil {
		return v
	}
	heard := s.Seen.Summary.Hearing
	v.Ask, v.Open = len(s.Seen.Summary.ToHear()), heard.Open
	if heard.Asked > 0 {
		v.State = heard.State()
	}
	return v
}

// reportNames are the files of the reports to the government and to the congress.
func reportNames(s *office.State) (v struct{ Government, Congress, Reader, Material string }) {
	v.Government, v.Congress = office.ReportName(s.Year, ""), office.ReportName(s.Year, office.Congress)
	v.Reader, v.Material = office.Congress, office.MaterialName
	return v
}

func (d *Desk) planView(s *office.State) (v struct {
	File, Counts, Fault string
	Findings            []string
}) {
	v.File, v.Counts = s.PlanFile, office.PlanCounts(s.Plan)
	if review, err := office.ReviewPlan(d.job()); err != nil {
		v.Fault = office.Explain(err)
	} else {
		v.Findings = lines(review.Findings, finding.Warning)
	}
	return v
}

// choose sets the year reported on, where the returns do not tell.
func (d *Desk) choose(w http.ResponseWriter, r *http.Request) {
	if year, err := strconv.Atoi(r.PostForm.Get("year")); err == nil {
		d.mu.Lock()
		d.base.Year, d.glance, d.state = year, nil, nil
		d.mu.Unlock()
	}
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

func (d *Desk) finish(w http.ResponseWriter, _ *http.Request) {
	render(w, "end.html", page{Ends: true, Folder: d.folder})
	d.ending.Store(true)
	time.AfterFunc(farewell, d.end)
}

// farewell is how long the last page may take to ask for its style sheet: with that, or
// after this, the desk ends.
const farewell = 5 * time.Second

// endWhenIdle ends the desk once nobody has asked for anything for half a day.
func (d *Desk) endWhenIdle() {
	tick := time.NewTicker(time.Minute)
	defer tick.Stop()
	for {
		select {
		case <-d.ctx.Done():
			return
		case <-tick.C:
			if d.Idle() > idle {
				d.end()
			}
		}
	}
}
