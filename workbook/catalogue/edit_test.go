package catalogue_test

import (
	"fmt"
	"testing"

	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/workbook/catalogue"
	"tianbao/workbook/ooxml"
)

// edit changes the text of cells by hand, as a clerk would.
func edit(g *ooxml.Grid, row int, heading, text string) {
	col := 0
	for _, c := range g.Rows[0].Cells {
		if c.Text == heading {
			col = c.Col
		}
	}
	if col == 0 {
		panic("no column " + heading)
	}
	r := &g.Rows[row-1]
	for i := range r.Cells {
		if r.Cells[i].Col == col {
			r.Cells[i].Text, r.Cells[i].Kind = text, ooxml.Text
			return
		}
	}
	at := 0
	for at < len(r.Cells) && r.Cells[at].Col < col {
		at++
	}
	r.Cells = append(r.Cells[:at], append([]ooxml.Cell{{Col: col, Kind: ooxml.Text, Text: text}}, r.Cells[at:]...)...)
}

func TestMembersOfAGroupBecomeUnitsAndMayBeNone(t *testing.T) {
	b := book(t, written(t, small()))
	edit(b.Sheet("单位"), 8, "集合成员", "东镇、南镇")
	p, _ := catalogue.Read(b)
	south := p.Unit("南镇")
	if south == nil || south.ID == "" || len(p.OpenGroups()) != 0 {
		t.Fatalf("南镇 is %+v, groups open %v", south, p.OpenGroups())
	}
	for cell, open := range map[string]int{"": 1, "无": 0} {
		b := book(t, written(t, small()))
		edit(b.Sheet("单位"), 8, "集合成员", cell)
		p, found := catalogue.Read(b)
		if n := len(p.OpenGroups()); n != open || found.Has(finding.UnitAdded) {
			t.Errorf("%q: %d groups open, %v", cell, n, found)
		}
		again, _ := catalogue.Read(book(t, written(t, p)))
		if len(again.OpenGroups()) != open {
			t.Errorf("%q: %d groups open after writing", cell, len(again.OpenGroups()))
		}
	}
}

