package catalogue

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"tianbao/seeds/clause"
	"tianbao/seeds/document"
	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/reading"
	"tianbao/seeds/text"
)

// names: every name of a clause is a unit or a group.
func (c *checker) names() {
	for i := range c.plan.Items {
		it := &c.plan.Items[i]
		for _, side := range []struct {
			parties []plan.Party
			column  string
		}{{it.Lead, "牵头单位"}, {it.Support, "配合单位"}} {
			for _, p := range side.parties {
				if _, _, known := c.directory.expand(p.Name); !known && len(p.Units) == 0 {
					c.unknown(p.Name, sheetItems, it.Ref, side.column, side.column == "牵头单位")
				}
			}
		}
	}
}

// twins: two units of the register that look like one written in two ways, as
// 市发改委 and 市发展改革委 do. The one less often named is suspected.
func (c *checker) twins() {
	named := map[string]int{}
	for i := range c.plan.Items {
		it := &c.plan.Items[i]
		for _, u := range append(it.LeadUnits(), it.SupportUnits()...) {
			named[u]++
		}
	}
	spelled := text.Each(c.plan.Units, func(u plan.Unit) string { return clause.InShort(u.Name) })
	for i := range c.plan.Units {
		for j := i + 1; j < len(c.plan.Units); j++ {
			a, b := &c.plan.Units[i], &c.plan.Units[j]
			if named[a.Name] > named[b.Name] {
				a, b = b, a
			}
			if a.Successor != "" || b.Successor != "" ||
				spelled[i] != spelled[j] && !resembles(b, a.Name, named[b.Name] >= rarely*max(named[a.Name], 1)) {
				continue
			}
			c.add(finding.UnitNearMiss, sheetUnits, a.Name, "名称", finding.Given(a.Name), finding.Expected(b.Name),
				finding.Message("“"+a.Name+"”与“"+b.Name+"”可能是同一单位"))
		}
	}
}

// rarely is how many times more often a unit is named than a slip of the pen for it.
const rarely = 5

// resembles reports whether a name may stand for the unit: an abbreviation, or a
// slip of the pen where those may be thought of.
func resembles(u *plan.Unit, name string, slips bool) bool {
	for _, known := range append([]string{u.Name}, u.Aliases...) {
		if clause.Abbreviates(name, known) || clause.Abbreviates(known, name) {
			return true
		}
		if slips && likely(name, known, distance([]rune(name), []rune(known))) {
			return true
		}
	}
	return false
}

func (c *checker) unknown(name, sheet, row, column string, owner bool) {
	code, opts := c.directory.unknown(name, owner)
	c.add(code, sheet, row, column, opts...)
}

// unknown says that the register lacks a name, with the nearest one where there
// is one near enough. Of an owner, who leads an item or answers for an indicator, it
// is an error: nobody would be asked to report.
func (d *directory) unknown(name string, owner bool) (finding.Code, []finding.Option) {
	code, opts := finding.UnitUnknown, []finding.Option{finding.Given(name)}
	if near := d.nearest(name); near != "" {
		code = finding.UnitNearMiss
		opts = append(opts, finding.Expected(near), finding.Message("单位名录中没有“"+name+"”,是否为“"+near+"”"))
	}
	if owner {
		code = finding.OwnerUnknown
	}
	return code, opts
}

// nearest returns the known unit whose name is most like this one, "" where none
// is like it.
func (d *directory) nearest(name string) string {
	best, least := "", maxDistance+1
	for _, known := range d.order {
		switch {
		case clause.Abbreviates(name, known), clause.Abbreviates(known, name):
			if least > 0 {
				best, least = known, 0
			}
		default:
			n := distance([]rune(name), []rune(known))
			if n < least && likely(name, known, n) {
				best, least = known, n
			}
		}
	}
	if unit, ok := d.units[plan.NameKey(best)]; ok {
		return unit
	}
	return best
}

// spelled returns the known name that is another spelling of this one, "" where there
// is none: 市发改局 of 市发展改革局. One character apart may be two places.
func (d *directory) spelled(name string) string {
	for _, known := range d.order {
		if clause.InShort(name) == clause.InShort(known) || sameOffice(name, known) || clause.Abbreviates(name, known) || clause.Abbreviates(known, name) {
			return known
		}
	}
	return ""
}

const maxDistance = 2

// likely reports whether so many slips of the pen make one name of two: 市教育局 and
// 市体育局 differ by one character and are two units.
func likely(a, b string, slips int) bool {
	if sameOffice(a, b) {
		return true
	}
	short := min(utf8.RuneCountInString(a), utf8.RuneCountInString(b))
	longer := utf8.RuneCountInString(a) != utf8.RuneCountInString(b)
	return slips == 1 && (longer && short >= 3 || short >= 6) || slips == 2 && short >= 7
}

// sameOffice reports names that differ only in what the office is called: 市发改局 and
// 市发改委.
func sameOffice(a, b string) bool {
	core := officeEnd.ReplaceAllString(a, "")
	return utf8.RuneCountInString(core) >= 3 && core != a && core == officeEnd.ReplaceAllString(b, "")
}

var officeEnd = regexp.MustCompile(`(局|委|办|厅|部|委员会|办公室)$`)

// distance is how many characters to put in, leave out or change.
func distance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j := range b {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}

// advertising: strings of a web page that are in the text of items.
func (c *checker) advertising() {
	doc := &document.Document{}
	for i := range c.plan.Items {
		it := &c.plan.Items[i]
		doc.Blocks = append(doc.Blocks, document.Block{Text: it.Text, Line: i + 1})
	}
	for _, ad := range reading.ForeignStrings(doc) {
		for i := range c.plan.Items {
			if it := &c.plan.Items[i]; strings.Contains(it.Text, ad) {
				c.add(finding.ForeignString, sheetItems, it.Ref, "具体内容", finding.Given(ad),
					finding.Message("具体内容中夹有网页广告字串"), finding.Hint("请对照正式文件,在“事项”表中改正"))
			}
		}
	}
}
