package store

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"tianbao/consolidate/judge"
	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/text"
	"tianbao/templates/layout"
	"tianbao/workbook"
	"tianbao/workbook/ooxml"
)

var errStore = errors.New("隐藏数据不完整")

// kept is the hidden sheet, read.
type kept struct {
	version, layout int
	planID          string
	year            int
	whole           bool // its digest is there and fits
	history         *History
	files           map[fileKey]*Source
	all             []*Record // records of all years, as stored
	tabs            []Tab
}

type fileKey struct{ year, number string }

// readStore reads the hidden sheet of a summary; the sheet continues on further
// sheets of the same name with a number. nil without one.
func readStore(book *ooxml.Book, p *plan.Plan) (*kept, error) {
	st := &kept{files: map[fileKey]*Source{}, history: &History{
		plan: p, records: map[Spot]*Record{}, rows: map[Spot][]*Record{}, settled: map[Spot]settledThen{}, verdicts: map[Spot]judge.Verdict{},
	}}
	found, sum := false, newDigest()
	for _, g := range book.Sheets {
		if base, _, _ := strings.Cut(g.Name, " "); base != Sheet {
			continue
		}
		for i := range g.Rows {
			line := textsOf(&g.Rows[i])
			if len(line) == 0 {
				continue
			}
			if line[0] == lineSummary {
				found = true
			}
			if !found {
				return nil, nil
			}
			if line[0] == lineDigest {
				st.whole = len(line) > 1 && line[1] == sum.String()
				continue
			}
			sum.add(line)
			if err := st.read(line); err != nil {
				return nil, fmt.Errorf("%s 第 %d 行: %w", g.Name, g.Rows[i].R, err)
			}
		}
	}
	if !found {
		return nil, nil
	}
	if st.planID == "" || st.year == 0 {
		return nil, errStore
	}
	st.history.Last = st.year
	return st, nil
}

// textsOf returns the cells of a row from the first column on, blanks included.
func textsOf(row *ooxml.Row) []string {
	var line []string
	for _, c := range row.Cells {
		if c.Col > 16384 {
			break
		}
		for len(line) < c.Col-1 {
			line = append(line, "")
		}
		line = append(line, c.Text)
	}
	return line
}

// read takes one line. Lines it does not know are passed over.
func (st *kept) read(line []string) error {
	for len(line) < 9 {
		line = append(line, "")
	}
	year, _ := strconv.Atoi(line[1])
	switch line[0] {
	case lineSummary:
		st.version, _ = strconv.Atoi(line[1])
		st.layout, _ = strconv.Atoi(line[2])
		return nil
	case linePlan:
		st.planID = line[1]
		return nil
	case lineYear:
		st.year = year
		return nil
	case lineMap:
		return st.readTab(line)
	case lineFile:
		revision, _ := strconv.Atoi(line[7])
		f := &Source{Year: year, UnitID: line[3], Unit: line[4], Name: line[5], SHA256: line[6], Revision: revision, Modified: line[8]}
		st.files[fileKey{line[1], line[2]}] = f
		st.history.sources = append(st.history.sources, f)
	case lineCols:
		if f := st.files[fileKey{line[1], line[2]}]; f != nil {
			f.Sheets = append(f.Sheets, readColumns(line))
		}
	case lineRow, lineCopy, lineWait:
		if err := st.readRow(line, year); err != nil {
			return err
		}
	case lineValue:
		st.history.settled[Spot{Year: year, Sheet: layout.SheetKey(line[2]), Ref: line[3], Col: layout.Key(line[4])}] = settledThen{text: line[5]}
	case lineRuled:
		st.history.settled[Spot{Year: year, Sheet: layout.SheetKey(line[2]), Ref: line[3], Col: layout.Key(line[4]), Unit: line[5]}] =
			settledThen{text: line[6], ruled: true, basis: line[7]}
	case lineVerdict:
		st.history.verdicts[Spot{Year: year, Sheet: layout.SheetKey(line[2]), Ref: line[3]}] = judge.Verdict(line[4])
	}
	st.history.lines = append(st.history.lines, trimmed(line))
	return nil
}

