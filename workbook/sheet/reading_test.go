package sheet

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"tianbao/seeds/finding"
	"tianbao/templates/layout"
	"tianbao/workbook/ooxml"
)

func TestNumbersWrittenAsTextAreTakenOrRefused(t *testing.T) {
	cases := []struct {
		given, unit string
		want        string // number, or code where refused
	}{
		{"12.50", "家", "12.5"}, {"12", "家", "12"}, {"０", "家", "0"}, {"-0", "家", "0"}, {" 5 ", "家", "5"}, {"\u00a05\u200b", "家", "5"},
		{"１２", "家", "12"}, {"１２．５", "家", "12.5"}, {"12。5", "家", "12.5"}, {"−3", "%", "-3"}, {"-3.2", "%", "-3.2"}, {"+3.2", "%", "3.2"},
		{"1,234", "家", "1234"}, {"1,234", "家", "1234"}, {"12,345,678.90", "元", "12345678.9"}, {"5.", "家", "5"}, {".5", "%", "0.5"}, {"007", "家", "7"},
		{"1E3", "家", "1000"}, {"1.5e-3", "%", "0.0015"},
		{"85%", "%", "85"}, {"85﹪", "%", "85"}, {"﹣3.2", "%", "-3.2"}, {"85％", "%", "85"}, {"85 %", "%", "85"}, {"0.85", "%", "0.85"}, {"8.5‰", "‰", "8.5"},
		{"5家", "家", "5"}, {"5 家", "家", "5"}, {"2000万", "元", "20000000"}, {"5.5万", "人", "55000"}, {"5.5万", "万人", "5.5"}, {"5.5万人", "万人", "5.5"}, {"5.5万人", "人", "55000"},
		{"55000人", "万人", "5.5"}, {"14250000万元", "亿元", "1425"}, {"1425亿元", "亿元", "1425"}, {"1425亿", "亿元", "1425"}, {"0.3亿元", "万元", "3000"}, {"1.2万亿元", "亿元", "12000"},
		{"3万亿", "元", "3000000000000"}, {"5万吨/年", "万吨/年", "5"}, {"50000吨/年", "万吨/年", "5"},
		{"123456789012345678", "家", "123456789012346000"}, {"0.1000000000000000055", "家", "0.1"}, {"999999999999999.9", "家", "1000000000000000"},

		{"2000万", "亿元", "number-unit"}, {"2000万", "%", "number-unit"}, {"85%", "家", "number-unit"}, {"5亩", "公顷", "number-unit"}, {"5万吨", "万吨/年", "number-unit"},
		{"8.5‰", "%", "number-unit"}, {"5个百分点", "%", "number-unit"}, {"5美元", "元", "number-unit"}, {"2千", "家", "number-unit"},
		{"约95%", "%", "number-format"}, {"约5家", "家", "number-format"}, {"10-12", "家", "number-format"}, {"3—5", "年", "number-format"}, {"3~5", "年", "number-format"}, {"3至5", "年", "number-format"},
		{"2000多", "家", "number-format"}, {"2000余", "家", "number-format"}, {"5左右", "家", "number-format"}, {"5家以上", "家", "number-format"}, {"≥10", "家", "number-format"}, {"5+", "家", "number-format"},
		{"10%-12%", "%", "number-format"}, {"10家到12家", "家", "number-format"}, {"1,23", "家", "number-format"}, {"1,2345", "家", "number-format"}, {"1.2.3", "家", "number-format"}, {"1/2", "家", "number-format"}, {"五十", "家", "number-format"}, {"--", "家", "number-format"}, {"—", "家", "number-format"},
		{"12（预计）", "家", "number-format"}, {"12.5家（含2家在建）", "家", "number-format"}, {"12家 (预计)", "家", "number-format"}, {"12户(预计)", "家", "number-unit"},
		{"无", "家", "number-format"}, {"同上", "家", "number-format"}, {"(5)", "家", "number-format"}, {"5 6", "家", "number-format"}, {"0x10", "家", "number-format"}, {"Inf", "家", "number-format"}, {"NaN", "家", "number-format"},
		{"1e999999999", "家", "number-size"}, {"1e-999999999", "家", "number-size"}, {"1E+31", "家", "number-size"}, {strings.Repeat("9", 400), "家", "number-size"}, {"9e99999999999999999999", "家", "number-size"},
	}
	for _, c := range cases {
		r := numberText(c.given, c.unit)
		got := r.Text
		if r.State == Faulty {
			got = string(r.Code)
		} else if r.State != Filled || r.Code == "" || r.Number.String() != r.Text {
			t.Errorf("%q in %s: %+v", c.given, c.unit, r)
		}
		if got != c.want {
			t.Errorf("%q in %s: %s, want %s", c.given, c.unit, got, c.want)
		}
	}
	if r := numberText("不适用 ", "家"); r.State != NA {
		t.Errorf("%+v", r)
	}
}

