package report

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"tianbao/consolidate"
	"tianbao/consolidate/judge"
	"tianbao/consolidate/town"
	papers "tianbao/seeds/document"
	"tianbao/seeds/plan"
	marks "tianbao/seeds/text"
	"tianbao/seeds/trial"
	"tianbao/templates/docx"
	"tianbao/templates/layout"
	"tianbao/templates/xl"
)

// reading is a report as its reader finds it: paragraphs, and the cells of its tables.
type reading struct {
	body  []string
	cells []string
}

func readReport(t *testing.T, data []byte) reading {
	t.Helper()
	doc := trial.Made(papers.Read("报告.docx", data))(t)
	var r reading
	for _, b := range doc.Blocks {
		for _, row := range b.Rows {
			for _, c := range row {
				r.cells = append(r.cells, strings.Join(strings.Fields(marks.HalfWidth(c)), ""))
			}
		}
		if b.Rows == nil {
			r.body = append(r.body, marks.HalfWidth(b.Text))
		}
	}
	return r
}

var figureInText = regexp.MustCompile(`[0-9]+(?:\.[0-9]+)?`)

// readsBack holds a report against its summary: each indicator's value, verdict and gap
// stands where it is told, and no number is in it that the summary does not say.
func readsBack(t *testing.T, s *consolidate.Summary, data []byte) {
	t.Helper()
	r := readReport(t, data)
	body, cells := strings.Join(r.body, "\n"), "\n"+strings.Join(r.cells, "\n")+"\n"
	for _, l := range s.Indicators {
		var line string
		for _, b := range r.body {
			if strings.Contains(b, marks.HalfWidth(l.Name)+"。") {
				line = b
			}
		}
		if !strings.Contains(line, "判定为"+marks.HalfWidth(l.Verdict.Words())) || !strings.Contains(line, marks.HalfWidth(l.Verdict.Gap)) {
			t.Errorf("indicator %d: %q does not say %q, %q", l.No, line, l.Verdict.Words(), l.Verdict.Gap)
		}
		for _, y := range l.Years {
			if v := y.Value.Number; v.Valid && !l.Settled["actual"].Open() && !strings.Contains(line, v.Decimal.String()) {
				t.Errorf("indicator %d: %q lacks %s of %d", l.No, line, v.Decimal, y.Year)
			}
		}
		if !strings.Contains(cells, "\n"+strings.Join(strings.Fields(marks.HalfWidth(l.Verdict.Words())), "")+"\n") {
			t.Errorf("indicator %d: no cell says %q", l.No, l.Verdict.Words())
		}
	}
	for _, c := range s.Concerns() {
		if title := strings.Join(strings.Fields(marks.HalfWidth(c.Title)), ""); !strings.Contains(cells, title) {
			t.Errorf("no cell names %q", title)
		}
		for _, unit := range c.Units {
			if !strings.Contains(cells, unit) {
				t.Errorf("no cell names %s", unit)
			}
		}
	}
	said := figuresOf(t, s)
	for _, line := range r.body {
		for _, n := range figureInText.FindAllString(line, -1) {
			if !said[n] {
				t.Errorf("%s is no figure of the summary: %q", n, line)
			}
		}
	}
	for _, want := range s.Headline() {
		if !strings.Contains(body, marks.HalfWidth(want)) {
			t.Errorf("the report lacks %q", want)
		}
	}
}

// figuresOf are the numbers that the summary workbook prints, and how many there are of
// what a report counts: the indicators of a category, tasks and targets of a chapter, by
// verdict or status.
func figuresOf(t *testing.T, s *consolidate.Summary) map[string]bool {
	t.Helper()
	said := map[string]bool{}
	for _, g := range rendered(t, s).Sheets {
		for _, row := range g.Rows {
			for _, c := range row.Cells {
				for _, n := range figureInText.FindAllString(c.Text, -1) {
					said[n] = true
				}
			}
		}
	}
	counts := map[string]int{"": len(s.Indicators), "units": len(s.Units)}
	for _, l := range s.Indicators {
		counts[l.Category]++
		counts[l.Category+"/"+string(l.Verdict.Verdict)]++
	}
	for _, l := range s.Items {
		counts[l.ChapterHead]++
		counts[l.ChapterHead+"/"+l.StatusWord()]++
		for _, target := range l.Targets {
			counts[l.ChapterHead+"/targets"]++
			counts[l.ChapterHead+"/"+string(target.Verdict.Verdict)+"/targets"]++
		}
	}
	for _, c := range s.Concerns() {
		counts["behind/"+string(c.Sheet)]++
	}
	for _, u := range s.Units {
		counts["sent/"+string(u.Status)]++
	}
	counts["sent"] = len(s.Units) - counts["sent/missing"]
	for _, l := range s.Indicators {
		if l.Verdict.Verdict == judge.Unknown {
			counts["unknown"]++
		}
	}
	all := []int{len(s.Indicators), len(s.TargetVerdicts()), len(s.Items)}
	on := []int{onTrack(s.IndicatorVerdicts()), onTrack(s.TargetVerdicts()), s.Standing.Items[""]["已完成"] + s.Standing.Items[""]["达到序时进度"]}
	for i, n := range on {
		counts["on track/"+strconv.Itoa(i)] = n
		if all[i] > 0 {
			said[tenths(n, all[i])] = true
		}
	}
	for _, n := range counts {
		said[xl.Count(n).Number.Decimal.String()] = true
	}
	return said
}

