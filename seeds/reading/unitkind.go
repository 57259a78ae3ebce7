package reading

import (
	"strings"
	"sync"

	"tianbao/seeds/clause"
	"tianbao/seeds/text"
	"tianbao/seeds/words"
)

// The kinds of units (单位类别) that a name tells.
const (
	kindParty      = "党委部门"
	kindMass       = "群团组织"
	kindGovernment = "县区政府"
	kindPark       = "园区管委会"
	kindCompany    = "企业"
	kindSchool     = "院校"
	kindJustice    = "法检机关"
	kindCongress   = "人大政协机关"
	kindMedia      = "事业单位"
	kindCentral    = "驻地单位"
	kindOffice     = "政府部门"
	kindOther      = "其他单位"
)

// unitKinds are the words by which the kind of a unit is told.
type unitKinds struct {
	park, mass, congress, media, justice, central, bank, company, school, party, office *words.Set
}

func newUnitKinds(t *words.Table) *unitKinds {
	return &unitKinds{park: t.Of("kind.park"), mass: t.Of("kind.mass"), congress: t.Of("kind.congress"), media: t.Of("kind.media"),
		justice: t.Of("kind.justice"), central: t.Of("kind.central"), bank: t.Of("kind.bank"), company: t.Of("kind.company"),
		school: t.Of("kind.school"), party: t.Of("kind.party"), office: t.Of("kind.office")}
}

var genreKinds = sync.OnceValue(func() *unitKinds { return newUnitKinds(words.Genre()) })

// UnitKind guesses what kind of unit a name is; the catalogue corrects it.
func UnitKind(name string) string { return genreKinds().of(name) }

// of returns the kind that a name tells, the narrowest first.
func (k *unitKinds) of(name string) string {
	s := clause.OutsideBrackets(text.HalfWidth(name))
	switch {
	case k.park.Tail(s):
		return kindPark
	case k.mass.Tail(s), strings.Contains(s, "共青团") && strings.HasSuffix(s, "委"):
		return kindMass
	case k.congress.In(s):
		return kindCongress
	case k.media.Tail(s):
		return kindMedia
	case k.justice.Tail(s):
		return kindJustice
	case k.central.In(s), k.bank.Head(s) > 0:
		return kindCentral
	case k.company.Tail(s):
		return kindCompany
	case k.school.Tail(s):
		return kindSchool
	case k.party.In(s):
		return kindParty
	case governsPlace(s):
		return kindGovernment
	case k.office.Tail(s):
		return levelled(kindOffice, s)
	}
	return kindOther
}

// governsPlace reports the government of a place, or a place that stands for its own: 青河县人民政府, 青河市.
func governsPlace(name string) bool {
	place, government := strings.CutSuffix(name, "政府")
	place = strings.TrimSuffix(place, "人民")
	runes := []rune(place)
	if len(runes) == 0 || !government && (len(runes) < 3 || strings.Contains(place, "各")) {
		return false
	}
	return strings.ContainsRune("市县区旗州盟镇乡", runes[len(runes)-1]) || government && (strings.HasSuffix(place, "街道") || strings.HasSuffix(place, "办事处"))
}

// levelled names a department by its level of government: 市直部门, 省直部门.
func levelled(kind, name string) string {
	for _, level := range []string{"省", "市", "县", "区", "州"} {
		if kind == kindOffice && clause.Level(name) == level {
			return level + "直部门"
		}
	}
	return kind
}
