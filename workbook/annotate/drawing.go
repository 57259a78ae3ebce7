package annotate

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"tianbao/seeds/text"
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
// those of the marks. A drawing numbers its shapes within the blocks that it says are
// its own; newBlock gives one that no drawing has.
func drawing(vml string, gone map[[2]int]bool, marks []mark, g *grid, newBlock func() int) string {
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
	vml, ids := numbers(vml, len(marks), newBlock)
	var text strings.Builder
	named := undeclaredSpaces(vml)
	if !strings.Contains(vml, `id="_x0000_t202"`) {
		fmt.Fprintf(&text, shapeType, named)
	}
	for i := range marks {
		fmt.Fprintf(&text, shape, named, ids[i], g.box(&marks[i]), marks[i].row-1, marks[i].col-1)
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
	return text.If(slices.ContainsFunc(strings.Fields(spaces), func(name string) bool { return !strings.Contains(root, name) }), spaces)
}

// shapeBlock is how many numbers a block has; the first of them is no shape's.
const shapeBlock = 1024

var blockList = regexp.MustCompile(`(<(?:[\w.-]+:)?idmap\s[^>]*?data\s*=\s*["'])([0-9, ]*)(["'])`)

// blocksOf are the blocks that a drawing says are its own.
func blocksOf(vml string) (blocks []int) {
	m := blockList.FindStringSubmatch(vml)
	if m == nil {
		return nil
	}
	for text := range strings.SplitSeq(m[2], ",") {
		if n, err := strconv.Atoi(strings.TrimSpace(text)); err == nil {
			blocks = append(blocks, n)
		}
	}
	return blocks
}

// numbers returns so many numbers for shapes of a drawing, and the drawing with the
// blocks that it needs for them.
func numbers(vml string, count int, newBlock func() int) (string, []int) {
	highest := map[int]int{} // by block
	for _, m := range shapeID.FindAllStringSubmatch(vml, -1) {
		if n, err := strconv.Atoi(m[1]); err == nil {
			highest[n/shapeBlock] = max(highest[n/shapeBlock], n)
		}
	}
	blocks := blocksOf(vml)
	var ids []int
	for at := 0; len(ids) < count; at++ {
		if at == len(blocks) {
			blocks = append(blocks, newBlock())
		}
		first := max(blocks[at]*shapeBlock, highest[blocks[at]]) + 1
		for id := first; id < (blocks[at]+1)*shapeBlock && len(ids) < count; id++ {
			ids = append(ids, id)
		}
	}
	return blockList.ReplaceAllString(vml, "${1}"+strings.Join(text.Each(blocks, strconv.Itoa), ",")+"${3}"), ids
}

// newBlock returns a block that no drawing of the workbook has.
func (b *book) newBlock() int {
	if b.blocks == nil {
		b.blocks = map[int]bool{}
		for _, name := range b.parts.Names() {
			if strings.HasSuffix(name, ".vml") {
				vml, _ := readText(b.parts, name) // one that cannot be read has no block
				for _, n := range blocksOf(string(vml)) {
					b.blocks[n] = true
				}
			}
		}
	}
	n := 1
	for b.blocks[n] {
		n++
	}
	b.blocks[n] = true
	return n
}

// The size of a comment's box: its width as a column's, the size of its text, pixels of
// a line and around.
const (
	boxChars  = 38
	boxSize   = 9.0
	boxLine   = 17
	boxMargin = 10
)
