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

// pack writes the parts of a package in the order in which they are put.
func pack(t testing.TB, write func(put func(name string, part []byte))) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	write(func(name string, part []byte) {
		_, err := Got(w.Create(name))(t).Write(part)
		Must(t, err)
	})
	Must(t, w.Close())
	return out.Bytes()
}

// Repacked is a package with its parts rewritten; nil drops a part.
func Repacked(t testing.TB, data []byte, rewrite func(name string, part []byte) []byte) []byte {
	t.Helper()
	return pack(t, func(put func(string, []byte)) {
		eachPart(t, data, func(name string, part []byte) {
			if part = rewrite(name, part); part != nil {
				put(name, part)
			}
		})
	})
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
	return pack(t, func(put func(string, []byte)) {
		eachPart(t, data, put)
		for _, name := range slices.Sorted(maps.Keys(more)) {
			put(name, []byte(more[name]))
		}
	})
}

// Renamed is a package whose parts are under other names.
func Renamed(t testing.TB, data []byte, rename func(name string) string) []byte {
	t.Helper()
	return pack(t, func(put func(string, []byte)) {
		eachPart(t, data, func(name string, part []byte) { put(rename(name), part) })
	})
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
	for _, e := range Got(zip.NewReader(bytes.NewReader(data), int64(len(data))))(t).File {
		do(e.Name, Got(io.ReadAll(Got(e.Open())(t)))(t))
	}
}

// Packed is a package of parts.
func Packed(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	return pack(t, func(put func(string, []byte)) {
		for _, name := range slices.Sorted(maps.Keys(parts)) {
			put(name, []byte(parts[name]))
		}
	})
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
	for name, content := range all {
		all[name] = `<?xml version="1.0" encoding="UTF-8"?>` + content
	}
	return Packed(t, all)
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
	for line := range strings.SplitSeq(text, "\n") {
		pars.WriteString(Par(line))
	}
	return `<w:tc><w:tcPr>` + properties + `</w:tcPr>` + pars.String() + `</w:tc>`
}
