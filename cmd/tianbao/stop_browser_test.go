package main

import (
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
)

func TestWorkThatTakesLongShowsHowFarItIsAndCanBeStopped(t *testing.T) {
	b := newBrowser(t)
	w := &town{t, t.TempDir()}
	b.opens(w.desk(), "一步一步")
	b.do(chromedp.Click(`//button[normalize-space()="生成填报表"]`))
	b.holds(`/work$/.test(location.href) && document.readyState === "complete"`)
	stopped := b.is(`!!document.querySelector("progress")`)
	if stopped {
		b.holds(`!document.querySelector("progress") || document.querySelector("progress").max > 1`)
		b.picture("40-进度")
		b.holds(`(function () { /* unless it is done just now */
		  var button = document.querySelector("button.stop");
		  if (button && !window.told) { window.told = true; button.click(); }
		  return /已经停下|做好了/.test(document.body.innerText);
		}())`)
		stopped = b.is(`document.body.innerText.indexOf("已经停下") >= 0`)
		b.picture("41-停下")
	}
	made, err := filepath.Glob(w.path("下发/*"))
	must(t, err)
	if stopped && len(made) > 0 {
		t.Errorf("stopped, and %d files are there", len(made))
	}
	b.press("首页")
	b.press("生成填报表")
	b.sees("75 份在“下发”文件夹")
}
