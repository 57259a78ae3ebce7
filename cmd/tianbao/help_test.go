package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/urfave/cli/v2"
)

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
	own, err := os.Executable()
	must(t, err)
	data, err := os.ReadFile(own)
	must(t, err)
	var out, errs bytes.Buffer
	code := Main(context.Background(), []string{"--version"}, newDesk(nil, &out, &errs, time.Time{}))
	if sum := fmt.Sprintf("%x", sha256.Sum256(data)); code != exitFine || !strings.Contains(out.String(), sum) || !strings.Contains(out.String(), "提交") {
		t.Errorf("%d, no %s in\n%s%s", code, sum, out.String(), errs.String())
	}
}
