package workbook_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tianbao/seeds/trial"
	"tianbao/templates/layout"
	"tianbao/workbook"
)

// What happens to workbooks in the field, each with all that is said of it beyond
// what is said of the specimen. Places of cells follow the specimen's, moved where
// the edit moves them.
func TestWhatComesBackIsReadWhereverItStands(t *testing.T) {
	s := newSpecimen(t)
	const lead, target = "牵头任务", "量化目标"
	total := s.at(layout.Targets, "7-1", layout.Total)
	row := s.rowOf(layout.Targets, "7-1")
	cases := []struct {
		name string
		edit func(f *excelize.File)
		want []string
	}{
		{"rows inserted above the heading", func(f *excelize.File) { must(t, f.InsertRows(target, 1, 3)) }, nil},
		{"a blank row above a row", func(f *excelize.File) { must(t, f.InsertRows(target, row, 1)) }, nil},
		{"a remark above the heading", func(f *excelize.File) {
			must(t, f.SetCellValue(target, "C3", "本表数据均为快报数,请以年报为准"))
		},
			[]string{"note outside-cell 量化目标!C3"}},
		{"a remark right of the table", func(f *excelize.File) { must(t, f.SetCellValue(target, "R7", "请核对")) },
			[]string{"note outside-cell 量化目标!R7 " + refAt(s, layout.Targets, 7)}},
		{"a remark below the table", func(f *excelize.File) { must(t, f.SetCellValue(target, "B90", "以上数据由规划科提供")) },
			[]string{"note outside-cell 量化目标!B90"}},
		{"the count above the heading pasted as its value", func(f *excelize.File) {
			must(t, f.SetCellStr(target, "B2", "共 5 行,待填或有误 3 行。只填黄色单元格;每行填完看“自检”,✓ 表示这一行填妥。"))
		}, nil},
		{"a band above the headings, some of them merged into it", func(f *excelize.File) {
			must(t, f.InsertRows(target, 4, 1))
			for _, c := range "ABCDEFGHI" {
				up, down := string(c)+"4", string(c)+"5"
				text := trial.Got(f.GetCellValue(target, down))(t)
				must(t, f.SetCellStr(target, up, text))
				must(t, f.SetCellValue(target, down, nil))
				must(t, f.MergeCell(target, up, down))
			}
			must(t, f.SetCellStr(target, "J4", "本年"))
			must(t, f.MergeCell(target, "J4", "N4"))
			must(t, f.SetCellStr(target, "D4", "要 求"))
			must(t, f.SetCellStr(target, fmt.Sprintf("B%d", row+1), "改过的内容"))
		}, []string{"note heading-edited 量化目标!D4", fmt.Sprintf("note fixed-changed 量化目标!B%d 7-1", row+1)}},
		{"a row without 编号 added", func(f *excelize.File) {
			must(t, f.SetCellStr(target, "B60", "合计"))
			must(t, f.SetCellValue(target, "J60", 12))
		}, []string{"note outside-cell 量化目标!B60", "note outside-cell 量化目标!J60"}},
		{"a footnote with a number below the table", func(f *excelize.File) { must(t, f.SetCellValue(target, "A90", "注:以上数据截至12月底")) },
			[]string{"note outside-cell 量化目标!A90"}},
		{"a 编号 of nobody below the table, with nothing beside it", func(f *excelize.File) { must(t, f.SetCellValue(target, "A90", "八(九)-1")) },
			[]string{"error row-unknown 量化目标!A90 八(九)-1"}},
		{"a column inserted", func(f *excelize.File) { must(t, f.InsertCols(target, "C", 1)) }, nil},
		{"a column with a heading inserted", func(f *excelize.File) {
			must(t, f.InsertCols(target, "C", 1))
			must(t, f.SetCellValue(target, "C4", "科室"))
		}, []string{"note column-extra 量化目标!C4"}},
		{"a heading with a space and a line break", func(f *excelize.File) {
			must(t, f.SetCellValue(target, "K4", "数 据\n状态"))
			must(t, f.SetCellValue("主要指标", indicatorHead(s, layout.Actual), "2024 年实际值"))
		}, []string{"note heading-edited 量化目标!K4", "note heading-edited 主要指标!" + indicatorHead(s, layout.Actual)}},
		{"a heading that nobody knows", func(f *excelize.File) { must(t, f.SetCellValue(target, "M4", "补充")) },
			[]string{"error column-missing 量化目标!M4"}},
		{"a heading cleared", func(f *excelize.File) { must(t, f.SetCellValue(target, "M4", nil)) }, []string{"error column-missing 量化目标!M4"}},
		{"the first heading to fill cleared", func(f *excelize.File) { must(t, f.SetCellValue(lead, "E4", " \u00a0")) }, []string{"error column-missing 牵头任务!E4"}},
		{"two headings cleared", func(f *excelize.File) {
			must(t, f.SetCellValue(target, "K4", nil))
			must(t, f.SetCellValue(target, "L4", nil))
		}, []string{"error column-missing 量化目标!K4", "error column-missing 量化目标!L4"}},
		{"a heading cleared beside a blank column", func(f *excelize.File) {
			must(t, f.InsertCols(target, "K", 1))
			must(t, f.SetCellValue(target, "L4", nil))
		}, []string{"error column-missing 量化目标!L4"}},
		{"the heading of a fixed column cleared", func(f *excelize.File) { must(t, f.SetCellValue(lead, "B4", nil)) }, []string{"warning column-missing 牵头任务!B4"}},
		{"the heading of 自检 cleared", func(f *excelize.File) { must(t, f.SetCellValue(target, "C4", nil)) }, nil},
		{"the heading of another column", func(f *excelize.File) { must(t, f.SetCellValue(lead, "G4", "备注")) }, []string{"error column-missing 牵头任务!G4"}},
		{"the heading of the 编号 changed", func(f *excelize.File) { must(t, f.SetCellValue(target, "A4", "号码")) }, []string{"note heading-edited 量化目标!A4"}},
		{"the heading of the 编号 cleared", func(f *excelize.File) { must(t, f.SetCellValue(target, "A4", nil)) }, []string{"note heading-edited 量化目标!A4"}},
		{"the 编号 moved behind the table without a heading", func(f *excelize.File) {
			rows := trial.Got(f.GetRows(target))(t)
			for i, r := range rows[3:] {
				must(t, f.SetCellValue(target, fmt.Sprintf("A%d", i+4), nil))
				if i > 0 {
					must(t, f.SetCellStr(target, fmt.Sprintf("Q%d", i+4), r[0]))
				}
			}
		}, []string{"note column-moved 量化目标!B4", "note heading-edited 量化目标!Q4"}},
		{"a column deleted", func(f *excelize.File) { must(t, f.RemoveCol(target, "K")) }, []string{"error column-missing 量化目标"}},
		{"the 编号 cleared with their heading", func(f *excelize.File) { clearColumn(t, f, target, "A") }, []string{"error column-missing 量化目标!A4"}},
		{"the 编号 cleared with their heading, one row not to be known", func(f *excelize.File) {
			clearColumn(t, f, target, "A")
			must(t, f.SetCellValue(target, fmt.Sprintf("B%d", row), "改过的目标内容"))
		}, []string{"error column-missing 量化目标!A4", "error row-unknown 量化目标"}},
		{"a fixed column deleted", func(f *excelize.File) { must(t, f.RemoveCol(lead, "L")) }, []string{"warning column-missing 牵头任务"}},
		{"a heading with a remark in full-width brackets", func(f *excelize.File) { must(t, f.SetCellValue(target, "M4", "说明（可不填）")) },
			[]string{"note heading-edited 量化目标!M4"}},
		{"a heading with a character missing", func(f *excelize.File) { must(t, f.SetCellValue(target, "L4", "预计能否完")) },
			[]string{"note heading-edited 量化目标!L4"}},
		{"a heading of another year", func(f *excelize.File) { must(t, f.SetCellValue(lead, "F4", "2023年进展情况 ")) },
			[]string{"error column-missing 牵头任务!F4"}},
		{"the headings cleared", func(f *excelize.File) { must(t, f.RemoveRow(target, 4)) }, []string{"error heading-missing 量化目标"}},
		{"a column given twice, the same", func(f *excelize.File) { twice(t, f, target, "", "") }, []string{"warning column-duplicate 量化目标!O4"}},
		{"a column given twice, the first blank", func(f *excelize.File) { twice(t, f, target, "J5", "") }, []string{"warning column-duplicate 量化目标!O4"}},
		{"a column given twice, differently", func(f *excelize.File) { twice(t, f, target, "", "O5") },
			[]string{"warning column-duplicate 量化目标!O4", "error column-duplicate 量化目标!J5 7-1"}},
		{"a sheet copied", func(f *excelize.File) {
			to := trial.Got(f.NewSheet("量化目标 (2)"))(t)
			from := trial.Got(f.GetSheetIndex(target))(t)
			must(t, f.CopySheet(from, to))
		}, []string{"warning sheet-copy 量化目标 (2)"}},
		{"the headings once more below", func(f *excelize.File) { must(t, f.DuplicateRowTo(target, 4, 10)) }, nil},
		{"a sheet renamed", func(f *excelize.File) { must(t, f.SetSheetName(target, "目标表")) }, []string{"note sheet-renamed 目标表"}},
		{"a sheet with a trailing space", func(f *excelize.File) { must(t, f.SetSheetName(target, target+" ")) }, []string{"note sheet-renamed 量化目标"}},
		{"a sheet hidden", func(f *excelize.File) { must(t, f.SetSheetVisible(target, false)) }, []string{"note sheet-hidden 量化目标"}},
		{"a sheet deleted", func(f *excelize.File) { must(t, f.DeleteSheet(target)) }, []string{"error sheet-missing 量化目标"}},
		{"a sheet added", func(f *excelize.File) {
			trial.Got(f.NewSheet("附件"))(t)
			must(t, f.SetCellValue("附件", "A1", "见附件"))
		}, []string{"note sheet-extra 附件"}},
		{"the remarks of an annotated copy", func(f *excelize.File) {
			trial.Got(f.NewSheet("错误清单"))(t)
			must(t, f.SetCellValue("错误清单", "A1", "错误"))
		}, nil},
		{"a row deleted", func(f *excelize.File) { must(t, f.RemoveRow(target, row)) }, []string{"error row-missing 量化目标 7-1"}},
		{"a row duplicated as it is", func(f *excelize.File) { must(t, f.DuplicateRow(target, row)) }, []string{
			fmt.Sprintf("error row-duplicate 量化目标!A%d 7-1", row), fmt.Sprintf("error row-duplicate 量化目标!A%d 7-1", row+1)}},
		{"a row of its own added", func(f *excelize.File) {
			must(t, f.SetCellValue(target, "A60", "新增1"))
			must(t, f.SetCellValue(target, "J60", 12))
		}, []string{"error row-unknown 量化目标!A60 新增1"}},
		{"full-width 编号", func(f *excelize.File) { must(t, f.SetCellValue(target, fmt.Sprintf("A%d", row), " 7-1 ")) },
			[]string{fmt.Sprintf("note ref-edited 量化目标!A%d 7-1", row)}},
		{"编号 turned into a date", func(f *excelize.File) {
			style := trial.Got(f.NewStyle(&excelize.Style{NumFmt: 14}))(t)
			must(t, f.SetCellValue(target, fmt.Sprintf("A%d", row), 45474)) // 1 July 2024
			must(t, f.SetCellStyle(target, fmt.Sprintf("A%d", row), fmt.Sprintf("A%d", row), style))
		}, []string{fmt.Sprintf("note ref-edited 量化目标!A%d 7-1", row)}},
		{"编号 typed as a number", func(f *excelize.File) {
			must(t, f.SetCellValue(lead, fmt.Sprintf("A%d", s.rowOf(layout.Lead, "7")), 7))
		}, nil},
		{"编号 typed as 7.0", func(f *excelize.File) {
			must(t, f.SetCellValue(lead, fmt.Sprintf("A%d", s.rowOf(layout.Lead, "7")), "7.0"))
		}, []string{fmt.Sprintf("note ref-edited 牵头任务!A%d 7", s.rowOf(layout.Lead, "7"))}},
		{"编号 cleared", func(f *excelize.File) { must(t, f.SetCellValue(target, fmt.Sprintf("A%d", row), nil)) },
			[]string{fmt.Sprintf("note ref-lost 量化目标!A%d 7-1", row)}},
		{"编号 of a row changed", func(f *excelize.File) { must(t, f.SetCellValue(target, fmt.Sprintf("A%d", row), "999")) },
			[]string{fmt.Sprintf("error row-unknown 量化目标!A%d 999", row)}},
		{"编号 of a row copied over the next", func(f *excelize.File) {
			must(t, f.SetCellValue(target, fmt.Sprintf("A%d", row+1), "7-1"))
		}, []string{fmt.Sprintf("error row-duplicate 量化目标!A%d 7-1", row+1)}},
		{"words in the column of 自检", func(f *excelize.File) { must(t, f.SetCellValue(target, fmt.Sprintf("C%d", row), "已核对")) },
			[]string{fmt.Sprintf("note outside-cell 量化目标!C%d 7-1", row)}},
		{"自检 pasted as values", func(f *excelize.File) {
			must(t, f.SetCellValue(target, fmt.Sprintf("C%d", row), "✓"))
			must(t, f.SetCellValue(target, fmt.Sprintf("C%d", row+1), "未填:“说明”"))
		}, nil},
		{"a row hidden", func(f *excelize.File) { must(t, f.SetRowVisible(target, row, false)) }, []string{fmt.Sprintf("note row-hidden 量化目标!A%d 7-1", row)}},
		{"a column hidden", func(f *excelize.File) { must(t, f.SetColVisible(target, "J", false)) }, []string{"note column-hidden 量化目标!J4"}},
		{"a fixed text changed", func(f *excelize.File) {
			must(t, f.SetCellValue(lead, s.at(layout.Lead, "7", layout.Body), "改过的内容"))
		}, []string{"warning fixed-changed 牵头任务!" + s.at(layout.Lead, "7", layout.Body) + " 7"}},
		{"the dash of a cell that does not apply cleared", func(f *excelize.File) {
			must(t, f.SetCellValue(target, s.at(layout.Targets, "7-1", layout.ThisYear), nil))
		}, nil},
		{"a unit of measure changed", func(f *excelize.File) {
			must(t, f.SetCellValue(target, s.at(layout.Targets, "7-1", layout.Measured), "人"))
		}, []string{"error measure-changed 量化目标!" + s.at(layout.Targets, "7-1", layout.Measured) + " 7-1"}},
		{"cells to fill merged", func(f *excelize.File) {
			must(t, f.MergeCell(lead, s.at(layout.Lead, "7", layout.Progress), s.at(layout.Lead, "7", layout.Problems)))
		}, []string{
			"error merged-cells 牵头任务!" + s.at(layout.Lead, "7", layout.Progress) + " 7",
			"error merged-cells 牵头任务!" + s.at(layout.Lead, "7", layout.Problems) + " 7"}},
		{"what shows nothing is blank", func(f *excelize.File) { must(t, f.SetCellValue(target, total, " \u00a0\u200b")) },
			[]string{"error required 量化目标!" + total + " 7-1"}},
		{"zero is an answer", func(f *excelize.File) { must(t, f.SetCellValue(target, total, 0)) }, nil},
		{"text over a dropdown", func(f *excelize.File) {
			must(t, f.SetCellValue(lead, s.at(layout.Lead, "7", layout.Status), "进行中"))
		}, []string{"error option-off-list 牵头任务!" + s.at(layout.Lead, "7", layout.Status) + " 7"}},
		{"an option with spaces", func(f *excelize.File) {
			must(t, f.SetCellValue(lead, s.at(layout.Lead, "7", layout.Status), " 达到 序时进度"))
		}, []string{"note option-read 牵头任务!" + s.at(layout.Lead, "7", layout.Status) + " 7"}},
		{"text that looks like a formula", func(f *excelize.File) {
			must(t, f.SetCellStr(lead, s.at(layout.Lead, "7", layout.Progress), "=HYPERLINK(\"http://a\") 全年组织实施各项工作"))
		}, nil},
		{"control characters in a text", func(f *excelize.File) {
			must(t, f.SetCellStr(lead, s.at(layout.Lead, "7", layout.Progress), "全年组织\u0007实施各项工作,新建示范点3个。"))
		}, nil},
		{"rich text", func(f *excelize.File) {
			must(t, f.SetCellRichText(lead, s.at(layout.Lead, "7", layout.Progress), []excelize.RichTextRun{{Text: "全年组织实施"}, {Text: "各项工作,新建示范点3个。", Font: &excelize.Font{Bold: true}}}))
		}, nil},
		{"a number where the row has none", func(f *excelize.File) {
			must(t, f.SetCellValue(target, s.at(layout.Targets, "7-1", layout.Basis), "期末值"))
		}, nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, ret, found := read(t, s.edited(t, c.edit), s.plan)
			if ret == nil {
				t.Fatal(found)
			}
			same(t, s.more(found), c.want)
		})
	}
}

