package main

import (
	"context"

	"github.com/urfave/cli/v2"

	"tianbao/cmd/tianbao/internal/office"
)

func demoCommand(d *desk) *cli.Command {
	return &cli.Command{
		Name: "demo", Usage: "用内置规划和编造的数据走一遍全过程",
		UsageText: "tianbao demo 文件夹",
		Description: "在文件夹里生成:下发、报送、退回、2024年度报送登记.xlsx、2023和2024年度汇总.xlsx。数据是编造的,并已标明。\n" +
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
			j := d.job(c)
			j.Dir = dir
			return d.demo(c.Context, j)
		},
	}
}

func (d *desk) demo(ctx context.Context, j office.Job) error {
	d.say("用内置规划和编造的数据,在“%s”里走一遍全过程。", office.Slashed(j.Dir))
	done, err := office.Demo(ctx, j)
	if err != nil {
		return err
	}
	if err := d.printBatch(formatText, done.Batch); err != nil {
		return err
	}
	d.say(`
数据都是编造的。“%[1]s”里有:
  %[2]s/            %[3]d 个单位各一份空表,和下发清单
  %[4]s/            交回来的表:一个单位没交,一个单位有几处错误,一个单位交了两次,一个单位另行报送
  %[5]s/            有错误的那份,标注好了
  征求意见/        上报前请有关单位核对的拟认定结果;一个单位说明了原因和措施,一个提出异议,一个改正了数据,其余没有答复;答复也放在“报送”里,代替原来的那份
  %[6]s   谁交了、谁没交、催报文字
  %[7]s  全市汇总
  %[9]s  报告初稿;旁边的素材汇编.docx是各单位所报的原话
  %[8]s  上一年的汇总,本年表里的上年数、汇总里的历年数从它来
先打开“%[7]s”,看“总体情况”和“主要目标一览表”;再打开“%[5]s”里的表,看怎样标注错误。`,
		office.Slashed(done.Dir), office.IssueDir, len(done.Plan.Reporters()), office.ReturnDir, office.SendBackDir, office.RegisterName(office.DemoYear),
		office.SummaryName(office.DemoYear), office.SummaryName(office.DemoYear-1), office.ReportName(office.DemoYear, ""))
	return nil
}
