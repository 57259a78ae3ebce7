package ooxml

import (
	"fmt"
	"strings"

	"tianbao/seeds/finding"
)

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
