package ooxml

import "bytes"

// runLook is how a run of a text looks, where that changes the reading.
type runLook uint8

const (
	lookStruck runLook = 1 << iota
	lookRaised
	lookLowered
	lookFaint // pale on a white ground, or tiny
)

// lookOf reads the run properties last entered to their end.
func lookOf(x *scanner) (look runLook) {
	for x.child() {
		switch x.named(nsMain) {
		case "strike":
			if on(x) {
				look |= lookStruck
			}
		case "color":
			if c := colour(x); c != "" && light(c) {
				look |= lookFaint
			}
		case "sz":
			if tinySize(x) {
				look |= lookFaint
			}
		case "vertAlign":
			switch v, _ := x.attr("val"); string(v) {
			case "superscript":
				look |= lookRaised
			case "subscript":
				look |= lookLowered
			}
		}
		x.skip()
	}
	return look
}

// runs is the text being read, by runs: of one with runs that are struck out it keeps
// what is not.
type runs struct {
	from   int // where the text begins
	struck bool
	faint  bool
	kept   []byte // of a text with runs that are struck out
}

func (u *runs) begin(from int) { u.from, u.struck, u.faint, u.kept = from, false, false, u.kept[:0] }

// add takes the run that was appended to dst from on. Raised and lowered digits are
// characters of their own, so that 10 and a raised 3 are not read as 103.
func (u *runs) add(dst []byte, from int, look runLook) []byte {
	switch {
	case look&lookRaised != 0:
		dst = shifted(dst, from, raised)
	case look&lookLowered != 0:
		dst = shifted(dst, from, lowered)
	}
	u.faint = u.faint || look&lookFaint != 0 && len(bytes.TrimSpace(dst[from:])) > 0
	switch {
	case look&lookStruck != 0 && len(bytes.TrimSpace(dst[from:])) > 0:
		if !u.struck {
			u.struck, u.kept = true, append(u.kept, dst[u.from:from]...)
		}
	case u.struck:
		u.kept = append(u.kept, dst[from:]...)
	}
	return dst
}

var (
	raised  = [10]string{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"}
	lowered = [10]string{"₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉"}
)

func shifted(dst []byte, from int, digits [10]string) []byte {
	run := bytes.Clone(dst[from:])
	dst = dst[:from]
	for _, c := range run {
		if c >= '0' && c <= '9' {
			dst = append(dst, digits[c-'0']...)
		} else {
			dst = append(dst, c)
		}
	}
	return dst
}

// struckPart is a text of which runs are struck out: what is left of it, nothing
// where all of it is.
type struckPart struct{ kept string }

// struckPart is the one of the text read last, nil where none of it is struck out.
func (r *Reader) struckPart(x *scanner) *struckPart {
	if !r.runs.struck {
		return nil
	}
	return &struckPart{r.keep(x, r.runs.kept)}
}

// strike puts the look of its text into a cell. Of one struck out in part the text is
// what is left; the sheet keeps the whole.
func (s *sheet) strike(cell *Cell, part *struckPart, byStyle bool) {
	switch {
	case byStyle || part != nil && len(bytes.TrimSpace([]byte(part.kept))) == 0:
		cell.Strike = Wholly
	case part != nil:
		cell.Strike = Partly
		s.g.Struck = append(s.g.Struck, Words{s.row.R, cell.Col, cell.Text})
		cell.Text = part.kept
	}
}
