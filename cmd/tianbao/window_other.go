//go:build !windows

package main

// ownWindow reports whether the terminal closes with this program; only Windows opens
// such a one.
func ownWindow() bool { return false }
