package intake

import (
	"errors"
	"fmt"
	"io/fs"
	"testing"
)

func TestWhyAFileDoesNotOpenIsSaidInTheClerksWords(t *testing.T) {
	for want, err := range map[string]error{
		"没有读取权限":      fs.ErrPermission,
		"找不到这个文件":     fs.ErrNotExist,
		"i/o timeout": errors.New("i/o timeout"),
	} {
		if got := reason(fmt.Errorf("x: %w", &fs.PathError{Op: "open", Path: "甲.xlsx", Err: err})); got != want {
			t.Errorf("%v: %q, want %q", err, got, want)
		}
	}
}
