package ooxml

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"tianbao/seeds/finding"
)

// The shape of a return in the benchmarks.
const returnRows, returnCols = 150, 15

// filledReturn makes a return as a unit sends it: headings, numbers, percentages,
// dates and Chinese text, in a few formats; half the texts recur. With inline the
// texts are in the cells, as a streaming writer leaves them, else in the shared
// table, as the office programs do. seed varies the figures.
func filledReturn(seed int, inline bool) func(*excelize.File) {
	return func(f *excelize.File) {
		styles := make([]int, 6)
		for i, n := range []int{0, 1, 2, 10, 14, 49} {
			styles[i], _ = f.NewStyle(&excelize.Style{NumFmt: n, Border: []excelize.Border{{Type: "left", Color: "000000", Style: 1}},
				Alignment: &excelize.Alignment{WrapText: true}, Protection: &excelize.Protection{Locked: i%2 == 0}})
		}
		rows := make([][]any, returnRows)
		for r := range rows {
			rows[r] = make([]any, returnCols)
			for c := range rows[r] {
				rows[r][c] = excelize.Cell{StyleID: styles[c%len(styles)], Value: returnValue(seed, r, c)}
			}
		}
		// Others believe the dimension and would read one cell.
		must(f.SetSheetDimension("Sheet1", fmt.Sprintf("A1:%s%d", finding.ColumnName(returnCols), returnRows)))
		if inline {
			w, err := f.NewStreamWriter("Sheet1")
			must(err)
			for r, row := range rows {
				must(w.SetRow(fmt.Sprintf("A%d", r+1), row))
			}
			must(w.Flush())
			return
		}
		for r, row := range rows {
			for c, v := range row {
				at, _ := excelize.CoordinatesToCellName(c+1, r+1)
				must(f.SetCellValue("Sheet1", at, v.(excelize.Cell).Value))
				must(f.SetCellStyle("Sheet1", at, at, v.(excelize.Cell).StyleID))
			}
		}
	}
}

// returnValue is what is in a cell: half text, half numbers.
func returnValue(seed, r, c int) any {
	n := seed*7919 + r*31 + c*17
	switch c % 6 {
	case 0:
		return fmt.Sprintf("%d(%d)-%d", r+1, n%7+1, c)
	case 1:
		return fmt.Sprintf("第%d项:加快推进重点项目建设,全年完成投资%d亿元,新增就业%d人", r+1, n%90+10, n%9000)
	case 2:
		return float64(n%100000) / 100
	case 3:
		return float64(n%1000) / 1000
	case 4:
		return 45292 + n%366
	}
	return []string{"达到序时进度", "未达序时进度", "已完成", "持续推进"}[n%4]
}
