package report

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"tianbao/consolidate"
	marks "tianbao/seeds/text"
	"tianbao/templates"
	"tianbao/templates/docx"
	"tianbao/templates/xl"
)

// Reader is for whom a report is written.
type Reader uint8

// The readers: the government, with all names; the people's congress, without the names
// of units that are behind.
const (
	Government Reader = iota
	Congress
)

// document is the report while it is written.
type document struct {
	prose
	*docx.Doc
}

// Document writes the report: the summary in prose, with its tables annexed, as a draft.
// Where the office has to judge or to write itself a marked gap stands. The same summary
// gives the same bytes.
func Document(s *consolidate.Summary, reader Reader) ([]byte, error) {
	p := prose{s, reader == Congress}
	d := document{p, docx.New(docx.Props{Title: p.title(), Creator: s.Plan.Office, Created: dated(s)})}
	d.Title(marks.Printed(p.title()))
	d.Subtitle(docx.Text("（送审稿）"))
	d.Blank(1)
	d.Flush(docx.Gap("【主送机关】"), docx.Text("："))
	d.say(p.opening())
	d.chapter("总体评价", 1)
	d.say(p.overall()...)
	d.gap("总体判断和主要成效,由%s撰写。可参考素材汇编各章和附1", s.Plan.Office)
	d.chapter("主要指标", 2)
	for _, part := range p.indicators() {
		d.Heading(2, marks.Printed(part.heading))
		d.say(part.lines...)
	}
	d.chapter("重点任务", 3)
	d.say(p.work()...)
	d.gap("各领域进展和典型做法,由%s撰写。各单位所报情况见素材汇编", s.Plan.Office)
	d.chapter("主要问题", 4)
	d.say(p.problems()...)
	if len(s.Concerns()) > 0 {
		d.gap("问题成因,由%s归纳。各单位所报原因见素材汇编,原因未报的为“待单位说明”", s.Plan.Office)
	} else {
		d.gap("其他问题,由%s撰写。各单位所报问题见素材汇编", s.Plan.Office)
	}
	d.chapter(map[bool]string{false: "下一步工作", true: "后续工作建议"}[p.final()], 5)
	d.say(p.needs()...)
	d.gap("工作打算,由%s撰写。可参考素材汇编中各单位所报的下一年安排", s.Plan.Office)
	d.chapter("提请研究事项", 6)
	annexes := d.annexes()
	request := func(no string) {
		d.Para(docx.Text(no+"."), docx.Gap("【请填写提请研究的事项；没有的，删去本部分】"))
	}
	if from := p.requests(); from != "" && !p.public {
		d.gap("提请研究的事项,由%s提出。可考虑:"+from, s.Plan.Office)
	}
	request("1")
	d.Together(func() {
		request("2")
		d.Blank(1)
		for i, a := range annexes {
			d.Para(docx.Text(map[bool]string{true: "附：", false: "　　"}[i == 0] + strconv.Itoa(i+1) + "." + a.name))
		}
		d.Blank(1)
		if s.Plan.Office != "" {
			d.Right(docx.Text(s.Plan.Office))
		}
		d.Right(docx.Gap("【成文日期】"))
	})
	for i, a := range annexes {
		d.Section(a.turn)
		d.Label("附" + strconv.Itoa(i+1))
		d.Caption(marks.Printed(a.name))
		a.write()
	}
	return d.Bytes()
}

func (d *document) chapter(title string, no int) {
	d.Heading(1, chineseNumber(no)+"、"+title)
}

func (d *document) say(lines ...string) {
	for _, l := range lines {
		d.Para(docx.Text(marks.Printed(l)))
	}
}

// gap marks what is left to the office.
func (d *document) gap(words, office string) {
	office = cmp.Or(office, "起草单位")
	d.Para(docx.Gap(marks.Printed("【" + fmt.Sprintf(words, office) + "】")))
}

// annex is a table behind the report.
type annex struct {
	name  string
	turn  docx.Turn
	write func()
}

func (d *document) annexes() []annex {
	table := func(t *docx.Table) func() { return func() { d.Table(*t) } }
	goals := annex{"主要目标一览表", docx.Landscape, table(d.goals())}
	criteria := annex{"评价口径", docx.Upright, table(d.criteria())}
	if d.public {
		return []annex{goals, criteria}
	}
	all := []annex{goals, {"滞后事项", docx.Landscape, table(d.lagging())}, criteria, {"采纳情况", docx.Landscape, table(d.adopted())}}
	if bases := d.bases(); bases != nil {
		all = append(all, annex{"数据来源和依据", docx.Landscape, table(bases)})
	}
	return all
}

// tableLetters are the sizes of an annex's letters in points.
const tableLetters = 9.0

