package document

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"strconv"
	"strings"

	"tianbao/seeds/finding"
	"tianbao/seeds/markup"
)

// readZipped reads a .docx, and refuses other zipped formats by name.
func readZipped(data []byte) (*Document, finding.List) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return refuse(finding.DocumentBroken)
	}
	pkg := docx{archive: archive, room: maxDocument}
	switch {
	case pkg.has("xl/workbook.xml"):
		return refuse(finding.DocumentFormat, finding.Given("Excel 工作簿"),
			finding.Hint("如是任务清单工作簿,请用 --plan 指定它;如是其他表格,请复制到 Word 文档中另存为 .docx"))
	case pkg.has("OFD.xml"), pkg.has("content.xml"), pkg.has("ppt/presentation.xml"):
		return refuse(finding.DocumentFormat, finding.Hint("请用 WPS 或 Word 打开,另存为 .docx 后再导入"))
	}
	doc, err := pkg.read()
	switch {
	case errors.Is(err, errTooLarge):
		return refuse(finding.DocumentTooLarge)
	case err != nil:
		return refuse(finding.DocumentBroken)
	}
	return doc, nil
}

// maxElements bounds the tree of one part.
const maxElements = 3_000_000

var errTooLarge = errors.New("文档过大或嵌套过深")

// docx is an open .docx package. room is how many bytes may still be unpacked.
type docx struct {
	archive *zip.Reader
	room    int64
	numbers *numbering
	doc     *Document
	err     error
}

func (d *docx) has(name string) bool {
	for _, f := range d.archive.File {
		if strings.EqualFold(strings.ReplaceAll(f.Name, "\\", "/"), name) {
			return true
		}
	}
	return false
}

// part returns the root of a part; nil and no error where the package lacks it.
func (d *docx) part(name string) (*markup.Node, error) {
	for _, f := range d.archive.File {
		if !strings.EqualFold(strings.ReplaceAll(f.Name, "\\", "/"), name) {
			continue
		}
		body, err := f.Open()
		if err != nil {
			return nil, err
		}
		defer body.Close()
		data, err := io.ReadAll(io.LimitReader(body, d.room+1))
		if err != nil {
			return nil, fmt.Errorf("读取文档内容: %w", err)
		}
		if d.room -= int64(len(data)); d.room < 0 {
			return nil, errTooLarge
		}
		root, err := markup.Parse(markup.UTF8(data), markup.Bounds{Elements: maxElements, Depth: maxDepth})
		if errors.Is(err, markup.ErrTooMuch) {
			return nil, errTooLarge
		}
		return root, err
	}
	return nil, nil
}

// read reads the main document with its styles and numbering.
func (d *docx) read() (*Document, error) {
	main, err := d.mainPart()
	if err != nil {
		return nil, err
	}
	body, err := d.part(main)
	if err != nil {
		return nil, err
	}
	if body.Child("body") == nil {
		return nil, io.ErrUnexpectedEOF
	}
	styles, err := d.part(path.Join(path.Dir(main), "styles.xml"))
	if err != nil {
		return nil, err
	}
	lists, err := d.part(path.Join(path.Dir(main), "numbering.xml"))
	if err != nil {
		return nil, err
	}
	d.numbers, d.doc = newNumbering(lists, styles), &Document{Counts: Paragraphs}
	d.blocks(body.Child("body"), 0)
	for _, name := range []string{"footnotes.xml", "endnotes.xml"} {
		if err := d.notes(path.Join(path.Dir(main), name)); err != nil {
			return nil, err
		}
	}
	return d.doc, d.err
}

// notes appends the notes of a part behind the text, marked as such.
func (d *docx) notes(name string) error {
	part, err := d.part(name)
	if part == nil {
		return err
	}
	for _, note := range part.Kids {
		if words := clean(strings.ReplaceAll(d.cellText(note, 0), "\n", " ")); note.Attr("type") == "" && words != "" {
			d.doc.add(Block{Text: "注：" + words})
		}
	}
	return nil
}

// mainPart finds the main document by the package's relationships.
func (d *docx) mainPart() (string, error) {
	rels, err := d.part("_rels/.rels")
	if err != nil {
		return "", err
	}
	if rels != nil {
		for _, r := range rels.Kids {
			if strings.HasSuffix(r.Attr("Type"), "/officeDocument") {
				return strings.TrimPrefix(path.Clean("/"+r.Attr("Target")), "/"), nil
			}
		}
	}
	return "word/document.xml", nil
}

