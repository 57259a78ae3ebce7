package office

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tianbao/seeds/trial"
)

var errDisk = errors.New("磁盘坏了")

// badDisk fails at its nth operation, half-writing where it is a write.
type badDisk struct {
	at, n int
}

func (d *badDisk) fails() bool {
	d.n++
	return d.n == d.at
}

func (d *badDisk) create(dir, pattern string) (tempFile, error) {
	if d.fails() {
		return nil, errDisk
	}
	f, err := os.CreateTemp(dir, pattern)
	return &badFile{f, d}, err
}

func (d *badDisk) rename(from, to string) error {
	if d.fails() {
		return errDisk
	}
	return os.Rename(from, to)
}

type badFile struct {
	*os.File
	disk *badDisk
}

func (f *badFile) Write(p []byte) (int, error) {
	if f.disk.fails() {
		n, _ := f.File.Write(p[:len(p)/2])
		return n, errDisk
	}
	return f.File.Write(p)
}

func (f *badFile) Sync() error {
	if f.disk.fails() {
		return errDisk
	}
	return f.File.Sync()
}

func (f *badFile) Close() error {
	err := f.File.Close()
	if f.disk.fails() {
		return errDisk
	}
	return err
}

func TestEveryDiskFaultLeavesEachOutputOldOrNewAndNothingElse(t *testing.T) {
	outputs := []string{"汇总.xlsx", "退回/a.xlsx", "退回/b.xlsx"}
	for at := 1; ; at++ {
		dir := t.TempDir()
		for _, name := range outputs[:2] {
			path := filepath.Join(dir, name)
			trial.Must(t, os.MkdirAll(filepath.Dir(path), 0o755))
			trial.Must(t, os.WriteFile(path, []byte("old"), 0o644))
		}
		disk := &badDisk{at: at}
		o := newOutbox(true)
		o.disk = disk
		err := writeAll(t.Context(), o, dir, outputs)
		o.discard()
		if disk.n < at {
			trial.Must(t, err)
			break
		}
		if !errors.Is(err, errDisk) {
			t.Fatalf("operation %d failed and the command said %v", at, err)
		}
		for name, text := range trial.Files(t, dir) {
			if !slices.Contains(outputs, name) {
				t.Errorf("operation %d left %s", at, name)
			}
			if text != "old" && text != "new" {
				t.Errorf("operation %d left half of %s: %q", at, name, text)
			}
		}
	}
}

func writeAll(ctx context.Context, o *outbox, dir string, names []string) error {
	for _, name := range names {
		if err := o.stage(ctx, filepath.Join(dir, name), []byte("new"), nil); err != nil {
			return err
		}
	}
	return o.commit(ctx)
}

func TestFoldersMadeForNothingAreTakenAway(t *testing.T) {
	dir := t.TempDir()
	o := newOutbox(false)
	trial.Must(t, o.stage(t.Context(), filepath.Join(dir, "a", "b", "c.xlsx"), []byte("x"), nil))
	o.discard()
	if left := trial.Files(t, dir); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	if _, err := os.Stat(filepath.Join(dir, "a")); !errors.Is(err, fs.ErrNotExist) {
		t.Error("the folder a was left behind")
	}
}

func TestADifferentFileIsReplacedOnlyWhereItMayBe(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.xlsx")
	trial.Must(t, os.WriteFile(path, []byte("old"), 0o644))
	may := func(old []byte) bool { return string(old) == "old" }
	for _, c := range []struct {
		name    string
		force   bool
		data    string
		replace func([]byte) bool
		refused bool
	}{
		{"different", false, "new", nil, true},
		{"the same", false, "old", nil, false},
		{"different, forced", true, "new", nil, false},
		{"different, may be replaced", false, "new", may, false},
		{"different, may not be replaced", false, "new", func([]byte) bool { return false }, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			trial.Must(t, os.WriteFile(path, []byte("old"), 0o644))
			o := newOutbox(c.force)
			defer o.discard()
			err := o.stage(t.Context(), path, []byte(c.data), c.replace)
			var different *Different
			if got := errors.As(err, &different); got != c.refused {
				t.Errorf("refused %v, want %v (%v)", got, c.refused, err)
			}
		})
	}
}

func TestAnOutputChangedMeanwhileByOthersIsLeftAlone(t *testing.T) {
	for _, stood := range []bool{true, false} {
		dir := t.TempDir()
		path := filepath.Join(dir, "x.xlsx")
		if stood {
			trial.Must(t, os.WriteFile(path, []byte("old"), 0o644))
		}
		o := newOutbox(true)
		trial.Must(t, o.stage(t.Context(), filepath.Join(dir, "a.xlsx"), []byte("mine"), nil))
		trial.Must(t, o.stage(t.Context(), path, []byte("mine"), nil))
		trial.Must(t, os.WriteFile(path, []byte("theirs"), 0o644))
		if err := o.commit(context.Background()); err == nil || !strings.Contains(err.Error(), "被别的程序改动") {
			t.Errorf("stood %v: %v", stood, err)
		}
		o.discard()
		if got := trial.Files(t, dir); len(got) != 1 || got["x.xlsx"] != "theirs" {
			t.Errorf("stood %v: %v", stood, got)
		}
	}
}

// A disk that is full leaves the old outputs. It takes a small file system of its
// own, which only root can make: elsewhere the test is skipped.
func TestAFullDiskLeavesTheOldOutputs(t *testing.T) {
	dir := t.TempDir()
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", dir).CombinedOutput(); err != nil {
		t.Skipf("no small file system here: %v %s", err, out)
	}
	defer func() { trial.Must(t, exec.Command("umount", dir).Run()) }()
	path := filepath.Join(dir, "汇总.xlsx")
	trial.Must(t, os.WriteFile(path, []byte("old"), 0o644))
	o := newOutbox(true)
	err := o.stage(t.Context(), path, make([]byte, 1<<20), nil)
	o.discard()
	if err == nil || !strings.Contains(Explain(err), "磁盘已满") {
		t.Errorf("%v", err)
	}
	if got := trial.Files(t, dir); len(got) != 1 || got["汇总.xlsx"] != "old" {
		t.Errorf("left %d files", len(got))
	}
}
