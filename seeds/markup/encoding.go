package markup

import (
	"bytes"
	"strings"
	"unicode/utf16"
)

// UTF8 returns a part in UTF-8, which it is by default where nothing is
// declared.
func UTF8(doc []byte) []byte {
	var big bool
	switch {
	case bytes.HasPrefix(doc, []byte("\xef\xbb\xbf")):
		return doc[3:]
	case bytes.HasPrefix(doc, []byte("\xfe\xff")), bytes.HasPrefix(doc, []byte("\x00<")):
		big = true
	case bytes.HasPrefix(doc, []byte("\xff\xfe")), bytes.HasPrefix(doc, []byte("<\x00")):
	default:
		return undeclared(doc)
	}
	units := make([]uint16, 0, len(doc)/2)
	for i := 0; i+1 < len(doc); i += 2 {
		lo, hi := doc[i], doc[i+1]
		if big {
			lo, hi = hi, lo
		}
		units = append(units, uint16(hi)<<8|uint16(lo))
	}
	text := strings.TrimPrefix(string(utf16.Decode(units)), "\ufeff")
	return undeclared([]byte(text))
}

// undeclared drops a declaration that names another encoding than UTF-8: what is
// put in is UTF-8.
func undeclared(doc []byte) []byte {
	before, rest, ok := bytes.Cut(doc, []byte("?>"))
	if !bytes.HasPrefix(doc, []byte("<?xml ")) || !ok {
		return doc
	}
	if head := bytes.ToLower(before); bytes.Contains(head, []byte("encoding")) && !bytes.Contains(head, []byte("utf-8")) {
		return rest
	}
	return doc
}
