package main

import (
	"github.com/urfave/cli/v2"

	"tianbao/cmd/tianbao/internal/office"
)

func commonFlags(more ...cli.Flag) []cli.Flag {
	more = append(more,
		&cli.StringFlag{Name: "plan", Usage: "文件|规划:任务清单工作簿或规划文件;不写时用当前文件夹或表所在文件夹的 " + office.CataloguePath + ",都没有就用内置规划"},
		&cli.IntFlag{Name: "year", Usage: "年份|填报哪一年的情况;不写时看交回来的表上写的年份,没有表的看最近一份汇总"},
		&cli.BoolFlag{Name: "force", Usage: "覆盖内容不同的同名文件"},
		&cli.BoolFlag{Name: "quiet", Usage: "只输出结果,不说过程"},
		&cli.BoolFlag{Name: "verbose", Usage: "多说一些过程"},
	)
	return append(more, limitFlags()...)
}

func outputFlag(value string) cli.Flag {
	return &cli.StringFlag{Name: "output", Aliases: []string{"o"}, Value: value, Usage: "文件|写到哪里;不写时是 " + value}
}

func previousFlag() cli.Flag {
	return &cli.StringFlag{Name: "previous", Usage: "文件|上年度汇总工作簿;不写时用当前文件夹的上年汇总(如果有)"}
}

func anywayFlag() cli.Flag {
	return &cli.BoolFlag{Name: "anyway", Usage: "很多表因同一个原因不能收下时也不停"}
}

// job takes the shared flags, sets how much the desk says, and lets it hear how the
// work goes.
func (d *desk) job(c *cli.Context) office.Job {
	d.quiet, d.verbose, d.command = c.Bool("quiet"), c.Bool("verbose"), c.Command.HelpName
	return office.Job{
		Program: d.program, Plan: c.String("plan"), Year: c.Int("year"), Force: c.Bool("force"), Anyway: c.Bool("anyway"),
		Limits: readLimits(c), Now: d.now,
		Notice: d.notice, Progress: d.progress,
	}
}
