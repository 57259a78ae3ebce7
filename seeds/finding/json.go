package finding

import (
	"bytes"
	"fmt"
	"io"

	"tianbao/seeds/text"
)

// Wire is a finding as it is in JSON; no field is ever left out.
type Wire struct {
	Severity string `json:"severity"`
	Code     Code   `json:"code"`
	Sheet    string `json:"sheet"`
	Cell     string `json:"cell"`
	Ref      string `json:"ref"`
	Column   string `json:"column"`
	Message  string `json:"message"`
	Given    string `json:"given"`
	Expected string `json:"expected"`
	Hint     string `json:"hint"`
}

// wire returns the finding as it is in JSON.
func (f *Finding) wire() Wire {
	return Wire{
		Severity: f.Severity.String(), Code: f.Code, Sheet: f.Place.Sheet, Cell: f.Place.Cell(),
		Ref: f.Ref, Column: f.Column, Message: f.Message, Given: quoted(f.Given), Expected: quoted(f.Expected), Hint: f.Hint,
	}
}

// whole is the most characters of a text that JSON quotes: what a cell can hold.
const whole = 32767

// quoted is a text as it is, or its beginning and its length where no cell could
// hold it.
func quoted(text string) string {
	if len(text) <= whole {
		return text
	}
	n, end := 0, 0
	for i := range text {
		if n == whole {
			end = i
		}
		n++
	}
	if n <= whole {
		return text
	}
	return fmt.Sprintf("%s…(共 %d 个字,这里是前 %d 个)", text[:end], n, whole)
}

type wireFile struct {
	File     string `json:"file"`
	SHA256   string `json:"sha256"`
	Unit     string `json:"unit"`
	Year     int    `json:"year"`
	Revision int    `json:"revision"`
	Status   string `json:"status"`
	Findings []Wire `json:"findings"`
}

// jsonPrinter prints {"files":[…],"errors":n,"warnings":n}, a file at a time.
type jsonPrinter struct {
	w                       io.Writer
	files, errors, warnings int
}

// JSON returns a printer of the findings of a batch as one JSON object.
func JSON(w io.Writer) Printer { return &jsonPrinter{w: w} }

func (p *jsonPrinter) File(a About) error {
	head := ",\n"
	if p.files == 0 {
		head = "{\"files\":[\n"
	}
	p.files++
	p.errors += a.Findings.Count(Error)
	p.warnings += a.Findings.Count(Warning)
	wires := make([]Wire, len(a.Findings)) // never nil
	for i := range a.Findings {
		wires[i] = a.Findings[i].wire()
	}
	body, err := encode(wireFile{a.File, a.SHA256, a.Unit, a.Year, a.Revision, a.Status, wires})
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(p.w, "%s%s", head, body)
	return err
}

func (p *jsonPrinter) End() error {
	head := "\n"
	if p.files == 0 {
		head = "{\"files\":["
	}
	_, err := fmt.Fprintf(p.w, "%s],\"errors\":%d,\"warnings\":%d}\n", head, p.errors, p.warnings)
	return err
}

// encode is the JSON of one file, without the line break at its end.
func encode(v any) ([]byte, error) {
	b, err := text.JSON(v, "  ")
	return bytes.TrimSuffix(b, []byte("\n")), err
}
