package consolidate

import (
	"strconv"
	"strings"

	"tianbao/templates/layout"
)

// storeVersion is the version of the hidden sheet's lines.
const storeVersion = 1

// StoreSheet is the very hidden sheet that carries the summary for next year's
// --previous and for trace.
const StoreSheet = "_tianbao"

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
	lineValue   = "value"   // year, sheet, 编号, column, value
	lineRuled   = "ruled"   // year, sheet, 编号, column, unit id, value, basis
	lineVerdict = "verdict" // year, sheet, 编号, verdict
	lineMap     = "map"     // tab, heading row, column of 编号, column of the unit or 0, sheet, column=key@year …
)

// store prints the summary as the lines of the hidden sheet.
func (s *Summary) store() [][]string {
	lines := [][]string{
		{lineSummary, strconv.Itoa(storeVersion), strconv.Itoa(layout.Version)},
		{linePlan, s.Plan.ID, s.Plan.Title},
		{lineYear, strconv.Itoa(s.Frame.Year)},
	}
	if s.past != nil {
		lines = append(lines, s.past.lines...)
	}
	number := map[*Source]string{}
	for i, f := range s.Sources {
		number[f] = strconv.Itoa(i + 1)
		lines = append(lines, f.lines(number[f])...)
	}
	for _, r := range s.records {
		lines = append(lines, r.line(lineRow, number[r.Source]))
	}
	lines = append(lines, s.copyLines(number)...)
	lines = append(lines, s.valueLines()...)
	return lines
}

func (f *Source) lines(number string) [][]string {
	year := strconv.Itoa(f.Year)
	lines := [][]string{{lineFile, year, number, f.UnitID, f.Unit, f.Name, f.SHA256, strconv.Itoa(f.Revision), f.Modified}}
	for _, sheet := range f.Sheets {
		lines = append(lines, []string{lineCols, year, number, string(sheet.Key), sheet.Name, sheet.columns()})
	}
	return lines
}

// columns prints which column of the file holds what: status=8 progress=9.
func (s *SourceSheet) columns() string {
	decl := layout.SheetOf(s.Key)
	var words []string
	for i, col := range s.Cols {
		if col > 0 && decl != nil && i < len(decl.Columns) {
			words = append(words, string(decl.Columns[i].Key)+"="+strconv.Itoa(col))
		}
	}
	return strings.Join(words, " ")
}

// line prints a record: a token for each cell (its key, its place in the file, *
// where it was given otherwise than taken), then the texts, a differing given text
// after the taken one.
func (r *Record) line(kind, number string) []string {
	tokens := make([]string, len(r.Cells))
	line := []string{kind, strconv.Itoa(r.Year), string(r.Sheet), r.Ref, r.UnitID, r.Unit, number, strconv.Itoa(r.Row), ""}
	for i, c := range r.Cells {
		tokens[i] = string(c.Col) + "=" + c.At.Cell()
		line = append(line, c.Text)
		if c.Given != c.Text {
			tokens[i] += "*"
			line = append(line, c.Given)
		}
	}
	line[8] = strings.Join(tokens, " ")
	return line
}

// copyLines prints the cells of equal copies, which belong to no record.
func (s *Summary) copyLines(number map[*Source]string) [][]string {
	var lines [][]string
	for _, c := range s.Conflicts {
		for _, o := range c.Options {
			if o.Cell && !o.Own {
				r := Record{Year: c.Year, UnitID: o.UnitID, Unit: o.Unit, Sheet: c.Sheet, Ref: c.Ref, Row: o.At.Row, Cells: []Cell{{Col: c.Col, Text: o.Text, Given: o.Given, At: o.At}}}
				lines = append(lines, r.line(lineCopy, number[o.Source]))
			}
		}
	}
	return lines
}

// valueLines prints what counted, what was ruled and the verdicts.
func (s *Summary) valueLines() [][]string {
	year := strconv.Itoa(s.Frame.Year)
	var lines [][]string
	add := func(ref string, sheet layout.SheetKey, settled map[layout.Key]*Settled) {
		for i := range layout.SheetOf(sheet).Columns {
			col := layout.SheetOf(sheet).Columns[i].Key
			if v := settled[col]; v != nil && v.Text != "" {
				lines = append(lines, []string{lineValue, year, string(sheet), ref, string(col), v.Text})
			}
		}
	}
	for _, l := range s.Items {
		add(l.Ref, layout.Lead, map[layout.Key]*Settled{layout.Status: l.Status})
	}
	for _, l := range s.Targets {
		add(l.ID, layout.Targets, l.Settled)
		lines = append(lines, []string{lineVerdict, year, string(layout.Targets), l.ID, string(l.Verdict.Verdict)})
	}
	for _, l := range s.Indicators {
		ref := strconv.Itoa(l.No)
		add(ref, layout.Indicators, l.Settled)
		lines = append(lines, []string{lineVerdict, year, string(layout.Indicators), ref, string(l.Verdict.Verdict)})
	}
	for _, c := range s.Conflicts {
		if r := c.Ruling; r != nil {
			lines = append(lines, []string{lineRuled, strconv.Itoa(c.Year), string(c.Sheet), c.Ref, string(c.Col), c.Unit, r.Value, r.Basis})
		}
	}
	return lines
}
