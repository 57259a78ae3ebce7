package reading

import "strings"

// closeRuns lets clauses on lines of their own close the paragraphs before them
// where several such runs stand below one heading: each paragraph without number
// then is an item by itself. A single run stands for the heading and all below it.
func (n *node) closeRuns() {
	runs := 0
	for i, q := range n.paras {
		if q.own && (i == 0 || !n.paras[i-1].own) {
			runs++
		}
	}
	if runs < 2 && (n.parent != nil || runs == 0) {
		return
	}
	var kept []para
	last := &n.head
	for _, q := range n.paras {
		if q.own && last != nil && (len(kept) > 0 || n.parent != nil) {
			last.clause = strings.TrimPrefix(last.clause+";"+q.clause, ";")
			continue
		}
		kept = append(kept, q)
		last = &kept[len(kept)-1]
	}
	n.paras = kept
}
