package ooxml

import (
	"bytes"
	"fmt"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"tianbao/seeds/finding"
)

// signatures are the beginnings of files that are no package.
var signatures = []struct {
	head string
	code finding.Code
	name string
}{
	{"%PDF-", finding.FilePDF, "PDF"},
	{"{\\rtf", finding.FileDocument, "RTF"},
	{"\xFF\xD8\xFF", finding.FilePicture, "JPEG"},
	{"\x89PNG", finding.FilePicture, "PNG"},
	{"GIF8", finding.FilePicture, "GIF"},
	{"II*\x00", finding.FilePicture, "TIFF"},
	{"MM\x00*", finding.FilePicture, "TIFF"},
	{"BM", finding.FilePicture, "BMP"},
	{"Rar!\x1A\x07", finding.FileZip, "RAR"},
	{"7z\xBC\xAF\x27\x1C", finding.FileZip, "7z"},
	{"\x1F\x8B", finding.FileZip, "gzip"},
	{"PK\x05\x06", finding.FileZip, "空压缩包"},
	{"MIME-Version:", finding.FileHTML, "MHTML"},
	{"E-SafeNet", finding.FileSealed, "E-SafeNet"}, // files that a unit's own software encrypts as they leave it
	{"%TSD-Header-###%", finding.FileSealed, "TSD"},
	{"\x62\x14\x23\x65", finding.FileSealed, "62 14 23 65"},
}

// notPackage says what a file is that is no zip package; nil for a package.
func notPackage(data []byte) error {
	switch {
	case len(data) == 0:
		return refuse(finding.FileEmpty)
	case bytes.HasPrefix(data, []byte(localSig)):
		return nil
	case bytes.HasPrefix([]byte(localSig), data):
		return refuse(finding.FileTruncated)
	case bytes.HasPrefix(data, []byte(compoundSig)):
		return compound(data)
	case lockFile(data):
		return refuse(finding.FileLock)
	}
	if v := biff(data); v > 0 {
		return refuse(finding.FileXLS, finding.Given(fmt.Sprintf("BIFF%d", v)))
	}
	for _, s := range signatures {
		if bytes.HasPrefix(data, []byte(s.head)) {
			return refuse(s.code, finding.Given(s.name))
		}
	}
	top := data[:min(len(data), 1024)]
	if bytes.Contains(top, []byte("E-SafeNet")) || bytes.Contains(top, []byte("TSD-Header")) {
		return refuse(finding.FileSealed)
	}
	if bytes.Contains(top, []byte("%PDF-")) {
		return refuse(finding.FilePDF, finding.Given("PDF"))
	}
	return plainText(data)
}

// biff returns the version of a bare BIFF stream, 0 where it is none.
func biff(data []byte) int {
	if len(data) < 6 || data[0] != 9 {
		return 0
	}
	kind := le.Uint16(data[4:])
	switch size := le.Uint16(data[2:]); {
	case data[1] == 0 && size == 4 && kind > 0:
		return 2
	case data[1] == 2 && (size == 4 || size == 6):
		return 3
	case data[1] == 4 && (size == 4 || size == 6):
		return 4
	case data[1] == 8 && size == 8 && kind == 0x0600, data[1] == 8 && size == 16:
		return 8
	case data[1] == 8 && size >= 4 && size <= 16:
		return 5
	}
	return 0
}

// lockFile knows the files that office programs leave beside an open workbook: 165
// bytes with the user's name twice, or LibreOffice's one line.
func lockFile(data []byte) bool {
	const size, wide = 165, 55
	if len(data) == size && data[0] > 0 && data[0] < wide && data[wide+1] == 0 {
		return data[wide-1] == ' ' || data[wide-1] == 0
	}
	return len(data) < 1024 && data[0] == ',' && bytes.HasSuffix(data, []byte(";")) &&
		bytes.Count(data, []byte(",")) >= 4 && !bytes.Contains(data, []byte("\n"))
}

