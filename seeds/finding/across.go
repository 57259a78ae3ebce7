package finding

import (
	"fmt"
	"io"
	"strings"
)

// across is one fault that is in several files.
type across struct {
	f     Finding
	names []string
	cells int
}

// manyPrinter says what many files have in common once, with their number, before what
// is each file's own. It prints when it ends.
type manyPrinter struct {
	*textPrinter
	files []About
}

func (p *manyPrinter) File(a About) error {
	p.files = append(p.files, a)
	return nil
}

func (p *manyPrinter) End() error {
	common, shared := p.common()
	var b strings.Builder
	for _, c := range common {
		p.across(&b, c)
	}
	alike, order := map[string][]string{}, []string{} // files of which nothing else is said, by outcome
	for _, a := range p.files {
		rest := a
		rest.Findings = nil
		said := false
		for _, f := range a.Findings {
			switch {
			case shared[keyOf(&f)]:
				said = said || f.Severity >= p.style.Least
			default:
				rest.Findings = append(rest.Findings, f)
			}
		}
		p.count(a)
		if p.body(&b, rest) || said || a.Word == p.style.Quiet {
			continue
		}
		if alike[a.Word] == nil {
			order = append(order, a.Word)
		}
		alike[a.Word] = append(alike[a.Word], a.File)
	}
	for _, word := range order {
		if names := alike[word]; p.style.Quiet == "" || len(names) < p.style.Many {
			for _, name := range names {
				fmt.Fprintf(&b, "%s %s\n", OneLine(name), word)
			}
		} else {
			fmt.Fprintf(&b, "%s %d 份:%s\n", word, len(names), excerpt(names))
		}
	}
	if _, err := io.WriteString(p.w, b.String()); err != nil {
		return err
	}
	return p.textPrinter.End()
}

// common finds the faults that are in many files, in the order in which they are met.
func (p *manyPrinter) common() (list []*across, shared map[Finding]bool) {
	at, order := map[Finding]*across{}, []Finding{}
	for _, a := range p.files {
		for i := range a.Findings {
			f := &a.Findings[i]
			if f.Severity < p.style.Least {
				continue
			}
			k := keyOf(f)
			c := at[k]
			if c == nil {
				c = &across{f: *f}
				at[k], order = c, append(order, k)
			}
			if c.f.Given != f.Given {
				c.f.Given = ""
			}
			if c.f.Ref != f.Ref {
				c.f.Ref = ""
			}
			c.cells++
			if n := len(c.names); n == 0 || c.names[n-1] != a.File {
				c.names = append(c.names, a.File)
			}
		}
	}
	shared = map[Finding]bool{}
	for _, k := range order {
		if c := at[k]; len(c.names) >= p.style.Many {
			list, shared[k] = append(list, c), true
		}
	}
	return list, shared
}

// keyOf is what findings of different files must share to be said in one breath.
func keyOf(f *Finding) Finding {
	k := *f
	k.Place, k.Ref, k.Given = Place{Sheet: f.Place.Sheet}, "", ""
	return k
}

// across prints a fault of many files: how many, where, what, what to do, and some of
// them by name.
func (p *manyPrinter) across(b *strings.Builder, c *across) {
	where := fmt.Sprintf("%d 份表", len(c.names))
	if c.cells > len(c.names) {
		where += fmt.Sprintf(" %d 处", c.cells)
	}
	p.line(b, where, c.f.Place.Sheet, &Folded{Finding: c.f, Refs: []string{c.f.Ref}})
	b.WriteString("  " + excerpt(c.names) + "\n")
}

// excerpt lists names of files, the first few where they are many.
func excerpt(names []string) string {
	const few = 3
	if len(names) <= few {
		return OneLine(strings.Join(names, "、"))
	}
	return OneLine(strings.Join(names[:few], "、")) + " 等"
}
