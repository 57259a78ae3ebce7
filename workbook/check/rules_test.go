package check

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tianbao/seeds/finding"
	"tianbao/seeds/trial"
	"tianbao/templates/layout"
	"tianbao/workbook"
)

// A golden file is a rule's: cases parted by blank lines, each with a name, what
// is filled in ("lead 1 status = 已完成"; "last …" for last year's; "year 2032")
// and, after "→", the findings, which -update writes; "×90" is a text of so many
// characters, "heard lead 1" a row that the round 征求意见 asks about. Keys of cells are in
// templates/layout/columns.go. Required cells left open are not shown, but in the file of
// required itself.
func TestEachRuleHasItsGoldenCases(t *testing.T) {
	for _, rule := range rules {
		t.Run(string(rule.Code), func(t *testing.T) {
			file := filepath.Join("testdata", string(rule.Code)+".txt")
			raw, err := os.ReadFile(file)
			if err != nil {
				t.Fatalf("%v: write its cases there, one that is reported and one that is not, as others beside it do", err)
			}
			var out []string
			reported, silent := false, false
			for block := range strings.SplitSeq(strings.TrimSpace(string(raw)), "\n\n") {
				got := replay(t, block, rule.Code)
				out = append(out, got)
				hit := strings.Contains(got, "["+string(rule.Code)+"]")
				reported, silent = reported || hit, silent || !hit
			}
			if !reported || !silent {
				t.Errorf("wants a case that is reported and one that is not: %v, %v", reported, silent)
			}
			trial.Golden(t, file, strings.Join(out, "\n\n")+"\n")
		})
	}
}

// replay fills what a case says and returns the case with the findings made.
func replay(t *testing.T, block string, code finding.Code) string {
	t.Helper()
	year, before := 2032, past{}
	var filled, kept, heard []string
	for line := range strings.SplitSeq(block, "\n") {
		switch key, text, isCell := strings.Cut(line, " = "); {
		case strings.HasPrefix(line, "→"):
			continue
		case strings.HasPrefix(line, "year "):
			if _, err := fmt.Sscanf(line, "year %d", &year); err != nil {
				t.Fatal(err)
			}
		case strings.HasPrefix(line, "heard "):
			heard = append(heard, strings.TrimPrefix(line, "heard "))
		case strings.HasPrefix(line, "last "):
			before[strings.TrimPrefix(key, "last ")] = text
		case isCell:
			filled = append(filled, line)
		}
		kept = append(kept, line)
	}
	r := blankReturn(year, before)
	for _, words := range heard {
		sheet, ref, _ := strings.Cut(words, " ")
		r.Sheet(layout.SheetKey(sheet)).Row(ref).Heard = true
	}
	for _, line := range filled {
		key, text, _ := strings.Cut(line, " = ")
		words := strings.Fields(key)
		ref := ""
		if len(words) == 3 {
			ref = words[1]
		}
		if n := 0; strings.HasPrefix(text, "×") {
			if _, err := fmt.Sscanf(text, "×%d", &n); err != nil {
				t.Fatal(err)
			}
			text = strings.Repeat("字", n)
		}
		fill(t, r, layout.SheetKey(words[0]), ref, layout.Key(words[len(words)-1]), text)
	}
	return strings.Join(append(kept, shown(Run(r).Prune(), code, filled)...), "\n")
}

// shown prints findings. Of required cells only those in rows that the case fills
// are shown one by one.
func shown(found finding.List, code finding.Code, filled []string) []string {
	var lines []string
	open := 0
	for _, f := range found {
		if f.Code == finding.Required && !slices.ContainsFunc(filled, func(line string) bool { return fills(line, f) }) {
			open++
			continue
		}
		if f.Code == finding.Required && code != finding.Required {
			continue
		}
		lines = append(lines, fmt.Sprintf("→ %s [%s] %s %s %s: %s | %s | %s", f.Severity, f.Code, f.Place.Cell(), f.Ref, f.Column, f.Message, f.Given, f.Expected))
	}
	if code == finding.Required {
		lines = append(lines, fmt.Sprintf("→ and %d in other rows", open))
	}
	return lines
}

func fills(line string, f finding.Finding) bool {
	words := strings.Fields(line)
	ref := ""
	if words[2] != "=" {
		ref = words[1]
	}
	return layout.SheetOf(layout.SheetKey(words[0])).Name == f.Place.Sheet && ref == f.Ref
}

func TestRulesAndTableOfCodesAgree(t *testing.T) {
	stated := map[finding.Code]bool{}
	for _, e := range finding.Table() {
		stated[e.Code] = true
	}
	seen := map[finding.Code]bool{}
	for _, rule := range rules {
		if !stated[rule.Code] {
			t.Errorf("%s is not in the table of codes", rule.Code)
		}
		if seen[rule.Code] {
			t.Errorf("%s has two rules", rule.Code)
		}
		seen[rule.Code] = true
		ways := 0
		for _, set := range []bool{rule.Tag != "", rule.Row != nil, rule.Whole != nil} {
			if set {
				ways++
			}
		}
		if ways != 1 || (rule.Row != nil) != (len(rule.Sheets) > 0) || (rule.Tag != "") != (rule.Say != nil) {
			t.Errorf("%s is to look at cells, rows or the whole, at one of them", rule.Code)
		}
	}
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) != len(rules) {
		t.Errorf("%d golden files for %d rules (%v)", len(files), len(rules), err)
	}
	table := finding.Table()
	at := func(code finding.Code) int {
		return slices.IndexFunc(table, func(e finding.Entry) bool { return e.Code == code })
	}
	for _, e := range table[at(finding.Required) : at(finding.NotStartedLate)+1] {
		if !seen[e.Code] {
			t.Errorf("%s stands in ruleCodes of seeds/finding and is no rule: add it to rules in workbook/check/check.go", e.Code)
		}
	}
}

