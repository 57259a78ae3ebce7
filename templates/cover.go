package templates

import (
	"fmt"
	"strconv"

	words "tianbao/seeds/text"
	"tianbao/templates/layout"
	"tianbao/templates/xl"
)

// The columns of the cover: label, what is filled in, 自检, help over two.
const (
	labelCol = 1 + iota
	valueCol
	checkCol
	helpCol
	lastCol
)

// coverWidths is the width of the cover's columns in characters.
var coverWidths = [...]float64{12, 24, 18, 14, 28}

// across is the width of the page.
func across() float64 {
	sum := 0.0
	for _, width := range coverWidths {
		sum += width
	}
	return sum
}

// fieldRow is the row of the cover's first field.
const fieldRow = 9

// cover is the first sheet. Its fields stand where the tables expect them before
// it is written, since it counts what is open in the tables.
type cover struct {
	*writer
	fields *layout.FormSheet
	sheet  *xl.Sheet
	row    int
}

func (w *writer) cover() *cover {
	fields := w.form.Sheet(layout.Cover)
	return &cover{writer: w, fields: fields, sheet: w.book.Sheet(fields.Name)}
}

func (c *cover) name() string { return c.fields.Name }

// at is the reference to a field, held in place.
func (c *cover) at(k layout.Key) string {
	return xl.Fixed(fieldRow+c.fields.Index(k), valueCol, true, true)
}

// place is the same from any sheet.
func (c *cover) place(k layout.Key) string { return xl.SheetRef(c.name()) + c.at(k) }

func (c *cover) write() {
	for col, width := range coverWidths {
		c.sheet.Width(col+1, col+1, width)
	}
	c.head()
	c.person()
	c.summary()
	c.guide()
	c.sheet.Protect()
	c.sheet.NoGrid()
	c.sheet.Tab(red)
	c.sheet.PrintAs(xl.Print{Portrait: true, OnePage: true, CentreAcross: true, Left: margin, Right: margin, Footer: c.footer()})
}

// wide writes a text across the page.
func (c *cover) wide(row int, text string, height float64, style xl.StyleID) {
	c.sheet.Merge(xl.Range{Row1: row, Col1: labelCol, Row2: row, Col2: lastCol})
	c.sheet.Text(row, labelCol, words.Worded(text), style)
	c.sheet.Height(row, height)
}

// join makes one cell of a row's cells up to the last column.
func (c *cover) join(row, from int, style xl.StyleID) {
	for col := from + 1; col <= lastCol; col++ {
		c.sheet.Blank(row, col, style)
	}
	c.sheet.Merge(xl.Range{Row1: row, Col1: from, Row2: row, Col2: lastCol})
}

// head says whose workbook it is and when it is due.
func (c *cover) head() {
	plan, year := c.form.Plan, c.form.Frame.Year
	c.wide(1, plan.Title, xl.RowHeight(xl.Lines(plan.Title, across(), 12), 12), c.looks.center)
	c.wide(2, fmt.Sprintf("%d年度落实情况填报表", year), 40, c.looks.subtitle)
	pairs := [][2]string{
		{layout.CoverUnit, c.form.Unit.Name}, {layout.CoverCode, c.code},
		{layout.CoverYear, strconv.Itoa(year)}, {layout.CoverDeadline, layout.DueDay(plan, year)},
	}
	for i, p := range pairs {
		row, col := 4+i/2, labelCol+i%2*2
		c.sheet.Text(row, col, p[0], c.looks.label)
		c.sheet.Text(row, col+1, p[1], c.looks.plain)
		if i%2 == 1 {
			c.join(row, col+1, c.looks.plain)
		}
		c.sheet.Height(row, 24)
	}
	c.wide(6, "严禁填报涉密信息!涉密内容请按保密规定另行报送,在那一行或“报送方式”选“另行报送”。", 30, c.looks.warn)
}

// person writes the fields, one a row.
func (c *cover) person() {
	for col, text := range []string{"项目", "填写", "自检", "怎么填"} {
		c.sheet.Text(fieldRow-1, col+1, text, c.looks.heads[layout.Fixed])
	}
	c.join(fieldRow-1, helpCol, c.looks.heads[layout.Fixed])
	r := &c.fields.Rows[0]
	for i := range c.fields.Columns {
		column, row := &c.fields.Columns[i], fieldRow+i
		c.sheet.Text(row, labelCol, c.fields.Headings[i], c.looks.label)
		c.fill(row, valueCol, column, c.text(c.fields, r, i), c.sheet)
		c.help(c.sheet, column, c.fields.Headings[i], toFill{column.List, []xl.Range{xl.One(row, valueCol)}})
		c.check(r, i)
		advice := words.Worded(markOf(column) + "。" + c.form.Frame.Expand(column.Prompt))
		c.sheet.Text(row, helpCol, advice, c.looks.plain)
		c.join(row, helpCol, c.looks.plain)
		c.sheet.Height(row, max(24, xl.RowHeight(xl.Lines(advice, coverWidths[helpCol-1]+coverWidths[lastCol-1], tableSize), tableSize)))
	}
	last := fieldRow + len(c.fields.Columns) - 1
	c.sheet.When(xl.Condition{Cells: []xl.Range{xl.Column(valueCol, fieldRow, last)}, Style: faulty, Formula: fmt.Sprintf(`AND(LEFT($C%d,1)<>"%s",LEFT($C%d,3)<>"%s")`, fieldRow, fine, fieldRow, untouched)})
	c.sheet.When(xl.Condition{Cells: []xl.Range{xl.Column(checkCol, fieldRow, last)}, Style: unfinished, Formula: fmt.Sprintf(`LEFT($C%d,1)<>"%s"`, fieldRow, fine)})
	c.row = last + 2
}

