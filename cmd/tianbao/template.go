package main

import (
	"context"

	"github.com/urfave/cli/v2"

	"tianbao/cmd/tianbao/internal/office"
)

func templateCommand(d *desk) *cli.Command {
	return &cli.Command{
		Name: "template", Usage: "按单位生成填报表和下发清单",
		UsageText: "tianbao template [--unit 单位]… [--previous 上年汇总] [-o 下发]",
		Description: "例:tianbao template                     全部单位\n" +
			"   tianbao template --unit 市科技局     只生成一个单位的",
		Flags: commonFlags(
			&cli.StringSliceFlag{Name: "unit", Usage: "单位|只生成这个单位的表;可以写多次"},
			previousFlag(),
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Value: office.IssueDir, Usage: "文件夹|写到哪里;不写时是 " + office.IssueDir},
		),
		Action: func(c *cli.Context) error {
			if c.NArg() > 0 {
				return usage("单位写在 --unit 后面。", "template 不需要文件名,现在写了“%s”。", c.Args().First())
			}
			return d.template(c.Context, office.TemplateOptions{
				Job: d.job(c), Units: c.StringSlice("unit"), Previous: c.String("previous"), Output: c.String("output"),
			})
		},
	}
}

func (d *desk) template(ctx context.Context, o office.TemplateOptions) error {
	done, err := office.Template(ctx, o)
	if err != nil {
		return err
	}
	d.say("%d 年填报表 %d 份在“%s”文件夹,%d 行要填;发给谁见“%s”。", done.Year, len(done.Issued), office.Slashed(done.Dir), done.Rows, office.IndexName)
	d.say("下一步:把各单位交回的表放进“%s”文件夹,运行 tianbao check --return-to %s。", office.ReturnDir, office.SendBackDir)
	return nil
}
