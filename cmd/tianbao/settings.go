package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"tianbao/seeds"
	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/reading"
	"tianbao/workbook/catalogue"
	"tianbao/workbook/ooxml"
)

// The names of an ordinary folder.
const (
	cataloguePath = "任务清单.xlsx"
	issueDir      = "下发"
	returnDir     = "报送"
	sendBackDir   = "退回"
)

// settings are what all commands share.
type settings struct {
	plan   string // "" for the default
	year   int    // 0 for the default
	force  bool
	limits ooxml.Limits
}

func commonFlags(more ...cli.Flag) []cli.Flag {
	more = append(more,
		&cli.StringFlag{Name: "plan", Usage: "文件|规划:任务清单工作簿或规划文件;不写时用当前文件夹的 " + cataloguePath + ",没有就用内置规划"},
		&cli.IntFlag{Name: "year", Usage: "年份|填报哪一年的情况;不写时是上一个自然年"},
		&cli.BoolFlag{Name: "force", Usage: "覆盖内容不同的同名文件"},
		&cli.BoolFlag{Name: "quiet", Usage: "只输出结果,不说过程"},
		&cli.BoolFlag{Name: "verbose", Usage: "多说一些过程"},
	)
	return append(more, limitFlags()...)
}

// readSettings takes the shared flags and sets how much the desk says.
func readSettings(c *cli.Context, d *desk) settings {
	d.quiet, d.verbose = c.Bool("quiet"), c.Bool("verbose")
	return settings{plan: c.String("plan"), year: c.Int("year"), force: c.Bool("force"), limits: readLimits(c)}
}

// openPlan reads the plan named, the catalogue of this folder, or the built-in plan.
func (d *desk) openPlan(s settings) (*plan.Plan, error) {
	path := s.plan
	if path == "" {
		if _, err := os.Stat(cataloguePath); err != nil {
			d.say("规划:内置规划(当前文件夹没有 %s)", cataloguePath)
			p, _ := seeds.Plan()
			return p, nil
		}
		path = cataloguePath
		d.say("规划:%s", path)
	}
	p, findings, err := d.readPlan(path, s.limits)
	if err != nil {
		return nil, err
	}
	if n := findings.Count(finding.Error); n > 0 {
		d.say("规划里有 %d 处错误,先用 tianbao plan check %s 看一看。", n, path)
	}
	return p, nil
}

// readPlan reads a catalogue workbook or a document. A file that holds no plan is
// an error in the words of its first finding.
func (d *desk) readPlan(path string, limits ooxml.Limits) (*plan.Plan, finding.List, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, nil, err
	}
	p, findings := parsePlan(filepath.Base(path), data, limits)
	if p == nil {
		return nil, findings, noPlan(path, findings)
	}
	return p, findings, nil
}

func parsePlan(name string, data []byte, limits ooxml.Limits) (*plan.Plan, finding.List) {
	if strings.EqualFold(filepath.Ext(name), ".xlsx") {
		book, findings := ooxml.Read(data, roomy(limits))
		if book == nil {
			return nil, findings
		}
		p, more := catalogue.Read(book)
		return p, append(findings, more...)
	}
	doc, findings := reading.ReadDocument(name, data)
	if doc == nil {
		return nil, findings
	}
	p, more := seeds.Parse(doc)
	return p, append(findings, more...)
}

// reportYear is the year asked for, else the past calendar year; it lies within
// the plan's period.
func (d *desk) reportYear(s settings, p *plan.Plan) (int, error) {
	year := s.year
	if year == 0 {
		year = d.now.Year() - 1
		d.say("填报年份:%d 年(上一个自然年;别的年份用 --year 写明)", year)
	}
	if !p.Period.Holds(year) {
		return 0, usage(fmt.Sprintf("用 --year 写明年份,例如 --year %d。", p.Period.Last), "%d 年不在规划期 %d—%d 年内。", year, p.Period.First, p.Period.Last)
	}
	return year, nil
}

// chooseUnits returns the reporting units named, all where none is.
func chooseUnits(p *plan.Plan, names []string) ([]*plan.Unit, error) {
	if len(names) == 0 {
		return p.Reporters(), nil
	}
	var known []string
	for _, u := range p.Units {
		known = append(known, u.Name)
	}
	var units []*plan.Unit
	for _, name := range names {
		u := p.Unit(name)
		if u == nil {
			hint := suggest(name, known, "")
			if hint == "" {
				hint = "有哪些单位,看 tianbao plan show。"
			}
			return nil, usage(hint, "规划里没有“%s”这个单位。", name)
		}
		if u.Successor != "" {
			return nil, usage("请改用 --unit "+u.Successor+"。", "“%s”的任务已由“%s”承接。", name, u.Successor)
		}
		units = append(units, u)
	}
	return units, nil
}
