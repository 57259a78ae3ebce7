package catalogue

import (
	"fmt"
	"slices"
	"strconv"

	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/reading"
)

// unitRow is a row of the sheet 单位: a unit, or a group where its kind says so.
type unitRow struct {
	unit    plan.Unit
	members string
	aliases string
	was     string // name when the catalogue was written
	counts  [3]int // led, supported, indicators; for reference
	at      finding.Place
}

func (r *unitRow) name() string { return r.unit.Name }

const kindGroup = "集合称谓"

func unitFields() []field[unitRow] {
	words := textField[unitRow]
	count := func(heading string, i int) field[unitRow] {
		return field[unitRow]{heading: heading, width: 9, grey: true, figure: true,
			write: func(r *unitRow) string {
				if r.unit.Kind == kindGroup {
					return ""
				}
				return strconv.Itoa(r.counts[i])
			}}
	}
	id := words("编号", 7, func(r *unitRow) *string { return &r.unit.ID })
	id.also, id.hint = []string{"单位编号"}, "三位数字。更名后编号不变,新增单位可留空。"
	name := words("名称", 26, func(r *unitRow) *string { return &r.unit.Name })
	name.must, name.also = true, []string{"单位名称", "单位"}
	aliases := words("别名", 30, func(r *unitRow) *string { return &r.aliases })
	aliases.hint = "曾用名、简称,多个用顿号隔开;用旧名称报来的表凭它识别"
	members := words("集合成员", 44, func(r *unitRow) *string { return &r.members })
	members.hint = "只有集合称谓填写:它包括哪些单位,用顿号隔开;都不单独填报的填“无”"
	successor := words("承接单位", 22, func(r *unitRow) *string { return &r.unit.Successor })
	successor.hint = "机构改革后由哪个单位报送;没有变化的留空"
	successor.list = listUnit
	kind := words("类别", 12, func(r *unitRow) *string { return &r.unit.Kind })
	kind.list = listKind
	was := words("导出时名称", 20, func(r *unitRow) *string { return &r.was })
	was.hidden = true
	leader := words("分管市领导", 12, func(r *unitRow) *string { return &r.unit.Leader })
	leader.also, leader.hint = []string{"牵头领导", "分管领导"}, "汇总时滞后事项按分管市领导归集"
	return []field[unitRow]{
		id, name,
		kind,
		aliases, members, successor,
		leader,
		count("牵头事项", 0), count("配合事项", 1), count("主要指标", 2),
		was,
	}
}

func unitRows(p *plan.Plan) []unitRow {
	asked := p.Assignments()
	var rows []unitRow
	for _, u := range p.Units {
		r := unitRow{unit: u, aliases: joinNames(u.Aliases), was: u.Name}
		a := asked.Of(u.Name)
		r.counts = [3]int{len(a.Lead), len(a.Support), len(a.Indicators)}
		rows = append(rows, r)
	}
	for _, g := range p.Groups {
		rows = append(rows, unitRow{
			unit:    plan.Unit{Name: g.Name, Kind: kindGroup},
			aliases: joinNames(g.Aliases), members: membersOf(&g), was: g.Name,
		})
	}
	return rows
}

// nobody stands for the members of a group that has none to report.
const nobody = "无"

func membersOf(g *plan.Group) string {
	if g.Nobody {
		return nobody
	}
	return joinNames(g.Members)
}

