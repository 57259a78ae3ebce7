package office

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// patience is how long a run waits for another that writes to the same folder.
const patience = 5 * time.Second

// held is a folder that no other run writes to until it is freed. The system frees
// it with the process, however that ends, so that nothing is left to be in the
// way of the next run.
type held struct {
	path string
	info os.FileInfo
	lock io.Closer // nil where the file system knows no locks
}

// errBusy says that another run holds a folder, or that the folder is just being
// taken away.
var errBusy = errors.New("文件夹里另一次运行正在写文件")

// hold makes a folder where it is missing and keeps other runs out of it, so that
// the files of two runs do not mix. Some network drives know no locks: there the
// look at every target before the first is replaced has to do, see commit.
func (o *outbox) hold(ctx context.Context, dir string) error {
	for end := time.Now().Add(o.patience); ; {
		err := o.tryHold(dir)
		if !errors.Is(err, errBusy) {
			return err
		}
		if time.Now().After(end) {
			return fmt.Errorf("“%s”%w(多半是另一个窗口),这次没有写。请等那一次结束,再运行一次", Slashed(dir), err)
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(20 * time.Millisecond):
		}
	}
}

func (o *outbox) tryHold(dir string) error {
	for _, h := range o.held {
		if h.path == dir {
			return nil
		}
	}
	if err := o.folder(dir); err != nil {
		return err
	}
	info, err := os.Stat(dir)
	if err != nil {
		return busyIfGone(err)
	}
	for _, h := range o.held {
		if os.SameFile(h.info, info) { // another way to write the path
			return nil
		}
	}
	lock, err := lockFolder(dir)
	if err = busyIfGone(err); errors.Is(err, errBusy) {
		return err
	}
	o.held = append(o.held, held{dir, info, lock})
	if lock != nil {
		sweep(dir)
	}
	return nil
}

// busyIfGone is errBusy where another run has just taken the folder away.
func busyIfGone(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return errBusy
	}
	return err
}

// sweep takes away the temporary files of runs that were killed: whoever holds the
// folder is the only one to have any there.
func sweep(dir string) {
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		if ours, _ := filepath.Match(tempFiles, e.Name()); ours {
			os.Remove(filepath.Join(dir, e.Name()))
		}
	}
}

func (o *outbox) free() {
	for _, h := range o.held {
		if h.lock != nil {
			h.lock.Close()
		}
	}
	o.held = nil
}

// claimPath is the file that says who has the desk page of a folder open. It is locked
// as long as the desk is open, and says nothing once it is not.
const claimPath = ".tianbao-desk"

// ErrClaimed says that somebody has the desk page of the folder open already.
var ErrClaimed = errors.New("工作台已经打开")

// Claim makes the folder's desk page that of who, until it is closed. Where another has
// it, holder is what that one wrote, and the error ErrClaimed. Where the file system
// knows no locks, nothing is claimed.
func Claim(j Job, who string) (claim io.Closer, holder string, err error) {
	f, err := os.OpenFile(j.in(claimPath), os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return nil, "", err
	}
	switch err := lockFile(f); {
	case errors.Is(err, errBusy):
		defer f.Close()
		text, _ := io.ReadAll(io.LimitReader(f, 300))
		return nil, strings.TrimSpace(string(text)), ErrClaimed
	case err == nil:
		hide(f.Name())
		_ = f.Truncate(0) // that it cannot be said who has it does not keep anybody from having it
		_, _ = f.WriteAt([]byte(who+"\n"), 0)
	}
	return &claimed{f}, "", nil
}

// claimed takes the file away once the desk is closed.
type claimed struct{ *os.File }

func (c *claimed) Close() error {
	if removeOpen {
		os.Remove(c.Name())
	}
	err := c.File.Close()
	if !removeOpen {
		os.Remove(c.Name())
	}
	return err
}
