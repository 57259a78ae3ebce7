package docx

import (
	"archive/zip"
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"tianbao/seeds/trial"
)

const (
	openDoc  = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>`
	closeDoc = `<w:sectPr/></w:body></w:document>`
)

func para(runs ...string) string {
	return `<w:p w:rsidR="00A1"><w:pPr><w:jc w:val="center"/></w:pPr>` + strings.Join(runs, "") + `</w:p>`
}

func run(text string) string { return `<w:r><w:rPr><w:b/></w:rPr><w:t>` + text + `</w:t></w:r>` }

// formOf is a form with one body and whatever other parts.
func formOf(t *testing.T, body string, more ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	zw := zip.NewWriter(&out)
	list := append([]string{"[Content_Types].xml", `<Types/>`, "word/document.xml", openDoc + body + closeDoc, "word/media/a.bin", "\x00{{年度}}\xff"}, more...)
	for i := 0; i < len(list); i += 2 {
		w, err := zw.Create(list[i])
		if err == nil {
			_, err = w.Write([]byte(list[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	trial.Must(t, zw.Close())
	return out.Bytes()
}

func known(name string) (Place, bool) {
	switch name {
	case "年度":
		return Place{Lines: []string{"2024"}}, true
	case "正文":
		return Place{Lines: []string{"第一段<1>", "第二段", "第三段"}}, true
	case "空":
		return Place{}, true
	case "表":
		return Place{Table: &Table{Widths: []float64{50}, Rows: [][]Cell{{{Text: "格"}}}}}, true
	}
	return Place{}, false
}

func TestPlacesAreFilledHoweverTheirWordsAreSplit(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"in one run", para(run("截至{{年度}}年")), "截至2024年\n"},
		{"over runs", para(run("截至{"), run("{年"), run("度}"), run("}年")), "截至2024年\n"},
		{"two in a run, one over the next", para(run("{{年度}}、{{年度}}、{{年"), run("度}}。")), "2024、2024、2024。\n"},
		{"with the braces of a Chinese keyboard and spaces", para(run("｛｛ 年度 ｝｝")), "2024\n"},
		{"several lines alone in a paragraph", para(run("{{正文}}")), "第一段<1>\n第二段\n第三段\n"},
		{"several lines within a sentence", para(run("见{{正文}}。")), "见第一段<1>/第二段/第三段。\n"},
		{"nothing", para(run("甲{{空}}乙")), "甲乙\n"},
		{"in a cell of a table", `<w:tbl><w:tr><w:tc>` + para(run("{{年度}}")) + `</w:tc></w:tr></w:tbl>`, "2024\n"},
		{"in a box within a paragraph", `<w:p><w:r><w:t>外{{年</w:t></w:r><w:r><w:txbxContent>` + para(run("内{{年度}}")) + `</w:txbxContent></w:r><w:r><w:t>度}}</w:t></w:r></w:p>`, "外2024内2024\n\n"},
		{"a table", para(run("{{表}}")), "格\n\n"},
		{"entities stay what they are", para(run("R&amp;D{{年度}}&lt;")), "R&D2024<\n"},
		{"one that is unknown stays", para(run("{{年度}}{{别的}}")), "2024{{别的}}\n"},
		{"an opening that does not close stays", para(run("{{甲 {{年度}} }}")), "{{甲 2024 }}\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			out, _, err := Fill(formOf(t, c.body), known)
			if err != nil {
				t.Fatal(err)
			}
			got := reads(t, trial.Parts(t, out)["word/document.xml"])
			if got != c.want {
				t.Errorf("%q, not %q", got, c.want)
			}
		})
	}
}

func TestFillingTouchesNothingButThePlaces(t *testing.T) {
	header := `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">` + para(run("{{年度}}年度")) + `</w:hdr>`
	body := `<!-- {{年度}} -->` + para(run("甲 &#x4E59;"), run("{{年度}}")) + para(run("没有占位")) + `<w:p><w:r><w:instrText>{{年度}}</w:instrText></w:r></w:p>`
	form := formOf(t, body, "word/header1.xml", header, "word/other.xml", `<a>{{年度}}</a>`)
	out, unknown, err := Fill(form, known)
	if err != nil || len(unknown) > 0 {
		t.Fatal(err, unknown)
	}
	before, after := trial.Parts(t, form), trial.Parts(t, out)
	for _, name := range []string{"[Content_Types].xml", "word/media/a.bin", "word/other.xml"} {
		if before[name] != after[name] {
			t.Errorf("%s is changed", name)
		}
	}
	const filled = `<w:t xml:space="preserve">2024</w:t>`
	if want := strings.Replace(before["word/document.xml"], `<w:t>{{年度}}</w:t>`, filled, 1); after["word/document.xml"] != want {
		t.Errorf("the body is\n%s\nnot\n%s", after["word/document.xml"], want)
	}
	if want := strings.Replace(before["word/header1.xml"], `<w:t>{{年度}}年度</w:t>`, `<w:t xml:space="preserve">2024年度</w:t>`, 1); after["word/header1.xml"] != want {
		t.Errorf("the header is\n%s", after["word/header1.xml"])
	}
	again, _, err := Fill(form, known)
	if err != nil || !bytes.Equal(out, again) {
		t.Error("two fillings differ", err)
	}
}

