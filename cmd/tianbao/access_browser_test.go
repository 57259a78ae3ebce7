package main

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// controls are the roles of what a person works with: each has to have a name.
var controls = []string{"button", "link", "textbox", "searchbox", "combobox", "checkbox", "progressbar", "image", "region", "navigation", "DisclosureTriangle"}

// tree is the page as a screen reader has it: how often each role is there, and what has
// to have a name and has none.
func (b *browser) tree() (roles map[string]int, nameless []string) {
	b.Helper()
	ctx, stop := context.WithTimeout(b.ctx, patience)
	defer stop()
	all, err := chromedp.Call(ctx, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
	must(b.T, err)
	text := func(v *accessibility.Value) (s string) {
		if v != nil {
			_ = json.Unmarshal(v.Value, &s)
		}
		return s
	}
	roles = map[string]int{}
	for _, n := range all.Nodes {
		if n.Ignored {
			continue
		}
		role := text(n.Role)
		roles[role]++
		if slices.Contains(controls, role) && text(n.Name) == "" {
			nameless = append(nameless, role)
		}
	}
	return roles, nameless
}

// pale are the texts whose contrast is under 4.5 : 1, or that are smaller than 16 px, as
// the browser draws them.
const pale = `(function () {
  function light(c) {
    return [0.2126, 0.7152, 0.0722].reduce(function (sum, weight, i) {
      var v = c[i] / 255;
      return sum + weight * (v <= 0.03928 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4));
    }, 0);
  }
  function rgba(text) { var n = text.match(/[\d.]+/g).map(Number); return n.length < 4 ? n.concat(1) : n; }
  var found = {}, walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (var node; (node = walk.nextNode());) {
    var e = node.parentElement, style = getComputedStyle(e), box = e.getBoundingClientRect();
    if (!node.data.trim() || !box.width || /SCRIPT|NOSCRIPT|OPTION/.test(e.tagName)) { continue; }
    for (var on = e, ground = [255, 255, 255]; on; on = on.parentElement) {
      var c = rgba(getComputedStyle(on).backgroundColor);
      if (c[3] > 0) { ground = c; break; }
    }
    var a = light(rgba(style.color)), b = light(ground), contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (contrast < 4.5) { found[e.tagName + "." + e.className + " " + contrast.toFixed(2)] = 1; }
    if (parseFloat(style.fontSize) < 16) { found[e.tagName + "." + e.className + " " + style.fontSize] = 1; }
  }
  return Object.keys(found);
}())`

// readable holds a view against what people need who see little, or hear it read out, or
// have no mouse.
func (b *browser) readable(name string, headings ...string) {
	b.Helper()
	roles, nameless := b.tree()
	if len(nameless) > 0 {
		b.Errorf("%s: without a name: %v", name, nameless)
	}
	for _, role := range append([]string{"banner", "main", "contentinfo"}, headings...) {
		if roles[role] != 1 {
			b.Errorf("%s: %d times %s", name, roles[role], role)
		}
	}
	if n := roles["table"]; n > roles["columnheader"] {
		b.Errorf("%s: %d tables, %d heads of columns", name, n, roles["columnheader"])
	}
	faint, err := got(b, chromedp.Evaluate[[]string](pale))
	must(b.T, err)
	if len(faint) > 0 {
		b.Errorf("%s: hard to read: %v", name, faint)
	}
	for what, so := range map[string]string{
		"one h1":                        `document.querySelectorAll("h1").length === 1`,
		"a language":                    `document.documentElement.lang === "zh-CN"`,
		"no level of headings left out": `[].reduce.call(document.querySelectorAll("main h1, main h2, main h3, main h4, main h5"), function (at, h) { var n = +h.tagName[1]; return at && n <= at + 1 ? n : 0; }, 1) > 0`,
		"no sideways scroll":            `document.documentElement.scrollWidth <= window.innerWidth`,
		"no table without heads":        `![].some.call(document.querySelectorAll("table"), function (t) { return !t.querySelector("thead th[scope=col]"); })`,
		"no id twice":                   `(function () { var ids = [].map.call(document.querySelectorAll("[id]"), function (e) { return e.id; }); return ids.length === new Set(ids).size; }())`,
	} {
		if !b.is(so) {
			b.Errorf("%s: not %s", name, what)
		}
	}
	b.tabs(name)
}

// tabs goes through a view by the keyboard: every control is reached, in the order of the
// page, and it can be seen where one is.
func (b *browser) tabs(name string) {
	b.Helper()
	const most = 40
	n, err := got(b, chromedp.Evaluate[int](`(function () {
	  document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute("tabindex"); window.scrollTo(0, 0);
	  var all = [].filter.call(document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']"), function (e) { return e.type !== "hidden" && e.getClientRects().length && !e.disabled; });
	  all.forEach(function (e, i) { e.setAttribute("data-at", i); });
	  return all.length;
	}())`))
	must(b.T, err)
	for i := range min(n, most) {
		b.do(chromedp.KeyEvent(kb.Tab))
		at, err := got(b, chromedp.Evaluate[string](`(function (e) {
		  var s = getComputedStyle(e);
		  return e.getAttribute("data-at") + (s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2 ? "" : " unseen: " + e.outerHTML.slice(0, 80));
		}(document.activeElement))`))
		must(b.T, err)
		if at != fmt.Sprint(i) {
			b.Errorf("%s: %d times Tab lead to %s", name, i+1, at)
			return
		}
	}
}

func TestEveryViewIsReadByEyeAndEarAndKeyboard(t *testing.T) {
	b := newBrowser(t)
	w := disputed(t)
	w.run("check", "--year", "2024")
	b.opens("file://"+w.path("审核结果.html"), "各单位")
	b.readable("审核结果.html")
	b.opens(w.desk(), "一步一步")
	b.readable("首页", "navigation")
	for _, view := range []string{"审核结果", "登记和催报", "核定", "征求意见", "报告", "规划"} {
		b.press(view)
		b.readable(view, "navigation")
	}
	b.press("首页")
	b.press("写退回件")
	b.readable("写退回件", "navigation")
	b.press("结束工作台")
	b.readable("结束")
}
