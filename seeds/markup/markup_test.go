package markup_test

import (
	"errors"
	"testing"

	"tianbao/seeds/markup"
	"tianbao/seeds/trial"
)

const part = "<w:a xmlns:w=\"u\"><w:b w:val='1 &amp; 2'>甲&lt;<w:c/>乙</w:b>\n<w:b empty=\"\"/></w:a>"

func TestANodeIsItsBytesAndItsWords(t *testing.T) {
	root := trial.Got(markup.Parse([]byte(part), markup.Bounds{}))(t)
	b, last := root.Child("b"), root.Kids[1]
	for _, c := range []struct{ what, got, want string }{
		{"name and prefix", root.Prefix + root.Name, "w:a"},
		{"all of it", part[b.Start:b.End], "<w:b w:val='1 &amp; 2'>甲&lt;<w:c/>乙</w:b>"},
		{"what is inside", part[b.Inner:b.InnerEnd], "甲&lt;<w:c/>乙"},
		{"words", b.Text(), "甲<乙"},
		{"an attribute", b.Attr("val"), "1 & 2"},
		{"a value by its path", root.Val("b"), "1 & 2"},
		{"a value that is not there", root.Val("x", "y"), ""},
		{"text of nothing", root.Child("x").Text(), ""},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.what, c.got, c.want)
		}
	}
	if !last.Closed() || b.Closed() || !last.Given("empty") || last.Given("val") {
		t.Errorf("closed %v %v, given %v %v", last.Closed(), b.Closed(), last.Given("empty"), last.Given("val"))
	}
}

func TestOnlyWhatIsAskedForIsKept(t *testing.T) {
	met := 0
	root, err := markup.Parse([]byte(part), markup.Bounds{Below: func(_ *markup.Node, depth int) bool { met++; return depth < 1 }})
	if err != nil || len(root.Kids) != 2 || len(root.Kids[0].Kids) != 0 || met != 4 {
		t.Errorf("%v, %d children, %d met", err, len(root.Kids), met)
	}
}

func TestAPartThatIsNotWholeOrTooMuchIsRefused(t *testing.T) {
	for _, broken := range []string{"", "<a>", "<a><b></a></b>", "</a>", "<a/><b/>", "<a", "words"} {
		if _, err := markup.Parse([]byte(broken), markup.Bounds{}); err == nil || errors.Is(err, markup.ErrTooMuch) {
			t.Errorf("%q: %v", broken, err)
		}
	}
	for _, within := range []markup.Bounds{{Elements: 3}, {Depth: 2}} {
		if _, err := markup.Parse([]byte(part), within); !errors.Is(err, markup.ErrTooMuch) {
			t.Errorf("%+v: %v", within, err)
		}
	}
	if _, err := markup.Parse([]byte(part), markup.Bounds{Elements: 4, Depth: 3}); err != nil {
		t.Error(err)
	}
}

func TestAPartInAnotherEncodingIsReadInUTF8(t *testing.T) {
	for name, given := range map[string]string{"with a mark": "\xef\xbb\xbf<a/>", "little end first": "\xff\xfe<\x00a\x00/\x00>\x00",
		"big end first, no mark": "\x00<\x00a\x00/\x00>", "declared otherwise": `<?xml version="1.0" encoding="UTF-16"?><a/>`} {
		if got := string(markup.UTF8([]byte(given))); got != "<a/>" {
			t.Errorf("%s: %q", name, got)
		}
	}
}
