package consolidate

import (
	"cmp"
	"slices"
	"strconv"

	"tianbao/consolidate/judge"
	"tianbao/consolidate/store"
	"tianbao/seeds/plan"
	"tianbao/seeds/text"
	"tianbao/templates/layout"
	"tianbao/workbook"
	"tianbao/workbook/intake"
)

// Heard is what a unit is to be asked before it is named (征求意见): a row for each of
// its indicators, targets and items that lags, waits or was ruled on.
type Heard struct {
	Unit      *plan.Unit
	Proposals []layout.Proposal
}

// ToHear lists who is to be asked what, in the register's order. A unit that has sent
// nothing that counts is not asked: it is reminded.
func (s *Summary) ToHear() []Heard {
	return s.proposals(func(_ string, p *layout.Proposal) bool { return p.Lags || p.Waits || p.Ruled })
}

// proposals words the rows of every unit that reported them; of what is wanted, for most
// rows of most units need no words.
func (s *Summary) proposals(wanted func(unitID string, p *layout.Proposal) bool) []Heard {
	rows := map[string][]layout.Proposal{}
	add := func(sheet layout.SheetKey, ref string, from []*store.Record, settled map[layout.Key]*Settled, p layout.Proposal) {
		p.Sheet, p.Ref = sheet, ref
		for _, v := range settled {
			if v != nil {
				p.Waits = p.Waits || v.Open() || v.Blocked
				p.Ruled = p.Ruled || v.Conflict != nil && v.Conflict.Ruling != nil
			}
		}
		for _, r := range from {
			if wanted(r.UnitID, &p) {
				said := "" // tells whether the unit has said something else since
				for _, k := range layout.HeardIn(r.Sheet) {
					said += r.Text(k) + "\n"
				}
				p.Said = layout.Digest(said)
				rows[r.UnitID] = append(rows[r.UnitID], p)
			}
		}
	}
	for _, l := range s.Indicators {
		add(layout.Indicators, strconv.Itoa(l.No), l.Records, l.Settled, proposal(l.Label(), l.Settled[layout.Actual], l.Unit, &l.Verdict))
	}
	for _, l := range s.Targets {
		add(layout.Targets, l.ID, l.Records, l.Settled, proposal(l.Statement(), l.Settled[layout.Subject{Target: l.Target}.Judged()], l.Unit, &l.Verdict))
	}
	for _, l := range s.Items {
		add(layout.Lead, l.Ref, l.Leads, map[layout.Key]*Settled{layout.Status: l.Status}, itemProposal(l))
	}
	var all []Heard
	for _, u := range s.Units {
		if p := rows[u.Unit.ID]; len(p) > 0 {
			all = append(all, Heard{u.Unit, p})
		}
	}
	return all
}

func proposal(contents string, value *Settled, unit string, j *judge.Judgement) layout.Proposal {
	p := layout.Proposal{Contents: contents, Path: j.Want, Verdict: j.Words(), Gap: j.Gap, Lags: j.Verdict.Bad()}
	switch {
	case value.Open():
		p.Value = store.Open
	case value != nil && value.Blocked && value.Text == "":
		p.Value = WordBlocked
	case value != nil && value.Text != "":
		p.Value = value.Text + text.If(value.Text != layout.NA, unit)
	}
	return p
}

// itemProposal is what a unit says of a task itself.
func itemProposal(l *ItemLine) layout.Proposal {
	p := layout.Proposal{Contents: l.Title}
	if l.Status != nil {
		p.Value = l.Status.Text
		p.Lags = layout.Behind(l.Status.Text)
		p.Verdict = text.If(l.Status.Text != "", l.Status.Text+"(据牵头单位自评)")
	}
	return p
}

// Reply is what became of a row that a unit was asked about.
type Reply string

// The replies.
const (
	ReplyNone      Reply = "未答复"
	ReplyAgrees    Reply = "无异议"
	ReplyExplains  Reply = "已说明原因和措施"
	ReplyCorrected Reply = "数据已更正"
	ReplyObjects   Reply = "有异议,待核定"
	ReplyRuled     Reply = "有异议,已核定"
)

// Adoption is a line of 采纳情况: what was asked, what was answered, what changed.
type Adoption struct {
	Unit   *plan.Unit
	Asked  layout.Proposal
	Now    layout.Proposal // as the summary has it; zero where the row is gone
	Reply  Reply
	Ground string // of an objection
	Said   string // 说明 or 存在问题
	Next   string // 下一步措施, or the next year's plan
	Ruling *store.Ruling
}

// Changed reports whether value or verdict are others than those asked about.
func (a *Adoption) Changed() bool {
	return a.Now.Sheet != "" && (a.Now.Value != a.Asked.Value || a.Now.Verdict != a.Asked.Verdict)
}

// Hearing says how far the round 征求意见 has come.
type Hearing struct {
	Asked, Answered int // units
	Open            int // objections that nobody has ruled on
	Waiting         int // rows that lag and whose unit was asked and has not said why
}

// Words says which summary this is.
func (h Hearing) Words() string {
	switch {
	case h.Asked == 0:
		return "征求意见前"
	case h.Answered < h.Asked:
		return "征求意见中(" + strconv.Itoa(h.Asked) + "个单位,已答复" + strconv.Itoa(h.Answered) + "个)"
	}
	return "征求意见后"
}

