package ooxml

import "testing"

func TestANumberIsShownAsItsFormatShowsIt(t *testing.T) {
	for _, c := range []struct{ code, raw, text, exact string }{
		{`0!.00,,"亿"`, "1523456789", "15.23亿", "15.23456789亿"}, {`0\.00,,"亿"`, "1520000000", "15.20亿", "15.20亿"}, {`0"."00,,"亿"`, "1500000000", "15.00亿", "15.00亿"},
		{`0!.0,"万"`, "55000", "5.5万", "5.5万"}, {`#0\.#,`, "170000", "17.0", "17.0"}, {`0,`, "85499", "85", "85.499"}, {`0.0,`, "17", "0.0", "0.017"}, {`#,##0.00,,`, "1500000", "1.50", "1.50"},
		{`0"万元"`, "85000", "85000万元", "85000万元"}, {`0万元`, "85000", "85000万元", "85000万元"}, {`General"家"`, "5", "5家", "5家"}, {`G/通用格式"万元"`, "5.25", "5.25万元", "5.25万元"},
		{`[>=100000000]0!.00,,"亿";[>=10000]0!.0,"万";0`, "55000", "5.5万", "5.5万"}, {`[>=100000000]0!.00,,"亿";[>=10000]0!.0,"万";0`, "55", "55", "55"}, {`[=17]"二十";0`, "17", "二十", "二十"},
		{`0;0`, "-17", "17", "17"}, {`0;(0)`, "-17", "(17)", "(17)"}, {`0`, "-17", "-17", "-17"}, {`"-"0`, "17", "-17", "-17"}, {`0;"负"0`, "-17", "负17", "负17"}, {`General;General`, "-5", "5", "5"},
		{`"1"0`, "17", "117", "117"}, {`0\0`, "17", "170", "170"}, {`0 0`, "17", "1 7", "1 7"}, {`00-00`, "1234", "12-34", "12-34"}, {`000"-"0000`, "5123456", "512-3456", "512-3456"},
		{`0000-0000000`, "5585123456", "0558-5123456", "0558-5123456"}, {`00000000000`, "5585123456", "05585123456", "05585123456"}, {`000 0000 0000`, "13812345678", "138 1234 5678", "138 1234 5678"},
		{`#,##0`, "1234567", "1,234,567", "1,234,567"}, {`#,##0.0`, "1234.56", "1,234.6", "1,234.56"}, {`000000`, "17", "000017", "000017"}, {`#`, "0.46", "", ".46"}, {`#`, "0", "", ""}, {`0`, "17.46", "17", "17.46"},
		{`0.00`, "17", "17.00", "17.00"}, {`0.##`, "17.5", "17.5", "17.5"}, {`0.0?`, "17.5", "17.5", "17.5"}, {`0%`, "0.8546", "85%", "85.46%"}, {`0.0%"以内"`, "0.057", "5.7%以内", "5.7%以内"}, {`0‰`, "17", "17‰", "17‰"},
		{`;;;`, "5", "", ""}, {`0;;`, "-5", "", ""}, {`0;-0;"无"`, "0", "无", "无"}, {`_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ `, "0", " - ", " - "}, {`[$¥-804]#,##0`, "17", "¥17", "¥17"}, {`0[$人]`, "17", "17人", "17人"},
		{`0.00E+00`, "1234", "1.23E+3", "1234"}, {`##0.0E+0`, "12345", "12.3E+3", "12345"}, {`"约"@`, "17", "约17", "约17"}, {`[DBNum1][$-804]0`, "17", "17", "17"}, {`# ?/?`, "17.5", "17.5", "17.5"},
	} {
		look, ok := shapeOf(c.code).show(c.raw, false)
		if !ok || look.Text != c.text || look.Exact != c.exact {
			t.Errorf("%s of %s: %q %q, want %q %q", c.code, c.raw, look.Text, look.Exact, c.text, c.exact)
		}
	}
	for _, code := range []string{"General", "@", "", "G/通用格式"} {
		if shapeOf(code) != nil {
			t.Errorf("%s changes what is seen", code)
		}
	}
}

