package ooxml

import (
	"strconv"
	"strings"

	"tianbao/seeds/finding"
)

const (
	typesName = "[Content_Types].xml"
	bookName  = "xl/workbook.xml"
	linksName = "xl/_rels/workbook.xml.rels"
	tableName = "xl/sharedStrings.xml"
	styleName = "xl/styles.xml"
)

// texts is a workbook whose one cell is the first shared string.
func texts() bundle { return rowsOf(`<row r="1"><c r="A1" t="s"><v>0</v></c></row>`) }

// strict turns a workbook into the Strict dialect.
func strict(p bundle) bundle {
	for i := range p.files {
		for from, to := range map[string]string{mainNS: "http://purl.oclc.org/ooxml/spreadsheetml/main",
			relNS: "http://purl.oclc.org/ooxml/officeDocument/relationships"} {
			p.files[i].body = strings.ReplaceAll(p.files[i].body, from, to)
		}
	}
	return p
}

// withProps adds core properties.
func withProps(body string) bundle {
	return one().edit(typesName, `<Override PartName="/xl/styles.xml"`,
		`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/><Override PartName="/xl/styles.xml"`).
		set("docProps/core.xml", body)
}

// withComments adds a part of n comments.
func withComments(n int) func() []byte {
	return one().edit(typesName, `<Override PartName="/xl/styles.xml"`,
		`<Override PartName="/xl/comments1.xml" ContentType="`+commentsType+`"/><Override PartName="/xl/styles.xml"`).
		set("xl/comments1.xml", `<comments xmlns="`+mainNS+`"><authors/><commentList>`+strings.Repeat(`<comment ref="A1"/>`, n)+`</commentList></comments>`).bytes
}

