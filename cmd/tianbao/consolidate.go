package main

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"tianbao/consolidate"
	"tianbao/consolidate/report"
	"tianbao/consolidate/store"
	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/templates/layout"
	"tianbao/templates/xl"
	"tianbao/workbook/intake"
	"tianbao/workbook/ooxml"
)

func consolidateCommand(d *desk) *cli.Command {
	return &cli.Command{
		Name: "consolidate", Usage: "合成全市年度汇总,含主要目标一览表",
		UsageText: "tianbao consolidate [--previous 上年汇总] [--rulings 汇总] [--strict] [-o 2024年度汇总.xlsx] [文件或文件夹…]",
		Description: "没交齐、有错误也能先汇总:有错误的单元格显示为待核实,没交的单位会列明。\n" +
			"例:tianbao consolidate\n" +
			"   tianbao consolidate --rulings 2024年度汇总.xlsx   采用“数据不一致”表里填好的核定值\n" +
			"   tianbao consolidate -o 明细.csv                   合并后的各行,一张整齐的表",
		Flags: commonFlags(
			previousFlag(),
			&cli.StringFlag{Name: "rulings", Usage: "文件|从这份汇总的“数据不一致”表读取核定值、核定依据"},
			&cli.BoolFlag{Name: "strict", Usage: "有错误或有单位没交时不出汇总"},
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "文件|写到哪里;不写时是 年份+年度汇总.xlsx;以 .csv 结尾时写成一张表"},
		),
		Action: func(c *cli.Context) error {
			return d.consolidate(c.Context, consolidation{
				settings: readSettings(c, d), previous: c.String("previous"), rulings: c.String("rulings"),
				strict: c.Bool("strict"), output: c.String("output"), paths: c.Args().Slice(),
			})
		},
	}
}

// consolidation is what consolidate was asked to do.
type consolidation struct {
	settings
	previous, rulings, output string
	strict                    bool
	paths                     []string
}

func (d *desk) consolidate(ctx context.Context, o consolidation) error {
	p, year, err := d.planOf(o.settings)
	if err != nil {
		return err
	}
	if o.output == "" {
		o.output = summaryName(year)
	}
	if err := endsIn(o.output, ".xlsx", ".csv"); err != nil {
		return err
	}
	in, err := d.gather(ctx, o, p, year)
	if err != nil {
		return err
	}
	if o.strict && !complete(in.Batch) {
		d.say("有错误或有单位没交,按 --strict 的要求没有出汇总。先看 tianbao status。")
		return errFindings
	}
	findings, err := d.merge(ctx, o, in)
	if err != nil {
		return err
	}
	if findings.Count(finding.Error) > 0 {
		return errFindings
	}
	return standing(in.Batch)
}

// merge makes the summary and writes it. The findings are about values between
// units and between years.
func (d *desk) merge(ctx context.Context, o consolidation, in consolidate.Input) (finding.List, error) {
	var sum *consolidate.Summary
	var findings finding.List
	err := unlessEnded(ctx, func() (err error) {
		sum, findings, err = consolidate.Merge(in)
		return err
	})
	if err != nil {
		return nil, err
	}
	in.Batch.Forget() // the summary has it all
	d.remark(filepath.Base(o.output), findings, finding.Warning)
	if err := d.writeSummary(ctx, o, in, sum); err != nil {
		return nil, err
	}
	d.summarised(o.output, sum, in.Batch)
	return findings, nil
}

// gather reads all that a summary is made of.
func (d *desk) gather(ctx context.Context, o consolidation, p *plan.Plan, year int) (in consolidate.Input, err error) {
	in = consolidate.Input{Plan: p, Year: year}
	if in.History, err = d.openHistory(p, year, o.previous, o.settings); err != nil {
		return in, err
	}
	if o.rulings != "" {
		if in.Rulings, err = d.openRulings(p, o.rulings, o.settings); err != nil {
			return in, err
		}
	}
	if in.Register, err = d.openRegister(o.settings, registerPath); err != nil {
		return in, err
	}
	in.Batch, err = d.take(ctx, o.settings, p, year, pastOf(in.History), o.paths, false)
	return in, err
}

func (d *desk) openRulings(p *plan.Plan, path string, s settings) (*store.Rulings, error) {
	book, err := d.openBook(path, s.limits)
	if err != nil {
		return nil, err
	}
	rulings, findings := store.ReadRulings(book, p)
	if rulings == nil {
		return nil, refusal(path, findings)
	}
	d.remark(path, findings, finding.Note)
	return rulings, nil
}

