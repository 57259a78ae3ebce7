package xl

import (
	"fmt"
	"slices"

	"github.com/xuri/excelize/v2"
)

// Chart is a native chart over cells: lines.
type Chart struct {
	Bars   bool  // instead, lying and stacked, the first category on top
	At     Range // the cells it covers
	Title  string
	Alt    string // what it shows, for who cannot see it; the title where ""
	Series []Series
	Small  bool // one of many on a page
}

// Series is one row of figures. The three are references as Ref gives them, into
// sheets of the book, and Name of a single cell: a bare word there is an undefined
// name to Excel, which takes the drawing out.
type Series struct {
	Name, Categories, Values string
	Color                    string // RRGGBB; "": the program's choice
	Dashed                   bool   // a line of dashes, without marks
}

// Chart adds a chart.
func (s *Sheet) Chart(c Chart) { s.charts = append(s.charts, c) }

// source is the cells that a reference of a series names.
type source struct {
	ref   string
	cells []cell // one for each, blank where nothing is set
}

// series is a Series whose references have been followed.
type series struct {
	name, categories, values source
	color                    string
	dashed                   bool
}

// resolve follows the references of a chart's series.
func (b *Book) resolve(c Chart) ([]series, error) {
	var all []series
	for _, s := range c.Series {
		out := series{color: s.Color, dashed: s.Dashed}
		for _, r := range []struct {
			what, ref string
			most      int // cells
			to        *source
		}{
			{"名称", s.Name, 1, &out.name},
			{"类别", s.Categories, MaxRows, &out.categories},
			{"数值", s.Values, MaxRows, &out.values},
		} {
			cells, ok := b.cellsAt(r.ref)
			if !ok || len(cells) > r.most {
				return nil, fmt.Errorf("图表“%s”的系列%s %q 不是带表名的引用", c.Title, r.what, r.ref)
			}
			*r.to = source{r.ref, cells}
		}
		all = append(all, out)
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("图表“%s”没有系列", c.Title)
	}
	return all, nil
}

// cellsAt returns the cells of a reference as Ref gives it: a row or a column of
// them on a sheet of the book.
func (b *Book) cellsAt(ref string) ([]cell, bool) {
	for _, s := range b.sheets {
		at, ok := parseRef(s.name, ref)
		if !ok {
			continue
		}
		var cells []cell
		for r := at.Row1; r <= at.Row2; r++ {
			for c := at.Col1; c <= at.Col2; c++ {
				cells = append(cells, s.cellAt(r, c))
			}
		}
		return cells, at.Row1 == at.Row2 || at.Col1 == at.Col2
	}
	return nil, false
}

// cellAt returns a cell, blank where none is set.
func (s *Sheet) cellAt(row, col int) cell {
	at := s.search(row)
	if at == len(s.rows) || s.rows[at].r != row {
		return cell{}
	}
	cells := s.rows[at].cells
	i := slices.IndexFunc(cells, func(c cell) bool { return int(c.col) == col })
	if i < 0 {
		return cell{}
	}
	return cells[i]
}

// plumbing is a chart that makes the library lay the parts, their types and their
// relationships; what is in the parts is written by appendChart and
// appendDrawing. The library caches no values, names no language, and takes every
// column for one of the standard width.
func plumbing(c Chart) *excelize.Chart {
	return &excelize.Chart{Type: excelize.Bar, Series: []excelize.ChartSeries{{Name: c.Series[0].Name, Values: c.Series[0].Values}}}
}
