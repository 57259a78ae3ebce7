package reading_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tianbao/seeds/document"
	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/reading"
	"tianbao/seeds/trial"
)

// TestDocumentsOfOtherPlacesAreReadAsACarefulClerkReadsThem holds one small document for each convention of the
// genre; the golden file beside it is how a careful clerk reads it.
func TestDocumentsOfOtherPlacesAreReadAsACarefulClerkReadsThem(t *testing.T) {
	files := trial.Got(filepath.Glob("testdata/documents/*.*"))(t)
	for _, file := range files {
		if strings.HasSuffix(file, ".golden") {
			continue
		}
		t.Run(filepath.Base(file), func(t *testing.T) {
			data := trial.Got(os.ReadFile(file))(t)
			trial.Golden(t, file+".golden", readingOf(t, file, data))
		})
	}
}

// readingOf writes a plan as a reader would note it down, its findings below.
func readingOf(t *testing.T, name string, data []byte) string {
	t.Helper()
	doc, found := document.Read(name, data)
	if doc == nil {
		return findings(found)
	}
	p, odd := reading.Parse(doc, nil)
	var out strings.Builder
	fmt.Fprintf(&out, "%s\n%d %d—%d, %d/%d\n", p.Title, p.Period.Base, p.Period.First, p.Period.Last, p.Deadline.Month, p.Deadline.Day)
	for _, c := range p.Chapters {
		fmt.Fprintf(&out, "\n%d %s\n", c.No, c.Title)
		for _, s := range c.Sections {
			fmt.Fprintf(&out, " %d %s\n", s.No, s.Title)
			for _, task := range s.Tasks {
				fmt.Fprintf(&out, "  %d %s: %s\n", task.No, task.Title, strings.Join(task.Refs, " "))
			}
		}
	}
	for i := range p.Items {
		writeItem(&out, &p.Items[i])
	}
	out.WriteString("\n")
	for _, in := range p.Indicators {
		fmt.Fprintf(&out, "指标 %d|%s|%s|%s|%s|%s|%s|%s|%s\n", in.No, in.Category, in.Name, in.Unit, in.Base, in.Target, in.Growth, in.Nature, strings.Join(in.Units, "、"))
	}
	for _, u := range p.Units {
		fmt.Fprintf(&out, "单位 %s %s %s %s\n", u.ID, u.Name, u.Kind, strings.Join(u.Aliases, "、"))
	}
	for _, g := range p.Groups {
		fmt.Fprintf(&out, "集合 %s\n", g.Name)
	}
	return out.String() + findings(append(found, odd...))
}

func writeItem(out *strings.Builder, it *plan.Item) {
	fmt.Fprintf(out, "\n%s [%d.%d.%d.%d] 第%d行 %s\n  %s\n  %s\n", it.Ref, it.Chapter, it.Section, it.Task, it.Sub, it.Line, it.Title,
		strings.ReplaceAll(it.Text, "\n", "⏎"), it.Clause)
	for _, p := range it.Lead {
		fmt.Fprintf(out, "  牵头 %s = %s\n", p.Name, strings.Join(p.Units, "、"))
	}
	for _, p := range it.Support {
		fmt.Fprintf(out, "  配合 %s = %s %s\n", p.Name, strings.Join(p.Units, "、"), p.Duty)
	}
}

func findings(list finding.List) string {
	var out strings.Builder
	for _, f := range list {
		fmt.Fprintf(&out, "! 第%d行 %s %s %s | %s\n", f.Place.Row, f.Code, f.Ref, f.Given, f.Expected)
	}
	return out.String()
}

func TestATableThatIsNeitherIsReadOrReported(t *testing.T) {
	page := func(cell string) []byte {
		return []byte("<html><body><p>某市“十四五”任务分工</p><table><tr><td>板块</td><td>说明</td></tr><tr><td>创新</td><td>" + cell +
			"</td></tr></table><p>2.建设平台。(市科技局牵头)</p></body></html>")
	}
	doc, _ := document.Read("a.html", page("1.培育企业。(市科技局牵头)"))
	p, _ := reading.Parse(doc, nil)
	if len(p.Items) != 2 || p.Items[0].Text != "培育企业。" {
		t.Errorf("a task in a cell: %+v", p.Items)
	}
	doc, _ = document.Read("a.html", page("无"))
	p, found := reading.Parse(doc, nil)
	if len(p.Items) != 1 || !found.Has(finding.TextLeftOut) {
		t.Errorf("a table of nothing: %+v %v", p.Items, found)
	}
}
