package main

import (
	"context"
	"fmt"
	"path/filepath"
	"time"

	"github.com/urfave/cli/v2"

	"tianbao/consolidate"
	"tianbao/consolidate/store"
	"tianbao/seeds"
	"tianbao/seeds/plan"
	"tianbao/templates"
	"tianbao/templates/layout"
	"tianbao/templates/sample"
	"tianbao/templates/xl"
)

// demoYear is the report year of the demonstration.
const demoYear = 2024

func demoCommand(d *desk) *cli.Command {
	return &cli.Command{
		Name: "demo", Usage: "用内置规划和编造的数据走一遍全过程",
		UsageText: "tianbao demo 文件夹",
		Description: "在文件夹里生成:下发、报送、退回、报送登记.xlsx、2023和2024年度汇总.xlsx。数据是编造的,并已标明。\n" +
			"例:tianbao demo 演示",
		Flags: []cli.Flag{
			&cli.BoolFlag{Name: "force", Usage: "覆盖内容不同的同名文件"},
			&cli.BoolFlag{Name: "quiet", Usage: "只输出结果,不说过程"},
			&cli.BoolFlag{Name: "verbose", Usage: "多说一些过程"},
		},
		Action: func(c *cli.Context) error {
			dir, err := oneFile(c, "文件夹")
			if err != nil {
				return err
			}
			s := readSettings(c, d)
			s.year = demoYear
			return d.demo(c.Context, s, dir)
		},
	}
}

// demo issues, fills, checks, registers and merges. What the steps find is part of
// the demonstration, so that it ends well whatever they find.
func (d *desk) demo(ctx context.Context, s settings, dir string) error {
	d.say("用内置规划和编造的数据,在“%s”里走一遍全过程。", slashed(dir))
	p, _ := seeds.Plan()
	in := func(name string) string { return filepath.Join(dir, name) }
	past, err := d.demoFiles(ctx, s, p, dir)
	if err != nil {
		return err
	}
	steps := *d
	steps.quiet = true
	batch, err := steps.take(ctx, s, p, demoYear, pastOf(past), []string{in(returnDir)}, false)
	if err != nil {
		return err
	}
	if err := d.printBatch(formatText, batch); err != nil {
		return err
	}
	if err := steps.sendBack(ctx, s, batch, in(sendBackDir)); err != nil {
		return err
	}
	if _, err := steps.writeRegister(ctx, s, batch, in(registerPath)); err != nil {
		return err
	}
	o := consolidation{settings: s, output: in(summaryName(demoYear))}
	if _, err := steps.merge(ctx, o, consolidate.Input{Plan: p, Year: demoYear, Batch: batch, History: past}); err != nil {
		return err
	}
	d.say(`
数据都是编造的。“%[1]s”里有:
  %[2]s/            %[3]d 个单位各一份空表,和下发清单
  %[4]s/            交回来的表:一个单位没交,一个单位有几处错误,一个单位交了两次,一个单位另行报送
  %[5]s/            有错误的那份,标注好了
  %[6]s   谁交了、谁没交、催报文字
  %[7]s  全市汇总
  %[8]s  上一年的汇总,本年表里的上年数、汇总里的历年数从它来
先打开“%[7]s”,看“总体情况”和“主要目标一览表”;再打开“%[5]s”里的表,看怎样标注错误。`,
		slashed(dir), issueDir, len(p.Reporters()), returnDir, sendBackDir, registerPath, summaryName(demoYear), summaryName(demoYear-1))
	return nil
}

// demoFiles writes last year's summary, what is issued and what comes back. It
// returns what the years before tell.
func (d *desk) demoFiles(ctx context.Context, s settings, p *plan.Plan, dir string) (*store.History, error) {
	o := newOutbox(s.force)
	defer o.discard()
	if err := o.folder(dir); err != nil {
		return nil, err
	}
	summary, past, err := d.demoPast(ctx, s, p, dir)
	if err != nil {
		return nil, err
	}
	if err := o.stage(ctx, filepath.Join(dir, summaryName(demoYear-1)), summary, xl.Sealed); err != nil {
		return nil, err
	}
	forms := layout.NewForms(p, demoYear, pastOf(past))
	steps := *d
	steps.quiet = true
	if _, err := steps.stageTemplates(ctx, o, forms, p.Reporters(), filepath.Join(dir, issueDir)); err != nil {
		return nil, err
	}
	if err := stageReturns(ctx, o, forms, filepath.Join(dir, returnDir)); err != nil {
		return nil, err
	}
	return past, o.commit(ctx)
}

// stageReturns writes what comes back.
func stageReturns(ctx context.Context, o *outbox, forms *layout.Forms, dir string) error {
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
		if err := o.stage(ctx, filepath.Join(dir, r.name), data, nil); err != nil {
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
	cast, saved := demoCast(forms), demoDay(demoYear)
	var returns []demoReturn
	for _, u := range forms.Plan.Reporters() {
		form := forms.Of(u)
		r := demoReturn{layout.FileName(demoYear, u.Name), form, sample.Fill(form, sample.Options{Seed: demoSeed}), saved}
		switch u.Name {
		case cast.missing:
			continue
		case cast.faulty:
			spoil(form, r.filling)
		case cast.separate:
			r.filling = apart(form)
		case cast.twice:
			later := demoReturn{secondName(r.name), form, sample.Fill(form, sample.Options{Seed: demoSeed}), saved.AddDate(0, 0, 5)}
			amend(form, later.filling)
			returns = append(returns, later)
		case cast.differs:
			r.filling = sample.Fill(form, sample.Options{Seed: demoSeed, Differ: true})
		}
		returns = append(returns, r)
	}
	return returns
}