func TestALineThatIsAddedLooksAsThePlaceDoesAndEndsNoSection(t *testing.T) {
	body := `<w:p><w:pPr><w:jc w:val="center"/><w:sectPr><w:pgSz/></w:sectPr></w:pPr>` + run("{{正文}}") + `</w:p>`
	out, _, err := Fill(formOf(t, body), known)
	if err != nil {
		t.Fatal(err)
	}
	text := trial.Parts(t, out)["word/document.xml"]
	const line = `<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">第二段</w:t></w:r></w:p>`
	if !strings.Contains(text, line) || strings.Count(text, "<w:pgSz/>") != 1 {
		t.Error(text)
	}
}

func TestNamesThatHaveNoPlaceAreToldOnceInOrder(t *testing.T) {
	_, unknown, err := Fill(formOf(t, para(run("{{乙}}{{甲}}{{乙}}"))), known)
	if err != nil || !slices.Equal(unknown, []string{"乙", "甲"}) {
		t.Error(unknown, err)
	}
}

func TestAStrictDocumentWithOtherPrefixesIsFilledInItsOwnNames(t *testing.T) {
	body := `<?xml version="1.0"?><document xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"><body><p><r><t>{{正文}}</t></r></p><p><r><t>{{表}}</t></r></p></body></document>`
	form := formOf(t, "", "word/footer9.xml", strings.NewReplacer("document", "ftr", "<body>", "", "</body>", "").Replace(body))
	out, _, err := Fill(form, known)
	if err != nil {
		t.Fatal(err)
	}
	text := trial.Parts(t, out)["word/footer9.xml"]
	if got := reads(t, text); got != "第一段<1>\n第二段\n第三段\n格\n\n" {
		t.Errorf("%q", got)
	}
	if strings.Contains(text, "schemas.openxmlformats") {
		t.Error(text)
	}
}

func TestAFormThatIsNoDocumentIsRefused(t *testing.T) {
	broken := formOf(t, para(run("{{年度}}")))
	for name, form := range map[string][]byte{
		"nothing":   nil,
		"a text":    []byte("{{年度}}"),
		"truncated": broken[:len(broken)/2],
		"unclosed":  formOf(t, `<w:p>`),
		"other":     bytes.ReplaceAll(broken, []byte("word/document.xml"), []byte("xl12/document.xml")),
	} {
		if _, _, err := Fill(form, known); !errors.Is(err, errNotDocument) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestATableIsNoWiderThanTheTextOfItsSection(t *testing.T) {
	section := `<w:p><w:pPr><w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1" w:right="1474" w:left="1587"/></w:sectPr></w:pPr></w:p>`
	wide := func(string) (Place, bool) {
		return Place{Table: &Table{Widths: []float64{150, 75}, Rows: [][]Cell{{{Text: "甲"}, {Text: "乙"}}}}}, true
	}
	for body, want := range map[string]string{
		para(run("{{表}}")) + section: `<w:gridCol w:w="5897"/><w:gridCol w:w="2948"/>`, // 156 mm
		para(run("{{表}}")):           `<w:gridCol w:w="8504"/><w:gridCol w:w="4252"/>`,
		section + para(run("{{表}}")) + `<w:pgSz w:w="20000" w:h="1"/>`: `<w:gridCol w:w="8504"/><w:gridCol w:w="4252"/>`,
	} {
		out, _, err := Fill(formOf(t, body), wide)
		if err != nil {
			t.Fatal(err)
		}
		if text := trial.Parts(t, out)["word/document.xml"]; !strings.Contains(text, want) {
			t.Errorf("%s is not in\n%s", want, text)
		}
	}
}
