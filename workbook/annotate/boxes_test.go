package annotate_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"tianbao/seeds/finding"
	"tianbao/seeds/trial"
	"tianbao/templates/layout"
	"tianbao/workbook"
	"tianbao/workbook/annotate"
)

// boxes counts the boxes in a drawing, and fails where a prefix means nothing: the
// programs that show comments refuse such a drawing.
func boxes(t testing.TB, vml string) int {
	t.Helper()
	n := 0
	d := xml.NewDecoder(strings.NewReader(vml))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return n
		}
		if err != nil {
			t.Fatal(err)
		}
		e, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		names := []xml.Name{e.Name}
		for _, a := range e.Attr {
			names = append(names, a.Name)
		}
		for _, name := range names {
			if name.Space != "" && name.Space != "xmlns" && !strings.Contains(name.Space, ":") {
				t.Fatalf("the prefix %s of %s means nothing", name.Space, name.Local)
			}
		}
		if e.Name.Local == "shape" {
			n++
		}
	}
}

// Each program has prefixes of its own for the boxes of comments.
func TestBoxesAreKnownByWhateverPrefix(t *testing.T) {
	r := &workbook.Return{Identity: layout.Identity{PlanID: "SMALL1", UnitID: "001", Year: 2032, Layout: 1, Revision: 1}, Unit: "甲局"}
	fault := func(row int) finding.List {
		return finding.List{finding.New(finding.NumberFormat, finding.At(finding.Place{Sheet: "甲", Row: row, Col: 3}))}
	}
	once := trial.Got(annotate.Copy(small(t), r, fault(3)))(t)
	const drawing = "xl/drawings/vmlDrawing1.vml"
	for name, prefixes := range map[string][]string{
		"as issued":     nil,
		"others":        {"<v:", "<a:", "</v:", "</a:", " v:", " a:", "xmlns:v=", "xmlns:a=", "<x:", "<ns2:", "</x:", "</ns2:", "xmlns:x=", "xmlns:ns2="},
		"in each other": {"<v:", "<x:", "</v:", "</x:", " v:", " x:", "xmlns:v=", "xmlns:x=", "<x:", "<v:", "</x:", "</v:", "xmlns:x=", "xmlns:v="},
	} {
		t.Run(name, func(t *testing.T) {
			sent := trial.Repacked(t, once, func(part string, text []byte) []byte {
				if part != drawing {
					return text
				}
				return []byte(strings.NewReplacer(prefixes...).Replace(string(text)))
			})
			twice := trial.Got(annotate.Copy(sent, r, fault(4)))(t)
			if n := boxes(t, trial.Parts(t, twice)[drawing]); n != 2 { // the filler's, and ours of now
				t.Errorf("%d boxes", n)
			}
		})
	}
}

func TestBoxesAreKnownAfterOpenpyxl(t *testing.T) {
	trial.OnlyLong(t, "starts openpyxl")
	python := trial.Python(t, "openpyxl")
	p := builtIn()
	data := annotated(t, issue(t, p, faulty), p)
	path := filepath.Join(t.TempDir(), "a.xlsx")
	must(t, os.WriteFile(path, data, 0o600))
	if out, err := exec.Command(python, "-c", "import sys, openpyxl\nopenpyxl.load_workbook(sys.argv[1]).save(sys.argv[1])", path).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	saved := trial.Got(os.ReadFile(path))(t)
	again := annotated(t, saved, p)
	_, found := read(t, again, p)
	n := 0
	for name, text := range trial.Parts(t, again) {
		if strings.HasSuffix(name, ".vml") {
			n += boxes(t, text)
		}
	}
	if want := commented(found); n != want {
		t.Errorf("%d boxes for %d faulty cells", n, want)
	}
}

// A filler answers where the remark stands: in its box.
func TestAnAnswerWrittenIntoARemarkStays(t *testing.T) {
	r := &workbook.Return{Identity: layout.Identity{PlanID: "SMALL1", UnitID: "001", Year: 2032, Layout: 1, Revision: 1}, Unit: "甲局"}
	found := finding.List{finding.New(finding.NumberFormat, finding.At(finding.Place{Sheet: "甲", Row: 3, Col: 3}), finding.Hint("填一个数"))}
	once := trial.Got(annotate.Copy(small(t), r, found))(t)
	const comments, boxesOf = "xl/comments1.xml", "xl/drawings/vmlDrawing1.vml"
	for _, c := range []struct {
		name, written string
		again         finding.List
		kept          bool
	}{
		{"an answer, mended", "\n答复:<已核实>", nil, true},
		{"an answer, not mended", "\n答复:<已核实>", found, true},
		{"blank lines", "\n \n", nil, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			typed := strings.NewReplacer("<", "&lt;", ">", "&gt;").Replace(c.written)
			sent := trial.Repacked(t, once, func(name string, part []byte) []byte {
				if name != comments {
					return part
				}
				at := bytes.LastIndex(part, []byte("</t>"))
				return bytes.Join([][]byte{part[:at], []byte(typed), part[at:]}, nil)
			})
			twice := trial.Got(annotate.Copy(sent, r, c.again))(t)
			parts := trial.Parts(t, twice)
			got := parts[comments]
			if strings.Contains(got, "答复:&lt;已核实&gt;</t>") != c.kept || strings.Contains(got, "不是数字") {
				t.Errorf("comments: %s", got)
			}
			want := 1 // the filler's first
			if c.kept {
				want = 2
			}
			if n := strings.Count(got, "<comment "); n != want || boxes(t, parts[boxesOf]) != want {
				t.Errorf("%d comments and %d boxes, want %d", n, boxes(t, parts[boxesOf]), want)
			}
		})
	}
}
