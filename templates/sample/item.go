package sample

import (
	"fmt"
	"slices"
	"strconv"

	"tianbao/seeds/plan"
	"tianbao/templates/layout"
)

// cover answers who filled in the form. The telephone number is nobody's.
func (w *writer) cover() {
	w.put(layout.Section, Mark+"规划科")
	w.put(layout.Filler, Mark+"填报人")
	w.put(layout.Tel, "400-000-0000")
	w.put(layout.Deputy, Mark+"分管负责人")
	w.put(layout.Head, Mark+"单位负责人")
	day := 1 + int(w.unit("date", w.form.Unit.ID)*28)
	w.put(layout.FilledOn, fmt.Sprintf("%d-03-%02d", w.year()+1, day))
}

// lead answers how an item stands: the same for every unit that leads it.
func (w *writer) lead() {
	it := w.row.Item
	status := w.status(it)
	w.put(layout.Status, status)
	w.put(layout.Progress, fmt.Sprintf("%s%d年围绕“%s”,完成年度工作%d项,组织推进会%d次。", Mark, w.year(), it.Title, w.count(it.Ref, "done"), w.count(it.Ref, "met")))
	switch status {
	case layout.StatusBehind, layout.StatusNotStarted:
		w.put(layout.Problems, fmt.Sprintf("%s%d年%s", Mark, w.year(), w.pick(problems, it.Ref, "problem")))
	case layout.StatusDropped:
		w.put(layout.Remark, Mark+"上级政策调整,经批准不再单独实施。")
	}
	if w.unit(it.Ref, "next") < 0.7 {
		w.put(layout.Next, fmt.Sprintf("%s%d年继续推进,按季度调度。", Mark, w.year()+1))
	}
	if w.unit(it.Ref, "office") < 0.5 {
		w.put(layout.Office, Mark+w.pick(offices, it.Ref, w.form.Unit.ID))
	}
}

var (
	problems = []string{"项目用地保障不足,前期工作滞后。", "资金到位较慢,建设进度受影响。", "专业人才缺乏,推进力度不够。"}
	offices  = []string{"规划科", "综合科", "项目科", "办公室"}
)

// count is a number of things done in the year.
func (w *writer) count(words ...string) int {
	return 2 + int(w.unit(append(words, strconv.Itoa(w.year()))...)*9)
}

// status is how an item stands. It is done only where its targets are reached, and
// stays done.
func (w *writer) status(it *plan.Item) string {
	passed := float64(w.year()-w.form.Plan.Period.Base) / float64(w.form.Plan.Period.Years())
	switch u := w.unit(it.Ref, "status"); {
	case u < 0.01 && w.year()+2 < w.form.Plan.Period.Last:
		return layout.StatusNotStarted
	case u < 0.03:
		return layout.StatusDropped
	case u < 0.13:
		return layout.StatusBehind
	case u < 0.30 && len(it.Targets) == 0:
		return layout.StatusOngoing
	case u < 0.30+0.35*passed*passed && w.reached(it):
		return layout.StatusDone
	}
	if w.lags(it) && w.unit(it.Ref, "candid") < 0.9 {
		return layout.StatusBehind
	}
	return layout.StatusOnTrack
}

// lags reports whether a target of the item falls clearly behind.
func (w *writer) lags(it *plan.Item) bool {
	return slices.ContainsFunc(it.Targets, func(t plan.Target) bool { return w.pace(t.ID) < 0.9 })
}

// support answers what the unit did for an item that others lead, or for those of a
// chapter.
func (w *writer) support() {
	u, about := w.unit(w.row.Ref, w.form.Unit.ID, "support"), w.row.Task()
	switch {
	case w.row.Duty == plan.DutyMay && u < 0.6:
		return
	case u > 0.9:
		w.put(layout.Joined, layout.JoinedNo)
		return
	}
	w.put(layout.Joined, layout.JoinedYes)
	w.put(layout.Account, fmt.Sprintf("%s%d年配合开展“%s”相关工作%d项,按要求提供资料%d份。", Mark, w.year(), about, w.count(w.row.Ref, w.form.Unit.ID, "helped"), w.count(w.row.Ref, w.form.Unit.ID, "papers")))
	if w.unit(w.row.Ref, w.form.Unit.ID, "office") < 0.3 {
		w.put(layout.Office, Mark+w.pick(offices, w.row.Ref, w.form.Unit.ID))
	}
}
