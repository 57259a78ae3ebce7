package office

import (
	"context"
	"runtime"

	"golang.org/x/sync/errgroup"
)

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
