package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"tianbao/seeds/trial"
)

// suite is a LibreOffice that runs while a test does.
type suite struct {
	*town
	python, pipe string
}

// startOffice starts LibreOffice with a profile of its own. The test is skipped
// where it is missing, but never in CI.
func startOffice(w *town) *suite {
	w.Helper()
	soffice := trial.Office(w.T)
	o := &suite{w, trial.Python(w.T, "uno"), "tianbao" + filepath.Base(w.dir) + fmt.Sprint(os.Getpid())}
	server := exec.Command(soffice, "-env:UserInstallation=file://"+w.path(".profile"), "--headless", "--norestore",
		"--nologo", "--accept=pipe,name="+o.pipe+";urp;")
	must(w.T, server.Start())
	w.Cleanup(func() {
		o.job(map[string]any{"quit": true})
		done := make(chan error, 1)
		go func() { done <- server.Wait() }()
		select {
		case <-done:
		case <-time.After(20 * time.Second):
			server.Process.Kill()
			<-done
		}
	})
	return o
}

func (o *suite) job(job map[string]any) {
	o.Helper()
	text, err := json.Marshal(job)
	must(o.T, err)
	c := exec.Command(o.python, filepath.Join("testdata", "client", "office.py"), o.pipe)
	c.Stdin = bytes.NewReader(text)
	if out, err := c.CombinedOutput(); err != nil && job["quit"] == nil {
		o.Fatalf("%v: %s", err, out)
	}
}

type step []any

// edit opens a workbook, takes the steps and saves it under another name.
func (o *suite) edit(from, to string, steps ...step) {
	o.Helper()
	must(o.T, os.MkdirAll(filepath.Dir(o.path(to)), 0o755))
	o.job(map[string]any{"open": o.path(from), "save": o.path(to), "steps": steps})
}