func oddParts() []odd {
	macro := `<Relationship Id="rId9" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>`
	second := func(name, id, state string) bundle {
		return one().edit(bookName, "</sheets>", `<sheet name="`+name+`" sheetId="2" state="`+state+`" r:id="`+id+`"/></sheets>`)
	}
	return []odd{
		{"no content types", one().drop(typesName).bytes, finding.PartMissing, ""},
		{"no package relationships", one().drop("_rels/.rels").bytes, finding.PartMissing, ""},
		{"no workbook", one().drop(bookName).bytes, finding.PartMissing, ""},
		{"no sheet part", one().drop(sheetName).bytes, finding.PartMissing, ""},
		{"no relationships of the workbook", one().drop(linksName).bytes, finding.PartMissing, ""},
		{"no styles", one().drop(styleName).edit(linksName, "/styles", "/x").bytes, "", "A1=1"},
		{"styles announced and not there", one().drop(styleName).bytes, "", "A1=1"},
		{"string table announced and not there", texts().drop(tableName).bytes, finding.CellString, ""},
		{"string table neither announced nor there", texts().drop(tableName).edit(linksName, "/sharedStrings", "/x").bytes, finding.CellString, ""},
		{"string table there and not announced", texts().edit(linksName, "/sharedStrings", "/x").bytes, finding.CellString, ""},
		{"string table announced twice", texts().edit(linksName, "</Relationships>", `<Relationship Id="rId8" Type="`+relNS+`/sharedStrings" Target="styles.xml"/></Relationships>`).bytes, finding.PartUnfit, ""},
		{"string table empty", texts().edit(tableName, "<si><t>甲</t></si><si><t>乙</t></si><si><t>丙</t></si>", "").bytes, finding.CellString, ""},
		{"string table is another part", texts().edit(linksName, "sharedStrings.xml", "styles.xml").bytes, finding.PartUnfit, ""},
		{"two relationships of one id", one().edit(linksName, "rId2", "rId1").bytes, finding.PartUnfit, ""},
		{"targets from the root", texts().edit(linksName, `Target="`, `Target="/xl/`).bytes, "", "A1=甲"},
		{"targets that step back", texts().edit(linksName, `Target="`, `Target="../xl/./`).bytes, "", "A1=甲"},
		{"targets with backslashes", texts().edit(linksName, "worksheets/", `worksheets\`).bytes, "", "A1=甲"},
		{"target outside the package", one().edit(linksName, "worksheets/", "../../../").bytes, finding.PartMissing, ""},
		{"target on the network", one().edit(linksName, `Target="worksheets/sheet1.xml"`, `Target="http://example.com/a.xml" TargetMode="External"`).bytes, finding.PartMissing, ""},
		{"other names for all parts", texts().rename(bookName, "book/main.xml").edit("_rels/.rels", bookName, "/book/main.xml").edit(typesName, "/"+bookName, "/book/main.xml").
			rename(linksName, "book/_rels/main.xml.rels").rename(sheetName, "book/数据.xml").rename(tableName, "book/t.xml").rename(styleName, "book/s.xml").
			edit("book/_rels/main.xml.rels", "worksheets/sheet1.xml", "数据.xml").edit("book/_rels/main.xml.rels", "sharedStrings.xml", "t.xml").edit("book/_rels/main.xml.rels", "styles.xml", "s.xml").bytes, "", "A1=甲"},
		{"other letters in part names", texts().rename(tableName, "xl/SharedStrings.XML").rename(sheetName, "XL/worksheets/Sheet1.xml").rename(typesName, "[content_types].xml").bytes, "", "A1=甲"},
		{"part names with spaces in percent", texts().rename(tableName, "xl/shared strings.xml").edit(linksName, "sharedStrings.xml", "shared%20strings.xml").bytes, "", "A1=甲"},
		{"part names with backslashes", texts().rename(sheetName, `xl\worksheets\sheet1.xml`).bytes, "", "A1=甲"},
		{"Strict", strict(texts()).bytes, "", "A1=甲"},
		{"workbook of another namespace", one().edit(bookName, mainNS, "urn:other").bytes, finding.PartUnfit, ""},
		{"sheet is another part", one().edit(sheetName, "worksheet", "chartsheet").bytes, finding.PartUnfit, ""},
		{"no sheets", one().edit(bookName, `<sheet name="表一" sheetId="1" r:id="rId1"/>`, "").bytes, finding.PartMissing, ""},
		{"sheet without relationship", one().edit(bookName, ` r:id="rId1"`, "").bytes, finding.PartMissing, ""},
		{"relationship of a sheet by another prefix", one().edit(bookName, "r:id", "rel:id").edit(bookName, "xmlns:r=", "xmlns:rel=").bytes, "", "A1=1"},
		{"relationship of a sheet without prefix", one().edit(bookName, "r:id", "id").bytes, finding.PartMissing, ""},
		{"two sheets of one part", second("表二", "rId1", "visible").bytes, finding.PartUnfit, ""},
		{"two sheets of one name", second("表一", "rId2", "visible").bytes, finding.PartUnfit, ""},
		{"sheet that is the style table", second("表二", "rId2", "visible").bytes, finding.PartUnfit, ""},
		{"sheet of unknown state", one().edit(bookName, `sheetId="1"`, `sheetId="1" state="gone"`).bytes, finding.PartUnfit, ""},
		{"a chart sheet", second("图", "rId7", "hidden").edit(linksName, "</Relationships>", `<Relationship Id="rId7" Type="`+relNS+`/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>`).bytes, "", "A1=1"},
		{"macros", one().edit(linksName, "</Relationships>", macro).set("xl/vbaProject.bin", "x").bytes, "", "A1=1"},
		{"name of a sheet that is not there", one().edit(bookName, "</workbook>", `<definedNames><definedName name="n" localSheetId="1">1</definedName></definedNames></workbook>`).bytes, finding.PartUnfit, ""},
		{"name of sheet minus one", one().edit(bookName, "</workbook>", `<definedNames><definedName name="n" localSheetId="-1">1</definedName></definedNames></workbook>`).bytes, finding.PartUnfit, ""},
		{"properties", withProps(`<p:coreProperties xmlns:p="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>`).bytes, "", "A1=1"},
		{"properties cut", withProps(`<coreProperties xmlns="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"><a>`).bytes, finding.XMLDamaged, ""},
		{"a few comments", withComments(100), "", "A1=1"},
		{"a hundred thousand comments", withComments(100_000), finding.LimitComments, ""},
		{"a hundred thousand names", one().edit(bookName, "</workbook>", "<definedNames>"+strings.Repeat(`<definedName name="n">1</definedName>`, 100_000)+"</definedNames></workbook>").bytes, finding.LimitLists, ""},
		{"a hundred thousand styles", one().edit(styleName, "</cellXfs>", strings.Repeat("<xf/>", 100_000)+"</cellXfs>").bytes, finding.LimitLists, ""},
		{"a hundred thousand relationships", one().edit(linksName, "</Relationships>", manyLinks(100_000)+"</Relationships>").bytes, finding.LimitLists, ""},
		{"a hundred thousand content types", one().edit(typesName, "</Types>", manyTypes(100_000)+"</Types>").bytes, finding.LimitLists, ""},
	}
}

// What real programs write, beside what looks like it and must not be read.
func oddPrograms() []odd {
	rows := func(s string) func() []byte { return rowsOf(s).bytes }
	one := func(c string) func() []byte { return rows(row(1, c)) }
	const mc = `xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:hs="urn:hancom"`
	either := func(choice, fallback string) string {
		return `<mc:AlternateContent ` + mc + `><mc:Choice Requires="hs">` + choice + `</mc:Choice><mc:Fallback>` + fallback + `</mc:Fallback></mc:AlternateContent>`
	}
	styled := rowsOf(row(1, `<c r="A1" s="1"><v>0.85</v></c><c r="B1" s="3"><v>1</v></c>`))
	module := rowsOf(row(1, cell(`r="A1"`, "1"))).edit("xl/workbook.xml", `</sheets>`, `<sheet name="模块" sheetId="2" state="veryHidden" r:id=""/></sheets>`)
	wideSheet := func(encoding string, big bool, cut int) func() []byte {
		text := strings.Replace(sheetOf("<sheetData>"+row(1, cell(`r="A1" t="s"`, "0"))+"</sheetData>"), "UTF-8", encoding, 1)
		return rowsOf("").set(sheetName, wideOf(text, big)[cut:]).bytes
	}
	return []odd{
		{"a duration of a strict file", one(`<c r="A1" t="d"><v>PT0H11M0.000S</v></c>`), "", "A1=@PT0H11M0.000S"},
		{"a date that is a word", one(`<c r="A1" t="d"><v>today</v></c>`), finding.CellValue, ""},
		{"a module sheet of Excel 5", module.bytes, "", "A1=1"},
		{"a sheet whose relationship is lost", module.edit("xl/workbook.xml", `r:id=""`, `r:id="rId77"`).bytes, finding.PartMissing, ""},
		{"alternatives among the styles", styled.edit("xl/styles.xml", `<xf numFmtId="0"/>`, either(`<xf numFmtId="10"/><xf numFmtId="10"/>`, `<xf numFmtId="0"/>`)).bytes, "", "A1=0.85% B1=1*"},
		{"alternatives without one for all", styled.edit("xl/styles.xml", `<xf numFmtId="0"/>`, `<xf numFmtId="0"/>`+strings.Replace(either(`<xf numFmtId="10"/>`, ``), "<mc:Fallback></mc:Fallback>", "", 1)).bytes, "", "A1=0.85% B1=1*"},
		{"alternatives among the strings", rowsOf(row(1, cell(`r="A1" t="s"`, "1"))).edit("xl/sharedStrings.xml", `<si><t>甲</t></si>`, either(`<si><t>子</t></si><si><t>丑</t></si>`, `<si><t>甲</t></si>`)).bytes, "", "A1=乙"},
		{"alternatives in alternatives", rows(row(1, either("", either("", cell(`r="A1"`, "1"))+cell(`r="B1"`, "2"))+cell(`r="C1"`, "3"))), "", "A1=1 B1=2 C1=3"},
		{"alternatives that end at once", rows(row(1, `<mc:AlternateContent `+mc+`><mc:Fallback/></mc:AlternateContent>`+cell(`r="A1"`, "1"))), "", "A1=1"},
		{"a value written over an inline text", one(`<c r="A1"><v>5</v><is><t>旧</t></is></c><c r="B1" t="b"><is><t>旧</t></is><v>1</v></c><c r="C1" t="str"><v>新</v><is><t>旧</t></is></c>`), "", "A1=5 B1=?1 C1=新"},
		{"an inline text beside its value", one(`<c r="A1" t="inlineStr"><v>旧</v><is><t>新</t></is></c><c r="B1" t="inlineStr"><is><t>新</t></is><v>旧</v></c>`), "", "A1=新 B1=新"},
		{"two inline texts", one(`<c r="A1" t="inlineStr"><is><t>新</t></is><is><t>旧</t></is></c>`), finding.CellValue, ""},
		{"strings that are referred to and missing", rowsOf(row(1, cell(`r="A1"`, "1"))).drop("xl/sharedStrings.xml").bytes, "", "A1=1"},
		{"an unknown element around an inline text", one(`<c r="A1" t="inlineStr"><is><b><t>甲</t></b></is></c>`), finding.XMLDamaged, ""},
		{"an unknown element around the text of a run", one(`<c r="A1" t="inlineStr"><is><r><b><t>甲</t></b></r></is></c>`), finding.XMLDamaged, ""},
		{"an element within a text", one(`<c r="A1" t="inlineStr"><is><t>甲<b>乙</b></t></is></c>`), finding.XMLDamaged, ""},
		{"an unknown element without text", one(`<c r="A1" t="inlineStr"><is><b/><t>甲</t></is></c>`), "", "A1=甲"},
		{"big end first, by its mark", wideSheet("UTF-16BE", true, 0), "", "A1=甲"},
		{"big end first, by its word", wideSheet("UTF-16BE", true, 2), "", "A1=甲"},
		{"little end first, by its word", wideSheet("UTF-16", false, 2), "", "A1=甲"},
	}
}

// manyLinks is n relationships, manyTypes n content types.
func manyLinks(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(`<Relationship Id="x` + strconv.Itoa(i) + `" Type="t" Target="t"/>`)
	}
	return b.String()
}

func manyTypes(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(`<Override PartName="/a` + strconv.Itoa(i) + `" ContentType="t"/>`)
	}
	return b.String()
}

