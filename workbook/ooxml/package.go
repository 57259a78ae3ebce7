package ooxml

import (
	"path"
	"slices"
	"strings"

	"tianbao/seeds/finding"
)

const typesPart = "[content_types].xml"

// workbookPart finds the workbook by the relationships of the package; a package
// of another kind is refused by its name.
func (r *Reader) workbookPart() (string, error) {
	if r.dir.find(typesPart) == nil {
		return "", r.otherZip()
	}
	if err := r.part(typesPart, nsTypes, "Types", r.types.read); err != nil {
		return "", err
	}
	list, err := r.relations("")
	if err != nil {
		return "", err
	}
	doc, err := list.one("officeDocument")
	if err != nil {
		return "", err
	}
	if doc == nil || r.dir.find(doc.target) == nil {
		return "", refuse(finding.PartMissing, finding.Given("officeDocument"))
	}
	return doc.target, otherKind(r.types.of(doc.target))
}

// otherKind refuses packages whose main part is no spreadsheetml workbook.
func otherKind(kind string) error {
	switch {
	case strings.Contains(kind, "ms-excel.") && strings.Contains(kind, ".binary."):
		return refuse(finding.FileXLSB)
	case strings.HasSuffix(kind, ".main+xml") && (strings.Contains(kind, "spreadsheetml") || strings.Contains(kind, "ms-excel.")):
		return nil
	case strings.Contains(kind, "word"), strings.Contains(kind, "presentation"), strings.Contains(kind, "powerpoint"),
		strings.Contains(kind, "visio"):
		return refuse(finding.FileDocument)
	}
	return refuse(finding.PartUnfit, finding.Given(kind))
}

// otherZip names a zip archive that is no such package at all.
func (r *Reader) otherZip() error {
	if m := r.dir.find("mimetype"); m != nil && m.stored {
		switch kind := string(m.packed); {
		case strings.Contains(kind, "opendocument.spreadsheet"):
			return refuse(finding.FileODS)
		case strings.Contains(kind, "opendocument"):
			return refuse(finding.FileDocument, finding.Given("OpenDocument"))
		}
	}
	switch {
	case r.dir.find("ofd.xml") != nil:
		return refuse(finding.FilePDF, finding.Given("OFD"))
	case r.dir.find("meta-inf/manifest.xml") != nil && r.dir.find("content.xml") != nil:
		return refuse(finding.FileODS)
	case r.dir.find("_rels/.rels") != nil || r.dir.find("xl/workbook.xml") != nil:
		return refuse(finding.PartMissing, finding.Given("[Content_Types].xml"))
	}
	return refuse(finding.FileZip)
}

// relations reads the relationships of a part; a part without any has none.
func (r *Reader) relations(part string) (relations, error) {
	dir, file := path.Split(part)
	k := dir + "_rels/" + file + ".rels" // those of the package are of ""
	if r.dir.find(k) == nil {
		return nil, nil
	}
	var list relations
	err := r.part(k, nsPackage, "Relationships", func(x *scanner) { list = readRelations(x, part) })
	return list, err
}

// readBook reads the workbook part and all that hangs on it.
func (r *Reader) readBook(b *Book, part string) error {
	links, err := r.relations(part)
	if err != nil {
		return err
	}
	tabs, err := r.readWorkbook(b, part)
	if err != nil {
		return err
	}
	if err := r.readTables(links); err != nil {
		return err
	}
	b.Macros = b.Macros || slices.ContainsFunc(links, func(l relation) bool { return l.kind == "vbaProject" })
	for i, g := range b.Sheets {
		if g.Other || r.wanted != nil && !r.wanted(g.Name) {
			continue
		}
		if err := r.readTab(b, g, links.byID(tabs[i])); err != nil {
			return in(err, finding.Place{Sheet: g.Name})
		}
	}
	return r.readProperties(b)
}

// readTables reads styles and shared strings, where there are any: some programs refer
// to a part that they leave out. What then refers into it is refused.
func (r *Reader) readTables(links relations) error {
	styles, err := links.one("styles")
	if err == nil && styles != nil && r.dir.find(styles.target) != nil {
		err = r.stylesPart(styles.target)
	}
	if err != nil {
		return err
	}
	if len(r.styles) == 0 {
		r.styles = append(r.styles, noStyles...)
	}
	table, err := links.one("sharedStrings")
	if err == nil && table != nil && r.dir.find(table.target) != nil {
		err = r.part(table.target, nsMain, "sst", r.readStrings)
	}
	return err
}

// readTab reads the sheet a tab stands for. Charts, dialogs and macro sheets hold
// no cells: their tab stays empty.
func (r *Reader) readTab(b *Book, g *Grid, link *relation) error {
	if link == nil || link.external {
		return refuse(finding.PartMissing)
	}
	switch link.kind {
	case "worksheet":
		if err := r.readSheet(g, link.target); err != nil {
			return err
		}
		return r.readNotes(g, link.target)
	case "chartsheet", "dialogsheet":
		g.Other = true
		return nil
	case "xlMacrosheet", "xlIntlMacrosheet":
		g.Other, b.Macros = true, true
		return nil
	}
	return refuse(finding.PartUnfit, finding.Given(link.kind))
}

// readProperties reads the core properties, where there are any.
func (r *Reader) readProperties(b *Book) error {
	for i := range r.dir.entries {
		e := &r.dir.entries[i]
		if e.read || r.types.of(e.key) != "application/vnd.openxmlformats-package.core-properties+xml" {
			continue
		}
		return r.part(e.key, nsCore, "coreProperties", func(x *scanner) {
			for x.child() {
				switch local := string(x.local); {
				case x.space == nsTerms && local == "creator":
					b.Creator = string(x.text(nil))
				case x.space == nsTerms && local == "modified":
					b.Modified = string(trimmed(x.text(nil)))
				case x.space == nsCore && local == "revision":
					b.Revision = string(trimmed(x.text(nil)))
				default:
					x.skip()
				}
			}
		})
	}
	return nil
}
