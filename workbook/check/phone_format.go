package check

import (
	"regexp"
	"strings"

	"tianbao/seeds/finding"
	"tianbao/seeds/text"
	"tianbao/templates/layout"
	"tianbao/workbook"
)

// phoneFormat: a telephone number can be dialled: a mobile, or a landline with or
// without area code and extension; several are parted by signs.
var phoneFormat = Rule{
	Code: finding.PhoneFormat,
	Tag:  "phone",
	Say: func(*workbook.Row, *layout.Column, workbook.Value, string) []finding.Option {
		return []finding.Option{finding.Expected("手机号 11 位,或座机如 010-12345678")}
	},
}

var phoneNumber = regexp.MustCompile(`^(?:(?:\+?86-?)?1[3-9]\d{9}|(?:\(?0\d{2,3}\)?-?)?[1-9]\d{6,7}(?:(?:-|转|#)\d{1,6})?|[48]00-?\d{3}-?\d{4})$`)

var phoneJoints = strings.NewReplacer(" ", "", "\u00a0", "", "—", "-", "–", "-")

func isPhone(given string) bool {
	numbers := strings.FieldsFunc(text.Marks(given), func(r rune) bool { return strings.ContainsRune(",;/\n", r) })
	for _, n := range numbers {
		if !phoneNumber.MatchString(mobileGroups(phoneJoints.Replace(n))) {
			return false
		}
	}
	return len(numbers) > 0
}

// mobileGroups joins a mobile number written in groups: 138-0000-0000.
func mobileGroups(n string) string {
	if strings.HasPrefix(n, "1") {
		return strings.ReplaceAll(n, "-", "")
	}
	return n
}