func readColumns(line []string) SourceSheet {
	sheet := SourceSheet{Key: layout.SheetKey(line[3]), Name: line[4]}
	decl := layout.SheetOf(sheet.Key)
	if decl == nil {
		return sheet
	}
	sheet.Cols = make([]int, len(decl.Columns))
	for word := range strings.FieldsSeq(line[5]) {
		key, col, _ := strings.Cut(word, "=")
		if i := decl.Index(layout.Key(key)); i >= 0 {
			sheet.Cols[i], _ = strconv.Atoi(col)
		}
	}
	return sheet
}

func trimmed(line []string) []string {
	for len(line) > 0 && line[len(line)-1] == "" {
		line = line[:len(line)-1]
	}
	return line
}

func (st *kept) readRow(line []string, year int) error {
	f := st.files[fileKey{line[1], line[6]}]
	if f == nil {
		return fmt.Errorf("%w: 没有第 %s 号文件", errStore, line[6])
	}
	r := &Record{Source: f, Topic: &Topic{Sheet: layout.SheetKey(line[2]), Ref: line[3]}}
	r.Row, _ = strconv.Atoi(line[7])
	texts := line[9:]
	next := func() string {
		if len(texts) == 0 {
			return ""
		}
		text := texts[0]
		texts = texts[1:]
		return text
	}
	var cells []Cell
	for token := range strings.FieldsSeq(line[8]) {
		key, cell, ok := strings.Cut(strings.TrimSuffix(token, "*"), "=")
		if !ok || len(texts) == 0 {
			return fmt.Errorf("%w: %s", errStore, token)
		}
		c := Cell{Col: layout.Key(key), Text: next()}
		cell, number, elsewhere := strings.Cut(cell, "@")
		if elsewhere {
			other := st.files[fileKey{line[1], number}]
			if other == nil {
				return fmt.Errorf("%w: 没有第 %s 号文件", errStore, number)
			}
			r.From(c.Col, other)
		}
		c.At.Row, c.At.Col = finding.ReadCell(cell)
		if c.Given = c.Text; strings.HasSuffix(token, "*") {
			c.Given = next()
		}
		cells = append(cells, c)
	}
	if line[0] == lineWait {
		r.Wait(cells...)
	} else {
		r.Cells = workbook.Pack(cells...)
	}
	if st.all = append(st.all, r); line[0] == lineRow {
		st.history.records[Spot{Year: year, Sheet: r.Sheet, Ref: r.Ref, Unit: r.UnitID}] = r
		row := Spot{Year: year, Sheet: r.Sheet, Ref: r.Ref}
		st.history.rows[row] = append(st.history.rows[row], r)
	}
	return nil
}

// tab is the name of a sheet in the file.
func (f *Source) tab(sheet layout.SheetKey) string {
	for _, s := range f.Sheets {
		if s.Key == sheet {
			return s.Name
		}
	}
	return ""
}

// Reads reports whether it is a sheet of a summary from which ReadHistory and ReadRulings
// take something, where nobody has changed the summary.
func Reads(tab string) bool {
	base, _, _ := strings.Cut(tab, " ")
	return base == Sheet || base == RulingSheet
}

// ReadHistory reads the values of last year's summary and of the years before. A
// workbook that is no summary, or one of another plan or layout, gives a finding
// and no history.
func ReadHistory(book *ooxml.Book, p *plan.Plan) (*History, finding.List) {
	st, list := openSummary(book, p)
	if st == nil {
		return nil, list
	}
	return st.history, append(list, st.edited(book)...)
}

// openSummary reads the hidden sheet and refuses what is not this plan's.
func openSummary(book *ooxml.Book, p *plan.Plan) (*kept, finding.List) {
	var list finding.List
	st, err := readStore(book, p)
	switch {
	case err != nil:
		list.Add(finding.SummaryBroken, finding.Given(err.Error()))
	case st == nil:
		list.Add(finding.SummaryForeign)
	case st.version != version || st.layout != layout.Version:
		list.Add(finding.SummaryLayout, finding.Given(strconv.Itoa(st.layout)), finding.Expected(strconv.Itoa(layout.Version)))
	case st.planID != p.ID:
		list.Add(finding.SummaryPlan, finding.Given(st.planID), finding.Expected(p.ID))
	case !st.whole:
		list.Add(finding.SummaryBroken, finding.Message("汇总表的隐藏数据被改动或丢失了一部分,不能读取"))
	case !p.Period.Holds(st.year):
		list.Add(finding.SummaryBroken, finding.Given(text.Year(st.year)))
	default:
		st.history.follow()
		return st, list
	}
	return nil, list
}
