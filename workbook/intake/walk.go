package intake

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
)

// walker lists the files to read under the paths, in a fixed order.
type walker struct {
	files   []string
	skipped []string
	seen    map[string]bool
	named   map[string]bool // files that are paths themselves
	beside  []Beside
}

// walk lists the files of the paths. A path that is not there is an error; a file
// that is named is read whatever it is.
func walk(paths []string) (*walker, error) {
	w := &walker{seen: map[string]bool{}, named: map[string]bool{}}
	for _, p := range paths {
		info, err := os.Stat(p)
		if err != nil {
			return nil, fmt.Errorf("找不到 %s: %w", p, err)
		}
		if !info.IsDir() {
			w.named[filepath.Clean(p)] = true
			w.add(p)
			continue
		}
		if err := w.folder(p); err != nil {
			return nil, fmt.Errorf("读取文件夹 %s: %w", p, err)
		}
	}
	return w, nil
}

func (w *walker) add(path string) {
	if path = filepath.Clean(path); !w.seen[path] {
		w.seen[path] = true
		w.files = append(w.files, path)
	}
}

func (w *walker) skip(path, why string) {
	w.skipped = append(w.skipped, filepath.ToSlash(path)+":"+why)
}

// folder lists a folder. One below that cannot be read is passed over with a note.
func (w *walker) folder(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		path := filepath.Join(dir, e.Name())
		switch why := w.unfit(e, path); {
		case why != "":
			w.skip(path, why)
			if what := whatOf(e.Name()); what != "" && why == notWorkbook {
				w.beside = append(w.beside, Beside{filepath.ToSlash(path), what})
			}
		case e.IsDir():
			if likeWorkbook(e.Name()) {
				w.skip(path, "是文件夹,不是表格;已查看其中的文件")
			}
			if err := w.folder(path); err != nil {
				w.skip(path, "文件夹打不开")
			}
		default:
			w.add(path)
		}
	}
	return nil
}

// unfit says why an entry of a folder is passed over, "" where it is not.
func (w *walker) unfit(e os.DirEntry, path string) string {
	name := e.Name()
	switch {
	case strings.HasPrefix(name, "~$"), strings.HasPrefix(name, ".~"):
		return "表格打开时的临时文件"
	case strings.HasPrefix(name, "."):
		return "隐藏文件"
	case e.IsDir():
		return ""
	case !e.Type().IsRegular():
		info, err := os.Stat(path)
		if err != nil || !info.Mode().IsRegular() {
			return "不是普通文件"
		}
	}
	if !likeWorkbook(name) && !looksLikeWorkbook(path) {
		return notWorkbook
	}
	return ""
}

const notWorkbook = "不是表格"

// workbookNames are the endings of files that are meant to be workbooks, also of
// kinds that are not read: those are refused by name rather than passed over.
var workbookNames = []string{
	".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlt", ".xlsb", ".et", ".ett", ".ods", ".fods", ".csv", ".html", ".htm", ".mht",
}

// otherPackages are the endings of files that are zip archives but no workbooks.
var otherPackages = []string{".docx", ".docm", ".dotx", ".pptx", ".ppsx", ".zip", ".odt", ".odp", ".ofd", ".jar", ".apk", ".epub", ".wps", ".dps"}

func likeWorkbook(name string) bool {
	return slices.Contains(workbookNames, strings.ToLower(filepath.Ext(name)))
}

// looksLikeWorkbook opens a file of an unknown ending: a workbook may have been
// renamed to 市科技局.xlsx.bak or have lost its ending.
func looksLikeWorkbook(path string) bool {
	if slices.Contains(otherPackages, strings.ToLower(filepath.Ext(path))) {
		return false
	}
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	var head [4]byte
	_, err = io.ReadFull(f, head[:])
	return err == nil && bytes.Equal(head[:], []byte("PK\x03\x04"))
}

// TooLarge is a file that is larger than what is read.
type TooLarge struct{ Size, Most int64 }

func (e *TooLarge) Error() string {
	return fmt.Sprintf("文件有 %d 字节,超过 %d 字节的上限;确需这么大,请用 --max-file 放宽", e.Size, e.Most)
}

var (
	errIrregular = errors.New("不是普通文件")
	errGrowing   = errors.New("读取的时候文件正在变大")
)

// ReadFile reads a file whole into room, which grows as needed. It looks first: opening a
// pipe may wait for ever, a device may never end, and a file may be larger than memory.
func ReadFile(path string, most int64, room []byte) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, err
	case info.IsDir():
		return nil, &os.PathError{Op: "open", Path: path, Err: syscall.EISDIR}
	case !info.Mode().IsRegular():
		return nil, &os.PathError{Op: "open", Path: path, Err: errIrregular}
	case info.Size() > most:
		return nil, &TooLarge{info.Size(), most}
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	if need := int(info.Size()) + 1; cap(room) < need {
		room = make([]byte, need+need/4)
	}
	n, err := io.ReadFull(file, room[:cap(room)])
	switch {
	case err == nil:
		return nil, &os.PathError{Op: "read", Path: path, Err: errGrowing}
	case !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF):
		return nil, err
	}
	return room[:n], nil
}

// Beside is a file that came in and is no workbook, but may be what a unit sent for
// its return.
type Beside struct {
	Path string // as found, with /
	What What
}

// What is what such a file is, by its ending.
type What string

// The kinds of files beside returns.
const (
	Archive  What = "archive"
	Fixed    What = "fixed"
	Picture  What = "picture"
	Shortcut What = "shortcut"
	Document What = "document"
)

// Word returns the kind as a clerk reads it.
func (w What) Word() string {
	return map[What]string{Archive: "压缩包", Fixed: "PDF 等版式文件", Picture: "图片", Shortcut: "快捷方式(不是文件本身)", Document: "文字或演示文件"}[w]
}

var whats = map[What][]string{
	Archive:  {".zip", ".rar", ".7z", ".tar", ".gz", ".tgz"},
	Fixed:    {".pdf", ".ofd"},
	Picture:  {".jpg", ".jpeg", ".png", ".bmp", ".gif", ".tif", ".tiff", ".heic", ".webp"},
	Shortcut: {".lnk", ".url", ".desktop"},
	Document: {".doc", ".docx", ".docm", ".wps", ".rtf", ".txt", ".odt", ".ppt", ".pptx", ".dps"},
}

// whatOf tells what a file is, "" where it is nothing that a return might be sent as.
func whatOf(name string) What {
	end := strings.ToLower(filepath.Ext(name))
	for what, ends := range whats {
		if slices.Contains(ends, end) {
			return what
		}
	}
	return ""
}
