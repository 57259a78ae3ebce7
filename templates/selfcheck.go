package templates

import (
	"fmt"
	"slices"
	"strings"

	"tianbao/seeds/plan"
	"tianbao/templates/layout"
	"tianbao/templates/xl"
)

// What 自检 shows: that nothing is wrong, that a row is not begun, that something
// is missing in one that is, and what is wrong. Behind each stand the headings of
// the cells in question.
const (
	fine       = layout.Fine
	idle       = string(plan.DutyMay) // of an untouched row that may be left out
	untouched  = "待填："
	missing    = "未填："
	broken     = "错误值："
	notNumber  = "不是数字："
	beyond     = "超出范围："
	offList    = "不在选项中："
	vague      = "过于笼统："
	distant    = "与上年相差较大，请核对，无误的写明原因："
	unexcused  = "不适用要写原因："
	closing    = ";"
	headingIn  = "“"
	headingOut = "”"
)

// asked is what a cell to fill is checked for in one row.
type asked struct {
	*layout.Column
	row     *layout.Row
	heading string
	preset  bool // may be filled in when issued
	far     layout.Distance
	needed  layout.Cond // what is left of Required once the fixed cells are known
}

// asks lists what is checked in a row, in the memory of into.
func asks(s *layout.FormSheet, r *layout.Row, into []asked) []asked {
	known := func(k layout.Key) (string, bool) { return s.Given(r, k) }
	list := into[:0]
	for i := range s.Columns {
		if r.Modes[i] == layout.Open {
			c := &s.Columns[i]
			a := asked{Column: c, row: r, heading: s.Headings[i], preset: c.Issue != nil, needed: c.Required.Given(known)}
			if r.Indicator != nil || r.Target != nil {
				if c.Key == r.Judged() {
					a.far = s.Distance(r)
				}
			}
			list = append(list, a)
		}
	}
	return list
}

func (a asked) quoted() string { return headingIn + a.heading + headingOut }

// telling is the rule that a text is no mere phrase.
const telling = "telling"

// has reports whether it is a rule of a column's constraint.
func has(c *layout.Column, rule string) bool { return slices.Contains(strings.Split(c.Tag, ","), rule) }

// group is one kind of fault: the word that opens it, and for each cell that can
// have it a formula that gives its heading where it has.
type group struct {
	open  string // a formula
	words []string
	cells []string
}

// selfCheck prints the formula that names what is wrong in a row. cell gives the
// reference to a column, for errors, which names would pass on.
func selfCheck(list []asked, at columns, cell func(layout.Key) string) string {
	var errors, named []string
	for _, a := range list {
		errors = append(errors, "ISERROR("+cell(a.Key)+")")
		named = append(named, when("ISERROR("+cell(a.Key)+")", a.quoted()))
	}
	if len(list) == 0 {
		return `"` + fine + `"`
	}
	return "IF(" + call("OR", errors...) + `,"` + broken + `"&` + strings.Join(named, "&") + "," + unlessIdle(list, at, report(faults(list, at, cell))) + ")"
}

// unlessIdle prints what a row that may be left out says while nothing is in it.
func unlessIdle(list []asked, at columns, verdict string) string {
	var empty []string
	for _, a := range list {
		if !mayBeIdle(a.row) {
			return verdict
		}
		if !a.preset {
			empty = append(empty, blank(at.text(a.Key)))
		}
	}
	return "IF(" + call("AND", empty...) + "," + xl.Quote(idle) + "," + verdict + ")"
}

func mayBeIdle(r *layout.Row) bool { return r.Duty == plan.DutyMay }

// report joins the groups and takes out those that name nothing.
func report(groups []group) string {
	var parts, words []string
	for _, g := range groups {
		if len(g.cells) > 0 {
			parts = append(parts, g.open+"&"+strings.Join(g.cells, "&")+`&"`+closing+`"`)
			words = append(words, g.words...)
		}
	}
	text := strings.Join(append(parts, `"`+fine+`"`), "&")
	for _, w := range words {
		text = substitute(text, w+closing, "")
	}
	return substitute(text, closing+fine, "")
}

