package office

import (
	"context"

	"tianbao/seeds/finding"
	"tianbao/templates/xl"
	"tianbao/workbook/intake"
	"tianbao/workbook/intake/register"
	"tianbao/workbook/ooxml"
)

// StatusOptions say which returns are registered, and where.
type StatusOptions struct {
	Job
	Paths  []string // none for 报送
	Output string   // the register, "" for the one of the folder

	entered map[string]register.Entry // by unit, in place of what stands there; see Enter
}

// Registered is where the units stand.
type Registered struct {
	Batch  *intake.Batch
	Lines  []register.Line
	Output string
}

// Status writes the register and returns where each unit stands.
func Status(ctx context.Context, o StatusOptions) (*Registered, error) {
	if o.Output == "" {
		o.Output = o.in(RegisterPath)
	}
	if err := endsIn(o.Output, ".xlsx"); err != nil {
		return nil, err
	}
	_, batch, err := o.take(ctx, intakes{paths: o.Paths, drop: true})
	if err != nil {
		return nil, err
	}
	if err := o.brake(batch); err != nil {
		return nil, err
	}
	done := &Registered{Batch: batch, Output: o.Output}
	done.Lines, err = o.writeRegister(ctx, done.Batch, o.Output, o.entered)
	if err != nil {
		return nil, err
	}
	return done, nil
}

// writeRegister writes the register anew; what the clerk wrote in the one that
// stands there is read first and stands in the new one.
func (j *Job) writeRegister(ctx context.Context, batch *intake.Batch, output string, entered map[string]register.Entry) ([]register.Line, error) {
	entries, err := j.openRegister(output)
	if err != nil {
		return nil, err
	}
	if entries == nil {
		entries = map[string]register.Entry{}
	}
	for unit, e := range entered {
		was := entries[unit]
		was.Received, was.Stamped, was.Extended = e.Received, e.Stamped, e.Extended
		entries[unit] = was
	}
	lines := register.Lines(batch, entries)
	data, err := register.Write(batch, lines)
	if err != nil {
		return nil, err
	}
	return lines, writeOne(ctx, newOutbox(j.Force, returned(batch)...), output, data, func(old []byte) bool {
		book, _ := ooxml.Read(old, roomy(j.Limits))
		return xl.Sealed(old) || book != nil && register.Is(book)
	})
}

// openRegister reads what the clerk wrote in the register, if there is one.
func (j *Job) openRegister(path string) (map[string]register.Entry, error) {
	if !exists(path) {
		return nil, nil
	}
	book, err := openBook(path, j.Limits)
	if err != nil {
		return nil, err
	}
	entries, findings := register.Read(book)
	j.remark(path, findings, finding.Note)
	return entries, nil
}
