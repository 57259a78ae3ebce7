package plan

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
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

// Hash is the revision of a plan: it changes with any of its data, and is the
// same for equal plans. The ID tells which plan it is; the hash, as of when. It is
// summed up piece by piece: the whole as one text would be the most that a plan of
// thousands of units takes.
func (p *Plan) Hash() (string, error) {
	sum := sha256.New()
	to := json.NewEncoder(sum)
	rest := *p
	rest.Items, rest.Indicators, rest.Units = nil, nil, nil
	err := to.Encode(rest)
	for i := range p.Items {
		err = errors.Join(err, to.Encode(&p.Items[i]))
	}
	for i := range p.Indicators {
		err = errors.Join(err, to.Encode(&p.Indicators[i]))
	}
	for i := range p.Units {
		err = errors.Join(err, to.Encode(&p.Units[i]))
	}
	return hex.EncodeToString(sum.Sum(nil)[:8]), err
}
