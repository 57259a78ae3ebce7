package document_test

import (
	"reflect"
	"strings"
	"testing"

	"tianbao/seeds/document"
	"tianbao/seeds/finding"
	"tianbao/seeds/trial"
)

// lists is a numbering part: list 1 counts 一、 (一) 1. (1), list 2 counts on
// with list 1's levels but starts at 5, list 3 is ① and list 4 bullets.
const lists = `<w:numbering NS>
<w:abstractNum w:abstractNumId="0">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:pStyle w:val="H1"/><w:lvlText w:val="%1、"/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="(%2)"/></w:lvl>
 <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlRestart w:val="0"/><w:lvlText w:val="%3."/></w:lvl>
 <w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="(%4)"/></w:lvl>
 <w:lvl w:ilvl="4"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:isLgl/><w:lvlText w:val="%1-%3-%5 "/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimalEnclosedCircleChinese"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="3"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>
</w:numbering>`

const styles = `<w:styles NS>
<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="H1b"><w:name w:val="my heading"/><w:basedOn w:val="H1"/></w:style>
<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="toc 1"/></w:style>
</w:styles>`

func textsOf(t *testing.T, data []byte) []string {
	t.Helper()
	doc := trial.Made(document.Read("a.docx", data))(t)
	var texts []string
	for _, b := range doc.Blocks {
		texts = append(texts, b.Text)
	}
	return texts
}

