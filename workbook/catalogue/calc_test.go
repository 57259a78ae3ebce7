package catalogue_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"tianbao/seeds/plan"
	"tianbao/seeds/reading"
	"tianbao/seeds/trial"
	"tianbao/workbook/catalogue"
	"tianbao/workbook/ooxml"
)

// calcTable is how openpyxl writes the table of testdata/calc.fods.
const calcTable = `
import datetime, sys, openpyxl
book = openpyxl.Workbook()
sheet = book.active
for row in [["云川市2027年重点任务分工表"],
    ["序号", "类别", "重点任务", "年度目标（家）", "责任分工", None, "完成时限"],
    [None, None, None, None, "牵头单位", "配合单位", None],
    [1, "产业", "培育规上企业，\n完成技改投资3亿元", 20, "市工信局", "市财政局\n各县区政府", datetime.date(2027, 6, 30)],
    [2, None, "培育商贸企业", 35, "市商务局", None, datetime.datetime(2027, 9, 30)],
    [3, "民生", "认定见习单位", 50, "市人社局", "市教育局", "年底"]]:
    sheet.append(row)
for area in ["A1:G1", "A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:F2", "G2:G3", "B4:B5"]:
    sheet.merge_cells(area)
book.save(sys.argv[1])
`

// TestATableOfCalcIsReadAsItIsSeen reads one table of tasks as LibreOffice Calc saves it, at once and by way of .ods, and
// as openpyxl writes it: merged groups, headings of two rows, cells of several lines, dates and numbers as such.
func TestATableOfCalcIsReadAsItIsSeen(t *testing.T) {
	trial.OnlyLong(t, "starts LibreOffice")
	folder := t.TempDir()
	profile := filepath.Join(folder, "profile")
	at := func(name string) string { return filepath.Join(folder, name) }
	trial.Convert(t, profile, "xlsx", at("calc"), filepath.Join("testdata", "calc.fods"))
	trial.Convert(t, profile, "ods", at("ods"), filepath.Join("testdata", "calc.fods"))
	trial.Convert(t, profile, "xlsx", at("by-ods"), at("ods/calc.ods"))
	if text, err := exec.Command(trial.Python(t, "openpyxl"), "-c", calcTable, at("openpyxl.xlsx")).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, text)
	}
	const want = `1 1 市工信局|市财政局 各县区政府|3亿元 2027年6月 20家 2027年6月
1 2 市商务局||35家 2027年9月
2 3 市人社局|市教育局|50家 2027`
	for _, name := range []string{"calc/calc.xlsx", "by-ods/calc.xlsx", "openpyxl.xlsx"} {
		book := trial.Made(ooxml.Read(trial.Got(os.ReadFile(at(name)))(t), ooxml.DefaultLimits()))(t)
		doc, reg, found := catalogue.Document("calc.xlsx", book)
		if doc == nil {
			t.Fatalf("%s: %v", name, found)
		}
		p, _ := reading.Parse(doc, reg)
		var got []string
		for i := range p.Items {
			it := &p.Items[i]
			targets := ""
			for _, x := range it.Targets {
				targets += " " + x.Min.String() + x.Unit + " " + x.Due
			}
			got = append(got, fmt.Sprintf("%d %s %s|%s|%s", it.Chapter, it.Ref, named(it.Lead), named(it.Support), strings.TrimSpace(targets)))
		}
		if strings.Join(got, "\n") != want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, strings.Join(got, "\n"), want)
		}
	}
}

// named is who is named, as written.
func named(parties []plan.Party) string {
	var names []string
	for _, party := range parties {
		names = append(names, party.Name)
	}
	return strings.Join(names, " ")
}