func TestAClerkEditsTheCatalogue(t *testing.T) {
	for name, c := range map[string]struct {
		edit  func(*ooxml.Book)
		check func(*testing.T, *plan.Plan, finding.List)
	}{
		"a unit renamed keeps its old name as an alias and its work": {
			func(b *ooxml.Book) { edit(b.Sheet("单位"), 3, "名称", "县财政金融局") },
			func(t *testing.T, p *plan.Plan, found finding.List) {
				u := p.Unit("县财政局")
				if u == nil || u.Name != "县财政金融局" || u.ID != "007" || !found.Has(finding.UnitRenamed) {
					t.Errorf("%+v", u)
				}
				if got := p.Items[0].SupportUnits(); got[2] != "县财政金融局" {
					t.Errorf("supports %v", got)
				}
				if got := p.Indicators[0].Units[0]; got != "县财政金融局" {
					t.Errorf("indicator of %s", got)
				}
			}},
		"a group is given its members": {
			func(b *ooxml.Book) { edit(b.Sheet("单位"), 9, "集合成员", "东镇、县工信局") },
			func(t *testing.T, p *plan.Plan, _ finding.List) {
				if got := fmt.Sprint(p.Groups[1].Members); got != "[东镇 县工业和信息化局]" {
					t.Error(got)
				}
			}},
		"a task is reassigned": {
			func(b *ooxml.Book) { edit(b.Sheet("事项"), 3, "牵头单位", "西镇、县工信局") },
			func(t *testing.T, p *plan.Plan, found finding.List) {
				if got := fmt.Sprint(p.Items[1].LeadUnits()); got != "[西镇 县工业和信息化局]" || len(found) > 0 {
					t.Error(got, found)
				}
			}},
		"one duty for all supports": {
			func(b *ooxml.Book) { edit(b.Sheet("事项"), 2, "填报要求", "免报") },
			func(t *testing.T, p *plan.Plan, _ finding.List) {
				if p.Items[0].DutyOf("东镇") != plan.DutySpare || p.Items[0].DutyOf("县财政局") != plan.DutySpare {
					t.Error(p.Items[0].Support)
				}
			}},
		"no duty said: units must, groups by chapter": {
			func(b *ooxml.Book) {
				edit(b.Sheet("事项"), 2, "填报要求", "")
				edit(b.Sheet("事项"), 2, "配合单位", "各镇,县财政局(免报);县工信局")
			},
			func(t *testing.T, p *plan.Plan, _ finding.List) {
				s := p.Items[0].Support
				if len(s) != 3 || s[0].Duty != plan.DutyChapter || s[1].Duty != plan.DutySpare || s[2].Duty != plan.DutyMust || len(s[0].Units) != 2 {
					t.Error(s)
				}
			}},
		"a figure typed in full width": {
			func(b *ooxml.Book) { edit(b.Sheet("量化目标"), 2, "目标值", "1,234.5") },
			func(t *testing.T, p *plan.Plan, found finding.List) {
				if got := p.Items[0].Targets[0].Min.String(); got != "1234.5" || len(found) > 1 {
					t.Error(got, found)
				}
			}},
		"a doubt that is cleared": {
			func(b *ooxml.Book) { edit(b.Sheet("量化目标"), 3, "待确认", "") },
			func(t *testing.T, p *plan.Plan, _ finding.List) {
				if p.Items[0].Targets[1].Doubt != "" {
					t.Error(p.Items[0].Targets[1])
				}
			}},
		"a mark without a reason is a doubt": {
			func(b *ooxml.Book) { edit(b.Sheet("量化目标"), 2, "待确认", "待确认") },
			func(t *testing.T, p *plan.Plan, _ finding.List) {
				if p.Items[0].Targets[0].Doubt != "待确认" {
					t.Error(p.Items[0].Targets[0])
				}
			}},
		"a base value of a year is filled in": {
			func(b *ooxml.Book) {
				edit(b.Sheet("主要指标"), 3, "2021年基期值", "5.0")
				edit(b.Sheet("主要指标"), 3, "2023年实际值", "6.1")
			},
			func(t *testing.T, p *plan.Plan, _ finding.List) {
				if in := p.Indicators[1]; in.Base != "5.0" || in.Values[2023] != "6.1" {
					t.Error(in)
				}
			}},
		"a unit copied into a new row takes nothing from the other": {
			func(b *ooxml.Book) {
				g := b.Sheet("单位")
				row := ooxml.Row{R: 50, Cells: append([]ooxml.Cell{}, g.Rows[2].Cells...)}
				g.Rows = append(g.Rows, row)
				edit(g, len(g.Rows), "名称", "县水利局")
				edit(g, len(g.Rows), "编号", "")
			},
			func(t *testing.T, p *plan.Plan, found finding.List) {
				u := p.Units[len(p.Units)-1]
				if u.Name != "县水利局" || len(u.Aliases) > 0 || u.ID != "002" || len(found) > 0 {
					t.Errorf("%+v %v", u, found)
				}
			}},
		"an item added below takes the headings of the row above": {
			func(b *ooxml.Book) {
				g := b.Sheet("事项")
				g.Rows = append(g.Rows[:3:3], append([]ooxml.Row{{R: 99}}, g.Rows[3:]...)...)
				edit(g, 4, "编号", "1(3)")
				edit(g, 4, "具体内容", "新增一项。细则另定")
				edit(g, 4, "牵头单位", "东镇")
			},
			func(t *testing.T, p *plan.Plan, found finding.List) {
				it := p.Items[2]
				if it.Ref != "1(3)" || it.Chapter != 1 || it.Task != 1 || it.Title != "新增一项" || len(found) > 0 {
					t.Errorf("%+v %v", it, found)
				}
				if refs := p.Chapters[0].Sections[0].Tasks[0].Refs; len(refs) != 3 {
					t.Error(refs)
				}
			}},
		"a target added with its item's 编号 gets the next number": {
			func(b *ooxml.Book) { edit(b.Sheet("量化目标"), 3, "编号", "1(1)") },
			func(t *testing.T, p *plan.Plan, _ finding.List) {
				if ts := p.Items[0].Targets; ts[2].ID != "1(1)-11" {
					t.Error(ts)
				}
			}},
		"the deadline said as the end of a month": {
			func(b *ooxml.Book) { b.Sheet("规划").Rows[6].Cells[1].Text = "2月底" },
			func(t *testing.T, p *plan.Plan, found finding.List) {
				if p.Deadline != (plan.Deadline{Month: 2, Day: 28}) || len(found) > 0 {
					t.Error(p.Deadline, found)
				}
			}},
		"a percentage is in points": {
			func(b *ooxml.Book) {
				c := &b.Sheet("量化目标").Rows[1].Cells[5]
				c.Kind, c.Text, c.Format = ooxml.Number, "0.955", ooxml.Percent
			},
			func(t *testing.T, p *plan.Plan, _ finding.List) {
				if got := p.Items[0].Targets[0].Min.String(); got != "95.5" {
					t.Error(got)
				}
			}},
		"a date that the program made of 3-5 is refused": {
			func(b *ooxml.Book) {
				c := &b.Sheet("量化目标").Rows[1].Cells[5]
				c.Kind, c.Text, c.Format = ooxml.Number, "45721", ooxml.Date
			},
			func(t *testing.T, p *plan.Plan, found finding.List) {
				if len(found) == 0 || found[0].Code != finding.CatalogueCell || found[0].Place.Cell() != "F2" {
					t.Error(found)
				}
			}},
		"rows sorted by a column": {
			func(b *ooxml.Book) {
				rows := b.Sheet("事项").Rows
				rows[1], rows[4] = rows[4], rows[1]
			},
			func(t *testing.T, p *plan.Plan, _ finding.List) { same(t, p, small()) }},
		"columns moved, headings edited a little": {
			func(b *ooxml.Book) {
				g := b.Sheet("量化目标")
				for i := range g.Rows {
					for j := range g.Rows[i].Cells {
						g.Rows[i].Cells[j].Col += 3
					}
				}
				g.Rows[0].Cells[0].Text = " 编 号*\n"
			},
			func(t *testing.T, p *plan.Plan, _ finding.List) { same(t, p, small()) }},
	} {
		t.Run(name, func(t *testing.T) {
			b := book(t, written(t, small()))
			c.edit(b)
			p, found := catalogue.Read(b)
			c.check(t, p, withoutUnknown(found))
		})
	}
}

