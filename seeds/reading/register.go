package reading

import (
	"slices"
	"strings"
	"unicode"

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
	byKey  map[string]int // key of a unit or alias -> index in units
	group  map[string]int // key of a group or alias -> index in groups
	fixed  bool           // there is a register
	listed int            // units that the register lists
	kinds  *unitKinds
	homes  []string // what places the document is of: 青河市
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
		if _, taken := r.byKey[r.key(name)]; !taken {
			r.byKey[r.key(name)] = len(r.units)
		}
	}
	r.units = append(r.units, u)
}

func (r *roster) addGroup(g plan.Group) {
	g.Aliases, g.Members = slices.Clone(g.Aliases), slices.Clone(g.Members)
	for _, name := range append([]string{g.Name}, g.Aliases...) {
		if _, taken := r.group[r.key(name)]; !taken {
			r.group[r.key(name)] = len(r.groups)
		}
	}
	r.groups = append(r.groups, g)
}

// key is what two names of one unit have in common: 青山县政府 is 青山县人民政府, and in a document of 青河市
// 市教育局 is 青河市教育局.
func (r *roster) key(name string) string {
	for _, place := range r.homes {
		level := len(place) - len("市")
		if strings.HasPrefix(name, place) && len(name) > len(place)+len("局") {
			name = name[level:]
		}
	}
	return plan.NameKey(strings.ReplaceAll(name, "人民政府", "政府"))
}

// at says what places the document is of; keys are made anew.
func (r *roster) at(homes []string) {
	r.homes = homes
	units, groups := r.units, r.groups
	r.units, r.groups, r.byKey, r.group = nil, nil, map[string]int{}, map[string]int{}
	for _, u := range units {
		r.addUnit(u)
	}
	for _, g := range groups {
		r.addGroup(g)
	}
}

// homesOf returns the places that a document is of, 青河市, one of a level: that which its title begins with, else a
// province or a city that alone of its level is named at the head of its units.
func homesOf(heard map[string]bool, title string) []string {
	named := map[string][]string{}
	for name := range heard {
		if place := placeAt(name); place != "" {
			level := place[len(place)-len("市"):]
			named[level] = appendNew(named[level], place)
		}
	}
	own := placeAt(strings.TrimPrefix(title, "中共"))
	var homes []string
	for _, level := range []string{"省", "市", "县", "区", "州", "旗"} {
		switch {
		case strings.HasSuffix(own, level):
			homes = append(homes, own)
		case len(named[level]) == 1 && (level == "省" || level == "市"):
			homes = append(homes, named[level][0])
		}
	}
	return homes
}

// placeAt returns the place that a text begins with, "" where it begins with none: 青河市.
func placeAt(words string) string {
	runes := []rune(words)
	for i := 2; i < min(len(runes), 4); i++ {
		if strings.ContainsRune("省市县区州旗", runes[i]) && isPlaceName(runes[:i]) {
			return string(runes[:i+1])
		}
	}
	return ""
}

// isPlaceName reports runes that what a place is called may be made of.
func isPlaceName(runes []rune) bool {
	for _, r := range runes {
		if strings.ContainsRune("省市县区州旗各全本和及与有关", r) || !unicode.Is(unicode.Han, r) {
			return false
		}
	}
	return true
}

// alias lets a unit go by a further name.
func (r *roster) alias(unit, name string) {
	if _, ok := r.byKey[r.key(unit)]; !ok {
		r.addUnit(plan.Unit{Name: unit, Kind: r.kinds.of(unit)})
	}
	i := r.byKey[r.key(unit)]
	r.units[i].Aliases = append(r.units[i].Aliases, name)
	r.byKey[r.key(name)] = i
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
	_, unit := r.byKey[r.key(name)]
	_, group := r.group[r.key(name)]
	return unit || group
}

// party resolves a name of a responsibility clause; a name not met before
// becomes a unit, or a group without members.
func (r *roster) party(name string, group bool) plan.Party {
	key := r.key(name)
	if i, ok := r.group[key]; ok {
		r.groups[i].Aliases = withAlias(r.groups[i].Aliases, r.groups[i].Name, name)
		return plan.Party{Name: name, Units: slices.Clone(r.groups[i].Members), Duty: plan.DutyChapter}
	}
	if i, ok := r.byKey[key]; ok {
		r.units[i].Aliases = withAlias(r.units[i].Aliases, r.units[i].Name, name)
		return plan.Party{Name: name, Units: []string{r.units[i].Name}, Duty: plan.DutyMust}
	}
	if group {
		r.addGroup(plan.Group{Name: name})
		return plan.Party{Name: name, Duty: plan.DutyChapter}
	}
	r.addUnit(plan.Unit{Name: name, Kind: r.kinds.of(name)})
	return plan.Party{Name: name, Units: []string{name}, Duty: plan.DutyMust}
}

// withAlias returns aliases with a further name of the one called own.
func withAlias(aliases []string, own, name string) []string {
	same := func(other string) bool { return plan.NameKey(other) == plan.NameKey(name) }
	if same(own) || slices.ContainsFunc(aliases, same) {
		return aliases
	}
	return append(aliases, name)
}
