package reading

import (
	"slices"
	"strings"

	"tianbao/seeds/clause"
	"tianbao/seeds/plan"
)

// Register is what is known of the units before a document is read: their
// names, kinds and aliases, and the members of groups.
type Register struct {
	Units  []plan.Unit
	Groups []plan.Group
}

// roster resolves the names of a document to units and groups, and collects
// the units that the register lacks.
type roster struct {
	units  []plan.Unit
	groups []plan.Group
	byKey  map[string]int // rosterKey of a unit or alias -> index in units
	group  map[string]int // rosterKey of a group or alias -> index in groups
	fixed  bool           // there is a register
	listed int            // units that the register lists
	kinds  *unitKinds
}

func newRoster(reg *Register, kinds *unitKinds) *roster {
	r := &roster{kinds: kinds, byKey: map[string]int{}, group: map[string]int{}}
	if reg == nil {
		return r
	}
	r.fixed = true
	for _, u := range reg.Units {
		r.addUnit(u)
	}
	for _, g := range reg.Groups {
		r.addGroup(g)
	}
	r.listed = len(r.units)
	return r
}

func (r *roster) addUnit(u plan.Unit) {
	u.Aliases = slices.Clone(u.Aliases)
	for _, name := range append([]string{u.Name}, u.Aliases...) {
		if _, taken := r.byKey[rosterKey(name)]; !taken {
			r.byKey[rosterKey(name)] = len(r.units)
		}
	}
	r.units = append(r.units, u)
}

func (r *roster) addGroup(g plan.Group) {
	g.Aliases, g.Members = slices.Clone(g.Aliases), slices.Clone(g.Members)
	for _, name := range append([]string{g.Name}, g.Aliases...) {
		if _, taken := r.group[rosterKey(name)]; !taken {
			r.group[rosterKey(name)] = len(r.groups)
		}
	}
	r.groups = append(r.groups, g)
}

// rosterKey is what two names of one unit have in common: 青山县政府 is 青山县人民政府.
func rosterKey(name string) string {
	return plan.NameKey(strings.ReplaceAll(name, "人民政府", "政府"))
}

// alias lets a unit go by a further name.
func (r *roster) alias(unit, name string) {
	if _, ok := r.byKey[rosterKey(unit)]; !ok {
		r.addUnit(plan.Unit{Name: unit, Kind: r.kinds.of(unit)})
	}
	i := r.byKey[rosterKey(unit)]
	r.units[i].Aliases = append(r.units[i].Aliases, name)
	r.byKey[rosterKey(name)] = i
}

// full returns the unit of the register that a short name can only stand for, "" where none or several are like it:
// 市工信局 of 市工业和信息化局.
func (r *roster) full(name string) string {
	found := ""
	for _, u := range r.units[:r.listed] {
		if short, long := clause.InShort(name), clause.InShort(u.Name); short != long && !clause.Abbreviates(short, long) {
			continue
		}
		if found != "" {
			return ""
		}
		found = u.Name
	}
	return found
}

// knows reports whether the name stands for a unit or a group met before.
func (r *roster) knows(name string) bool {
	_, unit := r.byKey[rosterKey(name)]
	_, group := r.group[rosterKey(name)]
	return unit || group
}

// party resolves a name of a responsibility clause; a name not met before
// becomes a unit, or a group without members.
func (r *roster) party(name string, group bool) plan.Party {
	key := rosterKey(name)
	if i, ok := r.group[key]; ok {
		return plan.Party{Name: name, Units: slices.Clone(r.groups[i].Members), Duty: plan.DutyChapter}
	}
	if i, ok := r.byKey[key]; ok {
		return plan.Party{Name: name, Units: []string{r.units[i].Name}, Duty: plan.DutyMust}
	}
	if group {
		r.addGroup(plan.Group{Name: name})
		return plan.Party{Name: name, Duty: plan.DutyChapter}
	}
	r.addUnit(plan.Unit{Name: name, Kind: r.kinds.of(name)})
	return plan.Party{Name: name, Units: []string{name}, Duty: plan.DutyMust}
}
