package check

import (
	"tianbao/seeds/finding"
	"tianbao/templates/layout"
	"tianbao/workbook"
)

// shortText: an account is long enough to say something.
var shortText = Rule{
	Code: finding.ShortText,
	Tag:  "min",
	Say: func(_ *workbook.Row, _ *layout.Column, _ workbook.Value, least string) []finding.Option {
		return []finding.Option{finding.Expected("不少于" + least + "个字")}
	},
}
