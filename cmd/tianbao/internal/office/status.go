package office

import (
	"cmp"
	"context"
	"fmt"

	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/templates/xl"
	"tianbao/workbook/intake"
	"tianbao/workbook/intake/register"
	"tianbao/workbook/ooxml"
)

// StatusOptions say which returns are registered, and where.
type StatusOptions struct {
	Job
	Paths  []string // none for 报送
	Output string   // the register, "" for the one of the year in the folder
	Sent   bool     // the messages are sent today: it is noted as a reminder

	// Tell is told where the units stand before the register is put in its place: what
	// cannot be told leaves the old one there. It may be nil.
	Tell func(*Registered) error

	entered map[string]register.Entry // by unit, in place of what is there; see Enter
}

// Registered is where the units stand.
type Registered struct {
	Batch  *intake.Batch
	Lines  []register.Line
	Call   register.Call // what messages depend on beside the unit
	Output string
}

// Status writes the register and returns where each unit stands.
func Status(ctx context.Context, o StatusOptions) (*Registered, error) {
	if o.Output != "" {
		if err := endsIn(o.Output, ".xlsx"); err != nil {
			return nil, err
		}
	}
	if err := o.ownFolder(o.Paths); err != nil {
		return nil, err
	}
	_, batch, err := o.take(ctx, intakes{paths: o.Paths, drop: true})
	if err != nil {
		return nil, err
	}
	if err := o.brake(batch); err != nil {
		return nil, err
	}
	o.Output = cmp.Or(o.Output, o.in(RegisterName(batch.Year)))
	return o.writeRegister(ctx, batch, o.Output, o)
}

// writeRegister writes the register anew; what people wrote in the one that is there
// is read first and is in the new one.
func (j *Job) writeRegister(ctx context.Context, batch *intake.Batch, output string, o StatusOptions) (*Registered, error) {
	kept, err := j.openRegister(output, batch.Forms.Plan, batch.Year)
	if err != nil {
		return nil, err
	}
	if kept.Lost != "" && !j.Force {
		return nil, fmt.Errorf("“%s”里有%s,重写登记保不住它,没有写。请把它另存到别的文件,或用 -o 换一个名称;确定不要,请加 --force", Slashed(output), kept.Lost)
	}
	for _, moved := range kept.Moved {
		j.say("%s:%s。", Slashed(output), moved)
	}
	for unit, e := range o.entered {
		kept.Enter(unit, e)
	}
	done := &Registered{Batch: batch, Lines: register.Lines(batch, kept, j.Now), Call: register.CallOf(batch, j.Now), Output: output}
	if o.Sent {
		for i := range done.Lines {
			if l := &done.Lines[i]; l.Message(done.Call) != "" {
				l.Entry.Remind(j.Now)
			}
		}
	}
	data, err := register.Write(batch, done.Lines, kept)
	if err != nil {
		return nil, err
	}
	box := newOutbox(j.Force, returned(batch)...)
	defer box.discard()
	err = box.stage(ctx, output, data, func(old []byte) bool {
		book, _ := ooxml.Read(old, roomy(j.Limits))
		return xl.Sealed(old) || book != nil && register.Is(book)
	})
	if err == nil && o.Tell != nil {
		err = o.Tell(done)
	}
	if err == nil {
		err = box.commit(ctx)
	}
	if err != nil {
		return nil, err
	}
	return done, nil
}

// openRegister reads what people wrote in the register of a year, if there is one.
func (j *Job) openRegister(path string, p *plan.Plan, year int) (*register.Kept, error) {
	asked := j.asked(p, year)
	if !exists(path) {
		kept := register.NewKept()
		kept.Asked = asked
		return kept, nil
	}
	data, err := read(path, mostStanding)
	if err != nil {
		return nil, err
	}
	book, err := bookOf(path, data, j.Limits)
	if err != nil {
		return nil, err
	}
	kept, findings := register.Read(book, func(sheet string, rows, cols int) *xl.Looks {
		looks, _ := xl.ReadLooks(data, sheet, rows, cols) // colours that cannot be read are none to keep
		return looks
	}, p, year)
	kept.Asked = asked
	j.remark(Slashed(path), findings, finding.Note)
	if kept.Lost == "" && xl.Adorned(data) {
		kept.Lost = "批注、图片或文本框"
	}
	return kept, nil
}