// refAt is the 编号 that is in a row of a sheet.
func refAt(s *specimen, k layout.SheetKey, r int) string {
	for i := range s.ret.Sheet(k).Rows {
		if row := &s.ret.Sheet(k).Rows[i]; row.R == r {
			return row.Ref()
		}
	}
	return ""
}

func indicatorHead(s *specimen, k layout.Key) string {
	sheet := s.ret.Sheet(layout.Indicators)
	return fmt.Sprintf("%s%d", strings.TrimRight(sheet.Rows[0].Value(k).Place.Cell(), "0123456789"), sheet.Head)
}

// twice gives the column of 截至{Y}年底值 once more in column O, with one cell of the
// first cleared, or one of the second changed.
func twice(t *testing.T, f *excelize.File, sheet, clear, change string) {
	t.Helper()
	for r := 4; r <= 30; r++ {
		v := trial.Got(f.GetCellValue(sheet, fmt.Sprintf("J%d", r)))(t)
		if v == "5" {
			must(t, f.SetCellValue(sheet, fmt.Sprintf("O%d", r), 5))
		} else if r == 4 {
			must(t, f.SetCellValue(sheet, "O4", v))
		}
	}
	if clear != "" {
		must(t, f.SetCellValue(sheet, clear, nil))
	}
	if change != "" {
		must(t, f.SetCellValue(sheet, change, 6))
	}
}

// clearColumn clears a column from its heading down.
func clearColumn(t *testing.T, f *excelize.File, sheet, column string) {
	t.Helper()
	rows := trial.Got(f.GetRows(sheet))(t)
	for r := 4; r <= len(rows); r++ {
		must(t, f.SetCellValue(sheet, fmt.Sprintf("%s%d", column, r), nil))
	}
}

func TestValuesKeepTheirCellAndWhatWasGiven(t *testing.T) {
	s := newSpecimen(t)
	v := s.ret.Sheet(layout.Targets).Row("7-1").Value(layout.Total)
	if v.State != workbook.Filled || v.Text != "5" || v.Given != "5" || v.Place.Sheet != "量化目标" {
		t.Errorf("%+v", v)
	}
}
