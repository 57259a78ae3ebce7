package sample

import (
	"hash/fnv"
	"strconv"
)

// draw gives numbers that look random and depend on the seed and the words alone.
type draw struct{ seed uint64 }

// unit is a number from 0 up to 1, the same for the same words.
func (d draw) unit(words ...string) float64 {
	h := fnv.New64a()
	h.Write([]byte(strconv.FormatUint(d.seed, 36)))
	for _, w := range words {
		h.Write([]byte{0})
		h.Write([]byte(w))
	}
	return float64(mixed(h.Sum64())>>11) / (1 << 53)
}

// mixed spreads the bits of a hash of short words (the finish of SplitMix64).
func mixed(x uint64) uint64 {
	x ^= x >> 30
	x *= 0xbf58476d1ce4e5b9
	x ^= x >> 27
	x *= 0x94d049bb133111eb
	return x ^ x>>31
}

// between is a number from low up to high.
func (d draw) between(low, high float64, words ...string) float64 {
	return low + (high-low)*d.unit(words...)
}

// pick is one of the choices.
func (d draw) pick(of []string, words ...string) string {
	return of[int(d.unit(words...)*float64(len(of)))]
}
