package reading_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tianbao/seeds"
	"tianbao/seeds/document"
	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/reading"
	"tianbao/seeds/text"
	"tianbao/seeds/trial"
)

// TestEveryWordOfADocumentEndsInThePlanOrInAFinding looks for every paragraph and every
// cell of the documents of the tests: in an item's text, clause or title, a heading, an
// indicator, the plan's title, or a finding that quotes its beginning.
func TestEveryWordOfADocumentEndsInThePlanOrInAFinding(t *testing.T) {
	files, err := filepath.Glob("testdata/documents/*[tl]")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	all, left := 0, 0
	for _, file := range append(files, "../plan.txt") {
		if strings.HasSuffix(file, ".golden") {
			continue
		}
		data := trial.Got(os.ReadFile(file))(t)
		doc, found := document.Read(file, data)
		if doc == nil {
			t.Fatalf("%s: %v", file, found)
		}
		p, odd := seeds.Parse(doc)
		kept := squeezed(wordsOf(p, odd))
		for _, b := range doc.Blocks {
			for _, words := range append(cellsOf(b), b.Text) {
				if !holds(kept, words) && !strings.Contains(squeezed(words), squeezed(p.Title)) {
					t.Errorf("%s, line %d: %s is nowhere", filepath.Base(file), b.Line, words)
				}
			}
		}
		l, a := reading.LeftOut(doc, odd)
		left, all = left+l, all+a
		if l*100 > a*60 {
			t.Errorf("%s: %d of %d characters end only in findings", filepath.Base(file), l, a)
		}
	}
	t.Logf("%d of %d characters (%.1f%%) end only in findings", left, all, float64(left)*100/float64(all))
	if left*100 > all*8 {
		t.Errorf("%d of %d characters end only in findings", left, all)
	}
}

func cellsOf(b document.Block) []string {
	var cells []string
	for _, row := range b.Rows {
		for _, cell := range row {
			cells = append(cells, strings.Split(cell, "\n")...)
		}
	}
	return cells
}

// wordsOf is all that a plan and its findings say.
func wordsOf(p *plan.Plan, found finding.List) string {
	var out strings.Builder
	say := func(words ...string) {
		for _, w := range words {
			out.WriteString(w + "\n")
		}
	}
	say(p.Title, p.Office)
	for _, c := range p.Chapters {
		say(plan.Numeral(c.No)+c.Title, c.Title)
		for _, s := range c.Sections {
			say(s.Title)
			for _, task := range s.Tasks {
				say(task.Title)
			}
		}
	}
	for i := range p.Items {
		it := &p.Items[i]
		say(it.Text, it.Clause, it.Title, it.Text+it.Clause)
	}
	for _, in := range p.Indicators {
		say(in.Category, in.Name, in.Unit, in.Base, in.Target, in.Growth, in.Nature, in.Name+in.Unit)
		say(in.Units...)
		for _, v := range in.YearTargets {
			say(v)
		}
		for _, v := range in.Values {
			say(v)
		}
	}
	for _, f := range found {
		say(f.Given, f.Message)
	}
	return out.String()
}

// squeezed leaves out what layouts differ in: width, blanks, marks.
func squeezed(words string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" \n\t。,;:.、()[]〈〉《》“”\"·●•◆…-—–", text.HalfRune(r)) {
			return -1
		}
		return text.HalfRune(r)
	}, words)
}

// holds reports whether every sentence of the words is kept, or their beginning where a
// finding quotes it; numbers of rows and headings of columns are no words.
func holds(kept, words string) bool {
	if len([]rune(words)) < 4 {
		return true
	}
	whole := squeezed(words)
	if strings.Contains(kept, whole) || strings.Contains(kept, string([]rune(whole)[:min(len([]rune(whole)), 24)])) {
		return true
	}
	for _, head := range []string{"序号", "任务", "单位", "指标", "时限", "目标", "年均", "年", "类别", "属性", "内容"} {
		if strings.Contains(words, head) && len([]rune(words)) < 12 {
			return true
		}
	}
	for n := 1; n <= 6 && n < len([]rune(whole)); n++ { // its number
		rest := []rune(whole)[n:]
		if strings.Contains(kept, string(rest[:min(len(rest), 24)])) {
			return true
		}
	}
	return false
}
