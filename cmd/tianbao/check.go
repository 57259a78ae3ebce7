package main

import (
	"context"
	"fmt"

	"github.com/fatih/color"
	"github.com/urfave/cli/v2"

	"tianbao/cmd/tianbao/internal/office"
	"tianbao/seeds/finding"
	"tianbao/workbook/intake"
)

func checkCommand(d *desk) *cli.Command {
	return &cli.Command{
		Name: "check", Usage: "逐份审核交回来的表,说明错在哪里、怎么改",
		UsageText: "tianbao check [--format text|json] [--return-to 退回] [文件或文件夹…]",
		Description: "不写文件时审核“报送”文件夹。\n" +
			"例:tianbao check --return-to 退回    有错的另存一份标注好的,发还给单位\n" +
			"   tianbao check 2024-市科技局.xlsx  只审核一份\n" +
			"审核结果里的代码:tianbao explain 代码;限制和放宽:tianbao explain limits",
		Flags: commonFlags(
			formatFlag(),
			&cli.StringFlag{Name: "return-to", Usage: "文件夹|给每份有错的表另存一份标注好的,写到这个文件夹"},
		),
		Action: func(c *cli.Context) error {
			j := d.job(c)
			format, err := readFormat(c)
			if err != nil {
				return err
			}
			return d.check(c.Context, office.CheckOptions{Job: j, Paths: c.Args().Slice(), ReturnTo: c.String("return-to"), Plain: format == formatJSON}, format)
		},
	}
}

func (d *desk) check(ctx context.Context, o office.CheckOptions, format string) error {
	done, err := office.Check(ctx, o)
	if done == nil {
		return err
	}
	if err := d.printBatch(format, done.Batch); err != nil {
		return err
	}
	if err != nil {
		return err
	}
	if format != formatJSON && d.offer(o.Paths, done.Batch) {
		return nil
	}
	if format != formatJSON {
		d.results(ctx, o.Job, done.Batch, nil, nil)
	}
	if done.Sent != nil {
		if err := d.sentBack(done.Sent); err != nil {
			return err
		}
	}
	return d.checked(done.Batch, done.Sent != nil)
}

// listed is the most files of which each gets a line, also where nothing is wrong.
const listed = 10

// commonFrom is from how many files on what they have in common is said once.
const commonFrom = 5

// printBatch prints the findings of every file.
func (d *desk) printBatch(format string, batch *intake.Batch) error {
	var p finding.Printer
	if format == formatJSON {
		p = finding.JSON(d.out)
	} else {
		style := d.style()
		if d.quiet {
			style.Skipped = batch.Skipped // said already where it is not quiet
		}
		if !d.verbose && len(batch.Files) > listed {
			style.Quiet = intake.Accepted.Word()
			d.say("没有问题的表不逐份列出,很多表共有的问题只说一次(加 --verbose 全部列出)。")
		}
		if !d.verbose {
			style.Many = commonFrom
		}
		p = finding.Text(d.out, style)
	}
	peers := batch.Peers()
	for _, f := range batch.Files {
		err := p.File(finding.About{
			File: f.Path, SHA256: f.SHA256, Unit: f.Unit, Year: f.Identity.Year, Revision: f.Identity.Revision,
			Status: string(f.Outcome), Word: f.Outcome.Word(), Findings: f.Against(peers[f]),
		})
		if err != nil {
			return err
		}
	}
	return p.End()
}

// style paints severities on a terminal; notes are printed with --verbose only.
func (d *desk) style() finding.Style {
	s := finding.Style{Least: finding.Warning}
	if d.verbose {
		s.Least = finding.Note
	}
	if d.paint {
		paints := map[finding.Severity]color.Attribute{finding.Error: color.FgRed, finding.Warning: color.FgYellow, finding.Note: color.FgCyan}
		s.Paint = func(v finding.Severity, text string) string { return d.colour(text, paints[v]) }
	}
	return s
}

// sentBack says where the annotated copies are, and of which files there are none.
func (d *desk) sentBack(sent *office.SentBack) error {
	for _, f := range sent.Failed {
		d.say("%s 没有标注成:%s", f.File, office.Explain(f.Err))
	}
	if sent.Copies > 0 {
		d.say("标注好的 %d 份在“%s”文件夹,发还给单位修改。", sent.Copies, office.Slashed(sent.Dir))
	} else if len(sent.Failed) == 0 {
		d.say("没有要退回的表。")
	}
	if n := len(sent.Failed); n > 0 {
		return fmt.Errorf("有 %d 份表没有标注成,其余 %d 份已写好;没有标注成的请按上面列出的错误告知单位", n, sent.Copies)
	}
	return nil
}

// checked says what was found and what to do next.
func (d *desk) checked(batch *intake.Batch, sent bool) error {
	errors, faulty, blank := 0, 0, 0
	for _, f := range batch.Files {
		errors += f.Findings.Count(finding.Error)
		if f.Outcome == intake.Faulty {
			faulty++
		}
		if f.Findings.Has(finding.EmptyReturn) {
			blank++
		}
	}
	stopped := office.OneCause(batch)
	switch {
	case len(batch.Files) == 0:
		d.say("没有要审核的表。把交回来的表放进“%s”文件夹再运行;放在别处的,把文件夹写在命令后面。", office.ReturnDir)
	case blank == len(batch.Files):
		if blank == 1 {
			d.say("这是下发的空表,还没有填写。填好黄色单元格,保存后再审核。")
		}
		d.say("%d 份都是没有填写的空表。是不是下发用的那个文件夹?交回来的表放在“%s”文件夹里。", blank, office.ReturnDir)
	case stopped != nil:
		d.say("%d 份表中有 %d 份因同一个原因不能收下,多半不是各单位填错了。%s", stopped.Of, stopped.Refused, d.wayOut(stopped))
	case errors == 0:
		d.say("下一步:tianbao status 看还差谁;齐了就 tianbao consolidate。")
	case faulty > 0 && sent:
		d.say("下一步:改好的表交回来,和原来的一起放在“%s”文件夹里,再审核一次;原来那份不用删。", office.ReturnDir)
	case faulty > 0:
		d.say("下一步:tianbao check --return-to %s 另存标注好的退回件。", office.SendBackDir)
	}
	return endsWith(errors+faulty > 0)
}
