package main

import (
	"context"

	"github.com/urfave/cli/v2"

	"tianbao/cmd/tianbao/internal/office"
	"tianbao/workbook/intake"
	"tianbao/workbook/intake/register"
)

func statusCommand(d *desk) *cli.Command {
	return &cli.Command{
		Name: "status", Usage: "谁交了、谁没交、谁要改,附可直接发送的催报文字",
		UsageText: "tianbao status [--format text|json] [-o 2024年度报送登记.xlsx] [文件或文件夹…]",
		Description: "登记一年一本;收到日期、盖章件、延期至、提醒日期和自己加的列、行,再次运行时保留。\n" +
			"例:tianbao status",
		Flags: commonFlags(
			formatFlag(),
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "文件|登记写到哪里;不写时是 年份+年度报送登记.xlsx"},
			&cli.BoolFlag{Name: "sent", Usage: "上面的文字今天发出,在登记里记一次提醒"}, anywayFlag(),
		),
		Action: func(c *cli.Context) error {
			j := d.job(c)
			format, err := readFormat(c)
			if err != nil {
				return err
			}
			return d.status(c.Context, office.StatusOptions{Job: j, Paths: c.Args().Slice(), Output: c.String("output"), Sent: c.Bool("sent")}, format)
		},
	}
}

func (d *desk) status(ctx context.Context, o office.StatusOptions, format string) error {
	o.Tell = func(done *office.Registered) error {
		if format != formatJSON {
			return d.print(register.Text(done.Batch, done.Lines, done.Call))
		}
		b, err := register.JSON(done.Batch, done.Lines)
		if err != nil {
			return err
		}
		return d.print(string(b))
	}
	done, err := office.Status(ctx, o)
	if err != nil {
		return err
	}
	if format != formatJSON {
		d.results(ctx, o.Job, done.Batch, done.Lines, nil)
	}
	d.registered(done, o.Sent)
	return endsWith(office.Standing(done.Batch))
}

// registered says where the units stand and what to do next.
func (d *desk) registered(done *office.Registered, sent bool) {
	b, n, mend := done.Batch, 0, 0
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
	d.say("登记在“%s”,黄色各列由经办人填写。应报 %d 个单位%s。", office.Slashed(done.Output), len(b.Units),
		tally{{"交齐", n}, {"要改的", mend}, {"未报送", missing}})
	if reminders := register.Reminders(done.Lines, done.Call); reminders != "" && !sent {
		d.say("催报文字发出后,运行 tianbao status --sent 在登记里记一次提醒。")
	}
	if len(b.Files) == 0 {
		d.say("一份填报表也没有读到:表放在别处的,把文件夹写在命令后面;还没有下发的,先运行 tianbao template。")
	}
	switch {
	case mend > 0:
		d.say("下一步:发出上面的文字;要改的,用 tianbao check --return-to %s 另存标注好的退回件。", office.SendBackDir)
	case missing > 0:
		d.say("下一步:发出上面的文字;交回来的表放进“%s”文件夹,再运行 tianbao check。", office.ReturnDir)
	default:
		d.say("下一步:tianbao consolidate。")
	}
}
