package ooxml

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding/simplifiedchinese"

	"tianbao/seeds/finding"
)

// one is a sound workbook with one cell.
func one() bundle { return rowsOf(`<row r="1"><c r="A1"><v>1</v></c></row>`) }

// lying is the sound workbook with a lie about its sheet.
func lying(change func(h *header)) func() []byte { return one().lie(sheetName, change).bytes }

// ending changes the end of the directory of the sound workbook.
func ending(change func(end []byte)) func() []byte {
	p := one()
	p.end = func(end []byte) []byte { change(end); return end }
	return p.bytes
}

// named adds a file of that name to the sound workbook.
func named(name string) func() []byte { return one().set(name, "x").bytes }

// extra64 is a zip64 extra field with these values.
func extra64(values ...uint64) string {
	b := le.AppendUint16(nil, 1)
	b = le.AppendUint16(b, uint16(8*len(values)))
	for _, v := range values {
		b = le.AppendUint64(b, v)
	}
	return string(b)
}

// wholly64 rewrites the end of a package to zip64, with these changes to its record.
func wholly64(change func(record []byte)) func() []byte {
	p := one()
	p.end = func(end []byte) []byte {
		rec := append([]byte(end64Sig), make([]byte, end64Len-4)...)
		le.PutUint64(rec[4:], end64Len-12)
		le.PutUint64(rec[24:], uint64(le.Uint16(end[8:])))
		le.PutUint64(rec[32:], uint64(le.Uint16(end[10:])))
		le.PutUint64(rec[40:], uint64(le.Uint32(end[12:])))
		le.PutUint64(rec[48:], uint64(le.Uint32(end[16:])))
		loc := append([]byte(locatorSig), make([]byte, locatorLen-4)...)
		le.PutUint64(loc[8:], uint64(le.Uint32(end[12:])+le.Uint32(end[16:])))
		loc[16] = 1
		le.PutUint16(end[8:], max16)
		le.PutUint16(end[10:], max16)
		le.PutUint32(end[12:], max32)
		le.PutUint32(end[16:], max32)
		change(rec)
		return slices.Concat(rec, loc, end)
	}
	return p.bytes
}

