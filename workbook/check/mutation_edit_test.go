package check_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/xuri/excelize/v2"

	"tianbao/seeds/finding"
	"tianbao/seeds/trial"
	"tianbao/templates/layout"
	"tianbao/workbook"
)

// edit changes the file as another program would.
func (s *specimen) edit(t *testing.T, change func(f *excelize.File) error) []byte {
	t.Helper()
	f := trial.Got(excelize.OpenReader(bytes.NewReader(s.data)))(t)
	defer f.Close()
	trial.Must(t, change(f))
	var out bytes.Buffer
	trial.Must(t, f.Write(&out))
	return out.Bytes()
}

// table picks a sheet that is a table with rows.
func (s *specimen) table(r *rand.Rand) *workbook.Sheet { return pick(r, s.ret.Sheets[1:]) }

// edited is a harmless change to a sheet.
func edited(change func(f *excelize.File, sheet string) error) func(*testing.T, *specimen, *rand.Rand) (outcome, bool) {
	return func(t *testing.T, s *specimen, r *rand.Rand) (outcome, bool) {
		sheet := s.table(r).Name
		return outcome{data: s.edit(t, func(f *excelize.File) error { return change(f, sheet) })}, true
	}
}

func deletedRow(t *testing.T, s *specimen, r *rand.Rand) (outcome, bool) {
	sheet := s.table(r)
	row := &sheet.Rows[r.IntN(len(sheet.Rows))]
	data := s.edit(t, func(f *excelize.File) error { return f.RemoveRow(sheet.Name, row.R) })
	return outcome{data: data, codes: []finding.Code{finding.RowMissing}, ref: row.Ref(), at: []spot{{sheet.Form.Key, row.Ref(), ""}}, wide: true}, true
}

func copiedRow(t *testing.T, s *specimen, r *rand.Rand) (outcome, bool) {
	sheet := s.table(r)
	row := &sheet.Rows[r.IntN(len(sheet.Rows))]
	data := s.edit(t, func(f *excelize.File) error {
		if err := f.DuplicateRow(sheet.Name, row.R); err != nil {
			return err
		}
		return f.SetCellStr(sheet.Name, finding.ColumnName(lastOpen(row))+fmt.Sprint(row.R+1), "另一份")
	})
	return outcome{data: data, codes: []finding.Code{finding.RowDuplicate}, ref: row.Ref(), at: []spot{{sheet.Form.Key, row.Ref(), ""}}, wide: true, many: true}, true
}

// lastOpen is the file's column of a row's last cell to fill.
func lastOpen(row *workbook.Row) int {
	col := 0
	for i := range row.Values {
		if row.Issued.Modes[i] == layout.Open {
			col = row.Values[i].Place.Col
		}
	}
	return col
}

func fixedCell(t *testing.T, s *specimen, r *rand.Rand) (outcome, bool) {
	sheet := s.table(r)
	row := &sheet.Rows[r.IntN(len(sheet.Rows))]
	keys := []layout.Key{layout.Body, layout.Phrase, layout.Name}
	i := slices.IndexFunc(sheet.Form.Columns, func(c layout.Column) bool { return slices.Contains(keys, c.Key) })
	data := s.edit(t, func(f *excelize.File) error {
		return f.SetCellStr(sheet.Name, finding.ColumnName(sheet.Cols[i])+fmt.Sprint(row.R), "完成省下达的任务")
	})
	return outcome{data: data, codes: []finding.Code{finding.FixedChanged}, at: []spot{{sheet.Form.Key, row.Ref(), sheet.Form.Columns[i].Key}}}, true
}

func uncached(t *testing.T, s *specimen, r *rand.Rand) (outcome, bool) {
	list := s.cells(kind(layout.Number))
	if len(list) == 0 {
		return outcome{}, false
	}
	at := pick(r, list)
	place := s.ret.Sheet(at.sheet).Row(at.ref).Value(at.key).Place
	data := s.edit(t, func(f *excelize.File) error {
		if err := f.SetCellValue(place.Sheet, place.Cell(), nil); err != nil {
			return err
		}
		return f.SetCellFormula(place.Sheet, place.Cell(), "1+2")
	})
	return outcome{data: data, codes: []finding.Code{finding.FormulaUncached}, at: []spot{at}}, true
}

func deletedColumn(t *testing.T, s *specimen, r *rand.Rand) (outcome, bool) {
	sheet := s.table(r)
	var fill []int
	for i, c := range sheet.Form.Columns {
		if c.Role == layout.Fill {
			fill = append(fill, i)
		}
	}
	i := pick(r, fill)
	data := s.edit(t, func(f *excelize.File) error { return f.RemoveCol(sheet.Name, finding.ColumnName(sheet.Cols[i])) })
	return outcome{data: data, codes: []finding.Code{finding.ColumnMissing}, at: []spot{{sheet.Form.Key, "", sheet.Form.Columns[i].Key}}, wide: true}, true
}

func mergedCells(t *testing.T, s *specimen, r *rand.Rand) (outcome, bool) {
	sheet := s.table(r)
	if len(sheet.Rows) < 2 {
		return outcome{}, false
	}
	n := r.IntN(len(sheet.Rows) - 1)
	above, below := &sheet.Rows[n], &sheet.Rows[n+1]
	i := slices.IndexFunc(sheet.Form.Columns, func(c layout.Column) bool { return c.Required.Op == layout.CondAlways || c.Key == layout.Joined })
	col := finding.ColumnName(sheet.Cols[i])
	data := s.edit(t, func(f *excelize.File) error {
		return f.MergeCell(sheet.Name, col+fmt.Sprint(above.R), col+fmt.Sprint(below.R))
	})
	k := sheet.Form.Columns[i].Key
	return outcome{data: data, codes: []finding.Code{finding.MergedCells}, at: []spot{{sheet.Form.Key, above.Ref(), k}, {sheet.Form.Key, below.Ref(), k}}, many: true}, true
}

func hiddenRow(t *testing.T, s *specimen, r *rand.Rand) (outcome, bool) {
	sheet := s.table(r)
	row := &sheet.Rows[r.IntN(len(sheet.Rows))]
	return outcome{data: s.edit(t, func(f *excelize.File) error { return f.SetRowVisible(sheet.Name, row.R, false) })}, true
}

func unknownRef(t *testing.T, s *specimen, r *rand.Rand) (outcome, bool) {
	sheet := s.table(r)
	row := &sheet.Rows[r.IntN(len(sheet.Rows))]
	data := s.edit(t, func(f *excelize.File) error {
		return f.SetCellStr(sheet.Name, finding.ColumnName(sheet.Cols[0])+fmt.Sprint(row.R), "9999")
	})
	return outcome{data: data, codes: []finding.Code{finding.RefLost, finding.RowUnknown, finding.RowMissing}, ref: row.Ref(), at: []spot{{sheet.Form.Key, row.Ref(), ""}}, wide: true, many: true}, true
}
