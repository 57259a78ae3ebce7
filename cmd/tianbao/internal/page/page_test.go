package page

import (
	"regexp"
	"strings"
	"testing"

	"tianbao/consolidate"
	"tianbao/consolidate/judge"
	"tianbao/consolidate/store"
	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/trial"
	"tianbao/templates/layout"
	"tianbao/workbook"
	"tianbao/workbook/intake"
)

// invented is a look at a year that holds every part of the page. Names and texts are
// made of mark, which may be anything that a return can hold.
func invented(mark string) *Results {
	around := &workbook.Excerpt{Sheet: mark, Head: 4, Cols: []int{1, 9}, Rows: []workbook.ExcerptRow{{R: 4, Texts: []string{mark, "截至2024年底值"}}, {R: 5, Texts: []string{"1-1", mark}}}}
	wrong := finding.Folded{Finding: finding.Finding{Severity: finding.Error, Code: "number-format", Place: finding.Place{Sheet: mark, Row: 5, Col: 9},
		Ref: mark, Column: mark, Message: mark, Given: mark, Expected: mark, Hint: mark}, Refs: []string{mark}}
	file := File{File: &intake.File{Path: "报送/" + mark, Outcome: intake.Faulty, Identity: layout.Identity{Revision: 2}}, Shown: []Finding{{wrong, around}}, More: 1, Notes: []string{mark}}
	unit := Unit{ID: "unit-1", Name: mark, Brief: "错误 1 处", Files: []File{file}, Message: mark,
		Since:  &Since{Round: "第 2 版比第 1 版", Gone: []string{mark}, Still: []string{mark}, New: []string{mark}},
		Copies: []Difference{{Subject: mark, Values: []Said{{From: mark, Text: mark, Counts: true}, {From: mark, Text: mark}}}}}
	conflict := consolidate.Conflict{Kind: consolidate.ConflictKind(mark), Options: []consolidate.Option{{Unit: mark, Text: mark}}, Choices: []string{mark}}
	ruled := conflict
	ruled.Ruling = &store.Ruling{Value: mark, Basis: mark}
	line := &consolidate.IndicatorLine{Indicator: &plan.Indicator{No: 1, Name: mark}, Verdict: judge.Judgement{Verdict: judge.BehindPace, Basis: mark}}
	return &Results{
		Plan: mark, Year: 2024, Day: "2025-04-02", Verdict: mark, Tone: Bad, Next: mark,
		Counts:     []Count{{Word: "应报", N: 2}, {Word: "退回修改", N: 1, ID: "is-faulty"}},
		Groups:     []Group{{intake.StatusFaulty, []Unit{unit}}, {intake.StatusAccepted, []Unit{{ID: "unit-2", Name: mark}}}},
		Strays:     []File{file},
		Skipped:    []string{mark},
		Reminders:  mark,
		Disputes:   []Dispute{{Conflict: &conflict, Subject: mark, Fault: mark}, {Conflict: &ruled, Subject: mark, Value: mark, Basis: mark}},
		Open:       1,
		Indicators: []Indicator{{IndicatorLine: line, Goal: mark, Years: []YearText{{2023, mark}}, Line: draw(2020, 2025, []Mark{{2023, 1}, {2024, 2}}, nil, mark)}},
	}
}

func written(t *testing.T, r *Results) string {
	t.Helper()
	data := trial.Got(Write(r))(t)
	return string(data)
}

func TestTheFileShowsEveryPartInItsOrder(t *testing.T) {
	text, at := written(t, invented("市科技局")), 0
	for _, part := range []string{"<h1>2024年度审核结果", `class="verdict bad"`, "退回修改 <b>1</b>", "各单位", "复制文字", "已改好", "仍然存在", "这次新出现",
		"填的是", "应为", "怎么改", `class="here"`, "几份之间不同的地方", "认不出单位的文件", "催报文字", "数据不一致", "待核定 1 处，共 2 处", "已核定", "主要指标", "<polyline"} {
		i := strings.Index(text[at:], part)
		if part == "怎么改" { // is in the style sheet
			i = strings.Index(text[at:], `class="hint"`)
		}
		if i < 0 {
			t.Fatalf("%q is missing, or stands before what it should follow", part)
		}
		at += i
	}
}

var tags = regexp.MustCompile(`<[^>]*>`)

func TestWhatAReturnSaysIsNeverMoreThanText(t *testing.T) {
	plain := tags.FindAllString(written(t, invented("甲")), -1)
	for _, mark := range []string{
		`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `' onmouseover='alert(1)`, "</style><script>1</script>", "<!--", "-->", "]]>",
		"javascript:alert(1)", "{{.}}", "\x00<b>", "&lt;b&gt;", "<svg/onload=1>", "\u2028</script>", "`${1}`",
	} {
		text := written(t, invented(mark))
		got := tags.FindAllString(text, -1)
		if len(got) != len(plain) {
			t.Errorf("%q: %d tags, of plain text %d", mark, len(got), len(plain))
			continue
		}
		for i := range got {
			if name(got[i]) != name(plain[i]) || strings.Count(got[i], "=") > 0 && attributes(got[i]) != attributes(plain[i]) {
				t.Errorf("%q changes %s to %s", mark, plain[i], got[i])
			}
		}
	}
}

func name(tag string) string {
	return strings.FieldsFunc(tag, func(r rune) bool { return r == ' ' || r == '>' })[0]
}

var quoted = regexp.MustCompile(`"[^"]*"`)

// attributes are the names of a tag's attributes, in order.
func attributes(tag string) string { return quoted.ReplaceAllString(tag, `""`) }

func TestTheFileFetchesNothing(t *testing.T) {
	text := written(t, invented("甲"))
	for _, fetches := range []string{"http://", "https://", "src=", "@import", "url(", "<link", "<iframe", "<form", "fetch("} {
		if strings.Contains(strings.ReplaceAll(text, script, ""), fetches) {
			t.Errorf("the file holds %q", fetches)
		}
	}
	if !strings.Contains(text, `content="default-src &#39;none&#39;;`) {
		t.Error("the file has no policy, or one that lets it fetch")
	}
}

func TestALineGoesFromTheFirstYearToTheLast(t *testing.T) {
	l := draw(2020, 2025, []Mark{{2021, 10}, {2024, 20}}, []Mark{{2020, 0}, {2025, 20}}, "")
	if l.Points != "35.0,18.0 125.0,5.0" || l.Path != "5.0,31.0 155.0,5.0" {
		t.Errorf("points %s, path %s", l.Points, l.Path)
	}
	if draw(2020, 2025, []Mark{{2021, 10}}, nil, "") != nil {
		t.Error("a line of one year")
	}
	if l := draw(2020, 2025, []Mark{{2021, 3}, {2022, 3}}, nil, ""); !strings.HasSuffix(l.Points, ",18.0") {
		t.Errorf("years that are alike: %s", l.Points)
	}
}
