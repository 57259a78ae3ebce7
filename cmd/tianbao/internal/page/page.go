// Package page shows the office's work in a browser: the results as one file, and the
// desk at which the year is done by clicks and drops. It puts values of package office
// into templates and forms into calls of package office; it holds no rule and no store of
// its own. What the desk does, the commands do, and both leave the same files.
//
// # What may go wrong, and what stands against it
//
// The desk listens on 127.0.0.1 alone, and answers nothing to:
//
//   - Another page in the same browser. It cannot read the cookie (HttpOnly), the browser
//     does not send it from elsewhere (SameSite=Strict, named by the port), Host is held
//     against the desk's own address (no name that is made to point here), every POST
//     needs the desk's Origin, Sec-Fetch-Site other than the desk's own is refused, no
//     frame may hold a view, and a GET changes nothing.
//   - Another user of the machine, who can reach the port. One gets in by a token of 256
//     random bits that opens once. It is in a file that only the user can read, in the
//     user's own cache folder, and on no command line. A second start of the same user
//     asks for another with a key from such a file.
//   - A hostile return. Its texts and names reach the templates as text and are escaped;
//     style and script come from the desk alone (Content-Security-Policy, nosniff). The
//     workbook itself is read by workbook/ooxml, within its limits.
//   - A hostile name or archive. A file goes into 报送 under its last element, without
//     what a system reads otherwise, never over another; archives are unpacked in memory,
//     in number, size and depth bounded. Uploads are bounded. Nothing outside the folder is
//     read or written for a request, and no path is taken from one.
//   - A kill in the middle. What is written goes to a temporary file first and is renamed;
//     the folder is locked only while something is written.
//
// What it does not stand against: whoever runs programs as the same user, or as the
// administrator, can read the folder itself; and the page of results is a file like the
// workbooks it tells of.
package page

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"html/template"

	"tianbao/seeds/finding"
	"tianbao/seeds/text"
)

//go:embed face
var face embed.FS

// views are the templates. Whatever is in a return reaches them as text alone,
// and they escape it.
var views = template.Must(template.New("").Funcs(helpers).ParseFS(face, "face/*.html"))

// helpers are the functions of the templates.
var helpers = template.FuncMap{
	"all":     func(of ...any) []any { return of },
	"line":    finding.OneLine,
	"say":     text.Worded,
	"menu":    func() []link { return menu },
	"letters": finding.ColumnName,
	"tone":    toneOf,
}

// style and script are the one style sheet and the one script.
var style, script = asset("face/page.css"), asset("face/page.js")

func asset(name string) string {
	data, err := face.ReadFile(name)
	if err != nil {
		panic(err) // it is built in
	}
	return string(data)
}

// Write makes the results one file: no script is needed to read it, nothing is
// fetched, and what a return says is never more than text.
func Write(r *Results) ([]byte, error) {
	var out bytes.Buffer
	err := views.ExecuteTemplate(&out, "file.html", resultsFile{r, filePolicy, template.CSS(style), template.JS(script)})
	return out.Bytes(), err
}

type resultsFile struct {
	Results *Results
	Policy  string
	Style   template.CSS
	Script  template.JS
}

// filePolicy lets the file run its own script and style, and fetch nothing.
var filePolicy = "default-src 'none'; script-src " + digest(script) + "; style-src " + digest(style) + "; base-uri 'none'; form-action 'none'"

func digest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
