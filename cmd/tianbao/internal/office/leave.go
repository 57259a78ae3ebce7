package office

import "context"

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
