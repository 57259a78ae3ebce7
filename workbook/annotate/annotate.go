// Package annotate marks a filler's own workbook with what was found in it: each
// faulty cell by a conditional format and a comment, and all of it on a sheet
// 错误清单 that opens first. It raises the 版次 and takes off the marks of the
// copy before. Only the parts it must touch are rewritten, and in these only what
// is the program's own: everything else stays as the filler left it, byte for
// byte. It decides nothing about what is wrong.
package annotate

import (
	"cmp"
	"fmt"
	"slices"

	"tianbao/seeds/finding"
	"tianbao/templates/layout"
	"tianbao/workbook"
)

// Copy returns the annotated copy of a workbook. original is the file as sent,
// read whole by ooxml without package findings, r what was read from it. The same
// input gives the same bytes. Its name has to end as Ending says.
func Copy(original []byte, r *workbook.Return, found finding.List) ([]byte, error) {
	return copyOf(original, r, found, func(b *book, next layout.Identity, found finding.List) error { return b.addList(r, next, found) }, nil)
}

// copyOf marks what was found and adds the program's own sheets: those in front, and the
// hidden one of what went out.
func copyOf(original []byte, r *workbook.Return, found finding.List, front func(*book, layout.Identity, finding.List) error, proposals []layout.Proposal) ([]byte, error) {
	b, err := openBook(original)
	if err != nil {
		return nil, fmt.Errorf("退回件: %w", err)
	}
	if s := r.Sheet(layout.Cover); s != nil {
		b.cover = s.Name
	}
	b.macros = found.Has(finding.MacrosIgnored)
	found = slices.Clone(found)
	slices.SortStableFunc(found, func(x, y finding.Finding) int { return cmp.Compare(y.Severity, x.Severity) })
	next := r.Identity
	next.Revision++
	code := codeOf(r.Identity, next)
	for i := range found {
		found[i].Expected = code.raise(found[i].Expected) // what belongs in the copy
	}
	for _, step := range []func() error{
		func() error { return b.openStyles() },
		func() error { return b.dropTabs() },
		func() error {
			for _, s := range b.sheets { // those without faults lose old marks
				if err := b.markSheet(s, marksOf(s.name, found), code); err != nil {
					return err
				}
			}
			return nil
		},
		func() error { return front(b, next, found) },
		func() error { return b.stampStrings(code) },
		func() error { b.addSent(r, proposals); return b.closeBook(code) },
	} {
		if err := step(); err != nil {
			return nil, fmt.Errorf("退回件: %w", err)
		}
	}
	return b.parts.Bytes()
}

// Ending is how the name of an annotated copy ends: Excel opens a workbook with macros
// by no other, and one without by its own only.
func Ending(found finding.List) string {
	if found.Has(finding.MacrosIgnored) {
		return ".xlsm"
	}
	return ".xlsx"
}
