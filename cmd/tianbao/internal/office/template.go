package office

import (
	"cmp"
	"context"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"tianbao/seeds/plan"
	"tianbao/templates"
	"tianbao/templates/layout"
	"tianbao/templates/xl"
	"tianbao/workbook/intake/register"
	"tianbao/workbook/ooxml"
)

// TemplateOptions say for whom workbooks are made, and where they go.
type TemplateOptions struct {
	Job
	Units    []string // none for all
	Previous string   // last year's summary, "" for the one of the folder
	Output   string   // a folder, "" for 下发
}

// Issue is what was issued.
type Issue struct {
	Year   int
	Dir    string
	Issued []templates.Issued // just now
	Rows   int                // to fill, of all of them
}

// Template writes one workbook for each unit and the list of who gets which.
func Template(ctx context.Context, o TemplateOptions) (*Issue, error) {
	o.Output = cmp.Or(o.Output, o.in(IssueDir))
	p, err := o.openPlan()
	if err != nil {
		return nil, err
	}
	if err := settledGroups(p, o.Units); err != nil {
		return nil, err
	}
	year, err := o.askedYear(p)
	if err != nil {
		return nil, err
	}
	if year == 0 {
		var why string
		year, why = o.nextYear(p)
		o.sayYear(year, why)
	}
	units, err := chooseUnits(p, o.Units)
	if err != nil {
		return nil, err
	}
	past, err := o.histories(p, o.Previous).tell(year)
	if err != nil {
		return nil, err
	}
	forms := layout.NewForms(p, year, pastOf(past))
	box := newOutbox(o.Force)
	box.returns = filledIn(forms, o.Limits)
	defer box.discard()
	done := &Issue{Year: year, Dir: o.Output}
	done.Issued, err = o.stageTemplates(ctx, box, forms, units, o.Output)
	if err != nil {
		return nil, err
	}
	for _, one := range done.Issued {
		done.Rows += one.Total()
	}
	return done, box.commit(ctx)
}

// settledGroups stops the issue to all units while a group of the plan has no members:
// those that it stands for would get no workbook.
func settledGroups(p *plan.Plan, units []string) error {
	open := p.OpenGroups()
	if len(open) == 0 || len(units) > 0 {
		return nil
	}
	some := open[0]
	if len(open) > 1 {
		some = fmt.Sprintf("%s”“%s", open[0], open[1])
	}
	return fmt.Errorf("集合称谓“%s”等 %d 个还没有成员,它们所指的单位会收不到表。"+
		"请在 %s 的“单位”表“集合成员”一列填写包括哪些单位(顿号隔开);都不单独填报的填“无”。只给个别单位下发的用 --unit", some, len(open), CataloguePath)
}

// stageTemplates builds the workbooks of the units and their list.
func (j *Job) stageTemplates(ctx context.Context, box *outbox, forms *layout.Forms, units []*plan.Unit, dir string) ([]templates.Issued, error) {
	step := j.step(Issuing)
	writer := templates.NewBuilder()
	hash, err := forms.Plan.Hash()
	if err != nil {
		return nil, err
	}
	var issued []templates.Issued
	building()
	type made struct {
		templates.Issued
		data []byte
	}
	err = inOrder(ctx, len(units), func(i int) (made, error) {
		form := forms.Of(units[i])
		data, err := writer.Build(form, templates.Options{PlanHash: hash})
		return made{templates.NewIssued(layout.FileName(forms.Frame.Year, units[i].Name), form), data}, err
	}, func(i int, one made) error {
		issued = append(issued, one.Issued)
		step(i+1, len(units))
		return box.stage(ctx, filepath.Join(dir, one.File), one.data, nil)
	})
	if err != nil {
		return nil, err
	}
	return issued, j.stageIndex(ctx, box, forms, issued, dir)
}

// stageIndex writes the list of the workbooks in the folder: those just issued, and
// those of other units that were issued before. A list in which the clerk has noted
// what was sent stays as it is.
func (j *Job) stageIndex(ctx context.Context, box *outbox, forms *layout.Forms, issued []templates.Issued, dir string) error {
	now := map[*plan.Unit]templates.Issued{}
	for _, one := range issued {
		now[one.Unit] = one
	}
	all := forms.Plan.Reporters()
	issued = nil
	for _, u := range all {
		one, just := now[u]
		if file := layout.FileName(forms.Frame.Year, u.Name); !just && exists(filepath.Join(dir, file)) {
			one, just = templates.NewIssued(file, forms.Of(u)), true
		}
		if just {
			issued = append(issued, one)
		}
	}
	index, err := templates.Index(forms.Plan, forms.Frame, register.Deadline(forms), issued)
	if err != nil {
		return fmt.Errorf("生成下发清单: %w", err)
	}
	if err := j.stageNotice(ctx, box, forms, issued, filepath.Join(dir, NoticeName)); err != nil {
		return err
	}
	path := filepath.Join(dir, IndexName)
	old, err := read(path, mostStanding)
	if err == nil && !xl.Sealed(old) && j.listsOther(old, forms.Frame.Year) { // last year's, which is kept
		next := filepath.Join(dir, strconv.Itoa(forms.Frame.Year)+"年度"+IndexName)
		j.say("“%s”是别的年度的,里面有人填写过,没有改动;%d 年度的写在“%s”。", Slashed(path), forms.Frame.Year, Slashed(next))
		path = next
		old, err = read(path, mostStanding)
	}
	if err == nil && !xl.Sealed(old) {
		j.say("“%s”里有人填写过,没有改动;这次生成的请在里面补记。", Slashed(path))
		return nil
	}
	return box.stage(ctx, path, index, xl.Sealed)
}

// listsOther reports whether a list of what was issued is of another year: it names no
// file of this one.
func (j *Job) listsOther(data []byte, year int) bool {
	book, _ := ooxml.Read(data, roomy(j.Limits))
	if book == nil {
		return false
	}
	head, files := strconv.Itoa(year)+"-", 0
	for _, g := range book.Sheets {
		for i := range g.Rows {
			for _, c := range g.Rows[i].Cells {
				if strings.HasPrefix(c.Text, head) && isWorkbook(c.Text) {
					return false
				}
				if isWorkbook(c.Text) {
					files++
				}
			}
		}
	}
	return files > 0
}

// stageNotice drafts the notice that goes out with the workbooks. One that somebody has
// worked on stays as it is.
func (j *Job) stageNotice(ctx context.Context, box *outbox, forms *layout.Forms, issued []templates.Issued, path string) error {
	if old, err := read(path, mostStanding); err == nil && !xl.Sealed(old) {
		j.say("“%s”里有人改过,没有改动。", Slashed(path))
		return nil
	}
	notice, err := templates.Notice(forms.Plan, forms.Frame, issued)
	if err != nil {
		return fmt.Errorf("起草报送通知: %w", err)
	}
	return box.stage(ctx, path, notice, xl.Sealed)
}
