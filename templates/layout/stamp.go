package layout

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"strconv"
	"strings"
)

// Stamp is what the very hidden sheet says of a workbook as it was issued.
type Stamp struct {
	Identity Identity
	Plan     string // title
	PlanHash string // revision of the plan it was issued from
	Round    Round
	Unit     string // name
	Sheets   []StampedSheet
}

// Round says why a workbook was sent out.
type Round string

// The rounds.
const (
	Normal  Round = ""     // to be filled in
	Consult Round = "征求意见" // filled in, to be answered with what it is to be judged
)

// StampedSheet is a sheet as issued: its tab's name, its columns and its rows.
type StampedSheet struct {
	Key  SheetKey
	Name string
	Cols []Key
	Rows []StampedRow
	room []StampedCell // for rows to come
}

// StampedRow is a row as issued. Cells are by column of the sheet.
type StampedRow struct {
	Ref   string
	Cells []StampedCell
}

// StampedCell is a cell as issued. Its text is kept for what the plan alone cannot
// give back: values of earlier years, and what an open cell was filled with
// beforehand. Of the text of any other locked cell there is a digest.
type StampedCell struct {
	Mode Mode
	Kept bool   // Text is the text, else its digest
	Text string // "" of a cell that does not apply
}

// Shows reports whether a locked cell was issued with a text.
func (c *StampedCell) Shows(text string) bool {
	switch {
	case c.Mode != Locked || !c.Kept && c.Text == "":
		return false
	case c.Kept:
		return normal(c.Text) == normal(text)
	}
	return c.Text == Digest(text)
}

// NewStamp stamps a form.
func NewStamp(f *Form, id Identity, planHash string, round Round) *Stamp {
	st := &Stamp{Identity: id, Plan: f.Plan.Title, PlanHash: planHash, Unit: f.Unit.Name, Round: round}
	for _, s := range f.Sheets {
		ss := StampedSheet{Key: s.Key, Name: s.Name, Cols: s.Keys()}
		for i := range s.Rows {
			ss.Rows = append(ss.Rows, stampRow(s, &s.Rows[i]))
		}
		st.Sheets = append(st.Sheets, ss)
	}
	return st
}

func stampRow(s *FormSheet, r *Row) StampedRow {
	row := StampedRow{Ref: r.Ref, Cells: make([]StampedCell, len(s.Columns))}
	for i := range s.Columns {
		c := &row.Cells[i]
		c.Mode = r.Modes[i]
		switch {
		case s.Columns[i].Role == Check, c.Mode == Absent:
		case c.Mode == Open || s.Columns[i].Role == Earlier:
			c.Text, c.Kept = r.Issued[i], true
		default:
			c.Text = Digest(r.Issued[i])
		}
	}
	return row
}

// Digest is the digest of a fixed cell's text. White space at the ends of lines
// and of the text, and the kind of line break, do not count.
func Digest(text string) string {
	h := fnv.New64a()
	h.Write([]byte(normal(text)))
	return strconv.FormatUint(h.Sum64(), 36)
}

