package ooxml

import (
	"bytes"
	"io"
	"math/rand/v2"
	"testing"

	"github.com/klauspost/compress/flate"
)

// inflated is what our decoder and the library's make of the same data.
func inflated(t testing.TB, data []byte) (ours, theirs []byte, oursErr, theirsErr error) {
	t.Helper()
	var d decoder
	d.reset(data)
	ours, oursErr = io.ReadAll(io.LimitReader(&d, 1<<22))
	theirs, theirsErr = io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(data)), 1<<22))
	return ours, theirs, oursErr, theirsErr
}

func sameInflated(t testing.TB, data []byte) {
	t.Helper()
	ours, theirs, oursErr, theirsErr := inflated(t, data)
	if (oursErr == nil) != (theirsErr == nil) {
		t.Fatalf("%d bytes: ours %v after %d, the library's %v after %d", len(data), oursErr, len(ours), theirsErr, len(theirs))
	}
	if oursErr == nil && !bytes.Equal(ours, theirs) {
		t.Fatalf("%d bytes: inflated to %d bytes and %d, not the same", len(data), len(ours), len(theirs))
	}
}

// packedAt packs data in one of the ways that writers know.
func packedAt(t testing.TB, data []byte, level int) []byte {
	t.Helper()
	var out bytes.Buffer
	w, err := flate.NewWriter(&out, level)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// samples are of many sizes and kinds: bytes at random, few different ones, runs,
// repeats from near and far.
func samples(r *rand.Rand) [][]byte {
	var list [][]byte
	for _, size := range []int{0, 1, 2, 3, 7, 8, 100, 257, 258, 259, 1000, 32 << 10, 32<<10 + 1, 100_000, 300_000} {
		for _, few := range []int{1, 2, 3, 17, 256} {
			b := make([]byte, size)
			for i := range b {
				b[i] = byte(r.IntN(few))
			}
			for i := 0; i < size/50; i++ {
				from, to, n := r.IntN(size), r.IntN(size), r.IntN(300)
				copy(b[to:min(to+n, size)], b[from:])
			}
			list = append(list, b)
		}
	}
	return list
}

func TestWhatWritersDeflateInflatesToTheSame(t *testing.T) {
	for _, text := range samples(rand.New(rand.NewPCG(1, 2))) {
		for _, level := range []int{flate.HuffmanOnly, flate.NoCompression, flate.BestSpeed, 5, flate.BestCompression} {
			packed := packedAt(t, text, level)
			var d decoder
			d.reset(packed)
			got, err := io.ReadAll(&d)
			if err != nil || !bytes.Equal(got, text) {
				t.Fatalf("%d bytes at level %d: got %d bytes, %v", len(text), level, len(got), err)
			}
		}
	}
}

func TestDeflatedDataThatIsCutOrChangedIsJudgedAsTheLibraryDoes(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for _, text := range samples(r) {
		if len(text) > 2000 {
			continue
		}
		for _, level := range []int{flate.HuffmanOnly, flate.NoCompression, flate.BestSpeed, flate.BestCompression} {
			packed := packedAt(t, text, level)
			for cut := range packed {
				sameInflated(t, packed[:cut])
			}
			for range 200 {
				changed := bytes.Clone(packed)
				changed[r.IntN(len(changed))] ^= 1 << r.IntN(8)
				sameInflated(t, changed)
			}
		}
	}
}

// A decoder gives what the library's does, or refuses what it refuses.
func FuzzDeflate(f *testing.F) {
	r := rand.New(rand.NewPCG(5, 6))
	for _, text := range samples(r) {
		if len(text) <= 1000 {
			f.Add(packedAt(f, text, flate.BestSpeed))
			f.Add(packedAt(f, text, flate.BestCompression))
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) { sameInflated(t, data) })
}
