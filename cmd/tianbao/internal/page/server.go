package page

import (
	"bytes"
	"context"
	"errors"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"time"

	"tianbao/cmd/tianbao/internal/office"
	"tianbao/workbook/intake"
)

// Desk is the desk page of one folder.
type Desk struct {
	ctx  context.Context
	base office.Job // what every piece of work starts from
	now  func() time.Time
	door *door

	mu      sync.Mutex
	work    *work         // the last one started, nil before the first
	state   *office.State // of the folder as mark has it
	mark    string
	busy    time.Time // of the last request
	writing sync.Mutex
	end     context.CancelFunc
}

// NewDesk makes the desk of the job's folder, to be served at host, which ends with
// its port. It works until ctx ends or it is told to end.
func NewDesk(ctx context.Context, j office.Job, now func() time.Time, host, port string) *Desk {
	d := &Desk{base: j, now: now, door: newDoor(host, port), busy: now()}
	d.ctx, d.end = context.WithCancel(ctx)
	return d
}

// Entry is an address that lets a browser in, once.
func (d *Desk) Entry() string {
	return "http://" + d.door.host + entryPath + "?token=" + d.door.token()
}

// Done is closed when the desk was told to end.
func (d *Desk) Done() <-chan struct{} { return d.ctx.Done() }

// Idle is for how long nobody has asked for anything.
func (d *Desk) Idle() time.Duration {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.work != nil && !d.work.over() {
		return 0
	}
	return d.now().Sub(d.busy)
}

func (d *Desk) job() office.Job {
	d.mu.Lock()
	j := d.base
	d.mu.Unlock()
	j.Now = d.now()
	return j
}

// ServeHTTP answers a request that came through the door.
func (d *Desk) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	d.door.guard(http.HandlerFunc(d.inside)).ServeHTTP(w, r)
}

// routes are the addresses of the desk: what changes anything is a POST.
func (d *Desk) routes() *http.ServeMux {
	m := http.NewServeMux()
	m.HandleFunc("GET /{$}", d.home)
	m.HandleFunc("GET /results", d.results)
	m.HandleFunc("GET /disputes", d.disputes)
	m.HandleFunc("GET /register", d.register)
	m.HandleFunc("GET /plan", d.plan)
	m.HandleFunc("GET /work", d.showWork)
	m.HandleFunc("GET /page.css", func(w http.ResponseWriter, _ *http.Request) { send(w, "text/css; charset=utf-8", style) })
	m.HandleFunc("GET /page.js", func(w http.ResponseWriter, _ *http.Request) { send(w, "text/javascript; charset=utf-8", script) })
	m.HandleFunc("POST /take", d.take)
	m.HandleFunc("POST /issue", d.issue)
	m.HandleFunc("POST /sendback", d.sendBack)
	m.HandleFunc("POST /enter", d.enter)
	m.HandleFunc("POST /rule", d.rule)
	m.HandleFunc("POST /consolidate", d.consolidate)
	m.HandleFunc("POST /consult", d.consult)
	m.HandleFunc("POST /adopt", d.adopt)
	m.HandleFunc("POST /year", d.choose)
	m.HandleFunc("POST /stop", d.stop)
	m.HandleFunc("POST /end", d.finish)
	return m
}

func (d *Desk) inside(w http.ResponseWriter, r *http.Request) {
	d.mu.Lock()
	d.busy = d.now()
	d.mu.Unlock()
	d.routes().ServeHTTP(w, r)
}

func send(w http.ResponseWriter, kind, text string) {
	w.Header().Set("Content-Type", kind)
	_, _ = w.Write([]byte(text)) // a browser that has gone needs no answer
}

// render answers with a template, whole or not at all.
func render(w http.ResponseWriter, name string, data any) {
	var out bytes.Buffer
	if err := views.ExecuteTemplate(&out, name, data); err != nil {
		http.Error(w, "页面没有生成:"+err.Error(), http.StatusInternalServerError)
		return
	}
	send(w, "text/html; charset=utf-8", out.String())
}

// look returns how the year stands, looked at anew where the folder has changed.
func (d *Desk) look(ctx context.Context) (*office.State, error) {
	j := d.job()
	mark := office.Mark(j)
	d.mu.Lock()
	state, known := d.state, d.mark
	d.mu.Unlock()
	if state != nil && mark == known {
		return state, nil
	}
	state, err := office.StateOf(ctx, j)
	if err != nil {
		return nil, err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.state, d.mark = state, mark
	return state, nil
}

// last is look, but what was seen last will do: while files are dropped, the folder
// changes with each.
func (d *Desk) last(ctx context.Context) (*office.State, error) {
	d.mu.Lock()
	state := d.state
	d.mu.Unlock()
	if state != nil {
		return state, nil
	}
	return d.look(ctx)
}

// frame is what every view of the desk shows around its own.
type frame struct {
	At    string // the address, marked in the menu
	Plan  string
	Year  int
	Fault string
	Ends  bool
}

// within looks at the folder and shows a view, or why it cannot.
func (d *Desk) within(w http.ResponseWriter, r *http.Request, show func(s *office.State, f frame)) {
	s, err := d.look(r.Context())
	var mixed intake.MixedYears
	if errors.As(err, &mixed) {
		render(w, "years.html", struct {
			Frame frame
			Years intake.MixedYears
		}{frame{At: r.URL.Path}, mixed})
		return
	}
	if err != nil {
		w.WriteHeader(http.StatusInternalServerError)
		render(w, "fault.html", frame{At: r.URL.Path, Fault: office.Explain(err)})
		return
	}
	show(s, frame{At: r.URL.Path, Plan: s.Plan.Title, Year: s.Year})
}

// choose sets the year reported on, where the returns do not tell.
func (d *Desk) choose(w http.ResponseWriter, r *http.Request) {
	if !formOf(w, r) {
		return
	}
	if year, err := strconv.Atoi(r.PostForm.Get("year")); err == nil {
		d.mu.Lock()
		d.base.Year, d.state = year, nil
		d.mu.Unlock()
	}
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

func (d *Desk) stop(w http.ResponseWriter, r *http.Request) {
	d.mu.Lock()
	running := d.work
	d.mu.Unlock()
	if running != nil {
		running.stop()
		<-running.ended
	}
	http.Redirect(w, r, "/work", http.StatusSeeOther)
}

func (d *Desk) finish(w http.ResponseWriter, _ *http.Request) {
	render(w, "end.html", frame{Ends: true})
	d.end()
}

func (d *Desk) showWork(w http.ResponseWriter, r *http.Request) {
	d.mu.Lock()
	running := d.work
	d.mu.Unlock()
	if running == nil {
		http.Redirect(w, r, "/", http.StatusSeeOther)
		return
	}
	v := running.view()
	if r.URL.Query().Get("part") != "" {
		render(w, "doing", v)
		return
	}
	render(w, "work.html", struct {
		Frame frame
		Work  workView
	}{frame{At: "/work"}, v})
}

// begin starts a piece of work and leads to where it is shown.
func (d *Desk) begin(w http.ResponseWriter, r *http.Request, title string, do func(ctx context.Context, j office.Job) outcome) {
	again := r.URL.Path
	if strings.HasPrefix(r.Header.Get("Content-Type"), "multipart/") {
		again = "" // the file would have to come again
	}
	if err := d.start(title, again, do); err != nil {
		w.WriteHeader(http.StatusConflict)
		render(w, "fault.html", frame{At: r.URL.Path, Fault: err.Error()})
		return
	}
	http.Redirect(w, r, "/work", http.StatusSeeOther)
}
