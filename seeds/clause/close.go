package clause

import "slices"

// close gives the names that wait their role; of two lists the first leads where the role only helps.
func (sc *scan) close(r rank) {
	if len(sc.pending) == 0 {
		return
	}
	if k := sc.apart(); k > 0 && r <= rankGuide && len(sc.said) == 0 {
		who := sc.pending // 市教育局、市财政局;市人社局支持
		sc.pending = who[:k]
		sc.close(rankDuty)
		sc.pending = who[k:]
	}
	first := slices.IndexFunc(sc.pending[1:], func(p passage) bool { return p.sep == sc.order.Till }) + 1
	if first == 0 {
		first = len(sc.pending)
	}
	sc.said = append(sc.said, saying{rank: r, names: sc.rd.full(sc.pending), first: first})
	sc.pending = nil
}

// apart returns where the names that wait are in two lists, parted by a semicolon or by the only comma between names
// that are set apart otherwise, 县司法局、各司法所,各村配合; 0 where they are one.
func (sc *scan) apart() int {
	count := func(sep rune) (n, at int) {
		for i, p := range sc.pending {
			if i > 0 && p.sep == sep {
				n, at = n+1, max(at, i)
			}
		}
		return n, at
	}
	if k := slices.IndexFunc(sc.pending, func(p passage) bool { return p.sep == ';' }); k > 0 {
		return k
	}
	commas, at := count(',')
	if others, _ := count('、'); commas == 1 && others > 0 && at > 1 {
		return at
	}
	return 0
}

// finish closes names that no role follows: with the label's, else as what supports
// after a lead, else as a bare list where that reads as units only.
func (sc *scan) finish(fallback rank) {
	spoken := len(sc.said)
	defer func() {
		sc.joint, sc.helped = false, false
		for i := spoken; i < len(sc.said); i++ {
			sc.said[i].listed = true
		}
	}()
	switch {
	case len(sc.pending) == 0:
	case sc.joint:
		sc.close(rankHelp)
	case sc.helped:
		sc.close(rankDuty)
	case fallback != rankNone:
		sc.close(fallback)
	case len(sc.said) > 0:
		sc.close(rankHelp)
	case sc.rd.areUnits(sc.pending), sc.rd.areOffices(sc.pending), sc.rd.isOffice(sc.pending), sc.rd.haveLevels(sc.pending):
		sc.out.Bare = len(sc.said) == 0
		sc.close(rankDuty)
	default:
		for _, p := range sc.pending {
			sc.out.Unread = append(sc.out.Unread, p.written())
		}
		sc.pending = nil
	}
}
