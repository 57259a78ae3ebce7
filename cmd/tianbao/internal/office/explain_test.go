package office

import (
	"io/fs"
	"strings"
	"syscall"
	"testing"
)

func TestAFullDiskIsNamedByWhatCouldNotBeWritten(t *testing.T) {
	for path, want := range map[string]string{"/dev/stdout": "结果没有全部输出:保存输出的磁盘已满", "甲/汇总.xlsx": "“甲/汇总.xlsx”没有写成;原来的文件没有动"} {
		if got := Explain(&fs.PathError{Op: "write", Path: path, Err: syscall.ENOSPC}); !strings.Contains(got, want) || strings.Contains(got, "stdout") {
			t.Errorf("%s: %s", path, got)
		}
	}
}
