package main

import (
	"crypto/sha256"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"tianbao/seeds/trial"
)

// kept are the files of a folder by their content, without unfinished ones.
func (w *town) kept(name string) map[string]string {
	w.Helper()
	found := files(w.T, w.path(name))
	maps.DeleteFunc(found, func(name, _ string) bool { return strings.HasSuffix(name, ".tmp") })
	return found
}

// restore makes a folder what it was.
func (w *town) restore(name string, old map[string]string) {
	w.Helper()
	must(w.T, os.RemoveAll(w.path(name)))
	must(w.T, os.MkdirAll(w.path(name), 0o755))
	for file, text := range old {
		w.write(name+"/"+file, text)
	}
}

// fillAll puts returns into 报送: one unit's with a fault and the number given.
func (w *town) fillAll(number string) {
	w.Helper()
	for from, to := range map[string]string{"下发/2024-县工业局.xlsx": "报送/工业局.xlsx", "下发/2024-县财政局.xlsx": "报送/财政局.xlsx"} {
		w.write(to, w.read(from))
	}
	must(w.T, edit(w.path("报送/工业局.xlsx"), []string{"填报说明@:填报人=甲", "量化目标@1-1:截至2024年底值=" + number, "量化目标@2-1:2024年当年值=约46"}))
	must(w.T, edit(w.path("报送/财政局.xlsx"), []string{"填报说明@:填报人=乙", "主要指标@2:2024年实际值=" + number}))
}

func TestAKilledRunLeavesEachOutputOldOrNew(t *testing.T) {
	trial.OnlyLong(t, "runs the program dozens of times")
	for _, c := range []struct {
		name   string
		args   []string
		change func(w *town)
	}{
		{"template", []string{"template", "--year", "2024", "-o", "出", "--force"}, func(w *town) {
			w.write("方案.txt", strings.ReplaceAll(w.read("方案.txt"), "企业20家", "企业30家"))
			w.mustRun("plan", "import", "--force", "方案.txt")
		}},
		{"check", []string{"check", "--return-to", "出", "--force"}, func(w *town) { w.fillAll("7") }},
		{"consolidate", []string{"consolidate", "--year", "2024", "-o", "出/汇总.xlsx", "--force"}, func(w *town) { w.fillAll("7") }},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := newTown(t)
			w.fillAll("6")
			w.run(c.args...)
			old := w.kept("出")
			c.change(w)
			start := time.Now()
			w.run(c.args...)
			took, fresh := time.Since(start), w.kept("出")
			if len(old) == 0 || maps.Equal(old, fresh) {
				t.Fatalf("the second run changes nothing of %d files", len(old))
			}
			for i := range 12 {
				w.restore("出", old)
				late := time.Now().Add(took * time.Duration(i+1) / 12)
				w.killOnce(func() bool { return time.Now().After(late) }, c.args)
				w.holds(old, fresh)
			}
			for range 4 {
				w.restore("出", old)
				w.killOnce(w.changes("出"), c.args)
				w.holds(old, fresh)
			}
		})
	}
}

// holds tells whether each output is the old or the new one.
func (w *town) holds(old, fresh map[string]string) {
	w.Helper()
	now := w.kept("出")
	for name, text := range now {
		if text != old[name] && text != fresh[name] {
			w.Errorf("%s is neither old nor new", name)
		}
	}
	for name := range old {
		if _, there := now[name]; !there {
			w.Errorf("%s is gone", name)
		}
	}
}

// changes watches the finished files of a folder; it reports the first change.
func (w *town) changes(name string) func() bool {
	paths, _ := filepath.Glob(filepath.Join(w.path(name), "*"))
	var before []os.FileInfo
	for _, path := range paths {
		info, err := os.Stat(path)
		must(w.T, err)
		before = append(before, info)
	}
	return func() bool {
		for i, path := range paths {
			if now, err := os.Stat(path); err != nil || !os.SameFile(before[i], now) {
				return true
			}
		}
		return false
	}
}

