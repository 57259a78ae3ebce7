package ooxml

import (
	"errors"
	"strconv"

	"tianbao/seeds/finding"
)

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

// fault is a reason to refuse the file, on its way up to Read. It is the only
// error that arises in this package.
type fault struct{ finding.Finding }

func (f *fault) Error() string { return string(f.Code) + ": " + f.Message + " " + f.Given }

func refuse(code finding.Code, opts ...finding.Option) error {
	return &fault{finding.New(code, opts...)}
}

// over is the refusal of what passes a limit.
func over(code finding.Code, most int, unit string) error {
	return refuse(code, finding.Expected("不超过 "+strconv.Itoa(most)+" "+unit))
}

// tooBig is over for a number of bytes.
func tooBig(code finding.Code, most int64, opts ...finding.Option) error {
	const mib = 1 << 20
	size := strconv.FormatInt(most, 10) + " 字节"
	if most > 0 && most%mib == 0 {
		size = strconv.FormatInt(most/mib, 10) + " MB"
	}
	return refuse(code, append(opts, finding.Expected("不超过 "+size))...)
}

// in places a fault of a part: on the sheet it holds, where it is one.
func in(err error, p finding.Place) error {
	var f *fault
	if errors.As(err, &f) && f.Place == (finding.Place{}) {
		f.Place = p
	}
	return err
}
