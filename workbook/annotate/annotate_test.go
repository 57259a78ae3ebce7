package annotate_test

import (
	"bytes"
	"errors"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/xuri/excelize/v2"

	"tianbao/seeds"
	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/trial"
	"tianbao/templates"
	"tianbao/templates/layout"
	"tianbao/templates/xl"
	"tianbao/workbook"
	"tianbao/workbook/annotate"
	"tianbao/workbook/check"
	"tianbao/workbook/ooxml"
)

var builtIn = sync.OnceValue(func() *plan.Plan {
	p, _ := seeds.Plan()
	return p
})

const unit = "市科技局"

// issue writes the workbook of a unit of the built-in plan, filled in so.
func issue(t testing.TB, p *plan.Plan, values templates.Values) []byte {
	t.Helper()
	return trial.Got(templates.Build(layout.NewForms(p, 2024, nil).Of(p.Unit(unit)), templates.Options{Values: values}))(t)
}

// faulty fills some cells, and some of them wrongly.
func faulty(s layout.SheetKey, _ string, k layout.Key) (string, bool) {
	switch k {
	case layout.Filler:
		return "张三", true
	case layout.Tel:
		return "张三", true
	case layout.Status:
		return layout.StatusBehind, true
	case layout.Progress:
		return "同上", true
	case layout.Actual, layout.Total, layout.ThisYear:
		return "约5家", true
	}
	return "", false
}

func read(t testing.TB, data []byte, p *plan.Plan) (*workbook.Return, finding.List) {
	t.Helper()
	book, found := ooxml.Read(data, ooxml.DefaultLimits())
	if book == nil {
		t.Fatalf("cannot be read: %v", found)
	}
	id, more := workbook.Identify(book, p, 0, "")
	found = append(found, more...)
	if id.Standing != workbook.Ours {
		t.Fatalf("not ours: %v", found)
	}
	ret, more := workbook.Decode(book, id, layout.NewForms(p, id.Identity.Year, nil).Of(id.Unit))
	found = check.Complete(ret, append(found, more...))
	found.Sort(book.Tabs())
	return ret, found
}

func annotated(t testing.TB, data []byte, p *plan.Plan) []byte {
	t.Helper()
	ret, found := read(t, data, p)
	return trial.Got(annotate.Copy(data, ret, found))(t)
}

var (
	ourFormat = regexp.MustCompile(`<conditionalFormatting sqref="[^"]*"><cfRule [^>]*><formula>N\(&#34;tianbao\.mark[^<]*</formula></cfRule></conditionalFormatting>`)
	ourBoxes  = regexp.MustCompile(`<legacyDrawing [^>]*tianbao[^>]*/>|<legacyDrawing [^>]*rIdTianbao[^>]*/>`)
	ourCode   = regexp.MustCompile(`W6NFUT-[0-9]{3}-2024-1-[0-9]-[0-9A-Z]`)
)

func TestASheetWithoutItsMarksIsAsItWas(t *testing.T) {
	p := builtIn()
	data := issue(t, p, faulty)
	before, after := trial.Parts(t, data), trial.Parts(t, annotated(t, data, p))
	for name, was := range before {
		is := after[name]
		if strings.HasPrefix(name, "xl/worksheets/") {
			is = ourBoxes.ReplaceAllString(ourFormat.ReplaceAllString(is, ""), "")
			is, was = ourCode.ReplaceAllString(is, ""), ourCode.ReplaceAllString(was, "")
			was = strings.Replace(was, ` tabSelected="true"`, "", 1)
		}
		switch name {
		case "[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml":
			continue
		}
		if is != was {
			t.Errorf("%s differs beyond its marks", name)
		}
	}
}

func TestFormatsOfTheFillerKeepTheirNumbers(t *testing.T) {
	p := builtIn()
	data := issue(t, p, faulty)
	before, after := trial.Parts(t, data)["xl/styles.xml"], trial.Parts(t, annotated(t, data, p))["xl/styles.xml"]
	for _, collection := range []string{"fonts", "fills", "borders", "cellXfs", "dxfs", "numFmts", "cellStyles"} {
		_, was, _ := strings.Cut(before, "<"+collection)
		_, was, _ = strings.Cut(was, ">")
		was, _, _ = strings.Cut(was, "</"+collection+">")
		if !strings.Contains(after, ">"+was) {
			t.Errorf("%s do not begin as they did", collection)
		}
	}
}

func TestACopyReadsAsTheOriginalWithTheNextRevision(t *testing.T) {
	p := builtIn()
	data := issue(t, p, faulty)
	first, was := read(t, data, p)
	for round := 2; round <= 4; round++ {
		data = annotated(t, data, p)
		ret, is := read(t, data, p)
		if ret.Identity.Revision != round || ret.Unit != first.Unit {
			t.Errorf("round %d: %v", round, ret.Identity)
		}
		if !slices.Equal(was, is) {
			t.Errorf("round %d: findings differ", round)
		}
	}
}

func TestMarksDoNotPileUp(t *testing.T) {
	p := builtIn()
	second := annotated(t, annotated(t, issue(t, p, faulty), p), p)
	third := annotated(t, second, p)
	a, b := trial.Parts(t, second), trial.Parts(t, third)
	for name, was := range a {
		is, old := ourCode.ReplaceAllString(b[name], ""), ourCode.ReplaceAllString(was, "")
		old = strings.Replace(old, "第 3 版", "第 4 版", 1)
		if is != old && name != "xl/workbook.xml" {
			t.Errorf("%s grows from copy to copy", name)
		}
	}
	if len(a) != len(b) {
		t.Errorf("%d parts, then %d", len(a), len(b))
	}
}

