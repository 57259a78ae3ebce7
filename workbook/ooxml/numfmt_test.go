package ooxml

import "testing"

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
