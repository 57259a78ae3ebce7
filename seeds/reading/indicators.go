package reading

import (
	"strconv"
	"strings"

	"tianbao/seeds/clause"
	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/text"
)

// indicators makes indicators of the annex's rows; their units are resolved
// after those of the items.
func (p *parser) indicators() {
	numberNames(p.rows)
	category, numbers := "", rowNumbers(p.rows)
	for i, row := range p.rows {
		if row.category != "" {
			_, _, category = splitMark(oneLine(row.category))
		}
		in := plan.Indicator{No: numbers[i], Category: category, Target: orNone(row.target), Growth: orNone(row.growth),
			Known: plan.Known{Nature: row.nature, Values: row.values, YearTargets: row.yearTargets}, Line: row.line}
		if !isNone(row.base) {
			in.Base = row.base
		}
		in.Name, in.Unit = splitUnit(oneLine(row.name))
		if row.unit != "" && !isNone(row.unit) {
			in.Name, in.Unit = oneLine(row.name), oneLine(row.unit)
		}
		in.Units, in.DataUnits = p.owners(in, row.owners), p.owners(in, row.data)
		p.plan.Indicators = append(p.plan.Indicators, in)
	}
}

// numberNames takes the 序号 from names that begin with it: 1.地区生产总值.
func numberNames(rows []annexRow) {
	for i := range rows {
		if kind, no, rest := splitMark(rows[i].name); rows[i].no == "" && kind == markArabic && rest != "" {
			rows[i].no, rows[i].name = strconv.Itoa(no), rest
		}
	}
}

// rowNumbers returns the 序号 of every row: those of the document, and for a row
// without one (其中:…) the next that no row has. Where they begin anew in each
// category, rows are counted through.
func rowNumbers(rows []annexRow) []int {
	numbers, used, most := make([]int, len(rows)), map[int]bool{}, 0
	for i, row := range rows {
		no := text.Numeral(text.HalfWidth(row.no))
		if no > 0 && used[no] {
			for k := range numbers {
				numbers[k] = k + 1
			}
			return numbers
		}
		numbers[i], used[no] = no, true
		most = max(most, no)
	}
	for i, no := range numbers {
		if no == 0 {
			most++
			numbers[i] = most
		}
	}
	return numbers
}

func (p *parser) owners(in plan.Indicator, cells []string) []string {
	if len(cells) == 0 {
		return nil
	}
	where := []finding.Option{finding.At(finding.Place{Row: in.Line}), finding.Row(strconv.Itoa(in.No))}
	said := p.reader.List(strings.Join(cells, "、"))
	if len(said.Unread) > 0 {
		p.found.Add(finding.ClauseUnclear, append(where, finding.Given(strings.Join(said.Unread, "、")))...)
	}
	var units []string
	for _, name := range append(said.Lead, said.Support...) {
		units = appendNew(units, p.party(name, where, "").Units...)
	}
	return units
}

func orNone(cell string) string {
	if isNone(cell) {
		return "-"
	}
	return oneLine(cell)
}

func oneLine(cell string) string { return strings.Join(strings.Fields(cell), "") }

// splitUnit parts an indicator's name from the unit in its last bracket.
func splitUnit(name string) (bare, unit string) {
	name = strings.TrimSpace(name)
	runes := []rune(name)
	open := clause.OpenerOf(name)
	if open <= 0 {
		return string(runes), ""
	}
	return strings.TrimSpace(string(runes[:open])), strings.TrimSpace(string(runes[open+1 : len(runes)-1]))
}
