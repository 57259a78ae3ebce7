package main

import (
	"bufio"
	"context"
	"path/filepath"
	"slices"
	"strings"

	"tianbao/cmd/tianbao/internal/office"
	"tianbao/seeds/plan"
	"tianbao/workbook/intake"
)

// documents are the endings of files that a plan may be read from, beside workbooks.
var documents = []string{".docx", ".txt", ".html", ".htm"}

// dropped is the document that alone was named without a command, as when it is dropped
// on the program; "" where it is anything else.
func dropped(args []string) string {
	if len(args) == 1 && onDisk(args[0]) && slices.Contains(documents, strings.ToLower(filepath.Ext(args[0]))) {
		return args[0]
	}
	return ""
}

// drop says what a document holds that was dropped on the program, and offers to make a
// catalogue of it; one that holds no plan is checked like any file.
func (d *desk) drop(ctx context.Context, path string) error {
	j := d.freeJob()
	j.Plan = path
	r, err := office.ReviewPlan(j)
	if err != nil || !slices.ContainsFunc(r.Plan.Items, func(it plan.Item) bool { return len(it.Lead) > 0 }) {
		j.Plan = ""
		return d.check(ctx, office.CheckOptions{Job: j, Paths: []string{path}}, formatText)
	}
	d.say("“%s”是规划文件,读出 %s。", office.Slashed(path), office.PlanCounts(r.Plan))
	d.say("要变成任务清单,请运行:tianbao plan import %s", quotedPath(path))
	if !d.clicked {
		return nil
	}
	d.say("现在就变成任务清单,输入 y 再按回车;不要,直接按回车。")
	if answer, _ := bufio.NewReader(d.in).ReadString('\n'); !strings.EqualFold(strings.TrimSpace(answer), "y") {
		return nil
	}
	j.Plan = ""
	return d.importPlan(ctx, office.ImportOptions{Job: j, Document: path, Output: office.CataloguePath})
}

// offer says of the only file that was named what it is and what can be done with it,
// where it is no return but known, and reports whether that is all there is to say.
func (d *desk) offer(paths []string, b *intake.Batch) bool {
	if len(paths) != 1 || len(b.Files)+len(b.Skipped) != 1 {
		return false
	}
	path := quotedPath(paths[0])
	if len(b.Files) == 1 {
		ending := strings.ToLower(filepath.Ext(paths[0]))
		if f := b.Files[0]; f.Outcome == intake.Foreign || f.Outcome == intake.Unreadable && slices.Contains(documents, ending) {
			d.say("如果它是规划文件或任务分工表,要变成任务清单,请运行:tianbao plan import %s", path)
		}
		return false
	}
	switch why := b.Skipped[0]; {
	case strings.Contains(why, "是任务清单"):
		d.say("检查这份任务清单,请运行:tianbao plan check %s", path)
	case strings.Contains(why, "是年度汇总"):
		d.say("查汇总里一个数的来源,请运行(后面再写编号):tianbao trace %s", path)
	default:
		return false
	}
	return true
}

// quotedPath is a path as a command line takes it.
func quotedPath(path string) string {
	if path = office.Slashed(path); strings.ContainsAny(path, " ()&;'“”") {
		return `"` + path + `"`
	}
	return path
}
