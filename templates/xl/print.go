package xl

import (
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"tianbao/seeds/finding"
	"tianbao/seeds/text"
)

// Print is how a sheet prints: on A4, fitted in width.
type Print struct {
	Portrait     bool
	OnePage      bool   // fitted to one page in height too
	Across       int    // pages side by side; 1 where 0
	Rows         [2]int // repeated on every page, first and last; none where 0
	Cols         [2]int
	Area         *Range
	Header       HeaderFooter
	Footer       HeaderFooter
	Left, Right  float64 // margins in inches; 0.4 where 0
	CentreAcross bool
}

// HeaderFooter is three texts.
type HeaderFooter struct{ Left, Centre, Right string }

// PageOf stands in a header or footer for the page's number and the count of pages.
const (
	PageOf = "第 " + pageNo + " 页 共 " + pages + " 页"
	pageNo = "\x00p"
	pages  = "\x00n"
)

// PrintAs sets how the sheet prints.
func (s *Sheet) PrintAs(p Print) { s.print = &p }

const maxHeader = 255 // UTF-16 units with all marks; Excel repairs a file with more

// code is the three texts as the format writes them. Where they are too long, the
// longest is shortened.
func (h HeaderFooter) code() string {
	for {
		code := h.marked()
		over := text.Units(code) - maxHeader
		if over <= 0 {
			return code
		}
		longest := &h.Left
		for _, other := range []*string{&h.Centre, &h.Right} {
			if text.Units(*other) > text.Units(*longest) {
				longest = other
			}
		}
		letters := []rune(strings.TrimSuffix(*longest, ellipsis))
		*longest = string(letters[:max(len(letters)-max(over/2, 1), 0)]) + ellipsis
	}
}

const ellipsis = "…"

func (h HeaderFooter) marked() string {
	var b strings.Builder
	for _, part := range []struct{ mark, text string }{{"&L", h.Left}, {"&C", h.Centre}, {"&R", h.Right}} {
		if part.text == "" {
			continue
		}
		b.WriteString(part.mark)
		text := strings.ReplaceAll(part.text, "&", "&&")
		if text[0] >= '0' && text[0] <= '9' {
			text = " " + text // digits after the mark would be a font size
		}
		text = strings.NewReplacer(pageNo, "&P", pages, "&N").Replace(text)
		b.WriteString(cleanText(text))
	}
	return b.String()
}

func (p Print) margins() *excelize.PageLayoutMarginsOptions {
	or := func(v, standard float64) *float64 {
		if v == 0 {
			v = standard
		}
		return &v
	}
	m := &excelize.PageLayoutMarginsOptions{
		Left: or(p.Left, 0.4), Right: or(p.Right, 0.4), Top: or(0, 0.6), Bottom: or(0, 0.6),
		Header: or(0, 0.3), Footer: or(0, 0.3),
	}
	if p.CentreAcross {
		m.Horizontally = &p.CentreAcross
	}
	return m
}

const a4 = 9 // of the format's papers

func (p Print) layout() *excelize.PageLayoutOptions {
	size, orientation, wide, high := a4, "landscape", max(p.Across, 1), 0
	if p.Portrait {
		orientation = "portrait"
	}
	if p.OnePage {
		high = 1
	}
	return &excelize.PageLayoutOptions{Size: &size, Orientation: &orientation, FitToWidth: &wide, FitToHeight: &high}
}

// titles returns what repeats on every page, as the defined name holds it.
func (p Print) titles(sheet string) string {
	var parts []string
	if p.Cols[0] > 0 {
		parts = append(parts, SheetRef(sheet)+"$"+finding.ColumnName(p.Cols[0])+":$"+finding.ColumnName(p.Cols[1]))
	}
	if p.Rows[0] > 0 {
		parts = append(parts, SheetRef(sheet)+"$"+strconv.Itoa(p.Rows[0])+":$"+strconv.Itoa(p.Rows[1]))
	}
	return strings.Join(parts, ",")
}
