package document_test

import (
	"strings"
	"testing"

	"tianbao/seeds/document"
	"tianbao/seeds/finding"
	"tianbao/seeds/trial"
)

func TestAPageOfThirtyMegabytesEndsWithAMessage(t *testing.T) {
	trial.OnlyLong(t, "reads 60 MB")
	page := "<html><body>" + strings.Repeat(`<p style="text-indent:2em"><span style="font-family:宋体">1.新建平台20多家，产值达到5亿元。（市科技局牵头）</span></p>`+"\n", 30<<20/150) + "</body></html>"
	body := strings.Repeat(`<w:p><w:pPr><w:ind w:firstLine="640"/></w:pPr><w:r><w:t>1.新建平台20多家，产值达到5亿元。（市科技局牵头）</w:t></w:r></w:p>`, 30<<20/150)
	for name, data := range map[string][]byte{"a.html": []byte(page), "a.docx": trial.Docx(t, body, nil)} {
		if doc, found := document.Read(name, data); doc != nil || !found.Has(finding.DocumentTooLarge) {
			t.Errorf("%s: %v", name, found)
		}
	}
}
