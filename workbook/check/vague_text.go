package check

import (
	"tianbao/templates/layout"
	"tianbao/workbook"
	"tianbao/workbook/finding"
)

// vagueText: an account is more than 同上, 按要求推进 or a punctuation mark.
var vagueText = Rule{
	Code: finding.VagueText,
	Tag:  "telling",
	Say: func(workbook.Value, string) []finding.Option {
		return []finding.Option{finding.Expected("具体情况")}
	},
}

var vagueTexts = func() map[string]bool {
	set := map[string]bool{}
	for _, text := range layout.Vague() {
		set[text] = true
	}
	return set
}()

func isVague(text string) bool { return vagueTexts[text] }
