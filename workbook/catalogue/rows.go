package catalogue

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/reading"
	"tianbao/seeds/text"
)

// items turns the rows of 事项 into items and chapters, in the order the column 顺序
// gives; a row without one follows the row above it.
func (r *catalogueReader) items(rows []itemRow) {
	for i := range rows {
		if rows[i].order == 0 && i > 0 {
			rows[i].follow(&rows[i-1])
		}
	}
	slices.SortStableFunc(rows, func(a, b itemRow) int { return a.order - b.order })
	seen := map[string]bool{}
	kept := rows[:0]
	for _, row := range rows {
		ref := row.item.Ref
		if row.bare() && row.item.Text != "" {
			e := entry{at: row.at, heading: "编号", found: &r.found}
			e.refuse("事项的编号,如 91 或 127(2)")
			continue
		}
		if strings.ContainsFunc(text.Marks(ref), func(c rune) bool { return c < 0x80 && unicode.IsLetter(c) }) {
			e := entry{text: ref, at: row.at, heading: "编号", found: &r.found}
			e.refuse("事项的编号,如 91 或 127(2)")
		}
		if seen[ref] && ref != "" {
			r.found.Add(finding.CatalogueTwice, finding.At(row.at), finding.Row(ref), finding.Column("编号"), finding.Given(ref))
			continue
		}
		seen[ref] = true
		row.name()
		row.item.Lead = r.leads(row.lead)
		row.item.Support = r.supports(row.support, row.duty)
		kept = append(kept, row)
		if !row.bare() {
			r.plan.Items = append(r.plan.Items, row.item)
		}
	}
	r.plan.Chapters = outline(kept)
}

// follow gives a row that a clerk added the place of the row above it, and its
// headings where it has none.
func (r *itemRow) follow(above *itemRow) {
	r.order = above.order
	it, up := &r.item, &above.item
	if it.Chapter == 0 && it.Section == 0 && it.Task == 0 && r.chapter+r.section+r.task == "" {
		it.Chapter, it.Section, it.Task = up.Chapter, up.Section, up.Task
		r.chapter, r.section, r.task = above.chapter, above.section, above.task
	}
	if r.chapter == "" && it.Chapter == up.Chapter {
		r.chapter = above.chapter
		if r.section == "" && (it.Section == 0 || it.Section == up.Section) {
			it.Section, r.section = up.Section, above.section
		}
	}
}

// name gives the item the title it has by rule where the cell is blank.
func (r *itemRow) name() {
	switch {
	case r.item.Title != "" || r.bare():
	case r.item.Sub > 0:
		r.item.Title = r.task
	default:
		r.item.Title = reading.FirstSentence(r.item.Text)
	}
}

func (r *catalogueReader) leads(e entry) []plan.Party {
	var parties []plan.Party
	for _, name := range readNames(e.text) {
		party, _, known := r.directory.party(name)
		if !known && !strings.Contains(name, points) {
			r.unknown(e, party.Name, true)
		}
		parties = append(parties, party)
	}
	return parties
}

func (r *catalogueReader) supports(e, duty entry) []plan.Party {
	said, all := r.duties(duty)
	var parties []plan.Party
	for _, name := range readNames(e.text) {
		name, inline := cutDuty(name)
		party, group, known := r.directory.party(name)
		if !known {
			r.unknown(e, party.Name, false)
		}
		switch one, ok := said[party.Name]; {
		case inline != "":
			party.Duty = inline
		case ok:
			party.Duty = one
		case all != "":
			party.Duty = all
		default:
			party.Duty = usual(group)
		}
		delete(said, party.Name)
		parties = append(parties, party)
	}
	for _, name := range readNames(duty.text) {
		name, _, _ = strings.Cut(name, ":")
		if _, left := said[name]; left {
			duty.refuse("“配合单位”一列中的名称;没有“" + name + "”")
		}
	}
	return parties
}

// duties reads 填报要求: one word for all, or name:word for each.
func (r *catalogueReader) duties(e entry) (said map[string]plan.Duty, all plan.Duty) {
	said = map[string]plan.Duty{}
	for _, line := range readNames(strings.ReplaceAll(e.text, "\uff1a", ":")) {
		name, word, each := strings.Cut(line, ":")
		if !each {
			name, word = "", line
		}
		duty := plan.Duty(strings.TrimSpace(word))
		switch {
		case !slices.Contains(plan.Duties(), duty):
			e.refuse("必报、按章、选报、免报 之一,或每个配合单位一行,如“各县区政府:按章”")
		case each:
			said[strings.TrimSpace(name)] = duty
		default:
			all = duty
		}
	}
	return said, all
}

// cutDuty parts a duty in brackets from the name before it.
func cutDuty(name string) (string, plan.Duty) {
	for _, d := range plan.Duties() {
		for _, brackets := range []string{"(" + string(d) + ")", "\uff08" + string(d) + "\uff09"} {
			if bare, ok := strings.CutSuffix(name, brackets); ok {
				return strings.TrimSpace(bare), d
			}
		}
	}
	return name, ""
}

