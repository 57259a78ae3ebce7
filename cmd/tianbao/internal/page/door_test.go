package page

import (
	"bytes"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tianbao/cmd/tianbao/internal/office"
	"tianbao/seeds/trial"
	"tianbao/workbook/intake"
	"tianbao/workbook/ooxml"
)

const testHost = "127.0.0.1:4321"

// newTestDesk is a desk of an empty folder, and the cookie that its door gave.
func newTestDesk(t *testing.T) (d *Desk, dir string, cookie *http.Cookie) {
	t.Helper()
	dir = t.TempDir()
	now := func() time.Time { return time.Date(2025, 4, 2, 9, 0, 0, 0, time.UTC) }
	d = NewDesk(t.Context(), office.Job{Dir: dir, Limits: ooxml.DefaultLimits()}, now, testHost, "4321")
	answer := call(d, "GET", strings.TrimPrefix(d.Entry(), "http://"+testHost), nil, func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "cross-site") })
	if answer.Code != http.StatusOK || len(answer.Result().Cookies()) != 1 {
		t.Fatalf("the entry does not let one in: %d", answer.Code)
	}
	return d, dir, answer.Result().Cookies()[0]
}

func call(d *Desk, method, path string, body *bytes.Buffer, change func(r *http.Request)) *httptest.ResponseRecorder {
	if body == nil {
		body = &bytes.Buffer{}
	}
	r := httptest.NewRequest(method, path, body)
	r.Host = testHost
	if method == "POST" {
		r.Header.Set("Origin", "http://"+testHost)
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	if change != nil {
		change(r)
	}
	w := httptest.NewRecorder()
	d.ServeHTTP(w, r)
	return w
}

func TestTheCookieIsForThisDeskAlone(t *testing.T) {
	_, _, c := newTestDesk(t)
	if !c.HttpOnly || c.SameSite != http.SameSiteStrictMode || c.Name != "tianbao-4321" || len(c.Value) != 64 || c.Domain != "" {
		t.Errorf("the cookie: %+v", c)
	}
}

func TestAHostileRequestDoesNotGetIn(t *testing.T) {
	d, dir, cookie := newTestDesk(t)
	used := d.Entry()
	if a := call(d, "GET", strings.TrimPrefix(used, "http://"+testHost), nil, nil); a.Code != http.StatusOK {
		t.Fatal("a fresh token is refused")
	}
	in := func(more func(r *http.Request)) func(r *http.Request) {
		return func(r *http.Request) {
			r.AddCookie(cookie)
			if more != nil {
				more(r)
			}
		}
	}
	header := func(name, value string) func(r *http.Request) {
		return func(r *http.Request) { r.Header.Set(name, value) }
	}
	if a := call(d, "GET", "/", nil, in(header("Sec-Fetch-Site", "none"))); a.Code != http.StatusOK {
		t.Fatalf("the user is refused: %d", a.Code)
	}
	for _, c := range []struct {
		name, method, path string
		change             func(r *http.Request)
		want               int
	}{
		{"no cookie", "GET", "/", nil, http.StatusForbidden},
		{"a wrong cookie", "GET", "/", func(r *http.Request) {
			r.AddCookie(&http.Cookie{Name: cookie.Name, Value: strings.Repeat("0", 64)})
		}, http.StatusForbidden},
		{"an empty cookie", "GET", "/", func(r *http.Request) { r.AddCookie(&http.Cookie{Name: cookie.Name}) }, http.StatusForbidden},
		{"the cookie of another port", "GET", "/", func(r *http.Request) { r.AddCookie(&http.Cookie{Name: "tianbao-80", Value: cookie.Value}) }, http.StatusForbidden},
		{"a name made to point here", "GET", "/", in(func(r *http.Request) { r.Host = "evil.example:4321" }), http.StatusForbidden},
		{"localhost", "GET", "/", in(func(r *http.Request) { r.Host = "localhost:4321" }), http.StatusForbidden},
		{"another port", "GET", "/", in(func(r *http.Request) { r.Host = "127.0.0.1:80" }), http.StatusForbidden},
		{"no port", "GET", "/", in(func(r *http.Request) { r.Host = "127.0.0.1" }), http.StatusForbidden},
		{"a link elsewhere", "GET", "/", in(header("Sec-Fetch-Site", "cross-site")), http.StatusForbidden},
		{"a page of another port", "GET", "/results", in(header("Sec-Fetch-Site", "same-site")), http.StatusForbidden},
		{"a word nobody knows", "GET", "/results", in(header("Sec-Fetch-Site", "whatever")), http.StatusForbidden},
		{"a form elsewhere", "POST", "/issue", in(header("Origin", "http://evil.example")), http.StatusForbidden},
		{"a form in a sandbox", "POST", "/issue", in(header("Origin", "null")), http.StatusForbidden},
		{"a form without origin", "POST", "/issue", in(func(r *http.Request) { r.Header.Del("Origin") }), http.StatusForbidden},
		{"a form of https", "POST", "/issue", in(header("Origin", "https://"+testHost)), http.StatusForbidden},
		{"a form typed by nobody", "POST", "/issue", in(header("Sec-Fetch-Site", "none")), http.StatusForbidden},
		{"a form across sites", "POST", "/issue", in(header("Sec-Fetch-Site", "cross-site")), http.StatusForbidden},
		{"a form without cookie", "POST", "/issue", nil, http.StatusForbidden},
		{"a token once more", "GET", strings.TrimPrefix(used, "http://"+testHost), nil, http.StatusForbidden},
		{"a token that was guessed", "GET", "/enter?token=" + strings.Repeat("a", 64), nil, http.StatusForbidden},
		{"no token", "GET", "/enter", nil, http.StatusForbidden},
		{"a token posted", "POST", strings.TrimPrefix(d.Entry(), "http://"+testHost), nil, http.StatusForbidden},
		{"another method", "PUT", "/issue", in(nil), http.StatusMethodNotAllowed},
		{"what a browser asks first", "OPTIONS", "/issue", in(nil), http.StatusMethodNotAllowed},
		{"a change by GET: issue", "GET", "/issue", in(nil), http.StatusMethodNotAllowed},
		{"a change by GET: consolidate", "GET", "/consolidate", in(nil), http.StatusMethodNotAllowed},
		{"a change by GET: end", "GET", "/end", in(nil), http.StatusMethodNotAllowed},
		{"a path upwards", "GET", "/../../etc/passwd", in(nil), http.StatusTemporaryRedirect},
		{"a path of the folder", "GET", "/报送/x.xlsx", in(nil), http.StatusNotFound},
		{"a file of the program", "GET", "/face/home.html", in(nil), http.StatusNotFound},
		{"the second start's way in", "POST", again, in(nil), http.StatusNotFound},
	} {
		if a := call(d, c.method, c.path, nil, c.change); a.Code != c.want {
			t.Errorf("%s: %d, want %d", c.name, a.Code, c.want)
		}
	}
	if left, _ := os.ReadDir(dir); len(left) > 0 {
		t.Errorf("something was written: %v", left)
	}
	select {
	case <-d.Done():
		t.Error("it was ended")
	default:
	}
}

func TestEveryAnswerForbidsWhatIsNotItsOwn(t *testing.T) {
	d, _, cookie := newTestDesk(t)
	for _, path := range []string{"/", "/results", "/register", "/disputes", "/plan", "/page.js", "/page.css", "/nothing", "/enter?token=x"} {
		a := call(d, "GET", path, nil, func(r *http.Request) { r.AddCookie(cookie) })
		for name, want := range map[string]string{
			"X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY", "Referrer-Policy": "same-origin", "Cache-Control": "no-store", "Content-Security-Policy": policy,
		} {
			if got := a.Header().Get(name); got != want {
				t.Errorf("%s: %s is %q", path, name, got)
			}
		}
		if body := a.Body.String(); strings.HasPrefix(a.Header().Get("Content-Type"), "text/html") && (strings.Contains(body, "style=") || strings.Contains(body, " onclick") || strings.Contains(body, "<script>")) {
			t.Errorf("%s holds style or script of its own", path)
		}
	}
}

// upload is the body of a form with files, by the names given.
func upload(t *testing.T, files map[string][]byte) (*bytes.Buffer, string) {
	t.Helper()
	var body bytes.Buffer
	w := multipart.NewWriter(&body)
	for name, data := range files {
		part := trial.Got(w.CreateFormFile("files", name))(t)
		_, _ = part.Write(data)
	}
	_ = w.Close()
	return &body, w.FormDataContentType()
}

func TestWhatIsDroppedStaysInTheFolderOfReturnsAndOverwritesNothing(t *testing.T) {
	d, dir, cookie := newTestDesk(t)
	drop := func(name, text string) string {
		body, kind := upload(t, map[string][]byte{name: []byte(text)})
		a := call(d, "POST", "/take?part=1", body, func(r *http.Request) {
			r.AddCookie(cookie)
			r.Header.Set("Content-Type", kind)
		})
		if a.Code != http.StatusOK {
			t.Fatalf("%q: %d %s", name, a.Code, a.Body)
		}
		return a.Body.String()
	}
	for _, name := range []string{"../../甲.xlsx", `..\..\甲.xlsx`, "/etc/甲.xlsx", `C:\甲.xlsx`, "甲.xlsx"} {
		drop(name, "text of "+name)
	}
	drop("甲.xlsx", "text of 甲.xlsx")
	drop("CON.xlsx", "1")
	drop(".隐藏.xlsx", "1")
	drop("<img src=x>.xlsx", "1")
	drop("\u202excod.xlsx", "1")
	var got []string
	_ = filepath.WalkDir(filepath.Dir(dir), func(path string, e os.DirEntry, _ error) error {
		if rel, err := filepath.Rel(dir, path); err == nil && !e.IsDir() {
			got = append(got, filepath.ToSlash(rel))
		}
		return nil
	})
	want := "报送/_CON.xlsx 报送/_img src=x_.xlsx 报送/_xcod.xlsx 报送/甲(2).xlsx 报送/甲(3).xlsx 报送/甲(4).xlsx 报送/甲(5).xlsx 报送/甲.xlsx"
	if strings.Join(got, " ") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, " "), want)
	}
	if text := drop(`<script>alert(1)</script>.xlsx`, "1"); strings.Contains(text, "<script>") {
		t.Error("a name is markup in the answer")
	}
}

