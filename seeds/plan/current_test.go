package plan

import (
	"slices"
	"testing"
)

func TestWhoTakesOverIsNamedInPlaceOfTheDissolved(t *testing.T) {
	p := &Plan{
		Units: []Unit{{ID: "001", Name: "县工业局", Successor: "县商务局"}, {ID: "002", Name: "县商务局", Successor: "县经信局"},
			{ID: "003", Name: "县经信局"}, {ID: "004", Name: "县财政局"}},
		Items: []Item{{Ref: "1",
			Lead:    []Party{{Name: "县工业局", Units: []string{"县工业局"}}, {Name: "县经信局", Units: []string{"县经信局"}}},
			Support: []Party{{Name: "县商务局", Units: []string{"县商务局"}, Duty: DutyMay}, {Name: "县财政局", Units: []string{"县财政局"}}}}},
		Indicators: []Indicator{{No: 1, Units: []string{"县财政局", "县商务局", "县经信局"}}},
		Groups:     []Group{{Name: "各局", Members: []string{"县工业局", "县财政局"}}},
	}
	now := p.Current()
	if got := now.Items[0].LeadUnits(); !slices.Equal(got, []string{"县经信局"}) || now.Items[0].Lead[0].Name != "县经信局" {
		t.Errorf("leads %+v", now.Items[0].Lead)
	}
	if got := now.Items[0].SupportUnits(); !slices.Equal(got, []string{"县财政局"}) {
		t.Errorf("who leads supports as well: %v", got)
	}
	if got := now.Indicators[0].Units; !slices.Equal(got, []string{"县财政局", "县经信局"}) {
		t.Errorf("the indicator is %v's", got)
	}
	if got := now.Groups[0].Members; !slices.Equal(got, []string{"县经信局", "县财政局"}) {
		t.Errorf("the group is %v", got)
	}
	if p.Items[0].Lead[0].Name != "县工业局" || p.Indicators[0].Units[1] != "县商务局" {
		t.Error("the plan itself was changed")
	}
}
