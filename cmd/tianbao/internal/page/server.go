package page

import (
	"bytes"
	"context"
	"errors"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"tianbao/cmd/tianbao/internal/office"
	"tianbao/workbook/intake"
)

// Desk is the desk page of one folder.
type Desk struct {
	ctx    context.Context
	base   office.Job // what every piece of work starts from
	folder string     // in full, to be shown
	now    func() time.Time
	door   *door
	routes *http.ServeMux

	mu      sync.Mutex
	work    *work         // the last one started, nil before the first
	glance  *glance       // the last look at the folder, which may still go on
	state   *office.State // what was seen last, nil before the first time
	busy    time.Time     // of the last request
	writing sync.Mutex
	ending  atomic.Bool // told to end, and showing its last page
	end     context.CancelFunc
}

// NewDesk makes the desk of the job's folder, to be served at host, which ends with
// its port. It works until ctx ends or it is told to end.
func NewDesk(ctx context.Context, j office.Job, now func() time.Time, host, port string) *Desk {
	j.Memory = office.NewMemory()
	d := &Desk{base: j, now: now, door: newDoor(host, port), busy: now(), routes: http.NewServeMux()}
	d.ctx, d.end = context.WithCancel(ctx)
	d.route()
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
	d.door.guard(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		d.mu.Lock()
		d.busy = d.now()
		d.mu.Unlock()
		d.routes.ServeHTTP(w, r)
	})).ServeHTTP(w, r)
}

// route sets the addresses of the desk: what changes anything is a POST.
func (d *Desk) route() {
	for path, v := range pages {
		d.routes.HandleFunc("GET "+path, func(w http.ResponseWriter, r *http.Request) {
			d.within(w, r, func(s *office.State, p page) { show(w, v.name, p, v.of(d, s)) })
		})
	}
	for path, a := range actions {
		d.routes.HandleFunc("POST "+path, formed(func(w http.ResponseWriter, r *http.Request) {
			d.begin(w, r, a.title, func(ctx context.Context, j office.Job) (outcome, error) { return a.do(ctx, d, j, r.PostForm) })
		}))
	}
	for path, do := range map[string]http.HandlerFunc{"/enter": d.enter, "/rule": d.rule, "/year": d.choose, "/stop": d.stop, "/repeat": d.repeat, "/end": d.finish} {
		d.routes.HandleFunc("POST "+path, formed(do))
	}
	d.routes.HandleFunc("POST /take", d.take)
	d.routes.HandleFunc("POST /adopt", d.adopt)
	d.routes.HandleFunc("GET /work", d.showWork)
	for path, text := range map[string][2]string{"/page.css": {"text/css", style}, "/page.js": {"text/javascript", script}} {
		d.routes.HandleFunc("GET "+path, func(w http.ResponseWriter, _ *http.Request) {
			if send(w, text[0], text[1]); d.ending.Load() {
				d.end()
			}
		})
	}
}

// mostForm bounds a form that holds no file.
const mostForm = 4 << 20

// formed reads the fields of a form that holds no file before it is answered.
func formed(do http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		r.Body = http.MaxBytesReader(w, r.Body, mostForm)
		if err := r.ParseForm(); err != nil {
			http.Error(w, "表单读不了", http.StatusBadRequest)
			return
		}
		do(w, r)
	}
}

func send(w http.ResponseWriter, kind, text string) {
	w.Header().Set("Content-Type", kind+"; charset=utf-8")
	_, _ = w.Write([]byte(text)) // a browser that has gone needs no answer
}

// render answers with a template, whole or not at all.
func render(w http.ResponseWriter, name string, data any) {
	var out bytes.Buffer
	if err := views.ExecuteTemplate(&out, name, data); err != nil {
		http.Error(w, "页面没有生成:"+err.Error(), http.StatusInternalServerError)
		return
	}
	send(w, "text/html", out.String())
}

// show answers with a view of the desk.
func show(w http.ResponseWriter, name string, p page, what any) {
	p.Show = what
	render(w, name, p)
}

// glance is a look at the folder.
type glance struct {
	*work
	mark  string // of the folder as it was then
	state *office.State
	err   error
}

// look returns how the year stands, looked at anew where the folder has changed.
func (d *Desk) look(ctx context.Context) (*office.State, error) {
	for again := false; ; again = true {
		g := d.glimpse()
		select {
		case <-g.ended:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
		if g.err != nil || again || g.mark == office.Mark(d.job()) {
			return g.state, g.err
		}
	}
}

// glimpse is the look that goes on, or the last one where nothing has changed since, or
// else a new one.
func (d *Desk) glimpse() *glance {
	j := d.job()
	mark := office.Mark(j)
	d.mu.Lock()
	defer d.mu.Unlock()
	if g := d.glance; g != nil && (!g.over() || g.err == nil && g.mark == mark) {
		return g
	}
	g := &glance{work: &work{ended: make(chan struct{})}, mark: mark}
	d.glance = g
	j.Progress = g.progress
	go func() {
		defer close(g.ended)
		if g.state, g.err = office.StateOf(d.ctx, j); g.err == nil {
			d.mu.Lock()
			defer d.mu.Unlock()
			if d.glance == g {
				d.state = g.state
			}
		}
	}()
	return g
}

// soon is look for a page: where it takes long, the page says how far it has come, and
// asks again. A form is answered whenever it can be.
func (d *Desk) soon(w http.ResponseWriter, r *http.Request) (s *office.State, there bool, err error) {
	if r.Method == http.MethodPost {
		s, err = d.look(r.Context())
		return s, true, err
	}
	ctx, stop := context.WithTimeout(r.Context(), prompt)
	defer stop()
	if s, err = d.look(ctx); !errors.Is(err, context.DeadlineExceeded) {
		return s, true, err
	}
	show(w, "wait.html", d.page(r.URL.Path), d.glimpse().view())
	return nil, false, nil
}

// seen is what look returned last, nil before the first time.
func (d *Desk) seen() *office.State {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.state
}

// last is look, but what was seen last will do: while files are dropped, the folder
// changes with each.
func (d *Desk) last(ctx context.Context) (*office.State, error) {
	if s := d.seen(); s != nil {
		return s, nil
	}
	return d.look(ctx)
}

// page is what every template of the desk is given.
type page struct {
	At     string // the address, marked in the menu
	Plan   string // its title
	Year   int
	Folder string // worked in
	Fault  string
	Twice  *twice // how to have it done all the same, nil where nothing would
	Saved  bool   // what was typed has just been saved
	Ends   bool
	Show   any // what the view itself shows
}

// page is a page of the desk at an address.
func (d *Desk) page(at string) page {
	p := page{At: at, Folder: d.folder}
	if s := d.seen(); s != nil {
		p.Plan, p.Year = s.Plan.Title, s.Year
	}
	return p
}

// within looks at the folder and shows a view, or why it cannot.
func (d *Desk) within(w http.ResponseWriter, r *http.Request, then func(s *office.State, p page)) {
	s, there, err := d.soon(w, r)
	if !there {
		return
	}
	p := d.page(r.URL.Path)
	p.Saved = r.URL.Query().Get("saved") != ""
	var mixed intake.MixedYears
	switch {
	case errors.As(err, &mixed):
		show(w, "years.html", p, mixed)
	case err != nil:
		refuseWith(w, http.StatusInternalServerError, p, err)
	default:
		then(s, p)
	}
}

// refuseWith shows why something was not done.
func refuseWith(w http.ResponseWriter, code int, p page, err error) {
	w.WriteHeader(code)
	p.Fault = office.Explain(err)
	render(w, "fault.html", p)
}
