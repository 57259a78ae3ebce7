package main

import (
	"context"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"tianbao/cmd/tianbao/internal/office"
	"tianbao/consolidate"
	"tianbao/seeds/finding"
	"tianbao/workbook/intake"
)

func consolidateCommand(d *desk) *cli.Command {
	return &cli.Command{
		Name: "consolidate", Usage: "合成全市年度汇总,含主要目标一览表",
		UsageText: "tianbao consolidate [--previous 上年汇总] [--rulings 汇总] [--strict] [-o 2024年度汇总.xlsx] [--for 人大] [--form 本单位.docx] [文件或文件夹…]",
		Description: "没交齐、有错误也能先汇总:有错误的单元格显示为待核实,没交的单位会列明。\n" +
			"例:tianbao consolidate\n" +
			"   tianbao consolidate --rulings 2024年度汇总.xlsx   采用“数据不一致”表里填好的核定值\n" +
			"   tianbao consolidate -o 明细.csv                   合并后的各行,一张整齐的表\n" +
			"   tianbao consolidate -o 2024年度监测报告.docx        报告初稿,旁边是素材汇编.docx\n" +
			"   tianbao consolidate -o 报告.docx --form 本单位.docx  填本单位文档里的 {{总体评价}}、{{指标1}}、{{主要目标一览表}} 等处",
		Flags: commonFlags(
			previousFlag(),
			anywayFlag(),
			&cli.StringFlag{Name: "rulings", Usage: "文件|从这份汇总的“数据不一致”表读取核定值、核定依据"},
			&cli.BoolFlag{Name: "strict", Usage: "有错误或有单位没交时不出汇总"},
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "文件|写到哪里;不写时是 年份+年度汇总.xlsx;以 .csv 结尾时写成一张表,以 .docx 结尾时写成报告"},
			&cli.StringFlag{Name: "for", Usage: "读者|写 人大 时,报告不列滞后单位的名称,不附滞后事项和采纳情况"},
			&cli.StringFlag{Name: "form", Usage: "文件|本单位的 .docx 文档:只填其中 {{…}} 的地方,其余不动"},
		),
		Action: func(c *cli.Context) error {
			return d.consolidate(c.Context, office.ConsolidateOptions{
				Job: d.job(c), Previous: c.String("previous"), Rulings: c.String("rulings"),
				Strict: c.Bool("strict"), Output: c.String("output"), For: c.String("for"), Form: c.String("form"), Paths: c.Args().Slice(),
			})
		},
	}
}

func (d *desk) consolidate(ctx context.Context, o office.ConsolidateOptions) error {
	done, err := office.Consolidate(ctx, o)
	if err != nil {
		return err
	}
	if done.Summary == nil {
		d.say("有错误或有单位没交,按 --strict 的要求没有出汇总。先看 tianbao status。")
		return errFindings
	}
	d.results(ctx, o.Job, done.Batch, nil, done.Summary)
	if done.Material != "" {
		d.say("报告初稿写成“%s”,各单位所报的原话在“%s”。标黄的【】处由起草人填写。", office.Slashed(done.Output), office.Slashed(done.Material))
	}
	if len(done.Unknown) > 0 {
		d.say("文档里有 %d 处的名称不认识,没有动:%s。", len(done.Unknown), "{{"+strings.Join(done.Unknown, "}}、{{")+"}}")
	}
	d.summarised(done.Output, done.Summary, done.Batch)
	return endsWith(done.Findings.Count(finding.Error) > 0 || office.Standing(done.Batch))
}

// rulingsIn is the workbook to rule in: the one just written, else the year's summary.
func rulingsIn(output string, sum *consolidate.Summary) string {
	if strings.EqualFold(filepath.Ext(output), ".xlsx") {
		return output
	}
	return office.SummaryName(sum.Frame.Year)
}

// summarised says what was merged and what to do next.
func (d *desk) summarised(output string, sum *consolidate.Summary, b *intake.Batch) {
	counts := map[intake.Status]int{}
	for _, u := range b.Units {
		counts[u.Status]++
	}
	head := "汇总写成“" + output + "”"
	if strings.EqualFold(filepath.Ext(output), ".docx") {
		head = "报告所依据的数"
	}
	d.say("%s:应报 %d 个单位,计入 %d 个%s。", head, len(b.Units), counts[intake.StatusAccepted]+counts[intake.StatusFaulty],
		tally{{"其中退回修改", counts[intake.StatusFaulty]}, {"另行报送", counts[intake.StatusSeparate]}, {"未报送", counts[intake.StatusMissing]},
			{"拒收或无法读取", counts[intake.StatusRefused] + counts[intake.StatusUnreadable]}})
	d.say("控制总数:计入单元格 %d 个,汇总中 %d 个,相符。", sum.Totals.In, sum.Totals.Out)
	d.say("%s的汇总。", sum.Hearing.Words())
	if sum.Hearing.Asked > 0 {
		d.say("%s。", sum.Hearing.State())
	}
	lacking := len(b.Units) - counts[intake.StatusAccepted] - counts[intake.StatusSeparate]
	switch n := sum.ToRule(); {
	case sum.Totals.In == 0:
		d.say("汇总里还没有数:没有一份表的数能计入。下一步:tianbao check 看看原因。")
	case n > 0:
		d.say("下一步:在“数据不一致”表给 %d 处填核定值和核定依据,再运行 tianbao consolidate --rulings %s。", n, rulingsIn(output, sum))
	case lacking > 0:
		d.say("下一步:还差 %d 个单位没有交齐或没有改好,tianbao status 有催报文字;收到后再汇总一次。", lacking)
	default:
		d.say("下一步:打开汇总,先看“总体情况”,再看“审核意见”,就可以打印。")
	}
}
