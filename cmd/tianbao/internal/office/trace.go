package office

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"tianbao/consolidate/store"
)

// TraceOptions say what is traced.
type TraceOptions struct {
	Job
	Summary string
	Query   string   // 编号, number of an indicator, or a cell of the summary
	Paths   []string // where the returned files lie now, none for 报送
}

// Traced is where figures come from.
type Traced struct {
	*store.Trail
	Files map[string]string // SHA-256 to the path, nil where nothing was looked through
}

// Trace follows a figure of a summary back to the returns.
func Trace(_ context.Context, o TraceOptions) (*Traced, error) {
	p, err := o.openPlan()
	if err != nil {
		return nil, err
	}
	book, err := openBook(o.Summary, o.Limits)
	if err != nil {
		return nil, err
	}
	trail, findings, err := store.Trace(book, p, o.Query)
	if errors.Is(err, store.ErrNoOrigin) {
		return nil, fmt.Errorf("“%s”里没有“%s”的填报数据。请核对编号:写法如 51(3)、51(3)-2、14,或单元格 主要目标一览表!H7", Slashed(o.Summary), o.Query)
	}
	if err != nil {
		return nil, err
	}
	if trail == nil {
		return nil, refusal(o.Summary, findings)
	}
	done := &Traced{Trail: trail}
	if dir := o.in(ReturnDir); len(o.Paths) == 0 && isFolder(dir) {
		o.Paths = []string{dir}
	}
	if len(o.Paths) > 0 {
		done.Files, err = hashes(o.Paths, o.Limits.File)
	}
	return done, err
}

// hashes finds files by their content: SHA-256 in hex to the path. The first in
// the order of the folders counts. A file that is larger than most is no return.
func hashes(paths []string, most int64) (map[string]string, error) {
	found := map[string]string{}
	for _, root := range paths {
		err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
			if err != nil || !e.Type().IsRegular() {
				return err
			}
			if info, err := e.Info(); err != nil || info.Size() > most {
				return err
			}
			sum, err := HashOf(path)
			if err == nil && found[sum] == "" {
				found[sum] = Slashed(path)
			}
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return found, nil
}

// HashOf is the SHA-256 of a file, in hex.
func HashOf(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}
