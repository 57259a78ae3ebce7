package main

import (
	"github.com/urfave/cli/v2"
)

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
