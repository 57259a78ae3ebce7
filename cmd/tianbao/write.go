package main

import (
	"context"

	"tianbao/workbook/intake"
)

// writeOne writes a single output; see outbox.stage.
func writeOne(ctx context.Context, o *outbox, target string, data []byte, replace func(old []byte) bool) error {
	defer o.discard()
	if err := o.stage(ctx, target, data, replace); err != nil {
		return err
	}
	return o.commit(ctx)
}

// returned are the paths of a batch's files.
func returned(b *intake.Batch) []string {
	paths := make([]string, len(b.Files))
	for i, f := range b.Files {
		paths[i] = f.Path
	}
	return paths
}