// faults lists what can be wrong in the cells of a row.
func faults(list []asked, at columns, cell func(layout.Key) string) []group {
	groups := []group{unexcusedCells(list, at), missingCells(list, at, cell)}
	for _, kind := range []struct {
		word  string
		fault func(asked, columns) string
	}{
		{notNumber, wrongNumber}, {beyond, outOfRange}, {offList, wrongOption}, {vague, saysNothing},
	} {
		g := group{open: `"` + kind.word + `"`, words: []string{kind.word}}
		for _, a := range list {
			if condition := kind.fault(a, at); condition != "" {
				g.cells = append(g.cells, when(condition, a.quoted()))
			}
		}
		groups = append(groups, g)
	}
	return append(groups, farCells(list, at, cell))
}

// missingCells names what must be filled and is not, nothing where the unit or the
// row is reported apart.
func missingCells(list []asked, at columns, cell func(layout.Key) string) group {
	g := group{open: `"` + missing + `"`, words: []string{missing}}
	var lengths []string
	for _, a := range list {
		if !a.preset {
			lengths = append(lengths, "LEN("+cell(a.Key)+")")
		}
		switch empty := blank(at.text(a.Key)); a.needed.Op {
		case layout.CondNever:
		case layout.CondAlways:
			g.cells = append(g.cells, when("AND(NOT("+at.apart()+"),"+empty+")", a.quoted()))
		default:
			g.cells = append(g.cells, when("AND(NOT("+at.apart()+"),"+empty+","+holds(a.needed, at)+")", a.quoted()))
		}
	}
	if len(lengths) > 0 {
		g.open = "IF(" + strings.Join(lengths, "+") + `=0,"` + untouched + `","` + missing + `")`
		g.words = append(g.words, untouched)
	}
	return g
}

func wrongNumber(a asked, at columns) string {
	if a.Kind != layout.Number {
		return ""
	}
	return at.bad(a.Key) + ">0"
}

// outOfRange holds where a percentage is one that cannot be.
func outOfRange(a asked, at columns) string {
	least, most, ok := a.Bounds(a.row.Subject)
	if a.Kind != layout.Number || !ok {
		return ""
	}
	beyond := "OR(" + at.value(a.Key) + "<" + least.String() + "," + at.value(a.Key) + ">" + most.String() + ")"
	text := at.text(a.Key)
	return "IF(OR(" + blank(text) + "," + notApplicable(text) + "," + at.bad(a.Key) + ">0),FALSE," + beyond + ")"
}

// unexcusedCells names the numbers that are required and said not to apply, where
// no cell of the row gives a reason.
func unexcusedCells(list []asked, at columns) group {
	g := group{words: []string{unexcused}}
	for _, a := range list {
		text := at.text(a.Key)
		if a.Kind == layout.Number && a.needed.Op != layout.CondNever {
			g.cells = append(g.cells, when("AND("+notApplicable(text)+","+holds(a.needed, at)+")", a.quoted()))
		}
	}
	if len(g.cells) > 0 {
		g.cells = []string{"IF(" + excused(list, at) + `,"",` + strings.Join(g.cells, "&") + ")"}
	}
	g.open = `"` + unexcused + `"`
	return g
}

// excused holds where a cell of the row gives a reason. One that says nothing or points
// elsewhere is refused at its own cell.
func excused(list []asked, at columns) string {
	given := []string{"FALSE"}
	for _, a := range list {
		if text := at.text(a.Key); a.Reason {
			given = append(given, fmt.Sprintf("NOT(OR(LEN(%s)<%d,", text, layout.ReasonLeast)+among(noneName, text)+
				fmt.Sprintf(",AND(LEN(%s)<=%d,%s)))", text, layout.ConfirmMost, endsWith(text, confirmName)))
		}
	}
	return call("OR", given...)
}