func TestAFormatThatShowsTheNumberAsStoredIsPlain(t *testing.T) {
	for _, c := range []struct {
		code, raw string
		plain     bool
	}{
		{"0.00", "5", true}, {"#,##0.00", "1234.567", true}, {`#,##0_);\(#,##0\)`, "-5", true}, {`_ "¥"* #,##0.00_ ;_ "¥"* \-#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ `, "5", true}, {"[Red]0.00;[Blue]-0.00", "-5", true},
		{"0%", "0.85", true}, {"0E+00", "17", true}, {"0.00;[Red]0.00", "-3", false}, {"(0)", "5", false}, {`0"人"`, "5", false}, {"0,", "5", false}, {`"$"0`, "5", false}, {";;;", "5", false}, {"+0", "5", true},
	} {
		if look, _ := shapeOf(c.code).show(c.raw, false); look.Plain != c.plain {
			t.Errorf("%s of %s: %+v", c.code, c.raw, look)
		}
	}
}

func TestADateIsShownAsItsFormatShowsIt(t *testing.T) {
	for code, want := range map[string]string{
		`yyyy"年"m"月"d"日"`: "2025年3月5日", "yyyy-mm-dd": "2025-03-05", "m月d日": "3月5日", "h:mm": "10:30", "hh:mm:ss": "10:30:15", "mm:ss": "30:15", "上午/下午h时mm分": "上午10时30分", "h:mm AM/PM": "10:30 AM",
		"[$-804]aaaa": "星期三", "yy/m/d": "25/3/5", "mmm-yy": "Mar-25", "e年": "2025年", "[h]:mm": "1097314:30", `[$-F800]dddd\,\ mmmm\ dd\,\ yyyy`: "Wednesday, March 05, 2025", "d": "5",
	} {
		look, ok := shapeOf(code).show("45721.4376736111", false)
		if !ok || look.Text != want {
			t.Errorf("%s: %q, want %q", code, look.Text, want)
		}
	}
	if look, _ := shapeOf("yyyy-m-d").show("44259", true); look.Text != "2025-3-5" || !look.Day {
		t.Errorf("1904: %+v", look)
	}
}

func TestNumberFormatsAreToldApart(t *testing.T) {
	for code, want := range map[string]Format{
		"General": General, "G/通用格式": General, "0": General, "0.00": General, "#,##0.00_);(#,##0.00)": General,
		"0.00E+00": General, "##0.0E+0": General, `0"年"`: General, `0"d"`: General, `0\d`: General, "@": General, `0.0"%"`: General,
		"[Red]0;[Blue]-0": General, "[$-804]0.00": General, "[DBNum1]General": General, "[DBNum1][$-804]G/通用格式": General,
		`_(* #,##0_)`: General, "[>=10000]0.00,万;0": General, "": General, `"unclosed`: General, "[unclosed": General, `0\`: General,
		"0%": Percent, "0.00%": Percent, "0%;[Red]-0%": Percent, `#,##0.0\ %`: Percent, `0;-0.0%`: Percent,
		"yyyy-mm-dd": Date, "yyyy/m/d h:mm": Date, `yyyy"年"m"月"d"日"`: Date, "m月d日": Date, "[$-804]yyyy年m月": Date,
		"[h]:mm": Date, "[mm]:ss.0": Date, "h:mm AM/PM": Date, "上午/下午h时mm分": Date, "[$-804]aaaa": Date, "e年": Date,
		`[DBNum1][$-804]yyyy"年"m"月"`: Date, `[$-F800]dddd\,\ mmmm\ dd\,\ yyyy`: Date, "mmm-yy": Date,
	} {
		if got := formatOf(code); got != want {
			t.Errorf("%q: %d, want %d", code, got, want)
		}
	}
}

func TestBuiltInNumberFormatsAreKnown(t *testing.T) {
	for id, want := range map[int]Format{0: General, 1: General, 4: General, 9: Percent, 10: Percent, 11: General, 13: General,
		14: Date, 22: Date, 31: Date, 37: General, 44: General, 45: Date, 47: Date, 48: General, 49: General, 57: Date, 58: Date, 59: General, 164: General} {
		if got := builtin(id); got != want {
			t.Errorf("%d: %d, want %d", id, got, want)
		}
	}
}
