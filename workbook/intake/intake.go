package intake

import (
	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/templates/layout"
	"tianbao/workbook"
)

// Outcome is what became of a file.
type Outcome string

// The outcomes of a file.
const (
	Accepted   Outcome = "accepted"
	Faulty     Outcome = "faulty"
	Refused    Outcome = "refused"
	Superseded Outcome = "superseded"
	Foreign    Outcome = "foreign"
	Unreadable Outcome = "unreadable"
)

var outcomeWords = map[Outcome]string{
	Accepted: "审核通过", Faulty: "退回修改", Refused: "拒收", Superseded: "已被新版替代", Foreign: "非填报表", Unreadable: "无法读取",
}

// Word returns the outcome as a clerk reads it.
func (o Outcome) Word() string { return outcomeWords[o] }

// File is one file as found, with all there is to say about it.
type File struct {
	Path     string // as found, with /
	SHA256   string // lower-case hex
	Identity layout.Identity
	Unit     string // name in the plan, "" where unknown
	IssuedTo string // the ID of the unit it was issued to, where Unit has taken its place
	Outcome  Outcome
	Findings finding.List
	Found    finding.List      // what is wrong in the file by itself, before copies are resolved
	Answers  []workbook.Answer // of a copy of the round 征求意见
	sketch   sketch
	packed   *workbook.Packed // see Kept
	around   map[aim]*workbook.Excerpt
}

// Batch is what was found under the paths. Order depends on content alone, not on
// names, folders or file times.
type Batch struct {
	Year       int           // the year reported on
	Forms      *layout.Forms // of Year
	Files      []*File
	Units      []UnitResult // every reporting unit of the plan, in the register's order
	Unassigned []*File      // foreign, unreadable, or refused without a unit of the plan
	Skipped    []string     // passed over, with the reason
	Beside     []Beside     // of these, what a unit may have sent for its return

	once bool // see Options.Once
}

// Kept reports whether the return itself is still there: it is of files that are
// accepted, faulty or superseded, unless Options.Drop, or Options.Once and its rows are out.
func (f *File) Kept() bool { return f.packed != nil }

// Modified is the workbook's own modified time, as written; "" where the return is not
// kept.
func (f *File) Modified() string {
	if f.packed == nil {
		return ""
	}
	return f.packed.Modified()
}

// Tabs are the sheets of the return, none where it is not kept.
func (f *File) Tabs() []workbook.Tab {
	if f.packed == nil {
		return nil
	}
	return f.packed.Tabs()
}

// Return is the return of a file of the batch; nil where it is not kept.
func (b *Batch) Return(f *File) *workbook.Return {
	if f.packed == nil {
		return nil
	}
	return f.packed.Unpack(b.Forms)
}

// UnitResult is what one unit sent, copies resolved.
type UnitResult struct {
	Unit     *plan.Unit
	Status   Status
	Files    []*File // newest first
	Separate bool    // 另行报送
	Findings finding.List

	// Ties are the pairs of copies that nothing ranks and that say different things.
	Ties [][2]*File

	// Of what counts: where fillers split the work between copies, what is missing
	// in one copy and there in another is not counted.
	Errors, Warnings int

	copies []*File // whose rows may count, each content once
}

// Answers are what the unit answers in the round 征求意见: those of its newest copy that
// has any; none where it has sent no such copy.
func (u *UnitResult) Answers() []workbook.Answer {
	if f := u.heard(); f != nil {
		return f.Answers
	}
	return nil
}

// Answer returns the answer about a row and the copy it is in; nil where there is
// none.
func (u *UnitResult) Answer(sheet layout.SheetKey, ref string) (*File, *workbook.Answer) {
	f := u.heard()
	if f == nil {
		return nil, nil
	}
	for i := range f.Answers {
		if a := &f.Answers[i]; a.Sheet == sheet && a.Ref == ref {
			return f, a
		}
	}
	return nil, nil
}

func (u *UnitResult) heard() *File {
	for _, f := range u.Files {
		if len(f.Answers) > 0 {
			return f
		}
	}
	return nil
}

// Status is where a unit stands.
type Status string

// The statuses of a unit.
const (
	StatusMissing    Status = "missing"
	StatusUnreadable Status = "unreadable"
	StatusRefused    Status = "refused"
	StatusFaulty     Status = "faulty"
	StatusAccepted   Status = "accepted"
	StatusSeparate   Status = "separate"
)

var statusWords = map[Status]string{
	StatusMissing: "未报送", StatusUnreadable: "无法读取", StatusRefused: "拒收", StatusFaulty: "退回修改", StatusAccepted: "审核通过", StatusSeparate: layout.Separate,
}

// Word returns the status as a clerk reads it.
func (s Status) Word() string { return statusWords[s] }

// Resolved is a row that counts: of the copies that fill it the newest, with the file it was taken from, and the other
// copies' rows that fill it differently.
type Resolved struct {
	*workbook.Row
	File   *File
	Rivals []Rival
	files  []*File // by column, where not all cells are File's
}

// FileOf returns the file that a cell of the row was taken from.
func (r *Resolved) FileOf(col int) *File {
	if r.files == nil {
		return r.File
	}
	return r.files[col]
}

// Rival is a copy of a row that was filled differently.
type Rival struct {
	*workbook.Row
	File *File

	// Equal reports whether nothing ranks a cell of the copy against the one that
	// counts, so that the difference is to be decided (数据不一致).
	Equal func(col int) bool
}

// Own reports whether the unit wrote a cell in this very copy: it is not there
// as the copy was sent out.
func (r *Rival) Own(col int) bool { return r.Values[col].Origin == 0 }
