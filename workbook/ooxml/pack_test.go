package ooxml

import (
	"bytes"
	"hash/crc32"
	"slices"
	"strings"

	"github.com/klauspost/compress/flate"
)

// file is one file of a package under construction. What lie changes is what the
// headers claim; nil leaves them true.
type file struct {
	name  string
	body  string
	plain bool // stored, not deflated
	lie   func(h *header)
}

// header is what a package claims about a file.
type header struct {
	local, central string // names
	flags, method  uint16
	crc            uint32
	packed, size   uint32
	localAt        uint32
	attrs          uint32
	extra          string // of the directory
	data           []byte // as packed
	localSize      uint32
}

// bundle is a package under construction.
type bundle struct {
	files   []file
	head    string // before the first file
	comment string
	end     func(end []byte) []byte // changes the end of the directory
	tail    string
}

// bytes writes the package.
func (p bundle) bytes() []byte {
	out := []byte(p.head)
	var dir []byte
	for _, f := range p.files {
		h := header{local: f.name, central: f.name, crc: crc32.ChecksumIEEE([]byte(f.body)),
			size: uint32(len(f.body)), localAt: uint32(len(out)), data: []byte(f.body)}
		if !f.plain {
			h.method, h.data = 8, deflated(f.body)
		}
		h.packed, h.localSize = uint32(len(h.data)), h.size
		if f.lie != nil {
			f.lie(&h)
		}
		out = append(out, localSig...)
		out = h.common(out, h.localSize)
		out = le.AppendUint16(out, uint16(len(h.local)))
		out = le.AppendUint16(out, 0)
		out = append(append(out, h.local...), h.data...)
		dir = append(dir, centralSig+"\x14\x03"...)
		dir = h.common(dir, h.size)
		dir = le.AppendUint16(dir, uint16(len(h.central)))
		dir = le.AppendUint16(dir, uint16(len(h.extra)))
		dir = append(dir, 0, 0, 0, 0, 0, 0)
		dir = le.AppendUint32(dir, h.attrs)
		dir = le.AppendUint32(dir, h.localAt)
		dir = append(append(dir, h.central...), h.extra...)
	}
	at := len(out)
	out = append(out, dir...)
	end := append([]byte(endSig), 0, 0, 0, 0)
	end = le.AppendUint16(end, uint16(len(p.files)))
	end = le.AppendUint16(end, uint16(len(p.files)))
	end = le.AppendUint32(end, uint32(len(dir)))
	end = le.AppendUint32(end, uint32(at))
	end = le.AppendUint16(end, uint16(len(p.comment)))
	end = append(end, p.comment...)
	if p.end != nil {
		end = p.end(end)
	}
	return append(append(out, end...), p.tail...)
}

// common appends what both headers of a file share.
func (h *header) common(b []byte, size uint32) []byte {
	b = le.AppendUint16(b, 20)
	b = le.AppendUint16(b, h.flags)
	b = le.AppendUint16(b, h.method)
	b = append(b, 0, 0, 0x21, 0)
	b = le.AppendUint32(b, h.crc)
	b = le.AppendUint32(b, h.packed)
	return le.AppendUint32(b, size)
}

func deflated(body string) []byte {
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.BestSpeed)
	must(err)
	_, err = w.Write([]byte(body))
	must(err)
	must(w.Close())
	return b.Bytes()
}

const (
	xmlHead   = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	mainNS    = `http://schemas.openxmlformats.org/spreadsheetml/2006/main`
	relNS     = `http://schemas.openxmlformats.org/officeDocument/2006/relationships`
	packNS    = `http://schemas.openxmlformats.org/package/2006/relationships`
	sheetType = `application/vnd.openxmlformats-officedocument.spreadsheetml.`
)

// sheetName is the part that sheet bodies are put into.
const sheetName = "xl/worksheets/sheet1.xml"

