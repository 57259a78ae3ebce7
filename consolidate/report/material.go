package report

import (
	"strings"

	"tianbao/consolidate"
	"tianbao/consolidate/store"
	marks "tianbao/seeds/text"
	"tianbao/templates"
	"tianbao/templates/docx"
	"tianbao/templates/layout"
)

// Material gathers what the units wrote, by chapter, each with its unit and 编号: what the
// office may draw on for the report, which quotes none of it.
func Material(s *consolidate.Summary) ([]byte, error) {
	title := templates.PlanName(s.Plan) + marks.Year(s.Frame.Year) + "度实施情况素材汇编"
	m := &material{docx.New(docx.Props{Title: title, Creator: s.Plan.Office, Created: dated(s)}), s}
	m.Title(marks.Printed(title))
	m.Subtitle(docx.Text("（供起草参考）"))
	m.Blank(1)
	m.Para(docx.Text("以下为各责任单位所报内容，按章排列，文字未作改动，引用前请核实。"))
	chapter := ""
	for _, l := range s.Items {
		if l.ChapterHead != chapter {
			chapter = l.ChapterHead
			m.Heading(1, marks.Printed(chapter))
		}
		m.item(l)
	}
	m.indicators()
	return m.Bytes()
}

type material struct {
	*docx.Doc
	sum *consolidate.Summary
}

// item writes what the leads of an item say of it and of its targets.
func (m *material) item(l *consolidate.ItemLine) {
	var said []string
	for _, r := range l.Leads {
		said = append(said, words(r, m.sum.Frame.Expand, layout.Progress, layout.Problems, layout.Next)...)
	}
	for _, t := range l.Targets {
		for _, r := range t.Records {
			for _, told := range words(r, m.sum.Frame.Expand, layout.Reason, layout.Measures) {
				said = append(said, t.ID+" "+t.Statement()+"("+t.Verdict.Words()+")"+told)
			}
		}
	}
	if len(said) == 0 {
		return
	}
	m.Entry(marks.Printed(l.Ref + " " + l.Title + "(" + l.StatusWord() + ")"))
	for _, words := range said {
		m.Words(docx.Text(marks.Printed(words)))
	}
}

// words are what a unit says in some columns, each under its heading.
func words(r *store.Record, expand func(string) string, cols ...layout.Key) []string {
	var list []string
	for _, col := range cols {
		if said := strings.TrimSpace(r.Shown(col)); something(said) {
			heading := store.Spot{Sheet: r.Sheet, Col: col}.Column().Heading
			list = append(list, r.Unit+"("+expand(heading)+"):"+said)
		}
	}
	return list
}

func (m *material) indicators() {
	first := true
	for _, l := range m.sum.Indicators {
		for _, r := range l.Records {
			for _, said := range words(r, m.sum.Frame.Expand, layout.Reason, layout.Measures) {
				if first {
					m.Heading(1, "主要指标")
					first = false
				}
				m.Words(docx.Text(marks.Printed(r.Ref + " " + l.Label() + "(" + l.Verdict.Words() + ")" + said)))
			}
		}
	}
}
