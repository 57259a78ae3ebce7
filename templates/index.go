package templates

import (
	"fmt"
	"strconv"
	"time"

	"tianbao/seeds/plan"
	"tianbao/templates/layout"
	"tianbao/templates/xl"
)

// Issued is a workbook that was written, by its file's name. It does not hold the
// form, which for thousands of units would fill the memory.
type Issued struct {
	File string
	Unit *plan.Unit
	Rows map[layout.SheetKey]int // of each table
}

// NewIssued says what the workbook of a form holds.
func NewIssued(file string, f *layout.Form) Issued {
	one := Issued{File: file, Unit: f.Unit, Rows: map[layout.SheetKey]int{}}
	for _, s := range f.Sheets {
		if !s.Form {
			one.Rows[s.Key] = len(s.Rows)
		}
	}
	return one
}

// Total is the number of rows to fill.
func (one Issued) Total() int {
	n := 0
	for _, rows := range one.Rows {
		n += rows
	}
	return n
}

// indexColumn is a column of the list; its width is in characters.
type indexColumn struct {
	heading string
	width   float64
}

const indexHead = 3 // row of the headings

// Index makes the list of what was issued: which file goes to whom, how many rows
// each sheet has to fill, by when it is due.
func Index(f layout.Frame, due time.Time, issued []Issued) ([]byte, error) {
	book := xl.New(xl.Props{Title: strconv.Itoa(f.Year) + "年度下发清单", Created: issueTime(f.Year)})
	s := book.Sheet("下发清单")
	head := book.Style(xl.Style{Bold: true, Fill: "D9E1F2", Border: xl.Thin, Wrap: true, Align: xl.Middle, VAlign: xl.Middle})
	cell := book.Style(xl.Style{Border: xl.Thin, VAlign: xl.Middle, Wrap: true})
	number := book.Style(xl.Style{Border: xl.Thin, VAlign: xl.Middle, Align: xl.Middle})
	s.Text(1, 1, fmt.Sprintf("%d年度填报表下发清单", f.Year), book.Style(xl.Style{Bold: true, Size: 16}))
	s.Text(2, 1, fmt.Sprintf("共 %d 份,截止 %s;发出后可在“发出日期”“接收人”栏记录。", len(issued), due.Format(time.DateOnly)), book.Style(xl.Style{Color: "595959"}))
	tables := tablesOf()
	cols := []indexColumn{{"序号", 6}, {"单位", 28}, {"类别", 14}, {"文件", 40}}
	for _, t := range tables {
		cols = append(cols, indexColumn{t.Name + "(行)", 11})
	}
	cols = append(cols, indexColumn{"截止日期", 13}, indexColumn{"发出日期", 13}, indexColumn{"接收人", 14})
	for i, c := range cols {
		s.Width(i+1, i+1, c.width)
		s.Text(indexHead, i+1, c.heading, head)
	}
	for i, one := range issued {
		row := indexHead + 1 + i
		s.Int(row, 1, i+1, number)
		s.Text(row, 2, one.Unit.Name, cell)
		s.Text(row, 3, one.Unit.Kind, cell)
		s.Text(row, 4, one.File, cell)
		for j, t := range tables {
			s.Int(row, 5+j, one.Rows[t.Key], number)
		}
		s.Text(row, len(cols)-2, due.Format(time.DateOnly), number)
		s.Blank(row, len(cols)-1, cell)
		s.Blank(row, len(cols), cell)
	}
	s.Freeze(indexHead, 2)
	s.Filter(xl.Range{Row1: indexHead, Col1: 1, Row2: indexHead + len(issued), Col2: len(cols)})
	s.PrintAs(xl.Print{Rows: [2]int{indexHead, indexHead}, Footer: xl.HeaderFooter{Centre: "第 " + xl.PageNo + " 页,共 " + xl.Pages + " 页"}})
	return book.Bytes()
}

// tablesOf lists the sheets that have rows, in the order of the tabs.
func tablesOf() []*layout.Sheet {
	var tables []*layout.Sheet
	for _, s := range layout.Sheets() {
		if !s.Form {
			tables = append(tables, s)
		}
	}
	return tables
}
