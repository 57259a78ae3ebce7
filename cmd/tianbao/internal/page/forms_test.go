package page

import (
	"net/url"
	"strings"
	"testing"

	"tianbao/cmd/tianbao/internal/office"
	"tianbao/workbook/intake/register"
)

func TestAFieldThatNobodyTouchedTakesBackNothingEnteredSince(t *testing.T) {
	for _, c := range []struct {
		name, typed, was, now, want string
		touched                     bool
	}{
		{"untouched, and nothing came since", "7.8", "7.8", "7.8", "7.8", false},
		{"blank, and ruled elsewhere since", "", "", "7.8", "7.8", false},
		{"typed", " 9 ", "", "", "9", true},
		{"cleared", "", "7.8", "7.8", "", true},
		{"typed over what came since", "9", "", "7.8", "9", true},
	} {
		form := url.Values{"value-k": {c.typed}, "was-value-k": {c.was}}
		if got, touched := field(form, "value", "k", c.now); got != c.want || touched != c.touched {
			t.Errorf("%s: %q, %v", c.name, got, touched)
		}
	}
}

func TestALineOfTheRegisterTakesOnlyWhatIsNew(t *testing.T) {
	line := &register.Line{Unit: "市科技局", Entry: register.Entry{Received: "2025-03-20", Stamped: "已收", Extended: "2025-04-10"}}
	was := url.Values{"was-received-市科技局": {"2025-03-20"}, "was-stamped-市科技局": {"已收"}}
	form := func(fields ...string) url.Values {
		all := url.Values{}
		for k, v := range was {
			all[k] = v
		}
		for i := 0; i < len(fields); i += 2 {
			all.Set(fields[i]+"-市科技局", fields[i+1])
		}
		return all
	}
	if _, touched := entered(form("received", "2025-03-20", "stamped", "已收", "extended", ""), line); touched {
		t.Error("a form that nobody touched changes what was entered elsewhere since")
	}
	if e, touched := entered(form("received", "2025-03-20", "extended", ""), line); !touched || e.Stamped != "" || e.Extended != "2025-04-10" {
		t.Errorf("a tick that was taken away: %+v", e)
	}
	if _, touched := entered(url.Values{"received-别的": {"2025-03-20"}}, line); touched {
		t.Error("a form without the unit changes it")
	}
}

func TestWhatWasTypedForADisputeThatIsGoneIsShownAgain(t *testing.T) {
	v := ruling{Lost: []office.Decision{{Value: "7.8", Basis: "年报"}}, Faults: 1}
	var out strings.Builder
	if err := views.ExecuteTemplate(&out, "disputes.html", page{Show: v}); err != nil || !strings.Contains(out.String(), "刚填的“7.8”(依据：年报)") {
		t.Errorf("%v\n%s", err, out.String())
	}
}
