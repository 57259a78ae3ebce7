package trial

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"tianbao/seeds/markup"
)

// merges: joined cells do not overlap.
func (w *excel) merges() {
	for _, s := range w.sheets {
		var known [][4]int
		for _, m := range all(s.root, "mergeCell") {
			at, ok := block(m.Attr("ref"))
			if !ok {
				w.fault("merge", s.part, "%q", m.Attr("ref"))
			}
			if slices.ContainsFunc(known, func(o [4]int) bool {
				return at[0] <= o[2] && o[0] <= at[2] && at[1] <= o[3] && o[1] <= at[3]
			}) {
				w.fault("merge", s.part, "%s overlaps another", m.Attr("ref"))
			}
			known = append(known, at)
		}
	}
}

var blockForm = regexp.MustCompile(`^([A-Z]+)([0-9]+)(?::([A-Z]+)([0-9]+))?$`)

// block is the first row and column and the last of a reference like B2:D9.
func block(ref string) ([4]int, bool) {
	m := blockForm.FindStringSubmatch(ref)
	if m == nil {
		return [4]int{}, false
	}
	if m[3] == "" {
		m[3], m[4] = m[1], m[2]
	}
	column := func(letters string) (n int) {
		for _, c := range letters {
			n = n*26 + int(c-'A') + 1
		}
		return n
	}
	row1, err1 := strconv.Atoi(m[2])
	row2, err2 := strconv.Atoi(m[4])
	return [4]int{row1, column(m[1]), row2, column(m[3])}, err1 == nil && err2 == nil
}

// looks: every number of a style is one that the styles hold.
func (w *excel) looks() {
	if w.styles == nil {
		return
	}
	count := func(name string) int {
		if looks := first(w.styles, name); looks != nil {
			return len(looks.Kids)
		}
		return 0
	}
	cells, rules := count("cellXfs"), count("dxfs")
	for _, s := range w.sheets {
		for _, kind := range []struct {
			element, attr string
			most          int
		}{{"c", "s", cells}, {"row", "s", cells}, {"col", "style", cells}, {"cfRule", "dxfId", rules}} {
			for _, e := range all(s.root, kind.element) {
				if n, err := strconv.Atoi(e.Attr(kind.attr)); e.Attr(kind.attr) != "" && (err != nil || n < 0 || n >= kind.most) {
					w.fault("style", s.part, "%s %s of %d", kind.attr, e.Attr(kind.attr), kind.most)
				}
			}
		}
	}
}

var place = regexp.MustCompile(`^(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_.]*))!\$?[A-Z]{1,3}\$?[0-9]{1,7}(?::\$?[A-Z]{1,3}\$?[0-9]{1,7})?$`)

// placed reports whether it is a reference to cells of a sheet of the workbook.
func (w *excel) placed(ref string) bool {
	m := place.FindStringSubmatch(ref)
	if m == nil {
		return false
	}
	name := strings.ReplaceAll(m[1], "''", "'") + m[2]
	return slices.ContainsFunc(w.sheets, func(s excelSheet) bool { return s.name == name })
}

// links: a link inside the workbook leads to a cell of it.
func (w *excel) links() {
	names := map[string]bool{}
	for _, n := range all(w.book, "definedName") {
		names[n.Attr("name")] = true
	}
	for _, s := range w.sheets {
		for _, h := range all(s.root, "hyperlink") {
			if to := h.Attr("location"); to != "" && !names[to] && !w.placed(to) {
				w.fault("link", s.part, "%q leads nowhere", to)
			}
		}
		for _, d := range append(all(s.root, "drawing"), all(s.root, "legacyDrawing")...) {
			if id := d.Attr("id"); s.links[id] == "" {
				w.fault("link", s.part, "%s %q is not there", d.Name, id)
			}
		}
	}
}

