package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/fatih/color"
	"github.com/urfave/cli/v2"

	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/templates/layout"
	"tianbao/templates/xl"
	"tianbao/workbook/annotate"
	"tianbao/workbook/intake"
)

func checkCommand(d *desk) *cli.Command {
	return &cli.Command{
		Name: "check", Usage: "逐份审核交回来的表,说明错在哪里、怎么改",
		UsageText: "tianbao check [--format text|json] [--return-to 退回] [文件或文件夹…]",
		Description: "不写文件时审核“报送”文件夹。\n" +
			"例:tianbao check --return-to 退回    有错的另存一份标注好的,发还给单位\n" +
			"   tianbao check 2024-市科技局.xlsx  只审核一份\n\n" + codeList() + "\n" + limitList(),
		Flags: commonFlags(
			formatFlag(),
			&cli.StringFlag{Name: "return-to", Usage: "文件夹|给每份有错的表另存一份标注好的,写到这个文件夹"},
		),
		Action: func(c *cli.Context) error {
			s := readSettings(c, d)
			format, err := readFormat(c)
			if err != nil {
				return err
			}
			return d.check(c.Context, s, format, c.String("return-to"), c.Args().Slice())
		},
	}
}

// codeList is the table of codes for --help.
func codeList() string {
	text := "提示里方括号内的代码:\n"
	for _, e := range finding.Table() {
		text += fmt.Sprintf("   %-24s %s %s\n", e.Code, e.Severity.Word(), e.What)
	}
	return text
}

func (d *desk) check(ctx context.Context, s settings, format, returnTo string, paths []string) error {
	p, err := d.openPlan(s)
	if err != nil {
		return err
	}
	if s.year != 0 {
		if _, err := d.reportYear(s, p); err != nil {
			return err
		}
	}
	batch, err := d.take(ctx, s, p, s.year, nil, paths, returnTo == "")
	if err != nil {
		return err
	}
	if err := d.printBatch(format, batch); err != nil {
		return err
	}
	if returnTo != "" {
		if err := d.sendBack(ctx, s, batch, returnTo); err != nil {
			return err
		}
	}
	return d.checked(batch, returnTo)
}

// listed is the most files of which each gets a line, also where nothing is wrong.
const listed = 10

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
			d.say("没有问题的表不逐份列出(加 --verbose 全部列出)。")
		}
		p = finding.Text(d.out, style)
	}
	for _, f := range batch.Files {
		err := p.File(finding.About{
			File: f.Path, SHA256: f.SHA256, Unit: f.Unit, Year: f.Identity.Year, Revision: f.Identity.Revision,
			Status: string(f.Outcome), Word: f.Outcome.Word(), Findings: f.Findings,
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

// sendBack writes an annotated copy of each faulty workbook. One that cannot be
// annotated is named, and the others are written all the same.
func (d *desk) sendBack(ctx context.Context, s settings, batch *intake.Batch, dir string) error {
	o := newOutbox(s.force, returned(batch)...)
	defer o.discard()
	taken, n, failed := map[string]int{}, 0, 0
	for _, f := range batch.Files {
		if f.Outcome != intake.Faulty {
			continue
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		copied, err := annotated(f)
		if err != nil {
			failed++
			d.say("%s 没有标注成:%s", f.Path, explain(err))
			continue
		}
		if err := o.stage(ctx, filepath.Join(dir, copyName(f, taken)), copied, xl.Sealed); err != nil {
			return err
		}
		n++
	}
	if err := o.commit(ctx); err != nil {
		return err
	}
	if n > 0 {
		d.say("标注好的 %d 份在“%s”文件夹,发还给单位修改。", n, slashed(dir))
	} else if failed == 0 {
		d.say("没有要退回的表。")
	}
	if failed > 0 {
		return fmt.Errorf("有 %d 份表没有标注成,其余 %d 份已写好;没有标注成的请按上面列出的错误告知单位", failed, n)
	}
	return nil
}

func annotated(f *intake.File) ([]byte, error) {
	data, err := os.ReadFile(f.Path)
	if err != nil {
		return nil, err
	}
	return annotate.Copy(data, f.Return, f.Findings)
}

// copyName is the canonical name of an annotated copy, with a number where a unit
// has several faulty files.
func copyName(f *intake.File, taken map[string]int) string {
	name := layout.FileName(f.Identity.Year, f.Unit)
	name = strings.TrimSuffix(name, filepath.Ext(name))
	taken[name]++
	if n := taken[name]; n > 1 {
		name = fmt.Sprintf("%s(%d)", name, n)
	}
	return name + annotate.Ending(f.Findings)
}

// checked says what was found and what to do next.
func (d *desk) checked(batch *intake.Batch, returnTo string) error {
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
	switch {
	case len(batch.Files) == 0:
		d.say("没有要审核的表。把交回来的表放进“%s”文件夹再运行;放在别处的,把文件夹写在命令后面。", returnDir)
	case blank == len(batch.Files):
		d.say("%d 份都是没有填写的空表。是不是下发用的那个文件夹?交回来的表放在“%s”文件夹里。", blank, returnDir)
	case errors == 0:
		d.say("下一步:tianbao status 看还差谁;齐了就 tianbao consolidate。")
	case faulty > 0 && returnTo != "":
		d.say("下一步:改好的表交回来,和原来的一起放在“%s”文件夹里,再审核一次;原来那份不用删。", returnDir)
	case faulty > 0:
		d.say("下一步:tianbao check --return-to %s 另存标注好的退回件。", sendBackDir)
	}
	if errors > 0 {
		return errFindings
	}
	return nil
}

// planOf is the plan a command works with and the year it reports on.
func (d *desk) planOf(s settings) (*plan.Plan, int, error) {
	p, err := d.openPlan(s)
	if err != nil {
		return nil, 0, err
	}
	year, err := d.reportYear(s, p)
	return p, year, err
}
