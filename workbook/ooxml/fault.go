package ooxml

import (
	"errors"

	"tianbao/workbook/finding"
)

// fault is a reason to refuse the file, on its way up to Read. It is the only
// error that arises in this package.
type fault struct{ finding.Finding }

func (f *fault) Error() string { return string(f.Code) + ": " + f.Message + " " + f.Given }

func refuse(code finding.Code, opts ...finding.Option) error {
	return &fault{finding.New(code, opts...)}
}

// in places a fault of a part: on the sheet it holds, where it is one.
func in(err error, p finding.Place) error {
	var f *fault
	if errors.As(err, &f) && f.Place == (finding.Place{}) {
		f.Place = p
	}
	return err
}
