package annotate_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tianbao/seeds"
	"tianbao/seeds/document"
	"tianbao/seeds/finding"
	"tianbao/seeds/trial"
	"tianbao/workbook/annotate"
)

var slipDue = time.Date(2025, 3, 31, 0, 0, 0, 0, time.UTC)

// slipOf is the slip of a return with many things to mend, each told at length.
func slipOf(t *testing.T, n int) []byte {
	t.Helper()
	p, _ := seeds.Plan()
	ret, found := read(t, issue(t, p, faulty), p)
	for i := range n {
		found.Add(finding.Code("number-format"), finding.At(finding.Place{Sheet: "量化目标", Row: 5 + 2*i, Col: 7}), finding.Row(fmt.Sprint(i)),
			finding.Column("截至2024年底值"), finding.Message(strings.Repeat("不是数字,", 30)), finding.Hint(strings.Repeat("请改,", 30)))
	}
	data := trial.Got(annotate.Slip(ret, "2024-某局.xlsx", slipDue, found))(t)
	again, _ := annotate.Slip(ret, "2024-某局.xlsx", slipDue, found)
	if !bytes.Equal(data, again) {
		t.Error("two slips differ")
	}
	return data
}

func slipText(t *testing.T, data []byte) string {
	t.Helper()
	doc, _ := document.Read("修改单.docx", data)
	var b strings.Builder
	for _, block := range doc.Blocks {
		b.WriteString(block.Text + "\n")
		for _, row := range block.Rows {
			b.WriteString(strings.Join(row, "|") + "\n")
		}
	}
	return b.String()
}

func TestASlipSaysWhatToMendWhereAndHow(t *testing.T) {
	text := slipText(t, slipOf(t, 0))
	for _, want := range []string{"填报表退回修改单", "2024年度填报表已审核", "处", "2024-某局.xlsx", "牵头任务!", "【日期】"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
}

func TestWhatDoesNotFitOnASlipIsCounted(t *testing.T) {
	if text := slipText(t, slipOf(t, 200)); !strings.Contains(text, "其余") || !strings.Contains(text, "错误清单") {
		t.Error(text)
	}
}

func TestASlipIsOnePage(t *testing.T) {
	dir := t.TempDir()
	in := filepath.Join(dir, "in.docx")
	trial.Office(t)
	trial.Must(t, os.WriteFile(in, slipOf(t, 200), 0o600))
	trial.Convert(t, filepath.Join(dir, "profile"), "pdf", dir, in)
	out := trial.Got(exec.Command("pdfinfo", filepath.Join(dir, "in.pdf")).Output())(t)
	if !bytes.Contains(out, []byte("Pages:           1\n")) {
		t.Errorf("%s", out)
	}
}