// The words say what is wrong with what was written, and what to write.
func TestTheWordsOfARefusedNumberFitWhatIsWrong(t *testing.T) {
	for words, given := range map[string][]string{
		"是算式":       {"5*2", "5×2", "5 + 3", "5x2", "5^2"},
		"不止一个数":     {"5或6", "5家,其中2家在建", "2024年5家", "5&6", "5和6"},
		"数中间有别的符号":  {"1'234", "1’234"},
		"数中间有空格或换行": {"1 234", "1 234家", "5\n6"},
		"逗号不在千分位上":  {"1,23", "12,34", "1,2345", "5、6", "1,234,5"},
		"小数点不止一个":   {"1.2.3", "12。5。3"},
		"数后面另有符号":   {"5;", "5,", "5.0.", "5!", "5—", "5="},
		"数后面另有文字":   {"5家/年", "5(预计)", "12.5家（含在建）", "5家企业", "5已按要求全部建成投用"},
		"数前面另有文字":   {"共5家", "新增5", "下降5%", "¥5", "=5", "第5"},
		"不是数字,是约数":  {"≥5", "约5", "5+", "5左右", "5?", "5多", "不到5"},
		"不是一个数":     {"3—5", "5至6", "10%-12%", "1/2", "5:6"},
		"括号里的数":     {"(5)", "（５）"},
		"是汉字写的数":    {"五", "二十家", "两个", "三成", "百分之五"},
		"":          {"NaN", "∞", "待定", "无", "-", "5亩", "5个", "5千", "8.5‰"},
	} {
		for _, g := range given {
			r := numberText(g, "家")
			if r.State != Faulty || !strings.HasPrefix(r.What, words) || words == "" && r.What != "" {
				t.Errorf("%q: %q, want %q", g, r.What, words)
			}
			if r.Code == finding.NumberFormat && r.Hint == "" {
				t.Errorf("%q: no word of what to write", g)
			}
		}
	}
}

func TestStoredNumbersAreExact(t *testing.T) {
	cases := []struct {
		raw, unit string
		format    ooxml.Format
		want      string
		code      finding.Code
	}{
		{"11.111", "家", ooxml.General, "11.111", ""}, {"11.111000000000001", "家", ooxml.General, "11.111", finding.NumberRounded},
		{"0.95499999999999996", "%", ooxml.General, "0.955", finding.NumberRounded}, {"1E+15", "元", ooxml.General, "1000000000000000", ""},
		{"1E-3", "%", ooxml.General, "0.001", ""}, {"-0", "家", ooxml.General, "0", ""}, {"100", "家", ooxml.General, "100", ""}, {"12.50", "家", ooxml.General, "12.5", ""},
		{"0.85", "%", ooxml.Percent, "85", finding.NumberRead}, {"0.85", "家", ooxml.Percent, "", finding.NumberUnit}, {"0", "%", ooxml.Percent, "0", finding.NumberRead},
		{"45404", "家", ooxml.Date, "", finding.NumberDate}, {"1E308", "家", ooxml.General, "", finding.NumberSize}, {"4.9E-324", "家", ooxml.General, "", finding.NumberSize},
	}
	for _, c := range cases {
		r := number(&ooxml.Book{}, &ooxml.Cell{Kind: ooxml.Number, Text: c.raw, Format: c.format}, c.unit)
		if r.Text != c.want || r.Code != c.code {
			t.Errorf("%s: %+v, want %s %s", c.raw, r, c.want, c.code)
		}
	}
}

