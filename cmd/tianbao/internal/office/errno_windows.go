package office

import (
	"errors"
	"syscall"
)

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
