// Package finding holds what the program has to say about a document: a list of
// values with severity, code, place and words. A finding is about the document;
// an error is about the program. The package knows no plan and no layout, so
// every other room may use it.
package finding

import (
	"slices"
	"strconv"
	"strings"
)

// Severity says what a finding does to the cell it names.
type Severity uint8

// The severities, mildest first. An Error blocks the cell; a Warning asks, and
// becomes a Note once the row gives a reason; a Note records.
const (
	Note Severity = iota + 1
	Warning
	Error
)

// String returns the severity as it is in JSON.
func (s Severity) String() string { return severities[s][0] }

// Word returns the severity as a clerk reads it.
func (s Severity) Word() string { return severities[s][1] }

var severities = map[Severity][2]string{Note: {"note", "提示"}, Warning: {"warning", "存疑"}, Error: {"error", "错误"}}

// Code is the stable name of a kind of finding, in lower case with hyphens:
// "number-format". Each one has an Entry in the table of codes.
type Code string

// Place is where a value is in the file as sent. Row and Col count from 1;
// 0 means none: a Place with Row 0 is a whole sheet or column, the zero Place
// the whole file.
type Place struct {
	Sheet    string
	Row, Col int
}

// Cell returns the place in A1 form, "" where it is no single cell.
func (p Place) Cell() string {
	if p.Row < 1 || p.Col < 1 {
		return ""
	}
	return ColumnName(p.Col) + strconv.Itoa(p.Row)
}

// ColumnName returns the letters of a column counted from 1: 1 is A, 28 is AB.
func ColumnName(col int) string {
	var letters [8]byte
	i := len(letters)
	for col > 0 {
		col--
		i--
		letters[i] = byte('A' + col%26)
		col /= 26
	}
	return string(letters[i:])
}

// ReadCell reads a cell's name such as G7 or $G$7; zeros where it is none.
func ReadCell(name string) (row, col int) {
	name = strings.ReplaceAll(name, "$", "")
	i := 0
	for ; i < len(name) && (name[i]|0x20) >= 'a' && (name[i]|0x20) <= 'z' && col <= maxCol; i++ {
		col = col*26 + int(name[i]|0x20-'a') + 1
	}
	row, err := strconv.Atoi(name[i:])
	if err != nil || row < 1 || row > maxRow || col < 1 || col > maxCol {
		return 0, 0
	}
	return row, col
}

// The last row and column of a sheet.
const (
	maxRow = 1048576
	maxCol = 16384
)

// Finding is one thing to say about a document.
type Finding struct {
	Severity Severity
	Code     Code
	Place    Place
	Ref      string // 编号 of the row, "" where the finding is not about a row
	Column   string // heading of the column as it is on the sheet
	Message  string // what is wrong, in words a clerk reads; no file name, no cell
	Given    string // what is there
	Expected string // what should be there
	Hint     string // the one thing to do; filled from the table where left empty
}

// Option sets one part of a finding; see New.
type Option func(*Finding)

// At places the finding.
func At(p Place) Option { return func(f *Finding) { f.Place = p } }

// Row names the row by its 编号.
func Row(ref string) Option { return func(f *Finding) { f.Ref = ref } }

// Column names the column by its heading.
func Column(heading string) Option { return func(f *Finding) { f.Column = heading } }

// Message replaces the words of the table.
func Message(text string) Option { return func(f *Finding) { f.Message = text } }

// Given says what was found there.
func Given(text string) Option { return func(f *Finding) { f.Given = text } }

// Expected says what belongs there.
func Expected(text string) Option { return func(f *Finding) { f.Expected = text } }

// Hint replaces the advice of the table.
func Hint(text string) Option { return func(f *Finding) { f.Hint = text } }

// New makes a finding of a code in the table; severity, message and hint are the
// table's where no option says otherwise. A code that the table lacks is a bug
// and panics.
func New(code Code, opts ...Option) Finding {
	e, ok := Lookup(code)
	if !ok {
		panic("finding: code not in the table: " + string(code))
	}
	f := Finding{Severity: e.Severity, Code: code, Message: e.What, Hint: e.Hint}
	for _, set := range opts {
		set(&f)
	}
	return f
}

// List is findings in the order they were made; see Sort.
type List []Finding

// Add appends a finding of the code, as New makes it.
func (l *List) Add(code Code, opts ...Option) { *l = append(*l, New(code, opts...)) }

// Count returns how many findings of the severity the list holds.
func (l List) Count(s Severity) int {
	n := 0
	for i := range l {
		if l[i].Severity == s {
			n++
		}
	}
	return n
}

// Has reports whether the list holds the code.
func (l List) Has(code Code) bool {
	return slices.ContainsFunc(l, func(f Finding) bool { return f.Code == code })
}

// First returns the first finding of a severity; ok is false where there is none.
func (l List) First(s Severity) (f Finding, ok bool) {
	i := slices.IndexFunc(l, func(f Finding) bool { return f.Severity == s })
	if i < 0 {
		return f, false
	}
	return l[i], true
}

// About is one file and all there is to say about it.
type About struct {
	File     string // as found, with /
	SHA256   string
	Unit     string // "" where unknown
	Year     int    // 0 where unknown
	Revision int
	Status   string // outcome, in English
	Word     string // outcome, as a clerk reads it
	Findings List
}

// Printer prints files one by one, so that a batch of any size needs no memory.
type Printer interface {
	File(About) error
	End() error // after the last file
}

// Entry is one line of the table of codes.
type Entry struct {
	Code       Code
	Severity   Severity
	What       string // message where the finding brings none
	Hint       string // the one thing to do
	Expression bool   // a formula on the sheet (自检) can and does express it
	Why        string // it matters
	Example    string // of what was met and of what belongs there
	Cause      string // what most likely led to it, in the words of an office
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