// killOnce runs the program and kills it once the moment has come, if it has not
// ended before.
func (w *town) killOnce(come func() bool, args []string) {
	w.Helper()
	c := w.command(args...)
	must(w.T, c.Start())
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		_ = c.Wait() // killed or not
	}()
	for {
		select {
		case <-ended:
			return
		default:
			if come() {
				_ = c.Process.Kill() // it may have ended by now
				<-ended
				return
			}
		}
	}
}

func TestCtrlCEndsEveryCommandWithoutTraces(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a process cannot be interrupted there by another")
	}
	trial.OnlyLong(t, "runs the whole demonstration")
	w := &town{t, t.TempDir()}
	w.mustRun("demo", ".")
	before := files(t, w.dir)
	for _, args := range [][]string{
		{"demo", "演示"},
		{"template", "--year", "2024", "-o", "出"},
		{"check", "--return-to", "出"},
		{"status", "--year", "2024", "-o", "出.xlsx"},
		{"consolidate", "--year", "2024", "-o", "出.xlsx"},
	} {
		t.Run(args[0], func(t *testing.T) {
			code, said := w.interrupt(args)
			if code != exitFailed || !strings.Contains(said, "已中断") {
				t.Errorf("ended %d: %s", code, said)
			}
			for name := range files(t, w.dir) {
				if _, stood := before[name]; !stood {
					t.Errorf("left %s", name)
				}
			}
		})
	}
}

// interrupt runs the program and presses Ctrl-C as soon as it says something.
func (w *town) interrupt(args []string) (code int, said string) {
	w.Helper()
	c := w.command(args...)
	messages, err := c.StderrPipe()
	must(w.T, err)
	must(w.T, c.Start())
	first := make([]byte, 1)
	_, err = io.ReadFull(messages, first)
	must(w.T, err)
	must(w.T, c.Process.Signal(os.Interrupt))
	rest, err := io.ReadAll(messages)
	must(w.T, err)
	_ = c.Wait() // the exit code says how it ended
	return c.ProcessState.ExitCode(), string(first) + string(rest)
}

func TestTwoRunsAtOnceIntoOneFolderDoNotMix(t *testing.T) {
	trial.OnlyLong(t, "runs the program dozens of times")
	w := newTown(t)
	one := w.kept("下发")
	w.write("另.txt", strings.ReplaceAll(w.read("方案.txt"), "企业20家", "企业30家"))
	w.mustRun("template", "--plan", "另.txt", "--year", "2024", "-o", "别处")
	other := w.kept("别处")
	for round := range 30 {
		if round%2 == 0 {
			must(t, os.RemoveAll(w.path("出"))) // else both replace what is there
		}
		a, b := w.command("template", "--year", "2024", "-o", "出", "--force"), w.command("template", "--plan", "另.txt", "--year", "2024", "-o", "./下发/../出", "--force")
		must(t, a.Start())
		must(t, b.Start())
		_, _ = a.Wait(), b.Wait()
		if ca, cb := a.ProcessState.ExitCode(), b.ProcessState.ExitCode(); ca != exitFine || cb != exitFine {
			t.Errorf("round %d: ended %d and %d", round, ca, cb)
		}
		if got := files(t, w.path("出")); !maps.Equal(got, one) && !maps.Equal(got, other) {
			t.Errorf("round %d: the %d files in the folder are not those of one run", round, len(got))
		}
	}
}

