package plan

import (
	"crypto/sha256"
	"fmt"

	"tianbao/seeds/text"
)

// UnitID is the id of the n-th unit: three digits.
func UnitID(n int) string { return fmt.Sprintf("%03d", n) }

// MakeID is six letters or digits made of what the document says: title,
// headings, numbers, clauses, indicators. Layout, page furniture and the file's
// format do not count.
func MakeID(p *Plan) string {
	h := sha256.New()
	say := func(words ...any) { fmt.Fprint(h, text.HalfWidth(fmt.Sprintln(words...))) }
	say(p.Title, p.Period)
	for _, c := range p.Chapters {
		say(c.No, c.Title)
	}
	for i := range p.Items {
		say(p.Items[i].Ref, p.Items[i].Title, p.Items[i].Clause)
	}
	for _, in := range p.Indicators {
		say(in.No, in.Name, in.Unit, in.Target, in.Growth)
	}
	const alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ" // no 0 O 1 I L, which are misread
	id := make([]byte, 6)
	for i, b := range h.Sum(nil)[:len(id)] {
		id[i] = alphabet[int(b)%len(alphabet)]
	}
	return string(id)
}