func onTrack(verdicts []judge.Verdict) (n int) {
	for _, v := range verdicts {
		if v == judge.NearPace || v.Good() || v == judge.NearlyDone {
			n++
		}
	}
	return n
}

// tenths is a share in percent, rounded to a tenth by whole numbers alone.
func tenths(n, all int) string {
	t := (2000*n + all) / (2 * all)
	return strings.TrimSuffix(strconv.Itoa(t/10)+"."+strconv.Itoa(t%10), ".0")
}

func TestTheReportSaysWhatWasCounted(t *testing.T) {
	p := town.Plan()
	p.Office = "市统筹办"
	s := town.Merged(t, consolidate.Input{Plan: p, Year: 2024, Batch: town.Batch(p, 2024, nil, town.Year2024()...)})
	data := trial.Got(Document(s, Government))(t)
	body := strings.Join(readReport(t, data).body, "\n")
	for _, want := range []string{
		"其中4个单位报送了实施情况(退回修改1个)。",
		"按项数计,主要指标中达到或基本达到序时进度的1项,占25%;重点任务中已完成或达到序时进度的2项,占66.7%。",
		"已作预计的4项主要指标中,能完成3项、预计难以完成1项;2项量化目标中,能完成1项、完成有难度1项。",
		"年均增长目标为7.5%左右,2021—2024年年均5.64%,判定为未达序时进度",
		"2025年目标为360个,序时进度要求325个,判定为基本达到序时进度,比要求低7个;责任单位预计2025年为365个。",
		"而所属目标滞后的任务1项,需进一步核实:1 做强工业。",
		"未报送的西县政府;退回修改的市教育局。",
		"责任单位预计难以完成的有主要指标1项(地区生产总值增长),需研究措施或提出调整意见。",
		"可考虑:责任单位预计难以完成的目标1项、汇总表“数据不一致”中待核定的数据1项",
	} {
		if !strings.Contains(body, want) {
			t.Errorf("%q is not in\n%s", want, body)
		}
	}
}

func TestWhereMostLagsIsToldByChapterAndUnit(t *testing.T) {
	p := town.Plan()
	chapters := []string{"一、产业发展", "二、城市建设", "三、民生保障"}
	s := &consolidate.Summary{Plan: p, Frame: layout.FrameOf(p, 2024)}
	for i := range 12 {
		it := &plan.Item{Ref: strconv.Itoa(i + 1), Title: "任务" + strconv.Itoa(i+1), Lead: []plan.Party{{Units: []string{"市" + string([]rune("甲乙")[i%2]) + "局"}}}}
		target := &consolidate.TargetLine{Target: &plan.Target{ID: it.Ref + "-1", Phrase: "建成" + strconv.Itoa(i+10) + "个"}, Item: it,
			Verdict: judge.Judgement{Verdict: judge.BehindPace, Completion: decimal.NewNullDecimal(decimal.NewFromInt(int64(90 - i)))}}
		s.Targets = append(s.Targets, target)
		s.Items = append(s.Items, &consolidate.ItemLine{Item: it, ChapterHead: chapters[i*i%3], Targets: []*consolidate.TargetLine{target}, Status: &consolidate.Settled{Text: "未达序时进度"}})
	}
	told := strings.Join(prose{sum: s}.problems(), "\n")
	for _, want := range []string{
		"量化目标12项滞后,较多的是城市建设8项、产业发展4项,见附2。其中目标完成率最低的是:建成21个(79%,市乙局);建成20个(80%,市甲局);建成19个(81%,市乙局);建成18个(82%,市甲局);建成17个(83%,市乙局)。",
		"重点任务12项未达序时进度或尚未启动,较多的是城市建设8项、产业发展4项,见附2。涉及2个牵头单位,较多的是市甲局6项、市乙局6项。",
	} {
		if !strings.Contains(told, want) {
			t.Errorf("%q is not in\n%s", want, told)
		}
	}
	if public := strings.Join(prose{sum: s, public: true}.problems(), "\n"); strings.Contains(public, "甲局") || !strings.Contains(public, "建成21个(79%)") {
		t.Error(public)
	}
}

