package xl

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"tianbao/seeds/finding"
)

// writeTable writes the columns and rows of a sheet, and what is behind them up to
// the conditional formats. The library's own way costs three times as much, rows are
// nearly all of a workbook, and it leaves columns out of order; a filter of its own says
// that rows are filtered out, and wipes the sheet's properties.
func (s *Sheet) writeTable(w io.Writer) error {
	if err := s.apart(); err != nil {
		return err
	}
	letters := columnLetters(s.used().Col2)
	buf := make([]byte, 0, rowsBuffer+rowsBuffer/4)
	buf = append(s.appendColumns(buf), `<sheetData>`...)
	buf, err := s.appendRows(buf, letters, w)
	if err != nil {
		return err
	}
	buf = append(buf, `</sheetData>`...)
	if s.protected {
		buf = append(buf, protection...)
	}
	if s.filter != nil {
		buf = append(buf, `<autoFilter ref="`+s.filter.String()+`"/>`...)
	}
	buf = s.appendConditions(s.appendMerges(buf))
	_, err = w.Write(buf)
	return err
}

// appendRows writes the rows as the buffer fills and returns what is still to be written.
func (s *Sheet) appendRows(buf []byte, letters []string, w io.Writer) ([]byte, error) {
	if s.drawn != nil {
		return s.appendDrawn(buf, letters, w)
	}
	for i := range s.rows {
		buf = s.rows[i].append(buf, letters)
		if len(buf) < rowsBuffer {
			continue
		}
		if _, err := w.Write(buf); err != nil {
			return buf, err
		}
		buf = buf[:0]
	}
	return buf, nil
}

func (s *Sheet) appendMerges(buf []byte) []byte {
	if len(s.merges) == 0 {
		return buf
	}
	buf = fmt.Appendf(buf, `<mergeCells count="%d">`, len(s.merges))
	for _, m := range s.merges {
		buf = append(buf, `<mergeCell ref="`+m.String()+`"/>`...)
	}
	return append(buf, `</mergeCells>`...)
}

// protection locks a sheet without a password. What is 1 is forbidden; filtering, the
// height of rows and the width of columns stay allowed.
const protection = `<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0" autoFilter="0"/>`

const rowsBuffer = 32 << 10

func columnLetters(n int) []string {
	letters := make([]string, n+1)
	for i := 1; i <= n; i++ {
		letters[i] = finding.ColumnName(i)
	}
	return letters
}

func (r *row) append(buf []byte, letters []string) []byte {
	var number [8]byte
	digits := strconv.AppendInt(number[:0], int64(r.r), 10)
	buf = append(append(buf, `<row r="`...), digits...)
	if r.height > 0 {
		buf = append(buf, `" ht="`...)
		buf = strconv.AppendFloat(buf, r.height, 'f', -1, 64)
		if !r.grows {
			buf = append(buf, `" customHeight="1`...)
		}
	}
	if r.outline > 0 {
		buf = append(buf, `" outlineLevel="`...)
		buf = strconv.AppendUint(buf, uint64(r.outline), 10)
	}
	buf = append(buf, `">`...)
	for i := range r.cells {
		c := &r.cells[i]
		buf = append(append(append(buf, `<c r="`...), letters[c.col]...), digits...)
		buf = c.append(buf)
	}
	return append(buf, `</row>`...)
}

// append writes the cell from the end of its name.
func (c *cell) append(buf []byte) []byte {
	if c.style > 0 {
		buf = append(buf, `" s="`...)
		buf = strconv.AppendInt(buf, int64(c.style), 10)
	}
	switch {
	case c.formula != "":
		return c.appendFormula(buf)
	case c.kind == textCell && c.text != "":
		buf = append(buf, `" t="inlineStr"><is>`...)
		buf = appendText(buf, c.text)
		return append(buf, `</is></c>`...)
	case c.kind == numberCell:
		buf = append(append(buf, `"><v>`...), c.text...)
		return append(buf, `</v></c>`...)
	}
	return append(buf, `"/>`...)
}

func (c *cell) appendFormula(buf []byte) []byte {
	if c.kind == textCell {
		buf = append(buf, `" t="str`...)
	}
	buf = appendEscaped(append(buf, `"><f>`...), c.formula)
	buf = appendEscaped(append(buf, `</f><v>`...), escapeUnderscores(c.text))
	return append(buf, `</v></c>`...)
}

// appendText writes a text, its spaces kept.
func appendText(buf []byte, text string) []byte {
	buf = append(buf, `<t`...)
	if text != "" && (text[0] <= ' ' || text[len(text)-1] <= ' ' || strings.IndexByte(text, '\n') >= 0) {
		buf = append(buf, ` xml:space="preserve"`...)
	}
	buf = appendEscaped(append(buf, '>'), escapeUnderscores(text))
	return append(buf, `</t>`...)
}

// appendEscaped writes a text that is between tags.
func appendEscaped(buf []byte, text string) []byte {
	from := 0
	for i := 0; i < len(text); i++ {
		var entity string
		switch text[i] {
		case '&':
			entity = "&amp;"
		case '<':
			entity = "&lt;"
		case '>':
			entity = "&gt;"
		default:
			continue
		}
		buf = append(append(buf, text[from:i]...), entity...)
		from = i + 1
	}
	return append(buf, text[from:]...)
}

// escapeUnderscores escapes what a program would take for an escaped character:
// _x000D_ is written _x005F_x000D_.
func escapeUnderscores(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	var b strings.Builder
	for i := range len(text) {
		b.WriteByte(text[i])
		if text[i] == '_' && isEscape(text[i:]) {
			b.WriteString("x005F_")
		}
	}
	return b.String()
}

// isEscape reports whether a text begins as _x000D_ does.
func isEscape(text string) bool {
	return len(text) >= 7 && text[1] == 'x' && text[6] == '_' && strings.Trim(text[2:6], "0123456789ABCDEFabcdef") == ""
}

// cleanText makes a text fit for XML: line ends are \n, characters that XML 1.0
// forbids are left out, broken UTF-8 becomes U+FFFD.
func cleanText(text string) string {
	if plain(text) {
		return text
	}
	text = strings.ReplaceAll(text, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\r':
			return '\n'
		case r == '\n', r == '\t':
			return r
		case r < ' ', r == 0xFFFE, r == 0xFFFF:
			return -1
		}
		return r
	}, text)
}

// plain reports whether there is nothing to clean.
func plain(text string) bool {
	for i := 0; i < len(text); i++ {
		c := text[i]
		if c < ' ' && c != '\n' && c != '\t' || c == 0xEF && i+1 < len(text) && text[i+1] == 0xBF {
			return false
		}
	}
	return utf8.ValidString(text)
}
