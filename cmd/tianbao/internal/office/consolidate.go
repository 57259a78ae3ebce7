package office

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"tianbao/consolidate"
	"tianbao/consolidate/report"
	"tianbao/consolidate/store"
	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/templates/layout"
	"tianbao/templates/xl"
	"tianbao/workbook/intake"
	"tianbao/workbook/ooxml"
)

// ConsolidateOptions say what a summary is made of, and where it goes.
type ConsolidateOptions struct {
	Job
	Paths    []string // none for 报送
	Previous string   // last year's summary, "" for the one of the folder
	Rulings  string   // the summary that holds 核定值, "" for none
	Strict   bool     // no summary while anything is wrong or missing
	Output   string   // .xlsx, .csv or .docx, "" for the year's summary
	For      string   // of a .docx: Congress for the people's congress, "" for the government
	Form     string   // of a .docx: the office's own document to fill, "" for none

	once bool // the returns are not wanted after the summary is made
}

// Congress is the reader of a report without the names of units that are behind.
const Congress = "人大"

// Consolidated is a summary that was made.
type Consolidated struct {
	Summary  *consolidate.Summary // nil where Strict kept it from being made
	Batch    *intake.Batch        // without its rows
	Findings finding.List         // about values between units and between years
	Output   string
	Material string   // of a .docx: the file of what units wrote, beside it
	Unknown  []string // {{…}} places of the form that have no such name
}

// Consolidate merges the returns of a year into its summary.
func Consolidate(ctx context.Context, o ConsolidateOptions) (*Consolidated, error) {
	if o.Output != "" || o.For != "" || o.Form != "" {
		if err := o.outputFits(); err != nil {
			return nil, err
		}
	}
	if err := o.ownFolder(o.Paths); err != nil {
		return nil, err
	}
	o.once = true
	in, err := MergeInput(ctx, o)
	if err != nil {
		return nil, err
	}
	if err := o.brake(in.Batch); err != nil {
		return nil, err
	}
	if o.Year == 0 && !o.Anyway && !anyCounts(in.Batch) {
		return nil, fmt.Errorf("没有一份表的数能计入,没有写汇总。表放在别处的,把文件夹写在命令后面;先用 tianbao check 看一看;确实要一份没有数的汇总,用 --year 写明年份")
	}
	o.Output = cmp.Or(o.Output, o.in(SummaryName(in.Year)))
	if o.Strict && !complete(in.Batch) {
		return &Consolidated{Batch: in.Batch, Output: o.Output}, nil
	}
	done, err := o.merge(ctx, in)
	if err != nil {
		return nil, err
	}
	return done, o.write(ctx, in, done)
}

// anyCounts reports whether any return is taken in, one whose unit reports apart included.
func anyCounts(b *intake.Batch) bool {
	return slices.ContainsFunc(b.Files, func(f *intake.File) bool { return f.Outcome == intake.Accepted || f.Outcome == intake.Faulty })
}

func (o *ConsolidateOptions) outputFits() error {
	if err := endsIn(o.Output, ".xlsx", ".csv", ".docx"); err != nil {
		return err
	}
	if o.For != "" && o.For != Congress {
		return Usage("例如 --for "+Congress+"。", "--for 只能写 %s,现在写的是“%s”。", Congress, o.For)
	}
	if !isDocument(o.Output) && (o.For != "" || o.Form != "") {
		return Usage("例如 -o 2024年度监测报告.docx。", "--for 和 --form 用于 .docx 报告,-o 的文件名要以 .docx 结尾。")
	}
	return nil
}

func isDocument(path string) bool { return strings.EqualFold(filepath.Ext(path), ".docx") }

// MergeInput is what a summary would be made of, read but not merged.
func MergeInput(ctx context.Context, o ConsolidateOptions) (in consolidate.Input, err error) {
	from := intakes{paths: o.Paths, once: o.once}
	if in.Plan, err = o.begin(&from); err != nil {
		return in, err
	}
	if o.Rulings != "" {
		if in.Rulings, err = o.openRulings(in.Plan, o.Rulings); err != nil {
			return in, err
		}
	}
	known := o.histories(in.Plan, o.Previous)
	from.past = func(year int) layout.Past { return pastOf(known.before(year).History) } // one that cannot be read is none here
	if in.Batch, err = o.load(ctx, in.Plan, from); err != nil {
		return in, err
	}
	in.Year = in.Batch.Year
	if in.History, err = known.tell(in.Year); err != nil {
		return in, err
	}
	kept, err := o.openRegister(o.in(RegisterName(in.Year)), in.Plan, in.Year)
	if err != nil {
		return in, err
	}
	in.Register = kept.Entries
	in.Asked = kept.Asked
	return in, nil
}

// openRulings reads the rulings of a summary; what is found in doing so comes with the
// findings of the merge.
func (j *Job) openRulings(p *plan.Plan, path string) (*store.Rulings, error) {
	data, err := readRoomy(path, j.Limits)
	if err != nil {
		return nil, err
	}
	return remembered(j.Memory, "rulings", p, data, func() (*store.Rulings, error) {
		book, err := tabsOf(path, data, j.Limits, store.Reads)
		if err != nil {
			return nil, err
		}
		rulings, findings := store.ReadRulings(book, p)
		if rulings == nil {
			return nil, refusal(path, findings)
		}
		return rulings, nil
	})
}