// check writes the 自检 of one field.
func (c *cover) check(r *layout.Row, i int) {
	var mine []asked
	for _, a := range asks(c.fields, r, nil) {
		if a.Key == c.fields.Columns[i].Key {
			mine = append(mine, a)
		}
	}
	c.sheet.Formula(fieldRow+i, checkCol, selfCheck(mine, columns{c.fields.Sheet}, c.at), c.outcome(mine, r), c.looks.check)
}

func (c *cover) outcome(list []asked, r *layout.Row) string {
	text := func(k layout.Key) string { return c.text(c.fields, r, c.fields.Index(k)) }
	return outcome(r, list, text, c.writer.separate())
}

// summary counts what is open and what is filled in, sheet by sheet, and leads there.
func (c *cover) summary() {
	for col, text := range []string{"表", "填报情况", "待填或有误(行)", "下一处", "填了但有误的行"} {
		c.sheet.Text(c.row, col+1, text, c.looks.heads[layout.Fixed])
	}
	c.row++
	first := c.row
	fields := fmt.Sprintf("$C$%d:$C$%d", fieldRow, fieldRow+len(c.fields.Columns)-1)
	c.sheet.Text(c.row, 1, c.name(), c.looks.plain)
	c.sheet.Text(c.row, 2, "本表上方的填报人信息", c.looks.plain)
	c.sheet.Formula(c.row, 3, fmt.Sprintf(`SUMPRODUCT(--(LEFT(%s,1)<>"%s"))`, fields, fine), c.missing(), c.looks.number)
	c.sheet.Link(c.row, 4, toNext+"本表", c.name(), xl.One(fieldRow, valueCol), c.looks.linked)
	c.sheet.Blank(c.row, 5, c.looks.plain)
	sum := c.missing()
	for _, t := range c.writer.tables {
		c.row++
		c.count(t)
		sum += t.left
	}
	c.row++
	c.sheet.Text(c.row, 1, "合计", c.looks.label)
	c.sheet.Blank(c.row, 2, c.looks.number)
	c.sheet.Formula(c.row, 3, fmt.Sprintf("SUM(C%d:C%d)", first, c.row-1), sum, c.looks.number)
	c.sheet.Formula(c.row, 4, fmt.Sprintf(`IF(C%d=0,"已全部填妥，可以报送","全部为 0 后再报送")`, c.row), ready(sum), c.looks.plain)
	c.join(c.row, 4, c.looks.plain)
	for row := first; row <= c.row; row++ {
		c.sheet.Height(row, 30)
	}
	c.row += 2
}

// count says how a table stands: how many rows are filled in, how many are not, where
// the next one is, and which are begun and wrong.
func (c *cover) count(t *table) {
	v := t.verdicts(xl.SheetRef(t.form.Name))
	c.sheet.Link(c.row, 1, t.form.Name, t.form.Name, xl.One(firstRow, 1), c.looks.linked)
	c.sheet.Formula(c.row, 2, v.filled(len(t.form.Rows)), fmt.Sprintf("共 %d 行，已填妥 %d 行", len(t.form.Rows), t.done), c.looks.plain)
	c.sheet.Formula(c.row, 3, v.left(), t.left, c.looks.number)
	c.sheet.Formula(c.row, 4, v.next(), t.nextNow(), c.looks.linked)
	c.sheet.Formula(c.row, 5, v.names(), t.namesNow(), c.looks.check)
}

func ready(left int) string {
	if left == 0 {
		return "已全部填妥，可以报送"
	}
	return "全部为 0 后再报送"
}

// missing counts the fields of the cover that are open when issued.
func (c *cover) missing() int {
	r, n := &c.fields.Rows[0], 0
	for _, a := range asks(c.fields, r, nil) {
		if c.outcome([]asked{a}, r) != fine {
			n++
		}
	}
	return n
}

// guide says how to fill in the workbook, and where to sign.
func (c *cover) guide() {
	for i, text := range guideText {
		text = fmt.Sprintf("%d. %s", i+1, c.form.Frame.Expand(text))
		c.wide(c.row, text, xl.RowHeight(xl.Lines(text, across(), tableSize), tableSize), c.looks.note)
		c.row++
	}
	c.row++
	c.wide(c.row, "单位负责人签字:                (单位盖章)          年    月    日", 40, c.looks.seal)
}

var guideText = []string{
	"只填黄色单元格;灰色、蓝色的是规划内容和上年情况,请勿改动。请不要增删行列、改表名或表头。",
	"有下拉箭头的从列表中选;数值只填数,不带单位,不写“约”“左右”;百分数填 6.1,不填 0.061。",
	"空着表示没有填,0 表示数值是零,确实不适用的填“不适用”,三者不同。",
	"{Y}年的数还没有发布的,“数据状态”选“暂未发布”;没有这项统计的选“无此统计”,数可以空着。",
	"灰底的“—”表示这一格不适用,不用填。“填报要求”为“选报”的行,没有开展的可以空着;为“按章”的,一章填一行。",
	"每行的“自检”写明这一行还差什么,✓ 表示填妥;本表的“待填或有误”全部为 0 后再报送。上年情况、章节等在各表最右,不打印。",
	"需要分给科室填写的,可把本表复制几份分别填,一并报送,系统会逐行合并。",
	"填好后以原文件名报送电子版(.xlsx),同时报送盖章的纸质件或扫描件。",
}
