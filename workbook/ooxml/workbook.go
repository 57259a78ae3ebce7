package ooxml

import (
	"bytes"
	"strings"

	"tianbao/seeds/finding"
)

// readWorkbook reads the workbook part: tabs, names and settings. It returns the
// relationship id of each tab.
func (r *Reader) readWorkbook(b *Book, part string) ([]string, error) {
	var ids []string
	err := r.part(part, nsMain, "workbook", func(x *scanner) {
		for x.child() {
			switch x.named(nsMain) {
			case "workbookPr":
				b.Date1904 = x.flag("date1904")
				x.skip()
			case "calcPr":
				r.stale = neverComputed(x)
				x.skip()
			case "sheets":
				for x.child() {
					if x.named(nsMain) == "sheet" {
						ids = append(ids, readTabEntry(b, x))
						r.bounded(x, len(ids))
					}
					x.skip()
				}
			case "definedNames":
				for x.child() {
					if x.named(nsMain) != "definedName" {
						x.skip()
						continue
					}
					r.readName(b, x)
				}
			default:
				x.skip()
			}
		}
	})
	if err == nil && len(b.Sheets) == 0 {
		err = refuse(finding.PartMissing, finding.Given("sheet"))
	}
	if err == nil {
		err = consistent(b)
	}
	return ids, err
}

// neverComputed reports whether it is a workbook that wants all formulas computed when it is opened
// and carries no mark of a program that has done so, or one that was saved before that was done: the
// values beside its formulas are placeholders.
func neverComputed(x *scanner) bool {
	if _, given := x.attr("calcCompleted"); given && !x.flag("calcCompleted") {
		return true
	}
	engine, _ := x.attr("calcId")
	switch string(engine) {
	case "", "0", "124519": // what libraries write that compute nothing
		return x.flag("fullCalcOnLoad") || x.flag("forceFullCalc")
	}
	return false
}

// readTabEntry adds the tab of a sheet element and returns its relationship id.
func readTabEntry(b *Book, x *scanner) string {
	name, _ := x.attr("name")
	g := &Grid{Name: string(unescape(append([]byte(nil), name...), 0))}
	state, _ := x.attr("state")
	switch string(state) {
	case "", "visible":
	case "hidden":
		g.State = Hidden
	case "veryHidden":
		g.State = VeryHidden
	default:
		x.fail(finding.PartUnfit, finding.Given("state="+string(state)))
	}
	id, given := x.attrIn(nsRels, "id")
	g.Other = given && len(id) == 0 // a module of Excel 5, which has no part
	b.Sheets = append(b.Sheets, g)
	return string(id)
}

// readName adds a defined name.
func (r *Reader) readName(b *Book, x *scanner) {
	name, _ := x.attr("name")
	n := Name{Name: string(name), Sheet: -1, Hidden: x.flag("hidden")}
	if i, ok := x.index("localSheetId"); ok {
		n.Sheet = i
	}
	if x.calls() {
		x.skip()
	} else if r.text = r.escapedText(x, r.text[:0]); !calls(r.text) {
		n.Text = r.keep(x, r.text)
	}
	b.Names = append(b.Names, n)
	r.bounded(x, len(b.Names))
}

// calls reports whether it is a formula that calls functions.
func calls(text []byte) bool { return bytes.IndexByte(text, '(') >= 0 && text[0] != '"' }

// calls reports whether the element last entered holds one; not where the window cuts it.
func (x *scanner) calls() bool {
	b := x.buf[x.pos:x.end]
	b = b[:max(bytes.IndexByte(b, '<'), 0)]
	return !x.closing && calls(b) && b[0] != '&'
}

// consistent makes sure that names and tabs point somewhere and tabs can be told apart.
func consistent(b *Book) error {
	seen := map[string]bool{}
	for _, g := range b.Sheets {
		k := strings.ToLower(g.Name)
		if seen[k] {
			return refuse(finding.PartUnfit, finding.Given(g.Name))
		}
		seen[k] = true
	}
	for _, n := range b.Names {
		if n.Sheet >= len(b.Sheets) {
			return refuse(finding.PartUnfit, finding.Given(n.Name))
		}
	}
	return nil
}
