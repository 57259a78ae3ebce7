package reading_test

import (
	"html"
	"os"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"tianbao/seeds"
	"tianbao/seeds/document"
	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/reading"
	"tianbao/seeds/trial"
)

// injected is a string like those that hijacked pages carry, in the places where
// the page of the built-in plan carried one.
const injected = "申博sunbet官网,申博信用网"

// lost puts the injected string in place of the words that are restored in the
// built-in document.
func lost(text string) string {
	for _, r := range seeds.RestoredWords() {
		text = strings.ReplaceAll(text, r.Text, strings.Replace(r.Text, r.Word, injected, 1))
	}
	return text
}

// pageOf is the built-in document as its page shows it: between page furniture,
// with blank lines, the string injected.
func pageOf(t *testing.T) string {
	t.Helper()
	data := trial.Got(os.ReadFile("../plan.txt"))(t)
	lines := strings.Split(lost(strings.TrimSpace(string(data))), "\n")
	for i, line := range lines {
		if line == "创新驱动" || line == "11" || line == "12" {
			lines[i] = "·\n\n\u00a0\n\n" + line
		}
	}
	return injected + "\n\n您现在位置: 网站" + injected + " > 政府公报 > 2021年第4期\n  • 索引号\n\n    1134160073302996XP/202110-00085\n  • 有效性\n\n" +
		"  • 信息名称\n\n    " + lines[0] + "\n\n发布时间:2021-10-22 09:01 来源:市政府办 浏览:4066次\n【字体大小:\u00a0\u00a0\n\n" +
		strings.Join(lines, "\n\n\u00a0\n\n") + "\n\n扫一扫在手机打开当前页\n"
}

// sameButRestored compares a plan with the built-in one, leaving aside the words
// that are restored there and where in the file an item stands.
func sameButRestored(t *testing.T, name string, data []byte) finding.List {
	t.Helper()
	doc, found := document.Read(name, data)
	if doc == nil {
		t.Fatalf("%s: %v", name, found)
	}
	got, odd := reading.Parse(doc, seeds.Register())
	want, _ := seeds.Plan()
	gap := strings.NewReplacer(injected, "")
	for i := range want.Items {
		want.Items[i].Text = gap.Replace(lost(want.Items[i].Text))
	}
	for _, p := range []*plan.Plan{got, want} {
		for i := range p.Items {
			p.Items[i].Line, p.Items[i].Targets = 0, nil
		}
		for i := range p.Indicators {
			p.Indicators[i].Line = 0
		}
	}
	if len(got.Items) != len(want.Items) || len(got.Indicators) != len(want.Indicators) {
		t.Fatalf("%s: %d items, %d indicators", name, len(got.Items), len(got.Indicators))
	}
	for i := range want.Items {
		if !reflect.DeepEqual(got.Items[i], want.Items[i]) {
			t.Errorf("%s:\n got %+v\nwant %+v", name, got.Items[i], want.Items[i])
		}
	}
	got.Items, want.Items = nil, nil
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s:\n got %+v\nwant %+v", name, got, want)
	}
	return odd
}

func TestTheRawPageGivesThePlanAndNamesEveryRemoval(t *testing.T) {
	found := sameButRestored(t, "page.txt", []byte(pageOf(t)))
	refs := 0
	for _, f := range found {
		if f.Code == finding.TextLeftOut || f.Code == finding.PageLeftOut || f.Code == finding.RuleTaken {
			continue
		}
		if f.Code != finding.ForeignString {
			t.Errorf("unexpected finding: %+v", f)
		}
		if f.Given != injected || f.Place.Row == 0 {
			t.Errorf("removal without its string or place: %+v", f)
		}
		refs++
	}
	// the page's title, its breadcrumb, two headings, three items
	if refs != 7 {
		t.Errorf("%d removals, want 7", refs)
	}
}

func TestEveryFormatGivesThePlan(t *testing.T) {
	page := pageOf(t)
	gb := trial.Got(simplifiedchinese.GB18030.NewEncoder().String(page))(t)
	sameButRestored(t, "page.txt", []byte(gb))
	sameButRestored(t, "page.txt", []byte("\ufeff"+strings.ReplaceAll(page, "\n", "\r\n")))

	web := `<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>` + injected +
		`</title><script>var s = "一、不是任务";</script></head><body>` + htmlBody(page) + `</body></html>`
	gbWeb := trial.Got(simplifiedchinese.GB18030.NewEncoder().String(web))(t)
	sameButRestored(t, "page.html", []byte(gbWeb))
	sameButRestored(t, "page.htm", []byte(strings.Replace(web, "gb2312", "utf-8", 1)))
	sameButRestored(t, "page.docx", trial.Docx(t, docxBody(page), nil))
}

