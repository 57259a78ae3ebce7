package docx

import (
	"encoding/xml"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"tianbao/seeds/trial"
)

// pages is what a document prints, as pdftotext tells it, in points.
type pages struct {
	Pages []struct {
		Width  float64     `xml:"width,attr"`
		Height float64     `xml:"height,attr"`
		Lines  []textsLine `xml:"flow>block>line"`
	} `xml:"body>doc>page"`
}

type textsLine struct {
	Left   float64  `xml:"xMin,attr"`
	Right  float64  `xml:"xMax,attr"`
	Top    float64  `xml:"yMin,attr"`
	Bottom float64  `xml:"yMax,attr"`
	Words  []string `xml:"word"`
}

func (l textsLine) text() string { return strings.Join(l.Words, "") }

// printed has LibreOffice print a document.
func printed(t *testing.T, data []byte) pages {
	t.Helper()
	dir := t.TempDir()
	in := filepath.Join(dir, "in.docx")
	trial.Must(t, os.WriteFile(in, data, 0o600))
	trial.Convert(t, filepath.Join(dir, "profile"), "pdf", dir, in)
	out := trial.Got(exec.Command("pdftotext", "-bbox-layout", filepath.Join(dir, "in.pdf"), "-").Output())(t)
	var p pages
	d := xml.NewDecoder(strings.NewReader(string(out)))
	d.Strict, d.Entity = false, xml.HTMLEntity
	trial.Must(t, d.Decode(&p))
	return p
}

const mm = 72 / 25.4

func TestAPrintedPageHasTheMeasuresOfTheStandard(t *testing.T) {
	d := New(props())
	for range 12 {
		d.Para(Text(strings.Repeat("国民经济和社会发展", 20)))
	}
	p := printed(t, made(t, d))
	if len(p.Pages) != 4 {
		t.Fatalf("%d pages", len(p.Pages))
	}
	near := func(what string, got, want, tolerance float64) {
		t.Helper()
		if math.Abs(got-want) > tolerance*mm {
			t.Errorf("%s: %.1f mm, not %.1f", what, got/mm, want/mm)
		}
	}
	near("width", p.Pages[0].Width, 210*mm, 0.2)
	near("height", p.Pages[0].Height, 297*mm, 0.2)
	for i, page := range p.Pages[:3] {
		lines, number := page.Lines[:len(page.Lines)-1], page.Lines[len(page.Lines)-1]
		if len(lines) != 22 {
			t.Errorf("page %d has %d lines", i+1, len(lines))
		}
		for _, l := range lines {
			if n := utf8.RuneCountInString(l.text()); l.Left < 28.5*mm && l.Right > 180*mm && n != 28 {
				t.Errorf("a full line has %d characters: %s", n, l.text())
			}
			if l.Left < 27.5*mm || l.Right > 184.5*mm {
				t.Errorf("a line from %.1f to %.1f mm", l.Left/mm, l.Right/mm)
			}
		}
		near("first line", lines[0].Top, 39.5*mm, 2)
		near("last line", lines[21].Bottom, 260*mm, 2)
		near("page number", (number.Top+number.Bottom)/2, 269*mm, 1.5)
		if i%2 == 0 {
			near("odd page number", number.Right, (28+156)*mm-14, 1.5)
		} else {
			near("even page number", number.Left, 28*mm+14, 1.5)
		}
	}
}
