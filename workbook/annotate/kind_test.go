package annotate_test

import (
	"bytes"
	"strings"
	"testing"

	"tianbao/seeds/trial"
)

// withMacros is a workbook to which a project of macros was added.
func withMacros(t testing.TB, data []byte) []byte {
	t.Helper()
	parts := [][2]string{{"xl/vbaProject.bin", "VBA"}}
	for name, text := range trial.Parts(t, data) {
		switch name {
		case "[Content_Types].xml":
			text = strings.Replace(text, "</Types>", `<Override PartName="/xl/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>`, 1)
		case "xl/_rels/workbook.xml.rels":
			text = strings.Replace(text, "</Relationships>", `<Relationship Id="vba" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>`, 1)
		}
		parts = append(parts, [2]string{name, text})
	}
	return pack(t, parts...)
}

func TestACopyIsAWorkbookWhateverItWasSavedAs(t *testing.T) {
	p := builtIn()
	plain := issue(t, p, faulty)
	const (
		sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
		macro = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
	)
	for _, c := range []struct{ name, saved, copied string }{
		{"a workbook", sheet, sheet},
		{"a template", "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml", sheet},
		{"a workbook for macros that has none", macro, sheet},
		{"a workbook with macros", macro, macro},
		{"a template with macros", "application/vnd.ms-excel.template.macroEnabled.main+xml", macro},
	} {
		t.Run(c.name, func(t *testing.T) {
			data := plain
			if strings.HasSuffix(c.name, "with macros") {
				data = withMacros(t, data)
			}
			data = trial.Repacked(t, data, func(name string, part []byte) []byte {
				if name == "[Content_Types].xml" {
					return bytes.Replace(part, []byte(sheet), []byte(c.saved), 1)
				}
				return part
			})
			types := trial.Parts(t, annotated(t, data, p))["[Content_Types].xml"]
			_, after, _ := strings.Cut(types, `PartName="/xl/workbook.xml"`)
			if !strings.HasPrefix(strings.TrimSpace(after), `ContentType="`+c.copied+`"`) || strings.Count(types, `"/xl/workbook.xml"`) != 1 {
				t.Error(types)
			}
		})
	}
}
