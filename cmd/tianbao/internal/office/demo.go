package office

import (
	"context"
	"fmt"
	"path/filepath"
	"time"

	"tianbao/consolidate"
	"tianbao/consolidate/store"
	"tianbao/seeds"
	"tianbao/seeds/plan"
	"tianbao/templates"
	"tianbao/templates/layout"
	"tianbao/templates/sample"
	"tianbao/templates/xl"
	"tianbao/workbook/intake"
)

// DemoYear is the report year of the demonstration.
const DemoYear = 2024

// demoRead is how many days after the returns were saved they are read.
const demoRead = 10

// Demonstration is what a demonstration found on its way.
type Demonstration struct {
	Dir   string
	Plan  *plan.Plan
	Batch *intake.Batch
}

// Demo goes through a year in the folder of the job, with the built-in plan and
// made-up figures: it issues, fills, checks, hears the units, registers and merges. What the steps find
// is part of the demonstration, so that it ends well whatever they find.
func Demo(ctx context.Context, j Job) (*Demonstration, error) {
	p, _ := seeds.Plan()
	past, err := j.demoFiles(ctx, p)
	if err != nil {
		return nil, err
	}
	steps := j.quietly()
	steps.Year = DemoYear
	var first []string // the answers of an earlier demonstration lie there too
	for _, r := range demoReturns(layout.NewForms(p, DemoYear, pastOf(past))) {
		first = append(first, filepath.Join(j.in(ReturnDir), r.name))
	}
	batch, err := steps.load(ctx, p, intakes{paths: first, past: func(int) layout.Past { return pastOf(past) }})
	if err != nil {
		return nil, err
	}
	if _, err := steps.sendBack(ctx, batch, j.in(SendBackDir)); err != nil {
		return nil, err
	}
	steps.Now = demoDay(DemoYear).AddDate(0, 0, demoRead)
	in := consolidate.Input{Plan: p, Year: DemoYear, Batch: batch, History: past}
	if in.Batch, in.Rulings, err = steps.demoRound(ctx, in); err != nil {
		return nil, err
	}
	in.Asked = steps.asked(p, DemoYear)
	if _, err := steps.writeRegister(ctx, in.Batch, j.in(RegisterName(DemoYear)), StatusOptions{}); err != nil {
		return nil, err
	}
	o := ConsolidateOptions{Job: steps}
	done, err := o.merge(ctx, in)
	if err != nil {
		return nil, err
	}
	for _, output := range []string{SummaryName(DemoYear), ReportName(DemoYear, "")} {
		o.Output = j.in(output)
		if err := o.write(ctx, in, done); err != nil {
			return nil, err
		}
	}
	return &Demonstration{Dir: j.Dir, Plan: p, Batch: in.Batch}, nil
}

// demoFiles writes last year's summary, what is issued and what comes back. It
// returns what the years before tell.
func (j *Job) demoFiles(ctx context.Context, p *plan.Plan) (*store.History, error) {
	box := newOutbox(j.Force)
	defer box.discard()
	if err := box.folder(j.Dir); err != nil {
		return nil, err
	}
	summary, past, err := j.demoPast(ctx, p)
	if err != nil {
		return nil, err
	}
	if err := box.stage(ctx, j.in(SummaryName(DemoYear-1)), summary, xl.Sealed); err != nil {
		return nil, err
	}
	forms := layout.NewForms(p, DemoYear, pastOf(past))
	steps := j.quietly()
	if _, err := steps.stageTemplates(ctx, box, forms, p.Reporters(), j.in(IssueDir)); err != nil {
		return nil, err
	}
	if err := stageReturns(ctx, box, forms, j.in(ReturnDir)); err != nil {
		return nil, err
	}
	return past, box.commit(ctx)
}

// stageReturns writes what comes back.
func stageReturns(ctx context.Context, box *outbox, forms *layout.Forms, dir string) error {
	b := templates.NewBuilder()
	hash, err := forms.Plan.Hash()
	if err != nil {
		return err
	}
	for _, r := range demoReturns(forms) {
		if err := ctx.Err(); err != nil {
			return err
		}
		data, err := b.Build(r.form, templates.Options{PlanHash: hash, Values: r.filling.Value, Modified: r.saved})
		if err != nil {
			return fmt.Errorf("填写 %s: %w", r.name, err)
		}
		if err := box.stage(ctx, filepath.Join(dir, r.name), data, nil); err != nil {
			return err
		}
	}
	return nil
}

