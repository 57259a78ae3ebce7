package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/templates/layout"
	"tianbao/workbook/intake"
	"tianbao/workbook/ooxml"
)

// take reads and checks the returns under the paths, those of 报送 where none is
// named. year 0 takes the year each workbook states; past may be nil.
func (d *desk) take(ctx context.Context, s settings, p *plan.Plan, year int, past layout.Past, paths []string, drop bool) (*intake.Batch, error) {
	if len(paths) == 0 {
		if !exists(returnDir) {
			return nil, noReturns()
		}
		d.say("报送的表:%s", returnDir)
		paths = []string{returnDir}
	}
	hash, err := p.Hash()
	if err != nil {
		return nil, err
	}
	bar := d.progress("审核")
	defer bar.done()
	step := bar.step
	if drop {
		step = roaming(step)
	}
	batch, err := intake.Load(ctx, paths, intake.Options{
		Plan: p, PlanHash: hash, Year: year, Past: past, Limits: s.limits, Drop: drop, Progress: step,
	})
	if err != nil {
		return nil, err
	}
	d.skipped(batch.Skipped)
	return batch, nil
}

// skipped says which files were passed over, each with its reason where they are
// few.
func (d *desk) skipped(files []string) {
	const few = 3
	if len(files) > few && !d.verbose {
		d.say("跳过 %d 个不是填报表的文件(加 --verbose 看是哪些)。", len(files))
		return
	}
	for _, f := range files {
		d.say("跳过 %s", finding.OneLine(f))
	}
}

// noReturns says that the folder of returns is missing, and where it may be.
func noReturns() error {
	if exists(filepath.Join("..", returnDir)) {
		return fmt.Errorf("当前文件夹里没有“%s”文件夹,上一级文件夹里有。请到上一级文件夹(命令 cd ..)再运行一次", returnDir)
	}
	return fmt.Errorf("当前文件夹里没有“%s”文件夹。请新建一个,把各单位交回来的表放进去,再运行一次;表放在别处的,把文件夹或文件的名称写在命令后面", returnDir)
}

// openBook reads a workbook of ours that a command was given.
func (d *desk) openBook(path string, limits ooxml.Limits) (*ooxml.Book, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	book, findings := ooxml.Read(data, roomy(limits))
	if book == nil {
		return nil, refusal(path, findings)
	}
	return book, nil
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
	for _, f := range findings {
		if f.Severity == finding.Error {
			return fmt.Errorf("“%s”:%s。%s", filepath.ToSlash(path), f.Message, f.Hint)
		}
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
