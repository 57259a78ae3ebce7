package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"tianbao/consolidate/store"
	"tianbao/seeds/plan"
	"tianbao/templates"
	"tianbao/templates/layout"
	"tianbao/templates/xl"
	"tianbao/workbook/intake/register"
)

const indexName = "下发清单.xlsx"

func templateCommand(d *desk) *cli.Command {
	return &cli.Command{
		Name: "template", Usage: "按单位生成填报表和下发清单",
		UsageText: "tianbao template [--unit 单位]… [--previous 上年汇总] [-o 下发]",
		Description: "例:tianbao template                     全部单位\n" +
			"   tianbao template --unit 市科技局     只生成一个单位的",
		Flags: commonFlags(
			&cli.StringSliceFlag{Name: "unit", Usage: "单位|只生成这个单位的表;可以写多次"},
			previousFlag(),
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Value: issueDir, Usage: "文件夹|写到哪里;不写时是 " + issueDir},
		),
		Action: func(c *cli.Context) error {
			if c.NArg() > 0 {
				return usage("单位写在 --unit 后面。", "template 不需要文件名,现在写了“%s”。", c.Args().First())
			}
			return d.issue(c.Context, readSettings(c, d), c.StringSlice("unit"), c.String("previous"), c.String("output"))
		},
	}
}

func previousFlag() cli.Flag {
	return &cli.StringFlag{Name: "previous", Usage: "文件|上年度汇总工作簿;不写时用当前文件夹的上年汇总(如果有)"}
}

// issue writes one workbook for each unit and the list of who gets which.
func (d *desk) issue(ctx context.Context, s settings, names []string, previous, dir string) error {
	p, err := d.openPlan(s)
	if err != nil {
		return err
	}
	year, err := d.reportYear(s, p)
	if err != nil {
		return err
	}
	units, err := chooseUnits(p, names)
	if err != nil {
		return err
	}
	past, err := d.openHistory(p, year, previous, s)
	if err != nil {
		return err
	}
	o := newOutbox(s.force)
	defer o.discard()
	forms := layout.NewForms(p, year, pastOf(past))
	issued, err := d.stageTemplates(ctx, o, forms, units, dir)
	if err != nil {
		return err
	}
	n := 0
	for _, one := range issued {
		n += one.Total()
	}
	if err := o.commit(ctx); err != nil {
		return err
	}
	d.say("%d 年填报表 %d 份在“%s”文件夹,%d 行要填;发给谁见“%s”。", year, len(units), slashed(dir), n, indexName)
	d.say("下一步:把各单位交回的表放进“%s”文件夹,运行 tianbao check --return-to %s。", returnDir, sendBackDir)
	return nil
}

// stageTemplates builds the workbooks of the units and their list.
func (d *desk) stageTemplates(ctx context.Context, o *outbox, forms *layout.Forms, units []*plan.Unit, dir string) ([]templates.Issued, error) {
	bar := d.progress("生成填报表")
	defer bar.done()
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
		bar.step(i+1, len(units))
		return o.stage(ctx, filepath.Join(dir, one.File), one.data, nil)
	})
	if err != nil {
		return nil, err
	}
	return issued, d.stageIndex(ctx, o, forms, issued, dir)
}

// stageIndex writes the list of the workbooks in the folder: those just issued, and
// those of other units that were issued before. A list in which the clerk has noted
// what was sent stays as it is where only some units are issued.
func (d *desk) stageIndex(ctx context.Context, o *outbox, forms *layout.Forms, issued []templates.Issued, dir string) error {
	now := map[*plan.Unit]templates.Issued{}
	for _, one := range issued {
		now[one.Unit] = one
	}
	all := forms.Plan.Reporters()
	part := len(now) < len(all)
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
	index, err := templates.Index(forms.Frame, register.Deadline(forms), issued)
	if err != nil {
		return fmt.Errorf("生成下发清单: %w", err)
	}
	path := filepath.Join(dir, indexName)
	if old, err := os.ReadFile(path); err == nil && part && !xl.Sealed(old) {
		d.say("“%s”里有人填写过,没有改动;这次生成的请在里面补记。", slashed(path))
		return nil
	}
	return o.stage(ctx, path, index, xl.Sealed)
}

// openHistory reads the summaries of the years before; nil where there is none.
func (d *desk) openHistory(p *plan.Plan, year int, path string, s settings) (*store.History, error) {
	if path == "" {
		path = summaryName(year - 1)
		if !exists(path) {
			return nil, nil
		}
		d.say("上年汇总:%s", path)
	}
	book, err := d.openBook(path, s.limits)
	if err != nil {
		return nil, err
	}
	h, findings := store.ReadHistory(book, p)
	if h == nil {
		return nil, refusal(path, findings)
	}
	if late := h.Precedes(year); len(late) > 0 {
		return nil, refusal(path, late)
	}
	return h, nil
}

// pastOf is a history as templates see it; nil where there is none.
func pastOf(h *store.History) layout.Past {
	if h == nil {
		return nil
	}
	return h
}

func summaryName(year int) string { return fmt.Sprintf("%d年度汇总.xlsx", year) }
