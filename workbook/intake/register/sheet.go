package register

import (
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/shopspring/decimal"

	"tianbao/templates/layout"
	"tianbao/templates/xl"
	"tianbao/workbook/intake"
)

// column is one column of the register: filled in by people where hand is set.
type column struct {
	heading string
	width   float64
	hand    bool
	text    func(*Line) string
}

// Headings that rows and hand-filled columns are found by.
const (
	headUnit     = "单位"
	headReceived = "收到日期"
	headStamped  = "盖章件"
	headExtended = "延期至"
	headReminded = "提醒日期"
)

// What the program writes above the table begins or ends with these words.
const (
	titleWords = "年度报送登记"
	noteWords  = "截止 "
)

// Kinds of rows on the hidden sheet.
const (
	memorySeen  = "收到"
	memoryUnit  = "单位"
	memoryAsked = "征求意见"
)

func columns(deadline time.Time) []column {
	return []column{
		{headUnit, 26, false, func(l *Line) string { return l.Unit }},
		{"类别", 12, false, func(l *Line) string { return l.Kind }},
		{"状态", 12, false, func(l *Line) string { return l.Status.Word() }},
		{"文件", 34, false, func(l *Line) string { return baseNames(l.Files) }},
		{"报送次数", 9, false, func(l *Line) string { return count(l.Rounds) }},
		{"版次", 6, false, func(l *Line) string { return count(l.Revision) }},
		{"错误", 6, false, func(l *Line) string { return count(l.Errors) }},
		{"存疑", 6, false, func(l *Line) string { return count(l.Warnings) }},
		{headReceived, 13, true, func(l *Line) string { return l.Entry.Received + l.Entry.receivedAs }},
		{headStamped, 10, true, func(l *Line) string { return l.Entry.Stamped }},
		{headExtended, 13, true, func(l *Line) string { return l.Entry.Extended + l.Entry.extendedAs }},
		{headReminded, 13, true, func(l *Line) string { return strings.ReplaceAll(l.Entry.Reminded, "、", "\n") }},
		{"提醒次数", 9, false, func(l *Line) string { return count(l.Entry.Reminders()) }},
		{"是否按时", 10, false, func(l *Line) string { return string(l.Entry.Punctual(deadline)) }},
		{"征求意见", 22, false, func(l *Line) string { return l.Hearing.words() }},
		{"待办", 46, false, func(l *Line) string { return l.todo() }},
	}
}

// headingWords are the headings of the register, handWords those of people's columns.
var headingWords, handWords = func() (all, hand []string) {
	for _, c := range columns(time.Time{}) {
		all = append(all, c.heading)
		if c.hand {
			hand = append(hand, c.heading)
		}
	}
	return all, hand
}()

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

// Write makes the register workbook: the lines, and what people wrote in the last one.
// It holds nothing of the day on which it is written.
func Write(b *intake.Batch, lines []Line, kept *Kept) ([]byte, error) {
	deadline := Deadline(b.Forms)
	book := xl.New(xl.Props{Title: strconv.Itoa(b.Year) + titleWords, Created: deadline})
	w := writer{Sheet: book.Sheet("报送登记"), cols: columns(deadline)}
	note := book.Style(xl.Style{Color: "595959"})
	head := book.Style(xl.Style{Bold: true, Fill: "D9E1F2", Border: xl.Thin, Wrap: true, Align: xl.Middle, VAlign: xl.Middle})
	w.plain = book.Style(xl.Style{Border: xl.Thin, Wrap: true, VAlign: xl.Middle})
	w.hand = book.Style(xl.Style{Border: xl.Thin, Wrap: true, VAlign: xl.Middle, Fill: "FFF2CC"})
	w.Text(1, 1, strconv.Itoa(b.Year)+titleWords, book.Style(xl.Style{Bold: true, Size: 16}))
	w.Text(2, 1, noteWords+deadline.Format(time.DateOnly)+";黄色各列由经办人填写,自己加的列和行也会保留;日期写成 "+deadline.Format(time.DateOnly)+" 或 "+monthDay(deadline)+";收到日期不填的,记第一次读到的那天。", note)
	for c, col := range w.cols {
		w.Width(c+1, c+1, col.width)
		w.Text(headRow, c+1, col.heading, head)
	}
	const ownWidth = 18
	for i, heading := range kept.columns {
		col := len(w.cols) + 1 + i
		w.Width(col, col, ownWidth)
		w.Text(headRow, col, heading, head)
	}
	for i := range lines {
		w.line(headRow+1+i, &lines[i], kept)
	}
	for i, row := range kept.rows {
		for c, one := range row {
			w.own(headRow+2+len(lines)+i, c+1, one)
		}
	}
	w.Freeze(headRow, 1)
	w.Filter(xl.Range{Row1: headRow, Col1: 1, Row2: headRow + len(lines), Col2: len(w.cols) + len(kept.columns)})
	w.PrintAs(xl.Print{Rows: [2]int{headRow, headRow}, Footer: xl.HeaderFooter{Centre: "第 " + xl.PageNo + " 页,共 " + xl.Pages + " 页"}})
	remember(book.Sheet(layout.StampSheet), lines, kept)
	return book.Bytes()
}

type writer struct {
	*xl.Sheet
	cols        []column
	plain, hand xl.StyleID
}

func (w *writer) line(row int, l *Line, kept *Kept) {
	height := 1
	for c, col := range w.cols {
		style := w.plain
		if col.hand {
			style = w.hand
		}
		text := col.text(l)
		w.Text(row, c+1, text, style)
		height = max(height, xl.Lines(text, col.width, xl.BodySize))
	}
	for i := range kept.columns {
		one := cell{}
		if own := kept.cells[l.Unit]; i < len(own) {
			one = own[i]
		}
		w.own(row, len(w.cols)+1+i, one)
	}
	w.Height(row, xl.RowHeight(height, xl.BodySize))
}

// own writes a cell of the clerk's own, a number as one.
func (w *writer) own(row, col int, c cell) {
	if n, err := decimal.NewFromString(c.text); c.number && err == nil {
		w.Number(row, col, n, w.hand)
		return
	}
	w.Text(row, col, c.text, w.hand)
}

// remember writes for the next run which returns were seen when, and for whom there is
// a row.
func remember(s *xl.Sheet, lines []Line, kept *Kept) {
	s.Show(xl.VeryHidden)
	plain, row := xl.StyleID(0), 0
	write := func(what, name, day string) {
		row++
		s.Text(row, 1, what, plain)
		s.Text(row, 2, name, plain)
		s.Text(row, 3, day, plain)
	}
	for _, hash := range slices.Sorted(maps.Keys(kept.Seen)) {
		write(memorySeen, hash, kept.Seen[hash])
	}
	for i := range lines {
		write(memoryUnit, lines[i].Unit, "")
		if day := kept.askedOn[lines[i].Unit]; day != "" {
			write(memoryAsked, lines[i].Unit, day)
		}
	}
}
