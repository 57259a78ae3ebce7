package consolidate

import (
	"cmp"
	"strconv"
	"strings"

	"tianbao/seeds/plan"
	"tianbao/templates/layout"
)

// Concern is something off track, as leaders want it: what, how far, whose, why,
// what next.
type Concern struct {
	Sheet               layout.SheetKey
	Ref                 string
	Title, Verdict, Gap string
	Owner, Reason, Next string
}

// Concerns lists the indicators and targets that are off track.
func (s *Summary) Concerns() []Concern {
	var list []Concern
	known := s.Plan.Names()
	for _, l := range s.Indicators {
		if l.Verdict.Verdict.Bad() {
			list = append(list, Concern{layout.Indicators, strconv.Itoa(l.No), strconv.Itoa(l.No) + " " + l.Label(), l.Verdict.Words(), l.Verdict.Gap,
				owners(known, l.Units), Said(l.Records, layout.Reason), l.Verdict.Remaining})
		}
	}
	for _, l := range s.Targets {
		if l.Verdict.Verdict.Bad() {
			list = append(list, Concern{layout.Targets, l.ID, l.ID + " " + l.Statement(), l.Verdict.Words(), l.Verdict.Gap,
				owners(known, l.Item.LeadUnits()), Said(l.Records, layout.Reason), cmp.Or(s.nextOf(l.Item.Ref), l.Verdict.Remaining)})
		}
	}
	return list
}

// owners names units, with the leader in charge where the plan has one.
func owners(known map[string]*plan.Unit, units []string) string {
	words := make([]string, len(units))
	for i, name := range units {
		words[i] = name
		if u := known[name]; u != nil && u.Leader != "" {
			words[i] += "(" + u.Leader + ")"
		}
	}
	return strings.Join(words, "、")
}

// nextOf is what the leads of an item plan for the next year.
func (s *Summary) nextOf(ref string) string {
	for _, l := range s.Items {
		if l.Ref == ref {
			return Said(l.Leads, layout.Next)
		}
	}
	return ""
}
