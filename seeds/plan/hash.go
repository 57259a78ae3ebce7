package plan

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
)

// Hash is the revision of a plan: it changes with any of its data, and is the
// same for equal plans. The ID tells which plan it is; the hash, as of when.
func (p *Plan) Hash() (string, error) {
	data, err := json.Marshal(p)
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:8]), nil
}
