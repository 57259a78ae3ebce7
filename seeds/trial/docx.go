package trial

import (
	"archive/zip"
	"bytes"
	"html"
	"strings"
	"testing"
)

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