func TestReturnedFilesAreNeverChanged(t *testing.T) {
	w := newTown(t)
	w.fillAll("6")
	before := w.folder("报送")
	w.run("check", "--return-to", "退回")
	w.run("status", "--year", "2024")
	w.run("consolidate", "--year", "2024")
	w.run("trace", "2024年度汇总.xlsx", "1-1", "报送")
	for _, args := range [][]string{
		{"consolidate", "--year", "2024", "--force", "-o", "报送/工业局.xlsx"},
		{"status", "--year", "2024", "--force", "-o", "报送/财政局.xlsx"},
	} {
		if _, errs, code := w.run(args...); code != exitUsage || !strings.Contains(errs, "是读取的文件,不能写在它上面") {
			t.Errorf("%v: %d %s", args, code, errs)
		}
	}
	if after := w.folder("报送"); !maps.Equal(before, after) {
		t.Errorf("%v, was %v", after, before)
	}
}

// folder is what there is to know of a folder's files: hash, size, time, mode.
func (w *town) folder(name string) map[string]string {
	w.Helper()
	found := map[string]string{}
	for file, text := range files(w.T, w.path(name)) {
		path := filepath.Join(w.path(name), file)
		info, err := os.Stat(path)
		must(w.T, err)
		found[file] = fmt.Sprintf("%x %d %v %v", sha256.Sum256([]byte(text)), info.Size(), info.ModTime(), info.Mode())
	}
	return found
}

func TestWrongUsageLeavesNothingBehind(t *testing.T) {
	w := &town{t, t.TempDir()}
	for _, args := range [][]string{
		{"tempalte"}, {"template", "--untis", "x"}, {"template", "--unit", "市科技厅"}, {"template", "--unit"}, {"template", "--year", "2031"},
		{"template", "--year", "去年"}, {"template", "多余"}, {"check", "--format", "xml"}, {"check", "--max-cells", "x"}, {"status", "--year", "1999"},
		{"consolidate", "--strickt"}, {"consolidate", "--year", "2030"}, {"trace"}, {"trace", "汇总.xlsx"}, {"plan", "imprt"}, {"plan", "import"}, {"demo"},
		{"demo", "a", "b"}, {"--vesion"},
	} {
		_, errs, code := w.run(args...)
		if code != exitUsage || errs == "" {
			t.Errorf("%v: %d %q", args, code, errs)
		}
	}
	if left := files(t, w.dir); len(left) > 0 {
		t.Errorf("left %v", left)
	}
}

func TestStrangeThingsInTheFolderOfReturnsAreSaidOrPassedOver(t *testing.T) {
	w := newTown(t)
	w.fillAll("6")
	must(t, os.Rename(w.path("报送/财政局.xlsx"), w.path("别处.xlsx")))
	if err := os.Symlink(w.path("别处.xlsx"), w.path("报送/财政局.xlsx")); err != nil {
		t.Skipf("no links here: %v", err)
	}
	w.write("报送/文件夹.xlsx/里面/x.txt", "x")
	must(t, os.Symlink(w.path("没有"), w.path("报送/断链.xlsx")))
	must(t, os.Symlink(w.path("报送"), w.path("报送/自己")))
	if _, errs, code := w.run("check", "--year", "2024", os.DevNull); code != exitFindings {
		t.Errorf("a device that was named: %d %s", code, errs)
	}
	denied := os.Geteuid() != 0 && runtime.GOOS != "windows"
	if denied {
		w.write("报送/不许读.xlsx", "x")
		must(t, os.Chmod(w.path("报送/不许读.xlsx"), 0))
	}
	out, errs, code := w.run("check", "--verbose")
	if code != exitFindings {
		t.Errorf("ended %d", code)
	}
	for _, want := range []string{"工业局.xlsx", "报送/财政局.xlsx", "共 "} {
		if !strings.Contains(out, want) {
			t.Errorf("nothing of %s in\n%s", want, out)
		}
	}
	for _, want := range []string{"文件夹.xlsx:是文件夹", "断链.xlsx:不是普通文件", "自己:不是普通文件"} {
		if !strings.Contains(errs, want) {
			t.Errorf("nothing of %s in\n%s", want, errs)
		}
	}
	if denied && !strings.Contains(out, "不许读.xlsx 错误 [file-denied]") {
		t.Errorf("nothing of the file that may not be read in\n%s", out)
	}
}
