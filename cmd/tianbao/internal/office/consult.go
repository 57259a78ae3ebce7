package office

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"tianbao/consolidate"
	"tianbao/seeds/plan"
	"tianbao/templates/layout"
	"tianbao/templates/xl"
	"tianbao/workbook"
	"tianbao/workbook/annotate"
	"tianbao/workbook/intake"
)

// ConsultDir is the folder of the copies with which units are heard.
const ConsultDir = "征求意见"

// ConsultOptions say whose returns units are asked about, and where the copies go.
type ConsultOptions struct {
	Job
	Paths    []string // none for 报送
	Previous string   // last year's summary, "" for the one of the folder
	Output   string   // a folder, "" for 征求意见
	By       string   // the day by which an answer is wanted, as written; "" for none
}

// Consulted is who is to be heard.
type Consulted struct {
	Year   int
	Dir    string
	Copies []Consultation // made just now
	Before int            // units asked the same before, whose copies stay as they are
	Quiet  int            // units that have nothing to be asked about
	Failed []NotAnnotated
}

// Consultation is the copy of one unit.
type Consultation struct {
	Unit string
	File string
	Rows int
}

// Consult writes for each unit with something that lags, waits or was ruled on a copy of
// its own latest return, with what the office is about to say in front.
func Consult(ctx context.Context, o ConsultOptions) (*Consulted, error) {
	o.Output = cmp.Or(o.Output, o.in(ConsultDir))
	if err := o.ownFolder(o.Paths); err != nil {
		return nil, err
	}
	in, err := MergeInput(ctx, ConsolidateOptions{Job: o.Job, Paths: o.Paths, Previous: o.Previous})
	if err != nil {
		return nil, err
	}
	if err := o.brake(in.Batch); err != nil {
		return nil, err
	}
	in.Rulings = o.ruled(in.Plan, in.Year)
	sum, _, err := merged(ctx, in)
	if err != nil {
		return nil, err
	}
	return o.write(ctx, in, sum)
}

func (o *ConsultOptions) write(ctx context.Context, in consolidate.Input, sum *consolidate.Summary) (*Consulted, error) {
	box := newOutbox(o.Force, returned(in.Batch)...)
	defer box.discard()
	done := &Consulted{Year: in.Year, Dir: o.Output}
	heard := sum.ToHear()
	done.Quiet = len(in.Batch.Units) - len(heard)
	step := o.step(Consulting)
	for i, h := range heard {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		step(i+1, len(heard))
		path := filepath.Join(o.Output, layout.FileName(in.Year, h.Unit.Name))
		if slices.EqualFunc(in.Asked[h.Unit.Name], h.Proposals, sameAsked) {
			done.Before++
			continue
		}
		f := latest(in.Batch, h.Unit)
		data, err := consultation(in.Batch, f, h.Proposals, o.By, o.Limits.File)
		if err != nil {
			done.Failed = append(done.Failed, NotAnnotated{f.Path, err})
			continue
		}
		if err := box.stage(ctx, path, data, xl.Sealed); err != nil {
			return nil, err
		}
		done.Copies = append(done.Copies, Consultation{h.Unit.Name, path, len(h.Proposals)})
	}
	return done, box.commit(ctx)
}

// sameAsked reports whether a row was asked about as it is; what the unit has said
// since is its answer.
func sameAsked(then, now layout.Proposal) bool {
	then.Said, now.Said = "", ""
	return then == now
}

// latest is the newest copy of a unit's return of which something counts.
func latest(b *intake.Batch, u *plan.Unit) *intake.File {
	for i := range b.Units {
		if b.Units[i].Unit != u {
			continue
		}
		for _, f := range b.Units[i].Files {
			if f.Outcome == intake.Accepted || f.Outcome == intake.Faulty {
				return f
			}
		}
	}
	return nil
}

func consultation(b *intake.Batch, f *intake.File, proposals []layout.Proposal, by string, most int64) ([]byte, error) {
	data, err := read(f.Path, most)
	if err != nil {
		return nil, err
	}
	if hashText(data) != f.SHA256 {
		return nil, fmt.Errorf("“%s”刚刚被改动,请再运行一次", filepath.ToSlash(f.Path))
	}
	return annotate.Consult(data, b.Return(f), f.Findings, proposals, by)
}

// asked reads what units were asked, by unit, from the copies in the folder 征求意见.
func (j *Job) asked(p *plan.Plan, year int) map[string][]layout.Proposal {
	dir := j.in(ConsultDir)
	entries, err := os.ReadDir(filepath.Join(".", dir))
	if err != nil {
		return nil // nobody was asked yet
	}
	all := map[string][]layout.Proposal{}
	for _, e := range entries {
		if e.IsDir() || !strings.EqualFold(filepath.Ext(e.Name()), ".xlsx") && !strings.EqualFold(filepath.Ext(e.Name()), ".xlsm") || strings.HasPrefix(e.Name(), "~$") {
			continue
		}
		heard, err := j.askedBy(filepath.Join(dir, e.Name()), p, year)
		if err != nil {
			j.say("“%s”读不了,不知道问过什么:%s", Slashed(filepath.Join(dir, e.Name())), Explain(err))
			continue
		}
		if heard.Unit != nil {
			all[heard.Unit.Name] = heard.Proposals
		}
	}
	return all
}

// askedBy is what a copy asks of whom.
func (j *Job) askedBy(path string, p *plan.Plan, year int) (heard consolidate.Heard, err error) {
	data, err := readRoomy(path, j.Limits)
	if err != nil {
		return heard, err
	}
	return remembered(j.Memory, fmt.Sprint("asked ", year), p, data, func() (consolidate.Heard, error) {
		book, err := tabsOf(path, data, j.Limits, workbook.Asks)
		if err != nil {
			return heard, err
		}
		if id, _ := workbook.Identify(book, p, year, ""); id.Standing == workbook.Ours {
			heard = consolidate.Heard{Unit: id.Unit, Proposals: workbook.AskedIn(book)}
		}
		return heard, nil
	})
}
