package main

import (
	"context"

	"github.com/urfave/cli/v2"

	"tianbao/cmd/tianbao/internal/office"
)

func traceCommand(d *desk) *cli.Command {
	return &cli.Command{
		Name: "trace", Usage: "汇总里的一个数从哪来:单位、文件、单元格、原样、取用值",
		UsageText: "tianbao trace 汇总 编号 [文件或文件夹…]",
		Description: "编号可以是事项(51(3))、量化目标(51(3)-2)、指标序号(14),或汇总的单元格(主要目标一览表!H7)。\n" +
			"原文件按哈希值在“报送”里找,放在别处的写上文件夹;加 --verbose 连哈希值一起列出。\n" +
			"例:tianbao trace 2024年度汇总.xlsx 14 报送",
		Flags: commonFlags(),
		Action: func(c *cli.Context) error {
			if c.NArg() < 2 {
				return usage("例:tianbao trace 2024年度汇总.xlsx 14", "要写明汇总工作簿和编号。")
			}
			if !onDisk(c.Args().Get(0)) && onDisk(c.Args().Get(1)) {
				return usage("例:tianbao trace "+c.Args().Get(1)+" "+c.Args().Get(0), "汇总写在前面,编号写在后面。")
			}
			return d.trace(c.Context, office.TraceOptions{Job: d.job(c), Summary: c.Args().Get(0), Query: c.Args().Get(1), Paths: c.Args().Slice()[2:]})
		},
	}
}

func (d *desk) trace(ctx context.Context, o office.TraceOptions) error {
	done, err := office.Trace(ctx, o)
	if err != nil {
		return err
	}
	return d.print(done.Text(done.Files, d.verbose))
}