// grid is a table of the words that are printed of a sheet of the summary, but for the
// columns without a width.
func grid(t *table, widths []float64) *docx.Table {
	out := &docx.Table{Size: tableLetters}
	var head []docx.Cell
	var cols []int
	for i, w := range widths {
		if w > 0 {
			cols, out.Widths = append(cols, i), append(out.Widths, w)
			head = append(head, docx.Cell{Text: marks.Printed(t.Columns[i].Heading)})
		}
	}
	out.Head = [][]docx.Cell{head}
	for _, r := range t.Rows {
		if r.Band != "" {
			out.Rows = append(out.Rows, []docx.Cell{{Text: marks.Printed(r.Band), Span: len(cols), Bold: true}})
			continue
		}
		var cells []docx.Cell
		entries := r.Entries()
		for i, c := range cols {
			cell := docx.Cell{Text: shown(entries[c])}
			if t.Columns[c].Centred {
				cell.Align = docx.Centre
			}
			if c < t.Joined && len(out.Rows) > 0 {
				above := out.Rows[len(out.Rows)-1]
				cell.Under = len(above) > i && above[i].Text == cell.Text
			}
			cell.Over = c < t.Joined && !cell.Under
			cells = append(cells, cell)
		}
		out.Rows = append(out.Rows, cells)
	}
	for _, row := range out.Rows {
		for i := range row {
			if row[i].Under {
				row[i].Text = ""
			}
		}
	}
	return out
}

// shown is what is in a cell, as a document prints it.
func shown(c xl.Entry) string {
	if c.Number.Valid {
		return c.Number.Decimal.String()
	}
	return marks.Printed(c.Text)
}

// goals is the annex in its own form with the years.
func (p prose) goals() *docx.Table {
	w := &writer{sum: p.sum}
	t := w.indicators()
	for i, c := range t.Columns[:t.Printed()] {
		if p.public && c.Heading == "责任单位" || !t.says(i) {
			t.Columns[i].Width = 0
		}
	}
	return grid(t, t.across())
}

// across are the widths of the columns on a page of the document.
func (t *table) across() []float64 {
	widths, sum := make([]float64, t.Printed()), 0.0
	for i := range widths {
		sum += t.Columns[i].Width
	}
	for i := range widths {
		widths[i] = t.Columns[i].Width * docx.Landscape.Room() / sum
	}
	return widths
}

// says reports whether any row of a table says something in a column.
func (t *table) says(col int) bool {
	for _, r := range t.Rows {
		if r.Band == "" && (r.Cells[col].Number.Valid || r.Cells[col].Text != "—") {
			return true
		}
	}
	return len(t.Rows) == 0
}

func (p prose) lagging() *docx.Table {
	w := &writer{sum: p.sum}
	return grid(w.lagging(), []float64{16, 15, 42, 23, 21, 26, 43, 39})
}

func (p prose) adopted() *docx.Table {
	w := &writer{sum: p.sum}
	t := w.adopted()
	t.Rows = t.Rows[:len(t.Rows)-t.Unprinted]
	return grid(t, t.across())
}

func (p prose) criteria() *docx.Table {
	out := &docx.Table{Widths: []float64{32, 124}, Head: [][]docx.Cell{{{Text: "类别"}, {Text: "口径"}}}}
	for _, c := range consolidate.Criteria(p.sum.Plan, p.sum.Frame) {
		out.Rows = append(out.Rows, []docx.Cell{{Text: c.Kind, Align: docx.Centre}, {Text: marks.Printed(c.Rule)}})
	}
	return out
}

// Places are the {{…}} places of an office's own document, by name.
func Places(s *consolidate.Summary, reader Reader) func(name string) (docx.Place, bool) {
	p := prose{s, reader == Congress}
	lines := func(said ...string) docx.Place {
		place := docx.Place{}
		for _, l := range said {
			place.Lines = append(place.Lines, marks.Printed(l))
		}
		return place
	}
	var told []string
	for _, part := range p.indicators() {
		told = append(append(told, part.heading), part.lines...)
	}
	known := map[string]docx.Place{
		"标题": lines(p.title()), "规划": lines(templates.PlanName(s.Plan)), "年度": lines(strconv.Itoa(s.Frame.Year)), "汇总单位": lines(s.Plan.Office),
		"总体评价": lines(p.overall()...), "主要指标": lines(told...), "重点任务": lines(p.work()...), "主要问题": lines(p.problems()...), "下一步": lines(p.needs()...),
		"指标数": lines(strconv.Itoa(len(s.Indicators))), "目标数": lines(strconv.Itoa(len(s.Targets))), "任务数": lines(strconv.Itoa(len(s.Items))), "单位数": lines(strconv.Itoa(len(s.Units))),
		"主要目标一览表": {Table: p.goals()}, "评价口径": {Table: p.criteria()},
	}
	if !p.public {
		known["滞后事项"], known["采纳情况"] = docx.Place{Table: p.lagging()}, docx.Place{Table: p.adopted()}
	}
	for _, l := range s.Indicators {
		no := strconv.Itoa(l.No)
		known["指标"+no] = lines(strings.TrimPrefix(p.indicator(l), no+"."))
		known["指标"+no+"数值"] = lines(p.value(l, l.Years[len(l.Years)-1]))
		known["指标"+no+"判定"] = lines(l.Verdict.Words())
		known["指标"+no+"目标"] = lines(goal(l, s.Plan))
	}
	return func(name string) (docx.Place, bool) {
		place, ok := known[name]
		return place, ok
	}
}
