package main

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"tianbao/seeds/plan"
	"tianbao/workbook/ooxml"
)

func TestOneFileThatCannotBeAnnotatedDoesNotStopTheOthers(t *testing.T) {
	w := newTown(t)
	w.fillAll("12")
	must(t, edit(w.path("报送/财政局.xlsx"), []string{"主要指标@2:2024年实际值=约12"}))
	var out, errs bytes.Buffer
	d := newDesk(strings.NewReader(""), &out, &errs, time.Date(2025, 3, 1, 0, 0, 0, 0, time.UTC))
	s := settings{plan: w.path("任务清单.xlsx"), year: 2024, limits: ooxml.DefaultLimits()}
	p := openTown(t, d, s)
	batch, err := d.take(t.Context(), s, p, 2024, nil, []string{w.path("报送")}, false)
	must(t, err)
	must(t, os.Remove(w.path("报送/工业局.xlsx")))
	err = d.sendBack(t.Context(), s, batch, w.path("退回"))
	if err == nil || !strings.Contains(errs.String(), "工业局.xlsx 没有标注成") {
		t.Fatalf("%v\n%s", err, errs.String())
	}
	if got := files(t, w.path("退回")); len(got) != 1 || got["2024-县财政局.xlsx"] == "" {
		t.Errorf("%d files sent back", len(got))
	}
}

// Excel opens a workbook with macros only where its name ends in .xlsm.
func TestACopyOfAWorkbookWithMacrosIsNamedAsOne(t *testing.T) {
	w := newTown(t)
	w.fillAll("约12")
	f, err := excelize.OpenFile(w.path("报送/财政局.xlsx"))
	must(t, err)
	defer f.Close()
	must(t, f.AddVBAProject([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")))
	must(t, f.SaveAs(w.path("报送/财政局.xlsm")))
	must(t, os.Remove(w.path("报送/财政局.xlsx")))
	w.run("check", "--year", "2024", "--return-to", "退回")
	got := files(t, w.path("退回"))
	if got["2024-县财政局.xlsm"] == "" || got["2024-县财政局.xlsx"] != "" || got["2024-县工业局.xlsx"] == "" {
		t.Errorf("%d files sent back, but not by their names", len(got))
	}
}

func openTown(t *testing.T, d *desk, s settings) *plan.Plan {
	t.Helper()
	p, err := d.openPlan(s)
	must(t, err)
	return p
}
