package ooxml

import (
	"bytes"
	"strings"

	"tianbao/seeds/text"
)

// pictureFormula stands for the formula of a picture whose result is not stored.
const pictureFormula = "=DISPIMG("

// IsPicture reports whether it is the formula by which a picture is in a cell.
func IsPicture(s string) bool {
	start := strings.IndexFunc(s, func(r rune) bool { return r != '=' && r != '@' && !text.Invisible(r) })
	if start < 0 || strings.IndexByte("DdIi_", s[start]) < 0 {
		return false
	}
	s = strings.ToUpper(strings.TrimLeft(text.Squeeze(s), "=@"))
	for _, f := range []string{"DISPIMG(", "_XLFN.DISPIMG(", "_XLFN.IMAGE(", "IMAGE("} {
		if strings.HasPrefix(s, f) {
			return true
		}
	}
	return false
}

// pictured is IsPicture for a formula as it is in the file.
func pictured(formula []byte) bool {
	b := bytes.TrimLeft(formula, "=@ ")
	return len(b) > 0 && strings.IndexByte("DdIi_", b[0]) >= 0 && IsPicture(string(b[:min(len(b), 40)]))
}
