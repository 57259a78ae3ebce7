package finding

// About is one file and all there is to say about it.
type About struct {
	File     string // as found, with /
	SHA256   string
	Unit     string // "" where unknown
	Year     int    // 0 where unknown
	Revision int
	Status   string // outcome, in English
	Word     string // outcome, as a clerk reads it
	Findings List
}

// Printer prints files one by one, so that a batch of any size needs no memory.
type Printer interface {
	File(About) error
	End() error // after the last file
}
