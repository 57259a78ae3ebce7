package templates

import (
	"fmt"
	"slices"
	"strings"

	"tianbao/seeds/finding"
	"tianbao/templates/layout"
	"tianbao/templates/xl"
)

// tally counts the rows of a table by what 自检 says of them when it is issued.
type tally struct {
	done, left int      // rows that are ✓; rows still to fill, or wrong
	firstRef   string   // 编号 of the first of those left
	wrong      []string // 编号 of rows that are begun and wrong
}

func (t *tally) count(ref, verdict string) {
	switch {
	case verdict == fine:
		t.done++
		return
	case verdict == idle:
		return
	case !strings.HasPrefix(verdict, untouched):
		t.wrong = append(t.wrong, ref)
	}
	if t.left++; t.left == 1 {
		t.firstRef = ref
	}
}

func (t *tally) nextNow() string {
	if t.left == 0 {
		return ""
	}
	return toNext + t.firstRef
}

func (t *tally) namesNow() string {
	text := strings.Join(t.wrong[:min(len(t.wrong), namedWrong)], between)
	if n := len(t.wrong); n > namedWrong {
		text += fmt.Sprintf(" 等 %d 行", n)
	}
	return text
}

const (
	toNext     = "前往 "
	between    = "、"
	namedWrong = 8       // of the wrong rows
	beyondRows = 9999999 // more than a sheet has rows
)

// verdicts prints the formulas that count the rows of a table by their 自检. They use
// SUMPRODUCT alone to look at many rows at once: no program asks for a special key then.
type verdicts struct {
	checks  string // the 自检 of all rows
	heading string // of the 编号
	target  string // sheet and column that links lead to
}

// verdicts are seen from another sheet where prefix is its reference.
func (t *table) verdicts(prefix string) verdicts {
	check := columnOf(t.form, layout.SelfCheck)
	fill := slices.IndexFunc(t.form.Columns, func(c layout.Column) bool { return c.Role == layout.Fill })
	return verdicts{
		checks:  fmt.Sprintf("%s$%s$%d:$%s$%d", prefix, check, firstRow, check, t.last()),
		heading: fmt.Sprintf("%s$%s$%d", prefix, columnOf(t.form, layout.Ref), headRow),
		target:  xl.SheetRef(t.form.Name) + finding.ColumnName(fill+1),
	}
}

// settled holds where a 自检 asks for nothing.
func settled(cell string) string {
	return fmt.Sprintf(`OR(LEFT(%s,1)="%s",EXACT(%s,"%s"))`, cell, fine, cell, idle)
}

// opens is 1 in the rows of which the 自检 begins with a word.
func (v verdicts) opens(word string) string {
	return fmt.Sprintf("(LEFT(%s,%d)=%s)", v.checks, len([]rune(word)), xl.Quote(word))
}

// notLeft is above 0 in all rows but those still to fill or wrong. The rows over which
// a long one goes on have no 自检.
func (v verdicts) notLeft() string {
	return fmt.Sprintf("((LEN(%s)=0)+%s+%s)", v.checks, v.opens(fine), v.opens(idle))
}

// notWrong is above 0 in all rows but those that are begun and wrong.
func (v verdicts) notWrong() string { return "(" + v.notLeft() + "+" + v.opens(untouched) + ")" }

func (v verdicts) left() string  { return "SUMPRODUCT(--(" + v.notLeft() + "=0))" }
func (v verdicts) wrong() string { return "SUMPRODUCT(--(" + v.notWrong() + "=0))" }

// filled says how many rows there are and how many are filled in.
func (v verdicts) filled(rows int) string {
	return xl.Quote(fmt.Sprintf("共 %d 行，已填妥 ", rows)) + "&SUMPRODUCT(--" + v.opens(fine) + ")" + `&" 行"`
}

// next links to the first row that is still to fill or wrong.
func (v verdicts) next() string {
	row := fmt.Sprintf("SUMPRODUCT(MIN(ROW(%s)+%d*(%s>0)))", v.checks, beyondRows, v.notLeft())
	return fmt.Sprintf(`IF(%s=0,"",HYPERLINK("#"&%s&%s,%s&%s))`, v.left(), xl.Quote(v.target), row, xl.Quote(toNext), v.ref(row))
}

// ref is the 编号 in a row.
func (v verdicts) ref(row string) string {
	return fmt.Sprintf("OFFSET(%s,%s-%d,0)", v.heading, row, headRow)
}

// names names the first rows that are begun and wrong.
func (v verdicts) names() string {
	var b strings.Builder
	for k := 1; k <= namedWrong; k++ {
		name := v.ref(fmt.Sprintf("SUMPRODUCT(SMALL(ROW(%s)+%d*(%s>0),%d))", v.checks, beyondRows, v.notWrong(), k))
		if k > 1 {
			name = xl.Quote(between) + "&" + name
		}
		fmt.Fprintf(&b, `IF(%s<%d,"",%s)&`, v.wrong(), k, name)
	}
	fmt.Fprintf(&b, `IF(%s>%d," 等 "&%s&" 行","")`, v.wrong(), namedWrong, v.wrong())
	return b.String()
}
