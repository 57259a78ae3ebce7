package docx

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Place is what is at a place of a form. Several lines become several paragraphs
// where the place is alone in its own, else breaks; a table goes before the
// paragraph of the place, and asks for one of its own.
type Place struct {
	Lines []string
	Table *Table
}

// errNotDocument is returned for a form that is no .docx that can be read whole.
var errNotDocument = errors.New("不是可以读取的 .docx 文档")

// mostForm is how large the parts of a form may be together, unpacked.
const mostForm = 64 << 20

// Fill puts texts and tables at the {{name}} places of a document, however its words
// are split, in its body, tables, boxes, headers, footers and notes. All else stays as
// it is, byte by byte; parts without a place keep their entries. It returns the names
// that have no place, in order, which are left as they are.
func Fill(form []byte, place func(name string) (Place, bool)) (filled []byte, unknown []string, err error) {
	zr, err := zip.NewReader(bytes.NewReader(form), int64(len(form)))
	if err != nil {
		return nil, nil, fmt.Errorf("%w: %w", errNotDocument, err)
	}
	var out bytes.Buffer
	zw, left, document := zip.NewWriter(&out), int64(mostForm), false
	for _, f := range zr.File {
		data, err := worded(f, &left)
		if err != nil {
			return nil, nil, fmt.Errorf("%w: %s: %w", errNotDocument, f.Name, err)
		}
		document = document || data != nil
		fresh, missing, err := fillPart(data, place)
		if err != nil {
			return nil, nil, fmt.Errorf("%w: %s: %w", errNotDocument, f.Name, err)
		}
		for _, name := range missing {
			if !slices.Contains(unknown, name) {
				unknown = append(unknown, name)
			}
		}
		if err := copyEntry(zw, f, data, fresh); err != nil {
			return nil, nil, fmt.Errorf("%s: %w", f.Name, err)
		}
	}
	if !document {
		return nil, nil, errNotDocument
	}
	if err := zw.Close(); err != nil {
		return nil, nil, err
	}
	return out.Bytes(), unknown, nil
}

// worded reads a part that holds paragraphs, nil for any other.
func worded(f *zip.File, left *int64) ([]byte, error) {
	if !strings.HasSuffix(f.Name, ".xml") || !strings.HasPrefix(f.Name, "word/") {
		return nil, nil
	}
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, *left+1))
	if err != nil {
		return nil, err
	}
	if *left -= int64(len(data)); *left < 0 {
		return nil, fmt.Errorf("展开后超过 %d MB", mostForm>>20)
	}
	if !holdsParagraphs(data) {
		return nil, nil
	}
	return data, nil
}

// copyEntry writes an entry as it was, or with its new data.
func copyEntry(zw *zip.Writer, f *zip.File, old, fresh []byte) error {
	if bytes.Equal(old, fresh) {
		return zw.Copy(f)
	}
	w, err := zw.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Deflate, Modified: f.Modified})
	if err == nil {
		_, err = w.Write(fresh)
	}
	return err
}

// fillPart fills the places of one part.
func fillPart(data []byte, place func(name string) (Place, bool)) (fresh []byte, unknown []string, err error) {
	if data == nil {
		return nil, nil, nil
	}
	paragraphs, err := scan(data)
	if err != nil {
		return nil, nil, err
	}
	var edits []edit
	for _, p := range paragraphs {
		more, missing := p.fill(data, place)
		edits, unknown = append(edits, more...), append(unknown, missing...)
	}
	slices.SortStableFunc(edits, func(a, b edit) int { return a.from - b.from })
	at := 0
	for _, e := range edits {
		fresh = append(append(fresh, data[at:e.from]...), e.text...)
		at = e.to
	}
	return append(fresh, data[at:]...), unknown, nil
}

// edit puts a text in the place of the bytes from one offset to another.
type edit struct {
	from, to int
	text     string
}

// found is a place in the text of a paragraph.
type found struct {
	from, to int
	name     string
}

// places finds {{name}}, with the braces of a Chinese keyboard too.
func places(text string) []found {
	var list []found
	for at := 0; ; {
		open, n := brace(text[at:], "{{", "｛｛")
		if open < 0 {
			return list
		}
		from := at + open
		at = from + n
		end, m := brace(text[at:], "}}", "｝｝")
		if end < 0 {
			return list
		}
		if next, _ := brace(text[at:], "{{", "｛｛"); next >= 0 && next < end {
			continue // an opening that never closes
		}
		name := strings.TrimSpace(text[at : at+end])
		at += end + m
		if name != "" && !strings.ContainsAny(name, "\n") {
			list = append(list, found{from, at, name})
		}
	}
}