// withoutUnknown leaves out what the small plan gives by itself.
func withoutUnknown(found finding.List) finding.List {
	var out finding.List
	for _, f := range found {
		if f.Given != "未知局" {
			out = append(out, f)
		}
	}
	return out
}

func TestWhatCannotBeIsSaidWithItsCell(t *testing.T) {
	for name, c := range map[string]struct {
		sheet, heading string
		row            int
		text           string
		want           finding.Code
		cell           string
	}{
		"a target value that is no number":       {"量化目标", "目标值", 2, "约10", finding.CatalogueCell, "F2"},
		"a number without end":                   {"量化目标", "目标值", 2, "1E+999999999", finding.CatalogueCell, "F2"},
		"an operator that is none":               {"量化目标", "要求", 2, "大概", finding.CatalogueCell, "E2"},
		"a target of no item":                    {"量化目标", "编号", 2, "9-1", finding.CatalogueLost, "A2"},
		"a total of what is not there":           {"量化目标", "合计构成", 2, "1(1)-2、1(1)-7", finding.CatalogueLost, "A2"},
		"a 编号 twice":                             {"事项", "编号", 3, "1(1)", finding.CatalogueTwice, "B3"},
		"an item without 编号":                     {"事项", "编号", 3, "", finding.CatalogueCell, "B3"},
		"a unit that is not in the register":     {"事项", "牵头单位", 2, "县水产局", finding.OwnerUnknown, "L2"},
		"a unit that is nearly one":              {"事项", "配合单位", 2, "县工业信息化局", finding.UnitNearMiss, "M2"},
		"a duty that is none":                    {"事项", "填报要求", 2, "随意", finding.CatalogueCell, "N2"},
		"a duty of a unit that does not support": {"事项", "填报要求", 2, "西镇:免报", finding.CatalogueCell, "N2"},
		"a member of a group that is no unit":    {"单位", "集合成员", 8, "东镇、南镇", finding.UnitAdded, "B8"},
		"a member spelled as no unit is":         {"单位", "集合成员", 8, "东镇、县工信委", finding.UnitNearMiss, "B8"},
		"a name that two units have":             {"单位", "别名", 3, "县工信局", finding.CatalogueTwice, "B3"},
		"a circle of successors":                 {"单位", "承接单位", 3, "县“四送一服”办", finding.UnitCircle, ""},
		"a deadline of eight digits":             {"量化目标", "期限", 2, "99999999", finding.CatalogueCell, "I2"},
		"a deadline with a letter":               {"量化目标", "期限", 2, "2025x", finding.CatalogueCell, "I2"},
		"a 编号 with a letter":                     {"事项", "编号", 2, "24x(3)", finding.CatalogueCell, "B2"},
		"an indicator without its number":        {"主要指标", "序号", 2, "", finding.CatalogueCell, "A2"},
		"a year that is none":                    {"事项", "章号", 2, "一", finding.CatalogueCell, "C2"},
	} {
		t.Run(name, func(t *testing.T) {
			b := book(t, written(t, small()))
			edit(b.Sheet(c.sheet), c.row, c.heading, c.text)
			_, found := catalogue.Read(b)
			for _, f := range found {
				if f.Code == c.want && f.Place.Sheet == c.sheet && f.Place.Cell() == c.cell {
					return
				}
			}
			t.Errorf("no %s at %s!%s among %v", c.want, c.sheet, c.cell, found)
		})
	}
}
