package annotate

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"tianbao/templates/xl"
)

const (
	spaces   = ` xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"`
	emptyVML = `<xml` + spaces + `>` +
		`<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="§"/></o:shapelayout></xml>`
	shapeType = `<v:shapetype%s id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">` +
		`<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`
	shape = `<v:shape%s id="_x0000_s%d" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
		`<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>` +
		`<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>` +
		`<x:ClientData ObjectType="Note"><x:Anchor>%s</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>%d</x:Row><x:Column>%d</x:Column></x:ClientData></v:shape>`
)

// VML is written by hand in many programs and need not be well formed, so that it
// is searched, not parsed. Each program has prefixes of its own.
var (
	shapes   = regexp.MustCompile(`(?s)<(?:[\w.-]+:)?shape[\s>].*?</(?:[\w.-]+:)?shape>\s*`)
	shapeRow = regexp.MustCompile(`<(?:[\w.-]+:)?Row(?:\s[^>]*)?>\s*(\d+)\s*</`)
	shapeCol = regexp.MustCompile(`<(?:[\w.-]+:)?Column(?:\s[^>]*)?>\s*(\d+)\s*</`)
	vmlRoot  = regexp.MustCompile(`<xml(?:\s[^>]*)?>`)
	shapeID  = regexp.MustCompile(`_x0000_s(\d+)`)
)

// drawing takes the boxes of comments that are gone out of a VML drawing and adds
// those of the marks. Each sheet numbers its shapes in a block of its own.
func drawing(vml string, gone map[[2]int]bool, marks []mark, g *grid, block int) string {
	vml = shapes.ReplaceAllStringFunc(vml, func(s string) string {
		row, col := shapeRow.FindStringSubmatch(s), shapeCol.FindStringSubmatch(s)
		if row == nil || col == nil {
			return s
		}
		r, _ := strconv.Atoi(row[1]) // digits only
		c, _ := strconv.Atoi(col[1])
		if gone[[2]int{r + 1, c + 1}] {
			return ""
		}
		return s
	})
	if len(marks) == 0 {
		return vml
	}
	id := block*shapeBlock + 1
	for _, m := range shapeID.FindAllStringSubmatch(vml, -1) {
		if n, err := strconv.Atoi(m[1]); err == nil {
			id = max(id, n+1)
		}
	}
	var text strings.Builder
	named := undeclaredSpaces(vml)
	if !strings.Contains(vml, `id="_x0000_t202"`) {
		fmt.Fprintf(&text, shapeType, named)
	}
	for i := range marks {
		fmt.Fprintf(&text, shape, named, id+i, marks[i].box(g), marks[i].row-1, marks[i].col-1)
	}
	at := strings.LastIndex(vml, "</")
	if at < 0 {
		return vml
	}
	return vml[:at] + text.String() + vml[at:]
}

// undeclaredSpaces are the names of our prefixes where the drawing itself does not
// give them just these.
func undeclaredSpaces(vml string) string {
	root := vmlRoot.FindString(vml)
	for _, name := range strings.Fields(spaces) {
		if !strings.Contains(root, name) {
			return spaces
		}
	}
	return ""
}

const shapeBlock = 1024

// box is the anchor of a comment's box, as large as its text.
func (m *mark) box(g *grid) string {
	lines := xl.Lines(m.text(), boxChars, boxSize)
	return g.box(m.row, m.col, boxChars*charPixels, boxMargin+lines*boxLine)
}

// The size of a comment's box: its width as a column's, the size of its text, pixels of
// a line and around.
const (
	boxChars  = 38
	boxSize   = 9.0
	boxLine   = 17
	boxMargin = 10
)