func expect(t *testing.T, what string, got, want []string) {
	t.Helper()
	got, want = slices.Clone(got), slices.Clone(want)
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("%s:\n%s\nwant\n%s", what, strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// filledByIndustry are a unit's answers; one of them is no number.
var filledByIndustry = []step{
	{"set", "填报说明", "", "填报人", "甲"}, {"set", "填报说明", "", "联系电话", "'0310-5123456"}, {"set", "填报说明", "", "填报日期", "2025-03-01"},
	{"set", "牵头任务", "1", "进展状态", "达到序时进度"}, {"set", "牵头任务", "1", "2024年进展情况", "新增规模以上企业4家,累计16家,产值稳步增长"},
	{"set", "牵头任务", "2", "进展状态", "已完成"}, {"set", "牵头任务", "2", "2024年进展情况", "全年实施重点项目33个,超额完成"},
	{"set", "量化目标", "1-1", "截至2024年底值", "'16"}, {"set", "量化目标", "1-1", "数据状态", "最终核实数"}, {"set", "量化目标", "1-1", "预计能否完成", "能完成"},
	{"set", "量化目标", "1-2", "截至2024年底值", 42}, {"set", "量化目标", "1-2", "数据状态", "最终核实数"}, {"set", "量化目标", "1-2", "预计能否完成", "能完成"},
	{"set", "量化目标", "2-1", "2024年当年值", "=30+3"}, {"set", "量化目标", "2-1", "数据状态", "最终核实数"}, {"set", "量化目标", "2-1", "预计能否完成", "能完成"},
	{"set", "主要指标", "1", "2020年基期值", 32}, {"set", "主要指标", "1", "2024年实际值", 46.2}, {"set", "主要指标", "1", "说明", "基期值取自2020年统计年鉴"}, {"set", "主要指标", "1", "2024年增长(%)", "约8.4"}, {"set", "主要指标", "1", "数据状态", "最终核实数"}, {"set", "主要指标", "1", "预计能否完成", "能完成"},
	{"set", "主要指标", "2", "2024年实际值", 6.1}, {"set", "主要指标", "2", "数据状态", "最终核实数"}, {"set", "主要指标", "2", "预计能否完成", "能完成"},
}

func TestWorkbooksEditedInLibreOfficeAreRead(t *testing.T) {
	w := newTown(t)
	o := startOffice(w)
	o.returnIsFilledAndHandled()
	o.annotatedCopyIsMended()
	o.summaryIsRuledOn()
}

// returnIsFilledAndHandled fills a template and does what people do to tables.
func (o *suite) returnIsFilledAndHandled() {
	steps := slices.Concat([]step{{"unprotect", "牵头任务"}, {"unprotect", "量化目标"}, {"unprotect", "主要指标"}}, filledByIndustry, []step{
		{"sort_down", "量化目标", "编号"}, {"insert_rows", "量化目标", "编号", 2}, {"insert_column", "量化目标", "目标内容"},
		{"filter", "主要指标", "序号", "1"}, {"hide_column", "主要指标", "数据状态"},
		{"merge", "牵头任务", "2", "存在问题", "2025年工作安排"}, {"set", "牵头任务", "1", "任务", "改过的任务"},
	})
	o.edit("下发/2024-县工业局.xlsx", "报送/工业局.xlsx", steps...)
	status, found := o.checked("报送/工业局.xlsx")
	if status != "faulty" {
		o.Errorf("the filled template is %s", status)
	}
	expect(o.T, "a template filled in LibreOffice", found, []string{
		"error merged-cells 牵头任务 G6 2",
		"error merged-cells 牵头任务 H6 2",
		"error number-format 主要指标 J5 1",
		"note column-hidden 主要指标 N4",
		"note formula-read 量化目标 J7 2-1",
		"note number-read 量化目标 K9 1-1",
		"note row-hidden 主要指标 A6 2",
		"warning fixed-changed 牵头任务 B5 1",
	})
}

// annotatedCopyIsMended mends what was sent back, and sends it again.
func (o *suite) annotatedCopyIsMended() {
	o.run("check", "--return-to", "退回")
	o.edit("退回/2024-县工业局.xlsx", "报送/2024-县工业局.xlsx",
		step{"unmerge", "牵头任务", "2", "存在问题"}, step{"set", "牵头任务", "1", "任务", "培育企业"},
		step{"set", "主要指标", "1", "2024年增长(%)", "8.4"})
	status, found := o.checked("报送/2024-县工业局.xlsx")
	if status != "accepted" {
		o.Errorf("the mended copy is %s", status)
	}
	expect(o.T, "an annotated copy mended in LibreOffice", found, []string{
		"note column-hidden 主要指标 N4",
		"note formula-read 量化目标 J7 2-1",
		"note number-read 量化目标 K9 1-1",
		"note row-hidden 主要指标 A6 2",
	})
}

// summaryIsRuledOn decides between two units in the summary.
func (o *suite) summaryIsRuledOn() {
	o.edit("下发/2024-县财政局.xlsx", "报送/财政局.xlsx",
		step{"set", "填报说明", "", "填报人", "乙"}, step{"set", "填报说明", "", "联系电话", "'0310-5123457"}, step{"set", "填报说明", "", "填报日期", "2025-03-01"},
		step{"set", "配合任务", "1", "是否开展", "已开展"}, step{"set", "配合任务", "1", "配合工作情况", "拨付企业培育资金三百万元"}, step{"set", "配合任务", "2", "是否开展", "本年度不涉及"},
		step{"set", "主要指标", "2", "2024年实际值", 6.3}, step{"set", "主要指标", "2", "数据状态", "最终核实数"}, step{"set", "主要指标", "2", "预计能否完成", "能完成"})
	o.run("consolidate", "--year", "2024")
	o.edit("2024年度汇总.xlsx", "2024年度汇总.xlsx",
		step{"set", "数据不一致", "2", "核定值", 6.1}, step{"set", "数据不一致", "2", "核定依据", "统计局核定"},
		step{"set", "数据不一致", "1", "核定值", 32}, step{"set", "数据不一致", "1", "核定依据", "2020年统计年鉴"})
	_, errs, code := o.run("consolidate", "--year", "2024", "--rulings", "2024年度汇总.xlsx")
	if code == exitFailed || strings.Contains(errs, "填核定值") {
		o.Errorf("rulings made in LibreOffice: %d\n%s", code, errs)
	}
	if trail := o.mustRun("trace", "2024年度汇总.xlsx", "2"); !strings.Contains(trail, "核定:6.1") {
		o.Errorf("the ruling is not in the summary:\n%s", trail)
	}
	if trail := o.mustRun("trace", "2024年度汇总.xlsx", "1"); !strings.Contains(trail, "原样:8.4") {
		o.Errorf("the mended value is not in the summary:\n%s", trail)
	}
}
