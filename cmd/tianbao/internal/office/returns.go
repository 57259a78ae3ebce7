package office

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/text"
	"tianbao/templates/layout"
	"tianbao/templates/xl"
	"tianbao/workbook"
	"tianbao/workbook/intake"
	"tianbao/workbook/ooxml"
)

// intakes say how returns are taken in.
type intakes struct {
	paths []string // none for 报送
	drop  bool     // only the page of results wants the rows, of not too many files
	plain bool     // no page of results will be made of them
	once  bool     // their rows are wanted once, for one summary
	past  func(year int) layout.Past
}

// take finds the plan, reads and checks the returns under the paths, and settles the
// year.
func (j *Job) take(ctx context.Context, in intakes) (p *plan.Plan, b *intake.Batch, err error) {
	if p, err = j.begin(&in); err != nil {
		return nil, nil, err
	}
	b, err = j.load(ctx, p, in)
	return p, b, err
}

// begin finds the plan and the folder of the returns.
func (j *Job) begin(in *intakes) (*plan.Plan, error) {
	usual := len(in.paths) == 0
	if usual {
		in.paths = []string{j.in(ReturnDir)}
	}
	p, err := j.openPlan(in.paths...)
	if err != nil {
		return nil, err
	}
	if _, err := j.askedYear(p); err != nil {
		return nil, err
	}
	if usual && !exists(in.paths[0]) {
		return nil, j.noReturns()
	}
	if usual {
		j.say("报送的表:%s", Slashed(in.paths[0]))
	}
	return p, nil
}

// load reads and checks returns of a plan.
func (j *Job) load(ctx context.Context, p *plan.Plan, in intakes) (*intake.Batch, error) {
	hash, err := remembered(j.Memory, "hash", p, nil, p.Hash)
	if err != nil {
		return nil, err
	}
	step := j.step(Checking)
	most := 0
	switch {
	case in.drop:
		most = mostKept
		if j.Memory == nil {
			step = roaming(memoryShare, memoryPerFile, step)
		} else {
			staying()
		}
	default:
		step = roaming(memoryMaking, memoryPerKept, step)
	}
	around := MostExcerpts
	if in.plain {
		around = 0
	}
	next, why := j.nextYear(p)
	batch, err := intake.Load(ctx, in.paths, intake.Options{
		Plan: p, PlanHash: hash, Assumed: j.Plan == "", Year: j.Year, Otherwise: next, Past: in.past,
		Limits: j.Limits, Most: most, Around: around, Once: in.once, Progress: step, Known: j.Memory.known(),
	})
	if err != nil {
		return nil, err
	}
	for _, f := range batch.Files {
		if f.Identity.Year == batch.Year {
			why = "交回来的表上写明"
		}
	}
	j.sayYear(batch.Year, why)
	if len(batch.Skipped) > 0 && j.Notice != nil {
		j.Notice(Notice{Skipped: batch.Skipped})
	}
	return batch, nil
}

// noReturns says that the folder of returns is missing, and where it may be.
func (j *Job) noReturns() error {
	if exists(filepath.Join(j.Dir, "..", ReturnDir)) {
		return fmt.Errorf("当前文件夹里没有“%s”文件夹,上一级文件夹里有。请到上一级文件夹(命令 cd ..)再运行一次", ReturnDir)
	}
	return fmt.Errorf("当前文件夹里没有“%s”文件夹。请新建一个,把各单位交回来的表放进去,再运行一次;表放在别处的,把文件夹或文件的名称写在命令后面", ReturnDir)
}

// ownFolder refuses a folder that the program itself writes as one of returns: what lies
// there was sent out.
func (j *Job) ownFolder(paths []string) error {
	for _, path := range paths {
		for _, dir := range []string{IssueDir, SendBackDir, ConsultDir} {
			if filepath.Clean(path) == j.in(dir) {
				return Usage("交回来的表放在“"+ReturnDir+"”文件夹里,命令后面不用写文件夹。", "“%s”是本程序写出、发给单位的文件夹,不是交回来的表。", Slashed(path))
			}
		}
	}
	return nil
}

// Standing reports whether files came in that are faulty, refused or unreadable.
func Standing(b *intake.Batch) bool {
	return slices.ContainsFunc(b.Files, func(f *intake.File) bool {
		return f.Outcome == intake.Faulty || f.Outcome == intake.Refused || f.Outcome == intake.Unreadable
	})
}

// returned are the paths of a batch's files.
func returned(b *intake.Batch) []string {
	return text.Each(b.Files, func(f *intake.File) string { return f.Path })
}

// filledIn tells a workbook that somebody filled in from one that the program may
// write anew: a template, a copy to send back that nobody has touched since.
func filledIn(forms *layout.Forms, limits ooxml.Limits) func(old []byte) bool {
	return func(old []byte) bool {
		book, _ := ooxml.Read(old, limits)
		if book == nil {
			return false
		}
		id, _ := workbook.Identify(book, forms.Plan, 0, "")
		switch {
		case xl.Sealed(old) && (book.Sheet(layout.FaultList) != nil || id.Standing != workbook.Ours):
			return false
		case id.Standing != workbook.Ours:
			return id.Standing == workbook.Refused
		}
		form := layout.NewForms(forms.Plan, id.Identity.Year, nil).Of(id.Unit)
		ret, _ := workbook.Decode(book, id, form)
		return ret.Filled()
	}
}

// openBook reads a workbook of ours that a job was given.
func openBook(path string, limits ooxml.Limits) (*ooxml.Book, error) {
	data, err := readRoomy(path, limits)
	if err != nil {
		return nil, err
	}
	return bookOf(path, data, limits)
}

func readRoomy(path string, limits ooxml.Limits) ([]byte, error) {
	return read(path, roomy(limits).File)
}

// bookOf is the workbook that a file holds.
func bookOf(path string, data []byte, limits ooxml.Limits) (*ooxml.Book, error) {
	return tabsOf(path, data, limits, nil)
}

// tabsOf is the workbook that a file of ours holds: the sheets of which something is
// read, of one that nobody has changed since it was written; else all.
func tabsOf(path string, data []byte, limits ooxml.Limits, read func(tab string) bool) (*ooxml.Book, error) {
	if !xl.Sealed(data) {
		read = nil
	}
	book, findings := ooxml.ReadTabs(data, roomy(limits), read)
	if book == nil {
		return nil, refusal(path, findings)
	}
	return book, nil
}

// read reads a file that a job was given. What a limit refuses is named.
func read(path string, most int64) ([]byte, error) {
	data, err := intake.ReadFile(path, most, nil)
	var large *intake.TooLarge
	if errors.As(err, &large) {
		return nil, fmt.Errorf("“%s”太大:%w", Slashed(path), err)
	}
	return data, err
}

// roomy are the limits for a summary, which holds the rows of all returns and is
// named by the clerk: those of many returns together.
func roomy(l ooxml.Limits) ooxml.Limits {
	const returns = 16
	l.File *= returns
	l.Unpacked *= returns
	l.Part *= returns
	l.Cells *= returns
	l.AllText *= returns
	l.Merges *= returns
	l.Lists *= returns
	return l
}

// refusal says why a workbook was not taken.
func refusal(path string, findings finding.List) error {
	if f, ok := findings.First(finding.Error); ok {
		return fmt.Errorf("“%s”:%s。%s", filepath.ToSlash(path), f.Message, f.Hint)
	}
	return fmt.Errorf("“%s”读不了", filepath.ToSlash(path))
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}
