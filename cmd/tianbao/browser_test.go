package main

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"tianbao/seeds/trial"
)

// pictures is a folder for a picture of every view and of its print, to be looked at.
var pictures = flag.String("pictures", "", "folder for pictures of the desk's views")

// browser is a clerk at a browser.
type browser struct {
	*testing.T
	ctx context.Context
}

// patience is how long a clerk waits for anything: a machine may have much else to do.
const patience = 3 * time.Minute

// newBrowser starts a browser of its own, as wide as a common screen.
func newBrowser(t *testing.T, more ...chromedp.ExecAllocatorOption) *browser {
	t.Helper()
	trial.OnlyLong(t, "starts a browser")
	path := trial.Program(t, "chromium")
	options := append([]chromedp.ExecAllocatorOption{
		chromedp.ExecPath(path), chromedp.Headless, chromedp.NoSandbox, chromedp.DisableGPU, chromedp.NoFirstRun,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-sync", true), chromedp.UserDataDir(t.TempDir()), chromedp.WindowSize(1366, 768),
	}, more...)
	ctx, stop := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(stop)
	ctx, stop = chromedp.NewContext(ctx)
	t.Cleanup(stop)
	must(t, chromedp.Do(ctx))
	return &browser{t, ctx}
}

// do runs actions, each of which must work out.
func (b *browser) do(actions ...chromedp.Action[chromedp.Void]) {
	b.Helper()
	ctx, stop := context.WithTimeout(b.ctx, patience)
	defer stop()
	if err := chromedp.Do(ctx, actions...); err != nil {
		b.lost(err.Error())
	}
}

// got runs an action in the page and returns what it gives.
func got[T any](b *browser, action chromedp.Action[T]) (T, error) {
	ctx, stop := context.WithTimeout(b.ctx, patience)
	defer stop()
	return chromedp.Run(ctx, action)
}

// lost ends the test with what is in the page.
func (b *browser) lost(why string) {
	b.Helper()
	at, _ := got(b, chromedp.Location())
	b.Fatalf("%s\nat %s:\n%.1500s", why, at, b.text())
}

func (b *browser) text() string {
	text, _ := got(b, chromedp.Evaluate[string]("document.body ? document.body.innerText : ''"))
	return text
}

// is reports whether an expression is true in the page; a page that is just being left
// says no.
func (b *browser) is(expression string) bool {
	is, err := got(b, chromedp.Evaluate[bool](expression))
	return err == nil && is
}

// within tries something until it is so, for as long as a clerk waits.
func (b *browser) within(why string, so func() bool) {
	b.Helper()
	for end := time.Now().Add(patience); !so(); time.Sleep(30 * time.Millisecond) {
		if time.Now().After(end) {
			b.lost("waited in vain for " + why)
		}
	}
}

// holds waits until an expression is true in the page.
func (b *browser) holds(expression string) {
	b.Helper()
	b.within(expression, func() bool { return b.is(expression) })
}

// leaves does what leads to another page, and waits until that is there and no work runs
// in it any more.
func (b *browser) leaves(what func()) {
	b.Helper()
	b.within("a page that is there", func() bool { return b.is("window.left = document.readyState === 'complete'") })
	what()
	b.holds(`!window.left && document.readyState === "complete" && !document.querySelector("progress")`)
}

// press clicks the button or link with these words, and waits for what comes of it. A page
// that draws itself anew takes what was found away before it is clicked; it is found again.
func (b *browser) press(words string) {
	b.Helper()
	click := chromedp.Click(`//main//*[(self::button or self::a) and normalize-space()="` + words + `"] | //nav//*[(self::button or self::a) and normalize-space()="` + words + `"]`)
	b.leaves(func() {
		b.within("a click on "+words, func() bool {
			ctx, stop := context.WithTimeout(b.ctx, patience)
			defer stop()
			err := chromedp.Do(ctx, click)
			if err != nil && !strings.Contains(err.Error(), "(-32000)") {
				b.lost(words + ": " + err.Error())
			}
			return err == nil
		})
	})
}

// sees waits for a text in the page.
func (b *browser) sees(text string) {
	b.Helper()
	b.holds(`document.body && document.body.innerText.indexOf(` + strconv.Quote(text) + `) >= 0`)
}

// opens leads the browser to an address and waits for a text there.
func (b *browser) opens(address, text string) {
	b.Helper()
	b.do(chromedp.Navigate(address))
	b.sees(text)
	b.holds(`document.readyState === "complete"`)
}

// drop drops files on the page. A drop counts once the page has said that it takes it.
func (b *browser) drop(paths ...string) {
	b.Helper()
	data := &input.DragData{Items: []*input.DragDataItem{}, Files: paths, DragOperationsMask: 1}
	drag := func(kind input.DispatchDragEventType) {
		ctx, stop := context.WithTimeout(b.ctx, patience)
		defer stop()
		_, err := chromedp.Call(ctx, input.DispatchDragEvent, input.DispatchDragEventParams{Type: kind, X: 1000, Y: 300, Data: data})
		must(b.T, err)
	}
	const over = `document.querySelector("#zone").classList.contains("over")`
	b.within("a drop that is taken", func() bool {
		before, _ := got(b, chromedp.Evaluate[string](`document.querySelector("#tally").textContent`))
		drag("dragEnter")
		b.within("a page that takes a drop", func() bool {
			drag("dragOver")
			return b.is(over)
		})
		drag("dragOver")
		drag("drop")
		for end := time.Now().Add(5 * time.Second); time.Now().Before(end); time.Sleep(30 * time.Millisecond) {
			if b.is("!" + over + ` && document.querySelector("#tally").textContent !== ` + strconv.Quote(before)) {
				return true
			}
		}
		return false
	})
}

// received waits until files have come in, and the steps tell of so many units.
func (b *browser) received(files, units int) {
	b.Helper()
	b.sees(fmt.Sprintf("收完 %d 个文件", files))
	b.sees(fmt.Sprintf("收到 %d 个单位的表", units))
}

// picture keeps a picture of the view and of its print, where pictures are wanted.
func (b *browser) picture(name string) {
	b.Helper()
	if *pictures == "" {
		return
	}
	screen, err := got(b, chromedp.CaptureScreenshot())
	must(b.T, err)
	ctx, stop := context.WithTimeout(b.ctx, patience)
	defer stop()
	paper := true
	print, err := chromedp.Call(ctx, page.PrintToPDF, page.PrintToPDFParams{PreferCSSPageSize: &paper})
	must(b.T, err)
	must(b.T, os.MkdirAll(*pictures, 0o755))
	must(b.T, os.WriteFile(filepath.Join(*pictures, name+".png"), screen, 0o644))
	must(b.T, os.WriteFile(filepath.Join(*pictures, name+".pdf"), print.Data, 0o644))
}

// desk starts the desk page of the town and returns the address that lets one in.
func (w *town) desk() (entry string) {
	w.Helper()
	return w.openDesk(w.command("desk", "--no-browser", "--year", "2024"))
}

// openDesk starts a desk.
func (w *town) openDesk(c *exec.Cmd) (entry string) {
	w.Helper()
	c.Env = append(c.Environ(), "XDG_CACHE_HOME="+w.T.TempDir())
	c.Stderr = os.Stderr
	out, err := c.StdoutPipe()
	must(w.T, err)
	must(w.T, c.Start())
	w.Cleanup(func() {
		_ = c.Process.Signal(os.Interrupt)
		_ = c.Wait()
	})
	entry, err = bufio.NewReader(out).ReadString('\n')
	must(w.T, err)
	return strings.TrimSpace(entry)
}
