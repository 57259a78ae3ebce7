package trial

import (
	"archive/zip"
	"bytes"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"tianbao/seeds/markup"
)

// ExcelFaults are the faults of a workbook for which Excel asks to repair it, or takes
// something out, and which a validator of its schemas does not see. Each begins with a
// word for its kind and the part it is in.
func ExcelFaults(t testing.TB, data []byte) []string {
	t.Helper()
	w := &excel{parts: map[string]string{}}
	for name, part := range Parts(t, data) {
		w.parts[strings.ReplaceAll(name, `\`, "/")] = part
	}
	w.zipHeads(t, data)
	w.open(t)
	for _, check := range []func(){w.names, w.filters, w.texts, w.merges, w.looks, w.links, w.charts, w.notes, w.spaces} {
		check()
	}
	slices.Sort(w.faults)
	return w.faults
}

// excel is a workbook whose faults are gathered.
type excel struct {
	parts  map[string]string
	book   *markup.Node
	sheets []excelSheet
	styles *markup.Node
	faults []string
}

type excelSheet struct {
	name, part string
	root       *markup.Node
	links      map[string]string // targets of its relationships
}

func (w *excel) fault(kind, part, format string, args ...any) {
	w.faults = append(w.faults, kind+" "+part+": "+fmt.Sprintf(format, args...))
}

// zipHeads: Microsoft's readers take entries that need version 1.0, 2.0 or 4.5.
func (w *excel) zipHeads(t testing.TB, data []byte) {
	for _, f := range Got(zip.NewReader(bytes.NewReader(data), int64(len(data))))(t).File {
		head := bytes.LastIndex(data[:Got(f.DataOffset())(t)], []byte("PK\x03\x04"))
		for _, version := range []int{int(f.ReaderVersion), int(data[head+4])} {
			if version != 10 && version != 20 && version != 45 {
				w.fault("zip", f.Name, "needs version %d", version)
			}
		}
		if strings.ContainsAny(f.Name, `\`) || strings.HasPrefix(f.Name, "/") {
			w.fault("zip", f.Name, "is no name of a part")
		}
	}
}

// open reads the workbook part, its sheets and its styles.
func (w *excel) open(t testing.TB) {
	main := "xl/workbook.xml"
	for _, l := range w.relations(t, "") {
		if path.Base(l.kind) == "officeDocument" {
			main = l.target
		}
	}
	w.book = w.tree(t, main)
	links := map[string]string{}
	for _, l := range w.relations(t, main) {
		links[l.id] = l.target
		if path.Base(l.kind) == "styles" {
			w.styles = w.tree(t, l.target)
		}
	}
	for _, s := range all(w.book, "sheet") {
		part := links[s.Attr("id")]
		one := excelSheet{name: s.Attr("name"), part: part, root: w.tree(t, part), links: map[string]string{}}
		for _, l := range w.relations(t, part) {
			one.links[l.id] = l.target
		}
		w.sheets = append(w.sheets, one)
	}
}

type relation struct{ id, kind, target string }

// relations are the relationships of a part inside the package. A target that is not
// there is a fault.
func (w *excel) relations(t testing.TB, part string) []relation {
	dir, file := path.Split(part)
	rels := dir + "_rels/" + file + ".rels"
	if _, ok := w.parts[rels]; !ok {
		return nil
	}
	var found []relation
	for _, r := range all(w.tree(t, rels), "Relationship") {
		if r.Attr("TargetMode") == "External" {
			continue
		}
		target := strings.ReplaceAll(r.Attr("Target"), `\`, "/")
		if !strings.HasPrefix(target, "/") {
			target = path.Join(dir, target)
		}
		target = strings.TrimPrefix(path.Clean(target), "/")
		if _, ok := w.parts[target]; !ok {
			w.fault("link", part, "leads to %s, which is not there", target)
		}
		found = append(found, relation{r.Attr("Id"), r.Attr("Type"), target})
	}
	return found
}

var (
	properName = regexp.MustCompile(`^[\p{L}_\\][\p{L}\p{N}._?\\]*$`)
	likeACell  = regexp.MustCompile(`(?i)^([A-Z]{1,3}[0-9]{1,7}|[RC]|R[0-9]*C[0-9]*)$`)
)

// names: a sheet's name and a defined name follow rules, and are once.
func (w *excel) names() {
	seen := map[string]bool{}
	for _, s := range w.sheets {
		if n := length(s.name); n < 1 || n > 31 || strings.ContainsAny(s.name, `[]:*?/\`) || strings.Trim(s.name, "'") != s.name {
			w.fault("name", s.part, "sheet %q", s.name)
		}
		if seen[strings.ToLower(s.name)] {
			w.fault("name", s.part, "sheet %q stands twice", s.name)
		}
		seen[strings.ToLower(s.name)] = true
	}
	for _, n := range all(w.book, "definedName") {
		name, scope := n.Attr("name"), n.Attr("localSheetId")
		if plain := strings.TrimPrefix(name, "_xlnm."); !properName.MatchString(plain) || likeACell.MatchString(plain) || length(name) > 255 {
			w.fault("name", "workbook", "defined name %q", name)
		}
		if seen["\x00"+scope+"\x00"+strings.ToLower(name)] {
			w.fault("name", "workbook", "defined name %q stands twice", name)
		}
		seen["\x00"+scope+"\x00"+strings.ToLower(name)] = true
		if at, err := strconv.Atoi(scope); scope != "" && (err != nil || at < 0 || at >= len(w.sheets)) {
			w.fault("name", "workbook", "defined name %q of sheet %s", name, scope)
		}
		w.formula("workbook", n.Text())
	}
}

// filters: a filter's reference has no $, and says that it filters only where it does.
func (w *excel) filters() {
	for _, s := range w.sheets {
		filtering := false
		for _, f := range all(s.root, "autoFilter") {
			filtering = filtering || len(f.Kids) > 0
			if strings.Contains(f.Attr("ref"), "$") {
				w.fault("filter", s.part, "covers %s", f.Attr("ref"))
			}
		}
		if truth(first(s.root, "sheetPr").Attr("filterMode")) && !filtering {
			w.fault("filter", s.part, "says that rows are filtered out, and none is")
		}
	}
}

// The most that texts may hold, in UTF-16 units.
const (
	mostCellText = 32767
	mostFormula  = 8192
	mostLiteral  = 255
	mostHeader   = 255
	mostTitle    = 32
	mostPrompt   = 255
	mostError    = 225
)

// texts: nothing is longer than Excel keeps.
func (w *excel) texts() {
	for _, s := range w.sheets {
		over := func(what, text string, most int) {
			if n := length(text); n > most {
				w.fault("long", s.part, "%s of %d", what, n)
			}
		}
		for _, c := range all(s.root, "c") {
			w.formula(s.part, first(c, "f").Text())
			over("text at "+c.Attr("r"), first(c, "is").Text(), mostCellText)
		}
		if h := first(s.root, "headerFooter"); h != nil {
			for _, k := range h.Kids {
				over(k.Name, k.Text(), mostHeader)
			}
		}
		for _, v := range all(s.root, "dataValidation") {
			over("promptTitle", v.Attr("promptTitle"), mostTitle)
			over("errorTitle", v.Attr("errorTitle"), mostTitle)
			over("prompt", v.Attr("prompt"), mostPrompt)
			over("error", v.Attr("error"), mostError)
			for _, name := range []string{"formula1", "formula2"} {
				over(name, first(v, name).Text(), mostLiteral)
			}
		}
	}
}

var literal = regexp.MustCompile(`"((?:[^"]|"")*)"`)

func (w *excel) formula(part, text string) {
	if n := length(text); n > mostFormula {
		w.fault("long", part, "formula of %d", n)
	}
	for _, m := range literal.FindAllStringSubmatch(text, -1) {
		if n := length(strings.ReplaceAll(m[1], `""`, `"`)); n > mostLiteral {
			w.fault("long", part, "text in a formula of %d", n)
		}
	}
}

func length(text string) int { return len(utf16.Encode([]rune(text))) }

func truth(text string) bool { return text == "1" || text == "true" }
