package main

import (
	"bufio"
	"context"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/input"
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

// newBrowser starts a browser of its own, as wide as a common screen.
func newBrowser(t *testing.T, more ...chromedp.ExecAllocatorOption) *browser {
	t.Helper()
	trial.OnlyLong(t, "starts a browser")
	path, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("there is no chromium")
	}
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
	ctx, stop := context.WithTimeout(b.ctx, 40*time.Second)
	defer stop()
	if err := chromedp.Do(ctx, actions...); err != nil {
		b.lost(err.Error())
	}
}

// got runs an action in the page and returns what it gives.
func got[T any](b *browser, action chromedp.Action[T]) (T, error) {
	ctx, stop := context.WithTimeout(b.ctx, 20*time.Second)
	defer stop()
	return chromedp.Run(ctx, action)
}

// lost ends the test with what stands in the page.
func (b *browser) lost(why string) {
	b.Helper()
	at, _ := got(b, chromedp.Location())
	b.Fatalf("%s\nat %s:\n%.1500s", why, at, b.text())
}

func (b *browser) text() string {
	text, _ := got(b, chromedp.Evaluate[string]("document.body ? document.body.innerText : ''"))
	return text
}

// holds waits until an expression is true in the page.
func (b *browser) holds(expression string) {
	b.Helper()
	for end := time.Now().Add(40 * time.Second); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		if is, err := got(b, chromedp.Evaluate[bool](expression)); err == nil && is {
			return
		}
	}
	b.lost("waited in vain for " + expression)
}

// press clicks the button or link with these words, and waits for what comes of it. A page
// that draws itself anew takes what was found away before it is clicked; it is found again.
func (b *browser) press(words string) {
	b.Helper()
	click := chromedp.Click(`//main//*[(self::button or self::a) and normalize-space()="` + words + `"] | //nav//*[(self::button or self::a) and normalize-space()="` + words + `"]`)
	for end := time.Now().Add(40 * time.Second); ; time.Sleep(50 * time.Millisecond) {
		ctx, stop := context.WithTimeout(b.ctx, 20*time.Second)
		err := chromedp.Do(ctx, click)
		stop()
		if err == nil {
			break
		}
		if !strings.Contains(err.Error(), "(-32000)") || time.Now().After(end) {
			b.lost(err.Error())
		}
	}
	b.settled()
}

// settled waits until no work runs any more.
func (b *browser) settled() {
	b.Helper()
	time.Sleep(150 * time.Millisecond)
	b.holds(`document.readyState === "complete" && !document.querySelector("progress")`)
}

// sees waits for a text in the page.
func (b *browser) sees(text string) {
	b.Helper()
	b.holds(`document.body.innerText.indexOf(` + strconv.Quote(text) + `) >= 0`)
}

// drop drops files on the page.
func (b *browser) drop(paths ...string) {
	b.Helper()
	data := &input.DragData{Items: []*input.DragDataItem{}, Files: paths, DragOperationsMask: 1}
	for _, kind := range []input.DispatchDragEventType{"dragEnter", "dragOver", "dragOver", "drop"} {
		time.Sleep(200 * time.Millisecond) // a drop counts once the page has said that it takes it
		ctx, stop := context.WithTimeout(b.ctx, 40*time.Second)
		defer stop()
		_, err := chromedp.Call(ctx, input.DispatchDragEvent, input.DispatchDragEventParams{Type: kind, X: 1000, Y: 300, Data: data})
		must(b.T, err)
	}
}

// picture keeps a picture of the view and of its print, where pictures are wanted.
func (b *browser) picture(name string) {
	b.Helper()
	if *pictures == "" {
		return
	}
	screen, err := got(b, chromedp.CaptureScreenshot())
	must(b.T, err)
	print, err := got(b, chromedp.PrintToPDF())
	must(b.T, err)
	must(b.T, os.MkdirAll(*pictures, 0o755))
	must(b.T, os.WriteFile(filepath.Join(*pictures, name+".png"), screen, 0o644))
	must(b.T, os.WriteFile(filepath.Join(*pictures, name+".pdf"), print, 0o644))
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