// merge makes the summary.
func (o *ConsolidateOptions) merge(ctx context.Context, in consolidate.Input) (*Consolidated, error) {
	sum, found, err := merged(ctx, in)
	if err != nil {
		return nil, err
	}
	settled()
	return &Consolidated{Batch: in.Batch, Summary: sum, Findings: found}, nil
}

// merged is what returns come to, unless ctx ends before.
func merged(ctx context.Context, in consolidate.Input) (*consolidate.Summary, finding.List, error) {
	var sum *consolidate.Summary
	var found finding.List
	err := unlessEnded(ctx, func() (err error) {
		sum, found, err = consolidate.Merge(in)
		return err
	})
	if err != nil {
		return nil, nil, err
	}
	return sum, found, nil
}

// write puts a summary where it goes.
func (o *ConsolidateOptions) write(ctx context.Context, in consolidate.Input, done *Consolidated) error {
	done.Output = o.Output
	if in.Rulings == nil && !strings.EqualFold(filepath.Ext(o.Output), ".xlsx") {
		o.sayUnread(done.Summary)
	}
	o.remark(filepath.Base(o.Output), done.Findings, finding.Warning)
	if isDocument(o.Output) {
		return o.writeReport(ctx, in, done)
	}
	return o.writeSummary(ctx, in, done.Summary)
}

// writeSummary writes the workbook or the table. A summary that was changed since
// it was written, or holds rulings that were not read, is not replaced.
func (o *ConsolidateOptions) writeSummary(ctx context.Context, in consolidate.Input, sum *consolidate.Summary) error {
	box := newOutbox(o.Force, returned(in.Batch)...)
	if strings.EqualFold(filepath.Ext(o.Output), ".csv") {
		return o.writeTable(ctx, box, sum)
	}
	draw := func(w io.Writer) error { return report.Write(w, sum) }
	if in.Rulings != nil && filepath.Clean(o.Rulings) == filepath.Clean(o.Output) {
		return streamOne(ctx, box, o.Output, draw, func(old []byte) bool { return xl.Sealed(old) || isSummary(old, o.Limits) })
	}
	unread := 0
	err := streamOne(ctx, box, o.Output, draw, func(old []byte) bool {
		unread = unreadRulings(old, sum, o.Limits)
		return unread == 0 && xl.Sealed(old)
	})
	if err != nil && unread > 0 {
		return fmt.Errorf("“%s”里有 %d 处核定值这次没有采用,没有覆盖。要采用,请加 --rulings %s;确定不要,请加 --force",
			filepath.ToSlash(o.Output), unread, filepath.ToSlash(o.Output))
	}
	return err
}

// writeTable writes the tidy table, and beside it what describes it to other programs,
// unless somebody else's description lies there.
func (o *ConsolidateOptions) writeTable(ctx context.Context, box *outbox, sum *consolidate.Summary) error {
	defer box.discard()
	about, err := report.DataPackage(sum, filepath.Base(o.Output))
	if err != nil {
		return err
	}
	if err := box.stream(ctx, o.Output, func(w io.Writer) error { return report.CSV(w, sum) }, nil); err != nil {
		return err
	}
	path := filepath.Join(filepath.Dir(o.Output), report.DataPackageName)
	if old, err := read(path, mostStanding); err == nil && !report.DescribesOurs(old) {
		o.say("“%s”不是本程序写的,没有改动。", Slashed(path))
		return box.commit(ctx)
	}
	if err := box.stage(ctx, path, about, report.DescribesOurs); err != nil {
		return err
	}
	return box.commit(ctx)
}

// sayUnread tells that the year's summary holds rulings which this run did not take: a
// report or a table that lacks them is not what the office has decided.
func (o *ConsolidateOptions) sayUnread(sum *consolidate.Summary) {
	name := SummaryName(sum.Frame.Year)
	old, err := readRoomy(o.in(name), o.Limits)
	if err != nil {
		return // none is there
	}
	if n := unreadRulings(old, sum, o.Limits); n > 0 {
		o.say("“%s”里有 %d 处核定值,这次没有采用。要采用,请加 --rulings %s。", name, n, name)
	}
}

// unreadRulings counts the rulings of an existing summary that the new one lacks.
func unreadRulings(old []byte, sum *consolidate.Summary, limits ooxml.Limits) int {
	book, _ := ooxml.Read(old, roomy(limits))
	if book == nil {
		return 0
	}
	rulings, _ := store.ReadRulings(book, sum.Plan)
	return len(sum.Unread(rulings))
}

// isSummary reports whether an existing output is a workbook of ours.
func isSummary(old []byte, limits ooxml.Limits) bool {
	book, _ := ooxml.Read(old, roomy(limits))
	return book != nil && book.Sheet(layout.StampSheet) != nil
}

// complete reports whether every unit's return counts whole.
func complete(b *intake.Batch) bool {
	return !slices.ContainsFunc(b.Units, func(u intake.UnitResult) bool {
		return u.Status != intake.StatusAccepted && u.Status != intake.StatusSeparate
	})
}
