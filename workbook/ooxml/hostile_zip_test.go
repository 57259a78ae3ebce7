package ooxml

import (
	"math"
	"slices"
	"strings"

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
