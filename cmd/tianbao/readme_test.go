package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/urfave/cli/v2"

	"tianbao/seeds/finding"
	"tianbao/seeds/trial"
)

// The tables of the documents are printed from the program, so they cannot drift apart.
func TestREADMETablesAreTheProgramsOwn(t *testing.T) {
	for _, s := range []struct{ path, name, table string }{
		{"README.md", "commands", commandTable()}, {"README.md", "limits", limitTable()},
		{"../../seeds/finding/CODES.md", "codes", codeTable()},
	} {
		data := trial.Got(os.ReadFile(filepath.FromSlash(s.path)))(t)
		open, end := "<!-- "+s.name+" -->\n", "<!-- end -->"
		before, rest, found := strings.Cut(string(data), open)
		now, after, closed := strings.Cut(rest, end)
		if !found || !closed {
			t.Fatalf("%s has no section %s", s.path, s.name)
		}
		if now != s.table && !trial.Updating() {
			t.Errorf("%s, %s: not what the program says; run go test ./cmd/tianbao -run README -update\n%s", s.path, s.name, trial.Parting(now, s.table))
		}
		if trial.Updating() {
			must(t, os.WriteFile(filepath.FromSlash(s.path), []byte(before+open+s.table+end+after), 0o644))
		}
	}
}

// The front door is short.
func TestTheREADMEIsReadInFiveMinutes(t *testing.T) {
	data := trial.Got(os.ReadFile(filepath.Join("..", "..", "README.md")))(t)
	if len(data) > 10<<10 {
		t.Errorf("README.md has %d bytes", len(data))
	}
}

func commandTable() string {
	var b strings.Builder
	b.WriteString("| 命令 | 做什么 | 选项 |\n|---|---|---|\n")
	var add func(list []*cli.Command)
	add = func(list []*cli.Command) {
		for _, c := range list {
			if len(c.Subcommands) > 0 {
				add(c.Subcommands)
				continue
			}
			var flags []string
			for _, f := range c.Flags {
				if v, ok := f.(cli.VisibleFlag); ok && v.IsVisible() {
					flags = append(flags, "`--"+f.Names()[0]+"`")
				}
			}
			fmt.Fprintf(&b, "| `%s` | %s | %s |\n", strings.ReplaceAll(c.UsageText, "|", `\|`), c.Usage, strings.Join(flags, " "))
		}
	}
	add(commands(&desk{}))
	return b.String()
}

func codeTable() string {
	var b strings.Builder
	b.WriteString("| 代码 | 程度 | 意思 | 怎么办 | 自检 |\n|---|---|---|---|---|\n")
	for _, e := range finding.Table() {
		mark := ""
		if e.Expression {
			mark = "✓"
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s | %s |\n", e.Code, e.Severity.Word(), e.What, e.Hint, mark)
	}
	return b.String()
}

func limitTable() string {
	var b strings.Builder
	b.WriteString("| 选项 | 限制什么 | 默认 |\n|---|---|---|\n")
	for _, l := range limits {
		fmt.Fprintf(&b, "| `--%s` | %s | %s |\n", l.flag, l.words, l.shown())
	}
	return b.String()
}

func TestEveryCommandsHelpHasAnExampleOfItself(t *testing.T) {
	n := 0
	var each func(list []*cli.Command, words ...string)
	each = func(list []*cli.Command, words ...string) {
		for _, c := range list {
			call := append(append([]string{}, words...), c.Name)
			if len(c.Subcommands) > 0 {
				each(c.Subcommands, call...)
				continue
			}
			n++
			var out, errs bytes.Buffer
			code := Main(context.Background(), append(call, "--help"), newDesk(nil, &out, &errs, time.Time{}))
			text, example := out.String(), "例:tianbao "+strings.Join(call, " ")
			if code != exitFine || errs.Len() > 0 || !strings.Contains(text, example) {
				t.Errorf("%v: %d, no %q in\n%s%s", call, code, example, text, errs.String())
			}
		}
	}
	each(commands(&desk{}))
	if n < 9 {
		t.Errorf("only %d commands", n)
	}
}

func TestTheVersionNamesTheProgramsOwnChecksum(t *testing.T) {
	own := trial.Got(os.Executable())(t)
	data := trial.Got(os.ReadFile(own))(t)
	var out, errs bytes.Buffer
	code := Main(context.Background(), []string{"--version"}, newDesk(nil, &out, &errs, time.Time{}))
	if sum := fmt.Sprintf("%x", sha256.Sum256(data)); code != exitFine || !strings.Contains(out.String(), sum) || !strings.Contains(out.String(), "提交") {
		t.Errorf("%d, no %s in\n%s%s", code, sum, out.String(), errs.String())
	}
}
