package workbook

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"tianbao/seeds/finding"
	"tianbao/seeds/text"
	"tianbao/templates/layout"
	"tianbao/workbook/ooxml"
	"tianbao/workbook/sheet"
)

// A page is a sheet of rows as it is printed: a title over the table says whose and
// of which year it is, and so does the report code in the footer. Pages of other
// units and years carry the same headings and many of the same 编号.

// titled splits the title of a page: 市科技局 2024年度 牵头任务.
func titled(words string) (unit string, year int, sheet string, ok bool) {
	before, sheet, ok := strings.Cut(text.Squeeze(words), "年度")
	n := len(before) - len("2024")
	if !ok || n < 0 || !slices.ContainsFunc(layout.Sheets(), func(s *layout.Sheet) bool { return !s.Form && s.Name == sheet }) {
		return "", 0, "", false
	}
	year, err := strconv.Atoi(before[n:])
	return before[:n], year, sheet, err == nil
}

func (d *decoder) titleOf(sheet string) string {
	return fmt.Sprintf("%s %d年度 %s", d.ret.Form.Unit.Name, d.ret.Form.Frame.Year, sheet)
}

// otherTitle reports whether it is a title of another year, or of another unit of the plan; a name
// that nobody has may be one that the unit had when the workbook was issued.
func (d *decoder) otherTitle(unit string, year int) bool {
	u := d.ret.Form.Plan.Unit(unit)
	return year != d.ret.Form.Frame.Year || u != nil && !d.sameUnit(u)
}

// otherFooter returns the report code in the footer of a sheet where it is of
// another unit, year or plan.
func (d *decoder) otherFooter(g *ooxml.Grid) (other layout.Identity, ok bool) {
	if other, ok = codeIn(footerText(g.Footer)); ok && other.UnitID == d.issuedTo {
		other.UnitID = d.ret.Identity.UnitID
	}
	return other, ok && !sameReturn(other, d.ret.Identity)
}

// otherPage is a page of another unit, year or plan.
type otherPage struct {
	grid  *ooxml.Grid
	title string
	sheet string // of the form, as its title names it
}

// ofAnother reads a page as one of another unit, year or plan: by title and footer.
func (d *decoder) ofAnother(g *ooxml.Grid) (page otherPage, ok bool) {
	id, ok := d.otherFooter(g)
	for i := 0; ok && i < len(g.Rows) && i < sheet.Scanned; i++ {
		for _, c := range sheet.First(g.Rows[i].Cells) {
			if c.Kind != ooxml.Text || len(c.Text) >= sheet.Longest {
				continue
			}
			if unit, year, sheet, ok := titled(c.Text); ok {
				return otherPage{g, c.Text, sheet}, id.PlanID != d.ret.Identity.PlanID || d.otherTitle(unit, year)
			}
		}
	}
	return otherPage{}, false
}

// pagesOfOthers finds them, and marks them among the sheets: they are none of the form's.
func (d *decoder) pagesOfOthers() []bool {
	marked := make([]bool, len(d.book.Sheets))
	for i, g := range d.book.Sheets {
		if page, ok := d.ofAnother(g); ok {
			d.others = append(d.others, page)
			marked[i] = true
		}
	}
	return marked
}

// besideOwn names the pages of others that are beside the form's own, or of which
// the form has none.
func (d *decoder) besideOwn(grids map[layout.SheetKey]*ooxml.Grid) {
	for _, o := range d.others {
		code := finding.SheetExtra
		for _, fs := range d.ret.Form.Sheets {
			switch {
			case fs.Name == o.sheet && grids[fs.Key] == nil:
				code = "" // reported as missing
			case fs.Name == o.sheet:
				code = finding.SheetCopy
			}
		}
		if code != "" {
			d.found.Add(code, finding.At(finding.Place{Sheet: o.grid.Name}), finding.Given(o.title))
		}
	}
}

// pageMissing reports whether a sheet of the form is not there, or in the place of which
// that of another unit or year stands.
func (d *decoder) pageMissing(fs *layout.FormSheet) {
	for _, o := range d.others {
		if o.sheet == fs.Name {
			d.found.Add(finding.SheetMissing, finding.At(finding.Place{Sheet: o.grid.Name}), finding.Given(o.title), finding.Expected(d.titleOf(fs.Name)),
				finding.Message("这张表不是本单位本年度的,其中内容未计入"))
			return
		}
	}
	d.found.Add(finding.SheetMissing, finding.At(finding.Place{Sheet: fs.Name}))
}

// title holds the title over a table against the one issued. It returns false where
// the words are no title.
func (t *table) title(r *ooxml.Row, c *ooxml.Cell) bool {
	unit, year, sheet, ok := titled(c.Text)
	if !ok || sheet != t.form.Name {
		return strings.Contains(c.Text, t.ret.Form.Unit.Name) && strings.Contains(c.Text, t.form.Name)
	}
	if t.otherTitle(unit, year) {
		t.found.Add(finding.FixedChanged, finding.At(finding.Place{Sheet: t.grid.Name, Row: r.R, Col: c.Col}),
			finding.Message("这张表的标题是别的单位或年度的"), finding.Given(c.Text), finding.Expected(t.titleOf(sheet)), finding.Hint(ownForm))
	}
	return true
}

// footer holds the report code in a footer against the one of the return, but where
// it is the one that told whose the workbook is: that has been weighed.
func (t *table) footer() {
	id, other := t.otherFooter(t.grid)
	if !other {
		return
	}
	place := finding.Place{Sheet: t.grid.Name}
	if v := fromSight(t.book); v == nil || v.place != place {
		t.found.Add(finding.StampDiffers, finding.At(place), finding.Given(id.Code()), finding.Expected(t.ret.Identity.Code()))
	}
}
