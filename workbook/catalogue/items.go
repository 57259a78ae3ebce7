package catalogue

import (
	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/text"
)

// itemRow is a row of the sheet 事项: an item with the headings it is under. A
// row without 编号 keeps a heading that has no items.
type itemRow struct {
	order                  int
	chapter, section, task string
	item                   plan.Item

	lead, support, duty entry // as read, resolved when the units are known
	at                  finding.Place
}

func (r *itemRow) ref() string { return r.item.Ref }

func itemFields() []field[itemRow] {
	whole := func(heading string, width float64, at func(*itemRow) *int) field[itemRow] {
		f := wholeField(heading, width, at)
		number := f.read
		f.write = func(r *itemRow) string { return level(*at(r)) }
		f.read = func(r *itemRow, e entry) {
			if *at(r) = noHeading; e.text != level(noHeading) {
				number(r, e)
			}
		}
		return f
	}
	words := textField[itemRow]
	ref := words("编号", 9, func(r *itemRow) *string { return &r.item.Ref })
	ref.must, ref.also = true, []string{"事项编号"}
	body := words("具体内容", 70, func(r *itemRow) *string { return &r.item.Text })
	body.must = true
	return []field[itemRow]{
		whole("顺序", 6, func(r *itemRow) *int { return &r.order }),
		ref,
		whole("章号", 5, func(r *itemRow) *int { return &r.item.Chapter }),
		words("章", 16, func(r *itemRow) *string { return &r.chapter }),
		whole("节号", 5, func(r *itemRow) *int { return &r.item.Section }),
		words("节", 18, func(r *itemRow) *string { return &r.section }),
		whole("任务号", 7, func(r *itemRow) *int { return &r.item.Task }),
		words("任务", 22, func(r *itemRow) *string { return &r.task }),
		whole("分项号", 7, func(r *itemRow) *int { return &r.item.Sub }),
		words("标题", 22, func(r *itemRow) *string { return &r.item.Title }),
		body,
		{heading: "牵头单位", must: true, width: 20, hint: "单位名称,多个用顿号隔开",
			write: func(r *itemRow) string { return r.lead.text }, read: func(r *itemRow, e entry) { r.lead = e }},
		{heading: "配合单位", must: true, width: 40, hint: "单位名称或集合称谓,多个用顿号隔开",
			write: func(r *itemRow) string { return r.support.text }, read: func(r *itemRow, e entry) { r.support = e }},
		{heading: "填报要求", width: 18, list: listDuty,
			hint:  "配合单位怎样填报:必报、按章(一章合填一行)、选报 或 免报。各单位不同的一行一个,如“各县区政府:按章”。空白:点名的单位必报,集合称谓按章。",
			write: func(r *itemRow) string { return r.duty.text }, read: func(r *itemRow, e entry) { r.duty = e }},
		words("责任分工原文", 40, func(r *itemRow) *string { return &r.item.Clause }),
		whole("原文行", 8, func(r *itemRow) *int { return &r.item.Line }),
	}
}

// itemRows lays the plan's items out, and behind the item before it each heading
// that has none.
func itemRows(p *plan.Plan) []itemRow {
	under, bare := headingsOf(p)
	resolve := newDirectory(p)
	var rows []itemRow
	add := func(r itemRow) {
		r.order = len(rows) + 1
		rows = append(rows, r)
	}
	for _, r := range bare[""] {
		add(r)
	}
	for i := range p.Items {
		it := &p.Items[i]
		r := under[it.Ref]
		r.item = *it
		r.lead.text = resolve.names(it.Lead)
		r.support.text = resolve.names(it.Support)
		r.duty.text = resolve.duties(it.Support)
		add(r)
		for _, b := range bare[it.Ref] {
			add(b)
		}
	}
	return rows
}

// headingsOf returns the headings each item is under, and the headings
// without items by the item they follow: the one before the first of the next heading.
func headingsOf(p *plan.Plan) (under map[string]itemRow, bare map[string][]itemRow) {
	under, bare = map[string]itemRow{}, map[string][]itemRow{}
	before, last := map[string]string{}, ""
	for i := range p.Items {
		before[p.Items[i].Ref], last = last, p.Items[i].Ref
	}
	var waiting []itemRow
	for _, c := range p.Chapters {
		r := itemRow{chapter: c.Title, item: plan.Item{Chapter: c.No}}
		if len(c.Sections) == 0 {
			r.item.Section = noHeading
			waiting = append(waiting, r)
		}
		for _, s := range c.Sections {
			r.section, r.item.Section = s.Title, s.No
			if len(s.Tasks) == 0 {
				r.task, r.item.Task = "", noHeading
				waiting = append(waiting, r)
			}
			for _, t := range s.Tasks {
				r.task, r.item.Task = t.Title, t.No
				if len(t.Refs) == 0 {
					waiting = append(waiting, r)
				}
				for _, ref := range t.Refs {
					bare[before[ref]] = append(bare[before[ref]], waiting...)
					under[ref], waiting = r, nil
				}
			}
		}
	}
	bare[last] = append(bare[last], waiting...)
	return under, bare
}

// noHeading stands for a level that a bare heading does not have.
const noHeading = -1

func level(no int) string {
	if no == noHeading {
		return "—"
	}
	return text.Some(no)
}

// outline builds the chapters from the rows, in order.
func outline(rows []itemRow) []plan.Chapter {
	var chapters []plan.Chapter
	for i := range rows {
		r := &rows[i]
		c := headingIn(&chapters, plan.Chapter{No: r.item.Chapter, Title: r.chapter}, func(a, b *plan.Chapter) bool { return a.No == b.No && a.Title == b.Title })
		if r.bare() && r.item.Section == noHeading {
			continue
		}
		s := headingIn(&c.Sections, plan.Section{No: r.item.Section, Title: r.section}, func(a, b *plan.Section) bool { return a.No == b.No && a.Title == b.Title })
		if r.bare() && r.item.Task == noHeading {
			continue
		}
		t := headingIn(&s.Tasks, plan.Task{No: r.item.Task, Title: r.task}, func(a, b *plan.Task) bool { return a.No == b.No && a.Title == b.Title })
		if !r.bare() {
			t.Refs = append(t.Refs, r.item.Ref)
		}
	}
	return chapters
}

func (r *itemRow) bare() bool { return r.item.Ref == "" }

// headingIn returns the last heading of all that is one, begun where there is none.
func headingIn[H any](all *[]H, one H, same func(a, b *H) bool) *H {
	for i := len(*all) - 1; i >= 0; i-- {
		if same(&(*all)[i], &one) {
			return &(*all)[i]
		}
	}
	*all = append(*all, one)
	return &(*all)[len(*all)-1]
}
