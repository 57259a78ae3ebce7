package xl

import (
	"bytes"
	"cmp"
	"fmt"
	"math"
	"strconv"
	"strings"
)

const (
	xmlHead   = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	chartNS   = `http://schemas.openxmlformats.org/drawingml/2006/chart`
	drawNS    = `http://schemas.openxmlformats.org/drawingml/2006/main`
	relsNS    = `http://schemas.openxmlformats.org/officeDocument/2006/relationships`
	placingNS = `http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing`
)

// The axes of a chart, by their numbers.
const (
	categoryAxis = 1
	valueAxis    = 2
)

// Sizes of a chart's letters, in hundredths of a point.
const (
	titleLetters = 1200
	smallTitle   = 1000
	smallLetters = 900
)

// chartXML writes the part of a chart: series with the values they have now, so that
// a program that does not compute, or looks before it does, shows them.
func chartXML(c Chart, all []series) []byte {
	var w bytes.Buffer
	title := titleLetters
	if c.Small {
		title = smallTitle
	}
	w.WriteString(xmlHead + `<c:chartSpace xmlns:c="` + chartNS + `" xmlns:a="` + drawNS + `" xmlns:r="` + relsNS + `">` +
		`<c:date1904 val="0"/><c:lang val="zh-CN"/><c:roundedCorners val="0"/><c:chart><c:title><c:tx><c:rich><a:bodyPr/>`)
	for _, line := range strings.Split(cleanText(c.Title), "\n") {
		w.WriteString(`<a:p><a:pPr><a:defRPr/></a:pPr><a:r><a:rPr lang="zh-CN" altLang="en-US" sz="` + strconv.Itoa(title) + `" b="1">` + ink("000000") + typeface + `</a:rPr><a:t>`)
		w.Write(appendEscaped(nil, line))
		w.WriteString(`</a:t></a:r></a:p>`)
	}
	w.WriteString(`</c:rich></c:tx><c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>`)
	c.plot(&w, all)
	w.WriteString(`</c:plotArea><c:legend><c:legendPos val="b"/><c:overlay val="0"/>` + letters() + `</c:legend><c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>`)
	return w.Bytes()
}

// plot writes the series and the axes.
func (c Chart) plot(w *bytes.Buffer, all []series) {
	kind := "lineChart"
	if c.Bars {
		kind = "barChart"
		w.WriteString(`<c:barChart><c:barDir val="bar"/><c:grouping val="stacked"/>`)
	} else {
		w.WriteString(`<c:lineChart><c:grouping val="standard"/>`)
	}
	w.WriteString(`<c:varyColors val="0"/>`)
	for i, s := range all {
		c.series(w, i, s)
	}
	if c.Bars {
		w.WriteString(`<c:gapWidth val="60"/><c:overlap val="100"/>`)
	} else {
		w.WriteString(`<c:marker val="1"/>`)
	}
	fmt.Fprintf(w, `<c:axId val="%d"/><c:axId val="%d"/></c:%s>`, categoryAxis, valueAxis, kind)
	c.axes(w, all)
}

func (c Chart) series(w *bytes.Buffer, i int, s series) {
	fmt.Fprintf(w, `<c:ser><c:idx val="%[1]d"/><c:order val="%[1]d"/><c:tx>`, i)
	s.name.strings(w)
	w.WriteString(`</c:tx>`)
	switch {
	case s.color != "" && !c.Bars:
		w.WriteString(`<c:spPr><a:ln w="` + c.stroke() + `" cap="rnd">` + ink(s.color) + dashes[s.dashed] + `</a:ln></c:spPr>`)
	case s.color != "":
		w.WriteString(`<c:spPr>` + ink(s.color) + `<a:ln w="6350">` + ink("7F7F7F") + `</a:ln></c:spPr>`)
	}
	switch {
	case !c.Bars && s.dashed:
		w.WriteString(`<c:marker><c:symbol val="none"/></c:marker>`)
	case !c.Bars && s.color != "":
		w.WriteString(`<c:marker><c:symbol val="circle"/><c:size val="5"/><c:spPr>` + ink(s.color) + `<a:ln>` + ink(s.color) + `</a:ln></c:spPr></c:marker>`)
	case !c.Bars:
		w.WriteString(`<c:marker><c:symbol val="circle"/><c:size val="5"/></c:marker>`)
	default:
		w.WriteString(`<c:invertIfNegative val="0"/>`)
	}
	w.WriteString(`<c:cat>`)
	s.categories.strings(w)
	w.WriteString(`</c:cat><c:val>`)
	s.values.numbers(w)
	w.WriteString(`</c:val>`)
	if !c.Bars {
		w.WriteString(`<c:smooth val="0"/>`)
	}
	w.WriteString(`</c:ser>`)
}

// stroke is how wide a line is.
func (c Chart) stroke() string {
	if c.Small {
		return "19050"
	}
	return "28575"
}

var dashes = map[bool]string{true: `<a:prstDash val="sysDash"/>`}

// axes writes both axes. Categories of lying bars are turned, so that the first stands
// on top, and the values stay below.
func (c Chart) axes(w *bytes.Buffer, all []series) {
	turned, side, below, crosses := "maxMin", "l", "b", "max"
	if !c.Bars {
		turned, side, below, crosses = "minMax", "b", "l", "autoZero"
	}
	fmt.Fprintf(w, `<c:catAx><c:axId val="%d"/><c:scaling><c:orientation val="%s"/></c:scaling><c:delete val="0"/><c:axPos val="%s"/>`+
		`<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>%s`+
		`<c:crossAx val="%d"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>`,
		categoryAxis, turned, side, letters(), valueAxis)
	bounds, step := c.bounds(all)
	fmt.Fprintf(w, `<c:valAx><c:axId val="%d"/><c:scaling><c:orientation val="minMax"/>%s</c:scaling><c:delete val="0"/><c:axPos val="%s"/>`+
		`<c:majorGridlines><c:spPr><a:ln w="6350">%s</a:ln></c:spPr></c:majorGridlines><c:numFmt formatCode="General" sourceLinked="0"/>`+
		`<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>%s<c:crossAx val="%d"/><c:crosses val="%s"/><c:crossBetween val="between"/>%s</c:valAx>`,
		valueAxis, bounds, below, ink("D9D9D9"), letters(), categoryAxis, crosses, step)
}

