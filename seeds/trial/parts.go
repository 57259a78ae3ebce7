package trial

import (
	"archive/zip"
	"bytes"
	"html"
	"io"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// Repacked is a package with its parts rewritten; nil drops a part.
func Repacked(t testing.TB, data []byte, rewrite func(name string, part []byte) []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	eachPart(t, data, func(name string, part []byte) {
		if part = rewrite(name, part); part == nil {
			return
		}
		to, err := w.Create(name)
		if err == nil {
			_, err = to.Write(part)
		}
		if err != nil {
			t.Fatal(err)
		}
	})
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

var cached = regexp.MustCompile(`(</(?:[\w.-]+:)?f>)<(?:[\w.-]+:)?v>[^<]*</(?:[\w.-]+:)?v>`)

// Uncached is a workbook without the stored results of its formulas, so that whoever
// opens it has to compute them.
func Uncached(t testing.TB, data []byte) []byte {
	t.Helper()
	return Repacked(t, data, func(_ string, part []byte) []byte { return cached.ReplaceAll(part, []byte("$1")) })
}

// Added is a package with more parts at its end.
func Added(t testing.TB, data []byte, more map[string]string) []byte {
	t.Helper()
	return rewritten(t, data, func(name string) string { return name }, more)
}

// Renamed is a package whose parts are under other names.
func Renamed(t testing.TB, data []byte, rename func(name string) string) []byte {
	t.Helper()
	return rewritten(t, data, rename, nil)
}

func rewritten(t testing.TB, data []byte, rename func(string) string, more map[string]string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	put := func(name string, part []byte) {
		to, err := w.Create(name)
		if err == nil {
			_, err = to.Write(part)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	eachPart(t, data, func(name string, part []byte) { put(rename(name), part) })
	for _, name := range slices.Sorted(maps.Keys(more)) {
		put(name, []byte(more[name]))
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// Parts are the parts of a package by name.
func Parts(t testing.TB, data []byte) map[string]string {
	t.Helper()
	all := map[string]string{}
	eachPart(t, data, func(name string, part []byte) { all[name] = string(part) })
	return all
}

func eachPart(t testing.TB, data []byte, do func(name string, part []byte)) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range z.File {
		r, err := e.Open()
		if err != nil {
			t.Fatal(err)
		}
		part, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		do(e.Name, part)
	}
}

// Packed is a package of parts.
func Packed(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		to, err := w.Create(name)
		if err == nil {
			_, err = to.Write([]byte(parts[name]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// Docx packs the body of a document, and other parts by name, as a .docx.
func Docx(t *testing.T, body string, parts map[string]string) []byte {
	t.Helper()
	const ns = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	all := map[string]string{
		"_rels/.rels":       `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
		"word/document.xml": `<w:document ` + ns + `><w:body>` + body + `</w:body></w:document>`,
	}
	for name, content := range parts {
		all[name] = strings.Replace(content, " NS", " "+ns, 1)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, name := range []string{"_rels/.rels", "word/document.xml", "word/styles.xml", "word/numbering.xml"} {
		if all[name] == "" {
			continue
		}
		part, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := part.Write([]byte(`<?xml version="1.0" encoding="UTF-8"?>` + all[name])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// Par is a paragraph, split in runs as Word does when it is edited; properties
// go before the runs.
func Par(text string, properties ...string) string {
	runes := []rune(text)
	half := len(runes) / 2
	return `<w:p>` + strings.Join(properties, "") + `<w:r><w:t xml:space="preserve">` + html.EscapeString(string(runes[:half])) +
		`</w:t></w:r><w:r><w:t xml:space="preserve">` + html.EscapeString(string(runes[half:])) + `</w:t></w:r></w:p>`
}

// Numbered is the property of a paragraph in a list.
func Numbered(list, level string) string {
	return `<w:pPr><w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="` + list + `"/></w:numPr></w:pPr>`
}

// Cell is a table cell; properties are its tcPr's content.
func Cell(text, properties string) string {
	var pars strings.Builder
	for _, line := range strings.Split(text, "\n") {
		pars.WriteString(Par(line))
	}
	return `<w:tc><w:tcPr>` + properties + `</w:tcPr>` + pars.String() + `</w:tc>`
}
