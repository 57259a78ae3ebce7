package office

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"tianbao/seeds/plan"
	"tianbao/templates/layout"
	"tianbao/templates/xl"
	"tianbao/workbook/annotate"
	"tianbao/workbook/intake"
	"tianbao/workbook/intake/register"
)

// CheckOptions say what is checked and whether copies are annotated.
type CheckOptions struct {
	Job
	Paths    []string // none for 报送
	ReturnTo string   // the folder for annotated copies, "" for none
	Plain    bool     // no page of results will be made
}

// Checked is what was found.
type Checked struct {
	Plan  *plan.Plan
	Batch *intake.Batch
	Sent  *SentBack // nil where no copies were asked for
}

// SentBack is what became of the annotated copies.
type SentBack struct {
	Dir    string
	Copies int
	Failed []NotAnnotated
}

// NotAnnotated is a workbook of which no annotated copy could be made.
type NotAnnotated struct {
	File string
	Err  error
}

// Check reads and judges returns and, where asked to, writes an annotated copy of
// each faulty one. What was found comes back also with an error about the copies.
func Check(ctx context.Context, o CheckOptions) (*Checked, error) {
	p, batch, err := o.take(ctx, intakes{paths: o.Paths, drop: o.ReturnTo == "", plain: o.Plain})
	if err != nil {
		return nil, err
	}
	done := &Checked{Plan: p, Batch: batch}
	if o.ReturnTo != "" {
		done.Sent, err = o.sendBack(ctx, done.Batch, o.ReturnTo)
	}
	return done, err
}

// sendBack writes an annotated copy of each faulty workbook. One that cannot be
// annotated is named, and the others are written all the same.
func (j *Job) sendBack(ctx context.Context, batch *intake.Batch, dir string) (*SentBack, error) {
	box := newOutbox(j.Force, returned(batch)...)
	box.returns = filledIn(batch.Forms, j.Limits)
	defer box.discard()
	sent, taken := &SentBack{Dir: dir}, map[string]int{}
	for _, f := range batch.Files {
		if f.Outcome != intake.Faulty {
			continue
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		ret := batch.Return(f)
		copied, err := read(f.Path, j.Limits.File)
		if err == nil {
			copied, err = annotate.Copy(copied, ret, f.Findings)
		}
		if err != nil {
			sent.Failed = append(sent.Failed, NotAnnotated{f.Path, err})
			continue
		}
		name := copyName(f, taken)
		slip, err := annotate.Slip(ret, name, register.Deadline(batch.Forms), f.Findings)
		if err != nil {
			return nil, err
		}
		if err := box.stage(ctx, filepath.Join(dir, name), copied, xl.Sealed); err != nil {
			return nil, err
		}
		if err := box.stage(ctx, filepath.Join(dir, strings.TrimSuffix(name, filepath.Ext(name))+"-修改单.docx"), slip, xl.Sealed); err != nil {
			return nil, err
		}
		sent.Copies++
	}
	return sent, box.commit(ctx)
}

// copyName is the canonical name of an annotated copy, with a number where a unit
// has several faulty files.
func copyName(f *intake.File, taken map[string]int) string {
	name := layout.FileName(f.Identity.Year, f.Unit)
	name = strings.TrimSuffix(name, filepath.Ext(name))
	taken[name]++
	if n := taken[name]; n > 1 {
		name = fmt.Sprintf("%s(%d)", name, n)
	}
	return name + annotate.Ending(f.Findings)
}
