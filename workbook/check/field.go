package check

import (
	"errors"

	"github.com/go-playground/validator/v10"

	"tianbao/seeds/finding"
	"tianbao/templates/layout"
	"tianbao/workbook"
)

var validate = newValidator()

func newValidator() *validator.Validate {
	v := validator.New(validator.WithRequiredStructEnabled())
	for tag, holds := range map[string]validator.Func{
		"phone":   func(f validator.FieldLevel) bool { return isPhone(f.Field().String()) },
		"telling": func(f validator.FieldLevel) bool { return !layout.SaysNothing(f.Field().String()) },
	} {
		if err := v.RegisterValidation(tag, holds); err != nil {
			panic("check: " + err.Error())
		}
	}
	return v
}

// checkFields holds the filled cells of a row against the tags of their columns.
func checkFields(row *workbook.Row, found *finding.List) {
	for i := range row.Values {
		column, v := &row.Sheet.Form.Columns[i], &row.Values[i]
		if column.Tag == "" || row.Issued.Modes[i] != layout.Open || v.State != workbook.Filled || v.Preset {
			continue
		}
		err := validate.Var(&v.Text, column.Tag) // a pointer: the text itself would be copied to be handed over
		if err == nil {
			continue
		}
		var broken validator.ValidationErrors
		errors.As(err, &broken)
		for _, b := range broken {
			rule := ruleOfTag(b.Tag())
			reporter(found, rule.Code)(row, column.Key, rule.Say(row, column, *v, b.Param())...)
		}
	}
}

// ruleOfTag returns the rule that words a tag; one that the rules lack is a bug.
func ruleOfTag(tag string) *Rule {
	for i := range rules {
		if rules[i].Tag == tag {
			return &rules[i]
		}
	}
	panic("check: no rule for tag " + tag)
}
