package finding

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"tianbao/seeds/trial"
)

func cell(sheet string, row, col int) Option { return At(Place{sheet, row, col}) }

func TestEveryCodeHasWordsAndOneThingToDo(t *testing.T) {
	for _, e := range Table() {
		if e.What == "" || e.Hint == "" || e.Severity == 0 || strings.ToLower(string(e.Code)) != string(e.Code) || strings.ContainsAny(string(e.Code), " _") {
			t.Errorf("%+v", e)
		}
		if e.Why == "" || e.Example == "" || e.Cause == "" {
			t.Errorf("%s: its entry lacks why it matters, an example or what most likely led to it", e.Code)
		}
		for _, c := range e.Suppresses {
			if _, ok := Lookup(c); !ok {
				t.Errorf("%s suppresses %s, which the table lacks", e.Code, c)
			}
			if c == e.Code {
				t.Errorf("%s suppresses itself", c)
			}
		}
	}
}

func TestFindingsStandInTheOrderOfTheFile(t *testing.T) {
	l := List{
		New(Required, cell("乙", 5, 2)), New(Required, cell("丙", 1, 1)), New(NumberFormat, cell("甲", 9, 1)), New(RowMissing, cell("乙", 0, 0)),
		New(NumberFormat, cell("乙", 5, 1)), New(EmptyReturn), New(CellError, cell("乙", 5, 1)), New(Required, cell("甲", 10, 1)),
	}
	l.Sort([]string{"甲", "乙"})
	var got []string
	for _, f := range l {
		got = append(got, string(f.Code)+" "+f.Place.Sheet+f.Place.Cell())
	}
	want := []string{"empty-return ", "number-format 甲A9", "required 甲A10", "row-missing 乙", "cell-error 乙A5", "number-format 乙A5", "required 乙B5", "required 丙A1"}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

func TestConsequencesAreLeftOut(t *testing.T) {
	cases := []struct {
		name string
		list List
		want int
	}{
		{"the same cell", List{New(NumberFormat, cell("甲", 5, 1)), New(Required, cell("甲", 5, 1))}, 1},
		{"another cell", List{New(NumberFormat, cell("甲", 5, 1)), New(Required, cell("甲", 5, 2))}, 2},
		{"another sheet", List{New(NumberFormat, cell("甲", 5, 1)), New(Required, cell("乙", 5, 1))}, 2},
		{"a column by its heading", List{New(ColumnMissing, cell("甲", 0, 0), Column("备注")), New(Required, cell("甲", 5, 2), Column("备注"))}, 1},
		{"another column", List{New(ColumnMissing, cell("甲", 0, 0), Column("备注")), New(Required, cell("甲", 5, 2), Column("说明"))}, 2},
		{"a whole sheet", List{New(SheetMissing, cell("甲", 0, 0)), New(RowMissing, cell("甲", 0, 0), Row("1"))}, 1},
		{"the whole file", List{New(Required, cell("甲", 5, 1)), New(EmptyReturn)}, 1},
		{"a fraction is less than last year's sum", List{New(PercentFraction, cell("甲", 5, 1)), New(CumulativeFell, cell("甲", 5, 1)), New(CumulativeSum, cell("甲", 5, 1))}, 1},
		{"a negative reduction is less than last year's sum", List{New(NegativeReduction, cell("甲", 5, 1)), New(CumulativeFell, cell("甲", 5, 1)), New(CumulativeSum, cell("甲", 5, 1)), New(Jump, cell("甲", 5, 1))}, 1},
		{"a percentage that cannot be makes no sum", List{New(LevelForGrowth, cell("甲", 5, 1)), New(CumulativeFell, cell("甲", 5, 1)), New(CumulativeSum, cell("甲", 5, 1))}, 1},
		{"a base below zero is no other than the plan's", List{New(NegativeValue, cell("甲", 5, 1)), New(RiseAgainstBase, cell("甲", 5, 1))}, 1},
		{"what is no consequence", List{New(CellError, cell("甲", 5, 1)), New(FixedChanged, cell("甲", 5, 1))}, 2},
	}
	for _, c := range cases {
		if got := c.list.Prune(); len(got) != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

// batch is one of everything that a printer has to cope with.
func batch() []About {
	number := List{New(NumberFormat, cell("量化目标", 7, 8), Row("1-2"), Column("2024年当年值"), Given("约5家"))}
	var many List
	for i := range 13 {
		many = append(many, New(Required, cell("牵头任务", 7+i, 8), Row(string(rune('1'+i))), Column("进展状态"), Given("空")))
	}
	many = append(many, New(Required, cell("牵头任务", 30, 8), Row("127(2)"), Column("进展状态"), Given("空")))
	many = append(many, New(NumberRead, cell("量化目标", 9, 9), Row("1-3"), Column("截至2024年底值"), Given("1,234"), Message("读作 1234")))
	odd := List{New(OptionOffList, cell("牵头任务", 5, 8), Row("1"), Column("进展\n状态"), Given("进行中\r\n\u202e第二行"+strings.Repeat("长", 80)), Expected("已完成、持续推进"))}
	return []About{
		{File: "2024-市科技局.xlsx", SHA256: "ab12", Unit: "市科技局", Year: 2024, Revision: 1, Status: "faulty", Word: "退回修改", Findings: number},
		{File: "甲/2024-市教育局.xlsx", SHA256: "cd34", Unit: "市教育局", Year: 2024, Revision: 2, Status: "faulty", Word: "退回修改", Findings: many},
		{File: "odd\nname.xlsx", SHA256: "ef56", Status: "faulty", Word: "退回修改", Findings: odd},
		{File: "通讯录.xlsx", SHA256: "0a0b", Status: "foreign", Word: "非填报表", Findings: List{New(NotOurs)}},
		{File: "2024-市财政局.xlsx", SHA256: "0c0d", Unit: "市财政局", Year: 2024, Revision: 1, Status: "accepted", Word: "审核通过"},
	}
}

func printed(t *testing.T, make func(*bytes.Buffer) Printer, files []About) string {
	t.Helper()
	var b bytes.Buffer
	p := make(&b)
	for _, a := range files {
		trial.Must(t, p.File(a))
	}
	trial.Must(t, p.End())
	return b.String()
}

func TestTextSaysWhatWhereAndWhatToDo(t *testing.T) {
	trial.Golden(t, "testdata/findings.txt", printed(t, func(b *bytes.Buffer) Printer { return Text(b, Style{}) }, batch()))
	painted := printed(t, func(b *bytes.Buffer) Printer {
		return Text(b, Style{Least: Error, Paint: func(s Severity, w string) string { return "<" + w + ">" }})
	}, batch()[:2])
	if !strings.Contains(painted, "<错误>") || strings.Contains(painted, "读作") {
		t.Error(painted)
	}
	if none := printed(t, func(b *bytes.Buffer) Printer { return Text(b, Style{}) }, nil); none != "没有找到填报表\n" {
		t.Error(none)
	}
	skipped := Style{Skipped: []string{"甲.xlsx:退回件", "乙.xlsx:退回件", "丙.xlsx:退回件", "丁.xlsx:退回件"}}
	if none := printed(t, func(b *bytes.Buffer) Printer { return Text(b, skipped) }, nil); none !=
		"没有找到填报表,跳过 4 个文件:\n  甲.xlsx:退回件\n  乙.xlsx:退回件\n  丙.xlsx:退回件\n  …\n" {
		t.Error(none)
	}
}

func TestRemarksOfManyTasksAreOneLine(t *testing.T) {
	var l List
	for i, due := range []string{"完成时限:6月底", "完成时限:9月底", "完成时限:12月底", "分管领导:李某"} {
		l.Add(ClauseRemark, At(Place{Row: i + 4}), Row(fmt.Sprint(i+1)), Given(due))
	}
	var b strings.Builder
	trial.Must(t, Text(&b, Style{}).File(About{File: "分工表.xlsx", Findings: l}))
	if out := b.String(); !strings.HasPrefix(out, "分工表.xlsx 提示 [clause-remark] 1、2、3:\"完成时限:6月底\"等 责任分工中的") || strings.Count(out, "[clause-remark]") != 2 {
		t.Error(out)
	}
}

func TestOfOneCodeAFewAreSaidAndTheOthersCounted(t *testing.T) {
	var l List
	for i := range 5 {
		l.Add(ListOpen, At(Place{Row: i + 1}), Given(fmt.Sprint("甲", i)))
		l.Add(PlanEmpty, At(Place{Row: i + 1}), Given(fmt.Sprint("乙", i)))
	}
	var b strings.Builder
	trial.Must(t, Text(&b, Style{Few: 2}).File(About{File: "规划.txt", Findings: l}))
	if out := b.String(); strings.Count(out, "[list-open]") != 3 || strings.Count(out, "[plan-empty]") != 5 || !strings.Contains(out, "另有 3 处同类情况") {
		t.Errorf("%s", out)
	}
}

func TestWhatManyFilesHaveInCommonIsSaidOnce(t *testing.T) {
	var files []About
	for i := range 6 {
		name := string(rune('a'+i)) + ".xlsx"
		list := List{New(Required, cell("牵头任务", 7+i, 8), Row("1"), Column("进展状态"), Given("空")), New(Required, cell("牵头任务", 9+i, 8), Row("2"), Column("进展状态"), Given("空"))}
		if i == 0 {
			list = append(list, New(NumberFormat, cell("量化目标", 7, 8), Row("1-2"), Column("2024年当年值"), Given("约5家")))
		}
		files = append(files, About{File: name, Word: "退回修改", Findings: list})
	}
	files = append(files, About{File: "g.xlsx", Word: "审核通过"})
	want := `6 份表 12 处 牵头任务 错误 [required] 进展状态:必填项未填
  请填写此单元格
  a.xlsx、b.xlsx、c.xlsx 等
a.xlsx 量化目标!H7 错误 [number-format] 1-2 2024年当年值:"约5家" 不是数字
  填一个数,如 5;估计的说明写在“说明”栏
共 7 份:退回修改 6,审核通过 1;错误 13 处
`
	if got := printed(t, func(b *bytes.Buffer) Printer { return Text(b, Style{Many: 5, Quiet: "审核通过"}) }, files); got != want {
		t.Error(got)
	}
	if got := printed(t, func(b *bytes.Buffer) Printer { return Text(b, Style{Many: 7}) }, files); strings.Contains(got, "份表") || strings.Count(got, "请填写此单元格") != 1 {
		t.Error(got)
	}
}

func TestJSONLeavesNoFieldOut(t *testing.T) {
	text := printed(t, func(b *bytes.Buffer) Printer { return JSON(b) }, batch())
	trial.Golden(t, "testdata/findings.json", text)
	for _, text := range []string{text, printed(t, func(b *bytes.Buffer) Printer { return JSON(b) }, nil)} {
		var v struct {
			Files    []map[string]any
			Errors   int
			Warnings int
		}
		if err := json.Unmarshal([]byte(text), &v); err != nil || v.Files == nil {
			t.Fatal(err, text)
		}
		for _, f := range v.Files {
			if len(f) != 7 || f["findings"] == nil {
				t.Error(f)
			}
			for _, g := range f["findings"].([]any) {
				if len(g.(map[string]any)) != 10 {
					t.Error(g)
				}
			}
		}
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("磁盘已满") }

func TestAWriterThatFailsIsReported(t *testing.T) {
	for _, p := range []Printer{JSON(broken{}), Text(broken{}, Style{})} {
		if p.File(batch()[0]) == nil || p.End() == nil {
			t.Error("no error")
		}
	}
}

// A cell holds 32,767 characters at most; what is longer no spreadsheet program has
// saved, and many such texts would make the report larger than the files.
func TestJSONQuotesACellWholeAndCutsWhatNoCellHolds(t *testing.T) {
	full := strings.Repeat("字", 32767)
	for given, want := range map[string]string{
		"约5家":                      "约5家",
		full:                       full,
		full + "长了":                full + "…(共 32769 个字,这里是前 32767 个)",
		strings.Repeat("𠀀", 20000): strings.Repeat("𠀀", 20000),
		full + "\xff\xfe":          full + "…(共 32769 个字,这里是前 32767 个)",
	} {
		f := New(NumberFormat, Given(given), Expected(given))
		if w := f.wire(); w.Given != want || w.Expected != want {
			t.Errorf("%.12q…: %d characters given, %d expected, want %d", given, len(w.Given), len(w.Expected), len(want))
		}
	}
}
