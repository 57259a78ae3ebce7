package consolidate

import (
	"cmp"

	"tianbao/consolidate/store"
	"tianbao/seeds/finding"
)

// review gathers all findings: of the units' files, of files without a unit, and
// of the merging itself.
func (m *merger) review() {
	for i := range m.in.Batch.Units {
		u := &m.in.Batch.Units[i]
		m.reviewed(u.Findings, Reviewed{Unit: u.Unit.Name})
		for _, f := range u.Files {
			m.reviewed(f.Findings, Reviewed{Unit: u.Unit.Name, Source: m.sources[f]})
		}
	}
	for _, f := range m.in.Batch.Unassigned {
		src := &store.Source{Year: m.sum.Frame.Year, Unit: f.Unit, Name: "(未识别单位的文件)", SHA256: f.SHA256, Revision: f.Identity.Revision, Outcome: f.Outcome}
		m.sum.Strangers = append(m.sum.Strangers, src)
		m.reviewed(f.Findings, Reviewed{Unit: cmp.Or(f.Unit, "(未识别)"), Source: src})
	}
	m.reviewed(m.findings, Reviewed{})
}

func (m *merger) reviewed(list finding.List, about Reviewed) {
	for i := range list {
		about.Finding = list[i]
		m.sum.Review = append(m.sum.Review, about)
	}
}