func TestDatesAreTakenOrRefused(t *testing.T) {
	cases := []struct {
		given string
		kind  layout.Kind
		want  string // "" where refused
	}{
		{"2024/4/22", layout.Day, "2024-04-22"}, {"2024-04-22", layout.Day, "2024-04-22"}, {"2024.4.22", layout.Day, "2024-04-22"}, {"2024年4月22日", layout.Day, "2024-04-22"},
		{"2024 年 4 月 22 日", layout.Day, "2024-04-22"}, {"20240422", layout.Day, "2024-04-22"}, {"2024-4-22 00:00:00", layout.Day, "2024-04-22"}, {"２０２４年４月２２日", layout.Day, "2024-04-22"},
		{"2024-2-30", layout.Day, ""}, {"2024-13-1", layout.Day, ""}, {"4月22日", layout.Day, ""}, {"24.4.22", layout.Day, ""}, {"2024年4月", layout.Day, ""}, {"明天", layout.Day, ""}, {"", layout.Day, ""},
		{"2025-5", layout.Month, "2025-05"}, {"2025年5月", layout.Month, "2025-05"}, {"2025年5月底", layout.Month, "2025-05"}, {"202505", layout.Month, "2025-05"}, {"2025-5-31", layout.Month, "2025-05-31"},
		{"2025年", layout.Month, ""}, {"二季度", layout.Month, ""}, {"2025-0", layout.Month, ""}, {"2025-5-", layout.Month, ""}, {"2024-4-22-", layout.Day, ""},
	}
	for _, c := range cases {
		r := date(&ooxml.Book{}, &ooxml.Cell{Kind: ooxml.Text, Text: c.given}, c.kind)
		if r.Text != c.want || (r.State == Filled) != (c.want != "") {
			t.Errorf("%q: %+v, want %q", c.given, r, c.want)
		}
	}
}

func TestDigitsTypedIntoADateCellAreADate(t *testing.T) {
	cases := []struct {
		given string
		kind  layout.Kind
		want  string // "" where refused
		code  finding.Code
	}{
		{"45726", layout.Day, "2025-03-10", ""}, {"20250310", layout.Day, "2025-03-10", finding.DateRead}, {"20250310", layout.Month, "2025-03-10", finding.DateRead},
		{"202505", layout.Month, "2025-05", finding.DateRead}, {"202505", layout.Day, "", finding.DateFormat}, {"20251310", layout.Day, "", finding.DateFormat},
		{"2025", layout.Day, "", finding.DateFormat}, {"2025.3", layout.Month, "", finding.DateFormat}, {"2025.1", layout.Month, "", finding.DateFormat},
	}
	for _, c := range cases {
		r := date(&ooxml.Book{}, &ooxml.Cell{Kind: ooxml.Number, Text: c.given, Format: ooxml.Date}, c.kind)
		if r.Text != c.want || r.Code != c.code {
			t.Errorf("%s: %+v, want %q %s", c.given, r, c.want, c.code)
		}
	}
}

func FuzzNumber(f *testing.F) {
	for _, s := range []string{"12.50", "1,234", "85%", "1e400", "-3.2万", "１２", "0.1000000000000000055", "9999999999999999"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r := numberText(s, "元")
		if r.State != Filled {
			return
		}
		// What is taken reads back as the same number, and whatever a plain decimal
		// parser makes of the text is the same number to 15 digits.
		d, err := decimal.NewFromString(r.Text)
		if err != nil || !d.Equal(r.Number) || len(r.Text) > 100 {
			t.Fatalf("%q taken as %q, %s", s, r.Text, r.Number)
		}
		if plain, err := decimal.NewFromString(s); err == nil && r.Code != finding.NumberRounded && !plain.Equal(r.Number) {
			t.Fatalf("%q taken as %s", s, r.Number)
		}
	})
}

