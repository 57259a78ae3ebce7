package store

import (
	"cmp"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strconv"
	"strings"

	"tianbao/consolidate/judge"
	"tianbao/seeds/plan"
	"tianbao/templates/layout"
	"tianbao/workbook"
)

// version is the version of the hidden sheet's lines.
const version = 2

// Sheet is the very hidden sheet that carries the summary for next year's
// --previous and for trace.
const Sheet = "_tianbao"

// The first cell of a line of the hidden sheet. Lines of earlier years are carried
// on as they were read.
const (
	lineSummary = "summary" // version, layout version
	linePlan    = "plan"    // id, title
	lineYear    = "year"    // report year
	lineFile    = "file"    // year, number, unit id, unit, name, sha-256, revision, modified
	lineCols    = "cols"    // year, number, sheet, tab, key=column …
	lineRow     = "row"     // year, sheet, 编号, unit id, unit, file number, row, tokens, texts…
	lineCopy    = "copy"    // the same, of cells of equal copies
	lineWait    = "wait"    // the same, of cells left out until they are verified: nothing taken
	lineValue   = "value"   // year, sheet, 编号, column, value
	lineRuled   = "ruled"   // year, sheet, 编号, column, unit id, value, basis
	lineVerdict = "verdict" // year, sheet, 编号, verdict
	lineDigest  = "digest"  // of all lines before it
	lineMap     = "map"     // tab, heading row, column of 编号, column of the unit or 0, sheet, column=key@year …
)

// Kept is what the summary of one year hands on, beside the years before.
type Kept struct {
	Plan    *plan.Plan
	Year    int
	Past    *History // nil where none
	Sources []*Source
	Records []*Record // every row that counts
	Copies  []*Record // cells of equal copies that differ, each a record of its own
	Lines   []Line
	Ruled   []Ruling
	Tabs    []Tab
	digest  string // of the lines, once they have been printed
}

// Line is what counted in a row of the summary.
type Line struct {
	Sheet   layout.SheetKey
	Ref     string
	Values  map[layout.Key]string
	Verdict judge.Verdict // "" where none is given
}

// Tab says what the columns of a sheet of the summary show.
type Tab struct {
	Name    string
	Head    int // heading row
	RefCol  int // column of the 编号, 0 where none
	UnitCol int // column of the unit's name, 0 where rows are citywide
	Sheet   layout.SheetKey
	Cols    map[int]TabCol
}

// TabCol is what a column of a sheet of the summary shows.
type TabCol struct {
	Key  layout.Key
	Year int
}

// Len is how many lines the hidden sheet has.
func (k *Kept) Len() (n int) {
	for range k.Print() {
		n++
	}
	return n
}

// Print prints what is kept, line by line of the hidden sheet. A line is not to be kept.
func (k *Kept) Print() iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		d := newDigest()
		for line := range k.lines() {
			if k.digest == "" {
				d.add(line)
			}
			if !yield(line) {
				return
			}
		}
		k.digest = cmp.Or(k.digest, d.String())
		yield([]string{lineDigest, k.digest})
	}
}

// lines are the lines but for their digest.
func (k *Kept) lines() iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		all := func(lines ...[]string) bool {
			return !slices.ContainsFunc(lines, func(line []string) bool { return !yield(line) })
		}
		if !all([]string{lineSummary, strconv.Itoa(version), strconv.Itoa(layout.Version)}, []string{linePlan, k.Plan.ID, k.Plan.Title}, []string{lineYear, strconv.Itoa(k.Year)}) ||
			k.Past != nil && !all(k.Past.lines...) {
			return
		}
		number := map[*Source]string{}
		for i, f := range k.Sources {
			if number[f] = strconv.Itoa(i + 1); !all(f.print(number[f])...) {
				return
			}
		}
		for _, r := range k.Records {
			if !yield(r.print(lineRow, number)) {
				return
			}
			if w := r.waiting(); w.Cells != "" && !yield(w.print(lineWait, number)) {
				return
			}
		}
		for _, r := range k.Copies {
			if !yield(r.print(lineCopy, number)) {
				return
			}
		}
		for i := range k.Lines {
			if !all(k.Lines[i].print(k.Year)...) {
				return
			}
		}
		for _, r := range k.Ruled {
			if !yield([]string{lineRuled, strconv.Itoa(r.Year), string(r.Sheet), r.Ref, string(r.Col), r.Unit, r.Value, r.Basis}) {
				return
			}
		}
		for i := range k.Tabs {
			if !yield(k.Tabs[i].print()) {
				return
			}
		}
	}
}

