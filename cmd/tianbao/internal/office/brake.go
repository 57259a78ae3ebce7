package office

import (
	"fmt"

	"tianbao/seeds/finding"
	"tianbao/workbook/intake"
)

// Stopped is a job that ended before it wrote anything or worded any message: one cause
// refuses so many returns that the fault is hardly theirs.
type Stopped struct {
	Cause   finding.Finding // of the first return that it refuses
	Refused int             // by that cause
	Of      int             // returns, empty ones apart
	Years   intake.MixedYears
}

func (s *Stopped) Error() string {
	return fmt.Sprintf("%d 份表中有 %d 份因同一个原因不能收下:%s。多半不是各单位填错了,先停下,没有写文件,也没有列催报文字。", s.Of, s.Refused, s.Cause.Message)
}

// The brake acts where one cause refuses as many returns as this, and as large a share.
const (
	brakeReturns = 5
	brakeShare   = 5 // one in so many
)

// brake stops a job that would tell many units that their return was refused for one
// and the same cause.
func (j *Job) brake(b *intake.Batch) error {
	if s := OneCause(b); s != nil && !j.Anyway {
		return s
	}
	return nil
}

// OneCause is the cause that refuses so many returns of a batch that the fault is hardly
// theirs; nil where there is none.
func OneCause(b *intake.Batch) *Stopped {
	causes, counts, years, all, blank := map[finding.Code]finding.Finding{}, map[finding.Code]int{}, map[int]int{}, 0, 0
	var worst finding.Code
	for _, f := range b.Files {
		switch {
		case f.Findings.Has(finding.EmptyReturn):
			blank++
			continue
		case f.Outcome == intake.Foreign, f.Outcome == intake.Unreadable:
			continue
		case f.Outcome == intake.Refused:
			cause, _ := f.Findings.First(finding.Error)
			if counts[cause.Code]++; counts[cause.Code] == 1 {
				causes[cause.Code] = cause
			}
			if counts[cause.Code] > counts[worst] {
				worst = cause.Code
			}
			years[f.Identity.Year]++
		}
		all++
	}
	if all == 0 && blank >= brakeReturns { // a folder of templates
		return &Stopped{Cause: finding.New(finding.EmptyReturn), Refused: blank, Of: blank}
	}
	if n := counts[worst]; n >= brakeReturns && n*brakeShare >= all {
		return &Stopped{Cause: causes[worst], Refused: n, Of: all, Years: intake.ByYear(years)}
	}
	return nil
}
