package office

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"syscall"
	"time"

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

// lockInside says whether a lock is a file in the folder.
const lockInside = true

// lockFolder opens a hidden file in the folder that nobody else can open, and that
// the system takes away when it is closed: folders themselves cannot be locked.
// nil without errBusy means that locks are unknown here.
func lockFolder(dir string) (io.Closer, error) {
	path := filepath.Join(dir, ".tianbao.lock")
	name, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return nil, err
	}
	for try := 0; ; try++ {
		file, err := windows.CreateFile(name, windows.GENERIC_WRITE|windows.DELETE, 0, nil, windows.OPEN_ALWAYS,
			windows.FILE_ATTRIBUTE_HIDDEN|windows.FILE_FLAG_DELETE_ON_CLOSE, 0)
		switch {
		case err == nil:
			return os.NewFile(uintptr(file), path), nil
		case errors.Is(err, windows.ERROR_SHARING_VIOLATION):
			return nil, errBusy
		case !errors.Is(err, windows.ERROR_ACCESS_DENIED) || try == 5:
			return nil, err
		}
		time.Sleep(10 * time.Millisecond) // denied also while it is being taken away
	}
}

// inUse reports whether another program holds the file open.
func inUse(err error) bool {
	const sharingViolation, lockViolation = syscall.Errno(32), syscall.Errno(33)
	return errors.Is(err, sharingViolation) || errors.Is(err, lockViolation)
}

// diskFull reports whether there is no room left.
func diskFull(err error) bool {
	const handleDiskFull, diskFull = syscall.Errno(39), syscall.Errno(112)
	return errors.Is(err, handleDiskFull) || errors.Is(err, diskFull)
}

// badName reports whether no file can have the name.
func badName(err error) bool {
	const invalidName, nameTooLong = syscall.Errno(123), syscall.Errno(206)
	return errors.Is(err, invalidName) || errors.Is(err, nameTooLong)
}
