package ooxml

import (
	"unicode/utf16"

	"tianbao/seeds/finding"
)

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
