package docx

import (
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"testing"
	"time"

	"tianbao/seeds/trial"
)

func props() Props {
	return Props{Title: "关于<试验>的报告", Creator: "市发展改革委", Created: time.Date(2025, 3, 31, 0, 0, 0, 0, time.UTC)}
}

// specimen is a document with everything that a document may have.
func specimen() *Doc {
	d := New(props())
	d.Title("关于实施情况的报告")
	d.Subtitle(Text("(送审稿)"))
	d.Blank(1)
	d.Flush(Text("市人民政府:"))
	d.Heading(1, "一、总体评价")
	d.Heading(2, "(一)经济发展")
	d.Heading(3, "1.增长")
	d.Para(Run{Text: "一是增长。", Kai: true}, Text(`R&D 经费 <3% & "约束"`), Gap("【由办公室补写】"))
	d.Right(Text("2025年3月31日"))
	d.Section(Landscape)
	d.Label("附1")
	d.Caption("一览表")
	d.Table(Table{Widths: []float64{20, 60, 40}, Head: [][]Cell{{{Text: "类别"}, {Text: "指标", Span: 2}}},
		Rows: [][]Cell{{{Text: "经济", Over: true}, {Text: "甲"}, {Text: "7.5", Align: Right}}, {{Under: true}, {Text: "乙"}, {Text: "待填", Gap: true, Bold: true}}}})
	d.Small(Text("注:略。"))
	d.Section(Upright)
	d.Label("附2")
	return d
}

func made(t *testing.T, d *Doc) []byte {
	t.Helper()
	return trial.Got(d.Bytes())(t)
}

// reads is every text of a part, a line for each paragraph.
func reads(t *testing.T, part string) string {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(part))
	var b strings.Builder
	inText := false
	for {
		token, err := d.Token()
		if err == io.EOF {
			return b.String()
		}
		if err != nil {
			t.Fatal(err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			inText = e.Name.Local == "t"
			if e.Name.Local == "br" {
				b.WriteString("/")
			}
		case xml.EndElement:
			inText = false
			if e.Name.Local == "p" {
				b.WriteString("\n")
			}
		case xml.CharData:
			if inText {
				b.Write(e)
			}
		}
	}
}

func TestEveryPartOfADocumentIsWellFormedAndItsTextsAreAsGiven(t *testing.T) {
	all := trial.Parts(t, made(t, specimen()))
	for name, text := range all {
		if reads(t, text) == "" && strings.Contains(name, "footer") {
			t.Errorf("%s has no text", name)
		}
	}
	got := reads(t, all["word/document.xml"])
	for _, want := range []string{"关于实施情况的报告\n", "一是增长。R&D 经费 <3% & \"约束\"【由办公室补写】\n", "待填\n", "附2\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
	if !strings.Contains(all["docProps/core.xml"], "关于&lt;试验&gt;的报告") {
		t.Error(all["docProps/core.xml"])
	}
}

func TestTheSameDocumentGivesTheSameBytes(t *testing.T) {
	if !bytes.Equal(made(t, specimen()), made(t, specimen())) {
		t.Error("two writings differ")
	}
}

func TestASectionThatLiesAcrossIsThePageTurned(t *testing.T) {
	text := trial.Parts(t, made(t, specimen()))["word/document.xml"]
	if n := strings.Count(text, "<w:sectPr>"); n != 3 {
		t.Fatalf("%d sections", n)
	}
	for _, want := range []string{
		`<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"`,
		`<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1587" w:right="2098" w:bottom="1474" w:left="1984"`,
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %s", want)
		}
	}
}

func TestWhatXMLForbidsIsLeftOutOfTexts(t *testing.T) {
	d := New(props())
	d.Para(Text("甲\x00\x0b乙\r\n丙\uFFFE\xff丁"))
	if got := reads(t, trial.Parts(t, made(t, d))["word/document.xml"]); got != "甲乙/丙\uFFFD丁\n" {
		t.Errorf("%q", got)
	}
}

func TestAHeadingOfALevelThatIsNoneFails(t *testing.T) {
	d := New(props())
	d.Heading(4, "丁")
	if _, err := d.Bytes(); err == nil {
		t.Error("no error")
	}
}
