package office

import (
	"context"
	"errors"
	"io/fs"
	"slices"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
)

func TestThingsMadeOnAllProcessorsComeInTheirOrder(t *testing.T) {
	const n = 100
	var got []int
	err := inOrder(t.Context(), n, func(i int) (int, error) { return i * i, nil }, func(i, made int) error {
		if made != i*i {
			t.Errorf("%d came as the %dth", made, i)
		}
		got = append(got, i)
		return nil
	})
	if err != nil || len(got) != n || !slices.IsSorted(got) {
		t.Errorf("%v: %v", err, got)
	}
}

func TestTheFirstFailureEndsWhatIsMadeInOrder(t *testing.T) {
	broken := errors.New("broken")
	taken := 0
	err := inOrder(t.Context(), 1000, func(i int) (int, error) {
		if i >= 40 {
			return 0, broken
		}
		return i, nil
	}, func(int, int) error { taken++; return nil })
	if !errors.Is(err, broken) || taken != 40 {
		t.Errorf("%v after %d", err, taken)
	}
	err = inOrder(t.Context(), 10, func(i int) (int, error) { return i, nil }, func(i, _ int) error {
		if i == 3 {
			return broken
		}
		return nil
	})
	if !errors.Is(err, broken) {
		t.Errorf("a failure to take is %v", err)
	}
}

func TestCtrlCEndsWhatIsMadeInOrder(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	var made atomic.Int64
	err := inOrder(ctx, 1000, func(i int) (int, error) {
		if made.Add(1) == 50 {
			stop()
		}
		return i, nil
	}, func(int, int) error { return nil })
	if !errors.Is(err, context.Canceled) || made.Load() > 100 {
		t.Errorf("%v after %d", err, made.Load())
	}
}

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

func TestAFullDiskIsNamedByWhatCouldNotBeWritten(t *testing.T) {
	for path, want := range map[string]string{"/dev/stdout": "结果没有全部输出:保存输出的磁盘已满", "甲/汇总.xlsx": "“甲/汇总.xlsx”没有写成;原来的文件没有动"} {
		if got := Explain(&fs.PathError{Op: "write", Path: path, Err: syscall.ENOSPC}); !strings.Contains(got, want) || strings.Contains(got, "stdout") {
			t.Errorf("%s: %s", path, got)
		}
	}
}
