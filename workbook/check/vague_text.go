package check

import (
	"tianbao/workbook"
	"tianbao/workbook/finding"
)

// vagueText: an account is more than 同上, 按要求推进 or marks: 。。。, ----.
var vagueText = Rule{
	Code: finding.VagueText,
	Tag:  "telling",
	Say: func(workbook.Value, string) []finding.Option {
		return []finding.Option{finding.Expected("具体情况")}
	},
}
