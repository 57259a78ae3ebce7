package office

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"time"

	"tianbao/consolidate"
	"tianbao/consolidate/store"
	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/workbook"
	"tianbao/workbook/intake"
	"tianbao/workbook/intake/register"
	"tianbao/workbook/ooxml"
)

// ResultsPath is the page of results of a folder.
const ResultsPath = "审核结果.html"

// Seen is what a run has seen, with what belongs beside it on a page of results.
type Seen struct {
	Plan    *plan.Plan
	Day     time.Time
	Batch   *intake.Batch
	Lines   []register.Line      // of the units, in the register's order
	Call    register.Call        // what messages depend on beside the unit
	Summary *consolidate.Summary // nil where none could be made
	Limits  ooxml.Limits
}

// mostKept is the most files whose rows are kept for the page alone.
const mostKept = 200

// See adds to a batch what a page of results shows beside it: what the register says
// and, where the rows were kept, what they come to together. It writes nothing.
func See(ctx context.Context, j Job, batch *intake.Batch, lines []register.Line, sum *consolidate.Summary) (*Seen, error) {
	j, p := j.quietly(), batch.Forms.Plan
	s := &Seen{Plan: p, Day: j.Now, Batch: batch, Lines: lines, Call: register.CallOf(batch, j.Now), Summary: sum, Limits: j.Limits}
	kept, err := j.openRegister(j.in(RegisterName(batch.Year)), p, batch.Year)
	if err != nil {
		return nil, err
	}
	if s.Lines == nil {
		s.Lines = register.Lines(batch, kept, j.Now)
	}
	if s.Summary == nil && slices.ContainsFunc(batch.Files, func(f *intake.File) bool { return f.Kept() }) {
		s.Summary = j.outlook(ctx, p, batch, kept)
	}
	return s, ctx.Err()
}

// outlook is the summary that would be made now, with what was ruled in the one that is
// there; nil where none can be made: whoever asks for the summary itself is told why.
func (j *Job) outlook(ctx context.Context, p *plan.Plan, batch *intake.Batch, kept *register.Kept) *consolidate.Summary {
	in := consolidate.Input{Plan: p, Year: batch.Year, Batch: batch, Register: kept.Entries, Asked: kept.Asked}
	in.History = j.histories(p, "").before(batch.Year).History
	in.Rulings = j.ruled(p, batch.Year)
	sum, _, _ := merged(ctx, in)
	return sum
}

// ruled are the rulings of the year's summary in the folder, nil where there are none.
func (j *Job) ruled(p *plan.Plan, year int) *store.Rulings {
	if path := j.in(SummaryName(year)); exists(path) {
		rulings, _ := j.openRulings(p, path)
		return rulings
	}
	return nil
}

// MostExcerpts is of how many findings of a file a page shows what surrounds their cells.
const MostExcerpts = 12

// Around returns what surrounds the cells of the findings of a file, in their order. What
// was not kept when the file was read is looked up in it; nil where it has changed since.
func (s *Seen) Around(f *intake.File, of []finding.Finding) []*workbook.Excerpt {
	list, kept := make([]*workbook.Excerpt, len(of)), true
	for i := range of {
		if list[i], kept = f.Around(&of[i]); !kept {
			return s.lookAround(f, of)
		}
	}
	return list
}

func (s *Seen) lookAround(f *intake.File, of []finding.Finding) []*workbook.Excerpt {
	data, err := read(f.Path, s.Limits.File)
	if err != nil || hashText(data) != f.SHA256 {
		return nil
	}
	book, _ := ooxml.Read(data, s.Limits)
	if book == nil {
		return nil
	}
	list := make([]*workbook.Excerpt, len(of))
	for i := range of {
		list[i] = workbook.Around(book, &of[i])
	}
	return list
}

func hashText(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// WriteResults puts a page of results in the folder, in place of the last one unless
// somebody changed that.
func WriteResults(ctx context.Context, j Job, page []byte) error {
	return writeOne(ctx, newOutbox(j.Force), j.in(ResultsPath), seal(page), func(old []byte) bool {
		end := bytes.LastIndex(old, []byte(sealHead))
		return end >= 0 && bytes.Equal(old, seal(old[:end]))
	})
}

// sealHead begins the last line of a page, which tells whether it was changed.
const sealHead = "<!-- tianbao "

func seal(page []byte) []byte {
	return fmt.Appendf(slices.Clip(page), "%s%s -->\n", sealHead, hashText(page))
}
