//go:build !windows

package main

import (
	"errors"
	"syscall"
)

// inUse reports that another program holds the file open.
func inUse(err error) bool { return errors.Is(err, syscall.EBUSY) || errors.Is(err, syscall.ETXTBSY) }
