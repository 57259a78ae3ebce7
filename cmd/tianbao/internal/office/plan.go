package office

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"tianbao/seeds"
	"tianbao/seeds/document"
	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/reading"
	"tianbao/seeds/text"
	"tianbao/workbook/catalogue"
	"tianbao/workbook/ooxml"
)

// OpenPlan reads the plan named, else the one found.
func OpenPlan(j Job) (*plan.Plan, error) { return j.findPlan() }

// openPlan is the plan named, else the one found for returns at the paths, as it is
// reported on now.
func (j *Job) openPlan(paths ...string) (*plan.Plan, error) {
	p, err := j.findPlan(paths...)
	if err != nil {
		return nil, err
	}
	return remembered(j.Memory, "current", p, nil, func() (*plan.Plan, error) { return p.Current(), nil })
}

// findPlan reads the plan as it is.
func (j *Job) findPlan(paths ...string) (*plan.Plan, error) {
	path := j.Plan
	if path == "" {
		if path = j.findCatalogue(paths); path == "" {
			p, _ := remembered(j.Memory, "built-in", nil, nil, func() (*plan.Plan, error) {
				p, _ := seeds.Plan()
				return p, nil
			})
			j.say("规划:内置规划“%s”(没有找到 %s)", p.Title, CataloguePath)
			return p, nil
		}
		j.say("规划:%s", Slashed(path))
	}
	p, findings, err := j.Memory.readPlan(path, j.Limits)
	if err != nil {
		return nil, err
	}
	if n := findings.Count(finding.Error); n > 0 {
		j.say("规划里有 %d 处错误,先用 tianbao plan check %s 看一看。", n, Slashed(path))
	}
	return p, nil
}

// findCatalogue looks for the catalogue in the folder worked in, then in that of the
// returns and the three above it, then in the program's; "" where there is none.
func (j *Job) findCatalogue(returns []string) string {
	const above = 3
	places := []string{j.in(CataloguePath)}
	for _, dir := range returns {
		if !isFolder(dir) {
			dir = filepath.Dir(dir)
		}
		for range above + 1 {
			places = append(places, filepath.Join(dir, CataloguePath))
			dir = filepath.Join(dir, "..")
		}
	}
	if j.Program != "" {
		places = append(places, filepath.Join(j.Program, CataloguePath))
	}
	for _, path := range places {
		if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
			return path
		}
	}
	return ""
}

// readPlan is readPlan, but a file that has not changed is not read again.
func (m *Memory) readPlan(path string, limits ooxml.Limits) (*plan.Plan, finding.List, error) {
	if m == nil {
		return readPlan(path, limits)
	}
	type made struct {
		*plan.Plan
		finding.List
	}
	data, err := read(path, roomy(limits).File)
	if err != nil {
		return nil, nil, err
	}
	one, err := remembered(m, "plan "+path, nil, data, func() (made, error) {
		p, findings, err := readPlan(path, limits)
		return made{p, findings}, err
	})
	return one.Plan, one.List, err
}

// readPlan reads a catalogue workbook or a document. A file that holds no plan is
// an error in the words of its first finding.
func readPlan(path string, limits ooxml.Limits) (*plan.Plan, finding.List, error) {
	most := limits.File
	if isWorkbook(path) {
		most = roomy(limits).File
	}
	data, err := read(path, most)
	if err != nil {
		return nil, nil, err
	}
	p, findings := parsePlan(filepath.Base(path), data, limits)
	if p == nil {
		return nil, findings, noPlan(path, findings)
	}
	return p, findings, nil
}

func isWorkbook(name string) bool { return strings.EqualFold(filepath.Ext(name), ".xlsx") }

func parsePlan(name string, data []byte, limits ooxml.Limits) (*plan.Plan, finding.List) {
	if isWorkbook(name) {
		book, findings := ooxml.Read(data, roomy(limits))
		if book == nil {
			return nil, findings
		}
		if catalogue.Is(book) {
			p, more := catalogue.Read(book)
			return p, append(findings, more...)
		}
		return parseTable(name, book, findings)
	}
	doc, findings := document.Read(name, data)
	if doc == nil {
		return nil, findings
	}
	p, more := seeds.Parse(doc)
	return p, append(findings, more...)
}

// parseTable reads an office's own table of tasks in a workbook, with the units that it
// lists itself.
func parseTable(name string, book *ooxml.Book, findings finding.List) (*plan.Plan, finding.List) {
	doc, reg, more := catalogue.Document(name, book)
	findings = append(findings, more...)
	if doc == nil {
		return nil, findings
	}
	var p *plan.Plan
	if reg != nil {
		p, more = reading.Parse(doc, reg)
	} else {
		p, more = seeds.Parse(doc)
	}
	return p, append(findings, more...)
}

// noPlan says why a file holds no plan.
func noPlan(path string, findings finding.List) error {
	if f, ok := findings.First(finding.Error); ok {
		return fmt.Errorf("“%s”读不出规划:%s。%s", path, f.Message, f.Hint)
	}
	return fmt.Errorf("“%s”里没有读出规划。请给出任务清单或任务分工表工作簿,或 .txt、.html、.docx 的规划文件", path)
}

// chooseUnits returns the reporting units named, all where none is.
func chooseUnits(p *plan.Plan, names []string) ([]*plan.Unit, error) {
	if len(names) == 0 {
		return p.Reporters(), nil
	}
	known := text.Each(p.Units, func(u plan.Unit) string { return u.Name })
	var units []*plan.Unit
	for _, name := range names {
		u := p.Unit(name)
		if u == nil {
			hint := cmp.Or(Suggest(name, known, ""), "有哪些单位,看 tianbao plan show。")
			return nil, Usage(hint, "规划里没有“%s”这个单位。", name)
		}
		if u.Successor != "" {
			return nil, Usage("请改用 --unit "+u.Successor+"。", "“%s”的任务已由“%s”承接。", name, u.Successor)
		}
		units = append(units, u)
	}
	return units, nil
}
