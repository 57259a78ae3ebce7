package ooxml

import (
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
