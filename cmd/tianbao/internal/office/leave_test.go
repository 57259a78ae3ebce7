package office

import (
	"context"
	"errors"
	"testing"
)

// Work on one large thing is not waited for: reading a document of some megabytes
// takes many seconds.
func TestCtrlCActsInTheMiddleOfOneLargeStep(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	endless := make(chan struct{})
	defer close(endless)
	err := unlessEnded(ctx, func() error {
		stop()
		<-endless
		return nil
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	broken := errors.New("broken")
	if err := unlessEnded(t.Context(), func() error { return broken }); !errors.Is(err, broken) {
		t.Errorf("%v", err)
	}
}
