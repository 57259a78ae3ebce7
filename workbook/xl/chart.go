package xl

import "github.com/xuri/excelize/v2"

// ChartKind is the form of a chart.
type ChartKind uint8

// The forms of charts.
const (
	ColumnChart ChartKind = iota
	BarChart
	StackedBarChart
	PieChart
)

// Chart is a native chart over cells.
type Chart struct {
	Kind          ChartKind
	At            Range // the cells it covers, or its upper left cell with a size
	Width, Height uint  // pixels of cells of the standard size; 0: as At covers
	Title         string
	Series        []Series
	ShowValues    bool
	NoLegend      bool
}

// Series is one row of figures; the three are references as Ref gives them. Name
// may be plain text.
type Series struct {
	Name, Categories, Values string
	Color                    string   // RRGGBB; "": the program's choice
	PointColors              []string // of a pie's pieces
}

// Chart adds a chart.
func (s *Sheet) Chart(c Chart) { s.charts = append(s.charts, c) }

var chartTypes = map[ChartKind]excelize.ChartType{
	ColumnChart: excelize.Col, BarChart: excelize.Bar, StackedBarChart: excelize.BarStacked, PieChart: excelize.Pie,
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
		XAxis:     excelize.ChartAxis{Font: axis},
		YAxis:     excelize.ChartAxis{Font: axis},
		Title:     excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: cleanText(c.Title), Font: &excelize.Font{Family: BodyFont, Size: 12, Bold: true}}}},
		Legend:    excelize.ChartLegend{Position: "bottom"},
		PlotArea:  excelize.ChartPlotArea{ShowVal: c.ShowValues},
	}
	if c.NoLegend {
		out.Legend.Position = "none"
	}
	if c.Kind == BarChart || c.Kind == StackedBarChart {
		out.XAxis.ReverseOrder = true // first category on top
	}
	for _, s := range c.Series {
		out.Series = append(out.Series, s.library())
	}
	return out
}

func (s Series) library() excelize.ChartSeries {
	out := excelize.ChartSeries{Name: s.Name, Categories: s.Categories, Values: s.Values, Fill: chartFill(s.Color)}
	for i, color := range s.PointColors {
		out.DataPoint = append(out.DataPoint, excelize.ChartDataPoint{Index: i, Fill: chartFill(color)})
	}
	return out
}

func chartFill(color string) excelize.Fill {
	if color == "" {
		return excelize.Fill{}
	}
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}}
}
