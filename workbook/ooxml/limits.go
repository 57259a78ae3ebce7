package ooxml

// Limits bound what one file may cost. Each is the most that is still read; a
// file over one is refused by that limit's own code. A limit of 0 allows nothing.
type Limits struct {
	File     int64 // bytes of the file
	Unpacked int64 // bytes of all parts, inflated
	Part     int64 // bytes of one part, inflated
	Entries  int   // files in the package
	Cells    int   // cells with content in the workbook
	Strings  int   // entries of its string table
	Text     int   // bytes of one text
	AllText  int   // bytes of all texts and numbers, in every cell they are in
	Depth    int   // elements open at once
	Comments int   // comments in the workbook
	Merges   int   // merged blocks in one sheet
	Lists    int   // styles, names, sheets, relationships: entries of one list
}

// DefaultLimits is far above any return and keeps one read under 256 MiB.
func DefaultLimits() Limits {
	const mib = 1 << 20
	return Limits{
		File:     64 * mib,
		Unpacked: 384 * mib,
		Part:     320 * mib,
		Entries:  10_000,
		Cells:    4_600_000,
		Strings:  2_000_000,
		Text:     mib,
		AllText:  64 * mib,
		Depth:    100,
		Comments: 20_000,
		Merges:   20_000,
		Lists:    65_536,
	}
}
