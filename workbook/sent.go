package workbook

import (
	"hash/fnv"
	"slices"
	"strconv"
	"strings"

	"tianbao/templates/layout"
	"tianbao/workbook/ooxml"
)

// SentSheet is the hidden tab of a copy that goes out filled in (退回, 征求意见): what
// stood in each cell to fill, and which return it came from.
const SentSheet = "tianbao_sent"

// Rank is what ranks a copy of a unit's return, or a cell of one: the 版次, then
// the workbook's own modified time as written.
type Rank struct {
	Revision int
	Modified string
}

// Sent is what a copy that went out filled in remembers of its cells.
type Sent struct {
	Origins []Rank            // of its cells
	Asked   []layout.Proposal // of the round 征求意见
	cells   map[sentCell]sentValue
}

type sentCell struct {
	sheet layout.SheetKey
	ref   string
	col   layout.Key
}

type sentValue struct {
	digest uint64
	origin int
}

const (
	sentFrom  = "from"
	sentRow   = "row"
	mostSent  = 250   // origins
	mostAsked = 10000 // rows of 拟认定结果
)

// SentLines returns the lines of the tab for a copy made of the return.
func (r *Return) SentLines() [][]string {
	origins := []Rank{{r.Identity.Revision, r.Modified}}
	if r.Sent != nil {
		origins = append(origins, r.Sent.Origins...)
	}
	places := r.originPlaces(len(origins))
	lines := make([][]string, len(origins))
	for i, at := range places {
		if at >= 0 {
			lines[at] = []string{sentFrom, strconv.Itoa(origins[i].Revision), origins[i].Modified}
		}
	}
	lines = slices.DeleteFunc(lines, func(line []string) bool { return line == nil })
	for _, s := range r.Sheets {
		for i := range s.Rows {
			if cells := sentTokens(&s.Rows[i], places); cells != "" {
				lines = append(lines, []string{sentRow, string(s.Form.Key), s.Rows[i].Ref(), cells})
			}
		}
	}
	return lines
}

// originPlaces numbers the origins of the cells to fill anew, the most frequent first;
// -1 of one that no cell has any more.
func (r *Return) originPlaces(n int) []int {
	count := make([]int, n)
	for _, s := range r.Sheets {
		for i := range s.Rows {
			for j := range s.Rows[i].Values {
				if s.Rows[i].Issued.Modes[j] == layout.Open {
					count[s.Rows[i].Values[j].Origin]++
				}
			}
		}
	}
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return count[b] - count[a] })
	places := make([]int, n)
	for at, i := range order {
		if places[i] = at; count[i] == 0 && at > 0 {
			places[i] = -1
		}
	}
	return places
}

// sentTokens prints the cells to fill of a row: column=digest/origin. A blank cell of
// the first origin is left out.
func sentTokens(row *Row, places []int) string {
	var b strings.Builder
	for i := range row.Values {
		v := &row.Values[i]
		at := places[v.Origin]
		if row.Issued.Modes[i] != layout.Open || v.State == Blank && at == 0 {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(string(row.Sheet.Form.Columns[i].Key) + "=" + strconv.FormatUint(v.digest(), 16))
		if at > 0 {
			b.WriteString("/" + strconv.Itoa(at))
		}
	}
	return b.String()
}

// digest tells two answers apart: of a value taken the value, of one that could not be
// taken what is there.
func (v *Value) digest() uint64 {
	if v.State == Blank {
		return 0
	}
	sum := fnv.New64a()
	sum.Write([]byte{byte(v.State)})
	sum.Write([]byte(v.Text))
	if v.State == Faulty {
		sum.Write([]byte(v.Given))
	}
	return sum.Sum64()
}

// readSent reads the tab, nil where the book has none that can be read.
func readSent(b *ooxml.Book) *Sent {
	g := b.Sheet(SentSheet)
	if g == nil {
		return nil
	}
	s := &Sent{cells: map[sentCell]sentValue{}}
	for _, line := range linesOf(g) {
		switch {
		case len(line) >= 2 && line[0] == sentFrom && len(s.Origins) < mostSent:
			o := Rank{}
			o.Revision, _ = strconv.Atoi(line[1])
			if len(line) > 2 {
				o.Modified = strings.Clone(line[2])
			}
			s.Origins = append(s.Origins, o)
		case len(line) > 2 && line[0] == sentAsked && len(s.Asked) < mostAsked:
			s.Asked = append(s.Asked, asked(line))
		case len(line) == 4 && line[0] == sentRow:
			s.row(layout.SheetKey(line[1]), line[2], line[3])
		}
	}
	if len(s.Origins) == 0 {
		return nil
	}
	return s
}

func (s *Sent) row(sheet layout.SheetKey, ref, tokens string) {
	for token := range strings.SplitSeq(tokens, " ") {
		col, rest, _ := strings.Cut(token, "=")
		hex, origin, _ := strings.Cut(rest, "/")
		v := sentValue{}
		var err error
		if v.digest, err = strconv.ParseUint(hex, 16, 64); err != nil {
			continue
		}
		if v.origin, err = strconv.Atoi(origin); err != nil || v.origin < 0 || v.origin >= len(s.Origins) {
			v.origin = 0
		}
		s.cells[sentCell{layout.SheetKey(strings.Clone(string(sheet))), strings.Clone(ref), layout.Key(strings.Clone(col))}] = v
	}
}

// markSent gives each cell that still says what it was sent out with its origin.
func (r *Return) markSent() {
	if r.Sent == nil {
		return
	}
	for _, s := range r.Sheets {
		for i := range s.Rows {
			row := &s.Rows[i]
			for j := range row.Values {
				then := r.Sent.cells[sentCell{s.Form.Key, row.Ref(), s.Form.Columns[j].Key}]
				if v := &row.Values[j]; row.Issued.Modes[j] != layout.Open || v.digest() == then.digest {
					v.Origin = then.origin + 1
				}
			}
		}
	}
}
