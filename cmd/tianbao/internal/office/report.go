package office

import (
	"context"
	"fmt"
	"path/filepath"

	"tianbao/consolidate"
	"tianbao/consolidate/report"
	"tianbao/templates/docx"
	"tianbao/templates/xl"
)

// MaterialName is the file of what the units wrote, beside the report.
const MaterialName = "素材汇编.docx"

// writeReport writes the report and beside it what the units wrote, or fills the office's
// own document. A report that somebody has worked on is not replaced.
func (o *ConsolidateOptions) writeReport(ctx context.Context, in consolidate.Input, done *Consolidated) error {
	reader := report.Government
	if o.For == Congress {
		reader = report.Congress
	}
	box := newOutbox(o.Force, append(returned(in.Batch), o.Form)...)
	defer box.discard()
	var text, material []byte
	err := unlessEnded(ctx, func() (err error) {
		if o.Form != "" {
			text, done.Unknown, err = o.fill(done.Summary, reader)
		} else {
			text, err = report.Document(done.Summary, reader)
		}
		if err == nil {
			material, err = report.Material(done.Summary)
		}
		return err
	})
	if err != nil {
		return err
	}
	done.Material = filepath.Join(filepath.Dir(o.Output), MaterialName)
	if err := box.stage(ctx, o.Output, text, xl.Sealed); err != nil {
		return err
	}
	if err := box.stage(ctx, done.Material, material, xl.Sealed); err != nil {
		return err
	}
	return box.commit(ctx)
}

// fill puts the summary into the places of the office's own document.
func (o *ConsolidateOptions) fill(sum *consolidate.Summary, reader report.Reader) ([]byte, []string, error) {
	form, err := read(o.Form, o.Limits.File)
	if err != nil {
		return nil, nil, err
	}
	text, unknown, err := docx.Fill(form, report.Places(sum, reader))
	if err != nil {
		err = fmt.Errorf("“%s”: %w", Slashed(o.Form), err)
	}
	return text, unknown, err
}
