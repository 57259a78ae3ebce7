package xl

import (
	"cmp"
	"fmt"
	"strings"

	"tianbao/seeds/text"

	"github.com/xuri/excelize/v2"
)

// Rule is what kind of value a validation allows.
type Rule string

// The rules.
const (
	AnyValue   Rule = "none" // a prompt and no check
	List       Rule = "list" // A: a reference or a defined name
	TextLength Rule = "textLength"
	Custom     Rule = "custom" // A: a formula about the upper left cell
)

// Compare is how a value is held against A, or A and B.
type Compare string

// The comparisons.
const (
	Between Compare = "between"
	AtMost  Compare = "lessThanOrEqual"
)

// Strictness is what happens to a value that does not fit.
type Strictness string

// The strictnesses.
const (
	Stop Strictness = "stop" // refused
	Ask  Strictness = "warning"
)

// Validation checks what is typed into cells, with a prompt where the cursor is.
type Validation struct {
	Cells      []Range
	Rule       Rule
	Compare    Compare // of TextLength
	A, B       string  // formulas, with or without "="; plain text, no XML escapes
	Strictness Strictness

	PromptTitle, Prompt string // at most 32 and 255 characters
	ErrorTitle, Error   string // at most 32 and 225
}

// Validate adds a validation. Its texts are checked against the format's limits.
func (s *Sheet) Validate(v Validation) {
	if err := v.check(); err != nil {
		s.book.fail(fmt.Errorf("%s!%s: 数据验证: %w", s.name, join(v.Cells), err))
		return
	}
	s.validations = append(s.validations, v)
}

const (
	maxTitle     = 32
	maxPrompt    = 255
	maxError     = 225 // Excel repairs a file with more, whatever the format allows
	maxCondition = 255 // characters of a validation's formula
)

func (v Validation) check() error {
	for _, t := range []struct {
		what, text string
		most       int
	}{
		{"提示标题", v.PromptTitle, maxTitle}, {"提示", v.Prompt, maxPrompt},
		{"错误标题", v.ErrorTitle, maxTitle}, {"错误说明", v.Error, maxError},
		{"公式", strings.TrimPrefix(v.A, "="), maxCondition}, {"公式", strings.TrimPrefix(v.B, "="), maxCondition},
	} {
		if text.Units(t.text) > t.most {
			return fmt.Errorf("%s超过 %d 字", t.what, t.most)
		}
	}
	switch {
	case len(v.Cells) == 0:
		return fmt.Errorf("没有单元格")
	case v.Rule != AnyValue && v.A == "":
		return fmt.Errorf("没有条件")
	}
	return nil
}

// xmlFormula escapes a formula; the library writes it as it is.
var xmlFormula = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

func (v Validation) library() *excelize.DataValidation {
	dv := &excelize.DataValidation{
		AllowBlank: true,
		Sqref:      join(v.Cells),
		Type:       string(v.Rule),
		Operator:   string(v.Compare),
		Formula1:   xmlFormula.Replace(cleanText(strings.TrimPrefix(v.A, "="))),
		Formula2:   xmlFormula.Replace(cleanText(strings.TrimPrefix(v.B, "="))),
	}
	if v.Prompt != "" {
		dv.SetInput(cleanText(v.PromptTitle), cleanText(v.Prompt))
	}
	if v.Rule != AnyValue {
		strictness, title, text := string(v.Strictness), cleanText(v.ErrorTitle), cleanText(v.Error)
		strictness = cmp.Or(strictness, string(Stop))
		dv.ShowErrorMessage, dv.ErrorStyle = true, &strictness
		if text != "" {
			dv.ErrorTitle, dv.Error = &title, &text
		}
	}
	return dv
}
