// Package report shows a Summary: as the annual workbook and as one tidy table. It
// prints what the summary says and works out nothing: no verdict, no count of its
// own is here.
package report

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"tianbao/consolidate"
	"tianbao/consolidate/judge"
	"tianbao/consolidate/store"
	marks "tianbao/seeds/text"
	"tianbao/templates/xl"
)

// The sheets of the summary workbook, in order.
const (
	sheetOverview   = "总体情况"
	sheetIndicators = "主要目标一览表"
	sheetLagging    = "滞后事项"
	sheetCharts     = "图表"
	sheetCriteria   = "评价口径"
	sheetTargets    = "量化目标"
	sheetItems      = "重点任务"
	sheetSupports   = "配合情况"
	sheetProblems   = "问题与建议"
	sheetUnits      = "单位报送情况"
	sheetAdopted    = "采纳情况"
	sheetConflicts  = store.RulingSheet
	sheetReview     = "审核意见"
	sheetFiles      = "报送文件清单"
)

// writer draws a summary.
type writer struct {
	sum    *consolidate.Summary
	book   *xl.Book
	number map[*store.Source]int // of files, as 报送文件清单 counts them
	places map[string]place      // on 滞后事项, by 编号
	tabs   []store.Tab
}

// place is where a row came to stand.
type place struct {
	sheet string
	row   int
}

// Render draws the summary workbook. The same summary gives the same bytes.
func Render(s *consolidate.Summary) ([]byte, error) {
	var out bytes.Buffer
	if err := Write(&out, s); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// Write is Render, but the workbook is written as it is drawn.
func Write(to io.Writer, s *consolidate.Summary) error { return write(to, s, xl.MaxRows) }

func write(to io.Writer, s *consolidate.Summary, rows int) error {
	w := &writer{
		sum: s, book: xl.New(xl.Props{Title: s.Plan.Title + marks.Year(s.Frame.Year) + "度汇总", Created: dated(s)}),
		number: map[*store.Source]int{}, places: map[string]place{},
	}
	w.book.Rows = rows
	for i, f := range s.Sources {
		w.number[f] = i + 1
	}
	front := w.book.Sheet(sheetOverview)
	charted := false
	for _, t := range w.tables() {
		if !t.Plain && !charted {
			w.charts()
			w.criteria()
			charted = true
		}
		w.book.Table(&t.Table)
		if t.shows.Sheet != "" {
			w.tabs = append(w.tabs, t.shows)
		}
	}
	w.overview(front)
	w.hidden()
	w.book.Active(front)
	if err := w.book.Write(to); err != nil {
		return fmt.Errorf("生成汇总表: %w", err)
	}
	return nil
}

// tables are the sheets of rows: the leaders' before the appendix.
func (w *writer) tables() []*table {
	return []*table{w.indicators(), w.lagging(), w.targets(), w.items(), w.supports(), w.problems(), w.units(), w.adopted(), w.conflicts(), w.review(), w.files()}
}

// dated is the day by which units had to report: the document's date, for the
// clock has no say in its bytes.
func dated(s *consolidate.Summary) time.Time {
	month, day := s.Plan.Deadline.Month, s.Plan.Deadline.Day
	if month == 0 {
		month, day = 1, 1
	}
	return time.Date(s.Frame.Year+1, time.Month(month), day, 0, 0, 0, 0, time.UTC)
}

// paper sets how a page prints: on A4, named below by the office that made it.
func (w *writer) paper(s *xl.Sheet, name string, p xl.Print) {
	p.CentreAcross, p.Footer = true, xl.HeaderFooter{Left: w.sum.Plan.Office, Centre: name, Right: xl.PageOf}
	s.PrintAs(p)
}

// hidden writes the very hidden sheet, on further sheets where it is long.
func (w *writer) hidden() {
	keep := w.sum.Kept()
	keep.Tabs = w.tabs
	w.book.Parts(store.Sheet, keep.Len(), func(s *xl.Sheet, from int) (done int) {
		s.Show(xl.VeryHidden)
		at := 0
		for line := range keep.Print() {
			if at++; at <= from {
				continue
			}
			if done == w.book.Rows {
				break
			}
			done++
			for c, word := range line {
				if word != "" {
					short, _ := consolidate.Fit(word)
					s.Text(done, c+1, short, 0)
				}
			}
		}
		return done
	})
}

// sources prints the hidden columns of a row: files and rows it was taken from.
func sources(records []*store.Record) []xl.Entry {
	names, rows := make([]string, len(records)), make([]string, len(records))
	for i, r := range records {
		names[i], rows[i] = r.Source.Name, strconv.Itoa(r.Row)
	}
	return []xl.Entry{text(strings.Join(names, "\n")), text(strings.Join(rows, "\n"))}
}

var sourceColumns = []column{
	wrapped("来源文件", 24).hidden(),
	centred("来源行", 8).hidden(),
}

// verdictTone is the colour of a verdict.
func verdictTone(v judge.Verdict) xl.Look {
	switch v {
	case judge.Early, judge.OnPace, judge.Done, judge.LikelyDone:
		return good
	case judge.NearPace, judge.NearlyDone, judge.Late:
		return fair
	case judge.BehindPace, judge.NotDone:
		return bad
	}
	return mute
}

// settledCell shows a settled value: the value, or why there is none.
func settledCell(s *consolidate.Settled) xl.Entry {
	switch {
	case s == nil:
		return text("")
	case s.Open():
		return toned(store.Open+":"+s.Conflict.Words(), bad)
	case s.Text != "":
		c := value(s.Text)
		if s.Conflict != nil {
			c.Look = fair
		}
		return c
	case s.Blocked:
		return toned(consolidate.WordBlocked, bad)
	}
	return text("")
}
