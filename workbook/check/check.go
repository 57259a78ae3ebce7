// Package check holds the rules a return is held against: one rule, one file.
// They look at values that were already read; how raw text becomes a value is
// workbook's to say. A rule reports and never changes anything. Severity, words
// and consequences are in the table of codes of finding, what a column takes
// in layout, and numbers to tune in thresholds.go.
package check

import (
	"slices"

	"tianbao/seeds/finding"
	"tianbao/templates/layout"
	"tianbao/workbook"
)

// Rule is one thing a return is held against. Exactly one of Tag, Row and Whole
// is set.
type Rule struct {
	Code   finding.Code
	Sheets []layout.SheetKey // whose rows it looks at
	Asks   bool              // for something to be filled in: silent where the unit, or the row, is reported apart

	// Tag is the validator tag whose breach the rule words, in the columns that
	// declare it. Say adds to the finding about a cell of the
	// column; param is the tag's parameter.
	Tag string
	Say func(row *workbook.Row, c *layout.Column, v workbook.Value, param string) []finding.Option

	Row   func(row *workbook.Row, report Report)
	Whole func(r *workbook.Return, report Report)
}

// Report makes a finding of the rule's code at a cell of the row; at the whole
// file where row is nil. What is in the cell is filled in.
type Report func(row *workbook.Row, k layout.Key, opts ...finding.Option)

var rules = []Rule{
	emptyReturn,
	required, vagueText, shortText, saidAgain, noReason, textTooLong,
	phoneFormat, dateImplausible,
	naWithoutReason, unpublishedValue,
	percentRange, percentFraction, levelForGrowth, growthForLevel, growthMissing,
	negativeReduction, negativeValue,
	cumulativeFell, cumulativeSum, totalMismatch, jump, magnitude,
	againstTarget, riseAgainstBase,
	doneButShort, notStartedLate,
	consultUnanswered, consultLong,
}

// Run holds a return against all rules. Of one with nothing filled in it says
// only that. Warnings that the row answers come as notes. Consequences are left
// in: finding.List.Prune takes them out, together with those of reading.
func Run(r *workbook.Return) finding.List {
	var found finding.List
	for i := range rules {
		if rules[i].Whole != nil {
			rules[i].Whole(r, reporter(&found, rules[i].Code))
		}
	}
	if found.Has(finding.EmptyReturn) {
		return found
	}
	for _, s := range r.Sheets {
		checkRows(r, s, &found)
	}
	answer(r, found)
	return found
}

// Complete adds what the rules find to what was found in reading a return: warnings
// that a row answers are notes, consequences are taken out.
func Complete(r *workbook.Return, found finding.List) finding.List {
	answer(r, found)
	return append(found, Run(r)...).Prune()
}

func checkRows(r *workbook.Return, s *workbook.Sheet, found *finding.List) {
	separate := r.Separate()
	type bound struct {
		*Rule
		report Report
	}
	var bounds []bound
	for i := range rules {
		rule := &rules[i]
		if rule.Row == nil || !slices.Contains(rule.Sheets, s.Form.Key) || separate && rule.Asks {
			continue
		}
		bounds = append(bounds, bound{rule, reporter(found, rule.Code)})
	}
	for i := range s.Rows {
		row := &s.Rows[i]
		apart := row.Apart()
		for _, b := range bounds {
			if !(apart && b.Asks) {
				b.Row(row, b.report)
			}
		}
		checkFields(row, found)
	}
}

func reporter(found *finding.List, code finding.Code) Report {
	return func(row *workbook.Row, k layout.Key, opts ...finding.Option) {
		if row == nil {
			found.Add(code, opts...)
			return
		}
		v := row.Value(k)
		at := []finding.Option{finding.At(v.Place), finding.Row(row.Ref()), finding.Column(row.Sheet.Heading(k)), finding.Given(given(v))}
		found.Add(code, append(at, opts...)...)
	}
}

// given is what a finding shows of a cell.
func given(v workbook.Value) string {
	switch {
	case v.State == workbook.Blank:
		return finding.Nothing
	case v.Given == "":
		return v.Text
	}
	return v.Given
}

var everySheet = []layout.SheetKey{layout.Cover, layout.Lead, layout.Targets, layout.Support, layout.Indicators}
