package office

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"path"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

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
	if !f.NonUTF8 && utf8.ValidString(f.Name) || utf8.ValidString(f.Name) {
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