func oddZips() []odd {
	return []odd{
		{"sound", one().bytes, "", "A1=1"},
		{"sound, all parts stored", func() []byte {
			p := one()
			for i := range p.files {
				p.files[i].plain = true
			}
			return p.bytes()
		}, "", "A1=1"},
		{"cut in the middle", func() []byte { b := one().bytes(); return b[:len(b)/2] }, finding.FileTruncated, ""},
		{"cut by one byte", func() []byte { b := one().bytes(); return b[:len(b)-1] }, finding.FileTruncated, ""},
		{"with a comment", func() []byte { p := one(); p.comment = "PK\x05\x06"; return p.bytes() }, "", "A1=1"},
		{"comment longer than there is room", ending(func(b []byte) { b[20] = 5 }), finding.FileTruncated, ""},
		{"bytes behind the end", func() []byte { p := one(); p.tail = "tail"; return p.bytes() }, finding.ZipDamaged, ""},
		{"the first half overwritten with zeros", func() []byte { b := one().bytes(); clear(b[4 : len(b)/2]); return b }, finding.ZipDamaged, ""},
		{"bytes before the first entry", func() []byte { p := one(); p.head = localSig + "junk"; return p.bytes() }, "", "A1=1"},
		{"a program before the package", func() []byte { p := one(); p.head = "MZ\x90\x00\x03\x00\x00\x00"; return p.bytes() }, finding.FileUnknown, ""},
		{"directory elsewhere", ending(func(b []byte) { le.PutUint32(b[16:], 0) }), finding.ZipDamaged, ""},
		{"directory behind the end", ending(func(b []byte) { le.PutUint32(b[16:], 1<<31) }), finding.ZipDamaged, ""},
		{"fewer entries declared", ending(func(b []byte) { b[8]--; b[10]-- }), finding.ZipDamaged, ""},
		{"more entries declared", ending(func(b []byte) { b[8]++; b[10]++ }), finding.ZipDamaged, ""},
		{"sixty thousand entries declared", ending(func(b []byte) { le.PutUint16(b[8:], 60000); le.PutUint16(b[10:], 60000) }), finding.LimitEntries, ""},
		{"one of several disks", ending(func(b []byte) { b[4] = 1 }), finding.ZipDamaged, ""},
		{"zip64", wholly64(func([]byte) {}), "", "A1=1"},
		{"zip64 with an endless count", wholly64(func(b []byte) { le.PutUint64(b[32:], math.MaxUint64) }), finding.LimitEntries, ""},
		{"zip64 with an offset beyond counting", wholly64(func(b []byte) { le.PutUint64(b[48:], math.MaxUint64-7) }), finding.ZipDamaged, ""},
		{"zip64 with a size beyond counting", wholly64(func(b []byte) { le.PutUint64(b[40:], math.MaxUint64) }), finding.ZipDamaged, ""},
		{"zip64 with a record of the wrong length", wholly64(func(b []byte) { le.PutUint64(b[4:], math.MaxUint64-100) }), finding.ZipDamaged, ""},
		{"zip64 announced and not there", ending(func(b []byte) { le.PutUint32(b[16:], max32) }), finding.ZipDamaged, ""},
		{"sizes in a zip64 field", lying(func(h *header) {
			h.extra = extra64(uint64(h.size), uint64(h.packed))
			h.flags |= flagTrailing
			h.size, h.packed, h.localSize = max32, max32, 0
		}), "", "A1=1"}, // as writers to a stream leave it
		{"sizes in a zip64 field that the entry lacks", lying(func(h *header) {
			h.extra = extra64(uint64(h.size), uint64(h.packed))
			h.size, h.packed, h.localSize = max32, max32, max32
		}), finding.ZipDamaged, ""},
		{"sizes in a zip64 field of the directory alone", func() []byte {
			b := lying(func(h *header) { h.extra = extra64(uint64(h.size)); h.size = max32 })()
			return b
		}, "", "A1=1"},
		{"a size beyond counting in a zip64 field", lying(func(h *header) { h.extra = extra64(math.MaxUint64); h.size = max32 }), finding.ZipDamaged, ""},
		{"a zip64 field too short", lying(func(h *header) { h.extra = "\x01\x00\x04\x00abcd"; h.size = max32 }), finding.ZipDamaged, ""},
		{"4 GiB declared", lying(func(h *header) { h.size, h.localSize = max32-1, max32-1 }), finding.LimitPart, ""},
		{"300 MB declared, a few bytes there", lying(func(h *header) { h.size, h.localSize = 300e6, 300e6 }), finding.PartDamaged, ""},
		{"one byte less declared", lying(func(h *header) { h.size--; h.localSize-- }), finding.PartDamaged, ""},
		{"one byte more declared", lying(func(h *header) { h.size++; h.localSize++ }), finding.PartDamaged, ""},
		{"directory and entry disagree on the size", lying(func(h *header) { h.size++ }), finding.ZipDamaged, ""},
		{"directory and entry disagree on the name", lying(func(h *header) { h.local = "xl/worksheets/sheet2.xml" }), finding.ZipDamaged, ""},
		{"checksum wrong", lying(func(h *header) { h.crc++ }), finding.PartDamaged, ""},
		{"checksum of an unread part wrong", one().set("xl/media/image1.png", "x").lie("xl/media/image1.png", func(h *header) { h.crc++ }).bytes, finding.PartDamaged, ""},
		{"a bit flipped in the packed bytes", lying(func(h *header) { h.data[len(h.data)/2] ^= 4 }), finding.PartDamaged, ""},
		{"packed bytes cut", lying(func(h *header) { h.data = h.data[:len(h.data)-9]; h.packed -= 9 }), finding.PartDamaged, ""},
		{"entry behind the directory", lying(func(h *header) { h.localAt = 1 << 30 }), finding.ZipDamaged, ""},
		{"entry runs into the directory", lying(func(h *header) { h.packed += 5000 }), finding.ZipDamaged, ""},
		{"two entries share their bytes", one().set("xl/copy.xml", "").lie("xl/copy.xml", func(h *header) { h.localAt = 0; h.central = "[Content_Types].xml" }).bytes, finding.ZipDamaged, ""},
		{"password on an entry", lying(func(h *header) { h.flags |= flagLocked }), finding.FileEncrypted, ""},
		{"unknown compression", lying(func(h *header) { h.method = 14 }), finding.ZipDamaged, ""},
		{"stored with two sizes", lying(func(h *header) { h.method = 0 }), finding.ZipDamaged, ""},
		{"sizes behind the data", lying(func(h *header) { h.flags |= flagTrailing }), "", "A1=1"},
		{"a symbolic link", one().set("xl/link", "/etc/passwd").lie("xl/link", func(h *header) { h.attrs = 0xA1FF << 16 }).bytes, finding.ZipNames, ""},
		{"a folder entry", one().set("xl/media/", "").bytes, "", "A1=1"},
		{"name climbs out", named("../../evil.xml"), finding.ZipNames, ""},
		{"name climbs inside", named("xl/../evil.xml"), finding.ZipNames, ""},
		{"name climbs with backslashes", named(`..\..\evil.xml`), finding.ZipNames, ""},
		{"name climbs in percent", named("xl/%2e%2e/%2e%2e/evil.xml"), finding.ZipNames, ""},
		{"absolute name", named("/etc/passwd"), finding.ZipNames, ""},
		{"name with a drive", named("C:/windows/evil.xml"), finding.ZipNames, ""},
		{"name with a zero byte", named("xl/evil\x00.xml"), finding.ZipNames, ""},
		{"empty name", one().set("", "x").bytes, finding.ZipNames, ""},
		{"empty folder name", named("xl//evil.xml"), finding.ZipNames, ""},
		{"an entry twice", func() []byte { p := one(); p.files = append(p.files, p.files[6]); return p.bytes() }, finding.ZipNames, ""},
		{"an entry twice in other letters", one().set("XL/Worksheets/SHEET1.xml", "x").bytes, finding.ZipNames, ""},
		{"a package inside", one().set("xl/embeddings/inner.xlsx", string(one().bytes())).bytes, "", "A1=1"},
		{"twenty thousand entries", func() []byte {
			p := one()
			for range 20000 {
				p.files = append(p.files, file{name: "xl/media/" + strings.Repeat("a", 1+len(p.files)%50), plain: true})
			}
			return p.bytes()
		}, finding.LimitEntries, ""},
	}
}

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
