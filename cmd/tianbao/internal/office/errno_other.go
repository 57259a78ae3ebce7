//go:build !windows

package office

import (
	"errors"
	"syscall"
)

// inUse reports whether another program holds the file open.
func inUse(err error) bool { return errors.Is(err, syscall.EBUSY) || errors.Is(err, syscall.ETXTBSY) }

// diskFull reports whether there is no room left.
func diskFull(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT)
}

// badName reports whether no file can have the name.
func badName(err error) bool { return errors.Is(err, syscall.ENAMETOOLONG) }