func TestAutomaticNumbersReadAsWordShowsThem(t *testing.T) {
	style := func(id string) string { return `<w:pPr><w:pStyle w:val="` + id + `"/></w:pPr>` }
	body := strings.Join([]string{
		trial.Par("目录项……1", style("T1")),
		trial.Par("甲", style("H1")),
		trial.Par("节甲", trial.Numbered("1", "1")),
		trial.Par("任务甲", trial.Numbered("1", "2")),
		trial.Par("子项甲", trial.Numbered("1", "3")),
		trial.Par("子项乙", trial.Numbered("1", "3")),
		trial.Par("任务乙", trial.Numbered("1", "2")),
		trial.Par("子项丙", trial.Numbered("1", "3")),
		trial.Par("子项丁", trial.Numbered("2", "3")),
		trial.Par("乙", style("H1b")),
		trial.Par("节乙", trial.Numbered("1", "1")),
		trial.Par("任务丙", trial.Numbered("1", "2")),
		trial.Par("深", trial.Numbered("1", "4")),
		trial.Par("圈", trial.Numbered("3", "0")),
		trial.Par("点", trial.Numbered("4", "0")),
		trial.Par("无号", `<w:pPr><w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>`),
	}, "")
	got := textsOf(t, trial.Docx(t, body, map[string]string{"word/numbering.xml": lists, "word/styles.xml": styles}))
	want := []string{"一、甲", "(一)节甲", "1.任务甲", "(1)子项甲", "(2)子项乙", "2.任务乙", "(1)子项丙", "(5)子项丁",
		"二、乙", "(一)节乙", "3.任务丙", "2-3-1 深", "①圈", "点", "无号"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestTextOfRunsIsWhatIsSeen(t *testing.T) {
	body := `<w:p><w:r><w:t>保留</w:t></w:r><w:del><w:r><w:delText>删去</w:delText></w:r></w:del><w:ins><w:r><w:t>插入</w:t></w:r></w:ins>` +
		`<w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>` +
		`<w:r><w:br/></w:r><w:r><w:t>下一行</w:t></w:r></w:p>` +
		`<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>` + trial.Par("一、目录") + `</w:sdtContent></w:sdt>` +
		`<w:sdt><w:sdtContent>` + trial.Par("控件里的段落") + `</w:sdtContent></w:sdt>`
	got := textsOf(t, trial.Docx(t, body, nil))
	if want := []string{"保留插入链接", "下一行", "控件里的段落"}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestNotesStandBehindTheTextAndAreMarked(t *testing.T) {
	notes := `<w:footnotes NS><w:footnote w:type="separator"><w:p/></w:footnote><w:footnote>` + trial.Par("指规上企业。") + trial.Par("含外资。") + `</w:footnote></w:footnotes>`
	got := textsOf(t, trial.Docx(t, trial.Par("1.甲。"), map[string]string{"word/footnotes.xml": notes}))
	if want := []string{"1.甲。", "注：指规上企业。 含外资。"}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestMergedCellsStandInEveryPlaceTheyCover(t *testing.T) {
	row := func(cells ...string) string { return "<w:tr>" + strings.Join(cells, "") + "</w:tr>" }
	body := "<w:tbl>" +
		row(trial.Cell("类别", ""), trial.Cell("序号", ""), trial.Cell("目标", `<w:gridSpan w:val="2"/>`)) +
		row(trial.Cell("经济", `<w:vMerge w:val="restart"/>`), "<w:tc>"+trial.Par("", trial.Numbered("1", "2"))+"</w:tc>", trial.Cell("1\n2", ""), trial.Cell("", "")) +
		row(trial.Cell("", `<w:vMerge/>`), "<w:tc>"+trial.Par("", trial.Numbered("1", "2"))+"</w:tc>", trial.Cell("3", ""), trial.Cell("4", "")) +
		"</w:tbl><w:tbl>" + row(trial.Cell("框里的字\n第二行", "")) + "</w:tbl>"
	doc := trial.Made(document.Read("a.docx", trial.Docx(t, body, map[string]string{"word/numbering.xml": lists})))(t)
	want := [][]string{{"类别", "序号", "目标", "目标"}, {"经济", "1.", "1\n2", ""}, {"经济", "2.", "3", "4"}}
	if !reflect.DeepEqual(doc.Blocks[0].Rows, want) {
		t.Errorf("got %q, want %q", doc.Blocks[0].Rows, want)
	}
	if len(doc.Blocks) != 3 || doc.Blocks[1].Text != "框里的字" || doc.Blocks[2].Text != "第二行" {
		t.Errorf("a table of one cell: %+v", doc.Blocks[1:])
	}
}

func TestWhatIsNoDocumentIsRefusedWithAWayOut(t *testing.T) {
	deep := strings.Repeat("<w:sdt><w:sdtContent>", 300) + strings.Repeat("</w:sdtContent></w:sdt>", 300)
	whole := trial.Docx(t, trial.Par("一、甲"), nil)
	for name, c := range map[string]struct {
		data []byte
		code finding.Code
		hint string
	}{
		"a PDF":                {[]byte("%PDF-1.7\n..."), finding.DocumentFormat, ".docx"},
		"an old .doc":          {[]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1xxxx"), finding.DocumentFormat, ".docx"},
		"RTF":                  {[]byte(`{\rtf1 x}`), finding.DocumentFormat, ".docx"},
		"nothing":              {nil, finding.DocumentEmpty, ""},
		"blank lines":          {[]byte("\n \n\u00a0\n"), finding.DocumentEmpty, ""},
		"bytes of no encoding": {[]byte("abc\x00\x01\xff\xfe\x80"), finding.DocumentEncoding, "UTF-8"},
		"a cut .docx":          {whole[:len(whole)-40], finding.DocumentBroken, ""},
		"broken XML":           {trial.Docx(t, "<w:p><w:r>", nil), finding.DocumentBroken, ""},
		"text without end":     {[]byte(strings.Repeat("推进重点项目建设,到2025年达到100个。", 90_000)), finding.DocumentTooLarge, "任务清单部分"},
		"deep nesting":         {trial.Docx(t, deep, nil), finding.DocumentTooLarge, ""},
		"a zip of zeros":       {trial.Docx(t, "<w:p><w:r><w:t>"+strings.Repeat("0", 70<<20)+"</w:t></w:r></w:p>", nil), finding.DocumentTooLarge, ""},
	} {
		doc, found := document.Read("文件", c.data)
		if doc != nil || len(found) != 1 || found[0].Code != c.code || found[0].Severity != finding.Error || !strings.Contains(found[0].Hint, c.hint) {
			t.Errorf("%s: %v %+v, want %s", name, doc, found, c.code)
		}
	}
}
