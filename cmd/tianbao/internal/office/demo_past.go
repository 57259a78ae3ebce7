package office

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"tianbao/consolidate"
	"tianbao/consolidate/report"
	"tianbao/consolidate/store"
	"tianbao/seeds/plan"
	"tianbao/templates"
	"tianbao/templates/layout"
	"tianbao/templates/sample"
	"tianbao/workbook/intake"
	"tianbao/workbook/ooxml"
)

// demoSeed is what the demonstration's figures are drawn from.
const demoSeed = 1

// demoPast makes up the years of the period before the demonstration's, each from
// the one before it. It returns the summary of the last as a workbook, and what it
// tells of the past.
func (j *Job) demoPast(ctx context.Context, p *plan.Plan) (summary []byte, h *store.History, err error) {
	step := j.step(Inventing)
	for year := p.Period.First; year < DemoYear; year++ {
		if summary, err = j.demoSummary(ctx, p, h, year); err != nil {
			return nil, nil, fmt.Errorf("编造 %d 年的数据: %w", year, err)
		}
		book, findings := ooxml.Read(summary, j.Limits)
		if book == nil {
			return nil, nil, refusal(SummaryName(year), findings)
		}
		if h, findings = store.ReadHistory(book, p); h == nil {
			return nil, nil, refusal(SummaryName(year), findings)
		}
		step(year-p.Period.First+1, DemoYear-p.Period.First)
	}
	return summary, h, nil
}

// demoSummary is the summary of a year in which every unit reported well. The
// returns are in a folder of their own only while they are read.
func (j *Job) demoSummary(ctx context.Context, p *plan.Plan, h *store.History, year int) ([]byte, error) {
	folder, err := os.MkdirTemp(j.Dir, ".tianbao-*.tmp")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	forms, b := layout.NewForms(p, year, pastOf(h)), templates.NewBuilder()
	for _, u := range p.Reporters() {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		form := forms.Of(u)
		data, err := b.Build(form, templates.Options{
			Values: sample.Fill(form, sample.Options{Seed: demoSeed}).Value, Modified: demoDay(year),
		})
		if err == nil {
			err = os.WriteFile(filepath.Join(folder, layout.FileName(year, u.Name)), data, 0o644)
		}
		if err != nil {
			return nil, err
		}
	}
	batch, err := intake.Load(ctx, []string{folder}, intake.Options{Plan: p, Year: year, Past: func(int) layout.Past { return pastOf(h) }, Limits: j.Limits})
	if err != nil {
		return nil, err
	}
	in := consolidate.Input{Plan: p, Year: year, Batch: batch, History: h}
	sum, _, err := consolidate.Merge(in)
	if err != nil {
		return nil, err
	}
	if in.Rulings = confirmed(sum); len(in.Rulings.List) > 0 {
		if sum, _, err = consolidate.Merge(in); err != nil {
			return nil, err
		}
	}
	return report.Render(sum)
}

// confirmed rules that the base values which units proposed count.
func confirmed(sum *consolidate.Summary) *store.Rulings {
	r := &store.Rulings{}
	for _, c := range sum.Conflicts {
		if c.Kind == consolidate.BaseProposed {
			r.List = append(r.List, store.Ruling{Spot: c.Spot, Key: c.Key(), Value: c.Options[0].Text, Basis: sample.Mark + "统计年鉴"})
		}
	}
	return r
}

// demoDay is when the returns of a year were saved.
func demoDay(year int) time.Time { return time.Date(year+1, time.March, 10, 9, 0, 0, 0, time.UTC) }
