// Package document reads a file as it is: paragraphs and tables in their order,
// automatic numbers included, layout left out. It does not know what the words mean.
package document

import (
	"bytes"
	"fmt"
	"path"
	"strings"

	"tianbao/seeds/finding"
)

// Document is a plan document as it reads: blocks in order, without layout.
type Document struct {
	Name   string // file name as given
	Title  string // title of the saved page or of the file's properties, "" where none
	Blocks []Block
	Counts string  // what Line Counts: 行 or 段
	Sheets []Sheet // of a workbook: where the lines of each begin
}

// Sheet is a sheet of a workbook that a document was made of.
type Sheet struct {
	Name  string
	First int // its first line
}

// SheetOf returns the name of the sheet that a line is on, "" in other documents.
func (d *Document) SheetOf(line int) string {
	name := ""
	for _, s := range d.Sheets {
		if line >= s.First {
			name = s.Name
		}
	}
	return name
}

// Where says where a line stands, for a reader: 第5行, “任务表”第5行.
func (d *Document) Where(line int) string {
	at := ""
	for i := len(d.Sheets) - 1; i >= 0; i-- {
		if s := d.Sheets[i]; line >= s.First {
			at, line = "“"+s.Name+"”", line-s.First+1
			break
		}
	}
	return fmt.Sprintf("%s第%d%s", at, line, d.Counts)
}

// What a Line counts.
const (
	Lines      = "行"
	Paragraphs = "段"
)

// Block is a paragraph, or a table where Rows is not nil.
type Block struct {
	Line int        // line of a text file, else number of the paragraph, from 1; each row of a table counts
	Text string     // the paragraph, its automatic number included
	Rows [][]string // the table's cells; the lines of a cell are parted by "\n"
	Link bool       // of a page: its words are links and nothing else
	// Indent is how many blanks are before a line of a text file.
	Indent int
}

// The bounds of a document. Real ones stay far below.
const (
	maxDocument = 64 << 20  // bytes, as sent and unpacked
	maxBlocks   = 1_000_000 // paragraphs and rows
	maxWords    = 4 << 20   // bytes of text: what is read in it is looked at many times
	maxDepth    = 256       // nested elements
)

// Read reads a .txt in UTF-8 or GB18030, an .html as saved from a site,
// or a .docx. The kind is told by the content, not by the name. A document that
// cannot be read is nil, with a finding that says what to do.
func Read(name string, data []byte) (*Document, finding.List) {
	doc, found := readBlocks(data)
	if doc == nil {
		return nil, found
	}
	doc.Name = path.Base(strings.ReplaceAll(name, "\\", "/"))
	if len(doc.Blocks) == 0 {
		found.Add(finding.DocumentEmpty)
		return nil, found
	}
	if doc.words() > maxWords {
		return refuse(finding.DocumentTooLarge)
	}
	return doc, found
}

// words is how many bytes of text a document has.
func (d *Document) words() int {
	n := 0
	for _, b := range d.Blocks {
		n += len(b.Text)
		for _, row := range b.Rows {
			for _, cell := range row {
				n += len(cell)
			}
		}
	}
	return n
}

func readBlocks(data []byte) (*Document, finding.List) {
	if len(data) > maxDocument {
		return refuse(finding.DocumentTooLarge)
	}
	switch {
	case len(bytes.TrimSpace(data)) == 0:
		return refuse(finding.DocumentEmpty)
	case bytes.HasPrefix(data, []byte("%PDF-")):
		return refuse(finding.DocumentFormat, finding.Given("PDF"),
			finding.Hint("请用 WPS 或 Word 打开 PDF,另存为 .docx 后再导入;扫描件需先做文字识别"))
	case bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")):
		return refuse(finding.DocumentFormat, finding.Given("旧版 .doc 或 .wps"),
			finding.Hint("请用 WPS 或 Word 打开,另存为 .docx 后再导入"))
	case bytes.HasPrefix(data, []byte("{\\rtf")):
		return refuse(finding.DocumentFormat, finding.Given("RTF"),
			finding.Hint("请用 WPS 或 Word 打开,另存为 .docx 后再导入"))
	case bytes.HasPrefix(data, []byte("PK")):
		return readZipped(data)
	}
	return readText(data)
}

func refuse(code finding.Code, opts ...finding.Option) (*Document, finding.List) {
	var found finding.List
	found.Add(code, opts...)
	return nil, found
}
