package reading_test

import (
	"os"
	"path/filepath"
	"testing"

	"tianbao/seeds/document"
	"tianbao/seeds/finding"
	"tianbao/seeds/reading"
	"tianbao/seeds/trial"
)

// TestADocumentOfWriterIsReadAsItIsSeen reads what LibreOffice Writer saves: nested automatic numbers, a change that is
// tracked, a note at the foot, merged cells in a table between numbers, a box with text.
func TestADocumentOfWriterIsReadAsItIsSeen(t *testing.T) {
	trial.OnlyLong(t, "starts LibreOffice")
	folder, from := t.TempDir(), filepath.Join("testdata", "writer", "tasks.fodt")
	trial.Convert(t, filepath.Join(folder, "profile"), "docx", folder, from)
	doc := trial.Made(document.Read("tasks.docx", trial.Got(os.ReadFile(filepath.Join(folder, "tasks.docx")))(t)))(t)
	p, found := reading.Parse(doc, nil)
	want := "一(一)1: 市工信局 | 市财政局\n一(一)2(1): 市科技局 |\n一(一)2(2): 市商务局 | 各县区政府\n一(二)1: 市商务局 |\n二1: 市城管局 |\n二2: 市文旅局 |\n二(一)1(1): 市教育局 |\n二(一)1(2): 市卫健委 |"
	if got := duties(p, found); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if p.Items[0].Text != "新增规上企业20家。" || !found.Has(finding.TextLeftOut) {
		t.Errorf("%q %v", p.Items[0].Text, found)
	}
	for i := range p.Items {
		if len(p.Items[i].Targets) != 1 {
			t.Errorf("%s: %v", p.Items[i].Ref, p.Items[i].Targets)
		}
	}
}
