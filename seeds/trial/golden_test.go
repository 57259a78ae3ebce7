package trial

import "testing"

func TestWhereTwoTextsPartIsShownAndNoMore(t *testing.T) {
	for _, c := range []struct{ want, got, says string }{
		{"a\nb\nc", "a\nx\nc", "line 2:\n- b\n+ x"},
		{"a\nc", "a\nb\nc", "line 2:\n+ b"},
		{"a\nb", "a", "line 2:\n- b"},
		{"1\n2\n3\n4\n5\n6\n7\n8", "", "line 1:\n- 1\n- 2\n- 3\n- 4\n- 5\n- 6\n- … 2 more lines\n+ "},
	} {
		if says := Parting(c.want, c.got); says != c.says {
			t.Errorf("%q and %q: %q", c.want, c.got, says)
		}
	}
}
