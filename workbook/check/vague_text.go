package check

import (
	"strings"

	"tianbao/seeds/finding"
	"tianbao/templates/layout"
	"tianbao/workbook"
)

// vagueText: an account is more than 同上, 按要求推进 or marks: 。。。, ----.
var vagueText = Rule{
	Code: finding.VagueText,
	Tag:  "telling",
	Say: func(row *workbook.Row, c *layout.Column, _ workbook.Value, _ string) []finding.Option {
		opts := []finding.Option{finding.Expected("具体情况")}
		switch {
		case strings.Contains(c.Tag, "min="): // an account of what was done
		case mustFill(row, c):
			opts = append(opts, finding.Message("只有套话或符号,看不出原因"), finding.Hint("请写明具体原因"))
		case c.Key == layout.Problems:
			opts = append(opts, finding.Message("只有套话或符号,看不出有没有问题"), finding.Hint("请写明是什么问题;没有问题写“无”"))
		case c.Reason:
			opts = append(opts, finding.Message("只有套话或符号,看不出原因"), finding.Hint("请写明具体原因;没有要说明的,清空此格"))
		default:
			opts = append(opts, finding.Message("只有套话或符号,看不出准备做什么"), finding.Hint("请写明准备做什么;没有的,清空此格"))
		}
		return opts
	},
}
