package plan

import (
	"encoding/json"

	"tianbao/seeds/text"
)

type planJSON struct {
	Title      string          `json:"title"`
	Period     periodJSON      `json:"period"`
	Chapters   []chapterJSON   `json:"chapters"`
	Items      []itemJSON      `json:"items"`
	Indicators []indicatorJSON `json:"indicators"`
	Units      []unitJSON      `json:"units"`
}

type periodJSON struct {
	Base  int `json:"base"`
	First int `json:"first"`
	Last  int `json:"last"`
}

type chapterJSON struct {
	No       int           `json:"no"`
	Title    string        `json:"title"`
	Sections []sectionJSON `json:"sections"`
}

type sectionJSON struct {
	No    int        `json:"no"`
	Title string     `json:"title"`
	Tasks []taskJSON `json:"tasks"`
}

type taskJSON struct {
	No    int      `json:"no"`
	Title string   `json:"title"`
	Refs  []string `json:"refs"`
}

type itemJSON struct {
	Ref          string       `json:"ref"`
	Chapter      int          `json:"chapter"`
	Section      int          `json:"section"`
	Task         int          `json:"task"`
	Sub          int          `json:"sub"`
	Title        string       `json:"title"`
	Text         string       `json:"text"`
	Lead         []string     `json:"lead"`
	LeadUnits    []string     `json:"lead_units"`
	Support      []string     `json:"support"`
	SupportUnits []string     `json:"support_units"`
	Targets      []targetJSON `json:"targets"`
}

type targetJSON struct {
	ID      string      `json:"id"`
	Phrase  string      `json:"phrase"`
	Measure string      `json:"measure"`
	Op      Op          `json:"op"`
	Min     json.Number `json:"min"`
	Max     json.Number `json:"max"`
	Unit    string      `json:"unit"`
	Due     string      `json:"due"`
	Basis   Basis       `json:"basis"`
}

type indicatorJSON struct {
	No       int      `json:"no"`
	Category string   `json:"category"`
	Name     string   `json:"name"`
	Unit     string   `json:"unit"`
	Target   string   `json:"target"`
	Growth   string   `json:"growth"`
	Units    []string `json:"units"`
}

type unitJSON struct {
	Name       string `json:"name"`
	Kind       string `json:"kind"`
	Lead       int    `json:"lead"`
	Support    int    `json:"support"`
	Indicators int    `json:"indicators"`
}

// JSON prints what the plan holds, every field of every record present, indented,
// with a line break at the end.
func (p *Plan) JSON() ([]byte, error) {
	return text.JSON(planJSON{
		Title:      p.Title,
		Period:     periodJSON{p.Period.Base, p.Period.First, p.Period.Last},
		Chapters:   each(p.Chapters, chapterView),
		Items:      each(p.Items, itemView),
		Indicators: each(p.Indicators, indicatorView),
		Units:      p.unitViews(),
	}, " ")
}

// each maps a list; an empty one becomes [] and never null.
func each[T, V any](list []T, view func(*T) V) []V {
	out := make([]V, len(list))
	for i := range list {
		out[i] = view(&list[i])
	}
	return out
}

func chapterView(c *Chapter) chapterJSON {
	return chapterJSON{c.No, c.Title, each(c.Sections, func(s *Section) sectionJSON {
		return sectionJSON{s.No, s.Title, each(s.Tasks, func(t *Task) taskJSON {
			return taskJSON{t.No, t.Title, present(t.Refs)}
		})}
	})}
}

func itemView(it *Item) itemJSON {
	written := func(p *Party) string { return p.Name }
	return itemJSON{
		Ref: it.Ref, Chapter: it.Chapter, Section: it.Section, Task: it.Task, Sub: it.Sub,
		Title: it.Title, Text: it.Text,
		Lead: each(it.Lead, written), LeadUnits: present(it.LeadUnits()),
		Support: each(it.Support, written), SupportUnits: present(it.SupportUnits()),
		Targets: each(it.Targets, targetView),
	}
}

func targetView(t *Target) targetJSON {
	return targetJSON{t.ID, t.Phrase, t.Measure, t.Op, json.Number(t.Min.String()), json.Number(t.Max.String()), t.Unit, t.Due, t.Basis}
}

func indicatorView(in *Indicator) indicatorJSON {
	return indicatorJSON{in.No, in.Category, in.Name, in.Unit, in.Target, in.Growth, present(in.Units)}
}

// unitViews counts what each unit leads, supports (groups expanded) and answers for.
func (p *Plan) unitViews() []unitJSON {
	at := map[string]int{}
	out := make([]unitJSON, len(p.Units))
	for i, u := range p.Units {
		at[u.Name] = i
		out[i] = unitJSON{Name: u.Name, Kind: u.Kind}
	}
	count := func(names []string, add func(*unitJSON)) {
		for _, name := range names {
			if i, ok := at[name]; ok {
				add(&out[i])
			}
		}
	}
	for i := range p.Items {
		count(p.Items[i].LeadUnits(), func(u *unitJSON) { u.Lead++ })
		count(p.Items[i].SupportUnits(), func(u *unitJSON) { u.Support++ })
	}
	for i := range p.Indicators {
		count(p.Indicators[i].Units, func(u *unitJSON) { u.Indicators++ })
	}
	return out
}

func present(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
}
