package report

import (
	"strings"
	"testing"

	"tianbao/consolidate"
	"tianbao/consolidate/town"
	"tianbao/templates/layout"
	"tianbao/workbook/ooxml"
)

// answered is a return in which every column that takes a text holds one of its own.
func answered(f *layout.Form) town.Answers {
	all := town.Answers{}
	for _, s := range f.Sheets {
		for i := range s.Rows {
			for c, col := range s.Columns {
				if col.Role == layout.Fill && col.Kind == layout.Text && s.Rows[i].Modes[c] == layout.Open {
					id := string(s.Key) + "/" + s.Rows[i].Ref + "/" + string(col.Key)
					all[id] = "某甲" + strings.ReplaceAll(id, "/", "乙")
				}
			}
		}
	}
	return all
}

func TestEveryColumnThatIsFilledInIsSeenInTheSummary(t *testing.T) {
	p := town.Plan()
	forms := layout.NewForms(p, 2024, nil)
	var files []town.Sent
	for _, u := range p.Reporters() {
		files = append(files, town.Sent{Unit: u.Name, Cells: answered(forms.Of(u))})
	}
	s := town.Merged(t, consolidate.Input{Plan: p, Year: 2024, Batch: town.Batch(p, 2024, nil, files...)})
	var seen strings.Builder
	for _, g := range rendered(t, s).Sheets {
		if g.State == ooxml.Visible {
			for _, row := range g.Rows {
				for _, c := range row.Cells {
					seen.WriteString(c.Text + "\n")
				}
			}
		}
	}
	n := 0
	for _, f := range files {
		for id, text := range f.Cells {
			if n++; !strings.Contains(seen.String(), text) {
				t.Errorf("%s of %s is on no sheet that is seen: give it a column in consolidate/report", id, f.Unit)
			}
		}
	}
	if n < 30 {
		t.Errorf("only %d cells were filled in", n)
	}
}
