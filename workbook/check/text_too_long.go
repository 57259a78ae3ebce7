package check

import (
	"strconv"
	"unicode/utf8"

	"tianbao/seeds/finding"
	"tianbao/seeds/text"
	"tianbao/templates/layout"
	"tianbao/workbook"
)

// textTooLong: text is no longer than its column takes.
var textTooLong = Rule{
	Code: finding.TextTooLong,
	Tag:  "max",
	Say: func(_ *workbook.Row, _ *layout.Column, v workbook.Value, most string) []finding.Option {
		return []finding.Option{
			finding.Given(text.Cut(v.Text, 20) + "(" + strconv.Itoa(utf8.RuneCountInString(v.Text)) + "个字)"),
			finding.Expected("不超过" + most + "个字"),
		}
	},
}
