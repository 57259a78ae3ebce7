package finding

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Sort puts the findings of one file in its order: the whole file first, then
// sheet by sheet in the order of the tabs, whole sheets and columns before cells,
// row by row, column by column, code by code. A sheet that is not in tabs stands
// last. Findings that tie keep their order.
func (l List) Sort(tabs []string) {
	slices.SortStableFunc(l, func(a, b Finding) int {
		return cmp.Or(
			cmp.Compare(tabOrder(tabs, a.Place.Sheet), tabOrder(tabs, b.Place.Sheet)),
			cmp.Compare(a.Place.Sheet, b.Place.Sheet),
			cmp.Compare(a.Place.Row, b.Place.Row),
			cmp.Compare(a.Place.Col, b.Place.Col),
			cmp.Compare(a.Code, b.Code),
		)
	})
}

func tabOrder(tabs []string, sheet string) int {
	if sheet == "" {
		return -1
	}
	if i := slices.Index(tabs, sheet); i >= 0 {
		return i
	}
	return len(tabs)
}

// Prune returns the list without the consequences of what it reports: the table
// says which code suppresses which. A finding covers what lies in its own cell;
// without a column its row, without a row its column or sheet, without a sheet
// the file. One that names a column or a row by its words covers only those.
func (l List) Prune() List {
	var causes []Finding
	for i := range l {
		if e, _ := Lookup(l[i].Code); len(e.Suppresses) > 0 {
			causes = append(causes, l[i])
		}
	}
	if len(causes) == 0 {
		return l
	}
	kept := make(List, 0, len(l))
	for i := range l {
		if !slices.ContainsFunc(causes, func(c Finding) bool {
			e, _ := Lookup(c.Code)
			return c.covers(&l[i]) && slices.Contains(e.Suppresses, l[i].Code)
		}) {
			kept = append(kept, l[i])
		}
	}
	return kept
}

func (f *Finding) covers(g *Finding) bool {
	p, q := f.Place, g.Place
	return (p.Sheet == "" || p.Sheet == q.Sheet) &&
		(p.Row == 0 || p.Row == q.Row) &&
		(p.Col == 0 || p.Col == q.Col) &&
		(p.Row > 0 || f.Ref == "" || f.Ref == g.Ref) &&
		(p.Col > 0 || f.Column == "" || f.Column == g.Column)
}

// Folded is one thing said of many cells: findings that differ only in row and 编号, and such as only quote
// what another item says under the same heading.
type Folded struct {
	Finding
	Places []Place
	Refs   []string
	Varied bool // what was given is that of the first
}

// foldKey is what findings must share to be said in one breath.
type foldKey struct {
	Finding
	single int // of one that is alone; 0 of others
}

// Fold joins the findings that say the same of many cells, at the place of the
// first. Findings that are not about a row of a sheet are alone.
func (l List) Fold() []Folded {
	at := map[foldKey]int{}
	folded := make([]Folded, 0, len(l))
	for i, f := range l {
		k := foldKey{Finding: f}
		k.Place, k.Ref = Place{Sheet: f.Place.Sheet}, ""
		if f.Code == ClauseRemark {
			k.Given, _, _ = strings.Cut(f.Given, ":") // 完成时限, of each item another
		}
		if f.Place.Row == 0 && f.Ref == "" {
			k.single = i + 1
		}
		j, seen := at[k]
		if !seen {
			j = len(folded)
			at[k] = j
			folded = append(folded, Folded{Finding: f})
		}
		folded[j].Varied = folded[j].Varied || f.Given != folded[j].Given
		folded[j].Places = append(folded[j].Places, f.Place)
		folded[j].Refs = append(folded[j].Refs, f.Ref)
	}
	return folded
}

// Gravest joins the findings that say the same, what is gravest first.
func (l List) Gravest() []Folded {
	folded := l.Fold()
	slices.SortStableFunc(folded, func(a, b Folded) int { return int(b.Severity) - int(a.Severity) })
	return folded
}

// shown is the most cells or rows that one message names before it counts them.
const shown = 6

// Where prints the places: 量化目标!H7, 牵头任务!H7:H19(13处), 量化目标.
func (f *Folded) Where() string {
	sheet := f.Place.Sheet
	var blocks []string
	for i := 0; i < len(f.Places); {
		j := i + 1
		for j < len(f.Places) && f.Places[j].Col == f.Places[i].Col && f.Places[j].Row == f.Places[j-1].Row+1 {
			j++
		}
		blocks = append(blocks, block(f.Places[i], f.Places[j-1]))
		i = j
	}
	blocks = few(blocks)
	text := strings.Join(blocks, "、")
	if text == "" {
		return sheet
	}
	if n := len(f.Places); n > 1 {
		text += fmt.Sprintf("(%d处)", n)
	}
	return sheet + "!" + text
}

func block(first, last Place) string {
	if first == last || first.Row == 0 || first.Cell() == "" {
		return first.Cell()
	}
	return first.Cell() + ":" + last.Cell()
}

// rows prints the 编号 of the findings: 91、92、127(2)等13项.
func (f *Folded) rows() string {
	var refs []string
	for i, r := range f.Refs {
		if r != "" && (i == 0 || r != f.Refs[i-1]) {
			refs = append(refs, r)
		}
	}
	if len(refs) <= shown {
		return strings.Join(refs, "、")
	}
	return fmt.Sprintf("%s等%d项", strings.Join(refs[:shown], "、"), len(refs))
}

// few drops the blank ones and all after the first few, marking the cut.
func few(list []string) []string {
	var kept []string
	for _, s := range list {
		if s != "" {
			kept = append(kept, s)
		}
	}
	if len(kept) > shown {
		kept = append(kept[:shown:shown], "…")
	}
	return kept
}
