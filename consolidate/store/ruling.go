package store

import (
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
	"golang.org/x/text/width"

	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/templates/layout"
	"tianbao/workbook/ooxml"
)

// The sheet of the summary that rulings are written on, and its headings that
// ReadRulings goes by.
const (
	RulingSheet = "数据不一致"
	HeadValue   = "核定值"
	HeadBasis   = "核定依据"
	HeadKey     = "核定键"
)

// Open stands where a value is still to be decided.
const Open = "待核定"

// Ruling is what the coordinator decided in 数据不一致: it belongs to the Spot and to
// the values it decided between.
type Ruling struct {
	Spot
	Key   string // digest of the values it decided between
	Value string // 核定值
	Basis string // 核定依据
	At    finding.Place
}

// Rulings is what was ruled in a summary workbook.
type Rulings struct{ List []Ruling }

// Of returns the ruling of a spot, nil where there is none.
func (r *Rulings) Of(s Spot) *Ruling {
	if r == nil {
		return nil
	}
	for i := range r.List {
		if r.List[i].Spot == s {
			return &r.List[i]
		}
	}
	return nil
}

// Without returns the rulings that are not among those held: those lost if what
// holds them took the place of the workbook they were read from.
func (r *Rulings) Without(held []Ruling) (lost []Ruling) {
	known := map[Ruling]bool{}
	for _, one := range held {
		known[one.placeless()] = true
	}
	if r != nil {
		for _, one := range r.List {
			if !known[one.placeless()] {
				lost = append(lost, one)
			}
		}
	}
	return lost
}

func (r Ruling) placeless() Ruling {
	r.At = finding.Place{}
	return r
}

// RulingKey prints the hidden key of a row of 数据不一致: the spot and the digest of the
// values decided between.
func RulingKey(s Spot, digest string) string {
	return strings.Join([]string{strconv.Itoa(s.Year), string(s.Sheet), s.Ref, string(s.Col), s.Unit, digest}, "|")
}

func parseRulingKey(text string) (Ruling, bool) {
	part := strings.Split(strings.TrimSpace(text), "|")
	if len(part) != 6 {
		return Ruling{}, false
	}
	year, err := strconv.Atoi(part[0])
	return Ruling{Spot: Spot{Year: year, Sheet: layout.SheetKey(part[1]), Ref: part[2], Col: layout.Key(part[3]), Unit: part[4]}, Key: part[5]}, err == nil
}

// ReadRulings reads 核定值 and 核定依据 from the 数据不一致 sheet of a summary. Rows are
// told by their hidden key, columns by heading, so that the sheet may be sorted.
func ReadRulings(book *ooxml.Book, p *plan.Plan) (*Rulings, finding.List) {
	st, list := openSummary(book, p)
	if st == nil {
		return nil, list
	}
	out := &Rulings{}
	for _, g := range book.Sheets {
		if base, _, _ := strings.Cut(g.Name, " "); base == RulingSheet {
			list = append(list, out.read(g)...)
		}
	}
	return out, list
}

func (r *Rulings) read(g *ooxml.Grid) finding.List {
	var list finding.List
	var cols map[string]int
	for i := range g.Rows {
		row := &g.Rows[i]
		if cols == nil {
			cols = headings(row, HeadKey, HeadValue, HeadBasis)
			continue
		}
		value := ruledText(row, cols[HeadValue])
		at := finding.Place{Sheet: g.Name, Row: row.R, Col: cols[HeadValue]}
		if value == "" {
			list = append(list, unreadable(row, cols, at)...)
			continue
		}
		if value == layout.NotApplicable {
			continue
		}
		one, ok := parseRulingKey(ruledText(row, cols[HeadKey]))
		if !ok {
			list.Add(finding.RulingLost, finding.At(at), finding.Given(value))
			continue
		}
		one.Value, one.Basis, one.At = value, ruledText(row, cols[HeadBasis]), at
		r.List = append(r.List, one)
	}
	return list
}

// unreadable says why a row without 核定值 may all the same be meant as a ruling.
func unreadable(row *ooxml.Row, cols map[string]int, at finding.Place) (list finding.List) {
	opts := []finding.Option{finding.At(at), finding.Hint("请填这一栏能填的数或选项,不填公式")}
	for _, c := range row.Cells {
		switch {
		case c.Col != cols[HeadValue]:
		case c.Formula == ooxml.Uncached:
			list.Add(finding.RulingUnfit, append(opts, finding.Given("公式"), finding.Message("核定值是公式,文件里没有存下计算结果,未采用"))...)
			return list
		case c.Kind == ooxml.Error:
			list.Add(finding.RulingUnfit, append(opts, finding.Given(c.Text), finding.Message("核定值是错误值,未采用"))...)
			return list
		}
	}
	if basis := ruledText(row, cols[HeadBasis]); basis != "" && basis != layout.NotApplicable {
		list.Add(finding.RulingUnfit, finding.At(at), finding.Given("空"), finding.Message("写了核定依据,没有写核定值"))
	}
	return list
}

// headings returns the columns of the headings, nil where the row lacks one.
func headings(row *ooxml.Row, wanted ...string) map[string]int {
	cols := map[string]int{}
	for _, c := range row.Cells {
		cols[strings.TrimSpace(c.Text)] = c.Col
	}
	for _, w := range wanted {
		if cols[w] == 0 {
			return nil
		}
	}
	return cols
}

// ruledText reads what was typed: a number as a canonical decimal, text without
// the space around it.
func ruledText(row *ooxml.Row, col int) string {
	for _, c := range row.Cells {
		if c.Col != col || c.Kind == ooxml.Error {
			continue
		}
		text := strings.TrimSpace(c.Text)
		if c.Kind == ooxml.Number {
			return typedNumber(text, c.Format == ooxml.Percent)
		}
		if narrow := strings.ReplaceAll(width.Narrow.String(text), ",", ""); Number(narrow).Valid {
			return Number(narrow).Decimal.String()
		}
		return text
	}
	return ""
}

// typedNumber rounds away what binary numbers add: 15 digits are what was typed.
func typedNumber(text string, percent bool) string {
	const digits = 15
	if len(text) > maxDigits {
		return text
	}
	f, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return text
	}
	d, err := decimal.NewFromString(strconv.FormatFloat(f, 'g', digits, 64))
	if err != nil {
		return text
	}
	if percent {
		d = d.Shift(2)
	}
	return d.String()
}
