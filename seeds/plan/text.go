package plan

import (
	"cmp"
	"fmt"
	"strings"
)

// Text prints what the plan holds for a reader at a terminal: counts, then
// chapters with their items, indicators and units.
func (p *Plan) Text() string {
	var b strings.Builder
	targets, tasks, sections := 0, 0, 0
	for i := range p.Items {
		targets += len(p.Items[i].Targets)
	}
	for _, c := range p.Chapters {
		sections += len(c.Sections)
		for _, s := range c.Sections {
			for _, t := range s.Tasks {
				if t.No > 0 {
					tasks++
				}
			}
		}
	}
	fmt.Fprintf(&b, "%s\n规划期 %d—%d 年(基期 %d 年),规划编号 %s\n", p.Title, p.Period.First, p.Period.Last, p.Period.Base, p.ID)
	fmt.Fprintf(&b, "%d 章 %d 节 %d 项任务 %d 个事项 %d 个量化目标 %d 项主要指标 %d 个单位\n",
		len(p.Chapters), sections, tasks, len(p.Items), targets, len(p.Indicators), len(p.Units))
	p.writeItems(&b)
	p.writeIndicators(&b)
	b.WriteString("\n单位(牵头 / 配合 / 指标)\n")
	for _, u := range p.unitViews() {
		fmt.Fprintf(&b, "  %s %s %d / %d / %d\n", u.Name, u.Kind, u.Lead, u.Support, u.Indicators)
	}
	return b.String()
}

func (p *Plan) writeItems(b *strings.Builder) {
	chapter, section := "", ""
	for i := range p.Items {
		it := &p.Items[i]
		c, s := p.Heading(it)
		if c != chapter {
			fmt.Fprintf(b, "\n%s\n", c)
		}
		if s != section || c != chapter {
			fmt.Fprintf(b, "  %s\n", s)
		}
		chapter, section = c, s
		fmt.Fprintf(b, "    %s %s 牵头:%s 配合:%s 目标 %d 个\n", it.Ref, it.Title, cmp.Or(Written(it.Lead), "(无)"), cmp.Or(Written(it.Support), "(无)"), len(it.Targets))
	}
}

func (p *Plan) writeIndicators(b *strings.Builder) {
	if len(p.Indicators) == 0 {
		return
	}
	b.WriteString("\n主要指标\n")
	for _, in := range p.Indicators {
		fmt.Fprintf(b, "  %d %s(%s) %d年目标 %s 年均增长 %s 责任单位:%s\n",
			in.No, in.Name, in.Unit, p.Period.Last, in.Target, in.Growth, strings.Join(in.Units, "、"))
	}
}

// Written are the names of parties as they are written.
func Written(parties []Party) string {
	list := make([]string, len(parties))
	for i, p := range parties {
		list[i] = p.Name
	}
	return strings.Join(list, "、")
}
