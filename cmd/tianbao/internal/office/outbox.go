package office

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"tianbao/seeds/finding"
)

// outbox writes the outputs of one command, all or none: each goes whole to a
// temporary file beside its target, and only when all are there are they renamed.
// Whatever happens, a target is either the old file or the new one.
type outbox struct {
	disk   disk
	force  bool
	staged []staged
	made   []string // folders made for the outputs, outermost first
	kept   []kept   // files from others, which are never written to
	held   []held   // folders that other runs are kept out of

	// returns tells a workbook that somebody filled in, which is not replaced whatever
	// the flag; nil where no target can be one.
	returns func(old []byte) bool

	patience time.Duration // how long to wait for them
}

// tempFiles is what the temporary files are called; all begin with tempHead.
const (
	tempHead  = ".tianbao-"
	tempFiles = tempHead + "*.tmp"
)

// staged is an output in its temporary file, and what stood at its target then, nil
// where nothing did. There is no temporary file where the target is already right.
type staged struct {
	temp, target string
	stood        os.FileInfo
}

// kept is a file from others.
type kept struct {
	path string
	info os.FileInfo
}

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

// newOutbox is an empty outbox. The files at keep are never replaced, not even by
// force.
func newOutbox(force bool, keep ...string) *outbox {
	o := &outbox{disk: realDisk{}, force: force, patience: patience}
	for _, path := range keep {
		if info, err := os.Stat(path); err == nil {
			o.kept = append(o.kept, kept{path, info})
		}
	}
	return o
}

// Different says that another file stands where an output would go; Edited, that it
// would have been replaced had nobody changed it.
type Different struct {
	Path   string
	Edited bool
}

func (e *Different) Error() string {
	return e.What() + "确定要覆盖,请加 --force;或用 -o 换一个名称。"
}

// What says what is there, without the way out.
func (e *Different) What() string {
	what := "内容不同"
	if e.Edited {
		what = "不是本程序上次写成的样子(有人改过,或用别的程序另存过)"
	}
	return "“" + Slashed(e.Path) + "”已经存在," + what + ",没有覆盖。"
}

// mostStanding is how large a file that stands where an output goes is looked into.
const mostStanding = 512 << 20