func TestAFormThatNamesOtherUnitsOrConflictsChangesNothing(t *testing.T) {
	d, dir, cookie := newTestDesk(t)
	for _, path := range []string{"/enter", "/rule"} {
		form := url.Values{"unit-0": {"../x"}, "received-0": {"2025-04-01"}, "value-x": {"1"}, "basis-x": {"y"}}
		call(d, "POST", path, bytes.NewBufferString(form.Encode()), func(r *http.Request) { r.AddCookie(cookie) })
	}
	if left, _ := os.ReadDir(dir); len(left) > 0 {
		t.Errorf("something was written: %v", left)
	}
}

func TestTheYearIsChosenWhereTheReturnsDoNotTell(t *testing.T) {
	w := httptest.NewRecorder()
	show(w, "years.html", page{}, intake.MixedYears{{Year: 2024, Returns: 6}, {Year: 2023, Returns: 5}})
	if text := w.Body.String(); w.Code != http.StatusOK || !strings.Contains(text, `value="2023"`) || !strings.Contains(text, "</button> 6 份") {
		t.Errorf("%d %s", w.Code, text)
	}
	d, _, cookie := newTestDesk(t)
	call(d, "POST", "/year", bytes.NewBufferString("year=2023"), func(r *http.Request) { r.AddCookie(cookie) })
	if text := call(d, "GET", "/", nil, func(r *http.Request) { r.AddCookie(cookie) }).Body.String(); !strings.Contains(text, "2023年度的工作") {
		t.Error("the year that was chosen is not worked at")
	}
}

