package ooxml

import (
	"fmt"
	"strings"

	"tianbao/seeds/finding"
)

// row and cell write elements as programs do.
func cell(attrs, value string) string { return `<c ` + attrs + `><v>` + value + `</v></c>` }

func row(n int, cells string) string { return fmt.Sprintf(`<row r="%d">%s</row>`, n, cells) }

// alike is a row as programs spell most of them.
func alike(n, height int) string {
	return fmt.Sprintf(`<row r="%d" spans="1:3" ht="%d" hidden="%d" customHeight="1">`, n, height, height-1) +
		cell(fmt.Sprintf(`r="A%d"`, n), fmt.Sprint(height)) + fmt.Sprintf(`<c r="B%d" t="str"><f>C1</f><v></v></c></row>`, n)
}

func oddSheets() []odd {
	rows := func(s string) func() []byte { return rowsOf(s).bytes }
	body := func(s string) func() []byte { return workbookOf(s).bytes }
	num := func(ref string) string { return cell(`r="`+ref+`"`, "1") }
	merges := func(refs string) func() []byte {
		return body("<sheetData>" + row(1, num("A1")) + "</sheetData><mergeCells>" + refs + "</mergeCells>")
	}
	return []odd{
		{"no sheetData", body("<cols/>"), finding.SheetDamaged, ""},
		{"sheetData twice", body("<sheetData/><sheetData/>"), finding.SheetDamaged, ""},
		{"no rows", rows(""), "", ""},
		{"rows out of order", rows(row(2, num("A2")) + row(1, num("A1"))), finding.CellPlace, ""},
		{"a row twice", rows(row(1, num("A1")) + row(1, num("B1"))), finding.CellPlace, ""},
		{"a row in a row", rows(`<row r="1"><row r="2"/></row>`), finding.SheetDamaged, ""},
		{"a cell outside a row", rows(num("A1")), finding.SheetDamaged, ""},
		{"a cell in a cell", rows(row(1, `<c r="A1">`+num("B1")+`</c>`)), finding.SheetDamaged, ""},
		{"rows without numbers", rows(`<row><c r="A1"><v>1</v></c></row><row r="5"/><row>` + num("A6") + `</row>`), "", "A1=1 A6=1"},
		{"cells without places", rows(row(3, `<c><v>1</v></c><c r="D3"><v>2</v></c><c/><c><v>3</v></c>`)), "", "A3=1 D3=2 F3=3"},
		{"cells out of order", rows(row(1, num("B1")+num("A1"))), finding.CellPlace, ""},
		{"a cell twice", rows(row(1, num("A1")+num("A1"))), finding.CellPlace, ""},
		{"a cell twice, first blank", rows(row(1, `<c r="A1" s="1"/>`+num("A1"))), finding.CellPlace, ""},
		{"a cell of another row", rows(row(1, num("A2"))), finding.CellPlace, ""},
		{"the last cell of a sheet", rows(row(1048576, num("XFD1048576"))), "", "XFD1048576=1"},
		{"column XFE", rows(row(1, num("XFE1"))), finding.CellPlace, ""},
		{"column AAAAAAA", rows(row(1, num("AAAAAAAAAAAAAAAAAA1"))), finding.CellPlace, ""},
		{"row 1048577", rows(row(1048577, "")), finding.CellPlace, ""},
		{"row 0", rows(row(0, "")), finding.CellPlace, ""},
		{"row -1", rows(row(-1, "")), finding.CellPlace, ""},
		{"row 18446744073709551617", rows(`<row r="18446744073709551617"/>`), finding.CellPlace, ""},
		{"row 1.0", rows(`<row r="1.0"/>`), finding.CellPlace, ""},
		{"row of no number", rows(`<row r=""/>`), finding.CellPlace, ""},
		{"cell of no place", rows(row(1, `<c r=""><v>1</v></c>`)), finding.CellPlace, ""},
		{"cell of a block", rows(row(1, num("A1:B2"))), finding.CellPlace, ""},
		{"cell in R1C1", rows(row(1, num("R1C1"))), finding.CellPlace, ""},
		{"cell in small letters", rows(row(1, num("a1"))), "", "A1=1"},
		{"cell with dollars", rows(row(1, num("$A$1"))), finding.CellPlace, ""},
		{"row beyond the last without a number", rows(row(1048576, "") + "<row/>"), finding.CellPlace, ""},
		{"cell beyond the last without a place", rows(row(1, num("XFD1")+"<c><v>1</v></c>")), finding.CellPlace, ""},
		{"a dimension that lies", body(`<dimension ref="A1:XFD1048576"/><sheetData>` + row(1, num("A1")) + `</sheetData>`), "", "A1=1"},
		{"spans that lie", rows(`<row r="1" spans="7:9">` + num("A1") + `</row>`), "", "A1=1"},
		{"rows spelled alike", rows(alike(1, 1) + alike(2, 1) + alike(3, 2) + alike(4, 2) + `<row r="5" spans="1:3"/><row r="6" spans="1:3"/>`), "",
			"A1=1 B1=() A2=1 B2=() A3=2 B3=() A4=2 B4=()"},
		{"merges", merges(`<mergeCell ref="A1:B2"/><mergeCell ref="D9:C8"/>`), "", "A1=1"},
		{"merge of no place", merges(`<mergeCell ref="A0:B2"/>`), finding.CellPlace, ""},
		{"merge out of range", merges(`<mergeCell ref="A1:XFE1"/>`), finding.CellPlace, ""},
		{"a hundred thousand merges", merges(strings.Repeat(`<mergeCell ref="A1:B2"/>`, 100_000)), finding.LimitMerges, ""},
		{"hidden columns out of range", body(`<cols><col min="0" max="3" hidden="1"/></cols><sheetData/>`), finding.CellPlace, ""},
		{"hidden columns in reverse", body(`<cols><col min="5" max="3" hidden="1"/></cols><sheetData/>`), finding.CellPlace, ""},
		{"hidden that is neither", rows(`<row r="1" hidden="maybe"/>`), finding.XMLDamaged, ""},
		{"unknown elements around", body(`<x/><sheetData>` + row(1, num("A1")) + `</sheetData><y><sheetData/><row r="9"/></y>`), "", "A1=1"},
		{"extensions in a row and a cell", rows(row(1, `<c r="A1"><v>1</v><extLst><ext><v>9</v></ext></extLst></c><extLst><c r="B1"/></extLst>`)), "", "A1=1"},
	}
}

