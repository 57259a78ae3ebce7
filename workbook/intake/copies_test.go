package intake

import (
	"bytes"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"tianbao/seeds"
	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/trial"
	"tianbao/templates"
	"tianbao/templates/layout"
	"tianbao/workbook/ooxml"
)

var modifiedTime = regexp.MustCompile(`(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)`)

// dated is a workbook of a 版次 and a modified time of its own.
func dated(t *testing.T, p *plan.Plan, data []byte, unit string, revision int, modified string) []byte {
	t.Helper()
	id := layout.Identity{PlanID: p.ID, UnitID: p.Unit(unit).ID, Year: 2024, Layout: layout.Version, Revision: 1}
	old := []byte(id.Code())
	id.Revision = revision
	return trial.Repacked(t, data, func(_ string, part []byte) []byte {
		part = bytes.ReplaceAll(part, old, []byte(id.Code()))
		return modifiedTime.ReplaceAll(part, []byte("${1}"+modified+"${2}"))
	})
}

// saying fills every row, with the account of one in the words given.
func saying(account string) templates.Values {
	return func(s layout.SheetKey, ref string, k layout.Key) (string, bool) {
		if k == layout.Progress {
			return account, true
		}
		return answers(s, ref, k)
	}
}

func TestCopiesAreRankedByRevisionThenByTheirOwnTime(t *testing.T) {
	p, _ := seeds.Plan()
	const unit = "市科技局"
	words := func(n string) []byte {
		return build(t, p, unit, 2024, saying("全年组织实施各项工作,第"+n+"稿。"))
	}
	cases := []struct {
		name  string
		older []byte
		newer []byte
		equal bool
	}{
		{"revision", dated(t, p, words("一"), unit, 1, "2025-03-20T00:00:00Z"), dated(t, p, words("二"), unit, 2, "2025-03-10T00:00:00Z"), false},
		{"time", dated(t, p, words("一"), unit, 1, "2025-03-10T00:00:00Z"), dated(t, p, words("二"), unit, 1, "2025-03-10T01:00:00Z"), false},
		{"time in another zone", dated(t, p, words("一"), unit, 1, "2025-03-10T01:00:00Z"), dated(t, p, words("二"), unit, 1, "2025-03-10T02:00:00+00:30"), false},
		{"nothing", dated(t, p, words("一"), unit, 1, "2025-03-10T00:00:00Z"), dated(t, p, words("二"), unit, 1, "2025-03-10T00:00:00Z"), true},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			write(t, filepath.Join(dir, "1 最终版.xlsx"), c.older)
			write(t, filepath.Join(dir, "2.xlsx"), c.newer)
			b := load(t, p, dir)
			u := unitOf(t, b, unit)
			want, first, second := StatusAccepted, Accepted, Superseded
			if c.equal { // which of them holds is asked
				want, first, second = StatusFaulty, Faulty, Faulty
			}
			if u.Status != want || u.Files[0].Outcome != first || u.Files[1].Outcome != second || u.Files[1].Findings.Has(finding.CopySuperseded) == c.equal {
				t.Fatalf("%s %s %s", u.Status, u.Files[0].Outcome, u.Files[1].Outcome)
			}
			if tied := len(u.Ties) == 1 && u.Files[0].Findings.Has(finding.CopyTied) && u.Files[1].Findings.Has(finding.CopyTied); tied != c.equal {
				t.Errorf("ties %v", u.Ties)
			}
			if !c.equal && filepath.Base(u.Files[0].Path) != "2.xlsx" {
				t.Error("the older copy counts")
			}
			rivals := 0
			for _, r := range b.rowsOf(u) {
				for _, rival := range r.Rivals {
					if rivals++; rival.Equal(rival.Sheet.Form.Index(layout.Progress)) != c.equal {
						t.Errorf("row %s: equal %v", r.Ref(), !c.equal)
					}
				}
			}
			if want := len(layout.NewForms(p, 2024, nil).Of(p.Unit(unit)).Sheet(layout.Lead).Rows); rivals != want {
				t.Errorf("%d rivals, want %d", rivals, want)
			}
		})
	}
}

// failing is a past that panics when it is asked about a unit.
type failing struct{ unit string }

func (f failing) Text(_ int, unit string, _ layout.SheetKey, _ string, _ layout.Key) string {
	if unit == f.unit {
		panic("bug")
	}
	return ""
}

func (failing) Confirmed(layout.SheetKey, string) string { return "" }
func (failing) Done(string, int) bool                    { return false }

func TestABugInOneFileLeavesTheOthersAlone(t *testing.T) {
	p, _ := seeds.Plan()
	dir := t.TempDir()
	write(t, filepath.Join(dir, "a.xlsx"), build(t, p, "市科技局", 2024, answers))
	write(t, filepath.Join(dir, "b.xlsx"), build(t, p, "市教育局", 2024, answers))
	past := func(int) layout.Past { return failing{p.Unit("市科技局").ID} }
	b, err := Load(t.Context(), []string{dir}, Options{Plan: p, Year: 2024, Limits: ooxml.DefaultLimits(), Past: past})
	if err != nil {
		t.Fatal(err)
	}
	if u := unitOf(t, b, "市科技局"); u.Status != StatusUnreadable || !u.Files[0].Findings.Has(finding.Internal) || u.Files[0].Kept() {
		t.Errorf("%+v", u)
	}
	if u := unitOf(t, b, "市教育局"); u.Status != StatusAccepted {
		t.Errorf("%+v", u)
	}
}

