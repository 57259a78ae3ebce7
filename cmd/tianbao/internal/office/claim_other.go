//go:build !windows

package office

import (
	"os"

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
