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
	state   *office.State // of the folder as mark has it
	mark    string
	busy    time.Time // of the last request
	writing sync.Mutex
	ending  atomic.Bool // told to end, and showing its last page
	end     context.CancelFunc
}

// NewDesk makes the desk of the job's folder, to be served at host, which ends with
// its port. It works until ctx ends or it is told to end.
func NewDesk(ctx context.Context, j office.Job, now func() time.Time, host, port string) *Desk {
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
	s, err := d.look(r.Context())
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