func TestEveryNumberVerdictAndUnitOfTheReportIsTheSummarys(t *testing.T) {
	p := town.Plan()
	for _, year := range []int{2024, 2025} {
		var files []town.Sent
		if year < p.Period.Last {
			files = town.Year2024()
		}
		s := town.Merged(t, consolidate.Input{Plan: p, Year: year, Batch: town.Batch(p, year, nil, files...)})
		data := trial.Got(Document(s, Government))(t)
		readsBack(t, s, data)
		again, _ := Document(s, Government)
		if !bytes.Equal(data, again) {
			t.Error("two reports differ")
		}
		if title := strings.Join(readReport(t, data).body[:2], ""); strings.Contains(title, "总结评估") != (year == 2025) {
			t.Errorf("%d: %s", year, title)
		}
	}
}

func TestAReportThatLibreOfficeSavedStillReadsBack(t *testing.T) {
	p := town.Plan()
	s := town.Merged(t, consolidate.Input{Plan: p, Year: 2024, Batch: town.Batch(p, 2024, nil, town.Year2024()...)})
	data := trial.Got(Document(s, Government))(t)
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in.docx"), filepath.Join(dir, "out")
	trial.Must(t, os.WriteFile(in, data, 0o600))
	trial.Convert(t, filepath.Join(dir, "profile"), "docx", out, in)
	saved := trial.Got(os.ReadFile(filepath.Join(out, "in.docx")))(t)
	readsBack(t, s, saved)
	form, unknown, err := docx.Fill(saved, Places(s, Government))
	if err != nil || len(unknown) > 0 || len(form) == 0 {
		t.Error(unknown, err)
	}
}

func TestTheReportForTheCongressNamesNoUnitThatIsBehind(t *testing.T) {
	p := town.Plan()
	p.Office = "市统筹办"
	s := town.Merged(t, consolidate.Input{Plan: p, Year: 2024, Batch: town.Batch(p, 2024, nil, town.Year2024()...)})
	data := trial.Got(Document(s, Congress))(t)
	r := readReport(t, data)
	all := strings.Join(append(r.body, r.cells...), "\n")
	for _, u := range p.Units {
		if strings.Contains(all, u.Name) && !strings.Contains(all, "数据不一致") {
			t.Errorf("%s is named", u.Name)
		}
	}
	for _, not := range []string{"滞后事项", "采纳情况", "责任单位:"} {
		if strings.Contains(all, not) {
			t.Errorf("%q stands in it", not)
		}
	}
}

func TestTheUnitsWordsStandInTheMaterialAndNotInTheReport(t *testing.T) {
	p := town.Plan()
	s := town.Merged(t, consolidate.Input{Plan: p, Year: 2024, Batch: town.Batch(p, 2024, nil, town.Year2024()...)})
	report := trial.Got(Document(s, Government))(t)
	material := trial.Got(Material(s))(t)
	body := strings.Join(readReport(t, report).body, "\n")
	words := strings.Join(readReport(t, material).body, "\n")
	for _, said := range []string{"新建园区2个。", "统计园区数据。", "资金不足", "投资放缓"} {
		if !strings.Contains(words, said) {
			t.Errorf("the material lacks %q:\n%s", said, words)
		}
		if strings.Contains(body, said) {
			t.Errorf("the report quotes %q", said)
		}
	}
	if !strings.Contains(words, "市发展改革委(2024年进展情况):新建园区2个。") {
		t.Error(words)
	}
}

func TestAFormIsFilledFromTheSummary(t *testing.T) {
	p := town.Plan()
	s := town.Merged(t, consolidate.Input{Plan: p, Year: 2024, Batch: town.Batch(p, 2024, nil, town.Year2024()...)})
	d := docx.New(docx.Props{Title: "表"})
	for _, place := range []string{"{{标题}}", "{{年度}}年{{指标1数值}}、{{指标1判定}}", "{{主要指标}}", "{{主要目标一览表}}", "{{评价口径}}", "{{没有的}}"} {
		d.Para(docx.Text(place))
	}
	form := trial.Got(d.Bytes())(t)
	filled, unknown, err := docx.Fill(form, Places(s, Government))
	if err != nil || len(unknown) != 1 || unknown[0] != "没有的" {
		t.Fatal(unknown, err)
	}
	r := readReport(t, filled)
	all := strings.Join(append(r.body, r.cells...), "\n")
	for _, want := range []string{"2024年6.1%、未达序时进度", "(一)经济发展", "{{没有的}}"} {
		if !strings.Contains(all, want) {
			t.Errorf("%q is not in\n%s", want, all)
		}
	}
}
