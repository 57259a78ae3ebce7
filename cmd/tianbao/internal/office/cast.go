package office

import (
	"tianbao/templates/layout"
	"tianbao/templates/sample"
)

// cast says which unit plays which part in the demonstration. Units are chosen by
// what the plan asks of them, not by name.
type cast struct{ missing, faulty, twice, separate, differs string }

func demoCast(forms *layout.Forms) cast {
	var c cast
	for i := range forms.Plan.Indicators {
		if in := &forms.Plan.Indicators[i]; len(in.Units) > 1 {
			c.differs = in.Units[1]
			break
		}
	}
	take := func(part *string, fits func(*layout.Form) bool) {
		for _, u := range forms.Plan.Reporters() {
			if !c.plays(u.Name) && fits(forms.Of(u)) {
				*part = u.Name
				return
			}
		}
	}
	take(&c.faulty, func(f *layout.Form) bool { return rows(f, layout.Targets) > 2 && rows(f, layout.Indicators) > 0 })
	take(&c.twice, func(f *layout.Form) bool { return rows(f, layout.Lead) > 2 && rows(f, layout.Targets) > 0 })
	supports := func(f *layout.Form) bool { return rows(f, layout.Lead) == 0 && rows(f, layout.Support) == 1 }
	take(&c.missing, supports)
	take(&c.separate, supports)
	return c
}

func (c *cast) plays(unit string) bool {
	return unit == c.missing || unit == c.faulty || unit == c.twice || unit == c.separate || unit == c.differs
}

func rows(f *layout.Form, k layout.SheetKey) int {
	if s := f.Sheet(k); s != nil {
		return len(s.Rows)
	}
	return 0
}

// spoil makes the mistakes that returns have in real life.
func spoil(f *layout.Form, filling *sample.Filling) {
	lead, targets := f.Sheet(layout.Lead).Rows, f.Sheet(layout.Targets).Rows
	filling.Set(layout.Lead, lead[0].Ref, layout.Status, "进行中")
	filling.Set(layout.Lead, lead[1].Ref, layout.Progress, "")
	filling.Set(layout.Targets, targets[0].Ref, targets[0].Judged(), "约5家")
	filling.Set(layout.Targets, targets[1].Ref, layout.Outlook, "")
	filling.Set(layout.Cover, "", layout.Tel, "见通讯录")
}

// amend is the change of a second copy.
func amend(f *layout.Form, filling *sample.Filling) {
	first := f.Sheet(layout.Lead).Rows[0].Ref
	filling.Set(layout.Lead, first, layout.Progress, sample.Mark+"第二次报送时补充:阶段任务已通过验收。")
}

// apart answers only the cover: the unit reports apart.
func apart(f *layout.Form) *sample.Filling {
	all, only := sample.Fill(f, sample.Options{Seed: 1}), &sample.Filling{}
	for _, c := range f.Sheet(layout.Cover).Columns {
		if text, ok := all.Value(layout.Cover, "", c.Key); ok {
			only.Set(layout.Cover, "", c.Key, text)
		}
	}
	only.Set(layout.Cover, "", layout.Delivery, layout.Separate)
	return only
}