// blocks appends the paragraphs and tables of an element in order.
func (d *docx) blocks(e *markup.Node, depth int) {
	if d.err != nil || depth > maxDepth {
		return
	}
	if len(d.doc.Blocks) > maxBlocks {
		d.err = errTooLarge
		return
	}
	for _, c := range e.Kids {
		switch c.Name {
		case "p":
			d.paragraph(c)
		case "tbl":
			d.table(c)
		case "sdt":
			if c.Val("sdtPr", "docPartObj", "docPartGallery") != "Table of Contents" {
				d.blocks(c, depth+1)
			}
		case "sdtContent", "ins", "moveTo", "smartTag", "customXml":
			d.blocks(c, depth+1)
		}
	}
}

// paragraph appends a paragraph, its automatic number before it; a line break
// within it begins another one.
func (d *docx) paragraph(p *markup.Node) {
	if d.numbers.contents(p) {
		return
	}
	label, said := d.numbers.label(p), runText(p)
	if clean(said) == "" {
		label = ""
	}
	for _, line := range strings.Split(label+said, "\n") {
		if text := clean(line); text != "" {
			d.doc.add(Block{Text: text})
		}
	}
	for _, box := range boxes(p, 0) {
		d.blocks(box, 1)
	}
}

// runText is the text of a paragraph's runs, deleted ones left out.
func runText(e *markup.Node) string {
	var text strings.Builder
	for _, c := range e.Kids {
		switch c.Name {
		case "t":
			text.WriteString(c.Text())
		case "tab", "ptab":
			text.WriteString(" ")
		case "br", "cr":
			text.WriteString("\n")
		case "noBreakHyphen":
			text.WriteString("-")
		case "r":
			if c.Child("rPr", "vanish") == nil {
				text.WriteString(runText(c))
			}
		case "pPr", "rPr", "del", "moveFrom", "drawing", "pict", "object", "AlternateContent", "instrText":
		default:
			text.WriteString(runText(c))
		}
	}
	return text.String()
}

// boxes are the contents of the text boxes that hang on a paragraph. Word keeps
// each box twice, for new readers and for old; the first is taken.
func boxes(e *markup.Node, depth int) []*markup.Node {
	if depth > maxDepth {
		return nil
	}
	var all []*markup.Node
	for _, c := range e.Kids {
		switch c.Name {
		case "txbxContent":
			all = append(all, c)
		case "Fallback", "pPr", "rPr":
		default:
			all = append(all, boxes(c, depth+1)...)
		}
	}
	return all
}

// table appends a table; one of a single column is paragraphs in a frame.
func (d *docx) table(t *markup.Node) {
	g := &cellGrid{}
	merged := map[int]string{} // grid column -> text of the cell merged downwards
	for _, tr := range rowsBelow(t, "tr", 0) {
		g.newRow()
		for range min(wholeNumber(tr.Val("trPr", "gridBefore"), 0), 100) {
			g.cell("", 1, 1)
		}
		for _, tc := range rowsBelow(tr, "tc", 0) {
			d.tableCell(g, tc, merged)
		}
	}
	if d.err == nil && g.tooLarge {
		d.err = errTooLarge
	}
	rows := g.filled()
	if g.width() > 1 {
		d.doc.add(Block{Rows: rows})
		return
	}
	for _, row := range rows {
		for _, line := range strings.Split(strings.Join(row, ""), "\n") {
			if line != "" {
				d.doc.add(Block{Text: line})
			}
		}
	}
}

func (d *docx) tableCell(g *cellGrid, tc *markup.Node, merged map[int]string) {
	at := len(g.rows[len(g.rows)-1])
	text := d.cellText(tc, 0)
	if merge := tc.Child("tcPr", "vMerge"); merge == nil {
		delete(merged, at)
	} else if merge.Attr("val") == "restart" {
		merged[at] = text
	} else if text == "" {
		text = merged[at]
	}
	g.cell(text, 1, min(max(wholeNumber(tc.Val("tcPr", "gridSpan"), 1), 1), 100))
}

// cellText is the text of a cell, its paragraphs parted by "\n".
func (d *docx) cellText(tc *markup.Node, depth int) string {
	var all []string
	for _, c := range tc.Kids {
		switch {
		case c.Name == "p":
			all = append(all, d.numbers.label(c)+runText(c))
		case depth < maxDepth && c.Name != "tcPr":
			all = append(all, d.cellText(c, depth+1))
		}
	}
	return lines(strings.Join(all, "\n"))
}

// rowsBelow returns the elements of a name below e, through content controls
// and insertions but not into other tables.
func rowsBelow(e *markup.Node, name string, depth int) []*markup.Node {
	var all []*markup.Node
	for _, c := range e.Kids {
		switch c.Name {
		case name:
			all = append(all, c)
		case "sdt", "sdtContent", "ins", "customXml", "smartTag":
			if depth < maxDepth {
				all = append(all, rowsBelow(c, name, depth+1)...)
			}
		}
	}
	return all
}

// wholeNumber reads an attribute's whole number, or the default.
func wholeNumber(s string, otherwise int) int {
	if n, err := strconv.Atoi(s); err == nil {
		return n
	}
	return otherwise
}
