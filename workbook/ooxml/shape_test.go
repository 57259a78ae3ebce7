package ooxml

import "testing"

func TestANumberFormatThatScalesOrNamesAUnitIsKnown(t *testing.T) {
	for _, c := range []struct {
		code, raw, shown string // "" where the number is shown as stored
		bare             bool
	}{
		{`0!.00,,"亿"`, "1500000000", "15亿", false}, {`0\.00,,"亿"`, "1520000000", "15.2亿", false}, {`0"."00,,"亿"`, "1500000000", "15亿", false},
		{`0"万元"`, "85000", "85000万元", false}, {`0!.0,"万"`, "55000", "5.5万", false}, {`0"人"`, "55000", "55000人", false}, {`0.00,,"百万"`, "1500000", "1.5百万", false},
		{`#,##0.0,"千"`, "5500", "5.5千", false}, {`General"家"`, "5", "5家", false}, {`G/通用格式"万元"`, "5", "5万元", false}, {`0万元`, "85000", "85000万元", false},
		{`"约"0`, "5", "约5", false}, {`0.0"%"`, "85", "85%", false}, {`0,`, "85000", "85", true}, {`#,##0.00,,`, "1500000", "1.5", true},
		{`[>=100000000]0!.00,,"亿";[>=10000]0!.0,"万";0`, "55000", "5.5万", false}, {`[>=100000000]0!.00,,"亿";[>=10000]0!.0,"万";0`, "1500000000", "15亿", false}, {`[>=10000]0!.0,"万";0`, "55", "", false},
		{`;;;`, "5", "", false}, {`0;-0;"无"`, "0", "无", false}, {`0;-0;"无"`, "5", "", false}, {`000"-"0000`, "1234567", "", false},
		{"General", "5", "", false}, {"0.00", "5", "", false}, {"#,##0.00", "5", "", false}, {`#,##0_);\(#,##0\)`, "-5", "", false}, {`_ "¥"* #,##0.00_ ;_ "¥"* \-#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ `, "5", "", false},
		{"[Red]0.00;[Blue]-0.00", "5", "", false}, {"0.00E+00", "5", "", false}, {"# ?/?", "5", "", false}, {"@", "5", "", false}, {"[DBNum1][$-804]0", "5", "", false}, {"0.00;[Red]0.00", "-3", "", false},
	} {
		shown, bare, ok := shapeOf(c.code).Show(c.raw)
		if !ok {
			shown = ""
		}
		if shown != c.shown || bare != c.bare {
			t.Errorf("%s of %s: %q, want %q", c.code, c.raw, shown, c.shown)
		}
	}
	for _, code := range []string{"@", "0.00", "General", `_ * #,##0.00_ ;_ * \-#,##0.00_ ;_ * "-"??_ ;_ @_ `} {
		if shown, _, ok := shapeOf(code).Show("1234567"); ok {
			t.Errorf("%s shows %q for a number", code, shown)
		}
	}
	for _, code := range []string{`;;;`, `000"-"0000`} {
		if _, _, ok := shapeOf(code).Show("1234567"); !ok {
			t.Errorf("%s shows a number as stored", code)
		}
	}
}
