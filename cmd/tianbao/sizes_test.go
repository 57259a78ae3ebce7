//go:build unix

package main

import (
	"context"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"
)

// Whatever file a command is given, it looks before it reads: no pipe is waited for, no
// device read without end, no file larger than memory.
func TestEveryCommandLooksBeforeItReads(t *testing.T) {
	w := newTown(t)
	w.fillAll("12")
	must(t, syscall.Mkfifo(w.path("管道.xlsx"), 0o644))
	must(t, syscall.Mkfifo(w.path("管道.txt"), 0o644))
	w.write("稀疏.xlsx", "")
	must(t, os.Truncate(w.path("稀疏.xlsx"), 1500<<20))
	must(t, os.Symlink("没有", w.path("断链")))
	for _, c := range []struct {
		args string
		said string
	}{
		{"plan import 管道.txt -o 新.xlsx", "不是普通文件"},
		{"plan import /dev/zero -o 新.xlsx", "不是普通文件"},
		{"plan import 稀疏.xlsx -o 新.xlsx", "太大"},
		{"plan check 管道.xlsx", "不是普通文件"},
		{"check --plan 稀疏.xlsx", "太大"},
		{"consolidate --previous 管道.xlsx", "不是普通文件"},
		{"consolidate --previous 稀疏.xlsx", "太大"},
		{"consolidate --rulings /dev/zero", "不是普通文件"},
		{"consolidate -o 管道.xlsx", "不是普通文件"},
		{"status -o 管道.xlsx", "不是普通文件"},
		{"status -o 稀疏.xlsx", "太大"},
		{"trace 管道.xlsx 1-1", "不是普通文件"},
		{"trace 稀疏.xlsx 1-1", "太大"},
		{"template --previous 管道.xlsx --year 2024 -o 新", "不是普通文件"},
		{"check --year 2024 --return-to 断链", "链接"},
	} {
		t.Run(c.args, func(t *testing.T) {
			ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
			defer cancel()
			run := exec.CommandContext(ctx, "tianbao", strings.Fields(c.args)...)
			run.Dir, run.WaitDelay = w.dir, time.Second
			out, err := run.CombinedOutput()
			if code := run.ProcessState.ExitCode(); err == nil || code < exitUsage {
				t.Errorf("ended with %d", code)
			}
			if !strings.Contains(string(out), c.said) || strings.Contains(string(out), "goroutine ") {
				t.Errorf("said %s", out)
			}
		})
	}
}