func oddCells() []odd {
	one := func(c string) func() []byte { return rowsOf(row(1, c)).bytes }
	at := func(attrs, v string) func() []byte { return one(cell(`r="A1" `+attrs, v)) }
	is := func(s string) func() []byte { return one(`<c r="A1" t="inlineStr"><is>` + s + `</is></c>`) }
	si := func(s string) func() []byte {
		return texts().edit(tableName, "<si><t>甲</t></si>", "<si>"+s+"</si>").bytes
	}
	return []odd{
		{"shared string", at(`t="s"`, "2"), "", "A1=丙"},
		{"shared string one too far", at(`t="s"`, "3"), finding.CellString, ""},
		{"shared string minus one", at(`t="s"`, "-1"), finding.CellString, ""},
		{"shared string of no number", at(`t="s"`, "x"), finding.CellString, ""},
		{"shared string 2^64", at(`t="s"`, "18446744073709551616"), finding.CellString, ""},
		{"shared string 1.0", at(`t="s"`, "1.0"), finding.CellString, ""},
		{"shared string of nothing", at(`t="s"`, ""), "", ""},
		{"shared string without a value", one(`<c r="A1" t="s"/>`), "", ""},
		{"shared string in spaces", at(`t="s"`, " 1\n"), "", "A1=乙"},
		{"rich text", si(`<r><rPr><b/></rPr><t>红</t></r><r><t xml:space="preserve"> 黑</t></r>`), "", "A1=红 黑"},
		{"phonetic runs", si(`<t>課</t><rPh sb="0" eb="1"><t>カ</t></rPh><phoneticPr fontId="1"/>`), "", "A1=課"},
		{"an entry of nothing", si(``), "", "A1="},
		{"an entry closed at once", texts().edit(tableName, "<si><t>甲</t></si>", "<si/>").bytes, "", "A1="},
		{"text of two lines", si("<t>一\r\n二&#13;三</t>"), "", "A1=一\n二\r三"},
		{"escapes", si("<t>a_x000D__x000a_b_x005F_x0041_</t>"), "", "A1=a\r\nb_x0041_"},
		{"escapes that are none", si("<t>_x00_ _x000G_ _X0041_ _x0041</t>"), "", "A1=_x00_ _x000G_ _X0041_ _x0041"},
		{"a surrogate pair escaped", si("<t>_xD83D__xDE00_</t>"), "", "A1=\U0001F600"},
		{"half a surrogate pair escaped", si("<t>_xD83D_ _xDE00_</t>"), "", "A1=_xD83D_ _xDE00_"},
		{"control characters escaped", si("<t>_x0001__x0000_</t>"), "", "A1=\x01\x00"},
		{"inline text", is("<t>丁</t>"), "", "A1=丁"},
		{"inline text empty", is("<t/>"), "", "A1="},
		{"inline rich text", is("<r><t>a</t></r><r><t>b</t></r>"), "", "A1=ab"},
		{"inline text as a value", at(`t="inlineStr"`, "丁"), "", "A1=丁"},
		{"inline text twice", one(`<c r="A1" t="inlineStr"><is><t>a</t></is><is><t>b</t></is></c>`), finding.CellValue, ""},
		{"inline text of a number cell", one(`<c r="A1"><is><t>a</t></is></c>`), finding.CellValue, ""},
		{"a text that looks like a formula", is("<t>=cmd|' /C calc'!A0</t>"), "", "A1==cmd|' /C calc'!A0"},
		{"text of 100,000 characters", is("<t>" + strings.Repeat("长", 100_000) + "</t>"), "", "A1=" + strings.Repeat("长", 100_000)},
		{"text of two million characters", is("<t>" + strings.Repeat("长", 2_000_000) + "</t>"), finding.LimitText, ""},
		{"text of many references", is("<t>" + strings.Repeat("&#x957F;", 400_000) + "</t>"), finding.LimitText, ""},
		{"text in two million runs", is(strings.Repeat("<r><t>长</t></r>", 2_000_000)), finding.LimitText, ""},
		{"value twice", one(`<c r="A1"><v>1</v><v>2</v></c>`), finding.CellValue, ""},
		{"unknown type", at(`t="x"`, "1"), finding.CellValue, ""},
		{"number", at(`t="n"`, "-12.50"), "", "A1=-12.50"},
		{"number with exponent", at("", "1.5E+300"), "", "A1=1.5E+300"},
		{"number with an endless exponent", at("", "1E+999999999"), "", "A1=1E+999999999"},
		{"number of many digits", at("", "123456789012345678901234567890"), "", "A1=123456789012345678901234567890"},
		{"number in spaces", at("", " 7 "), "", "A1=7"},
		{"number by reference", at("", "1&#50;"), "", "A1=12"},
		{"number in CDATA", at("", "<![CDATA[12]]>"), "", "A1=12"},
		{"number with a comma", at("", "1,234"), finding.CellValue, ""},
		{"number with full-width digits", at("", "１２"), finding.CellValue, ""},
		{"number in hexadecimal", at("", "0x10"), finding.CellValue, ""},
		{"not a number", at("", "NaN"), finding.CellValue, ""},
		{"infinite", at("", "-INF"), finding.CellValue, ""},
		{"two points", at("", "1.2.3"), finding.CellValue, ""},
		{"exponent of nothing", at("", "1E"), finding.CellValue, ""},
		{"text in a number cell", at("", "约5家"), finding.CellValue, ""},
		{"number of nothing", at("", ""), "", ""},
		{"number of nothing with a formula", one(`<c r="A1"><f>B1</f><v></v></c>`), "", "A1=(?)"},
		{"formula with its value", one(`<c r="A1"><f>B1&amp;"x"</f><v>3</v></c>`), "", "A1=3()"},
		{"formula without a value", one(`<c r="A1"><f>B1</f></c>`), "", "A1=(?)"},
		{"formula with an empty text", one(`<c r="A1" t="str"><f>B1</f><v></v></c>`), "", "A1=()"},
		{"formula with text", one(`<c r="A1" t="str"><f>B1</f><v>文</v></c>`), "", "A1=文()"},
		{"shared formula", one(`<c r="A1"><f t="shared" ref="A1:A2" si="0">B1</f><v>1</v></c><c r="B1"><f t="shared" si="0"/><v>2</v></c>`), "", "A1=1() B1=2()"},
		{"booleans", one(cell(`r="A1" t="b"`, "1") + cell(`r="B1" t="b"`, "false")), "", "A1=?1 B1=?0"},
		{"boolean 2", at(`t="b"`, "2"), finding.CellValue, ""},
		{"error value", at(`t="e"`, "#REF!"), "", "A1=!#REF!"},
		{"error value that is none", at(`t="e"`, "REF"), finding.CellValue, ""},
		{"ISO date", at(`t="d"`, "2024-04-22T00:00:00"), "", "A1=@2024-04-22T00:00:00"},
		{"ISO date that is none", at(`t="d"`, "yesterday"), finding.CellValue, ""},
		{"formats", one(cell(`r="A1" s="1"`, "0.85") + cell(`r="B1" s="2"`, "45000") + cell(`r="C1" s="3"`, "1")), "", "A1=0.85% B1=@45000 C1=1*"},
		{"style one too far", at(`s="4"`, "1"), finding.CellStyle, ""},
		{"style minus one", at(`s="-1"`, "1"), finding.PartUnfit, ""},
		{"style 2^64", at(`s="18446744073709551616"`, "1"), finding.PartUnfit, ""},
		{"style of a blank cell one too far", one(`<c r="A1" s="4"/>`), finding.CellStyle, ""},
	}
}

