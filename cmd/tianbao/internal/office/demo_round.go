package office

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"time"

	"tianbao/consolidate"
	"tianbao/consolidate/report"
	"tianbao/consolidate/store"
	"tianbao/seeds/plan"
	"tianbao/templates"
	"tianbao/templates/layout"
	"tianbao/templates/sample"
	"tianbao/templates/xl"
	"tianbao/workbook/annotate"
	"tianbao/workbook/intake"
	"tianbao/workbook/ooxml"
)

// The parts that units play in the round 征求意见 of the demonstration; those after the
// last stay silent.
const (
	explains = iota // why it lags, and what will be done
	objects         // with a ground, and is ruled on
	corrects        // a figure
	parts
)

// demoBy is the day by which the round of the demonstration wants answers.
const demoBy = "4月20日"

// demoRound hears the units: it writes the copies that are sent out and the answers of
// some, and returns the batch as it then stands and what is ruled on the objection.
func (j *Job) demoRound(ctx context.Context, in consolidate.Input) (*intake.Batch, *store.Rulings, error) {
	sum, _, err := consolidate.Merge(in)
	if err != nil {
		return nil, nil, err
	}
	in.Asked = nil
	round := ConsultOptions{Job: *j, Output: j.in(ConsultDir), By: demoBy}
	if _, err := round.write(ctx, in, sum); err != nil {
		return nil, nil, err
	}
	box := newOutbox(j.Force, returned(in.Batch)...)
	defer box.discard()
	cast, part := demoCast(in.Batch.Forms), 0
	for _, h := range sum.ToHear() {
		if part == parts || cast.plays(h.Unit.Name) || !slices.ContainsFunc(h.Proposals, mayAnswer) {
			continue
		}
		data, err := demoAnswer(in.Batch, h, part)
		if err != nil {
			return nil, nil, fmt.Errorf("%s 的答复: %w", h.Unit.Name, err)
		}
		if err := box.stage(ctx, filepath.Join(j.in(ReturnDir), "答复 "+layout.FileName(DemoYear, h.Unit.Name)), data, nil); err != nil {
			return nil, nil, err
		}
		part++
	}
	if err := box.commit(ctx); err != nil {
		return nil, nil, err
	}
	batch, err := j.load(ctx, in.Plan, intakes{paths: []string{j.in(ReturnDir)}, past: func(int) layout.Past { return pastOf(in.History) }})
	if err != nil {
		return nil, nil, err
	}
	in.Batch, in.Asked = batch, j.asked(in.Plan, DemoYear)
	heard, _, err := consolidate.Merge(in)
	if err != nil {
		return nil, nil, err
	}
	return batch, ruledOn(heard, consolidate.Objection, func(*consolidate.Conflict) string { return consolidate.KeepVerdict }, "市政府常务会议纪要只列项目名单,未验收的不计入"), nil
}

// mayAnswer reports whether a target lags: of these the demonstration has answers.
func mayAnswer(p layout.Proposal) bool { return p.Sheet == layout.Targets && p.Lags }

// demoAnswer is the copy as the unit sends it back.
func demoAnswer(b *intake.Batch, h consolidate.Heard, part int) ([]byte, error) {
	f, form := latest(b, h.Unit), b.Forms.Of(h.Unit)
	p := h.Proposals[slices.IndexFunc(h.Proposals, mayAnswer)]
	filling := sample.Fill(form, sample.Options{Seed: demoSeed})
	switch part {
	case explains:
		filling.Set(p.Sheet, p.Ref, layout.Reason, sample.Mark+"两个项目用地九月才落实,开工比计划晚半年。")
		filling.Set(p.Sheet, p.Ref, layout.Measures, sample.Mark+"明年六月底前两个项目开工,年底补上进度。")
	case corrects:
		row := form.Sheet(p.Sheet).Row(p.Ref)
		filling.Set(p.Sheet, p.Ref, row.Judged(), row.Target.Min.String())
	}
	hash, err := b.Forms.Plan.Hash()
	if err != nil {
		return nil, err
	}
	data, err := templates.NewBuilder().Build(form, templates.Options{PlanHash: hash, Values: filling.Value, Modified: demoDay(DemoYear).AddDate(0, 0, demoRead)})
	if err != nil {
		return nil, err
	}
	if data, err = annotate.Consult(data, b.Return(f), f.Findings, h.Proposals, demoBy); err != nil || part != objects {
		return data, err
	}
	return answered(data, slices.Index(h.Proposals, p), layout.ObjectsYes, sample.Mark+"另有一批已完工待验收,见市政府常务会议纪要。")
}

// answered writes an answer into a row of 拟认定结果, as a filler types it.
func answered(data []byte, row int, words ...string) ([]byte, error) {
	pkg, err := xl.OpenParts(data)
	if err != nil {
		return nil, err
	}
	const part = "xl/worksheets/tianbao_consult1.xml"
	raw, err := pkg.Read(part)
	if err != nil {
		return nil, err
	}
	sheet, col := string(raw), len(layout.ConsultColumns)-len(words)
	for i, word := range words {
		at := xl.Cell(xl.TableHead+1+row, col+1+i)
		blank := regexp.MustCompile(`<c r="` + at + `"( s="\d+")/>`)
		if !blank.MatchString(sheet) {
			return nil, fmt.Errorf("%s: 没有空的单元格 %s", layout.ConsultSheet, at)
		}
		sheet = blank.ReplaceAllString(sheet, `<c r="`+at+`"$1 t="inlineStr"><is><t>`+word+`</t></is></c>`)
	}
	pkg.Write(part, []byte(sheet))
	return pkg.Bytes()
}

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
	in.Rulings = ruledOn(sum, consolidate.BaseProposed, func(c *consolidate.Conflict) string { return c.Options[0].Text }, sample.Mark+"统计年鉴")
	if len(in.Rulings.List) > 0 {
		if sum, _, err = consolidate.Merge(in); err != nil {
			return nil, err
		}
	}
	return report.Render(sum)
}

// ruledOn rules on the conflicts of a kind: on an objection, or on bases that units proposed.
func ruledOn(sum *consolidate.Summary, kind consolidate.ConflictKind, value func(*consolidate.Conflict) string, basis string) *store.Rulings {
	r := &store.Rulings{}
	for _, c := range sum.Conflicts {
		if c.Kind == kind {
			r.List = append(r.List, store.Ruling{Spot: c.Spot, Key: c.Key(), Value: value(c), Basis: basis})
		}
	}
	return r
}

// demoDay is when the returns of a year were saved.
func demoDay(year int) time.Time { return time.Date(year+1, time.March, 10, 9, 0, 0, 0, time.UTC) }
