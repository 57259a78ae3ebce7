package consolidate

import (
	"slices"
	"strings"

	"tianbao/seeds/finding"
	"tianbao/templates/layout"
)

// ConflictKind says how values came to differ.
type ConflictKind string

// The kinds of conflict. Only the first three are to be ruled.
const (
	UnitsDiffer   ConflictKind = "多单位填报不一致"
	CopiesDiffer  ConflictKind = "多份报送不一致"
	HistoryDiffer ConflictKind = "与往年汇总不一致"
	Revision      ConflictKind = "修订上年值"
	Superseded    ConflictKind = "新版替代旧版"
)

// Undecided reports a kind that somebody has to decide.
func (k ConflictKind) Undecided() bool {
	return k == UnitsDiffer || k == CopiesDiffer || k == HistoryDiffer
}

// Conflict is a Spot with several values, and what was ruled.
type Conflict struct {
	Spot
	Kind    ConflictKind
	Options []Option
	Ruling  *Ruling
}

// Option is one of the values, with where it comes from.
type Option struct {
	UnitID string
	Unit   string
	Text   string
	Given  string
	Source *Source // nil for what an earlier summary says
	At     finding.Place
	Cell   bool // an accepted cell of this year, part of the control totals
	Own    bool // of the record that counts; else of an equal copy, or of an earlier summary
	Waits  bool // a fault closes the cell: nothing was taken, Given is what stands there
}

// shown prints the option as a reader of the summary sees it.
func (o Option) shown() string {
	switch {
	case o.Waits:
		return o.Given + "(" + wordBlocked + ")"
	case o.Text == "":
		return "(空)"
	}
	return o.Text
}

// like reports whether two copies say the same of a cell.
func (o Option) like(other Option) bool {
	return o.Text == other.Text && o.Waits == other.Waits && (!o.Waits || o.Given == other.Given)
}

// Key is a digest of the values to decide between and who gave them; the order in
// which they were met does not count.
func (c *Conflict) Key() string {
	words := make([]string, len(c.Options))
	for i, o := range c.Options {
		if words[i] = o.UnitID + "=" + o.Text; o.Waits {
			words[i] = o.UnitID + "?" + o.Given
		}
	}
	slices.Sort(words)
	return layout.Digest(strings.Join(words, "\n"))
}

// Ruling is what the coordinator decided in 数据不一致: it belongs to the Spot and to
// the values it decided between.
type Ruling struct {
	Spot
	Key   string // of the conflict it was made for
	Value string // 核定值
	Basis string // 核定依据
	At    finding.Place
}

// Rulings is what was ruled in a summary workbook.
type Rulings struct{ List []Ruling }

// find returns the ruling of a spot, nil where there is none.
func (r *Rulings) find(s Spot) *Ruling {
	if r == nil {
		return nil
	}
	for i := range r.List {
		if r.List[i].Spot == s {
			return &r.List[i]
		}
	}
	return nil
}

// Unread returns the rulings that a summary does not hold: those lost if it took
// the place of the workbook they were read from.
func (r *Rulings) Unread(s *Summary) []Ruling {
	held := map[Ruling]bool{}
	for _, c := range s.Conflicts {
		if c.Ruling != nil {
			held[plainRuling(*c.Ruling)] = true
		}
	}
	var lost []Ruling
	if r != nil {
		for _, one := range r.List {
			if !held[plainRuling(one)] {
				lost = append(lost, one)
			}
		}
	}
	return lost
}

func plainRuling(r Ruling) Ruling {
	r.At = finding.Place{}
	return r
}
