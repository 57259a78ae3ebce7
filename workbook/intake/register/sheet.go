package register

import (
	"path"
	"strconv"
	"strings"
	"time"

	"tianbao/templates/xl"
	"tianbao/workbook/intake"
)

// column is one column of the register: the clerk's where keep is set.
type column struct {
	heading string
	width   float64
	keep    bool
	text    func(*Line) string
}

// Headings of the columns the clerk fills in.
const (
	headUnit     = "单位"
	headReceived = "收到日期"
	headStamped  = "盖章件"
	headExtended = "延期至"
)

func columns(year int, deadline time.Time) []column {
	return []column{
		{headUnit, 26, false, func(l *Line) string { return l.Unit }},
		{"类别", 12, false, func(l *Line) string { return l.Kind }},
		{"状态", 12, false, func(l *Line) string { return l.Status.Word() }},
		{"文件", 34, false, func(l *Line) string { return baseNames(l.Files) }},
		{"版次", 6, false, func(l *Line) string { return count(l.Revision) }},
		{"错误", 6, false, func(l *Line) string { return count(l.Errors) }},
		{"存疑", 6, false, func(l *Line) string { return count(l.Warnings) }},
		{headReceived, 13, true, func(l *Line) string { return l.Entry.Received }},
		{headStamped, 10, true, func(l *Line) string { return l.Entry.Stamped }},
		{headExtended, 13, true, func(l *Line) string { return l.Entry.Extended }},
		{"是否按时", 10, false, func(l *Line) string { return string(l.Entry.Punctual(deadline)) }},
		{"催报文字", 60, false, func(l *Line) string { return l.Message(year, deadline) }},
	}
}

func count(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func baseNames(files []string) string {
	names := make([]string, len(files))
	for i, f := range files {
		names[i] = path.Base(f)
	}
	return strings.Join(names, "\n")
}

const headRow = 3

// Write makes the register workbook.
func Write(b *intake.Batch, lines []Line) ([]byte, error) {
	deadline := Deadline(b.Forms)
	book := xl.New(xl.Props{Title: strconv.Itoa(b.Year) + "年度报送登记", Created: deadline})
	s := book.Sheet("报送登记")
	title := book.Style(xl.Style{Bold: true, Size: 16})
	note := book.Style(xl.Style{Color: "595959"})
	head := book.Style(xl.Style{Bold: true, Fill: "D9E1F2", Border: xl.Thin, Wrap: true, Align: xl.Middle, VAlign: xl.Middle})
	cell := book.Style(xl.Style{Border: xl.Thin, Wrap: true, VAlign: xl.Middle})
	hand := book.Style(xl.Style{Border: xl.Thin, Wrap: true, VAlign: xl.Middle, Fill: "FFF2CC"})
	s.Text(1, 1, strconv.Itoa(b.Year)+"年度报送登记", title)
	s.Text(2, 1, "截止 "+deadline.Format(time.DateOnly)+";黄色三列由经办人填写,再次运行 tianbao status 时保留;日期写成 2025-03-31。", note)
	cols := columns(b.Year, deadline)
	for c, col := range cols {
		s.Width(c+1, c+1, col.width)
		s.Text(headRow, c+1, col.heading, head)
	}
	for i := range lines {
		row, height := headRow+1+i, 1
		for c, col := range cols {
			style := cell
			if col.keep {
				style = hand
			}
			text := col.text(&lines[i])
			s.Text(row, c+1, text, style)
			height = max(height, xl.Lines(text, col.width, xl.BodySize))
		}
		s.Height(row, xl.RowHeight(height, xl.BodySize))
	}
	s.Freeze(headRow, 1)
	s.Filter(xl.Range{Row1: headRow, Col1: 1, Row2: headRow + len(lines), Col2: len(cols)})
	s.PrintAs(xl.Print{Rows: [2]int{headRow, headRow}, Footer: xl.HeaderFooter{Centre: "第 " + xl.PageNo + " 页,共 " + xl.Pages + " 页"}})
	return book.Bytes()
}