// workbookOf is a sound workbook with one sheet of that body (what is inside
// worksheet) and a table of three strings: 甲, 乙, 丙.
func workbookOf(body string) bundle {
	return bundle{files: []file{
		{name: "[Content_Types].xml", body: xmlHead + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
			`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
			`<Default Extension="xml" ContentType="application/xml"/>` +
			`<Override PartName="/xl/workbook.xml" ContentType="` + sheetType + `sheet.main+xml"/>` +
			`<Override PartName="/xl/worksheets/sheet1.xml" ContentType="` + sheetType + `worksheet+xml"/>` +
			`<Override PartName="/xl/styles.xml" ContentType="` + sheetType + `styles+xml"/>` +
			`<Override PartName="/xl/sharedStrings.xml" ContentType="` + sheetType + `sharedStrings+xml"/></Types>`},
		{name: "_rels/.rels", body: xmlHead + `<Relationships xmlns="` + packNS + `">` +
			`<Relationship Id="rId1" Type="` + relNS + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{name: "xl/workbook.xml", body: xmlHead + `<workbook xmlns="` + mainNS + `" xmlns:r="` + relNS + `">` +
			`<sheets><sheet name="表一" sheetId="1" r:id="rId1"/></sheets></workbook>`},
		{name: "xl/_rels/workbook.xml.rels", body: xmlHead + `<Relationships xmlns="` + packNS + `">` +
			`<Relationship Id="rId1" Type="` + relNS + `/worksheet" Target="worksheets/sheet1.xml"/>` +
			`<Relationship Id="rId2" Type="` + relNS + `/styles" Target="styles.xml"/>` +
			`<Relationship Id="rId3" Type="` + relNS + `/sharedStrings" Target="sharedStrings.xml"/></Relationships>`},
		{name: "xl/styles.xml", body: xmlHead + `<styleSheet xmlns="` + mainNS + `"><numFmts count="1">` +
			`<numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><cellXfs count="4">` +
			`<xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="164"/><xf numFmtId="0"><protection locked="0"/></xf></cellXfs></styleSheet>`},
		{name: "xl/sharedStrings.xml", body: xmlHead + `<sst xmlns="` + mainNS + `" count="3" uniqueCount="3">` +
			`<si><t>甲</t></si><si><t>乙</t></si><si><t>丙</t></si></sst>`},
		{name: sheetName, body: sheetOf(body)},
	}}
}

// sheetOf wraps what is inside a worksheet.
func sheetOf(body string) string {
	return xmlHead + `<worksheet xmlns="` + mainNS + `" xmlns:r="` + relNS + `">` + body + `</worksheet>`
}

// rowsOf is a workbook whose sheet holds these row elements.
func rowsOf(rows string) bundle { return workbookOf("<sheetData>" + rows + "</sheetData>") }

// set replaces the body of a file, or adds the file.
func (p bundle) set(name, body string) bundle {
	p.files = slices.Clone(p.files)
	for i := range p.files {
		if p.files[i].name == name {
			p.files[i].body = body
			return p
		}
	}
	p.files = append(p.files, file{name: name, body: body})
	return p
}

// drop takes a file out.
func (p bundle) drop(name string) bundle {
	p.files = slices.DeleteFunc(slices.Clone(p.files), func(f file) bool { return f.name == name })
	return p
}

// edit replaces text in the body of a file; text that is not there is a mistake of
// the test.
func (p bundle) edit(name, from, to string) bundle {
	for _, f := range p.files {
		if f.name == name && strings.Contains(f.body, from) {
			return p.set(name, strings.ReplaceAll(f.body, from, to))
		}
	}
	panic(name + " holds no " + from)
}

// rename moves a file without telling anyone.
func (p bundle) rename(name, to string) bundle {
	p.files = slices.Clone(p.files)
	for i := range p.files {
		if p.files[i].name == name {
			p.files[i].name = to
		}
	}
	return p
}

// lie makes the headers of a file claim something else.
func (p bundle) lie(name string, change func(h *header)) bundle {
	p.files = slices.Clone(p.files)
	for i := range p.files {
		if p.files[i].name == name {
			p.files[i].lie = change
		}
	}
	return p
}
