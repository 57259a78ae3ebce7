package templates

import (
	"slices"
	"strings"
	"sync"

	"tianbao/templates/layout"
)

// fine is what 自检 shows where nothing is wrong.
const fine = "✓"

// untouched opens the 自检 of a row that is not begun: its cells are still to fill,
// and nothing in it is wrong.
const untouched = "待填:"

// rowMark stands for the row number in a formula that is the same in many rows.
const rowMark = "\x00"

// formulas keeps the self-checks of table rows by what sets them apart: the sheet,
// and what is asked of each cell.
type formulas struct{ made sync.Map }

// asked is what a cell to fill is checked for in one row.
type asked struct {
	*layout.Column
	heading string
	preset  bool        // may be filled in when issued
	needed  layout.Cond // what is left of Required once the fixed cells are known
}

// asks lists what is checked in a row.
func asks(s *layout.FormSheet, r *layout.Row) []asked {
	known := func(k layout.Key) (string, bool) {
		i := s.Index(k)
		if i < 0 || r.Modes[i] == layout.Open {
			return "", i < 0
		}
		return r.Issued[i], true
	}
	var list []asked
	for i := range s.Columns {
		if r.Modes[i] == layout.Open {
			c := &s.Columns[i]
			list = append(list, asked{Column: c, heading: s.Headings[i], preset: c.Issue != nil, needed: c.Required.Given(known)})
		}
	}
	return list
}

// selfCheck prints the formula that names what is wrong in a row; separate is the
// condition under which nothing is required.
func selfCheck(list []asked, at place, separate string) string {
	if len(list) == 0 {
		return `"` + fine + `"`
	}
	var broken, named, fresh, missing, wrong []string
	for _, a := range list {
		cell := at(a.Key)
		if !a.preset {
			fresh = append(fresh, cell)
		}
		broken = append(broken, "ISERROR("+cell+")")
		named = append(named, when("ISERROR("+cell+")", a.quoted()+"是错误值;"))
		if a.needed.Op != layout.CondNever {
			missing = append(missing, when(a.unmet(at), a.missing()))
		}
		wrong = append(wrong, a.wrong(cell)...)
	}
	var found []string
	if len(missing) > 0 {
		start := ""
		if len(fresh) > 0 {
			start = "IF(LEN(" + strings.Join(fresh, "&") + `)=0,"` + untouched + `","")&`
		}
		found = append(found, "IF("+separate+`,"",`+start+strings.Join(missing, "&")+")")
	}
	found = append(append(found, wrong...), `"`+fine+`"`)
	return "IF(" + call("OR", broken) + "," + strings.Join(named, "&") +
		",SUBSTITUTE(SUBSTITUTE(" + strings.Join(found, "&") + `,";` + fine + `",""),"` + untouched + fine + `","` + fine + `"))`
}

func (a asked) quoted() string { return "“" + a.heading + "”" }

func (a asked) missing() string { return a.quoted() + "未填;" }

// unmet holds where the cell must be filled and is not.
func (a asked) unmet(at place) string {
	if a.needed.Op == layout.CondAlways {
		return blank(at(a.Key))
	}
	return "AND(" + blank(at(a.Key)) + "," + holds(a.needed, at) + ")"
}

// wrong names what a filled cell cannot be.
func (a asked) wrong(cell string) []string {
	switch a.Kind {
	case layout.Number:
		return []string{when(notNumber(cell), a.quoted()+"不是数字;")}
	case layout.Choice:
		return []string{when("AND(NOT("+blank(cell)+"),NOT("+among(listName(a.List), cell)+"))", a.quoted()+"不在选项中;")}
	}
	if a.has("telling") {
		return []string{when(among(vagueName, cell), a.quoted()+"过于笼统;")}
	}
	return nil
}

// has reports a rule of the column's constraint.
func (a asked) has(rule string) bool { return slices.Contains(strings.Split(a.Tag, ","), rule) }

// among holds where the cell's text is one of a named list, read as it stands and
// not as a pattern.
func among(list, cell string) string {
	return "SUMPRODUCT(--EXACT(" + list + "," + clean(cell) + "))>0"
}

// notNumber holds where a cell is filled with what is not a number.
func notNumber(cell string) string {
	return "AND(NOT(ISNUMBER(" + cell + ")),NOT(" + blank(cell) + "),NOT(EXACT(" + clean(cell) + `,"不适用")))`
}

// formula returns the self-check of a table row.
func (f *formulas) formula(s *layout.FormSheet, r *layout.Row, row, separate string) string {
	list := asks(s, r)
	key := signature(s, list)
	made, ok := f.made.Load(key)
	if !ok {
		at := func(k layout.Key) string { return columnOf(s, k) + rowMark }
		made, _ = f.made.LoadOrStore(key, selfCheck(list, at, separate))
	}
	return strings.ReplaceAll(made.(string), rowMark, row)
}

// signature tells rows that are checked alike.
func signature(s *layout.FormSheet, list []asked) string {
	var b strings.Builder
	b.WriteString(string(s.Key))
	for _, a := range list {
		b.WriteByte(' ')
		b.WriteString(a.heading)
		b.WriteByte(byte('0' + a.needed.Op))
	}
	return b.String()
}

// outcome is what the formula gives for what is filled in already, which is taken
// to be valid: what is missing is named.
func outcome(list []asked, text func(layout.Key) string, separate bool) string {
	var b strings.Builder
	begun := false
	for _, a := range list {
		begun = begun || !a.preset && text(a.Key) != ""
		if !separate && text(a.Key) == "" && a.needed.Holds(text) {
			b.WriteString(a.missing())
		}
	}
	if b.Len() == 0 {
		return fine
	}
	missing := strings.TrimSuffix(b.String(), ";")
	if !begun {
		return untouched + missing
	}
	return missing
}
