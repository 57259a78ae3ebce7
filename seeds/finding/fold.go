package finding

import (
	"fmt"
	"slices"
	"strings"
)

// Folded is one thing said of many cells: findings that differ only in row and 编号.
type Folded struct {
	Finding
	Places []Place
	Refs   []string
}

// foldKey is what findings must share to be said in one breath.
type foldKey struct {
	severity                                              Severity
	code                                                  Code
	sheet, column, message, given, expected, hint, single string
}

// Fold joins the findings that say the same of many cells, at the place of the
// first. Findings that are not about a row of a sheet are alone.
func (l List) Fold() []Folded {
	at := map[foldKey]int{}
	folded := make([]Folded, 0, len(l))
	for i, f := range l {
		k := foldKey{f.Severity, f.Code, f.Place.Sheet, f.Column, f.Message, f.Given, f.Expected, f.Hint, ""}
		if f.Place.Row == 0 && f.Ref == "" {
			k.single = fmt.Sprint(i)
		}
		j, seen := at[k]
		if !seen {
			j = len(folded)
			at[k] = j
			folded = append(folded, Folded{Finding: f})
		}
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
	if first == last || first.Row == 0 {
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
