package ooxml

import (
	"strings"

	"tianbao/seeds/finding"
)

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