// writeSummary writes the workbook or the table. A summary that was changed since
// it was written, or holds rulings that were not read, is not replaced.
func (d *desk) writeSummary(ctx context.Context, o consolidation, in consolidate.Input, sum *consolidate.Summary) error {
	box := newOutbox(o.force, returned(in.Batch)...)
	if strings.EqualFold(filepath.Ext(o.output), ".csv") {
		return writeOne(ctx, box, o.output, report.CSV(sum), nil)
	}
	var data []byte
	err := unlessEnded(ctx, func() (err error) {
		data, err = report.Render(sum)
		return err
	})
	if err != nil {
		return err
	}
	if in.Rulings != nil && filepath.Clean(o.rulings) == filepath.Clean(o.output) {
		return writeOne(ctx, box, o.output, data, func(old []byte) bool { return xl.Sealed(old) || isSummary(old, o.limits) })
	}
	unread := 0
	err = writeOne(ctx, box, o.output, data, func(old []byte) bool {
		unread = unreadRulings(old, sum, o.limits)
		return unread == 0 && xl.Sealed(old)
	})
	if err != nil && unread > 0 {
		return fmt.Errorf("“%s”里有 %d 处核定值这次没有采用,没有覆盖。要采用,请加 --rulings %s;确定不要,请加 --force",
			filepath.ToSlash(o.output), unread, filepath.ToSlash(o.output))
	}
	return err
}

// unreadRulings counts the rulings of an existing summary that the new one lacks.
func unreadRulings(old []byte, sum *consolidate.Summary, limits ooxml.Limits) int {
	book, _ := ooxml.Read(old, roomy(limits))
	if book == nil {
		return 0
	}
	rulings, _ := store.ReadRulings(book, sum.Plan)
	return len(sum.Unread(rulings))
}

// isSummary reports that an existing output is a workbook of ours.
func isSummary(old []byte, limits ooxml.Limits) bool {
	book, _ := ooxml.Read(old, roomy(limits))
	return book != nil && book.Sheet(layout.StampSheet) != nil
}

// open counts the conflicts that nobody has ruled on.
func open(sum *consolidate.Summary) int {
	n := 0
	for _, c := range sum.Conflicts {
		if c.Kind.Undecided() && c.Ruling == nil {
			n++
		}
	}
	return n
}

// complete reports that every unit's return counts whole.
func complete(b *intake.Batch) bool {
	for _, u := range b.Units {
		if u.Status != intake.StatusAccepted && u.Status != intake.StatusSeparate {
			return false
		}
	}
	return true
}

// summarised says what was merged and what to do next.
func (d *desk) summarised(output string, sum *consolidate.Summary, b *intake.Batch) {
	counts := map[intake.Status]int{}
	for _, u := range b.Units {
		counts[u.Status]++
	}
	d.say("汇总写成“%s”:应报 %d 个单位,计入 %d 个,其中退回修改 %d 个;另行报送 %d 个,未报送 %d 个,拒收或无法读取 %d 个。",
		output, len(b.Units), counts[intake.StatusAccepted]+counts[intake.StatusFaulty], counts[intake.StatusFaulty],
		counts[intake.StatusSeparate], counts[intake.StatusMissing], counts[intake.StatusRefused]+counts[intake.StatusUnreadable])
	d.say("控制总数:计入单元格 %d 个,汇总中 %d 个,相符。", sum.Totals.In, sum.Totals.Out)
	lacking := len(b.Units) - counts[intake.StatusAccepted] - counts[intake.StatusSeparate]
	switch n := open(sum); {
	case sum.Totals.In == 0:
		d.say("汇总里还没有数:没有一份表的数能计入。下一步:tianbao check 看看原因。")
	case n > 0:
		d.say("下一步:在“数据不一致”表给 %d 处填核定值和核定依据,再运行 tianbao consolidate --rulings %s。", n, output)
	case lacking > 0:
		d.say("下一步:还差 %d 个单位没有交齐或没有改好,tianbao status 有催报文字;收到后再汇总一次。", lacking)
	default:
		d.say("下一步:打开汇总,先看“总体情况”,再看“审核意见”,就可以打印。")
	}
}
