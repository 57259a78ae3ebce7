package intake

import (
	"bytes"
	"fmt"
	"path/filepath"
	"testing"

	"tianbao/seeds"
	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/trial"
	"tianbao/templates/layout"
	"tianbao/workbook/annotate"
)

// crossing makes the copies of one unit that pass between the office and the unit. Of
// each row the account tells which draft it is of.
type crossing struct {
	*testing.T
	plan *plan.Plan
	refs []string // rows that the unit leads
}

const crossingUnit = "市科技局"

func newCrossing(t *testing.T) *crossing {
	p, _ := seeds.Plan()
	c := &crossing{T: t, plan: p}
	for _, r := range layout.NewForms(p, 2024, nil).Of(p.Unit(crossingUnit)).Sheet(layout.Lead).Rows {
		c.refs = append(c.refs, r.Ref)
	}
	return c
}

// draft is the account of row i in a draft.
func (c *crossing) draft(i int, word string) string {
	return fmt.Sprintf("全年组织实施第〈%s〉项工作,第%s稿。", c.refs[i], word)
}

// first is a return as the unit first sends it: every row in the draft.
func (c *crossing) first(word, modified string) []byte {
	index := map[string]int{}
	for i, ref := range c.refs {
		index[ref] = i
	}
	return dated(c.T, c.plan, build(c.T, c.plan, crossingUnit, 2024, func(s layout.SheetKey, ref string, k layout.Key) (string, bool) {
		if s == layout.Lead && k == layout.Progress {
			return c.draft(index[ref], word), true
		}
		return answers(s, ref, k)
	}), crossingUnit, 1, modified)
}

// sentBack is the copy that the office makes of a return and sends out.
func (c *crossing) sentBack(data []byte) []byte {
	c.Helper()
	dir := c.TempDir()
	write(c.T, filepath.Join(dir, "a.xlsx"), data)
	b := load(c.T, c.plan, dir)
	copied, err := annotate.Copy(data, b.Return(unitOf(c.T, b, crossingUnit).Files[0]), finding.List{})
	if err != nil {
		c.Fatal(err)
	}
	return copied
}

// saved is a copy as the unit saves it: some rows in another draft, at a time.
func (c *crossing) saved(data []byte, from, to, modified string, rows ...int) []byte {
	return trial.Repacked(c.T, data, func(_ string, part []byte) []byte {
		for _, i := range rows {
			part = bytes.ReplaceAll(part, []byte(c.draft(i, from)), []byte(c.draft(i, to)))
		}
		return modifiedTime.ReplaceAll(part, []byte("${1}"+modified+"${2}"))
	})
}

// counts checks which draft counts in the first rows, whatever the order of the names.
func (c *crossing) counts(want string, ties int, files ...[]byte) {
	c.Helper()
	for _, order := range [][]string{{"1", "2", "3", "4"}, {"4", "3", "2", "1"}} {
		dir := c.TempDir()
		for i, data := range files {
			write(c.T, filepath.Join(dir, order[i]+".xlsx"), data)
		}
		b := load(c.T, c.plan, dir)
		u := unitOf(c.T, b, crossingUnit)
		got, tied := "", 0
		for _, r := range b.rowsOf(u) {
			for i, ref := range c.refs[:3] {
				if r.Sheet.Form.Key == layout.Lead && r.Ref() == ref {
					text := r.Text(layout.Progress)
					for _, word := range []string{"甲", "乙", "丙", "丁"} {
						if text == c.draft(i, word) {
							got += word
						}
					}
				}
			}
		}
		for _, f := range u.Files {
			if f.Findings.Has(finding.CopyTied) {
				tied++
			}
		}
		if got != want || tied != ties {
			c.Errorf("rows count in drafts %q with %d copies tied, want %q and %d", got, tied, want, ties)
		}
	}
}

