//go:build unix

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"tianbao/seeds/trial"
)

// The start script says in the clerk's language why the program does not run, on machines
// that the test plays.
func TestTheStartScriptSaysWhyTheProgramCannotRun(t *testing.T) {
	script := trial.Got(os.ReadFile("../../.ci/start/start.sh"))(t)
	const runs = "#!/bin/sh\necho \"$@\"\n"
	for _, c := range []struct {
		name, machine, program, content, want string
	}{
		{"it runs", "x86_64", "tianbao-linux-amd64", runs, "desk 文件夹\n"},
		{"it was renamed", "aarch64", "tianbao", runs, "desk 文件夹\n"},
		{"no program for the processor", "sw_64", "tianbao-linux-amd64", runs, "这台机器的处理器(sw_64)没有对应的程序"},
		{"the program is missing", "x86_64", "tianbao-linux-arm64", runs, "没有找到 tianbao-linux-amd64"},
		{"an old LoongArch", "loongarch64", "tianbao-linux-loong64", "no program", "麒麟 V10、统信 20 是“旧世界”系统"},
		{"kept from running", "x86_64", "tianbao-linux-amd64", "#!/bin/sh\nexit 1\n", "是否被安全软件拦住"},
	} {
		dir := t.TempDir()
		for name, text := range map[string]string{"启动.sh": string(script), c.program: c.content, "bin/uname": "#!/bin/sh\necho " + c.machine + "\n"} {
			path := filepath.Join(dir, name)
			must(t, os.MkdirAll(filepath.Dir(path), 0o755))
			must(t, os.WriteFile(path, []byte(text), 0o755))
		}
		run := exec.Command("sh", filepath.Join(dir, "启动.sh"), "文件夹")
		run.Dir, run.Env = t.TempDir(), append(os.Environ(), "PATH="+filepath.Join(dir, "bin")+":"+os.Getenv("PATH"), "DISPLAY=")
		out, err := run.Output()
		if !strings.Contains(string(out), c.want) || (err == nil) != strings.HasPrefix(c.want, "desk") {
			t.Errorf("%s: %v %s", c.name, err, out)
		}
	}
}

// The script for Windows stops before it starts a program that the system cannot run,
// and every way out waits for the reader.
func TestTheStartScriptForWindowsWaitsAtEveryWayOut(t *testing.T) {
	script := trial.Got(os.ReadFile("../../.ci/start/start.bat"))(t)
	lines := strings.Split(strings.TrimSpace(string(script)), "\n")
	if lines[1] != "chcp 936 >nul 2>nul" {
		t.Error("Chinese stands before the code page is set")
	}
	waits := map[string]bool{}
	label := ""
	for _, line := range lines {
		switch {
		case strings.HasPrefix(line, ":"):
			label = line[1:]
		case line == "pause":
			waits[label] = true
		}
	}
	for _, line := range lines {
		if _, to, ok := strings.Cut(line, "goto "); ok && to != ":eof" && !waits[to] {
			t.Errorf("%q does not wait", line)
		}
	}
}
