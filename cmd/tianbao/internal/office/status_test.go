package office

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"tianbao/workbook/ooxml"
)

func TestWhatCannotBeToldLeavesTheRegisterAsItWas(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, ReturnDir), 0o755); err != nil {
		t.Fatal(err)
	}
	full := errors.New("no space left on the other side")
	o := StatusOptions{Job: Job{Dir: dir, Year: 2024, Limits: ooxml.DefaultLimits()}, Paths: []string{filepath.Join(dir, ReturnDir)}}
	o.Tell = func(done *Registered) error {
		if len(done.Lines) == 0 || exists(done.Output) {
			t.Errorf("%d units are told of, the register is there: %v", len(done.Lines), exists(done.Output))
		}
		return full
	}
	if _, err := Status(context.Background(), o); !errors.Is(err, full) {
		t.Errorf("the error is %v", err)
	}
	left, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil || len(left) != 1 {
		t.Errorf("%v %v", left, err)
	}
	o.Tell = nil
	if done, err := Status(context.Background(), o); err != nil || !exists(done.Output) {
		t.Errorf("%+v %v", done, err)
	}
}
