package clause

import "slices"

// settle turns sayings into leads and supports: the highest role that is there leads,
// the lowest never does.
func (sc *scan) settle() Said {
	sc.headed()
	sc.parted()
	out, top := sc.out, rankHelp
	out.Bare = out.Bare && len(sc.said) == 1
	for _, s := range sc.said {
		top = max(top, s.rank)
	}
	out.Led = top == rankLead
	if top == rankSome && sc.said[0].rank == rankAct && sc.said[0].listed { // 组织单位 before 参演单位
		sc.said[0].rank, top = rankDuty, rankDuty
	}
	if top == rankSome || top == rankDeed { // of two labels or verbs that are not known the first leads
		at := slices.IndexFunc(sc.said, func(s saying) bool { return s.rank == top })
		for i := range sc.said[at+1:] {
			sc.said[at+1+i].rank = rankHelp
		}
	}
	lists := max(sc.order.Lists, 1)
	first := sc.order.First && (top == rankSome || top == rankDuty || top == rankMain)
	for _, s := range sc.said {
		out.Equal = out.Equal || s.rank == top && (top == rankDuty || top == rankSome) && !first && s.listed && len(s.names) > 1
		switch {
		case s.rank != top || top == rankHelp:
			out.Support = appendNew(out.Support, s.names...)
		case first:
			n := 1
			if sc.order.Till != 0 {
				n = s.first
			}
			out.Lead = append(out.Lead, s.names[:n]...)
			out.Support = appendNew(out.Support, s.names[n:]...)
			if lists--; lists == 0 {
				first, top = false, rankLead
			}
		default:
			out.Lead = appendNew(out.Lead, s.names...)
		}
	}
	out.Support = without(out.Support, out.Lead)
	return out
}

// headed lets units that are said first to do something in one word, whatever it is, lead groups that only carry it
// out: 市民政局统揽,各县区民政局抓好实施.
func (sc *scan) headed() {
	if len(sc.said) < 2 || !sc.said[0].heads {
		return
	}
	for _, s := range sc.said[1:] {
		groups := !slices.ContainsFunc(s.names, func(n Name) bool { return !sc.rd.IsGroup(n.Full) && !sc.rd.IsEach(n.Full) })
		if s.rank > rankAct || s.rank == rankAct && !groups {
			return
		}
	}
	sc.said[0].rank = rankDuty
}

// parted lets groups that answer for carrying a task out lead it beside others of whom each answers for a part of it:
// 区规划局负责编制规划,各片区管理局负责实施.
func (sc *scan) parted() {
	parts := false
	for _, s := range sc.said {
		if s.rank > rankDuty || s.rank == rankDuty && !s.part {
			return
		}
		parts = parts || s.part && s.rank == rankDuty
	}
	for i := range sc.said {
		if parts && sc.said[i].acts {
			sc.said[i].rank = rankDuty
		}
	}
}

// without returns a list without the names that another has.
func without(list, other []Name) []Name {
	var kept []Name
	for _, one := range list {
		has := false
		for _, o := range other {
			has = has || o.Full == one.Full
		}
		if !has {
			kept = append(kept, one)
		}
	}
	return kept
}
