package consolidate

import (
	"slices"
	"strings"

	"tianbao/consolidate/store"
	"tianbao/seeds/finding"
	"tianbao/templates/layout"
)

// ConflictKind says how values came to differ.
type ConflictKind string

// The kinds of conflict. All but the last three are to be ruled.
const (
	UnitsDiffer   ConflictKind = "多单位填报不一致"
	CopiesDiffer  ConflictKind = "多份报送不一致"
	HistoryDiffer ConflictKind = "与往年汇总不一致"
	BaseProposed  ConflictKind = "基期值待确认"
	Objection     ConflictKind = "单位有异议"
	Revision      ConflictKind = "修订往年值"
	OneSided      ConflictKind = "一方有数一方无数"
	Superseded    ConflictKind = "新版替代旧版"
)

// Undecided reports whether it is a kind that somebody has to decide.
func (k ConflictKind) Undecided() bool {
	return k != Revision && k != Superseded && k != OneSided
}

// Conflict is a store.Spot with several values, and what was ruled.
type Conflict struct {
	store.Spot
	Kind    ConflictKind
	Options []Option
	Choices []string // what a ruling may be, nil where any number or text will do
	Ruling  *store.Ruling
}

// Option is one of the values, with where it comes from.
type Option struct {
	UnitID string
	Unit   string
	Text   string
	Given  string
	Source *store.Source // nil for what an earlier summary says
	At     finding.Place
	Cell   bool // an accepted cell of this year, part of the control totals
	Own    bool // of the record that counts; else of an equal copy, or of an earlier summary
	Waits  bool // a fault closes the cell: nothing was taken, Given is what is there
}

// Shown prints the option as a reader of the summary sees it.
func (o Option) Shown() string {
	switch {
	case o.Waits:
		return o.Given + "(" + WordBlocked + ")"
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

// RulingKey is the hidden key that a ruling of the conflict is told by.
func (c *Conflict) RulingKey() string { return store.RulingKey(c.Spot, c.Key()) }

// Words prints the options: 市发展改革委 6.1;市统计局 6.3.
func (c *Conflict) Words() string {
	text := ""
	for i, o := range c.Options {
		if i > 0 {
			text += ";"
		}
		text += o.Unit + " " + o.Shown()
	}
	return text
}

// Disputes are the conflicts that somebody has to decide, or has decided.
func (s *Summary) Disputes() (list []*Conflict) {
	for _, c := range s.Conflicts {
		if c.Kind.Undecided() {
			list = append(list, c)
		}
	}
	return list
}

// ToRule counts the disputes that wait for a ruling.
func (s *Summary) ToRule() (n int) {
	for _, c := range s.Disputes() {
		if c.Ruling == nil {
			n++
		}
	}
	return n
}

// Unread returns the rulings that the summary does not hold: those lost if it took
// the place of the workbook they were read from.
func (s *Summary) Unread(r *store.Rulings) []store.Ruling { return r.Without(s.ruled()) }

// ruled lists the rulings that the summary holds.
func (s *Summary) ruled() (list []store.Ruling) {
	for _, c := range s.Conflicts {
		if c.Ruling != nil {
			list = append(list, *c.Ruling)
		}
	}
	return list
}