// State says how many units have answered and what is open.
func (h Hearing) State() string {
	words := "已征求 " + strconv.Itoa(h.Asked) + " 个单位意见,已答复 " + strconv.Itoa(h.Answered) + " 个"
	if h.Open > 0 {
		words += ";有异议待核定 " + strconv.Itoa(h.Open) + " 项"
	}
	if h.Waiting > 0 {
		words += ";待单位说明 " + strconv.Itoa(h.Waiting) + " 项"
	}
	return words
}

// hear sets what units answered beside what they were asked, and lays objections open.
func (m *merger) hear() {
	now := map[string]map[thing]layout.Proposal{} // of the units that were asked
	for i := range m.in.Batch.Units {
		if u := &m.in.Batch.Units[i]; len(u.Answers())+len(m.in.Asked[u.Unit.Name]) > 0 {
			now[u.Unit.ID] = map[thing]layout.Proposal{}
		}
	}
	for _, h := range m.sum.proposals(func(unitID string, _ *layout.Proposal) bool { return now[unitID] != nil }) {
		for _, p := range h.Proposals {
			now[h.Unit.ID][thing{p.Sheet, p.Ref}] = p
		}
	}
	for i := range m.in.Batch.Units {
		u := &m.in.Batch.Units[i]
		if now[u.Unit.ID] == nil {
			continue
		}
		answers, asked := u.Answers(), m.in.Asked[u.Unit.Name]
		m.sum.Hearing.Asked++
		lines := m.adoptions(u, asked, answers, now[u.Unit.ID])
		if len(answers) > 0 || slices.ContainsFunc(lines, func(a *Adoption) bool { return a.Reply != ReplyNone }) {
			m.sum.Hearing.Answered++
		}
		m.sum.Adoptions = append(m.sum.Adoptions, lines...)
	}
	for _, a := range m.sum.Adoptions {
		if a.Reply == ReplyObjects {
			m.sum.Hearing.Open++
		}
		if a.Asked.Lags && a.Said == "" && a.Now.Lags {
			m.sum.Hearing.Waiting++
		}
	}
}

// adoptions makes the lines of one unit: of what the copy that came back was asked, and
// of what was asked since.
func (m *merger) adoptions(u *intake.UnitResult, asked []layout.Proposal, answers []workbook.Answer, now map[thing]layout.Proposal) []*Adoption {
	var lines []*Adoption
	for i := range answers {
		lines = append(lines, &Adoption{Unit: u.Unit, Asked: answers[i].Proposal, Reply: ReplyAgrees, Ground: answers[i].Ground})
		if answers[i].Objects {
			lines[i].Reply = ReplyObjects
		}
	}
	for _, p := range asked {
		if !slices.ContainsFunc(lines, func(a *Adoption) bool { return a.Asked.Sheet == p.Sheet && a.Asked.Ref == p.Ref }) {
			lines = append(lines, &Adoption{Unit: u.Unit, Asked: p, Reply: ReplyNone})
		}
	}
	for _, a := range lines {
		a.Now = now[thing{a.Asked.Sheet, a.Asked.Ref}]
		cols := layout.HeardIn(a.Asked.Sheet)
		for _, r := range m.byThing[thing{a.Asked.Sheet, a.Asked.Ref}] {
			if r.UnitID == a.Unit.ID {
				a.Said, a.Next = r.Text(cols[0]), r.Text(cols[1])
			}
		}
		switch {
		case a.Reply == ReplyObjects:
			m.objection(u, a)
		case a.Now.Sheet != "" && a.Now.Value != a.Asked.Value:
			a.Reply = ReplyCorrected
		case a.Said != "" && (a.Now.Said != a.Asked.Said || a.Reply == ReplyAgrees && a.Asked.Lags):
			a.Reply = ReplyExplains
		}
	}
	return lines
}

// KeepVerdict is the 核定值 that leaves a verdict as it was.
const KeepVerdict = "维持"

// objection lays an objection open, to be ruled on as other differences are: 维持, or
// the verdict that stands instead.
func (m *merger) objection(u *intake.UnitResult, a *Adoption) {
	spot := store.Spot{Year: m.sum.Frame.Year, Sheet: a.Asked.Sheet, Ref: a.Asked.Ref, Col: layout.ConsultVerdict, Unit: u.Unit.ID}
	file, answer := u.Answer(a.Asked.Sheet, a.Asked.Ref)
	c := m.conflict(spot, Objection, []Option{
		{Unit: "拟认定", Text: cmp.Or(a.Now.Verdict, a.Asked.Verdict)},
		{UnitID: u.Unit.ID, Unit: u.Unit.Name, Text: cmp.Or(a.Ground, "有异议,没有写理由"), Source: m.sources[file], At: answer.Place},
	})
	if c.Ruling == nil {
		return
	}
	a.Reply, a.Ruling = ReplyRuled, c.Ruling
	m.overrule(spot, c.Ruling)
}

// overrule puts a ruled verdict in the place of the computed one.
func (m *merger) overrule(spot store.Spot, r *store.Ruling) {
	if r.Value == KeepVerdict {
		return
	}
	given := plan.Settled{Verdict: r.Value, By: r.Basis}
	for _, l := range m.sum.Indicators {
		if spot.Sheet == layout.Indicators && strconv.Itoa(l.No) == spot.Ref {
			l.Verdict = m.judging().Settle(l.Verdict, given)
		}
	}
	for _, l := range m.sum.Targets {
		if spot.Sheet == layout.Targets && l.ID == spot.Ref {
			l.Verdict = m.judging().Settle(l.Verdict, given)
		}
	}
}