// charts: each of a chart's references names cells of a sheet. A bare word is an
// undefined name, for which Excel takes the drawing out.
func (w *excel) charts() {
	for part, text := range w.parts {
		if !strings.HasPrefix(part, "xl/charts/chart") {
			continue
		}
		root, _ := markup.Parse([]byte(text), markup.Bounds{}) // one that is broken has no references
		for _, f := range all(root, "f") {
			if !w.placed(f.Text()) {
				w.fault("chart", part, "reference %q", f.Text())
			}
		}
	}
}

var (
	shapeIDs = regexp.MustCompile(`<[\w.-]+:shape\s[^>]*?\bid="[^"]*?_s([0-9]+)"`)
	idMap    = regexp.MustCompile(`idmap[^>]*?\bdata="([0-9, ]*)"`)
)

const shapesOfBlock = 1024

// notes: a note's shape is numbered within the blocks that its drawing says are its
// own, no number is twice, and there are as many boxes as notes.
func (w *excel) notes() {
	owner := map[string]string{} // of a block
	for _, s := range w.sheets {
		notes, boxes, vml := 0, 0, ""
		for _, target := range s.links {
			switch {
			case strings.HasSuffix(target, ".vml"):
				boxes += strings.Count(w.parts[target], `ObjectType="Note"`)
				vml = target
			case strings.Contains(target, "comments") && !strings.Contains(target, "hreaded"):
				root, _ := markup.Parse([]byte(w.parts[target]), markup.Bounds{})
				notes += len(all(root, "comment"))
			}
		}
		if notes != boxes {
			w.fault("note", s.part, "%d notes and %d boxes", notes, boxes)
		}
		if vml != "" {
			w.shapes(vml, owner)
		}
	}
}

func (w *excel) shapes(vml string, owner map[string]string) {
	blocks := map[string]bool{}
	if m := idMap.FindStringSubmatch(w.parts[vml]); m != nil {
		for b := range strings.SplitSeq(m[1], ",") {
			b = strings.TrimSpace(b)
			blocks[b] = true
			if other := owner[b]; other != "" && other != vml {
				w.fault("note", vml, "block %s is also that of %s", b, other)
			}
			owner[b] = vml
		}
	}
	seen := map[string]bool{}
	for _, m := range shapeIDs.FindAllStringSubmatch(w.parts[vml], -1) {
		id, err := strconv.Atoi(m[1])
		if err != nil || len(blocks) > 0 && !blocks[strconv.Itoa(id/shapesOfBlock)] {
			w.fault("note", vml, "shape %s is in none of its blocks", m[1])
		}
		if seen[m[1]] {
			w.fault("note", vml, "shape %s stands twice", m[1])
		}
		seen[m[1]] = true
	}
}

// mostSpaces is how many namespaces WPS reads of a part's root.
const mostSpaces = 64

var startTag = regexp.MustCompile(`<[A-Za-z][^>]*>`)

// spaces: no part declares more namespaces than programs read.
func (w *excel) spaces() {
	for part, text := range w.parts {
		if !strings.HasSuffix(part, ".xml") {
			continue
		}
		if strings.Count(startTag.FindString(text), " xmlns") >= mostSpaces {
			w.fault("space", part, "declares %d namespaces or more", mostSpaces)
		}
	}
}

// tree reads a part, which must be well formed.
func (w *excel) tree(t testing.TB, part string) *markup.Node {
	t.Helper()
	root, err := markup.Parse([]byte(w.parts[part]), markup.Bounds{})
	if err != nil {
		t.Fatalf("%s is not well formed: %.80s", part, w.parts[part])
	}
	return root
}

// all are the elements of a name below one, which may be nil.
func all(e *markup.Node, name string) (found []*markup.Node) {
	if e == nil {
		return nil
	}
	for _, k := range e.Kids {
		if k.Name == name {
			found = append(found, k)
		}
		found = append(found, all(k, name)...)
	}
	return found
}

// first is the first element of a name below one, nil where there is none.
func first(e *markup.Node, name string) *markup.Node {
	if found := all(e, name); len(found) > 0 {
		return found[0]
	}
	return nil
}
