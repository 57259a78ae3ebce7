package main

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// A page of another program on this machine is of the same site for a browser, which then
// sends the cookie along; a page from elsewhere is not.
func TestAnotherPageOfTheSameBrowserGetsNothingDone(t *testing.T) {
	b := newBrowser(t)
	w := newTown(t)
	must(t, os.RemoveAll(w.path("下发")))
	entry := w.desk()
	desk, _, _ := strings.Cut(entry, "/enter")
	b.opens(entry, "一步一步")
	hostile := httptest.NewServer(http.HandlerFunc(func(rw http.ResponseWriter, _ *http.Request) {
		rw.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprintf(rw, `<!DOCTYPE html><title>外面的页面</title><p>外面的页面</p>
<iframe id="view" src="%[1]s/"></iframe><iframe id="again" src="%[2]s"></iframe><iframe name="out"></iframe>
<img src="%[1]s/end"><script src="%[1]s/page.js"></script>
<form id="issue" method="post" action="%[1]s/issue" target="out"></form><form id="end" method="post" action="%[1]s/end" target="out"></form>
<script>
  window.got = [];
  document.forms.issue.submit();
  setTimeout(function () { document.forms.end.submit(); }, 300);
  Promise.all([
    fetch("%[1]s/issue", {method: "POST", mode: "no-cors", credentials: "include"}),
    fetch("%[1]s/results", {credentials: "include"}).then(function (r) { return r.text(); }).then(function (t) { window.got.push(t); }),
    fetch("%[1]s/take", {method: "POST", mode: "no-cors", credentials: "include", body: new FormData()})
  ].map(function (p) { return p.catch(function () {}); })).then(function () { setTimeout(function () { window.tried = true; }, 1000); });
</script>`, desk, entry)
	}))
	defer hostile.Close()
	for _, address := range []string{hostile.URL, strings.Replace(hostile.URL, "127.0.0.1", "localhost", 1)} {
		b.opens(address, "外面的页面")
		b.holds(`window.tried === true && document.readyState === "complete"`)
		b.holds(`window.got.length === 0 && document.getElementById("view").contentDocument === null`)
		ctx, stop := context.WithTimeout(b.ctx, patience)
		tree, err := chromedp.Call(ctx, page.GetFrameTree, cdp.Empty{})
		stop()
		must(t, err)
		for _, f := range tree.FrameTree.ChildFrames {
			if strings.HasPrefix(f.Frame.URL, desk) {
				t.Errorf("from %s a frame holds %s", address, f.Frame.URL)
			}
		}
	}
	if _, err := os.Stat(w.path("下发")); err == nil {
		t.Error("another page had the workbooks made")
	}
	if _, err := os.Stat(w.path("报送")); err == nil {
		t.Error("another page put something into the folder")
	}
	b.opens(desk+"/", "一步一步")
	b.press("生成填报表")
	b.sees("份在“下发”文件夹")
}

func TestMarkupInNamesAndCellsIsText(t *testing.T) {
	b := newBrowser(t)
	w := newTown(t)
	w.fillAll(`<img src=x onerror="document.title='被执行'">`)
	const name = `<img src=x onerror=document.title=String.fromCharCode(88)>.xlsx`
	must(t, os.Rename(w.path("报送/工业局.xlsx"), w.path("收到-"+name)))
	must(t, os.RemoveAll(w.path("报送")))
	b.opens(w.desk(), "一步一步")
	b.drop(w.path("收到-" + name))
	b.received(1, 1)
	const title = `/填报工作台$/.test(document.title) && !document.querySelector("main img")`
	b.holds(title)
	for _, view := range []string{"审核结果", "登记和催报", "核定"} {
		b.press(view)
		b.holds(title)
	}
	b.press("审核结果")
	b.sees(`<img src=x onerror="document.title='被执行'">`)
	w.run("check", "--year", "2024")
	b.opens("file://"+w.path("审核结果.html"), `<img src=x onerror="document.title='被执行'">`)
	b.holds(`document.title === "2024年度审核结果" && !document.querySelector("img")`)
}
