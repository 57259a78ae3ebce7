package plan

import (
	"slices"
	"strings"
)

// Register is what is known of the units before a document is read: their
// names, kinds and aliases, and the members of groups.
type Register struct {
	Units  []Unit
	Groups []Group
}

// roster resolves the names of a document to units and groups, and collects
// the units that the register lacks.
type roster struct {
	units  []Unit
	groups []Group
	byKey  map[string]int // nameKey of a unit or alias -> index in units
	group  map[string]int // nameKey of a group or alias -> index in groups
	fixed  bool           // there is a register
}

func newRoster(reg *Register) *roster {
	r := &roster{byKey: map[string]int{}, group: map[string]int{}}
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
	return r
}

func (r *roster) addUnit(u Unit) {
	u.Aliases = slices.Clone(u.Aliases)
	for _, name := range append([]string{u.Name}, u.Aliases...) {
		if _, taken := r.byKey[nameKey(name)]; !taken {
			r.byKey[nameKey(name)] = len(r.units)
		}
	}
	r.units = append(r.units, u)
}

func (r *roster) addGroup(g Group) {
	g.Aliases, g.Members = slices.Clone(g.Aliases), slices.Clone(g.Members)
	for _, name := range append([]string{g.Name}, g.Aliases...) {
		if _, taken := r.group[nameKey(name)]; !taken {
			r.group[nameKey(name)] = len(r.groups)
		}
	}
	r.groups = append(r.groups, g)
}

// alias lets a unit go by a further name.
func (r *roster) alias(unit, name string) {
	if _, ok := r.byKey[nameKey(unit)]; !ok {
		r.addUnit(Unit{Name: unit, Kind: unitKind(unit)})
	}
	i := r.byKey[nameKey(unit)]
	r.units[i].Aliases = append(r.units[i].Aliases, name)
	r.byKey[nameKey(name)] = i
}

// nameKey is what two spellings of one name have in common: width, spaces and
// the shape of quotation marks do not tell units apart.
func nameKey(name string) string {
	return strings.Map(func(c rune) rune {
		switch c = halfRune(c); c {
		case ' ':
			return -1
		case '”', '″', '"', '「', '」':
			return '“'
		}
		return c
	}, name)
}

// knows reports whether the name stands for a unit or a group met before.
func (r *roster) knows(name string) bool {
	_, unit := r.byKey[nameKey(name)]
	_, group := r.group[nameKey(name)]
	return unit || group
}

// party resolves a name of a responsibility clause; a name not met before
// becomes a unit, or a group without members.
func (r *roster) party(name string) Party {
	key := nameKey(name)
	if i, ok := r.group[key]; ok {
		return Party{Name: name, Units: slices.Clone(r.groups[i].Members), Duty: DutyMay}
	}
	if i, ok := r.byKey[key]; ok {
		return Party{Name: name, Units: []string{r.units[i].Name}, Duty: DutyMust}
	}
	if isGroupName(name) {
		r.addGroup(Group{Name: name})
		return Party{Name: name, Duty: DutyMay}
	}
	r.addUnit(Unit{Name: name, Kind: unitKind(name)})
	return Party{Name: name, Units: []string{name}, Duty: DutyMust}
}
