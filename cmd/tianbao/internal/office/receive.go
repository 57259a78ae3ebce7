package office

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"tianbao/seeds/plan"
	"tianbao/workbook/intake"
)

// Receive puts a file that came in into 报送, under its own name or, where another file
// has that, with a number behind it. It returns where the file lies and whether it lay
// there already.
func Receive(ctx context.Context, j Job, name string, data []byte) (path string, before bool, err error) {
	for n := 1; ; n++ {
		path = j.in(filepath.Join(ReturnDir, numbered(name, n)))
		before = exists(path)
		err := writeOne(ctx, newOutbox(false), path, data, nil)
		var other *Different
		if !errors.As(err, &other) {
			return path, before, err
		}
	}
}

// numbered is a name with a number before its ending: 表(2).xlsx.
func numbered(name string, n int) string {
	if n < 2 {
		return name
	}
	ext := filepath.Ext(name)
	return fmt.Sprintf("%s(%d)%s", strings.TrimSuffix(name, ext), n, ext)
}

// Judge checks one file by itself. Where it is passed over, skipped says why.
func Judge(ctx context.Context, j Job, p *plan.Plan, path string) (f *intake.File, skipped string, err error) {
	j = j.quietly()
	batch, err := j.load(ctx, p, intakes{paths: []string{path}, drop: true})
	switch {
	case err != nil:
		return nil, "", err
	case len(batch.Files) == 0 && len(batch.Skipped) > 0:
		_, why, _ := strings.Cut(batch.Skipped[0], ":")
		return nil, why, nil
	case len(batch.Files) == 0:
		return nil, "不是表格", nil
	}
	return batch.Files[0], "", nil
}
