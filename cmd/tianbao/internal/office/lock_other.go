//go:build !windows

package office

import (
	"io"
	"os"

	"golang.org/x/sys/unix"
)

// lockInside says whether a lock is a file in the folder.
const lockInside = false

// lockFolder locks the folder itself, so that nothing has to be made or taken away.
// nil without errBusy means that locks are unknown here.
func lockFolder(dir string) (io.Closer, error) {
	f, err := os.Open(dir)
	if err != nil {
		return nil, err
	}
	err = unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB)
	if err == nil && stillThere(f, dir) {
		return f, nil
	}
	f.Close()
	if err == nil || err == unix.EWOULDBLOCK {
		return nil, errBusy
	}
	return nil, err
}

// stillThere reports whether the folder was not taken away, and made anew by others,
// before it was locked.
func stillThere(f *os.File, dir string) bool {
	locked, err := f.Stat()
	if err != nil {
		return false
	}
	now, err := os.Stat(dir)
	return err == nil && os.SameFile(locked, now)
}
