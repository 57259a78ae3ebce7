package workbook_test

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tianbao/seeds/finding"
	"tianbao/seeds/trial"
	"tianbao/templates/layout"
	"tianbao/workbook"
)

// parts are the parts of a workbook by name, to be rewritten in the manner of another program.
type parts map[string]string

// sheets rewrites the parts of the sheets.
func (p parts) sheets(rewrite func(xml string) string) {
	for name := range p {
		if strings.HasPrefix(name, "xl/worksheets/sheet") {
			p[name] = rewrite(p[name])
		}
	}
}

// dropped takes what a pattern finds out of a part.
func (p parts) dropped(name, pattern string) {
	p[name] = regexp.MustCompile(`(?s)`+pattern).ReplaceAllString(p[name], "")
}

var (
	sharedCell = regexp.MustCompile(`(?s)t="s"([^>]*)><v>(\d+)</v>(?:<is>.*?</is>)?`)
	inlineCell = regexp.MustCompile(`(?s)t="inlineStr"([^>]*)><is>(.*?)</is>`)
	stringItem = regexp.MustCompile(`(?s)<si>(.*?)</si>|<si/>`)
	oneFormat  = regexp.MustCompile(`(?s)<xf [^>]*?/>|<xf .*?</xf>`)
	cellStyle  = regexp.MustCompile(`(<(?:c|row|col) [^>]*?\b(?:s|style)=")(\d+)"`)
	plainName  = regexp.MustCompile(`<(/?)([A-Za-z]\w*)([\s/>])`)
)

// inlined has every text in its cell.
func inlined(p parts) {
	items := stringItem.FindAllStringSubmatch(p["xl/sharedStrings.xml"], -1)
	p.sheets(func(xml string) string {
		return sharedCell.ReplaceAllStringFunc(xml, func(cell string) string {
			m := sharedCell.FindStringSubmatch(cell)
			n, _ := strconv.Atoi(m[2])
			return `t="inlineStr"` + m[1] + `><is>` + items[n][1] + `</is>`
		})
	})
	delete(p, "xl/sharedStrings.xml")
	p.dropped("[Content_Types].xml", `<Override[^>]*sharedStrings[^>]*?(/>|></Override>)`)
	p.dropped("xl/_rels/workbook.xml.rels", `<Relationship [^>]*sharedStrings[^>]*?(/>|></Relationship>)`)
}

// shared has every text in the table of strings, with its reading written over it.
func shared(p parts) {
	inlined(p)
	var table []string
	at := map[string]int{}
	p.sheets(func(xml string) string {
		return inlineCell.ReplaceAllStringFunc(xml, func(cell string) string {
			m := inlineCell.FindStringSubmatch(cell)
			n, ok := at[m[2]]
			if !ok {
				n = len(table)
				at[m[2]] = n
				table = append(table, `<si>`+m[2]+`<rPh sb="0" eb="1"><t>pin yin</t></rPh><phoneticPr fontId="0"/></si>`)
			}
			return fmt.Sprintf(`t="s"%s><v>%d</v>`, m[1], n)
		})
	})
	p["xl/sharedStrings.xml"] = `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="` + strconv.Itoa(len(table)) + `">` + strings.Join(table, "") + `</sst>`
	p["[Content_Types].xml"] = strings.Replace(p["[Content_Types].xml"], "</Types>", `<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`, 1)
	p["xl/_rels/workbook.xml.rels"] = strings.Replace(p["xl/_rels/workbook.xml.rels"], "</Relationships>",
		`<Relationship Id="rIdS" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>`, 1)
}

func namesLost(p parts)   { p.dropped("xl/workbook.xml", `<definedNames>.*</definedNames>`) }
func hiddenShown(p parts) { p.dropped("xl/workbook.xml", ` state="(very)?[hH]idden"`) }

// bare has no headers, footers, validations, conditions, protection nor properties.
func bare(p parts) {
	p.sheets(func(xml string) string {
		for _, tag := range []string{"headerFooter", "dataValidations", "conditionalFormatting", "sheetProtection", "ignoredErrors", "pageSetup"} {
			xml = regexp.MustCompile(`(?s)<`+tag+`[ >].*?</`+tag+`>|<`+tag+`[^>]*/>`).ReplaceAllString(xml, "")
		}
		return xml
	})
	delete(p, "docProps/core.xml")
	delete(p, "docProps/app.xml")
	p.dropped("[Content_Types].xml", `<Override[^>]*docProps[^>]*?(/>|></Override>)`)
	p.dropped("_rels/.rels", `<Relationship [^>]*docProps[^>]*?(/>|></Relationship>)`)
}