func TestCellsOfASentCopyRankWithTheReturnTheyCameFrom(t *testing.T) {
	c := newCrossing(t)
	const t1, t2, t3, t4 = "2025-03-10T00:00:00Z", "2025-03-12T00:00:00Z", "2025-03-14T00:00:00Z", "2025-03-16T00:00:00Z"
	first := c.first("甲", t1)
	back := c.sentBack(first)
	corrected := c.saved(back, "甲", "乙", t2, 0)
	t.Run("an untouched copy saved later takes nothing back", func(t *testing.T) {
		c.T = t
		c.counts("乙甲甲", 0, first, corrected, c.saved(back, "甲", "甲", t3))
		c.counts("乙甲甲", 0, corrected, c.saved(back, "甲", "甲", t3))
	})
	t.Run("two sections answer in two copies", func(t *testing.T) {
		c.T = t
		c.counts("乙丙甲", 0, first, corrected, c.saved(back, "甲", "丙", t3, 1))
	})
	t.Run("the later of two corrections of one cell counts", func(t *testing.T) {
		c.T = t
		c.counts("丙甲甲", 0, first, corrected, c.saved(back, "甲", "丙", t3, 0))
	})
	t.Run("an ordinary return that is newer than what the copy was made of", func(t *testing.T) {
		c.T = t
		c.counts("乙丁丁", 0, first, corrected, c.saved(first, "甲", "丁", t3, 0, 1, 2))
	})
	t.Run("a copy of a copy", func(t *testing.T) {
		c.T = t
		again := c.saved(c.sentBack(corrected), "甲", "丙", t4, 1)
		c.counts("乙丙丁", 0, first, again, c.saved(first, "甲", "丁", t3, 1, 2))
		c.counts("乙丙甲", 0, again, c.saved(back, "甲", "甲", t4), corrected, first)
	})
	t.Run("the first return sent once more", func(t *testing.T) {
		c.T = t
		c.counts("乙甲甲", 0, first, corrected, first)
	})
}

func TestATimeThatIsNotKnownRanksNothing(t *testing.T) {
	c := newCrossing(t)
	const t1 = "2025-03-10T00:00:00Z"
	first := c.first("甲", t1)
	for name, modified := range map[string]string{
		"none": "", "no time": "昨天", "a clock never set": "1980-01-01T00:00:00Z", "a library's default": "2006-09-16T00:00:00Z", "far ahead": "2099-01-01T00:00:00Z",
	} {
		t.Run(name, func(t *testing.T) {
			c.T = t
			online := c.saved(first, "甲", "乙", modified, 0)
			b := load(t, c.plan, folder(t, first, online))
			got := unitOf(t, b, crossingUnit)
			tied := 0
			for _, f := range got.Files {
				if f.Findings.Has(finding.CopyTied) {
					tied++
				}
			}
			if tied != 2 && tied != 1 {
				t.Errorf("%d copies tied", tied)
			}
			for _, r := range b.rowsOf(got) {
				if r.Sheet.Form.Key == layout.Lead && r.Ref() == c.refs[0] && (len(r.Rivals) != 1 || !r.Rivals[0].Equal(r.Sheet.Form.Index(layout.Progress))) {
					t.Errorf("the two accounts are not laid open: %v", r.Rivals)
				}
			}
			c.counts("甲甲甲", 0, first, c.saved(c.sentBack(first), "甲", "甲", modified))
		})
	}
}

// Of two times in which the one may be before or after the other, neither ranks: a day alone on
// the same day, a clock without a zone beside one with its own.
func TestATimeThatIsKnownInPartRanksNoFurther(t *testing.T) {
	c := newCrossing(t)
	for name, x := range map[string]struct {
		first, corrected string
		tied             int
	}{
		"a day alone on the same day":       {"2025-03-10T09:00:00Z", "2025-03-10", 1},
		"a day alone before":                {"2025-03-10", "2025-03-10T09:00:00Z", 1},
		"a clock without a zone":            {"2025-03-10T09:00:00Z", "2025-03-10T12:00:00", 1},
		"a clock without a zone, days on":   {"2025-03-10T09:00:00Z", "2025-03-12T09:00:00", 0},
		"two clocks without a zone":         {"2025-03-10T09:00:00", "2025-03-10T12:00:00", 0},
		"a day alone, and one that is next": {"2025-03-10", "2025-03-11", 0},
	} {
		t.Run(name, func(t *testing.T) {
			first := c.first("甲", x.first)
			got := unitOf(t, load(t, c.plan, folder(t, first, c.saved(first, "甲", "乙", x.corrected, 0))), crossingUnit)
			if len(got.Ties) != x.tied {
				t.Errorf("%d ties, want %d", len(got.Ties), x.tied)
			}
		})
	}
}

// folder writes files into a folder.
func folder(t *testing.T, files ...[]byte) string {
	t.Helper()
	dir := t.TempDir()
	for i, data := range files {
		write(t, filepath.Join(dir, fmt.Sprintf("%d.xlsx", i+1)), data)
	}
	return dir
}