// annexOf parts a page into the lines before its annex and the annex's rows, the
// category standing in its first row only.
func annexOf(page string) (lines []string, rows [][]string) {
	for _, line := range strings.Split(page, "\n") {
		if line = strings.Trim(line, " \u00a0"); line != "" && line != "·" {
			lines = append(lines, line)
		}
	}
	at := 0
	for lines[at] != "类别" {
		at++
	}
	rows = [][]string{lines[at : at+6]}
	cells := lines[at+6 : len(lines)-1]
	lines = lines[:at]
	for len(cells) > 0 {
		row := []string{""}
		if strings.Trim(cells[0], "0123456789") != "" {
			row[0], cells = cells[0], cells[1:]
		}
		row, cells = append(row, cells[:5]...), cells[5:]
		if len(cells) > 0 && strings.HasPrefix(cells[0], "市") {
			row[5], cells = row[5]+"\n"+cells[0], cells[1:]
		}
		rows = append(rows, row)
	}
	return lines, rows
}

func htmlBody(page string) string {
	lines, rows := annexOf(page)
	var out strings.Builder
	for i, line := range lines {
		open, end := `<p style="text-indent:2em"><span>&nbsp;&nbsp;`, "</span></p>\n"
		if i%3 == 0 {
			open, end = "<div>", "<br/></div>\n"
		}
		out.WriteString(open + html.EscapeString(line) + end)
	}
	out.WriteString("<table><tbody>\n")
	for i, row := range rows {
		out.WriteString("<tr>")
		for c, text := range row {
			span := ""
			if c == 0 && text == "" {
				continue
			}
			if c == 0 && i > 0 {
				n := 1
				for i+n < len(rows) && rows[i+n][0] == "" {
					n++
				}
				span = ` rowspan="` + strconv.Itoa(n) + `"`
			}
			out.WriteString("<td" + span + "><p>" + strings.ReplaceAll(html.EscapeString(text), "\n", "<br>") + "</p></td>")
		}
		out.WriteString("</tr>\n")
	}
	out.WriteString("</tbody></table><div>扫一扫在手机打开当前页</div>")
	return out.String()
}

func docxBody(page string) string {
	lines, rows := annexOf(page)
	var out strings.Builder
	for _, line := range lines {
		out.WriteString(trial.Par(line))
	}
	out.WriteString("<w:tbl>")
	for i, row := range rows {
		out.WriteString("<w:tr>")
		for c, text := range row {
			merge := ""
			if c == 0 && i > 0 {
				merge = `<w:vMerge/>`
				if text != "" {
					merge = `<w:vMerge w:val="restart"/>`
				}
			}
			out.WriteString(trial.Cell(text, merge))
		}
		out.WriteString("</w:tr>")
	}
	return out.String() + "</w:tbl>"
}

// TestAPlanIsTheSameHoweverItIsPrinted changes the page as other printings of such
// a document would, and expects the same items, parties and plan id.
func TestAPlanIsTheSameHoweverItIsPrinted(t *testing.T) {
	page := pageOf(t)
	var broken, apart strings.Builder
	for _, line := range strings.Split(page, "\n") {
		runes := []rune(strings.TrimSpace(line))
		for len(runes) > 40 {
			broken.WriteString(string(runes[:40]) + "\n")
			runes = runes[40:]
		}
		broken.WriteString(string(runes) + "\n")
		if i := strings.LastIndex(line, "("); strings.HasSuffix(line, "配合)") {
			line = line[:i] + "\n" + line[i:]
		}
		apart.WriteString(line + "\n")
	}
	want, _ := seeds.Plan()
	for name, text := range map[string]string{
		"full-width punctuation":     fullWidth.Replace(page),
		"lines broken at 40":         broken.String(),
		"clauses on their own lines": apart.String(),
	} {
		doc, _ := document.Read("page.txt", []byte(text))
		got, _ := reading.Parse(doc, seeds.Register())
		if got.ID != want.ID || len(got.Items) != len(want.Items) || len(got.Units) != len(want.Units) {
			t.Errorf("%s: id %s, %d items, %d units", name, got.ID, len(got.Items), len(got.Units))
			continue
		}
		for i := range want.Items {
			g, w := &got.Items[i], &want.Items[i]
			if g.Ref != w.Ref || !reflect.DeepEqual(g.Lead, w.Lead) || !reflect.DeepEqual(g.Support, w.Support) {
				t.Errorf("%s: %s %v %v, want %s %v %v", name, g.Ref, g.Lead, g.Support, w.Ref, w.Lead, w.Support)
			}
		}
	}
}
