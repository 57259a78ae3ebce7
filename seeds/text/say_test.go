package text

import "testing"

// Words of our own are printed with marks of full width; what is quoted is looked for as
// it reads, and so are brackets and figures.
func TestWordsAreGivenFullMarksButWhatIsQuotedStays(t *testing.T) {
	for given, want := range map[string]string{
		"缺一项,请补;见下:三处":              "缺一项\uFF0C请补\uFF1B见下\uFF1A三处",
		"填的是“约5家,大致”,应为数":           "填的是“约5家,大致”\uFF0C应为数",
		"栏目\"甲,乙\"没有,见 2024年增长(%)列": "栏目\"甲,乙\"没有\uFF0C见 2024年增长(%)列",
		"如 1,234.5 或 12:30":         "如 1,234.5 或 12:30",
		"严禁填报涉密信息!请另行报送":            "严禁填报涉密信息\uFF01请另行报送",
		"没有标记的话":                    "没有标记的话",
	} {
		if got := Worded(given); got != want {
			t.Errorf("%s is worded %s, want %s", given, got, want)
		}
	}
	if Cut("填写说明", 4) != "填写说明" || Cut("填写说明", 2) != "填写…" {
		t.Error(Cut("填写说明", 4), Cut("填写说明", 2))
	}
}
