package main

import (
	"bytes"
	"context"
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