// demoReturn is one file that comes back.
type demoReturn struct {
	name    string
	form    *layout.Form
	filling *sample.Filling
	saved   time.Time
}

// demoReturns makes up what comes back: of the units, one sends nothing, one makes
// a few typical mistakes, one sends twice with a change, one reports apart, and
// the units of one indicator give different figures.
func demoReturns(forms *layout.Forms) []demoReturn {
	cast, saved := demoCast(forms), demoDay(DemoYear)
	var returns []demoReturn
	for _, u := range forms.Plan.Reporters() {
		form := forms.Of(u)
		r := demoReturn{layout.FileName(DemoYear, u.Name), form, sample.Fill(form, sample.Options{Seed: demoSeed}), saved}
		switch u.Name {
		case cast.missing:
			continue
		case cast.faulty:
			spoil(form, r.filling)
		case cast.separate:
			r.filling = apart(form)
		case cast.twice:
			later := demoReturn{fmt.Sprintf("最终版 %s", r.name), form, sample.Fill(form, sample.Options{Seed: demoSeed}), saved.AddDate(0, 0, 5)}
			amend(form, later.filling)
			returns = append(returns, later)
		case cast.differs:
			r.filling = sample.Fill(form, sample.Options{Seed: demoSeed, Differ: true})
		}
		returns = append(returns, r)
	}
	return returns
}

// cast says which unit plays which part in the demonstration. Units are chosen by
// what the plan asks of them, not by name.
type cast struct{ missing, faulty, twice, separate, differs string }

func demoCast(forms *layout.Forms) cast {
	var c cast
	for i := range forms.Plan.Indicators {
		if in := &forms.Plan.Indicators[i]; len(in.Units) > 1 {
			c.differs = in.Units[1]
			break
		}
	}
	take := func(part *string, fits func(*layout.Form) bool) {
		for _, u := range forms.Plan.Reporters() {
			if !c.plays(u.Name) && fits(forms.Of(u)) {
				*part = u.Name
				return
			}
		}
	}
	take(&c.faulty, func(f *layout.Form) bool { return rows(f, layout.Targets) > 2 && rows(f, layout.Indicators) > 0 })
	take(&c.twice, func(f *layout.Form) bool { return rows(f, layout.Lead) > 2 && rows(f, layout.Targets) > 0 })
	supports := func(f *layout.Form) bool { return rows(f, layout.Lead) == 0 && rows(f, layout.Support) == 1 }
	take(&c.missing, supports)
	take(&c.separate, supports)
	return c
}

func (c *cast) plays(unit string) bool {
	return unit == c.missing || unit == c.faulty || unit == c.twice || unit == c.separate || unit == c.differs
}

func rows(f *layout.Form, k layout.SheetKey) int {
	if s := f.Sheet(k); s != nil {
		return len(s.Rows)
	}
	return 0
}

// spoil makes the mistakes that returns have in real life.
func spoil(f *layout.Form, filling *sample.Filling) {
	lead, targets := f.Sheet(layout.Lead).Rows, f.Sheet(layout.Targets).Rows
	filling.Set(layout.Lead, lead[0].Ref, layout.Status, "进行中")
	filling.Set(layout.Lead, lead[1].Ref, layout.Progress, "")
	filling.Set(layout.Targets, targets[0].Ref, targets[0].Judged(), "约5家")
	filling.Set(layout.Targets, targets[1].Ref, layout.Outlook, "")
	filling.Set(layout.Cover, "", layout.Tel, "见通讯录")
}

// amend is the change of a second copy.
func amend(f *layout.Form, filling *sample.Filling) {
	first := f.Sheet(layout.Lead).Rows[0].Ref
	filling.Set(layout.Lead, first, layout.Progress, sample.Mark+"第二次报送时补充:阶段任务已通过验收。")
}

// apart answers only the cover: the unit reports apart.
func apart(f *layout.Form) *sample.Filling {
	all, only := sample.Fill(f, sample.Options{Seed: 1}), &sample.Filling{}
	for _, c := range f.Sheet(layout.Cover).Columns {
		if text, ok := all.Value(layout.Cover, "", c.Key); ok {
			only.Set(layout.Cover, "", c.Key, text)
		}
	}
	only.Set(layout.Cover, "", layout.Delivery, layout.Separate)
	return only
}
