package ooxml

import (
	"math/rand/v2"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding/simplifiedchinese"

	"tianbao/seeds/finding"
)

// literally is a file of these bytes.
func literally(s string) func() []byte { return func() []byte { return []byte(s) } }

// compoundOf is a compound file whose directory holds these names.
func compoundOf(names ...string) func() []byte {
	b := make([]byte, 512, 2048)
	copy(b, compoundSig)
	for i, name := range append([]string{"Root Entry"}, names...) {
		rec := make([]byte, 128)
		for j, u := range utf16.Encode([]rune(name)) {
			le.PutUint16(rec[2*j:], u)
		}
		le.PutUint16(rec[64:], uint16(2*len(name)+2))
		rec[66] = 2
		if i == 0 {
			rec[66] = 5
		}
		b = append(b, rec...)
	}
	b = append(b, make([]byte, 512)...)
	return literally(string(b))
}

// wideOf is text in UTF-16 with its mark.
func wideOf(s string, big bool) string {
	var b []byte
	for _, u := range utf16.Encode([]rune("\uFEFF" + s)) {
		if big {
			b = append(b, byte(u>>8), byte(u))
		} else {
			b = append(b, byte(u), byte(u>>8))
		}
	}
	return string(b)
}

// noise is n random bytes, the same each time.
func noise(n int) string {
	r := rand.New(rand.NewPCG(1, 2))
	b := make([]byte, n)
	for i := range b {
		b[i] = byte(r.Uint32())
	}
	return string(b)
}

// ownerFile is what Excel leaves beside an open workbook.
func ownerFile(user string) string {
	b := []byte(strings.Repeat(" ", 55) + strings.Repeat(" \x00", 55))
	b[0] = byte(len(user))
	copy(b[1:], user)
	b[55], b[56] = byte(len(user)), 0
	for i := range len(user) {
		b[57+2*i] = user[i]
	}
	return string(b)
}

// typed is a package whose workbook part has that content type.
func typed(kind string) func() []byte {
	return rowsOf("").edit("[Content_Types].xml", sheetType+"sheet.main+xml", kind).bytes
}

