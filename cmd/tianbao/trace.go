package main

import (
	"errors"
	"fmt"

	"tianbao/consolidate/store"

	"github.com/urfave/cli/v2"
)

func traceCommand(d *desk) *cli.Command {
	return &cli.Command{
		Name: "trace", Usage: "汇总里的一个数从哪来:单位、文件、单元格、原样、取用值",
		UsageText: "tianbao trace 汇总 编号 [文件或文件夹…]",
		Description: "编号可以是事项(51(3))、量化目标(51(3)-2)、指标序号(14),或汇总的单元格(主要目标一览表!H7)。\n" +
			"写上文件夹时,按哈希值找出原文件。\n" +
			"例:tianbao trace 2024年度汇总.xlsx 14 报送",
		Flags: commonFlags(),
		Action: func(c *cli.Context) error {
			s := readSettings(c, d)
			if c.NArg() < 2 {
				return usage("例:tianbao trace 2024年度汇总.xlsx 14", "要写明汇总工作簿和编号。")
			}
			if !exists(c.Args().Get(0)) && exists(c.Args().Get(1)) {
				return usage("例:tianbao trace "+c.Args().Get(1)+" "+c.Args().Get(0), "汇总写在前面,编号写在后面。")
			}
			return d.trace(s, c.Args().Get(0), c.Args().Get(1), c.Args().Slice()[2:])
		},
	}
}

func (d *desk) trace(s settings, summary, query string, paths []string) error {
	p, err := d.openPlan(s)
	if err != nil {
		return err
	}
	book, err := d.openBook(summary, s.limits)
	if err != nil {
		return err
	}
	origins, findings, err := store.Trace(book, p, query)
	if errors.Is(err, store.ErrNoOrigin) {
		return fmt.Errorf("“%s”里没有“%s”的填报数据。请核对编号:写法如 51(3)、51(3)-2、14,或单元格 主要目标一览表!H7", slashed(summary), query)
	}
	if err != nil {
		return err
	}
	if origins == nil {
		return refusal(summary, findings)
	}
	var files map[string]string
	if len(paths) > 0 {
		if files, err = hashes(paths); err != nil {
			return err
		}
	}
	return d.print(store.Trail(origins, files))
}
