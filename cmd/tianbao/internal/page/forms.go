package page

import (
	"net/http"
	"net/url"
	"strings"

	"tianbao/cmd/tianbao/internal/office"
	"tianbao/workbook/intake"
	"tianbao/workbook/intake/register"
)

// field is a field of a row of a form. What was there when the form was shown stands
// beside it: a field that nobody touched takes back nothing that was entered elsewhere
// since.
func field(form url.Values, name, key, now string) (value string, touched bool) {
	typed := strings.TrimSpace(form.Get(name + "-" + key))
	if typed == strings.TrimSpace(form.Get("was-"+name+"-"+key)) {
		return now, false
	}
	return typed, true
}

// keys are the rows of a form, by a field that all of them have.
func keys(form url.Values, name string) (list []string) {
	for field := range form {
		if key, is := strings.CutPrefix(field, name+"-"); is {
			list = append(list, key)
		}
	}
	return list
}

// typed is what came with a form that was not taken.
type typed[T any] struct {
	rows   map[string]T
	faults map[string]string // by row, in words
}

// save writes what a form says. What is refused is shown again, with all that was typed.
func (d *Desk) save(w http.ResponseWriter, r *http.Request, view string, write func(s *office.State, j office.Job) (refused any, err error)) {
	d.within(w, r, func(s *office.State, p page) {
		d.writing.Lock()
		refused, err := write(s, willing(d.job(), r.PostForm))
		d.writing.Unlock()
		p.At = "/" + view
		if refused == nil {
			http.Redirect(w, r, p.At+"?saved=1", http.StatusSeeOther)
			return
		}
		if err != nil {
			p.Twice, p.Fault = twiceFor(err)
		}
		show(w, view+".html", p, refused)
	})
}

// ruling is the form of the rulings.
type ruling struct {
	Rows   []Dispute
	Open   int
	Faults int
	Lost   []office.Decision // typed for what is no longer in dispute as it was
}

func rulingsView(s *office.State, t *typed[office.Decision]) (v ruling) {
	if s.Seen == nil || s.Seen.Summary == nil {
		return v
	}
	v.Rows, v.Open = disputes(s.Seen.Summary), s.Seen.Summary.ToRule()
	if t == nil {
		return v
	}
	v.Faults = len(t.faults)
	known := map[string]bool{}
	for i := range v.Rows {
		row := &v.Rows[i]
		known[row.RulingKey()] = true
		if d, is := t.rows[row.RulingKey()]; is {
			row.Value, row.Basis = d.Value, d.Basis
		}
		row.Fault = t.faults[row.RulingKey()]
	}
	for key, d := range t.rows {
		if !known[key] {
			v.Lost = append(v.Lost, d)
		}
	}
	return v
}

// rule makes the rulings of the form.
func (d *Desk) rule(w http.ResponseWriter, r *http.Request) {
	d.save(w, r, "disputes", func(s *office.State, j office.Job) (any, error) {
		now, made := map[string]Dispute{}, map[string]office.Decision{}
		for _, row := range rulingsView(s, nil).Rows {
			now[row.RulingKey()] = row
		}
		for _, key := range keys(r.PostForm, "value") {
			value, one := field(r.PostForm, "value", key, now[key].Value)
			basis, other := field(r.PostForm, "basis", key, now[key].Basis)
			if one || other {
				made[key] = office.Decision{Value: value, Basis: basis}
			}
		}
		done, err := office.Rule(r.Context(), office.RuleOptions{Job: j, Summary: s.Summary, Decisions: made})
		if err != nil {
			return rulingsView(s, &typed[office.Decision]{rows: made}), err
		}
		if len(done.Faults) > 0 {
			return rulingsView(s, &typed[office.Decision]{made, done.Faults}), nil
		}
		return nil, nil
	})
}

// stamped is what a tick in the register stands for.
const stamped = "已收"

// entry is a line of the register as a form.
type entry struct {
	Unit   string
	Status intake.Status
	register.Entry
	Was   register.Entry // as it is in the register
	Fault string
}

// Tick reports whether it is a stamp that a tick can say, Ticked whether it is there.
func (e entry) Tick() bool   { return e.Was.Stamped == "" || e.Was.Stamped == stamped }
func (e entry) Ticked() bool { return e.Stamped == stamped }

func (d *Desk) registerView(s *office.State, t *typed[register.Entry]) (v struct {
	Rows             []entry
	Reminders, Today string
	Year, Faults     int
}) {
	v.Today, v.Year = d.now().Format("2006-01-02"), s.Year
	if s.Seen == nil {
		return v
	}
	v.Reminders = register.Reminders(s.Seen.Lines, s.Seen.Call)
	for i := range s.Seen.Lines {
		line := &s.Seen.Lines[i]
		e := entry{Unit: line.Unit, Status: line.Status, Entry: line.Entry, Was: line.Entry}
		if t != nil {
			v.Faults, e.Fault = len(t.faults), t.faults[line.Unit]
			if typed, is := t.rows[line.Unit]; is {
				e.Entry = typed
			}
		}
		v.Rows = append(v.Rows, e)
	}
	return v
}

// enter writes what the clerk changed in the register.
func (d *Desk) enter(w http.ResponseWriter, r *http.Request) {
	d.save(w, r, "register", func(s *office.State, j office.Job) (any, error) {
		entries := map[string]register.Entry{}
		if s.Seen != nil {
			for i := range s.Seen.Lines {
				line := &s.Seen.Lines[i]
				if e, touched := entered(r.PostForm, line); touched {
					entries[line.Unit] = e
				}
			}
		}
		_, faults, err := office.Enter(r.Context(), office.EnterOptions{StatusOptions: office.StatusOptions{Job: j}, Entries: entries})
		if err != nil || len(faults) > 0 {
			return d.registerView(s, &typed[register.Entry]{entries, faults}), err
		}
		return nil, nil
	})
}

// entered is what a form says of a unit, and whether that is anything new.
func entered(form url.Values, line *register.Line) (e register.Entry, touched bool) {
	e = line.Entry
	if !form.Has("received-" + line.Unit) {
		return e, false
	}
	for name, at := range map[string]*string{"received": &e.Received, "stamped": &e.Stamped, "extended": &e.Extended} {
		value, is := field(form, name, line.Unit, *at)
		*at, touched = value, touched || is
	}
	return e, touched
}
