package main

import (
	"context"
	"fmt"
	"path/filepath"
	"time"

	"github.com/urfave/cli/v2"

	"tianbao/consolidate"
	"tianbao/seeds"
	"tianbao/seeds/plan"
	"tianbao/templates"
	"tianbao/templates/layout"
	"tianbao/templates/sample"
)

// demoYear is the report year of the demonstration.
const demoYear = 2024

func demoCommand(d *desk) *cli.Command {
	return &cli.Command{
		Name: "demo", Usage: "用内置规划和编造的数据走一遍全过程",
		UsageText: "tianbao demo 文件夹",
		Description: "在文件夹里生成:下发、报送、退回、报送登记.xlsx、2024年度汇总.xlsx。数据是编造的,并已标明。\n" +
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
	if err := d.demoFiles(ctx, s, p, dir); err != nil {
		return err
	}
	steps := *d
	steps.quiet = true
	batch, err := steps.take(ctx, s, p, demoYear, nil, []string{in(returnDir)}, false)
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
	if _, err := steps.merge(ctx, o, consolidate.Input{Plan: p, Year: demoYear, Batch: batch}); err != nil {
		return err
	}
	d.say(`
数据都是编造的。“%[1]s”里有:
  %[2]s/            %[3]d 个单位各一份空表,和下发清单
  %[4]s/            交回来的表:一个单位没交,一个单位有几处错误,一个单位交了两次,一个单位另行报送
  %[5]s/            有错误的那份,标注好了
  %[6]s   谁交了、谁没交、催报文字
  %[7]s  全市汇总
先打开“%[7]s”,看“总体情况”和“主要目标一览表”;再打开“%[5]s”里的表,看怎样标注错误。`,
		slashed(dir), issueDir, len(p.Reporters()), returnDir, sendBackDir, registerPath, summaryName(demoYear))
	return nil
}

// demoFiles writes what is issued and what comes back.
func (d *desk) demoFiles(ctx context.Context, s settings, p *plan.Plan, dir string) error {
	o := newOutbox(s.force)
	defer o.discard()
	forms := layout.NewForms(p, demoYear, nil)
	steps := *d
	steps.quiet = true
	if _, err := steps.stageTemplates(ctx, o, forms, p.Reporters(), filepath.Join(dir, issueDir)); err != nil {
		return err
	}
	b := templates.NewBuilder()
	hash, err := p.Hash()
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
		if err := o.stage(filepath.Join(dir, returnDir, r.name), data, nil); err != nil {
			return err
		}
	}
	return o.commit(ctx)
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
	cast, saved := demoCast(forms), time.Date(demoYear+1, time.March, 10, 9, 0, 0, 0, time.UTC)
	var returns []demoReturn
	for i, u := range forms.Plan.Reporters() {
		form := forms.Of(u)
		r := demoReturn{layout.FileName(demoYear, u.Name), form, sample.Fill(form, sample.Options{Seed: 1}), saved}
		switch u.Name {
		case cast.missing:
			continue
		case cast.faulty:
			spoil(form, r.filling)
		case cast.separate:
			r.filling = apart(form)
		case cast.twice:
			later := demoReturn{secondName(r.name), form, sample.Fill(form, sample.Options{Seed: 1}), saved.AddDate(0, 0, 5)}
			amend(form, later.filling)
			returns = append(returns, later)
		case cast.differs:
			r.filling = sample.Fill(form, sample.Options{Seed: uint64(i) + 2, Differ: true})
		}
		returns = append(returns, r)
	}
	return returns
}
