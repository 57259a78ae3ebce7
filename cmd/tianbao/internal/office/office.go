package office

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/workbook/ooxml"
)

// The names of an ordinary folder.
const (
	CataloguePath = "任务清单.xlsx"
	IssueDir      = "下发"
	ReturnDir     = "报送"
	SendBackDir   = "退回"
	IndexName     = "下发清单.xlsx"
	NoticeName    = "报送通知.docx"
)

// RegisterName is the file of the register of a year.
func RegisterName(year int) string { return fmt.Sprintf("%d年度报送登记.xlsx", year) }

// SummaryName is the file of the summary of a year.
func SummaryName(year int) string { return fmt.Sprintf("%d年度汇总.xlsx", year) }

// ReportName is the file of a year's report to a reader: Congress, or "" for the
// government.
func ReportName(year int, reader string) string {
	if reader != "" {
		reader = "(" + reader + ")"
	}
	return fmt.Sprintf("%d年度监测报告%s.docx", year, reader)
}

// Job is what all pieces of work are given. Paths are as the caller reads them; only
// names that are left out are looked for in Dir.
type Job struct {
	Dir     string // the folder worked in, "" for the current one
	Program string // the folder of the program, "" where none is looked in
	Plan    string // catalogue or document, "" to find one
	Year    int    // the year reported on, 0 to find it
	Force   bool   // outputs replace different files of the same name
	Anyway  bool   // go on though one cause refuses many returns
	Limits  ooxml.Limits
	Now     time.Time
	Memory  *Memory // of a desk; nil where nothing is read twice

	// Notice hears what is said on the way, Progress how far a stage has come; both
	// come from one goroutine at a time, and either may be nil.
	Notice   func(Notice)
	Progress func(s Stage, done, all int)
}

// Stage is a part of the work that may take a while.
type Stage string

// The stages.
const (
	Checking   Stage = "审核"
	Issuing    Stage = "生成填报表"
	Consulting Stage = "生成征求意见稿"
	Inventing  Stage = "编造往年数据"
)

// step returns the progress of one stage.
func (j *Job) step(s Stage) func(done, all int) {
	return func(done, all int) {
		if j.Progress != nil {
			j.Progress(s, done, all)
		}
	}
}

// quietly is the same job, which nobody hears of.
func (j Job) quietly() Job {
	j.Notice, j.Progress = nil, nil
	return j
}

// in is a name in the folder worked in.
func (j *Job) in(name string) string { return filepath.Join(j.Dir, name) }

// Notice is one thing said on the way: a default that was used, files passed over, or
// findings about a workbook of ours that was read.
type Notice struct {
	Text     string       // a sentence; "" where Skipped or Findings are set
	Skipped  []string     // files passed over, each with the reason
	File     string       // what the findings are about
	Findings finding.List // of the severity that matters
}

func (j *Job) say(format string, args ...any) {
	if j.Notice != nil {
		j.Notice(Notice{Text: fmt.Sprintf(format, args...)})
	}
}

// remark tells findings about what was read on the way, if there are any.
func (j *Job) remark(file string, list finding.List, least finding.Severity) {
	kept := slices.DeleteFunc(slices.Clone(list), func(f finding.Finding) bool { return f.Severity < least })
	if len(kept) > 0 && j.Notice != nil {
		j.Notice(Notice{File: file, Findings: kept})
	}
}

// askedYear is the year asked for, held against the plan's period; 0 where none is.
func (j *Job) askedYear(p *plan.Plan) (int, error) {
	if j.Year != 0 && !p.Period.Holds(j.Year) {
		return 0, Usage(fmt.Sprintf("用 --year 写明年份,例如 --year %d。", p.Period.Last), "%d 年不在规划期 %d—%d 年内。", j.Year, p.Period.First, p.Period.Last)
	}
	return j.Year, nil
}

// nextYear is the year to report on where no return says so: the one after the newest
// summary of the folder, else the past calendar year, brought into the plan's period.
// why says which.
func (j *Job) nextYear(p *plan.Plan) (year int, why string) {
	year, why = j.Now.Year()-1, "上一个自然年"
	if newest := j.newestSummary(); newest != 0 {
		year, why = newest+1, SummaryName(newest)+"的下一年"
	}
	if within := min(max(year, p.Period.First), p.Period.Last); within != year {
		year, why = within, fmt.Sprintf("规划期为 %d—%d 年", p.Period.First, p.Period.Last)
	}
	return year, why
}

// newestSummary is the year of the newest summary of the folder, by its name; 0 where
// there is none.
func (j *Job) newestSummary() int {
	entries, err := os.ReadDir(filepath.Join(".", j.Dir))
	if err != nil {
		return 0 // what cannot be listed cannot be read either; whoever reads it says so
	}
	newest := 0
	for _, e := range entries {
		digits, _, _ := strings.Cut(e.Name(), "年")
		if year, err := strconv.Atoi(digits); err == nil && e.Name() == SummaryName(year) && !e.IsDir() {
			newest = max(newest, year)
		}
	}
	return newest
}

// sayYear tells which year was found.
func (j *Job) sayYear(year int, why string) {
	if j.Year == 0 {
		j.say("填报年份:%d 年(%s;别的年份用 --year 写明)", year, why)
	}
}
