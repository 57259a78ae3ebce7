package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"strings"
	"testing"
)

func TestASecondStartShowsTheFirstDeskOrSaysWhoHasIt(t *testing.T) {
	w := newTown(t)
	first := w.command("desk", "--no-browser", "--year", "2024")
	entry := w.openDesk(first)
	address, _, _ := strings.Cut(entry, "enter?")
	second := w.command("desk", "--no-browser", "--year", "2024")
	second.Env = first.Env
	out, err := second.Output()
	if err != nil || strings.TrimSpace(string(out)) != address {
		t.Errorf("the same user: %q, %v, want %s", out, err, address)
	}
	other := w.command("desk", "--no-browser")
	other.Env = append(other.Environ(), "XDG_CACHE_HOME="+t.TempDir())
	words, err := other.CombinedOutput()
	if machine, _ := os.Hostname(); err == nil || !strings.Contains(string(words), "工作台正由") || !strings.Contains(string(words), machine) {
		t.Errorf("another user: %v\n%s", err, words)
	}
	must(t, first.Process.Signal(os.Interrupt))
	if err := first.Wait(); err != nil {
		t.Errorf("Ctrl-C ends it with %v", err)
	}
	if _, err := os.Stat(w.path(".tianbao-desk")); err == nil {
		t.Error("the desk is still claimed")
	}
}

// doubleClick starts the program as a double click does in a folder, and returns what it
// says and the file that it shows. Once that is shown, it is told to end.
func doubleClick(t *testing.T, dir string) (said, shown string, err error) {
	t.Helper()
	t.Chdir(dir)
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	ctx, end := context.WithCancel(t.Context())
	defer end()
	var out bytes.Buffer
	d := newDesk(strings.NewReader("\n"), &out, &out, today)
	d.clicked = true
	d.show = func(path string) error {
		defer end()
		data, err := os.ReadFile(path)
		shown = string(data)
		return err
	}
	err = d.alone(ctx)
	return out.String(), shown, err
}

func TestADoubleClickInAFolderWithReturnsShowsTheResults(t *testing.T) {
	w := newTown(t)
	w.fillAll("6")
	said, shown, err := doubleClick(t, w.dir)
	if !errors.Is(err, errFindings) || !strings.Contains(shown, "2024年度审核结果") || !strings.Contains(shown, "2 个单位要改") {
		t.Errorf("%v\n%.300s", err, shown)
	}
	if !strings.Contains(said, "tianbao desk") {
		t.Errorf("it is not said how to open the desk:\n%s", said)
	}
}

func TestADoubleClickInAnEmptyFolderOpensTheDesk(t *testing.T) {
	dir := t.TempDir()
	said, shown, err := doubleClick(t, dir)
	if err != nil || !strings.Contains(shown, "/enter?token=") || !strings.Contains(said, "结束工作台") {
		t.Errorf("%v\n%s\n%s", err, said, shown)
	}
	if left, _ := os.ReadDir(dir); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestATerminalWithoutArgumentsSaysWhereTheYearStands(t *testing.T) {
	w := &town{t, t.TempDir()}
	if text := w.mustRun(); !strings.Contains(text, "一年的步骤") {
		t.Errorf("an empty folder: %s", text)
	}
	w = newTown(t)
	w.fillAll("6")
	text := w.mustRun()
	for _, want := range []string{"1. 规划 已完成", "2. 下发 已完成", "→ 3. 收表和审核 进行中:收到 2 个单位的表", "下一步:tianbao check", "tianbao desk"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not said:\n%s", want, text)
		}
	}
	if strings.Contains(strings.Join(w.names(), " "), "审核结果") {
		t.Error("looking wrote something")
	}
}

func (w *town) names() (list []string) {
	entries, err := os.ReadDir(w.dir)
	must(w.T, err)
	for _, e := range entries {
		list = append(list, e.Name())
	}
	return list
}
