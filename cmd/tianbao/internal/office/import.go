package office

import (
	"context"
	"fmt"
	"path/filepath"

	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/workbook/catalogue"
)

// ImportOptions say which document becomes which catalogue.
type ImportOptions struct {
	Job
	Document string
	Output   string // "" for 任务清单.xlsx
}

// Imported is a document that was written as a catalogue.
type Imported struct {
	Plan     *plan.Plan
	Document string
	Output   string
	Findings finding.List // about the document
}

// Import reads a plan document and writes it as a catalogue to review.
func Import(ctx context.Context, o ImportOptions) (*Imported, error) {
	if o.Output == "" {
		o.Output = o.in(CataloguePath)
	}
	if err := endsIn(o.Output, ".xlsx"); err != nil {
		return nil, err
	}
	done := &Imported{Document: o.Document, Output: o.Output}
	err := unlessEnded(ctx, func() (err error) {
		done.Plan, done.Findings, err = readPlan(o.Document, o.Limits)
		return err
	})
	if err != nil {
		return nil, err
	}
	if len(done.Plan.Items)+len(done.Plan.Indicators) == 0 {
		done.Output = "" // an empty plan writes no catalogue
		return done, nil
	}
	data, err := catalogue.Write(done.Plan)
	if err != nil {
		return nil, fmt.Errorf("写任务清单: %w", err)
	}
	if err := writeOne(ctx, newOutbox(o.Force, o.Document), o.Output, data, nil); err != nil {
		return nil, err
	}
	o.remark(filepath.Base(o.Document), done.Findings, finding.Note)
	return done, nil
}

// PlanReview is what is odd in a plan.
type PlanReview struct {
	Plan     *plan.Plan
	Name     string // the file, or 内置规划
	Findings finding.List
}

// ReviewPlan checks a plan: the one named, the catalogue of the folder, or the
// built-in one.
func ReviewPlan(j Job) (*PlanReview, error) {
	r := &PlanReview{Name: j.Plan}
	if path := j.in(CataloguePath); j.Plan == "" && exists(path) {
		j.Plan, r.Name = path, path
	}
	var err error
	if j.Plan == "" {
		r.Name = "内置规划"
		r.Plan, err = j.openPlan()
	} else {
		r.Plan, r.Findings, err = readPlan(j.Plan, j.Limits)
	}
	if err != nil {
		return nil, err
	}
	r.Findings = catalogue.Review(r.Plan, r.Findings)
	return r, nil
}
