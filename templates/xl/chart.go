package xl

import "github.com/xuri/excelize/v2"

// ChartKind is the form of a chart.
type ChartKind uint8

// The forms of charts.
const (
	BarChart ChartKind = iota
	StackedBarChart
)

// Chart is a native chart over cells.
type Chart struct {
	Kind          ChartKind
	At            Range // the cells it covers, or its upper left cell with a size
	Width, Height uint  // pixels of cells of the standard size; 0: as At covers
	Title         string
	Series        []Series
	NoLegend      bool
}

// Series is one row of figures; the three are references as Ref gives them. Name
// may be plain text.
type Series struct {
	Name, Categories, Values string
	Color                    string // RRGGBB; "": the program's choice
}

// Chart adds a chart.
func (s *Sheet) Chart(c Chart) { s.charts = append(s.charts, c) }

var chartTypes = map[ChartKind]excelize.ChartType{
	BarChart: excelize.Bar, StackedBarChart: excelize.BarStacked,
}

// The library anchors a chart to cells as if they all had the standard size.
const (
	cellWidth  = 64 // pixels
	cellHeight = 18
)

func (c Chart) size() excelize.ChartDimension {
	d := excelize.ChartDimension{Width: c.Width, Height: c.Height}
	if c.Width == 0 {
		d.Width = uint(c.At.Col2-c.At.Col1+1) * cellWidth
	}
	if c.Height == 0 {
		d.Height = uint(c.At.Row2-c.At.Row1+1) * cellHeight
	}
	return d
}

func (c Chart) library() *excelize.Chart {
	axis := excelize.Font{Family: BodyFont, Size: 9, Color: "404040"}
	out := &excelize.Chart{
		Type:      chartTypes[c.Kind],
		Dimension: c.size(),
		XAxis:     excelize.ChartAxis{Font: axis, ReverseOrder: true}, // first category on top
		YAxis:     excelize.ChartAxis{Font: axis},
		Title:     excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: cleanText(c.Title), Font: &excelize.Font{Family: BodyFont, Size: 12, Bold: true}}}},
		Legend:    excelize.ChartLegend{Position: "bottom"},
	}
	if c.NoLegend {
		out.Legend.Position = "none"
	}
	for _, s := range c.Series {
		out.Series = append(out.Series, s.library())
	}
	return out
}

func (s Series) library() excelize.ChartSeries {
	return excelize.ChartSeries{Name: s.Name, Categories: s.Categories, Values: s.Values, Fill: chartFill(s.Color)}
}

func chartFill(color string) excelize.Fill {
	if color == "" {
		return excelize.Fill{}
	}
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}}
}