// renumbered has the formats of cells in the opposite order.
func renumbered(p parts) {
	styles := p["xl/styles.xml"]
	from := strings.Index(styles, "<cellXfs")
	from += strings.Index(styles[from:], ">") + 1
	to := strings.Index(styles, "</cellXfs>")
	all := oneFormat.FindAllString(styles[from:to], -1)
	n := len(all)
	slices.Reverse(all)
	p["xl/styles.xml"] = styles[:from] + strings.Join(all, "") + styles[to:]
	p.sheets(func(xml string) string {
		return cellStyle.ReplaceAllStringFunc(xml, func(tag string) string {
			m := cellStyle.FindStringSubmatch(tag)
			old, _ := strconv.Atoi(m[2])
			return m[1] + strconv.Itoa(n-1-old) + `"`
		})
	})
}

func absolute(p parts) {
	p["xl/_rels/workbook.xml.rels"] = strings.ReplaceAll(p["xl/_rels/workbook.xml.rels"], `Target="`, `Target="/xl/`)
	p["xl/_rels/workbook.xml.rels"] = strings.ReplaceAll(p["xl/_rels/workbook.xml.rels"], `Target="/xl//`, `Target="/`)
}

// prefixed has its elements in a namespace with a prefix.
func prefixed(p parts) {
	for name := range p {
		if strings.HasPrefix(name, "xl/") && strings.HasSuffix(name, ".xml") && !strings.Contains(name, "theme") && !strings.Contains(name, "drawing") && !strings.Contains(name, "comments") {
			p[name] = strings.ReplaceAll(plainName.ReplaceAllString(p[name], "<${1}sml:$2$3"), ` xmlns="`, ` xmlns:sml="`)
		}
	}
}

// from1904 counts days from 1904; day is the cell that holds one.
func from1904(day string) func(parts) {
	return func(p parts) {
		p["xl/workbook.xml"] = strings.Replace(p["xl/workbook.xml"], "<workbookPr ", `<workbookPr date1904="1" `, 1)
		cell := regexp.MustCompile(`(<c r="` + day + `"[^>]*><v>)(\d+)(</v>)`)
		p.sheets(func(xml string) string {
			return cell.ReplaceAllStringFunc(xml, func(c string) string {
				m := cell.FindStringSubmatch(c)
				n, _ := strconv.Atoi(m[2])
				return m[1] + strconv.Itoa(n-1462) + m[3]
			})
		})
	}
}

// faulty is the specimen with faults of many kinds; day is a cell with a day as a number.
func (s *specimen) faulty(t *testing.T) (data []byte, day string) {
	t.Helper()
	const lead, target, indicator = "牵头任务", "量化目标", "主要指标"
	day = s.at(layout.Cover, "", layout.FilledOn)
	return s.edited(t, func(f *excelize.File) {
		leads, targets := s.ret.Sheet(layout.Lead).Rows, s.ret.Sheet(layout.Targets).Rows
		at := func(k layout.SheetKey, n int, col layout.Key) string { // the n-th cell to fill of a column
			rows := s.ret.Sheet(k).Rows
			open := slices.DeleteFunc(slices.Clone(rows), func(r workbook.Row) bool { return col != layout.Task && !r.Open(col) })
			return s.at(k, open[n].Ref(), col)
		}
		must(t, f.SetCellValue("填报说明", day, 45731))
		styled(t, f, "填报说明", day, &excelize.Style{NumFmt: 14})
		must(t, f.SetCellStr("填报说明", s.at(layout.Cover, "", layout.Tel), "见通讯录"))
		must(t, f.SetCellStr(lead, at(layout.Lead, 0, layout.Status), "进行中"))
		must(t, f.SetCellStr(lead, at(layout.Lead, 1, layout.Progress), "详见附件1"))
		must(t, f.SetCellValue(lead, at(layout.Lead, 2, layout.Progress), nil))
		must(t, f.SetCellStr(lead, at(layout.Lead, 3, layout.Progress), "⽆"))
		must(t, f.SetCellRichText(lead, at(layout.Lead, 4, layout.Progress), []excelize.RichTextRun{{Text: "新建平台3家。"}, {Text: "另有2家开工。", Font: &excelize.Font{Strike: true}}}))
		must(t, f.SetCellStr(lead, at(layout.Lead, 5, layout.Task), "别的任务"))
		must(t, f.SetRowVisible(lead, leads[6].R, false))
		must(t, f.SetCellStr(target, at(layout.Targets, 0, layout.Total), "约95"))
		must(t, f.SetCellStr(target, at(layout.Targets, 1, layout.Total), "1,234"))
		must(t, f.SetCellValue(target, at(layout.Targets, 2, layout.Total), nil))
		must(t, f.SetCellStr(target, at(layout.Targets, 3, layout.Total), "85%"))
		styled(t, f, target, at(layout.Targets, 4, layout.Total), &excelize.Style{Font: &excelize.Font{Strike: true}})
		scaled, white := `0"亩"`, "[White]0"
		styled(t, f, target, at(layout.Targets, 5, layout.Total), &excelize.Style{CustomNumFmt: &scaled})
		styled(t, f, target, at(layout.Targets, 6, layout.Total), &excelize.Style{CustomNumFmt: &white})
		must(t, f.SetCellStr(target, "B"+strconv.Itoa(targets[len(targets)-1].R+1), "合计"))
		must(t, f.SetCellStr(indicator, at(layout.Indicators, 0, layout.Actual), "85户"))
		must(t, f.SetCellStr(indicator, at(layout.Indicators, 0, layout.Outlook), "大概能"))
	}), day
}

