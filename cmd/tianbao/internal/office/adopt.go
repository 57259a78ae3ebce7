package office

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"tianbao/seeds/plan"
	"tianbao/workbook/catalogue"
	"tianbao/workbook/ooxml"
)

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
