package main

import (
	"bytes"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tianbao/seeds/trial"
)

// awkward puts into a plan what XML and spreadsheets take for something else.
var awkward = strings.NewReplacer("培育企业。", "培育企业<A&B>\"甲\"'乙'_x0041_😀。", "县妇联", "县妇联&协会", "工业总产值(亿元)", "工业“R&D”总产值<1>(亿元)")

func TestTheValidatorSeesAFault(t *testing.T) {
	w := newTown(t)
	good := []byte(w.read("下发/2024-县工业局.xlsx"))
	bad := trial.Repacked(t, good, func(name string, part []byte) []byte {
		return bytes.ReplaceAll(part, []byte(`rgb="FFFFD966"`), []byte(`rgb="FFD966"`))
	})
	if len(trial.Invalid(t, "a.xlsx", bad)) == 0 {
		t.Fatal("a colour of three bytes passes")
	}
	if found := trial.Invalid(t, "a.xlsx", good); len(found) > 0 {
		t.Errorf("%v", found)
	}
}

// Every kind of file of a year's work, and of the next year's with what was ruled.
func TestExcelTakesEveryFileOfAYear(t *testing.T) {
	trial.OnlyLong(t, "starts the Open XML validator many times")
	w := newTownOf(t, awkward.Replace)
	w.fillAll("约12")
	must(t, edit(w.path("报送/财政局.xlsx"), []string{"主要指标@2:2024年实际值=6.3"}))
	must(t, edit(w.path("报送/工业局.xlsx"), []string{"主要指标@2:2024年实际值=6.1"}))
	for _, args := range [][]string{
		{"check", "--return-to", "退回"},
		{"status"},
		{"consolidate"},
		{"template", "--year", "2025", "-o", "下发2025"},
	} {
		w.run(args...)
	}
	must(t, edit(w.path("2024年度汇总.xlsx"), []string{"数据不一致@2:核定值=6.1", "数据不一致@2:核定依据=统计局核定"}))
	w.run("consolidate", "--rulings", "2024年度汇总.xlsx", "-o", "核定后.xlsx")
	w.run("consolidate", "-o", "报告.docx")
	w.taken(".", 10)
}

func TestExcelTakesWhatTheDemoWrites(t *testing.T) {
	trial.OnlyLong(t, "starts the Open XML validator many times")
	w := &town{t, t.TempDir()}
	w.mustRun("demo", "演示")
	// Of 75 units, one of each kind and all that were sent back.
	w.taken("演示", 20, "下发/2024-市", "下发/2023-")
}

// taken fails where Excel would not take a file below a folder that the program wrote.
// Files whose path holds one of the words are held to our own rules alone, but for the
// first three of each.
func (w *town) taken(folder string, least int, many ...string) {
	w.Helper()
	count, seen := 0, map[string]int{}
	must(w.T, filepath.WalkDir(w.path(folder), func(path string, e fs.DirEntry, err error) error {
		ext := filepath.Ext(path)
		name := filepath.ToSlash(strings.TrimPrefix(path, w.path(folder)))
		if err != nil || e.IsDir() || strings.Contains(name, "报送/") || ext != ".xlsx" && ext != ".docx" {
			return err
		}
		data, err := os.ReadFile(path)
		must(w.T, err)
		if ext == ".xlsx" && (e.Name() != "2024年度汇总.xlsx" || folder != ".") { // that one another program saved
			for _, fault := range trial.ExcelFaults(w.T, data) {
				w.Errorf("%s: %s", name, fault)
			}
			for _, fault := range trial.Pale(w.T, data) {
				w.Errorf("%s: %s", name, fault)
			}
		}
		for _, word := range many {
			if strings.Contains(name, word) {
				if seen[word]++; seen[word] > 3 {
					return nil
				}
			}
		}
		count++
		for _, fault := range trial.Invalid(w.T, name, data) {
			w.Errorf("%s: %s", name, fault)
		}
		return nil
	}))
	if count < least {
		w.Errorf("%d files looked at", count)
	}
}

// foreign are workbooks as other programs save them.
var foreign = map[string]func(*town, []byte) []byte{
	"excelize":    func(_ *town, data []byte) []byte { return data },
	"openpyxl":    byOpenpyxl,
	"LibreOffice": func(w *town, data []byte) []byte { return trial.Converted(w.T, data, "xlsx") },
	"Strict":      strict,
	"prefixed":    prefixed,
	"macros":      withMacros,
	"threads":     withThreads,
	"x14":         withBars,
	"backslashes": withBackslashes,
}

func byOpenpyxl(w *town, data []byte) []byte {
	python := trial.Python(w.T, "openpyxl")
	path := filepath.Join(w.TempDir(), "a.xlsx")
	must(w.T, os.WriteFile(path, data, 0o600))
	if out, err := exec.Command(python, "-c", "import sys, openpyxl\nopenpyxl.load_workbook(sys.argv[1]).save(sys.argv[1])", path).CombinedOutput(); err != nil {
		w.Fatalf("%v: %s", err, out)
	}
	data, err := os.ReadFile(path)
	must(w.T, err)
	return data
}

func strict(w *town, data []byte) []byte {
	named := strings.NewReplacer(
		"http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main",
		"http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships",
		"http://schemas.openxmlformats.org/drawingml/2006/main", "http://purl.oclc.org/ooxml/drawingml/main",
		"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties", "http://purl.oclc.org/ooxml/officeDocument/extendedProperties",
		"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes", "http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes",
		"<workbook ", `<workbook conformance="strict" `)
	return trial.Repacked(w.T, data, func(_ string, part []byte) []byte { return []byte(named.Replace(string(part))) })
}

