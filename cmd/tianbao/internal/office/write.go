package office

import (
	"context"
	"io"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"
)

// writeOne writes a single output; see outbox.stage.
func writeOne(ctx context.Context, o *outbox, target string, data []byte, replace func(old []byte) bool) error {
	defer o.discard()
	if err := o.stage(ctx, target, data, replace); err != nil {
		return err
	}
	return o.commit(ctx)
}

// streamOne is writeOne of an output that is written as it is made.
func streamOne(ctx context.Context, o *outbox, target string, make func(io.Writer) error, replace func(old []byte) bool) error {
	defer o.discard()
	if err := o.stream(ctx, target, make, replace); err != nil {
		return err
	}
	return o.commit(ctx)
}

// endsIn holds the name of an output against the endings that its content may have:
// under another one nothing would open it. A folder is named as one when it is written.
func endsIn(output string, endings ...string) error {
	if isFolder(output) || slices.Contains(endings, strings.ToLower(filepath.Ext(output))) {
		return nil
	}
	return Usage("例如 -o 结果"+endings[0]+"。", "-o 后面的文件名要以 %s 结尾,现在写的是“%s”。", strings.Join(endings, " 或 "), output)
}

// inOrder makes n things on all processors, some at a time, and hands them on in
// their order. The first failure ends it.
func inOrder[T any](ctx context.Context, n int, build func(i int) (T, error), take func(i int, built T) error) error {
	const most = 32 // at a time
	for from := 0; from < n; from += most {
		built := make([]T, min(most, n-from))
		failed := make([]error, len(built))
		var workers errgroup.Group
		workers.SetLimit(runtime.GOMAXPROCS(0))
		for i := range built {
			workers.Go(func() error {
				if ctx.Err() == nil {
					built[i], failed[i] = build(from + i)
				}
				return nil // which failure comes first is told by the order
			})
		}
		_ = workers.Wait()
		if err := ctx.Err(); err != nil {
			return err
		}
		for i, one := range built {
			if failed[i] != nil {
				return failed[i]
			}
			if err := take(from+i, one); err != nil {
				return err
			}
		}
	}
	return nil
}

// unlessEnded does work that touches nothing outside itself, and leaves it to itself
// when ctx ends before it is done: nobody waits for a result that is not wanted. What
// the work sets is then not to be looked at.
func unlessEnded(ctx context.Context, work func() error) error {
	done := make(chan error, 1)
	go func() { done <- work() }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}
