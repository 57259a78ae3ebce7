package main

import (
	"context"

	"github.com/urfave/cli/v2"

	"tianbao/seeds/finding"
	"tianbao/templates/xl"
	"tianbao/workbook/intake"
	"tianbao/workbook/intake/register"
	"tianbao/workbook/ooxml"
)

const registerPath = "报送登记.xlsx"

func statusCommand(d *desk) *cli.Command {
	return &cli.Command{
		Name: "status", Usage: "谁交了、谁没交、谁要改,附可直接发送的催报文字",
		UsageText: "tianbao status [--format text|json] [-o 报送登记.xlsx] [文件或文件夹…]",
		Description: "报送登记里的收到日期、盖章件、延期至由经办人填写,再次运行时保留。\n" +
			"例:tianbao status",
		Flags: commonFlags(formatFlag(), outputFlag(registerPath)),
		Action: func(c *cli.Context) error {
			s := readSettings(c, d)
			format, err := readFormat(c)
			if err != nil {
				return err
			}
			return d.status(c.Context, s, format, c.String("output"), c.Args().Slice())
		},
	}
}

func (d *desk) status(ctx context.Context, s settings, format, output string, paths []string) error {
	if err := endsIn(output, ".xlsx"); err != nil {
		return err
	}
	p, year, err := d.planOf(s)
	if err != nil {
		return err
	}
	batch, err := d.take(ctx, s, p, year, nil, paths, true)
	if err != nil {
		return err
	}
	lines, err := d.writeRegister(ctx, s, batch, output)
	if err != nil {
		return err
	}
	text := register.Text(batch, lines)
	if format == formatJSON {
		b, err := register.JSON(batch, lines)
		if err != nil {
			return err
		}
		text = string(b)
	}
	if err := d.print(text); err != nil {
		return err
	}
	d.registered(batch, output)
	return standing(batch)
}

// registered says where the units stand and what to do next.
func (d *desk) registered(b *intake.Batch, output string) {
	n, mend := 0, 0
	for _, u := range b.Units {
		switch u.Status {
		case intake.StatusAccepted, intake.StatusSeparate:
			n++
		case intake.StatusMissing:
		default:
			mend++
		}
	}
	missing := len(b.Units) - n - mend
	d.say("登记在“%s”,黄色三列由经办人填写。应报 %d 个单位,交齐 %d 个,要改的 %d 个,未报送 %d 个。", slashed(output), len(b.Units), n, mend, missing)
	switch {
	case mend > 0:
		d.say("下一步:发出上面的文字;要改的,用 tianbao check --return-to %s 另存标注好的退回件。", sendBackDir)
	case missing > 0:
		d.say("下一步:发出上面的文字;交回来的表放进“%s”文件夹,再运行 tianbao check。", returnDir)
	default:
		d.say("下一步:tianbao consolidate。")
	}
}

// writeRegister writes the register anew; what the clerk wrote in the one that
// stands there is read first and stands in the new one.
func (d *desk) writeRegister(ctx context.Context, s settings, batch *intake.Batch, output string) ([]register.Line, error) {
	entries, err := d.openRegister(s, output)
	if err != nil {
		return nil, err
	}
	lines := register.Lines(batch, entries)
	data, err := register.Write(batch, lines)
	if err != nil {
		return nil, err
	}
	return lines, writeOne(ctx, newOutbox(s.force, returned(batch)...), output, data, func(old []byte) bool {
		book, _ := ooxml.Read(old, roomy(s.limits))
		return xl.Sealed(old) || book != nil && register.Is(book)
	})
}

// openRegister reads what the clerk wrote in the register, if there is one.
func (d *desk) openRegister(s settings, path string) (map[string]register.Entry, error) {
	if !exists(path) {
		return nil, nil
	}
	book, err := d.openBook(path, s.limits)
	if err != nil {
		return nil, err
	}
	entries, findings := register.Read(book)
	d.remark(path, findings, finding.Note)
	return entries, nil
}

// standing ends a command with the exit code for faulty, refused or unreadable
// files.
func standing(b *intake.Batch) error {
	for _, f := range b.Files {
		switch f.Outcome {
		case intake.Faulty, intake.Refused, intake.Unreadable:
			return errFindings
		}
	}
	return nil
}
