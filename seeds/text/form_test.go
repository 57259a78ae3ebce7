package text

import "testing"

func TestTextsThatLookAlikeHaveOneKey(t *testing.T) {
	for _, c := range [][2]string{
		{"⽆此统计", "无此统计"}, {"市⼈⺠政府", "市人民政府"}, {"⻋辆", "车辆"}, {"⻓江", "长江"}, {"金额", "金额"},
		{"ＡＢＣ１２", "abc12"}, {"9１（2）", "91(2)"}, {"1–2", "1-2"}, {"1－2", "1-2"}, {"截至 2024 年底值\n", "截至2024年底值"},
		{"编\u200b号", "编号"}, {"〔2024〕5号", "(2024)5号"}, {"万㎡", "万m2"}, {"m²", "m2"}, {"８５％", "85%"}, {"℃", "°C"},
		{"﹙2024﹚5号", "(2024)5号"}, {"15㎞", "15km"}, {"甲\u00a0局", "甲局"}, {"㎎", "mg"},
	} {
		if !Same(c[0], c[1]) {
			t.Errorf("%q and %q: %q, %q", c[0], c[1], Key(c[0]), Key(c[1]))
		}
	}
	for _, c := range [][2]string{{"1-2", "12"}, {"无此统计", "有此统计"}, {"5²", "52亩"}, {"①", "1"}, {"土", "士"}} {
		if Same(c[0], c[1]) {
			t.Errorf("%q and %q are one", c[0], c[1])
		}
	}
}

func TestHalfWidthKeepsPlacesInAText(t *testing.T) {
	const given = "牵头单位：市⼈⺠政府（第１项）　【重】￥５"
	got := HalfWidth(given)
	if want := "牵头单位:市人民政府(第1项) [重]¥5"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if len([]rune(got)) != len([]rune(given)) {
		t.Error("a character became several")
	}
}

func TestALabelIsItsWordsAlone(t *testing.T) {
	for given, want := range map[string]string{"*填报人：": "填报人", " 填 报 人 * ": "填报人", "#编号": "编号"} {
		if got := Label(given); got != want {
			t.Errorf("%q: %q", given, got)
		}
	}
}

func TestControlCharactersAndLineEndsAreCleaned(t *testing.T) {
	for given, want := range map[string]string{"a\r\nb\rc": "a\nb\nc", "a\u2028b": "a\nb", "a\x01b\x1fc": "abc", "a\tb": "a\tb", "一\ufffe二": "一二"} {
		if got := Printable(given); got != want {
			t.Errorf("%q: %q, want %q", given, got, want)
		}
	}
}
