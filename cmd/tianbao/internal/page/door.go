package page

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/hex"
	"net/http"
	"slices"
	"sync"
)

// door lets in the browser that was led to it, and nobody else.
type door struct {
	host   string // 127.0.0.1:port, the only Host that is answered
	cookie string // its name, which carries the port: cookies do not tell ports apart
	secret string // its value

	mu     sync.Mutex
	tokens map[string]bool // that have not been used
}

// entryPath is the address that a token opens, once.
const entryPath = "/enter"

func newDoor(host, port string) *door {
	return &door{host: host, cookie: "tianbao-" + port, secret: random(), tokens: map[string]bool{}}
}

// random is 32 bytes that nobody can guess, in hex.
func random() string {
	var b [32]byte
	_, _ = rand.Read(b[:]) // never fails
	return hex.EncodeToString(b[:])
}

// token makes a token for one entry.
func (d *door) token() string {
	d.mu.Lock()
	defer d.mu.Unlock()
	t := random()
	d.tokens[t] = true
	return t
}

// spend reports whether a token is one of ours that has not been used, and uses it.
func (d *door) spend(token string) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	known := d.tokens[token]
	delete(d.tokens, token)
	return known
}

// policy is what every answer of the desk lets a browser do: use the desk's own
// style, script and addresses.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
	"form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// guard answers only requests that came in through the door.
func (d *door) guard(inside http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("X-Frame-Options", "DENY")
		h.Set("Referrer-Policy", "same-origin")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cache-Control", "no-store")
		switch {
		case r.Host != d.host:
			refuse(w, "地址不对")
		case r.Method != http.MethodGet && r.Method != http.MethodPost:
			w.Header().Set("Allow", "GET, POST")
			http.Error(w, "不支持这种请求", http.StatusMethodNotAllowed)
		case r.Method == http.MethodGet && r.URL.Path == entryPath:
			d.enter(w, r)
		case !ownPage(r) || r.Method == http.MethodPost && r.Header.Get("Origin") != "http://"+d.host:
			refuse(w, "这个请求不是从本页发出的")
		case !d.known(r):
			refuse(w, "请从程序打开的页面进入;页面关掉了,就再运行一次 tianbao desk")
		default:
			inside.ServeHTTP(w, r)
		}
	})
}

func refuse(w http.ResponseWriter, why string) { http.Error(w, why, http.StatusForbidden) }

// ownPage reports whether the browser says that the request was made by a page of
// the desk, or by its user: one that says nothing is an old one.
func ownPage(r *http.Request) bool {
	switch r.Header.Get("Sec-Fetch-Site") {
	case "", "same-origin":
		return true
	case "none":
		return r.Method == http.MethodGet
	}
	return false
}

// known reports whether the request brings the cookie.
func (d *door) known(r *http.Request) bool {
	return slices.ContainsFunc(r.CookiesNamed(d.cookie), func(c *http.Cookie) bool {
		return subtle.ConstantTimeCompare([]byte(c.Value), []byte(d.secret)) == 1
	})
}

// enter gives the cookie for a token. It answers with a page that leads on: after a
// redirect from elsewhere a browser would not send the cookie.
func (d *door) enter(w http.ResponseWriter, r *http.Request) {
	if !d.spend(r.URL.Query().Get("token")) {
		refuse(w, "这个入口已经用过了;请再运行一次 tianbao desk")
		return
	}
	http.SetCookie(w, &http.Cookie{Name: d.cookie, Value: d.secret, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode})
	render(w, "enter.html", nil)
}
