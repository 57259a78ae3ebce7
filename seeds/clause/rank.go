package clause

import "tianbao/seeds/words"

// rank orders roles: the highest that a clause names leads, the lowest never does.
type rank uint8

const (
	rankNone  rank = iota
	rankHelp       // 配合, 参与, 指导: never leads
	rankGuide      // 负责指导: leads only where nobody does more
	rankDeed       // a verb that is not known
	rankAct        // 落实, 实施
	rankSome       // a label that is not known
	rankDuty       // 负责, 责任单位
	rankMain       // 统筹, 主办, 主要责任单位
	rankLead       // 牵头, 负总责, 第一责任单位
)

// vocabulary is the words by which clauses are read.
type vocabulary struct {
	roles                                                                           [rankLead + 1]*words.Set
	joint, adverb, together, complement, none                                       *words.Set
	labelUnits, labelPersons, labelRemarks, labelTimes                              *words.Set
	labelPart, labelDue                                                             *words.Set
	office, place, elided, party, field, alone, level, verb                         *words.Set
	commission                                                                      *words.Set
	collective, collectiveMark, collectiveDuty                                      *words.Set
	collectiveEnd, plain                                                            *words.Set
	ruleScope, ruleItem, ruleFirst, ruleQuiet, ruleSame                             *words.Set
	offices, never, local, post, postRank, surname, time, remark, by, leads, filler *words.Set
}

func newVocabulary(t *words.Table) vocabulary {
	wordless := new(words.Set)
	return vocabulary{
		roles: [rankLead + 1]*words.Set{rankNone: wordless, rankHelp: t.Of("role.help"), rankGuide: wordless, rankDeed: wordless, rankSome: wordless, rankAct: t.Of("role.act"),
			rankDuty: t.Of("role.duty"), rankMain: t.Of("role.main"), rankLead: t.Of("role.lead")},
		joint: t.Of("joint"), adverb: t.Of("adverb"), together: t.Of("adverb.together"), none: t.Of("none"), complement: t.Of("complement"),
		labelUnits: t.Of("label.units"), labelPersons: t.Of("label.persons"), labelRemarks: t.Of("label.remark"), labelTimes: t.Of("label.time").And(t.Of("label.due")), labelDue: t.Of("label.due"),
		labelPart: t.Of("label.part"),
		office:    t.Of("name.office"), place: t.Of("name.place"), elided: t.Of("name.elided"), party: t.Of("name.party"), field: t.Of("name.field"),
		alone: t.Of("name.alone"), commission: t.Of("name.commission"), level: t.Of("name.level"), verb: t.Of("verb"),
		collective: t.Of("group.of"), collectiveMark: t.Of("group.mark"), collectiveDuty: t.Of("group.duty"), collectiveEnd: t.Of("group.end"), plain: t.Of("group.plain"),
		offices: t.Of("group.office"), never: t.Of("name.never"), local: t.Of("name.local"), post: t.Of("post"), postRank: t.Of("post.rank"), surname: t.Of("person.surname"), time: t.Of("time"), remark: t.Of("remark"), by: t.Of("by"),
		leads: t.Of("lead.in"), filler: t.Of("filler"),
		ruleScope: t.Of("rule.scope"), ruleItem: t.Of("rule.item"), ruleFirst: t.Of("rule.first"), ruleQuiet: t.Of("rule.quiet"), ruleSame: t.Of("rule.same"),
	}
}

// roleAt returns the role that the text begins with and its length in runes.
func (v *vocabulary) roleAt(text []rune) (best rank, length int) {
	for r := rankLead; r > rankNone; r-- {
		if n := v.roles[r].Begins(text); n > length {
			best, length = r, n
		}
	}
	return best, length
}

// roleEnds returns the length of the longest role that the text ends with.
func (v *vocabulary) roleEnds(text []rune) int {
	longest := 0
	for r := rankLead; r > rankNone; r-- {
		longest = max(longest, v.roles[r].Ends(text))
	}
	return longest
}

// rankIn returns the role of a label: 牵头 of any kind leads, 配合 of any kind helps,
// and 责任 in it says the least.
func (v *vocabulary) rankIn(label []rune) rank {
	seen := [rankLead + 1]bool{}
	for i := 0; i < len(label); {
		r, n := v.roleAt(label[i:])
		seen[r] = true
		i += max(n, 1)
	}
	for _, r := range []rank{rankLead, rankHelp, rankMain, rankAct, rankDuty} {
		if seen[r] {
			return r
		}
	}
	return rankNone
}
