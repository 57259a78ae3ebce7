package page

import (
	"cmp"
	"context"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"time"

	"tianbao/cmd/tianbao/internal/office"
)

// ServeOptions say where the desk is served, and who by.
type ServeOptions struct {
	Job   office.Job
	Now   func() time.Time
	Port  int    // 0 for a free one
	Dir   string // the folder worked in, in full
	Cache string // a folder that only this user can read
	Who   string // user and machine, told to others who want the folder
	// Open shows a file in the browser; nil to show none.
	Open func(path string) error
	// Ready hears the desk's address, and the one that lets a browser in.
	Ready func(address, entry string)
}

// idle is how long a desk stays open without being asked for anything.
const idle = 12 * time.Hour

// again is the address at which a second start asks the first for a way in.
const again = "/again"

// keyHeader carries the key that the second start has read in the private file.
const keyHeader = "X-Tianbao-Key"

// record is what the first start leaves for a second one, in the private folder.
type record struct{ Address, Key string }

// Serve keeps the desk of a folder open until ctx ends, its button is pressed, or nobody
// has asked for anything for half a day. Where the same user has it open already, it
// shows that one instead.
func Serve(ctx context.Context, o ServeOptions) error {
	files := o.files()
	claim, holder, err := office.Claim(o.Job, o.Who)
	if errors.Is(err, office.ErrClaimed) {
		return o.join(files, holder)
	}
	if err != nil {
		return err
	}
	defer claim.Close()
	listener, err := net.Listen("tcp4", fmt.Sprintf("127.0.0.1:%d", o.Port))
	if err != nil {
		return fmt.Errorf("端口 %d 用不了,可能被别的程序占着。请换一个 --port,或不写", o.Port)
	}
	host := listener.Addr().String()
	_, port, _ := net.SplitHostPort(host)
	d := NewDesk(ctx, o.Job, o.Now, host, port)
	d.folder = o.Dir
	defer files.clear()
	r := record{"http://" + host, random()}
	if err := files.leave(r); err != nil {
		return err
	}
	server := &http.Server{Handler: o.second(d, files, r.Key), ReadHeaderTimeout: 10 * time.Second, IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 64 << 10}
	go d.endWhenIdle()
	context.AfterFunc(d.ctx, func() {
		last, stop := context.WithTimeout(context.Background(), 3*time.Second)
		defer stop()
		_ = server.Shutdown(last)
	})
	o.Ready(r.Address+"/", d.Entry())
	if err := o.show(files, d.Entry()); err != nil {
		return err
	}
	err = server.Serve(listener)
	d.settle()
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}

// second lets a second start of the same user ask for a way in, before the door.
func (o *ServeOptions) second(d *Desk, files entryFiles, key string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != again {
			d.ServeHTTP(w, r)
			return
		}
		if r.Method != http.MethodPost || subtle.ConstantTimeCompare([]byte(r.Header.Get(keyHeader)), []byte(key)) != 1 {
			refuse(w, "这个请求不是从本机的程序发出的")
			return
		}
		if err := files.write(d.Entry()); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	})
}

// join shows the desk that the same user has open; of another one it says who has it.
func (o *ServeOptions) join(files entryFiles, holder string) error {
	if r, err := files.read(); err == nil {
		request, err := http.NewRequest(http.MethodPost, r.Address+again, nil)
		if err == nil {
			request.Header.Set(keyHeader, r.Key)
			answer, err := (&http.Client{Timeout: 5 * time.Second}).Do(request)
			if err == nil {
				answer.Body.Close()
			}
			if err == nil && answer.StatusCode == http.StatusOK {
				o.Ready(r.Address+"/", "")
				if o.Open != nil {
					return o.Open(files.entry)
				}
				return nil
			}
		}
	}
	holder = cmp.Or(holder, "别人")
	return fmt.Errorf("这个文件夹的工作台正由 %s 打开着,请等那边结束,或到那台电脑上用", holder)
}

// show leads the browser in by a private file, so that no command line shows the token.
func (o *ServeOptions) show(files entryFiles, entry string) error {
	if o.Open == nil {
		return nil
	}
	if err := files.write(entry); err != nil {
		return err
	}
	return o.Open(files.entry)
}

// entryFiles are the private files of one folder's desk.
type entryFiles struct{ entry, record string }

func (o *ServeOptions) files() entryFiles {
	sum := sha256.Sum256([]byte(o.Dir))
	name := filepath.Join(o.Cache, "desk-"+hex.EncodeToString(sum[:8]))
	return entryFiles{name + ".html", name + ".json"}
}

func (f entryFiles) leave(r record) error {
	data, err := json.Marshal(r)
	if err != nil {
		return err
	}
	return private(f.record, data)
}

// mostRecord is more than a record of ours takes.
const mostRecord = 1 << 16

func (f entryFiles) read() (r record, err error) {
	file, err := os.Open(f.record)
	if err != nil {
		return r, err
	}
	defer file.Close()
	return r, json.NewDecoder(io.LimitReader(file, mostRecord)).Decode(&r)
}

// write makes the file that leads a browser to an entry address.
func (f entryFiles) write(entry string) error {
	return private(f.entry, []byte("<!DOCTYPE html>\n<meta charset=\"utf-8\">\n<meta name=\"referrer\" content=\"no-referrer\">\n"+
		"<meta http-equiv=\"refresh\" content=\"0; url="+entry+"\">\n<title>填报</title>\n<p><a href=\""+entry+"\">打开填报工作台</a></p>\n"))
}

func (f entryFiles) clear() {
	os.Remove(f.entry)
	os.Remove(f.record)
}

// private writes a file that only its user can read.
func private(path string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	os.Remove(path)
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if e := f.Close(); err == nil {
		err = e
	}
	return err
}
