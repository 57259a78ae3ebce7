package page

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"html/template"
)

//go:embed face
var face embed.FS

// views are the templates. Whatever stands in a return reaches them as text alone,
// and they escape it.
var views = template.Must(template.New("").Funcs(template.FuncMap{
	"change": func(word string, tone Tone, list []string) change { return change{word, tone, list} },
	"item":   func(href, words, at string) item { return item{href, words, at} },
}).ParseFS(face, "face/*.html"))

// change is one of the three lists of what became of the findings of the last round.
type change struct {
	Word string
	Tone Tone
	List []string
}

// item is an entry of the menu; At is the address that is shown.
type item struct{ Href, Words, At string }

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
	err := views.ExecuteTemplate(&out, "file.html", struct {
		Results *Results
		Policy  string
		Style   template.CSS
		Script  template.JS
	}{r, filePolicy, template.CSS(style), template.JS(script)})
	return out.Bytes(), err
}

// filePolicy lets the file run its own script and style, and fetch nothing.
var filePolicy = "default-src 'none'; script-src " + digest(script) + "; style-src " + digest(style) + "; base-uri 'none'; form-action 'none'"

func digest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