// plainText tells web pages, XML and tables in plain text apart.
func plainText(data []byte) error {
	head := data[:min(len(data), 64<<10)]
	wide := bytes.HasPrefix(head, []byte("\xFF\xFE")) || bytes.HasPrefix(head, []byte("\xFE\xFF"))
	if wide {
		head = bytes.ReplaceAll(head[2:], []byte{0}, nil)
	}
	head = bytes.TrimPrefix(head, []byte("\xEF\xBB\xBF"))
	code, name := markup(head)
	switch {
	case name != "":
		return refuse(code, finding.Given(name))
	case wide:
		return refuse(finding.FileCSV)
	case !readable(head):
		return refuse(finding.FileUnknown)
	case bytes.Contains(head, []byte("\nMIME-Version:")): // below the sender of a web archive
		return refuse(finding.FileHTML, finding.Given("MHTML"))
	}
	return refuse(finding.FileCSV)
}

// markup knows text that is XML or a web page; "" where it is neither.
func markup(head []byte) (finding.Code, string) {
	low := bytes.ToLower(bytes.TrimLeft(head, " \t\r\n"))
	if !bytes.HasPrefix(low, []byte("<")) {
		return "", ""
	}
	for _, s := range []struct {
		text string
		code finding.Code
		name string
	}{
		{"urn:schemas-microsoft-com:office:spreadsheet", finding.FileXML, "XML 电子表格 2003"},
		{"urn:oasis:names:tc:opendocument", finding.FileODS, "OpenDocument XML"},
		{"<html", finding.FileHTML, "HTML"},
		{"<!doctype html", finding.FileHTML, "HTML"},
		{"<table", finding.FileHTML, "HTML"},
		{"<meta", finding.FileHTML, "HTML"},
		{"<?xml", finding.FileXML, "XML"},
	} {
		if bytes.Contains(low, []byte(s.text)) {
			return s.code, s.name
		}
	}
	return "", ""
}

// readable reports whether the bytes are text, in UTF-8 or GB 18030.
func readable(head []byte) bool {
	for _, c := range head {
		if c < ' ' && !blank(c) && c != '\f' {
			return false
		}
	}
	for cut := 0; cut < utf8.UTFMax && cut < len(head); cut++ {
		if utf8.Valid(head[:len(head)-cut]) {
			return true
		}
	}
	text, err := simplifiedchinese.GB18030.NewDecoder().Bytes(head[:len(head)&^1])
	return err == nil && bytes.Count(text, []byte("\uFFFD"))*50 < len(text)
}

const compoundSig = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"

// compound says what a compound file holds, by the names in its directory. The
// sector chains are not followed, so a damaged one still gets its name.
func compound(data []byte) error {
	const record, nameSize = 128, 64
	found := map[string]bool{}
	for at := 512; at+record <= len(data); at += record {
		b := data[at : at+record]
		n := int(le.Uint16(b[nameSize:]))
		if n < 4 || n > nameSize || n%2 != 0 || b[nameSize+2] == 0 || b[nameSize+2] > 5 {
			continue
		}
		units := make([]uint16, n/2-1)
		for i := range units {
			units[i] = le.Uint16(b[2*i:])
		}
		if name := string(utf16.Decode(units)); streams[name] {
			found[name] = true
		}
	}
	switch {
	case found["EncryptedPackage"] || found["EncryptionInfo"]:
		return refuse(finding.FileEncrypted)
	case found["ETExtData"]:
		return refuse(finding.FileET)
	case found["Workbook"]:
		return refuse(finding.FileXLS, finding.Given("BIFF8"))
	case found["Book"]:
		return refuse(finding.FileXLS, finding.Given("BIFF5"))
	case len(found) > 0:
		return refuse(finding.FileDocument)
	case len(data) < 1024:
		return refuse(finding.FileTruncated)
	}
	return refuse(finding.FileXLS, finding.Message("这是旧格式的 Office 文件(多为 .xls 或 .et),不是 .xlsx"))
}

// streams are the names that tell compound files apart.
var streams = map[string]bool{
	"EncryptedPackage": true, "EncryptionInfo": true, "ETExtData": true, "Workbook": true, "Book": true,
	"WordDocument": true, "PowerPoint Document": true, "VisioDocument": true,
}
