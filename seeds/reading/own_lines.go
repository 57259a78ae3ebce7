package reading

import (
	"strings"

	"tianbao/seeds/clause"
)

// closeRuns lets clauses on lines of their own close the paragraphs before them
// where several such runs are below one heading: each paragraph without number
// then is an item by itself. A single run stands for the heading and all below it.
func (p *parser) closeRuns(n *node) {
	runs := 0
	for i, q := range n.paras {
		if q.own && (i == 0 || !n.paras[i-1].own) {
			runs++
		}
	}
	if runs == 0 || runs < 2 && n.parent != nil {
		return
	}
	if n.parent == nil && len(n.children) > 0 {
		p.signatures(n)
	}
	var kept []para
	last := &n.head
	for _, q := range n.paras {
		if q.own && last != nil && (len(kept) > 0 || n.parent != nil) {
			p.used[q.line] = true
			last.clause = strings.TrimPrefix(last.clause+";"+q.clause, ";")
			continue
		}
		kept = append(kept, q)
		last = &kept[len(kept)-1]
	}
	n.paras = kept
}

// behindClauses names what follows a task's clause where the clauses of the document, on lines of their own, end
// the text of their tasks: headings without numbers, the foot of a page.
func (p *parser) behindClauses(root *node) {
	ends, goesOn := 0, 0
	var open []*node // tasks behind whose clauses something follows
	root.walk(func(n *node) {
		last := len(n.paras)
		for last > 0 && !n.paras[last-1].own {
			last--
		}
		switch {
		case len(n.children) > 0 || last == 0 || n.head.isHeading() && n.paras[0].own:
		case last == len(n.paras):
			ends++
		default:
			open = append(open, n)
			if q := n.paras[last]; clause.EndsSentence(q.text) || lineLabel(q.text) != "" || q.clause != "" {
				goesOn++
			}
		}
	})
	if ends <= goesOn {
		return
	}
	for _, n := range open {
		last := len(n.paras)
		for !n.paras[last-1].own {
			last--
		}
		p.leftOut(n.paras[last:])
		n.paras = n.paras[:last]
	}
}

// sectionsOfDuty lets a section that is nothing but a clause, (二)责任分工 with its lines,
// stand for the tasks of its chapter.
func (p *parser) sectionsOfDuty(root *node) {
	root.walk(func(n *node) {
		var kept []*node
		for _, c := range n.children {
			kind, sure := p.reader.Label(heading(c.head.text))
			duty := kind == clause.LabelUnits && sure && len(c.children) == 0 && c.head.clause == "" && n.head.clause == ""
			for _, q := range c.paras {
				duty = duty && q.own
			}
			if n.parent == nil || !duty || len(c.paras) == 0 {
				kept = append(kept, c)
				continue
			}
			n.covered = strings.TrimPrefix(n.covered+";"+c.ownLine(), ";")
			p.used[c.head.line] = true
			for _, q := range c.paras {
				p.used[q.line] = true
			}
		}
		n.children = kept
	})
}

// signatures makes plain text of clauses that only name offices, before the first
// number: (市科委 2016年10月) below a title says whose document it is.
func (p *parser) signatures(root *node) {
	for i := range root.paras {
		if q := &root.paras[i]; q.own && (!p.reader.IsClause(q.clause) || lineLabel(q.clause) != "" && p.reader.Rank(lineLabel(q.clause)) == 0) {
			q.own, q.text, q.clause = false, q.raw, ""
		}
	}
}
