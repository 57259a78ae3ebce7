package check

import (
	"errors"

	"github.com/go-playground/validator/v10"

	"tianbao/seeds/finding"
	"tianbao/templates/layout"
	"tianbao/workbook"
)

// constraint is a column whose filled cells are held against a validator tag.
type constraint struct {
	column int
	tag    string
	number bool
}

// constraintsOf lists the columns of a sheet that declare a tag.
func constraintsOf(s *layout.Sheet) []constraint {
	var all []constraint
	for i, c := range s.Columns {
		if c.Tag != "" {
			all = append(all, constraint{column: i, tag: c.Tag, number: c.Kind == layout.Number})
		}
	}
	return all
}

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
func checkFields(row *workbook.Row, constrained []constraint, found *finding.List) {
	for _, c := range constrained {
		if c.column >= len(row.Values) || row.Issued.Modes[c.column] != layout.Open {
			continue
		}
		v := &row.Values[c.column]
		if v.State != workbook.Filled || v.Preset {
			continue
		}
		var broken validator.ValidationErrors
		if err := c.hold(v); err == nil || !errors.As(err, &broken) {
			continue
		}
		column := &row.Sheet.Form.Columns[c.column]
		for _, b := range broken {
			rule := ruleOfTag(b.Tag())
			reporter(found, rule.Code)(row, column.Key, rule.Say(row, column, *v, b.Param())...)
		}
	}
}

func (c constraint) hold(v *workbook.Value) error {
	if c.number {
		return validate.Var(v.Number.InexactFloat64(), c.tag)
	}
	return validate.Var(v.Text, c.tag)
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