// A return with faults is faulty in the same places whichever program saved it last.
func TestTheSameFaultsAreFoundWhicheverProgramSavedTheReturn(t *testing.T) {
	s := newSpecimen(t)
	data, day := s.faulty(t)
	_, ret, found := read(t, data, s.plan)
	want := lines(found)
	kinds := map[finding.Code]bool{}
	for _, f := range found {
		kinds[f.Code] = true
	}
	if len(kinds) < 14 {
		t.Fatalf("%d kinds of faults only: %v", len(kinds), want)
	}
	for name, steps := range map[string][]func(parts){
		"texts in their cells":             {inlined},
		"texts in a table, with readings":  {shared},
		"formats in another order":         {renumbered},
		"names of parts from the root":     {absolute},
		"names with a prefix":              {prefixed},
		"days from 1904":                   {from1904(day)},
		"as Google Sheets exports":         {shared, namesLost, hiddenShown, bare, renumbered},
		"as Numbers exports":               {inlined, namesLost, hiddenShown, bare, renumbered, from1904(day)},
		"as WPS saves":                     {shared, absolute, renumbered},
		"as a program with a toolkit does": {inlined, prefixed, absolute, bare},
	} {
		t.Run(name, func(t *testing.T) {
			p := parts(trial.Parts(t, data))
			for _, step := range steps {
				step(p)
			}
			_, again, found := read(t, trial.Packed(t, p), s.plan)
			same(t, lines(found), want)
			sameValues(t, ret, again)
		})
	}
}

// The same with the programs that are at hand. openpyxl does not keep the look of a part of a
// text, so that nobody can see there that it was struck out.
func TestTheSameFaultsAreFoundAfterLibreOfficeAndOpenpyxl(t *testing.T) {
	trial.OnlyLong(t, "starts LibreOffice and openpyxl")
	s := newSpecimen(t)
	data, _ := s.faulty(t)
	_, ret, found := read(t, data, s.plan)
	flat := s.at(layout.Lead, s.ret.Sheet(layout.Lead).Rows[4].Ref(), layout.Progress)
	kept := slices.DeleteFunc(lines(found), func(line string) bool {
		return line == "warning struck-part 牵头任务!"+flat+" "+s.ret.Sheet(layout.Lead).Rows[4].Ref()
	})
	_, other, more := read(t, trial.Converted(t, data, "xlsx"), s.plan)
	same(t, lines(more), lines(found))
	sameValues(t, ret, other)
	scripted := scripted(t, data, "")
	for _, data := range [][]byte{scripted, trial.Converted(t, scripted, "xlsx")} {
		_, _, more := read(t, data, s.plan)
		same(t, lines(more), kept)
	}
}

// lines prints findings, but for those about lost marks of identity.
func lines(found finding.List) (list []string) {
	for _, f := range found {
		if f.Code != finding.StampMissing {
			list = append(list, said(f))
		}
	}
	slices.Sort(list)
	return list
}
