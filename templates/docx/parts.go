package docx

import (
	"time"

	"tianbao/templates/xl"
)

const (
	xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	uriMain = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	nsMain  = `xmlns:w="` + uriMain + `"`
	uriRel  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	nsRel   = `xmlns:r="` + uriRel + `"`
	typeOf  = "application/vnd.openxmlformats-officedocument.wordprocessingml."
)

// Bytes writes the document. The same document gives the same bytes every time.
func (d *Doc) Bytes() ([]byte, error) {
	if d.err != nil {
		return nil, d.err
	}
	return xl.Pack(d.parts())
}

func part(name, text string) xl.Part { return xl.Part{Name: name, Data: []byte(text)} }

// parts are the parts of the document in the order they are written.
func (d *Doc) parts() []xl.Part {
	return []xl.Part{
		part("[Content_Types].xml", contentTypes()),
		part("_rels/.rels", xmlHead+`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`+
			relation("rId1", uriRel+"/officeDocument", "word/document.xml")+
			relation("rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml")+`</Relationships>`),
		part("docProps/core.xml", d.props.core()),
		part("word/_rels/document.xml.rels", xmlHead+`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`+
			relation("rIdStyles", uriRel+"/styles", "styles.xml")+relation("rIdSettings", uriRel+"/settings", "settings.xml")+
			relation("rIdFonts", uriRel+"/fontTable", "fontTable.xml")+
			relation("rIdOdd", uriRel+"/footer", "footer1.xml")+relation("rIdEven", uriRel+"/footer", "footer2.xml")+`</Relationships>`),
		part("word/document.xml", xmlHead+`<w:document `+nsMain+` `+nsRel+`><w:body>`+d.body.String()+d.turn.section()+`</w:body></w:document>`),
		part("word/fontTable.xml", fontPart()),
		part("word/footer1.xml", footer(styleFooter)),
		part("word/footer2.xml", footer(styleEven)),
		part("word/settings.xml", xmlHead+`<w:settings `+nsMain+`><w:zoom w:percent="100"/><w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/>`+
			`<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`),
		part("word/styles.xml", stylePart()),
	}
}

func relation(id, kind, target string) string {
	return `<Relationship Id="` + id + `" Type="` + kind + `" Target="` + target + `"/>`
}

func contentTypes() string {
	text := xmlHead + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
		`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>`
	for _, p := range [][2]string{{"document", "document.main"}, {"fontTable", "fontTable"}, {"footer1", "footer"}, {"footer2", "footer"}, {"settings", "settings"}, {"styles", "styles"}} {
		text += `<Override PartName="/word/` + p[0] + `.xml" ContentType="` + typeOf + p[1] + `+xml"/>`
	}
	return text + `</Types>`
}

func (p Props) core() string {
	at := p.Created.UTC().Format(time.RFC3339)
	return xmlHead + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"` +
		` xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>` + escape(clean(p.Title)) + `</dc:title><dc:creator>` + escape(clean(p.Creator)) +
		`</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">` + at + `</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">` + at + `</dcterms:modified></cp:coreProperties>`
}

// footer is the page number between dashes.
func footer(style string) string {
	run := func(inside string) string { return `<w:r>` + inside + `</w:r>` }
	return xmlHead + `<w:ftr ` + nsMain + `><w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>` + run(`<w:t xml:space="preserve">— </w:t>`) +
		run(`<w:fldChar w:fldCharType="begin"/>`) + run(`<w:instrText xml:space="preserve"> PAGE </w:instrText>`) + run(`<w:fldChar w:fldCharType="separate"/>`) +
		run(`<w:t>1</w:t>`) + run(`<w:fldChar w:fldCharType="end"/>`) + run(`<w:t xml:space="preserve"> —</w:t>`) + `</w:p></w:ftr>`
}