func TestDroppedReturnsGiveTheSameOutcomes(t *testing.T) {
	p, _ := seeds.Plan()
	dir := t.TempDir()
	write(t, filepath.Join(dir, "a.xlsx"), build(t, p, "市科技局", 2024, answers))
	write(t, filepath.Join(dir, "b.xlsx"), dated(t, p, build(t, p, "市科技局", 2024, saying("全年组织实施各项工作。")), "市科技局", 2, "2025-03-10T00:00:00Z"))
	write(t, filepath.Join(dir, "c.xlsx"), build(t, p, "市教育局", 2024, nil))
	for _, year := range []int{0, 2024} {
		for _, workers := range []int{1, 3} {
			kept := trial.Got(Load(t.Context(), []string{dir}, Options{Plan: p, Year: year, Limits: ooxml.DefaultLimits(), Workers: workers}))(t)
			dropped := trial.Got(Load(t.Context(), []string{dir, filepath.Join(dir, "a.xlsx")}, Options{Plan: p, Year: year, Limits: ooxml.DefaultLimits(), Workers: workers, Drop: true}))(t)
			for i := range kept.Files {
				if k, d := kept.Files[i], dropped.Files[i]; k.Outcome != d.Outcome || k.SHA256 != d.SHA256 || len(k.Findings) != len(d.Findings) || d.Kept() {
					t.Errorf("%s: %s, dropped %s", k.Path, k.Outcome, d.Outcome)
				}
			}
			for i := range kept.Units {
				if k, d := kept.Units[i], dropped.Units[i]; k.Status != d.Status || k.Errors != d.Errors || k.Warnings != d.Warnings {
					t.Errorf("%s: %s, dropped %s", k.Unit.Name, k.Status, d.Status)
				}
			}
		}
	}
}

// Which of two copies that nothing ranks counts must not hang on bytes that mean
// nothing: the one that can be read does.
func TestOfCopiesThatTieTheOneWithFewerErrorsCounts(t *testing.T) {
	p, _ := seeds.Plan()
	for _, n := range []string{"一", "二", "三", "四", "五", "六"} {
		dir := t.TempDir()
		write(t, filepath.Join(dir, "好.xlsx"), build(t, p, "市科技局", 2024, saying("全年组织实施各项工作,第"+n+"稿。")))
		write(t, filepath.Join(dir, "坏.xlsx"), build(t, p, "市科技局", 2024, saying("同上")))
		b := load(t, p, dir)
		for _, row := range b.rowsOf(unitOf(t, b, "市科技局")) {
			if !strings.Contains(row.File.Path, "好") {
				t.Errorf("第%s稿: row %s is of %s", n, row.Ref(), row.File.Path)
			}
		}
	}
}

// Where nothing ranks two copies, what is wrong in either is said: nobody has
// decided yet which of them counts.
func TestFaultsOfBothCopiesThatTieAreNamed(t *testing.T) {
	p, _ := seeds.Plan()
	const unit = "市科技局"
	form := layout.NewForms(p, 2024, nil).Of(p.Unit(unit))
	first, second := form.Sheet(layout.Lead).Rows[0].Ref, form.Sheet(layout.Lead).Rows[1].Ref
	vague := func(refs ...string) templates.Values {
		return func(s layout.SheetKey, ref string, k layout.Key) (string, bool) {
			if k == layout.Progress && slices.Contains(refs, ref) {
				return "同上", true
			}
			return answers(s, ref, k)
		}
	}
	cases := []struct {
		name   string
		a, b   templates.Values
		said   [2][]string // 编号 with a fault, in each file
		other  finding.Code
		errors int
	}{
		{"a fault in each", vague(first), vague(second), [2][]string{{first}, {second}}, finding.CopyTied, 2},
		{"faults in one", vague(first, second), answers, [2][]string{{first, second}, nil}, finding.CopyTied, 2},
		{"the same in both", vague(first), vague(first), [2][]string{{first}, {first}}, finding.CopySame, 1},
	}
	for _, c := range cases {
		dir := t.TempDir()
		write(t, filepath.Join(dir, "1.xlsx"), dated(t, p, build(t, p, unit, 2024, c.a), unit, 1, "2025-03-10T00:00:00Z"))
		write(t, filepath.Join(dir, "2.xlsx"), dated(t, p, build(t, p, unit, 2024, c.b), unit, 1, "2025-03-10T00:00:00+00:00"))
		u := unitOf(t, load(t, p, dir), unit)
		if u.Status != StatusFaulty || u.Errors != c.errors || u.Files[0].Outcome != Faulty || (u.Files[1].Outcome == Superseded) != (c.other == finding.CopySame) || !u.Files[1].Findings.Has(c.other) {
			t.Errorf("%s: %s, %d errors, %+v", c.name, u.Status, u.Errors, u.Files[1].Findings)
		}
		for _, f := range u.Files {
			var refs []string
			for _, g := range f.Findings {
				if g.Severity == finding.Error {
					refs = append(refs, g.Ref)
				}
			}
			want := c.said[0]
			if strings.Contains(f.Path, "2.xlsx") {
				want = c.said[1]
			}
			if f.Findings.Has(finding.CopySame) {
				want = nil
			}
			if !slices.Equal(refs, want) {
				t.Errorf("%s, %s: faults in %v, want %v", c.name, f.Path, refs, want)
			}
		}
	}
}
