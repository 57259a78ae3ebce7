package office

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tianbao/seeds/trial"
)

// pausing lets something happen before the first file is put in place.
type pausing struct {
	realDisk
	once func()
}

func (d *pausing) rename(from, to string) error {
	if d.once != nil {
		d.once()
		d.once = nil
	}
	return d.realDisk.rename(from, to)
}

func TestAFolderIsHeldFromTheFirstOutputToTheLast(t *testing.T) {
	dir := t.TempDir()
	names := []string{"a.xlsx", "b.xlsx"}
	first := newOutbox(true)
	first.disk = &pausing{once: func() {
		second := newOutbox(true)
		defer second.discard()
		second.patience = 0
		err := second.stage(t.Context(), filepath.Join(dir, "..", filepath.Base(dir), "b.xlsx"), []byte("theirs"), nil)
		if err == nil || !strings.Contains(err.Error(), "另一次运行正在写文件") {
			t.Errorf("a second run was let in: %v", err)
		}
	}}
	trial.Must(t, writeAll(t.Context(), first, dir, names))
	first.discard()
	if got := trial.Files(t, dir); len(got) != 2 || got["a.xlsx"] != "new" || got["b.xlsx"] != "new" {
		t.Errorf("%v", got)
	}
	third := newOutbox(true)
	defer third.discard()
	third.patience = 0
	trial.Must(t, third.stage(t.Context(), filepath.Join(dir, "a.xlsx"), []byte("later"), nil))
}

func TestARunWaitsAWhileForAnotherToEnd(t *testing.T) {
	path := filepath.Join(t.TempDir(), "出", "a.xlsx")
	first := newOutbox(false)
	trial.Must(t, first.stage(t.Context(), path, []byte("never"), nil))
	time.AfterFunc(200*time.Millisecond, first.discard) // takes the folder away again
	trial.Must(t, writeOne(t.Context(), newOutbox(false), path, []byte("x"), nil))
	if got := trial.Files(t, filepath.Dir(path)); len(got) != 1 || got["a.xlsx"] != "x" {
		t.Errorf("%v", got)
	}
}

func TestWaitingForAnotherRunEndsWithCtrlC(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.xlsx")
	first := newOutbox(false)
	defer first.discard()
	trial.Must(t, first.stage(t.Context(), path, []byte("x"), nil))
	ctx, stop := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer stop()
	second := newOutbox(false)
	second.patience = time.Hour
	if err := writeOne(ctx, second, path, []byte("y"), nil); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("%v", err)
	}
}

// A run that was killed can not take its temporary files away; the next one does.
func TestWhatAKilledRunLeftIsTakenAway(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{".tianbao-1.tmp", "甲.tmp", ".tianbao-2.xlsx"} {
		trial.Must(t, os.WriteFile(filepath.Join(dir, name), []byte("x"), 0o644))
	}
	trial.Must(t, writeOne(t.Context(), newOutbox(false), filepath.Join(dir, "a.xlsx"), []byte("x"), nil))
	if _, err := os.Stat(filepath.Join(dir, ".tianbao-1.tmp")); !errors.Is(err, fs.ErrNotExist) {
		t.Error("the temporary file is still there")
	}
	if got := trial.Files(t, dir); len(got) != 3 {
		t.Errorf("%v", got)
	}
}

func TestAnOutputThatIsThereAlreadyIsLookedAtAgain(t *testing.T) {
	dir := t.TempDir()
	same := filepath.Join(dir, "a.xlsx")
	trial.Must(t, os.WriteFile(same, []byte("mine"), 0o644))
	o := newOutbox(true)
	defer o.discard()
	trial.Must(t, o.stage(t.Context(), same, []byte("mine"), nil))
	trial.Must(t, o.stage(t.Context(), filepath.Join(dir, "b.xlsx"), []byte("mine"), nil))
	trial.Must(t, os.WriteFile(same, []byte("theirs"), 0o644))
	if err := o.commit(t.Context()); err == nil || !strings.Contains(err.Error(), "被别的程序改动") {
		t.Errorf("%v", err)
	}
}