// waiting is a record of the cells that were left out, by what was given.
func (r *Record) waiting() *Record {
	w := *r
	var cells []Cell
	for c := range r.Waiting().All() {
		if c.Text = ""; c.Given != "" {
			cells = append(cells, c)
		}
	}
	w.Cells = workbook.Pack(cells...)
	return &w
}

func (f *Source) print(number string) [][]string {
	year := strconv.Itoa(f.Year)
	lines := [][]string{{lineFile, year, number, f.UnitID, f.Unit, f.Name, f.SHA256, strconv.Itoa(f.Revision), f.Modified}}
	for _, sheet := range f.Sheets {
		lines = append(lines, []string{lineCols, year, number, string(sheet.Key), sheet.Name, sheet.Columns()})
	}
	return lines
}

// Columns prints which column of the file holds what: status=8 progress=9.
func (s *SourceSheet) Columns() string {
	decl := layout.SheetOf(s.Key)
	var words []string
	for i, col := range s.Cols {
		if col > 0 && decl != nil && i < len(decl.Columns) {
			words = append(words, string(decl.Columns[i].Key)+"="+strconv.Itoa(col))
		}
	}
	return strings.Join(words, " ")
}

// print prints a record: a token for each cell (its key, its place in the file, @ and
// the number of the file where that is not the record's, * where it was given otherwise
// than taken), then the texts, a differing given text after the taken one.
func (r *Record) print(kind string, number map[*Source]string) []string {
	var tokens []string
	line := []string{kind, strconv.Itoa(r.Year), string(r.Sheet), r.Ref, r.UnitID, r.Unit, number[r.Source], strconv.Itoa(r.Row), ""}
	for c := range r.Cells.All() {
		token := string(c.Col) + "=" + c.At.Cell()
		if other := r.few().others[c.Col]; other != nil {
			token += "@" + number[other]
		}
		line = append(line, c.Text)
		if c.Given != c.Text {
			token += "*"
			line = append(line, c.Given)
		}
		tokens = append(tokens, token)
	}
	line[8] = strings.Join(tokens, " ")
	return line
}

// print prints the values of a row in the layout's order, then its verdict.
func (l *Line) print(of int) (lines [][]string) {
	year := strconv.Itoa(of)
	for i := range layout.SheetOf(l.Sheet).Columns {
		col := layout.SheetOf(l.Sheet).Columns[i].Key
		if text := l.Values[col]; text != "" {
			lines = append(lines, []string{lineValue, year, string(l.Sheet), l.Ref, string(col), text})
		}
	}
	if l.Verdict != "" {
		lines = append(lines, []string{lineVerdict, year, string(l.Sheet), l.Ref, string(l.Verdict)})
	}
	return lines
}

// columns returns the columns of the sheet that show something, ascending.
func (t *Tab) columns() []int { return slices.Sorted(maps.Keys(t.Cols)) }

func (t *Tab) print() []string {
	line := []string{lineMap, t.Name, strconv.Itoa(t.Head), strconv.Itoa(t.RefCol), strconv.Itoa(t.UnitCol), string(t.Sheet)}
	for _, n := range t.columns() {
		line = append(line, fmt.Sprintf("%d=%s@%d", n, t.Cols[n].Key, t.Cols[n].Year))
	}
	return line
}
