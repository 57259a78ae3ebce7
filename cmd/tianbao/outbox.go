package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// outbox writes the outputs of one command, all or none: each goes whole to a
// temporary file beside its target, and only when all are there are they renamed.
// Whatever happens, a target is either the old file or the new one.
type outbox struct {
	disk   disk
	force  bool
	staged []staged
	made   []string // folders made for the outputs, outermost first
	same   int      // outputs that stood there already, byte for byte
}

type staged struct{ temp, target string }

// disk is what an outbox asks of the file system; a test makes it fail.
type disk interface {
	create(dir, pattern string) (tempFile, error)
	rename(from, to string) error
}

type tempFile interface {
	io.WriteCloser
	Name() string
	Sync() error
}

type realDisk struct{}

func (realDisk) create(dir, pattern string) (tempFile, error) { return os.CreateTemp(dir, pattern) }
func (realDisk) rename(from, to string) error                 { return os.Rename(from, to) }

func newOutbox(force bool) *outbox { return &outbox{disk: realDisk{}, force: force} }

// errDifferent says that another file stands where an output would go.
type errDifferent struct{ path string }

func (e *errDifferent) Error() string {
	return "“" + e.path + "”已经存在,内容不同,没有覆盖。确定要覆盖,请加 --force;或用 -o 换一个名称。"
}

// stage writes an output beside its target. A different file that stands there
// already is replaced only with force, or where replace says that it may be.
func (o *outbox) stage(target string, data []byte, replace func(old []byte) bool) error {
	switch old, err := os.ReadFile(target); {
	case err == nil && bytes.Equal(old, data):
		o.same++
		return nil
	case err == nil && !o.force && (replace == nil || !replace(old)):
		return &errDifferent{target}
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return err
	}
	if err := o.folder(filepath.Dir(target)); err != nil {
		return err
	}
	temp, err := o.write(target, data)
	if temp != "" {
		o.staged = append(o.staged, staged{temp, target})
	}
	return err
}

// write fills a temporary file. Its name comes back also with an error, so that
// it is taken away.
func (o *outbox) write(target string, data []byte) (string, error) {
	f, err := o.disk.create(filepath.Dir(target), ".tianbao-*.tmp")
	if err != nil {
		return "", err
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	if e := f.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = os.Chmod(f.Name(), 0o644)
	}
	if err != nil {
		err = fmt.Errorf("写 %s: %w", target, err)
	}
	return f.Name(), err
}

// folder makes the folder of an output and remembers what it made.
func (o *outbox) folder(dir string) error {
	var missing []string
	for d := dir; ; d = filepath.Dir(d) {
		if _, err := os.Stat(d); err == nil || d == filepath.Dir(d) {
			break
		}
		missing = append([]string{d}, missing...)
	}
	for _, d := range missing {
		if err := os.Mkdir(d, 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
			return err
		}
		o.made = append(o.made, d)
	}
	return nil
}

// commit puts every output in its place.
func (o *outbox) commit() error {
	for len(o.staged) > 0 {
		s := o.staged[0]
		if err := o.disk.rename(s.temp, s.target); err != nil {
			return err
		}
		o.staged = o.staged[1:]
	}
	o.made = nil
	return nil
}

// discard takes away what has not been put in place. It does nothing after commit.
func (o *outbox) discard() {
	for _, s := range o.staged {
		os.Remove(s.temp)
	}
	for i := len(o.made) - 1; i >= 0; i-- {
		os.Remove(o.made[i]) // refuses where it is not empty
	}
	o.staged, o.made = nil, nil
}

// slashed prints a path as messages do.
func slashed(path string) string { return strings.ReplaceAll(path, `\`, "/") }