func TestEveryTagOfTheLayoutHasARule(t *testing.T) {
	for _, s := range layout.Sheets() {
		for _, c := range s.Columns {
			for tag := range strings.SplitSeq(c.Tag, ",") {
				if name, _, _ := strings.Cut(tag, "="); name != "" {
					ruleOfTag(name)
				}
			}
		}
	}
}

func TestAnUntouchedReturnHasOneFinding(t *testing.T) {
	before := past{"lead 1 office": "规划科"}
	found := Run(blankReturn(2032, before))
	if len(found) != 1 || found[0].Code != finding.EmptyReturn || found[0].Place != (finding.Place{}) {
		t.Errorf("got %v", found)
	}
}

// A single filled cell leaves nothing to say but what is still open. The values
// are such as nobody would question on their own.
func TestOneCellFilledLeavesOnlyRequired(t *testing.T) {
	for _, s := range blankReturn(2032, nil).Form.Sheets {
		for _, row := range s.Rows {
			for i, c := range s.Columns {
				if row.Modes[i] != layout.Open {
					continue
				}
				r := blankReturn(2032, nil)
				fill(t, r, s.Key, row.Ref, c.Key, plausible(c, row))
				for _, f := range Run(r).Prune() {
					if f.Code != finding.Required {
						t.Errorf("%s %s %s: %v", s.Key, row.Ref, c.Key, f)
					}
				}
			}
		}
	}
}

func plausible(c layout.Column, row layout.Row) string {
	switch c.Kind {
	case layout.Choice:
		return layout.Options(c.List)[0]
	case layout.Day:
		return "2033-03-15"
	case layout.Month:
		return "2033-05"
	case layout.Phone:
		return "0558-5123456"
	case layout.Number:
		switch {
		case c.Key == layout.Growth || c.IsPercent(row.Subject):
			return "4"
		case row.Indicator != nil && row.Indicator.No == 5 && c.Key == layout.BaseValue:
			return "76.7"
		case row.Indicator != nil:
			goal, _ := row.Indicator.Goal()
			return goal.String()
		}
		return "12"
	}
	return "已建成两处并投入使用"
}

func TestReportingApartLeavesNothingRequired(t *testing.T) {
	r := blankReturn(2032, nil)
	fill(t, r, layout.Cover, "", layout.Delivery, layout.Separate)
	fill(t, r, layout.Lead, "1", layout.Status, layout.StatusBehind)
	fill(t, r, layout.Lead, "1", layout.Problems, "无")
	fill(t, r, layout.Indicators, "2", layout.Actual, "41000")
	fill(t, r, layout.Indicators, "2", layout.Data, layout.DataFinal)
	if found := Run(r); len(found) != 0 {
		t.Errorf("got %v", found)
	}
}

func TestARuleNeverPanicsOnAReturnWithoutSheets(t *testing.T) {
	r := blankReturn(2032, nil)
	fill(t, r, layout.Lead, "1", layout.Status, layout.StatusDone)
	for len(r.Sheets) > 0 {
		Run(r)
		r.Sheets = r.Sheets[1:]
	}
	if found := Run(&workbook.Return{Form: r.Form}); !found.Has(finding.EmptyReturn) {
		t.Error("a return without sheets is empty")
	}
}

func TestAFindingShowsACellAsItsReaderSeesIt(t *testing.T) {
	for want, v := range map[string]workbook.Value{
		"空":           {},
		"1,234":       {State: workbook.Filled, Given: "1,234", Text: "1234", Number: number("1234")},
		"12.50":       {State: workbook.Filled, Given: "12.50", Text: "12.5", Number: number("12.5")},
		"约5":          {State: workbook.Faulty, Given: "约5"},
		"13805670001": {State: workbook.Filled, Given: "13805670001", Text: "13805670001"},
		"1.3E-5":      {State: workbook.Filled, Given: "1.3E-5", Text: "0.000013"},
	} {
		if got := given(v); got != want {
			t.Errorf("%+v is shown as %q, want %q", v, got, want)
		}
	}
}

func TestAPhoneNumberIsToldFromOtherText(t *testing.T) {
	for text, want := range map[string]bool{
		"13805670001": true, "138 0567 0001": true, "0558-5123456": true, "(0558)5123456": true, "5123456": true,
		"0558—5123456转801": true, "０５５８－５１２３４５６": true, "13805670001、0558-5123456": true, "+8613805670001": true,
		"1380567000": false, "无": false, "张三": false, "23805670001": false, "0558": false, "": false, "见附件": false,
	} {
		if isPhone(text) != want {
			t.Errorf("isPhone(%q) = %v", text, !want)
		}
	}
}

func TestVagueTextsAreListedOnce(t *testing.T) {
	list := layout.Vague()
	if !slices.IsSorted(list) || len(slices.Compact(slices.Clone(list))) != len(list) {
		t.Error("not sorted, or twice")
	}
}
