package main

import (
	"context"
	"fmt"

	"github.com/urfave/cli/v2"

	"tianbao/cmd/tianbao/internal/office"
)

func consultCommand(d *desk) *cli.Command {
	return &cli.Command{
		Name: "consult", Usage: "汇总上报前征求单位意见:把拟认定的结果发给有关单位核对",
		UsageText: "tianbao consult [--by 日期] [-o 征求意见] [文件或文件夹…]",
		Description: "有滞后、待核实或已核定事项的单位,每单位一份:它自己最近报送的表,前面加一张“拟认定结果”。\n" +
			"单位在这份表里写原因和下一步措施、提出异议或改正数据,交回来放进“报送”,再汇总一次;\n" +
			"没有要问的单位不生成。问过而且没有变化的不重复生成。\n" +
			"例:tianbao consult --by 4月20日",
		Flags: commonFlags(
			previousFlag(), anywayFlag(),
			&cli.StringFlag{Name: "by", Usage: "日期|请单位在哪一天以前答复,写在表上,如 4月20日"},
			outputFlag(office.ConsultDir),
		),
		Action: func(c *cli.Context) error {
			o := office.ConsultOptions{Job: d.job(c), Paths: c.Args().Slice(), Previous: c.String("previous"), By: c.String("by")}
			if c.IsSet("output") {
				o.Output = c.String("output")
			}
			return d.consult(c.Context, o)
		},
	}
}

func (d *desk) consult(ctx context.Context, o office.ConsultOptions) error {
	done, err := office.Consult(ctx, o)
	if err != nil {
		return err
	}
	for _, f := range done.Failed {
		d.say("%s 没有生成征求意见稿:%s", f.File, office.Explain(f.Err))
	}
	rows := 0
	for _, one := range done.Copies {
		rows += one.Rows
	}
	switch {
	case len(done.Copies) > 0:
		d.say("征求意见稿 %d 份(共 %d 个事项)在“%s”文件夹,发给各单位;没有要问的单位 %d 个。", len(done.Copies), rows, office.Slashed(done.Dir), done.Quiet)
	case done.Before > 0:
		d.say("没有新的事项要问。")
	default:
		d.say("没有滞后、待核实或核定的事项,不需要征求意见。")
	}
	if done.Before > 0 {
		d.say("已经问过、没有变化的 %d 个单位不重复生成。", done.Before)
	}
	if len(done.Copies)+done.Before > 0 {
		d.say("下一步:单位的答复放进“%s”,再运行 tianbao consolidate,结果在“采纳情况”表。", office.ReturnDir)
	}
	if n := len(done.Failed); n > 0 {
		return fmt.Errorf("有 %d 份没有生成,其余 %d 份已写好", n, len(done.Copies))
	}
	return nil
}
