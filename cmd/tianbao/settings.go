package main

import (
	"fmt"
	"math"
	"strconv"

	"github.com/urfave/cli/v2"

	"tianbao/cmd/tianbao/internal/office"
	"tianbao/workbook/ooxml"
)

func commonFlags(more ...cli.Flag) []cli.Flag {
	more = append(more,
		&cli.StringFlag{Name: "plan", Usage: "文件|规划:任务清单工作簿或规划文件;不写时用当前文件夹或表所在文件夹的 " + office.CataloguePath + ",都没有就用内置规划"},
		&cli.IntFlag{Name: "year", Usage: "年份|填报哪一年的情况;不写时看交回来的表上写的年份,没有表的看最近一份汇总"},
		&cli.BoolFlag{Name: "force", Usage: "覆盖内容不同的同名文件"},
		&cli.BoolFlag{Name: "quiet", Usage: "只输出结果,不说过程"},
		&cli.BoolFlag{Name: "verbose", Usage: "多说一些过程"},
	)
	for i := range limits {
		l := &limits[i]
		more = append(more, &cli.Int64Flag{Name: l.flag, Hidden: true, Usage: "数|" + l.words + ",默认 " + l.shown(), Action: l.fits})
	}
	return more
}

func outputFlag(value string) cli.Flag {
	return &cli.StringFlag{Name: "output", Aliases: []string{"o"}, Value: value, Usage: "文件|写到哪里;不写时是 " + value}
}

func previousFlag() cli.Flag {
	return &cli.StringFlag{Name: "previous", Usage: "文件|上年度汇总工作簿;不写时用当前文件夹的上年汇总(如果有)"}
}

func anywayFlag() cli.Flag {
	return &cli.BoolFlag{Name: "anyway", Usage: "很多表因同一个原因不能收下时也不停"}
}

// job takes the shared flags, sets how much the desk says, and lets it hear how the
// work goes.
func (d *desk) job(c *cli.Context) office.Job {
	d.quiet, d.verbose, d.command = c.Bool("quiet"), c.Bool("verbose"), c.Command.HelpName
	return office.Job{
		Program: d.program, Plan: c.String("plan"), Year: c.Int("year"), Force: c.Bool("force"), Anyway: c.Bool("anyway"),
		Limits: readLimits(c), Now: d.now,
		Notice: d.notice, Progress: d.progress,
	}
}

const (
	formatText = "text"
	formatJSON = "json"
)

func formatFlag() cli.Flag {
	return &cli.StringFlag{Name: "format", Value: formatText, Usage: "格式|text 是给人看的文字,json 给别的程序用"}
}

func readFormat(c *cli.Context) (string, error) {
	switch f := c.String("format"); f {
	case formatText, formatJSON:
		return f, nil
	default:
		return "", usage("可以写 --format text 或 --format json。", "不认识“%s”这种输出格式。", f)
	}
}

// oneFile returns the only file named.
func oneFile(c *cli.Context, what string) (string, error) {
	if c.NArg() != 1 {
		return "", usage("例子见:"+c.Command.HelpName+" --help", "要写明一个%s,现在写了 %d 个。", what, c.NArg())
	}
	return c.Args().First(), nil
}

const mib = 1 << 20

// limit is one bound on files from others, with the flag that moves it. unit is
// what the flag counts in.
type limit struct {
	flag, words, measure string
	unit                 int64
	get                  func(ooxml.Limits) int64
	set                  func(*ooxml.Limits, int64)
}

var limits = []limit{
	{"max-file", "一个文件的大小", "MiB", mib, func(l ooxml.Limits) int64 { return l.File }, func(l *ooxml.Limits, n int64) { l.File = n }},
	{"max-unpacked", "解开后的总大小", "MiB", mib, func(l ooxml.Limits) int64 { return l.Unpacked }, func(l *ooxml.Limits, n int64) { l.Unpacked = n }},
	{"max-part", "解开后一个部件的大小", "MiB", mib, func(l ooxml.Limits) int64 { return l.Part }, func(l *ooxml.Limits, n int64) { l.Part = n }},
	{"max-all-text", "全部文字的大小", "MiB", mib, func(l ooxml.Limits) int64 { return int64(l.AllText) }, func(l *ooxml.Limits, n int64) { l.AllText = int(n) }},
	{"max-text", "一处文字的大小", "KiB", 1 << 10, func(l ooxml.Limits) int64 { return int64(l.Text) }, func(l *ooxml.Limits, n int64) { l.Text = int(n) }},
	{"max-entries", "压缩包里的文件数", "个", 1, func(l ooxml.Limits) int64 { return int64(l.Entries) }, func(l *ooxml.Limits, n int64) { l.Entries = int(n) }},
	{"max-cells", "有内容的单元格数", "个", 1, func(l ooxml.Limits) int64 { return int64(l.Cells) }, func(l *ooxml.Limits, n int64) { l.Cells = int(n) }},
	{"max-depth", "XML 嵌套层数", "层", 1, func(l ooxml.Limits) int64 { return int64(l.Depth) }, func(l *ooxml.Limits, n int64) { l.Depth = int(n) }},
	{"max-comments", "批注数", "个", 1, func(l ooxml.Limits) int64 { return int64(l.Comments) }, func(l *ooxml.Limits, n int64) { l.Comments = int(n) }},
	{"max-merges", "一张表的合并单元格数", "处", 1, func(l ooxml.Limits) int64 { return int64(l.Merges) }, func(l *ooxml.Limits, n int64) { l.Merges = int(n) }},
	{"max-lists", "样式、名称、工作表等一种的个数", "个", 1, func(l ooxml.Limits) int64 { return int64(l.Lists) }, func(l *ooxml.Limits, n int64) { l.Lists = int(n) }},
}

// shown prints the default in the flag's unit.
func (l *limit) shown() string {
	return strconv.FormatInt(l.get(ooxml.DefaultLimits())/l.unit, 10) + " " + l.measure
}

// limitList is the table of limits for --help.
func limitList() string {
	text := "超过限制的文件不读;可以放宽,各命令都能用:\n"
	for i := range limits {
		l := &limits[i]
		text += fmt.Sprintf("   --%-14s %s,默认 %s\n", l.flag+" 数", l.words, l.shown())
	}
	return text
}

// fits refuses what is no limit.
func (l *limit) fits(_ *cli.Context, n int64) error {
	if most := math.MaxInt32 * int64(mib) / l.unit; n < 1 || n > most {
		return usage(fmt.Sprintf("这里写 1 到 %d 之间的数。", most), "选项“--%s”的内容不对:“%d”", l.flag, n)
	}
	return nil
}

// readLimits takes the limits on files from others, moved where a flag says so.
func readLimits(c *cli.Context) ooxml.Limits {
	bounds := ooxml.DefaultLimits()
	for i := range limits {
		if l := &limits[i]; c.IsSet(l.flag) {
			l.set(&bounds, c.Int64(l.flag)*l.unit)
		}
	}
	return bounds
}
