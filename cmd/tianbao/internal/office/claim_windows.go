package office

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

// removeOpen says that a file can be taken away while it is open.
const removeOpen = false

// lockFile locks a byte far behind the text of the file, so that others can read who
// has it; errBusy where another has it.
func lockFile(f *os.File) error {
	err := windows.LockFileEx(windows.Handle(f.Fd()), windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0,
		&windows.Overlapped{OffsetHigh: 1})
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) || errors.Is(err, windows.ERROR_IO_PENDING) {
		return errBusy
	}
	return err
}

// hide makes a file one that folders do not show.
func hide(path string) {
	if name, err := windows.UTF16PtrFromString(path); err == nil {
		_ = windows.SetFileAttributes(name, windows.FILE_ATTRIBUTE_HIDDEN) // it may be shown
	}
}
