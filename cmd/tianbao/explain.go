package main

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"tianbao/cmd/tianbao/internal/office"
	"tianbao/seeds/finding"
	marks "tianbao/seeds/text"
)

func explainCommand(d *desk) *cli.Command {
	return &cli.Command{
		Name: "explain", Usage: "审核意见里的一个代码:什么意思、多半因为什么、为什么要紧、怎么办、例子",
		UsageText: "tianbao explain 代码",
		Description: "代码是审核结果里方括号内的英文,如 [number-unit]。不写代码时列出全部。\n" +
			"例:tianbao explain number-unit\n" +
			"   tianbao explain limits    对来路不明文件的限制,和放宽的选项",
		Action: func(c *cli.Context) error {
			if c.NArg() == 0 {
				return d.print(codeList())
			}
			for _, word := range c.Args().Slice() {
				text, err := explained(word)
				if err != nil {
					return err
				}
				if err := d.print(text); err != nil {
					return err
				}
			}
			return nil
		},
	}
}

// explained words one code; brackets around it do not matter.
func explained(word string) (string, error) {
	if word == "limits" {
		return limitList(), nil
	}
	code := finding.Code(strings.ToLower(strings.Trim(word, "[]【】 ")))
	e, ok := finding.Lookup(code)
	if !ok {
		return "", usage(nearestCode(string(code)), "没有“%s”这个代码。", word)
	}
	text := fmt.Sprintf("%s(%s)%s\n  多半是:%s\n  为什么要紧:%s\n  怎么办:%s\n  例:%s\n", e.Code, e.Severity.Word(), e.What, e.Cause, e.Why, e.Hint, e.Example)
	if e.Expression {
		text += "  填表时“自检”一栏就会指出。\n"
	}
	return text, nil
}

func nearestCode(typed string) string {
	codes := marks.Each(finding.Table(), func(e finding.Entry) string { return string(e.Code) })
	return cmp.Or(office.Suggest(typed, codes, "tianbao explain "), "全部代码:tianbao explain")
}

// codeList is the table of codes in short.
func codeList() string {
	text := "审核结果里方括号内的代码:\n"
	for _, e := range finding.Table() {
		text += fmt.Sprintf("   %-24s %s %s\n", e.Code, e.Severity.Word(), e.What)
	}
	return text
}