// stage writes an output beside its target. A different file that is there
// already is replaced only with force, or where replace says that it may be. Its
// folder is held from now on until discard.
func (o *outbox) stage(ctx context.Context, target string, data []byte, replace func(old []byte) bool) error {
	if err := o.hold(ctx, filepath.Dir(target)); err != nil {
		return err
	}
	stood, err := o.standing(target)
	if err != nil {
		return err
	}
	old, err := read(target, mostStanding)
	if err == nil && bytes.Equal(old, data) {
		o.staged = append(o.staged, staged{"", target, stood})
		return nil
	}
	if err := o.mayReplace(target, old, err, replace); err != nil {
		return err
	}
	return o.fill(target, stood, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}

// mayReplace says why what is at a target is not replaced; err is that of reading it.
func (o *outbox) mayReplace(target string, old []byte, err error, replace func(old []byte) bool) error {
	switch {
	case err == nil && o.returns != nil && o.returns(old):
		return Usage("请换一个文件夹;确实不要那一份的,先把它移走。", "“%s”是填写过的表,不能写在它上面(--force 也不行)。", Slashed(target))
	case err == nil && !o.force && (replace == nil || !replace(old)):
		return &Different{target, replace != nil}
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return err
	}
	return nil
}

// stream is stage for an output that is too large to be held in memory: it is made
// straight into its temporary file, and then compared with what is there.
func (o *outbox) stream(ctx context.Context, target string, make func(io.Writer) error, replace func(old []byte) bool) error {
	if err := o.hold(ctx, filepath.Dir(target)); err != nil {
		return err
	}
	stood, err := o.standing(target)
	if err != nil {
		return err
	}
	if err := o.fill(target, stood, func(w io.Writer) error { return make(unless{ctx, w}) }); err != nil {
		return err
	}
	last := &o.staged[len(o.staged)-1]
	if stood == nil {
		return nil
	}
	if made, err := os.Stat(last.temp); err == nil && made.Size() == stood.Size() && sameContent(last.temp, target) {
		err := os.Remove(last.temp)
		last.temp = ""
		return err
	}
	old, err := read(target, mostStanding)
	return o.mayReplace(target, old, err, replace)
}

// unless fails once ctx has ended.
type unless struct {
	ctx context.Context
	io.Writer
}

func (u unless) Write(p []byte) (int, error) {
	if err := u.ctx.Err(); err != nil {
		return 0, err
	}
	return u.Writer.Write(p)
}

func sameContent(a, b string) bool {
	x, err := HashOf(a)
	y, err2 := HashOf(b)
	return err == nil && err2 == nil && x == y
}

// fill stages an output in a temporary file.
func (o *outbox) fill(target string, stood os.FileInfo, make func(io.Writer) error) error {
	temp, err := o.write(target, make)
	if temp != "" {
		o.staged = append(o.staged, staged{temp, target, stood})
	}
	return err
}

// standing is the file at a target, nil where there is none. One that is to be kept
// is an error.
func (o *outbox) standing(target string) (os.FileInfo, error) {
	info, err := os.Stat(target)
	if err != nil {
		return nil, nil // reading it will say why
	}
	if info.IsDir() {
		return nil, &fs.PathError{Op: "open", Path: target, Err: syscall.EISDIR}
	}
	if !info.Mode().IsRegular() {
		return nil, Usage("请换一个名称。", "“%s”不是普通文件,不能写在它上面。", Slashed(target))
	}
	for _, k := range o.kept {
		if os.SameFile(info, k.info) {
			return nil, Usage("请换一个文件夹或名称。", "“%s”是读取的文件,不能写在它上面。", Slashed(k.path))
		}
	}
	return info, nil
}

func unchanged(then, now os.FileInfo) bool {
	return then != nil && os.SameFile(then, now) && then.Size() == now.Size() && then.ModTime().Equal(now.ModTime())
}

// write fills a temporary file. Its name comes back also with an error, so that
// it is taken away.
func (o *outbox) write(target string, make func(io.Writer) error) (string, error) {
	f, err := o.disk.create(filepath.Dir(target), tempFiles)
	if err != nil {
		return "", named(target, err)
	}
	if err = make(f); err == nil {
		err = f.Sync()
	}
	if e := f.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = os.Chmod(f.Name(), 0o644)
	}
	if err != nil {
		err = fmt.Errorf("写 %s: %w", target, named(target, err))
	}
	return f.Name(), err
}

// named is an error about a temporary file as one about its target, which is the name
// that people know.
func named(target string, err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return &fs.PathError{Op: path.Op, Path: target, Err: path.Err}
	}
	return err
}

// folder makes the folder of an output and remembers what it made.
func (o *outbox) folder(dir string) error {
	var missing []string
	for d := dir; ; d = filepath.Dir(d) {
		info, err := os.Stat(d)
		if err == nil && !info.IsDir() {
			return &fs.PathError{Op: "mkdir", Path: d, Err: syscall.ENOTDIR}
		}
		if err == nil || d == filepath.Dir(d) {
			break
		}
		if _, err := os.Readlink(d); err == nil {
			return Usage("请换一个文件夹。", "“%s”是一个链接,它指向的文件夹已经不在。", Slashed(d))
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

// commit puts every output in its place, unless ctx has ended or a target was
// changed by others since it was staged.
func (o *outbox) commit(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	for _, s := range o.staged {
		if now, err := os.Stat(s.target); err == nil && !unchanged(s.stood, now) {
			return fmt.Errorf("“%s”在运行期间被别的程序改动(也许另一个窗口里也在运行),没有覆盖。请再运行一次", Slashed(s.target))
		}
	}
	for len(o.staged) > 0 {
		if s := o.staged[0]; s.temp != "" {
			if err := o.disk.rename(s.temp, s.target); err != nil {
				return err
			}
		}
		o.staged = o.staged[1:]
	}
	o.made = nil
	return nil
}

// discard takes away what has not been put in place, nothing after commit, and frees
// the folders: last of all, unless that is what empties them.
func (o *outbox) discard() {
	for _, s := range o.staged {
		if s.temp != "" {
			os.Remove(s.temp)
		}
	}
	if lockInside {
		o.free()
	}
	for i := len(o.made) - 1; i >= 0; i-- {
		os.Remove(o.made[i]) // refuses where it is not empty
	}
	o.free()
	o.staged, o.made = nil, nil
}

// Slashed prints a path as messages do.
func Slashed(path string) string { return finding.OneLine(strings.ReplaceAll(path, `\`, "/")) }
