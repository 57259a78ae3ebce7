package catalogue

import (
	"slices"
	"strings"

	"tianbao/seeds/clause"
	"tianbao/seeds/plan"
	"tianbao/seeds/text"
)

// directory finds units and groups by name or alias, as the importer does.
type directory struct {
	units  map[string]string // by nameKey
	groups map[string]*plan.Group
	order  []string // all names, as entered
}

func newDirectory(p *plan.Plan) *directory {
	d := &directory{units: map[string]string{}, groups: map[string]*plan.Group{}}
	for i := range p.Units {
		d.unit(p.Units[i].Name, p.Units[i].Name)
	}
	for i := range p.Groups {
		d.group(p.Groups[i].Name, &p.Groups[i])
	}
	for i := range p.Units {
		for _, a := range p.Units[i].Aliases {
			d.unit(a, p.Units[i].Name)
		}
	}
	for i := range p.Groups {
		for _, a := range p.Groups[i].Aliases {
			d.group(a, &p.Groups[i])
		}
	}
	return d
}

// unit and group enter a name; the first to bear it keeps it.
func (d *directory) unit(name, unit string) {
	if _, taken := d.units[plan.NameKey(name)]; !taken {
		d.units[plan.NameKey(name)] = unit
		d.order = append(d.order, name)
	}
}

func (d *directory) group(name string, g *plan.Group) {
	if _, taken := d.groups[plan.NameKey(name)]; !taken {
		d.groups[plan.NameKey(name)] = g
		d.order = append(d.order, name)
	}
}

// expand returns the units a name stands for, whether it is a group, and whether
// it is known at all. A group's are shared by all who name it.
func (d *directory) expand(name string) (units []string, group, known bool) {
	if g, ok := d.groups[plan.NameKey(name)]; ok {
		return slices.Clip(g.Members), true, true
	}
	if u, ok := d.units[plan.NameKey(name)]; ok {
		return []string{u}, false, true
	}
	return nil, false, false
}

// points is between a name as written and the units meant, where the register
// alone would not tell.
const points = "→"

// names writes parties for a cell.
func (d *directory) names(parties []plan.Party) string {
	out := make([]string, len(parties))
	for i, p := range parties {
		out[i] = p.Name
		if units, _, _ := d.expand(p.Name); !slices.Equal(units, p.Units) {
			out[i] += points + strings.Join(p.Units, "+")
		}
	}
	return joinNames(out)
}

// party reads a name of a cell.
func (d *directory) party(text string) (p plan.Party, group, known bool) {
	name, meant, pointed := strings.Cut(text, points)
	p.Name = strings.TrimSpace(name)
	if !pointed {
		p.Units, group, known = d.expand(p.Name)
		return p, group, known
	}
	_, group, _ = d.expand(p.Name)
	for m := range strings.SplitSeq(meant, "+") {
		if m = strings.TrimSpace(m); m == "" {
			continue
		}
		units, isGroup, found := d.expand(m)
		if !found {
			return p, group, false
		}
		p.Units, group = append(p.Units, units...), group || isGroup
	}
	return p, group, true
}

// duties writes the duties of supports: the most common one, then a line for each
// support that has another.
func (d *directory) duties(parties []plan.Party) string {
	count, most := map[plan.Duty]int{}, plan.Duty("")
	for _, p := range parties {
		if count[p.Duty]++; count[p.Duty] > count[most] || most == "" {
			most = p.Duty
		}
	}
	lines := []string{string(most)}
	for _, p := range parties {
		if p.Duty != most && p.Duty != "" {
			lines = append(lines, p.Name+":"+string(p.Duty))
		}
	}
	return strings.Join(lines, "\n")
}

// usual is the duty of a support that nothing else is said of: a unit called by
// its name reports, members of a group report by chapter.
func usual(group bool) plan.Duty {
	if group {
		return plan.DutyChapter
	}
	return plan.DutyMust
}

// nameable reports whether a name can be among others in a cell.
func nameable(name string) bool {
	return slices.Equal(readNames(name), []string{name}) && !strings.ContainsAny(name, points+"+")
}

// joinNames writes names for a cell; readNames gives them back.
func joinNames(names []string) string {
	joined := strings.Join(names, "、")
	if slices.Equal(readNames(joined), names) {
		return joined
	}
	return strings.Join(names, "\n")
}

// readNames parts names at 、 , ; of either width and line ends, but not within
// brackets or quotation marks, nor within 各县、区人民政府.
func readNames(words string) []string {
	var names []string
	depth, from := 0, 0
	cut := func(to int) {
		if name := strings.TrimSpace(words[from:to]); name != "" {
			names = append(names, name)
		}
	}
	for i, r := range words {
		switch c := text.HalfRune(r); {
		case r == '\n', depth == 0 && strings.ContainsRune("、,;", c):
			cut(i)
			from, depth = i+len(string(r)), 0
		case strings.ContainsRune("([“《", c):
			depth++
		case strings.ContainsRune(")]”》", c):
			depth = max(depth-1, 0)
		}
	}
	cut(len(words))
	return clause.Rejoin(names)
}
