package office

import (
	"context"
	"io"
	"path/filepath"
	"slices"
	"strings"
)

// writeOne writes a single output; see outbox.stage.
func writeOne(ctx context.Context, o *outbox, target string, data []byte, replace func(old []byte) bool) error {
	defer o.discard()
	if err := o.stage(ctx, target, data, replace); err != nil {
		return err
	}
	return o.commit(ctx)
}

// streamOne is writeOne of an output that is written as it is made.
func streamOne(ctx context.Context, o *outbox, target string, make func(io.Writer) error, replace func(old []byte) bool) error {
	defer o.discard()
	if err := o.stream(ctx, target, make, replace); err != nil {
		return err
	}
	return o.commit(ctx)
}

// endsIn holds the name of an output against the endings that its content may have:
// under another one nothing would open it. A folder is named as one when it is written.
func endsIn(output string, endings ...string) error {
	if isFolder(output) || slices.Contains(endings, strings.ToLower(filepath.Ext(output))) {
		return nil
	}
	return Usage("例如 -o 结果"+endings[0]+"。", "-o 后面的文件名要以 %s 结尾,现在写的是“%s”。", strings.Join(endings, " 或 "), output)
}
