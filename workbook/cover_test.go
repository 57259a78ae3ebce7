package workbook_test

import (
	"testing"

	"github.com/xuri/excelize/v2"

	"tianbao/templates/layout"
)

func TestTheCoverIsReadByItsLabels(t *testing.T) {
	s := newSpecimen(t)
	const cover = "填报说明"
	filler, label := s.at(layout.Cover, "", layout.Filler), "A10"
	cases := []struct {
		name string
		edit func(f *excelize.File)
		want []string
		text string
	}{
		{"rows above", func(f *excelize.File) { must(t, f.InsertRows(cover, 1, 2)) }, nil, "张三"},
		{"a column before", func(f *excelize.File) { must(t, f.InsertCols(cover, "A", 1)) }, nil, "张三"},
		{"a column between label and value", func(f *excelize.File) { must(t, f.InsertCols(cover, "B", 1)) }, nil, "张三"},
		{"a colon after the label", func(f *excelize.File) { must(t, f.SetCellValue(cover, label, "填 报 人:")) }, []string{"note heading-edited 填报说明!" + label}, "张三"},
		{"a remark in brackets after the label", func(f *excelize.File) { must(t, f.SetCellValue(cover, label, "填报人(签字)")) }, []string{"note heading-edited 填报说明!" + label}, "张三"},
		{"the value beside the label in one cell", func(f *excelize.File) {
			must(t, f.SetCellValue(cover, label, "填报人:李四"))
			must(t, f.SetCellValue(cover, filler, nil))
		}, []string{"note text-read 填报说明!" + label}, "李四"},
		{"a label removed", func(f *excelize.File) { must(t, f.SetCellValue(cover, label, nil)) }, []string{"error column-missing 填报说明!" + label}, ""},
		{"a label of other words", func(f *excelize.File) { must(t, f.SetCellValue(cover, label, "电话")) }, []string{"error column-missing 填报说明!" + label}, ""},
		{"the first label removed", func(f *excelize.File) { must(t, f.SetCellValue(cover, "A9", nil)) }, []string{"error column-missing 填报说明!A9"}, "张三"},
		{"the last label removed", func(f *excelize.File) { must(t, f.SetCellValue(cover, "A15", nil)) }, []string{"error column-missing 填报说明!A15"}, "张三"},
		{"the value removed", func(f *excelize.File) { must(t, f.SetCellValue(cover, filler, nil)) }, []string{"error required 填报说明!" + filler}, ""},
		{"two fields merged", func(f *excelize.File) { must(t, f.MergeCell(cover, "B9", filler)) },
			[]string{"error merged-cells 填报说明!B9", "error merged-cells 填报说明!" + filler}, ""},
		{"a field merged with what stands beside it", func(f *excelize.File) { must(t, f.MergeCell(cover, filler, "C10")) }, nil, "张三"},
		{"another unit's name", func(f *excelize.File) { must(t, f.SetCellValue(cover, "B4", "市财政局")) }, []string{"warning fixed-changed 填报说明!B4"}, "张三"},
		{"another year", func(f *excelize.File) { must(t, f.SetCellValue(cover, "B5", 2023)) }, []string{"warning fixed-changed 填报说明!B5"}, "张三"},
		{"the year as a number", func(f *excelize.File) { must(t, f.SetCellValue(cover, "B5", 2024)) }, nil, "张三"},
		{"the unit cleared", func(f *excelize.File) { must(t, f.SetCellValue(cover, "B4", nil)) }, nil, "张三"},
		{"a remark right of the fields", func(f *excelize.File) { must(t, f.SetCellValue(cover, "F12", "数据为快报数")) }, []string{"note outside-cell 填报说明!F12"}, "张三"},
		{"a remark below the signature", func(f *excelize.File) { must(t, f.SetCellValue(cover, "A40", "附件另送")) }, []string{"note outside-cell 填报说明!A40"}, "张三"},
		{"the sheet renamed", func(f *excelize.File) { must(t, f.SetSheetName(cover, "封面")) }, []string{"note sheet-renamed 封面"}, "张三"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, ret, found := read(t, s.edited(t, c.edit), s.plan)
			same(t, s.more(found), c.want)
			if got := ret.Sheet(layout.Cover).Row("").Text(layout.Filler); got != c.text {
				t.Errorf("taken %q", got)
			}
		})
	}
}
