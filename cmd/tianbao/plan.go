package main

import (
	"cmp"
	"context"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"tianbao/cmd/tianbao/internal/office"
	"tianbao/seeds/finding"
)

func planCommand(d *desk) *cli.Command {
	return &cli.Command{
		Name: "plan", Usage: "规划:从文件导入、检查、查看",
		Subcommands: []*cli.Command{planImportCommand(d), planCheckCommand(d), planShowCommand(d)},
	}
}

func planImportCommand(d *desk) *cli.Command {
	return &cli.Command{
		Name: "import", Usage: "把规划文件变成可核对、可修改的任务清单工作簿",
		UsageText: "tianbao plan import 规划文件 [-o 任务清单.xlsx]",
		Description: "规划文件可以是 .txt(UTF-8 或 GB18030)、网页另存的 .html、.docx,或 .xlsx 的任务分工表。\n" +
			"例:tianbao plan import 重点任务分工方案.docx\n" +
			"   核对“任务清单.xlsx”里标黄、标“待确认”的地方,改好保存,以后各步骤自动使用它。",
		Flags: commonFlags(outputFlag(office.CataloguePath)),
		Action: func(c *cli.Context) error {
			j := d.job(c)
			doc, err := oneFile(c, "规划文件")
			if err != nil {
				return err
			}
			return d.importPlan(c.Context, office.ImportOptions{Job: j, Document: doc, Output: c.String("output")})
		},
	}
}

func (d *desk) importPlan(ctx context.Context, o office.ImportOptions) error {
	done, err := office.Import(ctx, o)
	if err != nil {
		return err
	}
	if done.Output == "" {
		if err := d.printPlanFindings("", done.Document, done.Findings); err != nil {
			return err
		}
		d.say("没有读出任务,没有写任务清单。")
		return errFindings
	}
	p := done.Plan
	d.say("读出 %d 章 %d 个事项 %d 项主要指标 %d 个单位,写成 %s。", len(p.Chapters), len(p.Items), len(p.Indicators), len(p.Units), done.Output)
	d.say("下一步:打开它核对,重点看“待确认”的量化目标、没有成员的集合称谓和空着的基期值;改好后运行 tianbao plan check。")
	return endsWith(done.Findings.Count(finding.Error) > 0)
}

func planCheckCommand(d *desk) *cli.Command {
	return &cli.Command{
		Name: "check", Usage: "检查规划:编号缺漏、单位名称、合计对不对得上",
		UsageText:   "tianbao plan check [规划]",
		Description: "例:tianbao plan check 任务清单.xlsx",
		Flags:       commonFlags(formatFlag()),
		Action: func(c *cli.Context) error {
			j, format, err := readPlanArgs(c, d)
			if err != nil {
				return err
			}
			return d.checkPlan(j, format)
		},
	}
}

func (d *desk) checkPlan(j office.Job, format string) error {
	r, err := office.ReviewPlan(j)
	if err != nil {
		return err
	}
	if err := d.printPlanFindings(format, r.Name, r.Findings); err != nil {
		return err
	}
	d.say("规划检查完:%s。", cmp.Or(finding.Counted("", r.Findings.Count(finding.Error), r.Findings.Count(finding.Warning), r.Findings.Count(finding.Note)), "没有发现问题"))
	return endsWith(r.Findings.Count(finding.Error) > 0)
}

// printPlanFindings prints what is odd in a plan: as JSON in the shape of check, or
// as text.
func (d *desk) printPlanFindings(format, name string, findings finding.List) error {
	about := finding.About{File: office.Slashed(name), Findings: findings}
	if format != formatJSON {
		about.File = filepath.Base(name)
		return finding.Text(d.out, d.style()).File(about)
	}
	p := finding.JSON(d.out)
	if err := p.File(about); err != nil {
		return err
	}
	return p.End()
}

// readPlanArgs takes the flags of a command that looks at one plan, named as a file
// or with --plan.
func readPlanArgs(c *cli.Context, d *desk) (j office.Job, format string, err error) {
	j = d.job(c)
	if format, err = readFormat(c); err != nil {
		return j, "", err
	}
	switch n := c.NArg(); {
	case n > 1, n == 1 && j.Plan != "":
		return j, "", usage("一次只看一个规划,写在命令后面或 --plan 后面。", "给了不止一个规划。")
	case n == 1:
		j.Plan = c.Args().First()
	}
	return j, format, nil
}

func planShowCommand(d *desk) *cli.Command {
	return &cli.Command{
		Name: "show", Usage: "查看规划里有什么:章节、事项、量化目标、指标、单位",
		UsageText:   "tianbao plan show [--format text|json]",
		Description: "例:tianbao plan show --plan 任务清单.xlsx",
		Flags:       commonFlags(formatFlag()),
		Action: func(c *cli.Context) error {
			j, format, err := readPlanArgs(c, d)
			if err != nil {
				return err
			}
			p, err := office.OpenPlan(j)
			if err != nil {
				return err
			}
			if format != formatJSON {
				return d.print(p.Text())
			}
			data, err := p.JSON()
			if err != nil {
				return err
			}
			return d.print(string(data))
		},
	}
}
