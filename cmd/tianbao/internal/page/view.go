package page

// Tone is how something stands; the word stands beside the colour everywhere.
type Tone string

// The tones.
const (
	Good Tone = "good"
	Fair Tone = "fair"
	Bad  Tone = "bad"
	Mute Tone = "mute"
)

// Results is what a look at the returns gives, in the words that are shown.
type Results struct {
	Plan       string // its title
	Year       int
	Day        string // of the look, 2006-01-02
	Verdict    string // 还不能汇总……
	Tone       Tone
	Next       string // the one thing to do
	Counts     []Count
	Groups     []Group
	Strays     []File   // files of no unit
	Skipped    []string // passed over, each with its reason
	Reminders  string   // all messages to units, one a line
	Disputes   []Dispute
	Indicators []Indicator
}

// Count is a number of the short account.
type Count struct {
	Word string
	N    int
	Tone Tone
	ID   string // of the group, "" where it has none
}

// Group is the units that stand alike.
type Group struct {
	ID, Word string
	Tone     Tone
	Units    []Unit
}

// Unit is where one unit stands.
type Unit struct {
	ID, Name, Kind string
	Brief          string // 错误 3 处,存疑 1 处
	Files          []File
	Message        string // ready to send, "" where nothing is asked
	Since          *Since // nil where this is the first round
	Copies         []Difference
}

// Plain reports a unit of which there is nothing more to say than its name.
func (u Unit) Plain() bool {
	if u.Message != "" || u.Since != nil || len(u.Copies) > 0 || len(u.Files) > 1 {
		return false
	}
	for _, f := range u.Files {
		if len(f.Findings) > 0 {
			return false
		}
	}
	return true
}

// File is one file and what is wrong with it.
type File struct {
	Name, Path string
	Word       string // its outcome
	Tone       Tone
	Revision   int // 0 where unknown
	Findings   []Finding
	Notes      []string // what was taken otherwise than it stood
}

// Finding is one thing to mend or to explain, of one or many cells.
type Finding struct {
	Word     string // 错误 or 存疑
	Tone     Tone
	Code     string
	Where    string // 量化目标!H7
	Subject  string // 编号 and heading
	Message  string
	Given    string
	Expected string
	Hint     string
	Around   *Excerpt // nil where it is about no cell
}

// Excerpt is a cell and the cells around it, as on the sheet.
type Excerpt struct {
	Sheet string
	Cols  []string // letters
	Rows  []ExcerptRow
}

// ExcerptRow is one row of the sheet.
type ExcerptRow struct {
	No    int
	Cells []ExcerptCell
}

// ExcerptCell is one cell. Here marks the one the finding is about.
type ExcerptCell struct {
	Text       string
	Head, Here bool
}

// Since is what became of the findings of the round before.
type Since struct {
	Round            string // which round is compared with which
	Gone, Still, New []string
}

// Difference is a cell in which the copies of a unit differ.
type Difference struct {
	Subject string // sheet, 编号 and heading
	Values  []Said
}

// Said is what one copy or one unit says.
type Said struct {
	From   string
	Text   string
	Counts bool
}

// Dispute is a value that somebody has to decide.
type Dispute struct {
	Key     string
	Kind    string
	Subject string
	Said    []Said
	Open    bool
	Value   string // 核定值
	Basis   string // 核定依据
	Options []string
	Fault   string // why the last ruling was not taken
}

// Indicator is an indicator with its years.
type Indicator struct {
	No       int
	Name     string
	Target   string
	Verdict  string
	Tone     Tone
	Basis    string
	Years    []YearText
	Line     *Line // nil where there is nothing to draw
	Category string
}

// YearText is the value of one year, as it is shown.
type YearText struct {
	Year int
	Text string
}

// Total is how many units there are.
func (r *Results) Total() int {
	n := 0
	for _, g := range r.Groups {
		n += len(g.Units)
	}
	return n
}

// Open counts the disputes that nobody has decided.
func (r *Results) Open() int {
	n := 0
	for _, d := range r.Disputes {
		if d.Open {
			n++
		}
	}
	return n
}
