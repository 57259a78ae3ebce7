package templates

import (
	"fmt"
	"slices"
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

// Index makes the list of what was issued: which file goes to whom, how many rows
// each sheet has to fill, by when it is due.
func Index(p *plan.Plan, f layout.Frame, due time.Time, issued []Issued) ([]byte, error) {
	book, tables := xl.New(xl.Props{Title: strconv.Itoa(f.Year) + "年度下发清单", Created: issueTime(f.Year)}), tablesOf()
	columns := []xl.TableColumn{{Heading: "序号", Width: 5, Centred: true}, {Heading: "单位", Width: 19}, {Heading: "类别", Width: 10}, {Heading: "文件", Width: 23}}
	for _, t := range tables {
		columns = append(columns, xl.TableColumn{Heading: t.Name + "(行)", Width: 8, Centred: true})
	}
	columns = append(columns, xl.TableColumn{Heading: "截止日期", Width: 10, Centred: true}, xl.TableColumn{Heading: "发出日期", Width: 10, Hand: true}, xl.TableColumn{Heading: "接收人", Width: 9, Hand: true})
	list := xl.Table{Name: "下发清单", Title: fmt.Sprintf("%d年度填报表下发清单", f.Year), Office: p.Office, Columns: columns, Held: 2,
		Note: fmt.Sprintf("共 %d 份,截止 %s;发出后可在“发出日期”“接收人”栏记录。", len(issued), due.Format(time.DateOnly))}
	for i, one := range issued {
		row := append([]xl.Entry{xl.Count(i + 1)}, xl.Words(one.Unit.Name, one.Unit.Kind, one.File)...)
		for _, t := range tables {
			row = append(row, xl.Count(one.Rows[t.Key]))
		}
		list.Rows = append(list.Rows, xl.TableRow{Cells: append(row, xl.Words(due.Format(time.DateOnly))...)})
	}
	book.Table(&list)
	return book.Bytes()
}

// tablesOf lists the sheets that have rows, in the order of the tabs.
func tablesOf() []*layout.Sheet {
	return slices.DeleteFunc(slices.Clone(layout.Sheets()), func(s *layout.Sheet) bool { return s.Form })
}
