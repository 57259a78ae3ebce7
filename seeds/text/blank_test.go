package text

import "testing"

func TestWhatCannotBeSeenIsListed(t *testing.T) {
	listed := map[rune]bool{}
	for _, r := range InvisibleRunes() {
		listed[r] = true
	}
	for _, r := range []rune{' ', '\n', '\t', 0xa0, 0x3000, 0x200b, 0xfeff, 0x2003} {
		if !listed[r] || !Invisible(r) {
			t.Errorf("%U is not listed", r)
		}
	}
	for _, r := range []rune{'0', '—', '。', '_', '*'} {
		if listed[r] || Invisible(r) {
			t.Errorf("%U is listed", r)
		}
	}
	if len(listed) > 50 {
		t.Errorf("%d characters: each is a level of nesting in a formula, and Excel allows 64", len(listed))
	}
}