// strings writes a reference with the texts that are there.
func (s source) strings(w *bytes.Buffer) {
	w.WriteString(`<c:strRef><c:f>`)
	w.Write(appendEscaped(nil, s.ref))
	fmt.Fprintf(w, `</c:f><c:strCache><c:ptCount val="%d"/>`, len(s.cells))
	for i, c := range s.cells {
		if c.text != "" {
			fmt.Fprintf(w, `<c:pt idx="%d"><c:v>%s</c:v></c:pt>`, i, appendEscaped(nil, c.text))
		}
	}
	w.WriteString(`</c:strCache></c:strRef>`)
}

// numbers writes a reference with the numbers that are there.
func (s source) numbers(w *bytes.Buffer) {
	w.WriteString(`<c:numRef><c:f>`)
	w.Write(appendEscaped(nil, s.ref))
	fmt.Fprintf(w, `</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="%d"/>`, len(s.cells))
	for i, c := range s.cells {
		if c.kind == numberCell {
			fmt.Fprintf(w, `<c:pt idx="%d"><c:v>%s</c:v></c:pt>`, i, c.text)
		}
	}
	w.WriteString(`</c:numCache></c:numRef>`)
}

const typeface = `<a:latin typeface="` + bodyFont + `"/><a:ea typeface="` + bodyFont + `"/>`

// letters is how legend and axes are written.
func letters() string {
	return `<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="` + strconv.Itoa(smallLetters) + `">` + ink("404040") + typeface +
		`</a:defRPr></a:pPr><a:endParaRPr lang="zh-CN" altLang="en-US"/></a:p></c:txPr>`
}

func ink(color string) string {
	return `<a:solidFill><a:srgbClr val="` + color + `"/></a:solidFill>`
}

// drawingXML writes the part that puts the charts of a sheet over its cells.
func drawingXML(charts []Chart) []byte {
	var w bytes.Buffer
	w.WriteString(xmlHead + `<xdr:wsDr xmlns:xdr="` + placingNS + `" xmlns:a="` + drawNS + `">`)
	for i, c := range charts {
		alt := cmp.Or(c.Alt, c.Title)
		corner := func(name string, row, col int) {
			fmt.Fprintf(&w, `<xdr:%[1]s><xdr:col>%[2]d</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>%[3]d</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:%[1]s>`, name, col, row)
		}
		w.WriteString(`<xdr:twoCellAnchor>`)
		corner("from", c.At.Row1-1, c.At.Col1-1)
		corner("to", c.At.Row2, c.At.Col2)
		fmt.Fprintf(&w, `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="%d" name="图表 %d" descr="%s"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>`+
			`<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="%s"><c:chart xmlns:c="%s" xmlns:r="%s" r:id="rId%d"/>`+
			`</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`,
			i+2, i+1, attributeText(alt), chartNS, chartNS, relsNS, i+1)
	}
	w.WriteString(`</xdr:wsDr>`)
	return w.Bytes()
}

// attributeText writes a text as the value of an attribute.
func attributeText(text string) string {
	return strings.NewReplacer(`"`, "&quot;", "\n", "&#10;", "\t", "&#9;").Replace(string(appendEscaped(nil, cleanText(text))))
}

// gridLines is into how many steps the values of a line chart are parted, about.
const gridLines = 4

// bounds writes where the value axis of a line chart begins and ends, and its steps:
// close around the values, where from nought two lines would lie in one. "" leaves it
// to the program.
func (c Chart) bounds(all []series) (ends, steps string) {
	low, high, ok := spread(all)
	if c.Bars || !ok || low <= (high-low)/2 {
		return "", ""
	}
	step := niceStep((high - low) / gridLines)
	if high == low {
		step = niceStep(high / (5 * gridLines))
	}
	first, last := math.Floor(low/step), math.Ceil(high/step)
	if first*step >= low {
		first--
	}
	if last*step <= high {
		last++
	}
	places := max(0, -int(math.Floor(math.Log10(step))))
	print := func(steps float64) string { return strconv.FormatFloat(steps*step, 'f', places, 64) }
	return fmt.Sprintf(`<c:max val="%s"/><c:min val="%s"/>`, print(last), print(max(first, 0))), `<c:majorUnit val="` + print(1) + `"/>`
}

// spread is the least and the greatest value of all series.
func spread(all []series) (low, high float64, ok bool) {
	low, high = math.Inf(1), math.Inf(-1)
	for _, s := range all {
		for _, c := range s.values.cells {
			if v, err := strconv.ParseFloat(c.text, 64); c.kind == numberCell && err == nil {
				low, high, ok = min(low, v), max(high, v), true
			}
		}
	}
	return low, high, ok
}

// niceStep is the least of 1, 2, 5, 10, 20 … and their tenths that is not below a width.
func niceStep(width float64) float64 {
	unit := math.Pow(10, math.Floor(math.Log10(width)))
	for _, n := range []float64{1, 2, 5} {
		if n*unit >= width {
			return n * unit
		}
	}
	return 10 * unit
}
