package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"tianbao/seeds/trial"
)

// demonstration is a town with the whole demonstration in it, made once.
func demonstration(t *testing.T) *town {
	t.Helper()
	made.Do(func() {
		w := &town{t, t.TempDir()}
		w.mustRun("demo", "演示")
		made.files = files(t, w.path("演示"))
	})
	w := &town{t, t.TempDir()}
	for name, text := range made.files {
		w.write(name, text)
	}
	return w
}

var made struct {
	sync.Once
	files map[string]string
}

// demoReturns are the files that come back in the demonstration.
func demoReturns(t *testing.T) (w *town, paths []string) {
	w = demonstration(t)
	paths = trial.Got(filepath.Glob(w.path("报送/*.xlsx")))(t)
	if len(paths) < 70 {
		t.Fatalf("only %d returns", len(paths))
	}
	return w, paths
}

// shifts counts how far the layout moves without anybody having pressed anything.
const shifts = `window.moved = 0; new PerformanceObserver(function (list) {
  list.getEntries().forEach(function (e) { if (!e.hadRecentInput) { window.moved += e.value; } });
}).observe({type: "layout-shift", buffered: true}); true`

func TestAWholeCitysReturnsAreDroppedAtOnce(t *testing.T) {
	b := newBrowser(t)
	_, paths := demoReturns(t)
	w := &town{t, t.TempDir()}
	desk := w.command("desk", "--no-browser", "--year", "2024")
	b.opens(w.openDesk(desk), "一步一步")
	if _, err := got(b, chromedp.Evaluate[bool](shifts)); err != nil {
		t.Fatal(err)
	}
	start := time.Now()
	b.drop(paths...)
	b.holds(`document.querySelectorAll("#taken .tag").length > 0`)
	first := time.Since(start)
	b.sees(fmt.Sprintf("收完 %d 个文件。", len(paths)))
	last := time.Since(start)
	b.sees("收到 74 个单位的表")
	moved := trial.Got(got(b, chromedp.Evaluate[float64]("window.moved")))(t)
	b.picture("75-份")
	t.Logf("%d returns: first verdict after %v, last after %v, layout moved %.4f, desk at most %s", len(paths), first.Round(time.Millisecond), last.Round(time.Millisecond), moved, peak(desk.Process.Pid))
	if moved > 0.01 {
		t.Errorf("the layout moved by %.3f while results came in", moved)
	}
	came := trial.Got(filepath.Glob(w.path("报送/*.xlsx")))(t)
	if len(came) != len(paths) {
		t.Errorf("%d of %d files came in", len(came), len(paths))
	}
}

// peak is the most memory that a program has taken, as Linux says.
func peak(pid int) string {
	status, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	_, rest, _ := strings.Cut(string(status), "VmHWM:")
	line, _, _ := strings.Cut(rest, "\n")
	return strings.TrimSpace(line)
}

func TestAKillInTheMiddleOfADropLeavesTheFolderWhole(t *testing.T) {
	b := newBrowser(t)
	_, paths := demoReturns(t)
	w := &town{t, t.TempDir()}
	desk := w.command("desk", "--no-browser", "--year", "2024")
	b.opens(w.openDesk(desk), "一步一步")
	b.drop(paths...)
	b.holds(`document.querySelectorAll("#taken .tag").length > 3`)
	must(t, desk.Process.Signal(syscall.SIGKILL))
	_ = desk.Wait()
	sources := map[string]string{}
	for _, p := range paths {
		data := trial.Got(os.ReadFile(p))(t)
		sources[filepath.Base(p)] = string(data)
	}
	whole := 0
	for name, text := range files(t, w.path("报送")) {
		switch {
		case strings.HasPrefix(filepath.Base(name), ".tianbao-"):
		case text != sources[filepath.Base(name)]:
			t.Errorf("%s is not whole", name)
		default:
			whole++
		}
	}
	if whole == 0 || whole == len(paths) {
		t.Logf("%d of %d files were there: not killed in the middle", whole, len(paths))
	}
	b.sees("收完 ") // until it has given up the rest, the page asks before it is left
	b.opens(w.desk(), "一步一步")
	b.drop(paths...)
	b.sees(fmt.Sprintf("收完 %d 个文件。", len(paths)))
	left := trial.Got(filepath.Glob(w.path("报送/.tianbao-*")))(t)
	if came := files(t, w.path("报送")); len(came) != len(paths) || len(left) > 0 {
		t.Errorf("after dropping all again: %d files, %d left over", len(came), len(left))
	}
}

func TestAFolderAndAnArchiveAreDropped(t *testing.T) {
	b := newBrowser(t)
	want := commandsYear(t)
	must(t, os.MkdirAll(want.path("邮件/第二批"), 0o755))
	must(t, os.Rename(want.path("报送/工业局.xlsx"), want.path("邮件/工业局.xlsx")))
	must(t, os.Rename(want.path("报送/财政局.xlsx"), want.path("邮件/第二批/财政局.xlsx")))
	w := &town{t, t.TempDir()}
	w.write("方案.txt", want.read("方案.txt"))
	w.mustRun("plan", "import", "方案.txt")
	b.opens(w.desk(), "一步一步")
	b.drop(want.path("邮件"))
	b.sees("收完 2 个文件。")
	var got []string
	for name := range files(t, w.path("报送")) {
		got = append(got, filepath.Base(name))
	}
	slices.Sort(got)
	if strings.Join(got, " ") != "工业局.xlsx 财政局.xlsx" {
		t.Errorf("came in: %v", got)
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	entry, err := z.CreateHeader(&zip.FileHeader{Name: "\xb2\xc6\xd5\xfe/\xb2\xc6\xd5\xfe\xbe\xd6.xlsx", NonUTF8: true}) // 财政/财政局.xlsx in GBK
	must(t, err)
	trial.Got(entry.Write([]byte(want.read("邮件/第二批/财政局.xlsx"))))(t)
	must(t, z.Close())
	want.write("邮件.zip", out.String())
	b.drop(want.path("邮件.zip"))
	b.sees("同一份已经收过")
	if n := len(files(t, w.path("报送"))); n != 2 {
		t.Errorf("%d files after the same came again in an archive", n)
	}
}
