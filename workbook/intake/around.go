package intake

import (
	"tianbao/seeds/finding"
	"tianbao/workbook"
	"tianbao/workbook/ooxml"
)

// aim is what an excerpt is cut out around.
type aim struct {
	finding.Place
	column string
}

// around keeps what surrounds the cells of the gravest findings.
func (r *reader) around(book *ooxml.Book, f *File) {
	if r.Around == 0 {
		return
	}
	f.around = map[aim]*workbook.Excerpt{}
	for _, g := range f.Findings.Gravest() {
		if g.Severity < finding.Warning || len(f.around) == r.Around {
			return
		}
		at := aim{g.Place, r.words.of(g.Column)}
		at.Sheet = r.words.of(at.Sheet)
		f.around[at] = workbook.Around(book, &g.Finding)
	}
}

// Around returns what surrounds the cell of a finding in the file, nil where it is about
// no cell. kept is false where that was not kept.
func (f *File) Around(g *finding.Finding) (e *workbook.Excerpt, kept bool) {
	e, kept = f.around[aim{g.Place, g.Column}]
	return e, kept
}
