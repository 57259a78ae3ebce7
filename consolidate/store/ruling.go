package store

import (
	"strconv"
	"strings"

	"tianbao/seeds/finding"
	"tianbao/templates/layout"
)

// The sheet of the summary that rulings are written on, and its headings that
// ReadRulings goes by, in their order.
const (
	RulingSheet = "数据不一致"
	HeadOrigin  = "来源"
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
type Rulings struct {
	List  []Ruling
	Found finding.List // what was typed and not taken, or taken otherwise
}

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

func parseRulingKey(words string) (Ruling, bool) {
	part := strings.Split(strings.TrimSpace(words), "|")
	if len(part) != 6 {
		return Ruling{}, false
	}
	year, err := strconv.Atoi(part[0])
	return Ruling{Spot: Spot{Year: year, Sheet: layout.SheetKey(part[1]), Ref: part[2], Col: layout.Key(part[3]), Unit: part[4]}, Key: part[5]}, err == nil
}
