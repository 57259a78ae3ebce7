package finding

import "slices"

// Entry is one line of the table of codes.
type Entry struct {
	Code       Code
	Severity   Severity
	What       string // message where the finding brings none
	Hint       string // the one thing to do
	Expression bool   // a formula on the sheet (自检) can and does express it
	Suppresses []Code // consequences: not reported again in the cell this one is about; where it is about a row, in the row; about a file, in the file
}

// Table returns every code the program can report, room by room. Each room keeps
// its part of the table in a file of its own beside this one.
func Table() []Entry {
	return slices.Concat(packageCodes, planCodes, catalogueCodes, identityCodes, decodeCodes, ruleCodes, intakeCodes, mergeCodes, consultCodes)
}

var byCode = func() map[Code]Entry {
	m := map[Code]Entry{}
	for _, e := range Table() {
		if _, twice := m[e.Code]; twice {
			panic("finding: code stands twice in the table: " + string(e.Code))
		}
		m[e.Code] = e
	}
	return m
}()

// Lookup returns the table's line for a code.
func Lookup(code Code) (Entry, bool) {
	e, ok := byCode[code]
	return e, ok
}
