package ooxml

import (
	"strconv"
	"strings"

	"tianbao/seeds/finding"
)

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
