package office

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"tianbao/seeds/plan"
	"tianbao/workbook/intake"
)

// ReceiveOptions are a file that came in: a return, or an archive of some.
type ReceiveOptions struct {
	Job
	Plan *plan.Plan // it is judged by
	Name string     // as it came; it is not trusted
	Data []byte
	Turn sync.Locker // held while something is written: several files may come in at once
}

// Received is what became of a file that came in.
type Received struct {
	Name   string       // in 报送; of one that was not taken, its own
	Taken  bool         // it lies in 报送
	Before bool         // and lay there before
	Why    string       // it was not taken, or not judged; "" where File is set
	File   *intake.File // judged by itself
}

// The bounds of an archive, beside those of its files.
const (
	mostUnpacked = 2 << 30
	mostPacked   = 5000
)

// Receive puts a file that came in, or those of an archive, into 报送 and judges each by
// itself. None goes over another: where one of the name is there, it gets a number. hear
// is told of each as soon as it is done; what programs leave beside files is passed over.
func Receive(ctx context.Context, o ReceiveOptions, hear func(Received)) error {
	name := plainName(o.Name)
	switch {
	case passing(name):
		return nil
	case !IsArchive(name):
		hear(o.one(ctx, name, o.Data))
		return ctx.Err()
	}
	left, err := unpack(o.Data, bounds{o.Limits.File, mostUnpacked, mostPacked}, func(name string, data []byte) error {
		hear(o.one(ctx, name, data))
		return ctx.Err()
	})
	if err != nil && ctx.Err() == nil {
		left = append(left, err.Error())
	}
	for _, why := range left {
		hear(Received{Name: name, Why: why})
	}
	return ctx.Err()
}

func (o *ReceiveOptions) one(ctx context.Context, name string, data []byte) Received {
	o.Turn.Lock()
	path, before, err := o.put(ctx, name, data)
	o.Turn.Unlock()
	if err != nil {
		return Received{Name: name, Why: Explain(err)}
	}
	got := Received{Name: filepath.Base(path), Taken: true, Before: before}
	j := o.quietly()
	switch batch, err := j.load(ctx, o.Plan, intakes{paths: []string{path}, drop: true}); {
	case err != nil:
		got.Why = Explain(err)
	case len(batch.Files) > 0:
		got.File = batch.Files[0]
	case len(batch.Skipped) > 0:
		_, got.Why, _ = strings.Cut(batch.Skipped[0], ":")
	default:
		got.Why = "不是表格"
	}
	return got
}

// put writes a file under its own name or, where another file has that, with a number
// behind it. It returns where the file lies and whether it lay there already.
func (o *ReceiveOptions) put(ctx context.Context, name string, data []byte) (path string, before bool, err error) {
	for n := 1; ; n++ {
		path = o.in(filepath.Join(ReturnDir, numbered(name, n)))
		before = exists(path)
		err := writeOne(ctx, newOutbox(false), path, data, nil)
		var other *Different
		if !errors.As(err, &other) {
			return path, before, err
		}
	}
}

// numbered is a name with a number before its ending: 表(2).xlsx.
func numbered(name string, n int) string {
	if n < 2 {
		return name
	}
	ext := filepath.Ext(name)
	return fmt.Sprintf("%s(%d)%s", strings.TrimSuffix(name, ext), n, ext)
}

// bounds are those of an archive that came in.
type bounds struct {
	file  int64 // bytes of one file
	all   int64 // bytes of all that it holds
	files int
}

// IsArchive reports whether it is a name whose file is unpacked when it comes in.
func IsArchive(name string) bool { return strings.EqualFold(path.Ext(name), ".zip") }

// unpack hands on the files of an archive, one at a time, and returns what was left
// out, each with its reason. Folders in it go, names stay.
func unpack(data []byte, b bounds, take func(name string, data []byte) error) (left []string, err error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("压缩包打不开,可能没有传完整")
	}
	if len(z.File) > b.files {
		return nil, fmt.Errorf("压缩包里有 %d 个文件,超过 %d 个", len(z.File), b.files)
	}
	room := b.all
	for _, f := range z.File {
		name := plainName(entryName(f))
		if f.FileInfo().IsDir() || passing(name) || strings.HasPrefix(f.Name, "__MACOSX/") {
			continue
		}
		one, err := packed(f, min(b.file, room))
		if err != nil {
			left = append(left, name+":"+err.Error())
			continue
		}
		room -= int64(len(one))
		if err := take(name, one); err != nil {
			return left, err
		}
	}
	return left, nil
}

// packed reads one file of an archive whole.
func packed(f *zip.File, most int64) ([]byte, error) {
	switch {
	case f.Flags&1 != 0:
		return nil, fmt.Errorf("加了密码,请先解开")
	case !f.Mode().IsRegular():
		return nil, fmt.Errorf("不是普通文件")
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("解不开")
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, most+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("解不开,可能已经损坏")
	case int64(len(data)) > most:
		return nil, fmt.Errorf("太大")
	}
	return data, nil
}

// entryName is the name of an entry: in UTF-8, or as Windows in China writes it.
func entryName(f *zip.File) string {
	if utf8.ValidString(f.Name) {
		return f.Name
	}
	if name, err := simplifiedchinese.GB18030.NewDecoder().String(f.Name); err == nil {
		return name
	}
	return strings.ToValidUTF8(f.Name, "_")
}

// longest is the most bytes of a name that every file system takes.
const longest = 200

// plainName is a file name that stays in the folder it is written to: without
// folders, marks and characters that a system reads otherwise.
func plainName(name string) string {
	name = path.Base(strings.ReplaceAll(name, `\`, "/"))
	name = strings.Map(func(r rune) rune {
		switch {
		case r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 || strings.ContainsRune(`<>:"/\|?*`, r),
			r >= 0x200b && r <= 0x200f, r >= 0x2028 && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r == 0xfeff, r == utf8.RuneError:
			return '_'
		}
		return r
	}, name)
	ext := path.Ext(name)
	for len(name) > longest && len(ext) < longest {
		stem := []rune(strings.TrimSuffix(name, ext))
		name = string(stem[:len(stem)-1]) + ext
	}
	if name = strings.TrimRight(name, ". "); name == "" || reserved(name) {
		return "_" + name
	}
	return name
}

// reserved reports whether it is a name that Windows keeps for a device.
func reserved(name string) bool {
	stem, _, _ := strings.Cut(strings.ToUpper(name), ".")
	switch stem = strings.TrimSpace(stem); stem {
	case "CON", "PRN", "AUX", "NUL":
		return true
	}
	return len(stem) == 4 && (strings.HasPrefix(stem, "COM") || strings.HasPrefix(stem, "LPT")) && stem[3] >= '0' && stem[3] <= '9'
}

// passing reports whether it is a file that programs leave beside others and nobody means to send.
func passing(name string) bool {
	switch strings.ToLower(name) {
	case "thumbs.db", "desktop.ini":
		return true
	}
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$")
}