// sheetOfRows writes n rows by the format, which takes the row number as often as
// it likes by index.
func sheetOfRows(n int, format string) bundle {
	var b strings.Builder
	for r := 1; r <= n; r++ {
		fmt.Fprintf(&b, format, r)
	}
	return rowsOf(b.String())
}

// wideRow is a row of fifteen cells with values.
func wideRow() string {
	var b strings.Builder
	b.WriteString(`<row r="%[1]d" spans="1:15">`)
	for c := range 15 {
		kind := []string{` t="s"`, ``, ` s="1"`}[c%3]
		fmt.Fprintf(&b, `<c r="%c%%[1]d"%s><v>%d</v></c>`, 'A'+c, kind, c%3)
	}
	return b.String() + "</row>"
}

// paddedRow is a row of fifteen cells with nothing but a format.
func paddedRow() string {
	var b strings.Builder
	b.WriteString(`<row r="%[1]d" spans="1:15" s="1" customFormat="1">`)
	for c := range 15 {
		fmt.Fprintf(&b, `<c r="%c%%[1]d" s="1"/>`, 'A'+c)
	}
	return b.String() + "</row>"
}

func oddSizes() []odd {
	bomb := strings.Repeat(" ", 300<<20)
	return []odd{
		{"20,000 rows of formats only", sheetOfRows(20_000, paddedRow()).bytes, "", ""},
		{"all 1,048,576 rows with a format", sheetOfRows(maxRow, `<row r="%d" s="1" customFormat="1"/>`).bytes, "", ""},
		{"one column of formats to the last row", sheetOfRows(maxRow, `<row r="%[1]d"><c r="A%[1]d" s="1"/></row>`).bytes, "", ""},
		{"300,000 rows by 15 columns", sheetOfRows(300_000, wideRow()).bytes, "", "A1=甲 … 4500000"},
		{"a row of all columns", func() []byte {
			return rowsOf(`<row r="1">` + strings.Repeat(`<c><v>1</v></c>`, maxCol) + `</row>`).bytes()
		}, "", "A1=1 … 16384"},
		{"six million cells", sheetOfRows(400, `<row r="%d">`+strings.Repeat(`<c><v>1</v></c>`, 15_000)+`</row>`).bytes, finding.LimitCells, ""},
		{"six million strings", func() []byte {
			return texts().edit(tableName, "<si>", strings.Repeat("<si/>", 6_000_000)+"<si>").bytes()
		}, finding.LimitStrings, ""},
		{"a hundred million bytes of text", func() []byte {
			return texts().edit(tableName, "<si>", strings.Repeat("<si><t>"+strings.Repeat("x", 1000)+"</t></si>", 100_000)+"<si>").bytes()
		}, finding.LimitText, ""},
		{"one text of a hundred thousand bytes in a thousand cells", texts().edit(tableName, "<si>", "<si><t>"+strings.Repeat("x", 100_000)+"</t></si><si>").
			edit(sheetName, `<row r="1">`, `<row r="1">`+strings.Repeat(`<c t="s"><v>0</v></c>`, 1000)+`</row><row r="2">`).edit(sheetName, "A1", "A2").bytes, finding.LimitText, ""},
		{"a 300 MB part of zeros beside", one().set("xl/media/a.bin", strings.Repeat("\x00", 300<<20)).bytes, "", "A1=1"},
		{"a 300 MB part of spaces in the sheet", one().edit(sheetName, "<sheetData>", bomb+"<sheetData>").bytes, finding.LimitText, ""},
		{"300 MB of short comments", one().edit(sheetName, "<sheetData>", strings.Repeat("<!---->"+strings.Repeat(" ", 3000), 100_000)+"<sheetData>").bytes, "", "A1=1"},
		{"part over its limit", one().set("xl/media/a.bin", strings.Repeat("\x00", 330<<20)).bytes, finding.LimitPart, ""},
		{"two parts over the limit together", one().set("xl/media/a.bin", bomb).set("xl/media/b.bin", bomb).bytes, finding.LimitUnpacked, ""},
		{"file over its limit", one().set("xl/media/a.bin", noise(65<<20)).bytes, finding.LimitFile, ""},
	}
}