// sheetXML is the sound workbook with this as its sheet part.
func sheetXML(body string) func() []byte { return one().set(sheetName, body).bytes }

func oddXML() []odd {
	whole := sheetOf(`<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c></row></sheetData>`)
	bare := strings.TrimPrefix(whole, xmlHead)
	inside := func(from, to string) func() []byte {
		if !strings.Contains(whole, from) {
			panic(from)
		}
		return sheetXML(strings.Replace(whole, from, to, 1))
	}
	text := func(s string) func() []byte { return inside("甲", s) }
	doctype := func(s string) func() []byte { return sheetXML(xmlHead + s + bare) }
	return []odd{
		{"no XML declaration", sheetXML(bare), "", "A1=甲"},
		{"declaration of another attribute", inside(`standalone="yes"`, `sheet="yes"`), finding.XMLDamaged, ""},
		{"declaration in another order", inside(`version="1.0" encoding="UTF-8"`, `encoding="UTF-8" version="1.0"`), finding.XMLDamaged, ""},
		{"declaration alone and not", inside(`"yes"`, `"maybe"`), finding.XMLDamaged, ""},
		{"prefix that begins with a digit", inside(`xmlns:r=`, `xmlns:1r=`), finding.XMLDamaged, ""},
		{"UTF-8 mark", sheetXML("\xEF\xBB\xBF" + whole), "", "A1=甲"},
		{"UTF-16, little end first", sheetXML(wideOf(strings.Replace(whole, "UTF-8", "UTF-16", 1), false)), "", "A1=甲"},
		{"UTF-16, big end first", sheetXML(wideOf(strings.Replace(whole, "UTF-8", "utf-16", 1), true)), "", "A1=甲"},
		{"UTF-16 that says UTF-8", sheetXML(wideOf(whole, true)), finding.XMLEncoding, ""},
		{"UTF-8 that says UTF-16", inside("UTF-8", "UTF-16"), finding.XMLEncoding, ""},
		{"UTF-16 without its mark", sheetXML(wideOf(bare, false)[2:]), finding.XMLEncoding, ""},
		{"UTF-16 with half a pair", sheetXML(wideOf(bare, false) + "\x3D\xD8"), finding.XMLEncoding, ""},
		{"UTF-16 of an odd length", sheetXML(wideOf(bare, false) + "\x20"), finding.XMLEncoding, ""},
		{"GB 2312 declared", inside("UTF-8", "GB2312"), finding.XMLEncoding, ""},
		{"XML 1.1", inside(`version="1.0"`, `version="1.1"`), finding.XMLDamaged, ""},
		{"declaration behind white space", sheetXML("\n" + whole), finding.XMLDamaged, ""},
		{"declaration twice", sheetXML(xmlHead + whole), finding.XMLDamaged, ""},
		{"bytes that are no UTF-8", text("\xB1\xE0"), finding.XMLEncoding, ""},
		{"an overlong character", text("\xC0\xAF"), finding.XMLEncoding, ""},
		{"a surrogate in UTF-8", text("\xED\xA0\xBD"), finding.XMLEncoding, ""},
		{"a control character", text("a\x01b"), finding.XMLEncoding, ""},
		{"a zero byte", text("a\x00b"), finding.XMLEncoding, ""},
		{"U+FFFF", text("\uFFFF"), finding.XMLEncoding, ""},
		{"a control character as reference", text("&#1;"), finding.XMLDamaged, ""},
		{"a surrogate as reference", text("&#xD83D;&#xDE00;"), finding.XMLDamaged, ""},
		{"a reference beyond Unicode", text("&#x110000;"), finding.XMLDamaged, ""},
		{"a reference of many digits", text("&#99999999999999999999;"), finding.XMLDamaged, ""},
		{"references", text("&#x4E59;&#20057;&lt;&amp;lt;&gt;&quot;&apos;"), "", `A1=乙乙<&lt;>"'`},
		{"an unknown entity", text("&nbsp;"), finding.XMLDamaged, ""},
		{"a lone ampersand", text("a & b"), finding.XMLDamaged, ""},
		{"CDATA", text("<![CDATA[<&]]>丁<![CDATA[]]>"), "", "A1=<&丁"},
		{"CDATA not closed", text("<![CDATA[<&"), finding.XMLDamaged, ""},
		{"end of CDATA in text", text("a]]>b"), finding.XMLDamaged, ""},
		{"a comment in text", text("甲<!-- no -->乙"), "", "A1=甲乙"},
		{"a comment with two hyphens", text("<!-- a -- b -->"), finding.XMLDamaged, ""},
		{"a comment not closed", text("<!-- a"), finding.XMLDamaged, ""},
		{"a processing instruction", text("甲<?php exit ?>乙"), "", "A1=甲乙"},
		{"emoji and bidi override", text("\U0001F600\u202Ecba"), "", "A1=\U0001F600\u202Ecba"},
		{"document type", doctype(`<!DOCTYPE worksheet>`), finding.XMLDoctype, ""},
		{"billion laughs", doctype(`<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]>`), finding.XMLDoctype, ""},
		{"external entity", doctype(`<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>`), finding.XMLDoctype, ""},
		{"external document type", doctype(`<!DOCTYPE a SYSTEM "http://example.com/a.dtd">`), finding.XMLDoctype, ""},
		{"empty part", sheetXML(""), finding.XMLDamaged, ""},
		{"only white space", sheetXML(" \n "), finding.XMLDamaged, ""},
		{"only a declaration", sheetXML(xmlHead), finding.XMLDamaged, ""},
		{"cut in a tag", sheetXML(whole[:len(whole)-5]), finding.XMLDamaged, ""},
		{"cut between tags", sheetXML(strings.TrimSuffix(whole, "</worksheet>")), finding.XMLDamaged, ""},
		{"cut behind a row", sheetXML(whole[:strings.Index(whole, "</sheetData>")]), finding.XMLDamaged, ""},
		{"text behind the root", sheetXML(whole + "x"), finding.XMLDamaged, ""},
		{"a second root", sheetXML(whole + "<worksheet/>"), finding.XMLDamaged, ""},
		{"comment and white space behind the root", sheetXML(whole + "\n<!-- a --><?b?> \n"), "", "A1=甲"},
		{"end tags crossed", inside("</t></is>", "</is></t>"), finding.XMLDamaged, ""},
		{"end tag too many", inside("</row>", "</row></row>"), finding.XMLDamaged, ""},
		{"attribute twice", inside(`r="A1"`, `r="A1" r="B1"`), finding.XMLDamaged, ""},
		{"attribute without quotes", inside(`r="A1"`, `r=A1`), finding.XMLDamaged, ""},
		{"attribute without value", inside(`r="A1"`, `r`), finding.XMLDamaged, ""},
		{"attributes without space", inside(`r="A1" t=`, `r="A1"t=`), finding.XMLDamaged, ""},
		{"less-than in an attribute", inside(`r="A1"`, `r="A1" x="<"`), finding.XMLDamaged, ""},
		{"attributes in single quotes, spaced out", inside(`<c r="A1" t="inlineStr">`, "<c\n t = 'inlineStr'\tr = 'A1' >"), "", "A1=甲"},
		{"references in attributes", inside(`r="A1"`, `r="&#65;1"`), "", "A1=甲"},
		{"prefix not declared", inside("<is>", "<is><x:y/>"), finding.XMLDamaged, ""},
		{"prefix of an attribute not declared", inside(`r="A1"`, `r="A1" x:y=""`), finding.XMLDamaged, ""},
		{"a prefix for all elements", sheetXML(prefixed(bare)), "", "A1=甲"},
		{"cells of another namespace", inside(`<c r="A1"`, `<c xmlns="urn:other" r="A1"`), finding.SheetDamaged, ""},
		{"the namespace changed and changed back", inside(`<is>`, `<extLst><ext xmlns="urn:other"><v/></ext></extLst><is>`), "", "A1=甲"},
		{"text between cells", inside("<row r=\"1\">", "<row r=\"1\">甲"), finding.XMLDamaged, ""},
		{"nested a million deep", sheetXML(sheetOf("<sheetData/>" + strings.Repeat("<a>", 1_000_000))), finding.LimitDepth, ""},
		{"an attribute of ten million bytes", inside(`r="A1"`, `r="A1" x="`+strings.Repeat("x", 10_000_000)+`"`), finding.LimitText, ""},
		{"a comment of twenty million bytes", text("<!--" + strings.Repeat("x", 20_000_000) + "-->"), finding.LimitText, ""},
		{"ten thousand attributes", inside(`r="A1"`, `r="A1" `+manyAttrs(10_000)), finding.XMLDamaged, ""},
		{"ten thousand namespaces", inside(`<sheetData>`, strings.Repeat("<a xmlns:q='u'/>", 10_000)+"<sheetData>"), "", "A1=甲"},
	}
}

func manyAttrs(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString("a" + strconv.Itoa(i) + `="" `)
	}
	return b.String()
}

// prefixed gives every element of a sheet the prefix x.
func prefixed(body string) string {
	body = strings.ReplaceAll(body, "</", "\x00")
	body = strings.ReplaceAll(body, "<", "<x:")
	body = strings.ReplaceAll(body, "\x00", "</x:")
	return strings.Replace(body, "xmlns=", "xmlns:x=", 1)
}