func oddKinds() []odd {
	gbk, err := simplifiedchinese.GB18030.NewEncoder().String("编号,内容\r\n1,新增就业\r\n")
	must(err)
	mime := func(kind string) func() []byte {
		return bundle{files: []file{{name: "mimetype", body: kind, plain: true}, {name: "content.xml", body: "<a/>"}}}.bytes
	}
	const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
	return []odd{
		{"empty file", literally(""), finding.FileEmpty, ""},
		{"one byte", literally("P"), finding.FileTruncated, ""},
		{"signature and no more", literally("PK\x03\x04"), finding.FileTruncated, ""},
		{"zero bytes only", literally(strings.Repeat("\x00", 4096)), finding.FileUnknown, ""},
		{"sealed by the unit's software", literally("E-SafeNet\x00LOCK" + string(noise(4000))), finding.FileSealed, ""},
		{"sealed by another", literally("%TSD-Header-###%" + string(noise(4000))), finding.FileSealed, ""},
		{"sealed, with a head of bytes", literally("b\x14#e\x02\x00E-SafeNet\x00LOCK" + string(noise(4000))), finding.FileSealed, ""},
		{"sealed, the mark further in", literally("\x10\x00\x04\x01E-SafeNet\x00LOCK" + string(noise(4000))), finding.FileSealed, ""},
		{"random bytes", literally(noise(10000)), finding.FileUnknown, ""},
		{"random bytes behind a signature", literally("PK\x03\x04" + noise(10000)), finding.FileTruncated, ""},
		{"owner file of an open workbook", literally(ownerFile("Zhang San")), finding.FileLock, ""},
		{"lock file of LibreOffice", literally(",zhang,pc-12,31.03.2025 09:00,file:///home/zhang;"), finding.FileLock, ""},
		{"BIFF2", literally("\x09\x00\x04\x00\x02\x00\x10\x00" + noise(99)), finding.FileXLS, ""},
		{"BIFF3", literally("\x09\x02\x06\x00\x00\x00\x10\x00\x00\x00" + noise(99)), finding.FileXLS, ""},
		{"BIFF4", literally("\x09\x04\x06\x00\x00\x00\x10\x00\x00\x00" + noise(99)), finding.FileXLS, ""},
		{"BIFF5 without a compound file", literally("\x09\x08\x08\x00\x00\x05\x05\x00" + noise(99)), finding.FileXLS, ""},
		{"BIFF8 without a compound file", literally("\x09\x08\x10\x00\x00\x06\x05\x00" + noise(99)), finding.FileXLS, ""},
		{"xls of Excel 5", compoundOf("Book", "\x05SummaryInformation"), finding.FileXLS, ""},
		{"xls of Excel 97", compoundOf("\x05SummaryInformation", "Workbook"), finding.FileXLS, ""},
		{"xls renamed xlsx, cut", func() []byte { return compoundOf("Workbook")()[:600] }, finding.FileTruncated, ""},
		{"et of WPS", compoundOf("Workbook", "ETExtData"), finding.FileET, ""},
		{"doc", compoundOf("1Table", "WordDocument"), finding.FileDocument, ""},
		{"ppt", compoundOf("PowerPoint Document"), finding.FileDocument, ""},
		{"encrypted workbook", compoundOf("EncryptionInfo", "EncryptedPackage"), finding.FileEncrypted, ""},
		{"compound file of nothing known", compoundOf("Whatever", "Else", "More", "Again"), finding.FileXLS, ""},
		{"xlsb", typed("application/vnd.ms-excel.sheet.binary.macroEnabled.main"), finding.FileXLSB, ""},
		{"docx", typed(word), finding.FileDocument, ""},
		{"pptx", typed(strings.Replace(word, "wordprocessingml.document", "presentationml.presentation", 1)), finding.FileDocument, ""},
		{"unknown main part", typed("application/octet-stream"), finding.PartUnfit, ""},
		{"template xltx", typed(sheetType + "template.main+xml"), "", ""},
		{"xlsm", typed("application/vnd.ms-excel.sheet.macroEnabled.main+xml"), "", ""},
		{"ods", mime("application/vnd.oasis.opendocument.spreadsheet"), finding.FileODS, ""},
		{"odt", mime("application/vnd.oasis.opendocument.text"), finding.FileDocument, ""},
		{"ods without its mimetype", rowsOf("").drop("[Content_Types].xml").set("META-INF/manifest.xml", "").set("content.xml", "").bytes, finding.FileODS, ""},
		{"flat ods", literally(`<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>`), finding.FileODS, ""},
		{"OFD", bundle{files: []file{{name: "OFD.xml", body: "<a/>"}}}.bytes, finding.FilePDF, ""},
		{"PDF", literally("%PDF-1.7\n" + noise(99)), finding.FilePDF, ""},
		{"PDF behind a few bytes", literally("\n\n%PDF-1.4\n"), finding.FilePDF, ""},
		{"RTF", literally(`{\rtf1\ansi}`), finding.FileDocument, ""},
		{"plain zip", bundle{files: []file{{name: "报表.xlsx", body: "x"}}}.bytes, finding.FileZip, ""},
		{"empty zip", bundle{}.bytes, finding.FileZip, ""},
		{"rar", literally("Rar!\x1A\x07\x01\x00" + noise(99)), finding.FileZip, ""},
		{"7z", literally("7z\xBC\xAF\x27\x1C" + noise(99)), finding.FileZip, ""},
		{"gzip", literally("\x1F\x8B\x08" + noise(99)), finding.FileZip, ""},
		{"JPEG", literally("\xFF\xD8\xFF\xE0" + noise(99)), finding.FilePicture, ""},
		{"PNG", literally("\x89PNG\r\n\x1A\n" + noise(99)), finding.FilePicture, ""},
		{"csv in UTF-8", literally("编号,内容\n1,新增就业\n"), finding.FileCSV, ""},
		{"csv with a mark", literally("\xEF\xBB\xBF编号,内容\n1,新增就业\n"), finding.FileCSV, ""},
		{"csv in GB 18030", literally(gbk), finding.FileCSV, ""},
		{"csv in UTF-16", literally(wideOf("编号\t内容\n", false)), finding.FileCSV, ""},
		{"html", literally("<html><table><tr><td>1</td></tr></table></html>"), finding.FileHTML, ""},
		{"html as Excel saves it", literally("\r\n<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head><meta charset=gb2312>"), finding.FileHTML, ""},
		{"html in UTF-16", literally(wideOf("<!DOCTYPE html><html></html>", true)), finding.FileHTML, ""},
		{"web archive", literally("MIME-Version: 1.0\r\nContent-Type: multipart/related"), finding.FileHTML, ""},
		{"web archive with a sender", literally("From: <Saved by WPS>\r\nSubject: 1\r\nMIME-Version: 1.0\r\n"), finding.FileHTML, ""},
		{"XML spreadsheet 2003", literally(`<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>`), finding.FileXML, ""},
		{"other XML", literally(`<?xml version="1.0"?><report/>`), finding.FileXML, ""},
	}
}