// units turns the rows into units and groups.
func (r *catalogueReader) units(rows []unitRow) {
	seen, present := map[string]string{}, map[string]bool{}
	for i := range rows {
		present[rows[i].unit.Name] = true
	}
	for i := range rows {
		row := &rows[i]
		if row.unit.Name == "" {
			continue
		}
		if !nameable(row.unit.Name) {
			r.found.Add(finding.CatalogueCell, finding.At(row.at), finding.Row(row.unit.Name), finding.Column("名称"),
				finding.Given(row.unit.Name), finding.Expected("一个名称,其中没有顿号、逗号、分号、换行、+ 和 →"))
		}
		aliases := readNames(row.aliases)
		if nameable(row.was) && !present[row.was] && !slices.Contains(aliases, row.was) {
			aliases = append(aliases, row.was)
			r.found.Add(finding.UnitRenamed, finding.At(row.at), finding.Row(row.unit.Name), finding.Given(row.was))
		}
		if row.unit.Kind == kindGroup {
			g := plan.Group{Name: row.unit.Name, Aliases: aliases, Members: readNames(row.members)}
			if g.Nobody = row.members == nobody; g.Nobody {
				g.Members = nil
			}
			r.plan.Groups = append(r.plan.Groups, g)
		} else {
			row.unit.Aliases = aliases
			r.plan.Units = append(r.plan.Units, row.unit)
		}
		for _, name := range append([]string{row.unit.Name}, aliases...) {
			if other := seen[name]; other != "" && name != "" {
				r.found.Add(finding.CatalogueTwice, finding.At(row.at), finding.Row(row.unit.Name), finding.Given(name),
					finding.Message(fmt.Sprintf("名称或别名“%s”已用于“%s”", name, other)))
			}
			seen[name] = row.unit.Name
		}
	}
	r.members(rows)
	r.number()
	r.successors()
}

// number checks the units' numbers and gives one to those that have none.
func (r *catalogueReader) number() {
	taken := map[string]bool{}
	for i := range r.plan.Units {
		u := &r.plan.Units[i]
		if n, err := strconv.Atoi(u.ID); err == nil && n >= 0 && len(u.ID) < 3 {
			u.ID = fmt.Sprintf("%03d", n)
		}
		if u.ID != "" && taken[u.ID] {
			r.found.Add(finding.CatalogueTwice, finding.At(finding.Place{Sheet: sheetUnits}), finding.Row(u.Name),
				finding.Column("编号"), finding.Given(u.ID))
			u.ID = ""
		}
		taken[u.ID] = true
	}
	next := 1
	for i := range r.plan.Units {
		u := &r.plan.Units[i]
		if u.ID != "" {
			continue
		}
		for taken[fmt.Sprintf("%03d", next)] {
			next++
		}
		u.ID = fmt.Sprintf("%03d", next)
		taken[u.ID] = true
	}
}

// successors puts the units' own names for 承接单位 and refuses circles.
func (r *catalogueReader) successors() {
	p, names := r.plan, r.plan.Names()
	for i := range p.Units {
		if u := names[p.Units[i].Successor]; u != nil {
			p.Units[i].Successor = u.Name
		}
	}
	for i := range p.Units {
		u, steps := &p.Units[i], 0
		for u != nil && u.Successor != "" && steps <= len(p.Units) {
			u = names[u.Successor]
			steps++
		}
		if steps > len(p.Units) {
			r.found.Add(finding.UnitCircle, finding.At(finding.Place{Sheet: sheetUnits}), finding.Row(p.Units[i].Name), finding.Column("承接单位"))
		}
	}
}

// members puts the units' own names for the members of groups. A member that no unit
// is becomes one, but where the register has a name that is written much alike.
func (r *catalogueReader) members(rows []unitRow) {
	place := map[string]finding.Place{}
	for i := range rows {
		place[rows[i].unit.Name] = rows[i].at
	}
	known, names := newDirectory(r.plan), r.plan.Names()
	for i := range r.plan.Groups {
		g := &r.plan.Groups[i]
		for j, name := range g.Members {
			if u := names[name]; u != nil {
				g.Members[j] = u.Name
				continue
			}
			at := []finding.Option{finding.At(place[g.Name]), finding.Row(g.Name), finding.Column("集合成员")}
			if near := known.spelled(name); near != "" || !nameable(name) {
				code, opts := known.unknown(name, false)
				r.found.Add(code, append(opts, at...)...)
				continue
			}
			r.plan.Units = append(r.plan.Units, plan.Unit{Name: name, Kind: reading.UnitKind(name)})
			r.found.Add(finding.UnitAdded, append(at, finding.Given(name))...)
			names = r.plan.Names()
		}
	}
}
