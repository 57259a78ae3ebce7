package intake

import (
	"path/filepath"
	"strings"
)

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
		for _, e := range ends {
			if e == end {
				return what
			}
		}
	}
	return ""
}
