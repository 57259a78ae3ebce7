package docx

import "strings"

// The styles of a document, by their ids.
const (
	styleBody     = "Normal"
	styleTitle    = "Title"
	styleSubtitle = "Subtitle"
	styleFlush    = "Flush"
	styleLabel    = "Label"
	styleCaption  = "Caption"
	styleSmall    = "Small"
	styleEntry    = "Entry"
	styleWords    = "Words"
	styleRight    = "Right"
	styleEnd      = "SectionEnd"
	styleFooter   = "Footer"
	styleEven     = "FooterEven"
)

var styleHeadings = [...]string{"Heading1", "Heading2", "Heading3"}

// The fonts of official documents. Where a machine lacks one, the word processor
// takes the other name that the font table gives.
const (
	fontTitle  = "方正小标宋简体"
	fontHei    = "黑体"
	fontKai    = "楷体_GB2312"
	fontBody   = "仿宋_GB2312"
	fontNumber = "宋体" // of page numbers
	fontLatin  = "Times New Roman"
)

// typefaces are the fonts of the font table with what to take in their place and
// their class.
var typefaces = []struct{ name, instead, panose, family string }{
	{fontLatin, "", "02020603050405020304", "roman"},
	{fontNumber, "SimSun", "02010600030101010101", "auto"},
	{fontTitle, "宋体", "02010601030101010101", "script"},
	{fontHei, "SimHei", "02010609060101010101", "modern"},
	{fontKai, "楷体", "02010609060101010101", "modern"},
	{fontBody, "仿宋", "02010609060101010101", "modern"},
}

func fonts(name string) string {
	return `<w:rFonts w:hint="eastAsia" w:ascii="` + fontLatin + `" w:hAnsi="` + fontLatin + `" w:eastAsia="` + name + `" w:cs="` + fontLatin + `"/>`
}

// style is a paragraph style, based on that of the body.
type style struct {
	id, name string
	known    bool   // to word processors, by its name
	next     string // of the paragraph after; "" the same
	para     string // what differs in pPr, in the order of the schema
	font     string
	size     int // half points; 0 as the body
	bold     bool
}

const (
	exactly = `" w:lineRule="exact"/>`
	noFirst = `<w:ind w:firstLineChars="0" w:firstLine="0"/>`
)

// line is the spacing of a paragraph whose lines are so high, in twips.
func line(high int) string {
	return `<w:spacing w:before="0" w:after="0" w:line="` + itoa(high) + exactly
}

var styles = []style{
	{id: styleTitle, name: "Title", known: true, next: styleBody, para: `<w:keepNext/>` + line(700) + noFirst + `<w:jc w:val="center"/>`, font: fontTitle, size: 44},
	{id: styleSubtitle, name: "Subtitle", known: true, next: styleBody, para: line(lineHigh) + noFirst + `<w:jc w:val="center"/>`, font: fontKai},
	{id: styleHeadings[0], name: "heading 1", known: true, next: styleBody, para: `<w:keepNext/><w:outlineLvl w:val="0"/>`, font: fontHei},
	{id: styleHeadings[1], name: "heading 2", known: true, next: styleBody, para: `<w:keepNext/><w:outlineLvl w:val="1"/>`, font: fontKai},
	{id: styleHeadings[2], name: "heading 3", known: true, next: styleBody, para: `<w:keepNext/><w:outlineLvl w:val="2"/>`, font: fontBody, bold: true},
	{id: styleFlush, name: "顶格", para: noFirst},
	{id: styleLabel, name: "附件号", para: `<w:keepNext/>` + noFirst, font: fontHei},
	{id: styleCaption, name: "附件标题", para: `<w:keepNext/><w:spacing w:before="0" w:after="120" w:line="600` + exactly + noFirst + `<w:jc w:val="center"/>`, font: fontTitle, size: 36},
	{id: styleSmall, name: "表注", para: `<w:spacing w:before="40" w:after="0" w:line="300` + exactly + noFirst, size: 21},
	{id: styleEntry, name: "素材标题", para: `<w:keepNext/><w:spacing w:before="120" w:after="0" w:line="360` + exactly + noFirst, font: fontHei, size: 24},
	{id: styleWords, name: "素材正文", para: `<w:spacing w:before="0" w:after="0" w:line="360` + exactly + `<w:ind w:firstLineChars="200" w:firstLine="480"/>`, size: 24},
	{id: styleRight, name: "落款", para: `<w:ind w:rightChars="400" w:right="1280" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="right"/>`},
	{id: styleEnd, name: "节末", para: line(20) + noFirst, size: 2},
	{id: styleFooter, name: "footer", known: true, para: footerLine + `<w:ind w:rightChars="100" w:right="280" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="right"/>`, font: fontNumber, size: 28},
	{id: styleEven, name: "双页页脚", para: footerLine + `<w:ind w:leftChars="100" w:left="280" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="left"/>`, font: fontNumber, size: 28},
}

const footerLine = `<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>`

// stylePart writes the styles.
func stylePart() string {
	var b strings.Builder
	b.WriteString(xmlHead + `<w:styles ` + nsMain + `><w:docDefaults><w:rPrDefault><w:rPr>` + fonts(fontBody) +
		`<w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`)
	// 28 characters fit in 156 mm where each is a quarter of a point narrower.
	b.WriteString(`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:widowControl w:val="0"/>` +
		line(lineHigh) + `<w:ind w:firstLineChars="200" w:firstLine="640"/><w:jc w:val="both"/></w:pPr><w:rPr><w:spacing w:val="-5"/></w:rPr></w:style>`)
	b.WriteString(`<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>` +
		`<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`)
	for _, s := range styles {
		b.WriteString(s.xml())
	}
	b.WriteString(`</w:styles>`)
	return b.String()
}

func (s style) xml() string {
	var b strings.Builder
	custom := ` w:customStyle="1"`
	if s.known {
		custom = ""
	}
	b.WriteString(`<w:style w:type="paragraph"` + custom + ` w:styleId="` + s.id + `"><w:name w:val="` + s.name + `"/><w:basedOn w:val="Normal"/>`)
	if s.next != "" {
		b.WriteString(`<w:next w:val="` + s.next + `"/>`)
	}
	b.WriteString(`<w:qFormat/><w:pPr>` + s.para + `</w:pPr><w:rPr>`)
	if s.font != "" {
		b.WriteString(fonts(s.font))
	}
	if s.bold {
		b.WriteString(`<w:b/><w:bCs/>`)
	}
	if s.size > 0 {
		b.WriteString(`<w:sz w:val="` + itoa(s.size) + `"/><w:szCs w:val="` + itoa(s.size) + `"/>`)
	}
	b.WriteString(`</w:rPr></w:style>`)
	return b.String()
}

func fontPart() string {
	var b strings.Builder
	b.WriteString(xmlHead + `<w:fonts ` + nsMain + `>`)
	for _, f := range typefaces {
		b.WriteString(`<w:font w:name="` + f.name + `">`)
		if f.instead != "" {
			b.WriteString(`<w:altName w:val="` + f.instead + `"/>`)
		}
		charset := "86"
		if f.name == fontLatin {
			charset = "00"
		}
		b.WriteString(`<w:panose1 w:val="` + f.panose + `"/><w:charset w:val="` + charset + `"/><w:family w:val="` + f.family + `"/><w:pitch w:val="variable"/></w:font>`)
	}
	b.WriteString(`</w:fonts>`)
	return b.String()
}