// farCells names the figure that is far from last year's, where no cell of the row
// gives a reason. It looks at numbers as typed; of 5万家 the sheet does not know how
// many they are.
func farCells(list []asked, at columns, cell func(layout.Key) string) group {
	g := group{open: `"` + distant + `"`, words: []string{distant}}
	for _, a := range list {
		if a.far != layout.Unmeasured {
			far := farFrom(a.far, cell(a.Key), lastYears(a.row.Subject, cell))
			g.cells = append(g.cells, when("IF(ISNUMBER("+cell(a.Key)+"),IF("+excused(list, at)+",FALSE,"+far+"),FALSE)", a.quoted()))
		}
	}
	return g
}

// lastYears is what last year's value leads one to expect.
func lastYears(s layout.Subject, cell func(layout.Key) string) string {
	value := "VALUE(" + cell(s.Before()) + ")"
	if times, over := s.Pace(); times != over {
		value = fmt.Sprintf("(%s*%d/%d)", value, times, over)
	}
	return value
}

// farFrom holds where a value is far from last year's.
func farFrom(how layout.Distance, value, last string) string {
	high, low := fmt.Sprintf("MAX(ABS(%s),ABS(%s))", value, last), fmt.Sprintf("MIN(ABS(%s),ABS(%s))", value, last)
	if how == layout.ByTimes {
		small := fmt.Sprintf("AND(%s=INT(%s),%s<%d)", value, value, high, layout.FarWholeBefore)
		return fmt.Sprintf("AND(%s<>0,NOT(%s),%s>%d*%s)", last, small, high, layout.FarTimes, low)
	}
	points := fmt.Sprintf("ABS(%s-%s)>%d", value, last, layout.FarPoints)
	if how == layout.ByPoints {
		return points
	}
	return fmt.Sprintf("OR(%s,AND(%s<>0,MAX(%s,%s)>=%d,MAX(%s,%s)>%d*MIN(%s,%s)))", points, last, value, last, layout.FarShareLeast,
		value, last, layout.FarShareTimes, value, last)
}

func wrongOption(a asked, at columns) string {
	if a.Kind != layout.Choice {
		return ""
	}
	return "AND(" + filled(at.raw(a.Key)) + ",NOT(" + among(listName(a.ListOf(a.row.Subject)), at.text(a.Key)) + "))"
}

// phrase holds where a text is one of the phrases that say nothing, or marks alone.
// Marks after its end make it no other text.
func phrase(text string) string {
	each := fmt.Sprintf("ROW(%s$1:$%d)", xl.SheetRef(layout.StampSheet), layout.MarksMost)
	character := fmt.Sprintf(`MID(%s&REPT("-",%d),%s,1)`, substitute(text, " ", ""), layout.MarksMost, each)
	return call("OR", among(vagueName, text),
		call("AND", filled(text), "SUMPRODUCT(--ISERROR(FIND("+character+","+marksName+")))=0"))
}

// pointer holds where a text begins and ends as one does that only points elsewhere, or
// is the name of a file.
func pointer(text string) string {
	return call("OR", endsWith(text, filesName), call("AND", fmt.Sprintf("LEN(%s)<=%d", text, layout.PointerMost),
		fmt.Sprintf("SUMPRODUCT(--(LEFT(%[1]s,LEN(%[2]s))=%[2]s))>0", text, headsName), endsWith(text, tailsName)))
}

// endsWith holds where a text ends with one of a list.
func endsWith(text, list string) string {
	return fmt.Sprintf("SUMPRODUCT(--(RIGHT(%[1]s,LEN(%[2]s))=%[2]s))>0", text, list)
}

func saysNothing(a asked, at columns) string {
	if !has(a.Column, telling) {
		return ""
	}
	text := at.text(a.Key)
	return call("OR", phrase(text), pointer(text))
}