func normal(text string) string {
	if strings.ContainsAny(text, "\r\n") {
		lines := strings.Split(strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n"), "\n")
		for i := range lines {
			lines[i] = strings.TrimSpace(lines[i])
		}
		text = strings.Join(lines, "\n")
	}
	return strings.TrimSpace(text)
}

// The first cell of a line of the stamp sheet.
const (
	lineLayout   = "tianbao"
	lineIdentity = "identity"
	linePlan     = "plan"
	lineUnit     = "unit"
	lineRound    = "round"
	lineSheet    = "sheet"
	lineRow      = "row"
)

// Lines prints the stamp as the cells of the hidden sheet, line by line. A row's
// cells are in one cell as tokens (digest, "-" absent, "." open, "=" and "+"
// for a kept text of a locked or open cell), its kept texts in the cells after.
func (st *Stamp) Lines() [][]string {
	lines := [][]string{
		{lineLayout, strconv.Itoa(st.Identity.Layout)},
		{lineIdentity, st.Identity.Code()},
		{linePlan, st.Identity.PlanID, st.PlanHash, st.Plan},
		{lineUnit, st.Identity.UnitID, st.Unit},
		{lineRound, cmp.Or(string(st.Round), "正常")},
	}
	for _, s := range st.Sheets {
		line := []string{lineSheet, string(s.Key), s.Name}
		for _, k := range s.Cols {
			line = append(line, string(k))
		}
		lines = append(lines, line)
		for _, r := range s.Rows {
			lines = append(lines, r.line(s.Key))
		}
	}
	return lines
}

func (r *StampedRow) line(k SheetKey) []string {
	line := []string{lineRow, string(k), r.Ref, ""}
	tokens := make([]string, len(r.Cells))
	for i, c := range r.Cells {
		switch {
		case c.Mode == Absent:
			tokens[i] = "-"
		case c.Kept && c.Text != "" && len(c.Text) < MaxText:
			line = append(line, c.Text)
			tokens[i] = "="
			if c.Mode == Open {
				tokens[i] = "+"
			}
		case c.Mode == Open:
			tokens[i] = "."
		case c.Kept:
			tokens[i] = "#" + Digest(c.Text)
		default:
			tokens[i] = "#" + c.Text
		}
	}
	line[3] = strings.Join(tokens, " ")
	return line
}

// ParseStamp reads the lines of a hidden sheet. Lines it does not know are passed
// over, so that a later version may add some. The error says which line is broken.
func ParseStamp(lines [][]string) (*Stamp, error) {
	st := &Stamp{}
	for n, line := range lines {
		if len(line) == 0 {
			continue
		}
		if err := st.parse(line); err != nil {
			return nil, fmt.Errorf("%s 第 %d 行: %w", StampSheet, n+1, err)
		}
	}
	if st.Identity.PlanID == "" {
		return nil, fmt.Errorf("%s: %w", StampSheet, errCode)
	}
	return st, nil
}

func (st *Stamp) parse(line []string) error {
	at := func(i int) string {
		if i < len(line) {
			return line[i]
		}
		return ""
	}
	switch line[0] {
	case lineIdentity:
		id, err := ParseCode(at(1))
		if err != nil {
			return err
		}
		st.Identity = id
	case linePlan:
		st.PlanHash, st.Plan = at(2), at(3)
	case lineUnit:
		st.Unit = at(2)
	case lineRound:
		if at(1) == string(Consult) {
			st.Round = Consult
		}
	case lineSheet:
		s := StampedSheet{Key: SheetKey(at(1)), Name: at(2)}
		for _, k := range line[min(3, len(line)):] {
			s.Cols = append(s.Cols, Key(k))
		}
		st.Sheets = append(st.Sheets, s)
	case lineRow:
		return st.parseRow(SheetKey(at(1)), at(2), at(3), line[min(4, len(line)):])
	}
	return nil
}

func (st *Stamp) parseRow(k SheetKey, ref, tokens string, texts []string) error {
	if len(st.Sheets) == 0 || st.Sheets[len(st.Sheets)-1].Key != k {
		return fmt.Errorf("行 %q 不在表 %q 之下", ref, k)
	}
	s := &st.Sheets[len(st.Sheets)-1]
	cells := s.cells()
	n := 0
	for token := range strings.SplitSeq(tokens, " ") {
		if n == len(cells) {
			n++
			break
		}
		c := &cells[n]
		n++
		switch {
		case token == "-":
			c.Mode = Absent
		case token == ".":
			c.Mode, c.Kept = Open, true
		case token == "=" || token == "+":
			if len(texts) == 0 {
				return fmt.Errorf("行 %q 缺少留存的内容", ref)
			}
			c.Text, c.Kept, texts = texts[0], true, texts[1:]
			if token == "+" {
				c.Mode = Open
			}
		case strings.HasPrefix(token, "#"):
			c.Text = token[1:]
		default:
			return fmt.Errorf("行 %q 的记号 %q 无法识别", ref, token)
		}
	}
	if n != len(cells) {
		return fmt.Errorf("行 %q 的格数与表头的 %d 列不符", ref, len(cells))
	}
	s.Rows = append(s.Rows, StampedRow{Ref: ref, Cells: cells})
	return nil
}

// cells takes the room for the cells of a row.
func (s *StampedSheet) cells() []StampedCell {
	const rows = 32
	n := len(s.Cols)
	if len(s.room) < n {
		s.room = make([]StampedCell, rows*n)
	}
	cells := s.room[:n:n]
	s.room = s.room[n:]
	return cells
}

// Sheet returns a stamped sheet, nil where there is none.
func (st *Stamp) Sheet(k SheetKey) *StampedSheet {
	for i := range st.Sheets {
		if st.Sheets[i].Key == k {
			return &st.Sheets[i]
		}
	}
	return nil
}