var bareTag = regexp.MustCompile(`<(/?)([A-Za-z]\w*)([\s/>])`)

func prefixed(w *town, data []byte) []byte {
	return trial.Repacked(w.T, data, func(name string, part []byte) []byte {
		if !strings.HasPrefix(name, "xl/worksheets/sheet") && name != "xl/styles.xml" && name != "xl/workbook.xml" {
			return part
		}
		return bytes.Replace(bareTag.ReplaceAll(part, []byte("<${1}ss:$2$3")), []byte(" xmlns="), []byte(" xmlns:ss="), 1)
	})
}

// opened is a workbook after a change by excelize.
func (w *town) opened(data []byte, change func(*excelize.File) error) []byte {
	f, err := excelize.OpenReader(bytes.NewReader(data))
	must(w.T, err)
	defer f.Close()
	must(w.T, change(f))
	out, err := f.WriteToBuffer()
	must(w.T, err)
	return out.Bytes()
}

func withMacros(w *town, data []byte) []byte {
	return w.opened(data, func(f *excelize.File) error {
		f.Path = "a.xlsm"
		return f.AddVBAProject([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"))
	})
}

func withBars(w *town, data []byte) []byte {
	return w.opened(data, func(f *excelize.File) error {
		return f.SetConditionalFormat("量化目标", "I5:I7", []excelize.ConditionalFormatOptions{{Type: "data_bar", Criteria: "=", MinType: "min", MaxType: "max", BarColor: "#638EC6", BarSolid: true}})
	})
}

func withThreads(w *town, data []byte) []byte {
	const (
		person = `<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><person displayName="甲" id="{6C8F0A63-0D8C-4B7C-9B53-1B7B4C9C6A11}" userId="甲" providerId="None"/></personList>`
		thread = `<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="I5" dT="2025-02-01T08:00:00.00" personId="{6C8F0A63-0D8C-4B7C-9B53-1B7B4C9C6A11}" id="{7A0E8E2B-51D4-4F0A-8C0A-2A9E5B1C7D22}"><text>以统计局为准</text></threadedComment></ThreadedComments>`
		kinds  = `http://schemas.microsoft.com/office/2017/10/relationships/`
	)
	data = w.opened(data, func(f *excelize.File) error {
		return f.AddComment("量化目标", excelize.Comment{Cell: "I5", Author: "tc={7A0E8E2B-51D4-4F0A-8C0A-2A9E5B1C7D22}", Text: "[线程批注] 以统计局为准"})
	})
	var sheet string
	for name, part := range trial.Parts(w.T, data) {
		if strings.HasPrefix(name, "xl/worksheets/_rels/") && strings.Contains(part, "comments") {
			sheet = name
		}
	}
	var link = func(part []byte, id, kind, target string) []byte {
		return bytes.Replace(part, []byte("</Relationships>"), []byte(`<Relationship Id="`+id+`" Type="`+kinds+kind+`" Target="`+target+`"/></Relationships>`), 1)
	}
	data = trial.Repacked(w.T, data, func(name string, part []byte) []byte {
		switch name {
		case sheet:
			return link(part, "rIdT", "threadedComment", "../threadedComments/threadedComment1.xml")
		case "xl/_rels/workbook.xml.rels":
			return link(part, "rIdP", "person", "persons/person.xml")
		case "[Content_Types].xml":
			return bytes.Replace(part, []byte("</Types>"), []byte(`<Override PartName="/xl/persons/person.xml" ContentType="application/vnd.ms-excel.person+xml"/>`+
				`<Override PartName="/xl/threadedComments/threadedComment1.xml" ContentType="application/vnd.ms-excel.threadedcomments+xml"/></Types>`), 1)
		}
		return part
	})
	return trial.Added(w.T, data, map[string]string{"xl/persons/person.xml": person, "xl/threadedComments/threadedComment1.xml": thread})
}

func withBackslashes(w *town, data []byte) []byte {
	return trial.Renamed(w.T, data, func(name string) string { return strings.ReplaceAll(name, "worksheets/", `worksheets\`) })
}

// An annotated copy brings no fault that the file it came from did not have.
func TestAnAnnotatedCopyBringsNoNewFault(t *testing.T) {
	trial.OnlyLong(t, "starts the Open XML validator many times")
	w := newTown(t)
	w.fillAll("约12")
	base := []byte(w.read("报送/工业局.xlsx"))
	for name, save := range foreign {
		t.Run(name, func(t *testing.T) {
			w := &town{t, w.dir}
			sent := save(w, base)
			ext := ".xlsx"
			if name == "macros" {
				ext = ".xlsm"
			}
			must(t, os.RemoveAll(w.path("报送")))
			w.write("报送/a"+ext, string(sent))
			out, errs, _ := w.run("check", "--year", "2024", "--return-to", "退回-"+name)
			if _, err := os.Stat(w.path("退回-" + name)); err != nil {
				t.Fatalf("no copy\n%s%s", out, errs)
			}
			copies := files(t, w.path("退回-"+name))
			for file, text := range copies {
				had, hadOurs := kinds(trial.Invalid(t, "a"+ext, sent)), trial.ExcelFaults(t, sent)
				for _, f := range trial.Invalid(t, file, []byte(text)) {
					if !slices.Contains(had, f.Kind()) {
						t.Errorf("new: %s", f)
					}
				}
				for _, f := range trial.ExcelFaults(t, []byte(text)) {
					if name == "backslashes" || !slices.Contains(hadOurs, f) {
						t.Errorf("new: %s", f)
					}
				}
			}
		})
	}
}

func kinds(all []trial.Fault) (out []string) {
	for _, f := range all {
		out = append(out, f.Kind())
	}
	return out
}