// brace finds the first of two marks and its length; -1 where neither is.
func brace(text string, marks ...string) (at, n int) {
	at = -1
	for _, m := range marks {
		if i := strings.Index(text, m); i >= 0 && (at < 0 || i < at) {
			at, n = i, len(m)
		}
	}
	return at, n
}

// fill makes the edits of a paragraph.
func (p *paragraph) fill(data []byte, place func(name string) (Place, bool)) (edits []edit, unknown []string) {
	text := p.text()
	type put struct {
		found
		lines []string
	}
	var puts []put
	before := ""
	for _, f := range places(text) {
		what, ok := place(f.name)
		if !ok {
			unknown = append(unknown, f.name)
			continue
		}
		alone := strings.TrimSpace(text[:f.from]+text[f.to:]) == ""
		lines := what.Lines
		if alone {
			if what.Table != nil {
				before += p.table(data, what.Table)
			}
			for ; len(lines) > 1; lines = lines[1:] {
				before += p.copyWith(data, f.from, lines[0])
			}
		}
		puts = append(puts, put{f, lines})
	}
	if before != "" {
		edits = append(edits, edit{p.from, p.from, before})
	}
	at := 0
	for i := range p.texts {
		t := &p.texts[i]
		from, to := at, at+len(t.words)
		at = to
		words, done, touched := "", from, false
		for _, q := range puts {
			if q.to <= from || q.from >= to {
				continue
			}
			touched = true
			words += xmlText(t.words[done-from : max(q.from, from)-from])
			if q.from >= from {
				words += p.broken(q.lines)
			}
			done = min(q.to, to)
		}
		if touched {
			edits = append(edits, edit{t.from, t.to, p.element("t", words+xmlText(t.words[done-from:]))})
		}
	}
	return edits, unknown
}

func xmlText(text string) string { return escape(clean(text)) }

// element is a text element with its spaces kept.
func (p *paragraph) element(name, inside string) string {
	return `<` + p.prefix + name + ` xml:space="preserve">` + inside + `</` + p.prefix + name + `>`
}

// broken joins lines by breaks between text elements.
func (p *paragraph) broken(lines []string) string {
	parts := make([]string, 0, len(lines))
	for _, l := range lines {
		for l := range strings.SplitSeq(clean(l), "\n") {
			parts = append(parts, escape(l))
		}
	}
	return strings.Join(parts, `</`+p.prefix+`t><`+p.prefix+`br/><`+p.prefix+`t xml:space="preserve">`)
}

// copyWith is a paragraph that looks as this one does, with other words.
func (p *paragraph) copyWith(data []byte, at int, words string) string {
	look := ""
	for _, t := range p.texts {
		if at < len(t.words) {
			look = string(data[t.look[0]:t.look[1]])
			break
		}
		at -= len(t.words)
	}
	run := `<` + p.prefix + `r>` + look + p.element("t", p.broken([]string{words})) + `</` + p.prefix + `r>`
	return `<` + p.prefix + `p>` + p.look(data) + run + `</` + p.prefix + `p>`
}

// table is a table in the names of this document, no wider than its text.
func (p *paragraph) table(data []byte, t *Table) string {
	var b bytes.Buffer
	fitted, sum := *t, 0.0
	for _, w := range t.Widths {
		sum += w
	}
	if room := textWidth(data[p.from:]); room > 0 && sum > room {
		fitted.Widths = nil
		for _, w := range t.Widths {
			fitted.Widths = append(fitted.Widths, w*room/sum)
		}
	}
	fitted.write(&b)
	return strings.Replace(b.String(), "<w:tbl>", `<w:tbl xmlns:w="`+p.space+`">`, 1)
}

var (
	pageSize    = regexp.MustCompile(`pgSz\b[^>]*?\bw="(\d{1,6})"`)
	pageMargins = regexp.MustCompile(`pgMar\b[^>]*>`)
	sideMargin  = regexp.MustCompile(`\b(?:left|right)="(\d{1,6})"`)
)

// textWidth is how wide the text of the first section that ends in a piece of a document
// is, in millimetres; 0 where none does.
func textWidth(rest []byte) float64 {
	size := pageSize.FindSubmatch(rest)
	if size == nil {
		return 0
	}
	room, _ := strconv.Atoi(string(size[1]))
	for _, m := range sideMargin.FindAllSubmatch(pageMargins.Find(rest), -1) {
		n, _ := strconv.Atoi(string(m[1]))
		room -= n
	}
	return float64(room) * 25.4 / 1440
}
