package main

import (
	"fmt"
	"math"
	"strconv"

	"github.com/urfave/cli/v2"

	"tianbao/workbook/ooxml"
)

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

func limitFlags() []cli.Flag {
	flags := make([]cli.Flag, len(limits))
	for i := range limits {
		l := &limits[i]
		flags[i] = &cli.Int64Flag{Name: l.flag, Hidden: true, Usage: "数|" + l.words + ",默认 " + l.shown(), Action: l.fits}
	}
	return flags
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