func TestTheSameInputGivesTheSameBytes(t *testing.T) {
	p := builtIn()
	data := issue(t, p, faulty)
	if !bytes.Equal(annotated(t, data, p), annotated(t, data, p)) {
		t.Error("two copies differ")
	}
}

func TestACopyIsSealed(t *testing.T) {
	p := builtIn()
	if !xl.Sealed(annotated(t, issue(t, p, faulty), p)) {
		t.Error("not sealed")
	}
}

func TestTheListOpensFirstAndNamesKeepTheirSheets(t *testing.T) {
	p := builtIn()
	data := issue(t, p, faulty)
	book, found := ooxml.Read(annotated(t, data, p), ooxml.DefaultLimits())
	if book == nil || len(found) > 0 {
		t.Fatal(found)
	}
	if g := book.Sheets[0]; g.Name != layout.FaultList || g.State != ooxml.Visible || !g.Filtered {
		t.Errorf("%s stands first", g.Name)
	}
	for _, n := range book.Names {
		if n.Sheet >= 0 && !strings.Contains(n.Text, book.Sheets[n.Sheet].Name) {
			t.Errorf("%s of %s is %s", n.Name, book.Sheets[n.Sheet].Name, n.Text)
		}
	}
}

// small is a workbook with comments of its own, and two sheets to mark.
func small(t testing.TB) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	err := f.SetSheetName("Sheet1", "甲")
	if err == nil {
		_, err = f.NewSheet("乙")
	}
	for cell, text := range map[string]string{"B2": "同上", "C3": "约5家"} {
		err = errors.Join(err, f.SetCellStr("甲", cell, text), f.SetCellStr("乙", cell, text))
	}
	err = errors.Join(err, f.AddComment("甲", excelize.Comment{Cell: "B2", Author: "甲", Text: "我的批注"}))
	var out bytes.Buffer
	trial.Must(t, errors.Join(err, f.Write(&out)))
	return out.Bytes()
}

func TestCommentsOfTheFillerStay(t *testing.T) {
	r := &workbook.Return{Identity: layout.Identity{PlanID: "SMALL1", UnitID: "001", Year: 2032, Layout: 1, Revision: 1}, Unit: "甲局"}
	at := func(sheet string, row, col int) finding.Option {
		return finding.At(finding.Place{Sheet: sheet, Row: row, Col: col})
	}
	found := finding.List{
		finding.New(finding.VagueText, at("甲", 2, 2)), finding.New(finding.NumberFormat, at("甲", 3, 3), finding.Given("<&_x000D_\x00>")),
		finding.New(finding.NumberFormat, at("乙", 3, 3)),
	}
	once := trial.Got(annotate.Copy(small(t), r, found))(t)
	marked := trial.Parts(t, once)
	comments := marked["xl/comments1.xml"]
	if strings.Count(comments, "<comment ") != 2 || !strings.Contains(comments, "我的批注") {
		t.Errorf("of the filler's and ours: %s", comments)
	}
	if n := strings.Count(marked["xl/drawings/vmlDrawing1.vml"], "<v:shape "); n != 2 {
		t.Errorf("%d boxes of comments", n)
	}
	if !strings.Contains(marked["xl/tianbao_comments1.xml"], "不是数字") {
		t.Error("the second sheet has no comment")
	}
	twice := trial.Got(annotate.Copy(once, r, nil))(t)
	clean := trial.Parts(t, twice)
	if c := clean["xl/comments1.xml"]; strings.Count(c, "<comment ") != 1 || !strings.Contains(c, "我的批注") {
		t.Errorf("after repair: %s", c)
	}
	if n := strings.Count(clean["xl/drawings/vmlDrawing1.vml"], "<v:shape "); n != 1 {
		t.Errorf("%d boxes after repair", n)
	}
	for name, text := range clean {
		if strings.Contains(text, "tianbao.mark") {
			t.Errorf("%s still holds a mark", name)
		}
	}
}

func TestALibreOfficeCopyIsMarkedAfresh(t *testing.T) {
	p := builtIn()
	data := issue(t, p, faulty)
	_, was := read(t, data, p)
	again := annotated(t, trial.Converted(t, annotated(t, data, p), "xlsx"), p)
	ret, is := read(t, again, p)
	if ret.Identity.Revision != 3 || is.Count(finding.Error) != was.Count(finding.Error) {
		t.Errorf("%v, %d errors instead of %d", ret.Identity, is.Count(finding.Error), was.Count(finding.Error))
	}
	ours, parts := 0, trial.Parts(t, again)
	for _, text := range parts {
		ours += strings.Count(text, "【审核意见】")
	}
	for _, named := range regexp.MustCompile(`PartName="/([^"]*)"`).FindAllStringSubmatch(parts["[Content_Types].xml"], -1) {
		if _, ok := parts[named[1]]; !ok {
			t.Errorf("%s has a type and is not there", named[1])
		}
	}
	if want := commented(was); ours != want {
		t.Errorf("%d comments for %d faulty cells", ours, want)
	}
}

// commented counts the cells that findings mark.
func commented(found finding.List) int {
	cells := map[finding.Place]bool{}
	for _, f := range found {
		if f.Severity >= finding.Warning && f.Place.Cell() != "" {
			cells[f.Place] = true
		}
	}
	return len(cells)
}

func BenchmarkCopy(b *testing.B) {
	p := builtIn()
	data := issue(b, p, faulty)
	ret, found := read(b, data, p)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := annotate.Copy(data, ret, found); err != nil {
			b.Fatal(err)
		}
	}
}
