package page

import (
	"net/http"
	"strconv"

	"tianbao/cmd/tianbao/internal/office"
	"tianbao/workbook/intake/register"
)

func (d *Desk) home(w http.ResponseWriter, r *http.Request) {
	d.within(w, r, func(s *office.State, f frame) {
		render(w, "home.html", struct {
			Frame frame
			Steps []Step
			Taken []Verdict
		}{f, Steps(s), nil})
	})
}

func (d *Desk) results(w http.ResponseWriter, r *http.Request) {
	d.within(w, r, func(s *office.State, f frame) {
		var shown *Results
		if s.Seen != nil {
			shown = Show(s.Seen)
		}
		render(w, "results.html", struct {
			Frame   frame
			Results *Results
		}{f, shown})
	})
}

func disputesOf(s *office.State) []Dispute {
	if s.Seen == nil || s.Seen.Summary == nil {
		return nil
	}
	return disputes(s.Seen.Summary)
}

func (d *Desk) disputes(w http.ResponseWriter, r *http.Request) {
	d.within(w, r, func(s *office.State, f frame) { d.showDisputes(w, s, f, nil, nil) })
}

// showDisputes shows the form of the rulings, with what was typed and what is wrong
// with it.
func (d *Desk) showDisputes(w http.ResponseWriter, s *office.State, f frame, typed map[string]office.Decision, faults map[string]string) {
	list := disputesOf(s)
	open := 0
	for i := range list {
		if list[i].Open {
			open++
		}
		if t, is := typed[list[i].Key]; is {
			list[i].Value, list[i].Basis = t.Value, t.Basis
		}
		list[i].Fault = faults[list[i].Key]
	}
	render(w, "disputes.html", struct {
		Frame    frame
		Disputes []Dispute
		Open     int
		Faults   int
	}{f, list, open, len(faults)})
}

// entryView is a line of the register as a form.
type entryView struct {
	At         string
	Unit, Word string
	Tone       Tone
	register.Entry
	Message string
	Fault   string
}

func (d *Desk) register(w http.ResponseWriter, r *http.Request) {
	d.within(w, r, func(s *office.State, f frame) { d.showRegister(w, s, f, nil, nil) })
}

func (d *Desk) showRegister(w http.ResponseWriter, s *office.State, f frame, typed map[string]register.Entry, faults map[string]string) {
	var list []entryView
	reminders := ""
	if s.Seen != nil {
		for i := range s.Seen.Lines {
			line := &s.Seen.Lines[i]
			e := entryView{At: strconv.Itoa(i), Unit: line.Unit, Word: line.Status.Word(), Tone: statusTone(line.Status), Entry: line.Entry,
				Message: line.Message(s.Seen.Call), Fault: faults[line.Unit]}
			if t, is := typed[line.Unit]; is {
				e.Received, e.Stamped, e.Extended = t.Received, t.Stamped, t.Extended
			}
			list = append(list, e)
		}
		reminders = register.Reminders(s.Seen.Lines, s.Seen.Call)
	}
	render(w, "register.html", struct {
		Frame     frame
		Entries   []entryView
		Reminders string
		Faults    int
		Today     string
	}{f, list, reminders, len(faults), d.now().Format("2006-01-02")})
}

func (d *Desk) plan(w http.ResponseWriter, r *http.Request) {
	d.within(w, r, func(s *office.State, f frame) {
		review, err := office.ReviewPlan(d.job())
		v := struct {
			Frame    frame
			File     string
			Counts   string
			Findings []string
		}{f, s.PlanFile, office.PlanCounts(s.Plan), nil}
		if err != nil {
			v.Frame.Fault = office.Explain(err)
		} else {
			v.Findings = lines(grave(review.Findings))
		}
		render(w, "plan.html", v)
	})
}