func (r *catalogueReader) unknown(e entry, name string, owner bool) {
	code, opts := r.directory.unknown(name, owner)
	r.found.Add(code, append(opts, finding.At(e.at), finding.Row(e.row), finding.Column(e.heading))...)
}

// targets gives the targets to their items, by 编号.
func (r *catalogueReader) targets(rows []targetRow) {
	items := map[string]*plan.Item{}
	for i := range r.plan.Items {
		items[r.plan.Items[i].Ref] = &r.plan.Items[i]
	}
	numberTargets(rows, items)
	seen := map[string]bool{}
	for i := range rows {
		t := &rows[i].target
		ref, _ := splitID(t.ID)
		it := items[ref]
		switch {
		case it == nil:
			r.found.Add(finding.CatalogueLost, finding.At(rows[i].at), finding.Row(t.ID), finding.Column("编号"), finding.Given(cmp.Or(t.ID, finding.Nothing)),
				finding.Expected("事项编号-序号,如 51(3)-2"))
			continue
		case seen[t.ID]:
			r.found.Add(finding.CatalogueTwice, finding.At(rows[i].at), finding.Row(t.ID), finding.Column("编号"), finding.Given(t.ID))
			continue
		}
		seen[t.ID] = true
		t.DataUnits = r.unitNames(rows[i].data)
		if rows[i].doubt == "" {
			t.Doubt = ""
		} else if t.Doubt == "" {
			t.Doubt = doubtful
		}
		if between := t.Op == plan.Between; between != t.Min.LessThan(t.Max) {
			r.found.Add(finding.CatalogueCell, finding.At(rows[i].at), finding.Row(t.ID), finding.Column("上限值"), finding.Given(t.Max.String()),
				finding.Expected("“区间”填大于目标值的数,其他要求留空"))
		}
		it.Targets = append(it.Targets, *t)
	}
	for i := range r.plan.Items {
		slices.SortStableFunc(r.plan.Items[i].Targets, func(a, b plan.Target) int {
			_, m := splitID(a.ID)
			_, n := splitID(b.ID)
			return m - n
		})
	}
	r.totals(rows, seen)
}

// numberTargets gives the next number to targets that name their item only.
func numberTargets(rows []targetRow, items map[string]*plan.Item) {
	last := map[string]int{}
	for i := range rows {
		ref, n := splitID(rows[i].target.ID)
		last[ref] = max(last[ref], n)
	}
	for i := range rows {
		if ref := rows[i].target.ID; items[ref] != nil {
			last[ref]++
			rows[i].target.ID = ref + "-" + strconv.Itoa(last[ref])
		}
	}
}

// splitID parts a target's id into its item's 编号 and its number.
func splitID(id string) (ref string, n int) {
	at := strings.LastIndex(id, "-")
	if at < 0 {
		return "", 0
	}
	n, err := strconv.Atoi(id[at+1:])
	if err != nil || n < 1 {
		return "", 0
	}
	return id[:at], n
}

func (r *catalogueReader) totals(rows []targetRow, known map[string]bool) {
	for i := range rows {
		for line := range strings.SplitSeq(rows[i].parts, "\n") {
			parts := readNames(line)
			for _, id := range parts {
				if !known[id] {
					r.found.Add(finding.CatalogueLost, finding.At(rows[i].at), finding.Row(rows[i].target.ID), finding.Column("合计构成"), finding.Given(id))
				}
			}
			if len(parts) > 0 && known[rows[i].target.ID] {
				r.plan.Totals = append(r.plan.Totals, plan.Total{Sum: rows[i].target.ID, Parts: parts})
			}
		}
	}
}

// indicators turns the rows of 主要指标 into indicators.
func (r *catalogueReader) indicators(rows []indicatorRow) {
	seen := map[int]bool{}
	for i := range rows {
		in := &rows[i].indicator
		if in.No == 0 {
			e := entry{at: rows[i].at, heading: "序号", row: in.Name, found: &r.found}
			e.refuse("指标的序号,如 1")
			continue
		}
		if seen[in.No] {
			r.found.Add(finding.CatalogueTwice, finding.At(rows[i].at), finding.Row(text.Some(in.No)), finding.Column("序号"), finding.Given(text.Some(in.No)))
			continue
		}
		seen[in.No] = true
		in.Units = r.unitNames(rows[i].units)
		in.DataUnits = r.unitNames(rows[i].dataUnits)
		in.Target = cmp.Or(in.Target, "-")
		in.Growth = cmp.Or(in.Growth, "-")
		r.plan.Indicators = append(r.plan.Indicators, *in)
	}
}

// unitNames reads names of units; a group stands for its members.
func (r *catalogueReader) unitNames(e entry) []string {
	var names []string
	for _, name := range readNames(e.text) {
		units, _, known := r.directory.expand(name)
		if !known {
			r.unknown(e, name, e.heading == "责任单位")
			units = []string{name}
		}
		for _, u := range units {
			if !slices.Contains(names, u) {
				names = append(names, u)
			}
		}
	}
	return names
}
