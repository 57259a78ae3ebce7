package plan

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
)

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
