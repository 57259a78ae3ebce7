package office

import (
	"cmp"
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/workbook/catalogue"
	"tianbao/workbook/ooxml"
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
	o.Output = cmp.Or(o.Output, o.in(CataloguePath))
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

// AdoptOptions are a plan that came as a file.
type AdoptOptions struct {
	Job
	Name string // of the file, which tells its kind
	Data []byte
}

// Adopt makes a file the plan of the folder: a catalogue as it is, a document as the
// catalogue that Import makes of it.
func Adopt(ctx context.Context, o AdoptOptions) (*Imported, error) {
	done := &Imported{Document: o.Name, Output: o.in(CataloguePath)}
	data := o.Data
	err := unlessEnded(ctx, func() (err error) {
		done.Plan, done.Findings = parsePlan(o.Name, o.Data, o.Limits)
		if done.Plan == nil {
			return noPlan(o.Name, done.Findings)
		}
		if !isCatalogue(o.Name, o.Data, o.Limits) {
			data, err = catalogue.Write(done.Plan)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return done, writeOne(ctx, newOutbox(o.Force), done.Output, data, nil)
}

// isCatalogue reports whether a file is a catalogue already.
func isCatalogue(name string, data []byte, limits ooxml.Limits) bool {
	if !strings.EqualFold(filepath.Ext(name), ".xlsx") {
		return false
	}
	var p *plan.Plan
	if book, _ := ooxml.Read(data, roomy(limits)); book != nil {
		p, _ = catalogue.Read(book)
	}
	return p != nil
}

// PlanCounts says in short what a plan holds.
func PlanCounts(p *plan.Plan) string {
	return fmt.Sprintf("%d 章 %d 个事项 %d 项主要指标 %d 个单位", len(p.Chapters), len(p.Items), len(p.Indicators), len(p.Units))
}
