package ooxml

import (
	"errors"
	"strconv"

	"tianbao/seeds/finding"
)

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
