package register

import (
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/shopspring/decimal"

	"tianbao/seeds/text"
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
	headKind     = "类别" // the first of those that are not printed
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
		{headUnit, 16, false, func(l *Line) string { return l.Unit }},
		{"状态", 9, false, func(l *Line) string { return l.Status.Word() }},
		{headReceived, 11, true, func(l *Line) string { return l.Entry.Received + l.Entry.receivedAs }},
		{headStamped, 7, true, func(l *Line) string { return l.Entry.Stamped + l.Entry.stampedAs }},
		{headExtended, 10, true, func(l *Line) string { return l.Entry.Extended + l.Entry.extendedAs }},
		{headReminded, 10, true, func(l *Line) string { return strings.ReplaceAll(l.Entry.Reminded, "、", "\n") }},
		{"是否按时", 8, false, func(l *Line) string { return string(l.Entry.Punctual(deadline)) }},
		{"逾期天数", 6, false, func(l *Line) string { return text.Some(l.Entry.daysLate(deadline)) }},
		{"征求意见", 18, false, func(l *Line) string { return l.Hearing.words() }},
		{"待办", 24, false, func(l *Line) string { return l.todo() }},
		{headKind, 12, false, func(l *Line) string { return l.Kind }},
		{"文件", 34, false, func(l *Line) string { return baseNames(l.Files) }},
		{"报送次数", 9, false, func(l *Line) string { return text.Some(l.Rounds) }},
		{"版次", 6, false, func(l *Line) string { return text.Some(l.Revision) }},
		{"错误", 6, false, func(l *Line) string { return text.Some(l.Errors) }},
		{"存疑", 6, false, func(l *Line) string { return text.Some(l.Warnings) }},
		{"提醒次数", 9, false, func(l *Line) string { return text.Some(l.Entry.reminders()) }},
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

func baseNames(files []string) string { return strings.Join(text.Each(files, path.Base), "\n") }

// Write makes the register workbook: the lines, and what people wrote in the last one.
// It holds nothing of the day on which it is written.
func Write(b *intake.Batch, lines []Line, kept *Kept) ([]byte, error) {
	deadline := Deadline(b.Forms)
	book, cols := xl.New(xl.Props{Title: strconv.Itoa(b.Year) + titleWords, Created: deadline}), columns(deadline)
	var shown []xl.TableColumn
	for _, c := range cols {
		if c.heading == headKind {
			for _, heading := range kept.columns {
				shown = append(shown, xl.TableColumn{Heading: heading, Width: ownWidth, Hand: true})
			}
		}
		shown = append(shown, xl.TableColumn{Heading: c.heading, Width: c.width, Hand: c.hand, Aside: c.heading == headKind})
	}
	for i := range shown {
		if w := kept.widths[shown[i].Heading]; w > 0 {
			shown[i].Width = w
		}
	}
	list := xl.Table{Name: "报送登记", Title: strconv.Itoa(b.Year) + titleWords, Office: b.Forms.Plan.Office, Columns: shown, Held: 1,
		Note: noteWords + deadline.Format(time.DateOnly) + ";黄色各列由经办人填写,自己加的列和行也会保留;日期写成 " + deadline.Format(time.DateOnly) + " 或 " + monthDay(deadline) + ";收到日期不填的,记第一次读到的那天。"}
	wrote := map[string]map[string]string{}
	for i := range lines {
		list.Rows = append(list.Rows, xl.TableRow{Cells: entries(cols, &lines[i], kept)})
		wrote[lines[i].Unit] = map[string]string{}
		for _, c := range cols {
			if text := c.text(&lines[i]); !c.hand && c.heading != headUnit && text != "" {
				wrote[lines[i].Unit][c.heading] = text
			}
		}
	}
	for _, row := range kept.rows {
		list.Below = append(list.Below, xl.TableRow{Cells: owned(row, len(shown))})
	}
	book.Table(&list)
	remember(book.Sheet(layout.StampSheet), lines, kept, wrote)
	return book.Bytes()
}

// entries are the cells of a line, those of people's own columns before what is not
// printed.
func entries(cols []column, l *Line, kept *Kept) []xl.Entry {
	var row []xl.Entry
	for _, c := range cols {
		if c.heading == headKind {
			row = append(row, owned(kept.cells[l.Unit], len(kept.columns))...)
		}
		row = append(row, xl.Entry{Text: c.text(l), Look: kept.looks[l.Unit][c.heading]})
	}
	return row
}

// owned are cells of the clerk's own, a number as one.
func owned(cells []cell, n int) []xl.Entry {
	row := make([]xl.Entry, n)
	for i := range min(n, len(cells)) {
		row[i].Text, row[i].Look = cells[i].text, cells[i].look
		if d, err := decimal.NewFromString(cells[i].text); cells[i].number && err == nil {
			row[i].Number = decimal.NewNullDecimal(d)
		}
	}
	return row
}

// remember writes for the next run which returns were seen when, for whom there is a row
// and what was written in it.
func remember(s *xl.Sheet, lines []Line, kept *Kept, wrote map[string]map[string]string) {
	s.Show(xl.VeryHidden)
	plain, row := xl.StyleID(0), 0
	write := func(words ...string) {
		row++
		for i, word := range words {
			s.Text(row, i+1, word, plain)
		}
	}
	for _, hash := range slices.Sorted(maps.Keys(kept.Seen)) {
		write(memorySeen, hash, kept.Seen[hash])
	}
	for i := range lines {
		words := []string{memoryUnit, lines[i].Unit}
		for _, heading := range slices.Sorted(maps.Keys(wrote[lines[i].Unit])) {
			words = append(words, heading, wrote[lines[i].Unit][heading])
		}
		write(words...)
		if day := kept.askedOn[lines[i].Unit]; day != "" {
			write(memoryAsked, lines[i].Unit, day)
		}
	}
}
