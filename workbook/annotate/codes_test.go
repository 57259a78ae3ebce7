package annotate_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tianbao/seeds/finding"
	"tianbao/seeds/trial"
	"tianbao/templates/layout"
)

// A report code of which some is set in bold is in runs.
func TestACodeInRunsIsRaisedLikeAnyOther(t *testing.T) {
	p := builtIn()
	data := issue(t, p, faulty)
	id := layout.Identity{PlanID: p.ID, UnitID: p.Unit(unit).ID, Year: 2024, Layout: layout.Version, Revision: 1}
	was := id.Code()
	id.Revision = 2
	is := id.Code()

	inline := func(cell string) []byte {
		return trial.Repacked(t, data, func(name string, part []byte) []byte {
			if name != "xl/worksheets/sheet1.xml" {
				return part
			}
			return bytes.Replace(part, []byte("<is><t>"+was+"</t></is>"), []byte(cell), 1)
		})
	}
	shared := func() []byte {
		f := trial.Got(excelize.OpenReader(bytes.NewReader(data)))(t)
		defer f.Close()
		cells := trial.Got(f.SearchSheet("填报说明", was))(t)
		must(t, f.SetCellRichText("填报说明", cells[0], []excelize.RichTextRun{{Text: "码" + was[:3]}, {Text: was[3:9], Font: &excelize.Font{Bold: true}}, {Text: was[9:] + "。"}}))
		var b bytes.Buffer
		must(t, f.Write(&b))
		return b.Bytes()
	}
	cases := []struct {
		name string
		data []byte
		want string
	}{
		{"between two runs", inline(`<is><r><t>` + was[:4] + `</t></r><r><rPr><b/></rPr><t xml:space="preserve">` + was[4:] + ` 码</t></r></is>`),
			`<is><r><t>` + is + `</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 码</t></r></is>`},
		{"between runs beside a phonetic guide", inline(`<is><r><t>码` + was[:9] + `</t></r><r><t/></r><r><t>` + was[9:] + `</t></r><rPh sb="0" eb="1"><t>ma</t></rPh></is>`),
			`<is><r><t>码` + is + `</t></r><r><t/></r><r><t></t></r><rPh sb="0" eb="1"><t>ma</t></rPh></is>`},
		{"among the shared strings", shared(), `。</t>`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if bytes.Equal(c.data, data) {
				t.Fatal("nothing was parted")
			}
			out := annotated(t, c.data, p)
			ret, found := read(t, out, p)
			if ret.Identity.Revision != 2 || found.Has(finding.StampDiffers) {
				t.Errorf("revision %d, %d findings", ret.Identity.Revision, len(found))
			}
			var all strings.Builder
			for _, part := range trial.Parts(t, out) {
				all.WriteString(part)
			}
			if !strings.Contains(all.String(), c.want) {
				t.Error("the runs are not what they were but for the code")
			}
		})
	}
}

// must stops the test at an error of the editing library.
var must = trial.Must

// What a remark says of a report code is what belongs in the copy, not in the file
// it was made of.
func TestARemarkNamesTheCodeOfTheCopy(t *testing.T) {
	p := builtIn()
	id := layout.Identity{PlanID: p.ID, UnitID: p.Unit(unit).ID, Year: 2024, Layout: layout.Version, Revision: 1}
	was := id.Code()
	id.Revision = 2
	lost := trial.Repacked(t, issue(t, p, faulty), func(name string, part []byte) []byte {
		if name != "xl/worksheets/sheet1.xml" {
			return part
		}
		return bytes.Replace(part, []byte("<is><t>"+was+"</t></is>"), []byte("<is><t>见封面</t></is>"), 1)
	})
	said := 0
	for name, part := range trial.Parts(t, annotated(t, lost, p)) {
		if strings.Contains(part, was) {
			t.Errorf("%s still says %s", name, was)
		}
		said += strings.Count(part, "应为:"+id.Code()) + strings.Count(part, "应填:"+id.Code())
	}
	if said == 0 {
		t.Error("no remark says which code belongs there")
	}
}
