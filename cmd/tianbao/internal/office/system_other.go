//go:build !windows

package office

import (
	"errors"
	"io"
	"os"
	"syscall"

	"golang.org/x/sys/unix"
)

// removeOpen says that a file can be taken away while it is open.
const removeOpen = true

// lockFile locks a file for this process; errBusy where another has it.
func lockFile(f *os.File) error {
	err := unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB)
	if err == unix.EWOULDBLOCK {
		return errBusy
	}
	return err
}

// hide does nothing: a name that begins with a dot is hidden.
func hide(string) {}

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

// inUse reports whether another program holds the file open.
func inUse(err error) bool { return errors.Is(err, syscall.EBUSY) || errors.Is(err, syscall.ETXTBSY) }

// diskFull reports whether there is no room left.
func diskFull(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT)
}

// badName reports whether no file can have the name.
func badName(err error) bool { return errors.Is(err, syscall.ENAMETOOLONG) }