func TestALookThatTakesLongSaysHowFarItHasCome(t *testing.T) {
	d, _, cookie := newTestDesk(t)
	slow := &glance{work: &work{ended: make(chan struct{})}}
	slow.progress(office.Checking, 30, 75)
	d.glance = slow
	get := func() string {
		return call(d, "GET", "/", nil, func(r *http.Request) { r.AddCookie(cookie) }).Body.String()
	}
	if text := get(); !strings.Contains(text, "正在审核：30 / 75") || !strings.Contains(text, `http-equiv="refresh"`) {
		t.Errorf("while it goes on:\n%s", text)
	}
	close(slow.ended)
	text := get()
	for n := 0; n < 50 && strings.Contains(text, `http-equiv="refresh"`); n++ { // on a busy machine the next look takes long as well
		text = get()
	}
	if !strings.Contains(text, "一步一步") {
		t.Errorf("once it is over:\n%s", text)
	}
}

func TestWorkIsForcedOnlyFromTheFormThatWasShownForIt(t *testing.T) {
	d, dir, cookie := newTestDesk(t)
	post := func(path, form string) *httptest.ResponseRecorder {
		return call(d, "POST", path, bytes.NewBufferString(form), func(r *http.Request) { r.AddCookie(cookie) })
	}
	standing := filepath.Join(dir, office.CataloguePath)
	trial.Must(t, os.WriteFile(standing, []byte("写过的"), 0o644))
	body, kind := upload(t, map[string][]byte{"方案.txt": []byte("清河县方案\n一、产业\n1.新增企业20家。(牵头单位:县工业局)\n")})
	call(d, "POST", "/adopt", body, func(r *http.Request) {
		r.AddCookie(cookie)
		r.Header.Set("Content-Type", kind)
	})
	<-d.running().ended
	if v := d.running().view(); v.Twice() == nil || v.Twice().Name != "force" || !strings.Contains(v.Fault(), "已经存在") {
		t.Fatalf("it does not ask before it overwrites: %q", v.Fault())
	}
	post("/repeat", "of=other&force=1")
	if text, _ := os.ReadFile(standing); string(text) != "写过的" {
		t.Fatal("a form of other work overwrites")
	}
	post("/repeat", "force=1&of="+d.running().view().ID)
	<-d.running().ended
	if text, _ := os.ReadFile(standing); string(text) == "写过的" || d.running().view().Fault() != "" {
		t.Errorf("told twice, it is not done: %q", d.running().view().Fault())
	}
}
