package office

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"sync"

	"tianbao/seeds/plan"
	"tianbao/workbook/intake"
)

// ReceiveOptions are a file that came in: a return, or an archive of some.
type ReceiveOptions struct {
	Job
	Plan *plan.Plan // it is judged by
	Name string     // as it came; it is not trusted
	Data []byte
	Turn sync.Locker // held while something is written: several files may come in at once
}

// Received is what became of a file that came in.
type Received struct {
	Name   string       // in 报送; of one that was not taken, its own
	Taken  bool         // it lies in 报送
	Before bool         // and lay there before
	Why    string       // it was not taken, or not judged; "" where File is set
	File   *intake.File // judged by itself
}

// The bounds of an archive, beside those of its files.
const (
	mostUnpacked = 2 << 30
	mostPacked   = 5000
)

// Receive puts a file that came in, or those of an archive, into 报送 and judges each by
// itself. None goes over another: where one of the name is there, it gets a number. hear
// is told of each as soon as it is done; what programs leave beside files is passed over.
func Receive(ctx context.Context, o ReceiveOptions, hear func(Received)) error {
	name := plainName(o.Name)
	switch {
	case passing(name):
		return nil
	case !IsArchive(name):
		hear(o.one(ctx, name, o.Data))
		return ctx.Err()
	}
	left, err := unpack(o.Data, bounds{o.Limits.File, mostUnpacked, mostPacked}, func(name string, data []byte) error {
		hear(o.one(ctx, name, data))
		return ctx.Err()
	})
	if err != nil && ctx.Err() == nil {
		left = append(left, err.Error())
	}
	for _, why := range left {
		hear(Received{Name: name, Why: why})
	}
	return ctx.Err()
}

func (o *ReceiveOptions) one(ctx context.Context, name string, data []byte) Received {
	o.Turn.Lock()
	path, before, err := o.put(ctx, name, data)
	o.Turn.Unlock()
	if err != nil {
		return Received{Name: name, Why: Explain(err)}
	}
	got := Received{Name: filepath.Base(path), Taken: true, Before: before}
	j := o.quietly()
	switch batch, err := j.load(ctx, o.Plan, intakes{paths: []string{path}, drop: true}); {
	case err != nil:
		got.Why = Explain(err)
	case len(batch.Files) > 0:
		got.File = batch.Files[0]
	case len(batch.Skipped) > 0:
		_, got.Why, _ = strings.Cut(batch.Skipped[0], ":")
	default:
		got.Why = "不是表格"
	}
	return got
}

// put writes a file under its own name or, where another file has that, with a number
// behind it. It returns where the file lies and whether it lay there already.
func (o *ReceiveOptions) put(ctx context.Context, name string, data []byte) (path string, before bool, err error) {
	for n := 1; ; n++ {
		path = o.in(filepath.Join(ReturnDir, numbered(name, n)))
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