// What is said of a cell shows it as its reader sees it: a serial number says nothing
// to who typed a date, and 85 is no fault where the sheet shows 8500%.
func TestWhatStandsInACellIsGivenAsTheSheetShowsIt(t *testing.T) {
	cases := []struct {
		name string
		cell ooxml.Cell
		kind layout.Kind
		want string
	}{
		{"a date", ooxml.Cell{Kind: ooxml.Number, Format: ooxml.Date, Text: "43534"}, layout.Day, "2019-03-10"},
		{"a date where a number belongs", ooxml.Cell{Kind: ooxml.Number, Format: ooxml.Date, Text: "43534"}, layout.Number, "2019-03-10"},
		{"a serial number that is shown as one", ooxml.Cell{Kind: ooxml.Number, Text: "43534"}, layout.Day, "43534"},
		{"a number that is no date of our years", ooxml.Cell{Kind: ooxml.Number, Format: ooxml.Date, Text: "12"}, layout.Number, "12"},
		{"a percentage", ooxml.Cell{Kind: ooxml.Number, Format: ooxml.Percent, Text: "85"}, layout.Number, "8500%"},
		{"a percentage with decimals", ooxml.Cell{Kind: ooxml.Number, Format: ooxml.Percent, Text: "0.9551"}, layout.Number, "95.51%"},
		{"a number", ooxml.Cell{Kind: ooxml.Number, Text: "1E+3"}, layout.Number, "1E+3"},
		{"a truth value", ooxml.Cell{Kind: ooxml.Bool, Text: "1"}, layout.Text, "TRUE"},
		{"a text", ooxml.Cell{Kind: ooxml.Text, Text: " 约5 "}, layout.Number, " 约5 "},
	}
	for _, c := range cases {
		if got := Shown(&ooxml.Book{}, &c.cell, c.kind); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestANumberInATextCellIsReadAsItsReaderSeesIt(t *testing.T) {
	for _, c := range []struct {
		raw        string
		format     ooxml.Format
		text, what string
	}{
		{"46508", ooxml.Date, "2027-05-01", "是日期,已按文字读取"},
		{"0.85", ooxml.Percent, "85%", "是百分数,已按文字读取"},
		{"1E3", ooxml.General, "1000", "读作 1000"},
		{"12", ooxml.General, "12", ""},
	} {
		r := numberAsText(&ooxml.Book{}, &ooxml.Cell{Kind: ooxml.Number, Text: c.raw, Format: c.format})
		if r.Text != c.text || r.What != c.what {
			t.Errorf("%s: %+v", c.raw, r)
		}
	}
}

func TestAnOptionIsKnownWhateverItIsWrittenWith(t *testing.T) {
	for given, want := range map[string]finding.Code{"无此统计": "", "⽆此统计": finding.OptionRead, "无 此 统 计": finding.OptionRead, "*无此统计:": finding.OptionRead, "没有统计": finding.OptionOffList} {
		r := Take(&ooxml.Book{}, &ooxml.Cell{Kind: ooxml.Text, Text: given}, Want{Kind: layout.Choice, List: layout.ListData})
		if r.Code != want || want != finding.OptionOffList && r.Text != "无此统计" {
			t.Errorf("%s: %+v", given, r)
		}
	}
}

func TestADateCellInATextColumnIsADay(t *testing.T) {
	r := Take(&ooxml.Book{}, &ooxml.Cell{Kind: ooxml.ISODate, Text: "2025-03-05T00:00:00.000"}, Want{})
	if r.Text != "2025-03-05" || r.Code != finding.TextRead {
		t.Errorf("%+v", r)
	}
}

func TestAnEmptySheetHasNoGaps(t *testing.T) {
	g := &ooxml.Grid{Name: "Sheet1"}
	h := FindHead(g, Headings([]string{"编号", "核定值"}))
	if h.FindGaps(g); len(h.Gaps) != 2 || h.Gaps[0]+h.Gaps[1] != 0 {
		t.Errorf("gaps %v", h.Gaps)
	}
}
