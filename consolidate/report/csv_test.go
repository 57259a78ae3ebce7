package report

import (
	"bytes"
	"encoding/csv"
	"testing"

	"tianbao/consolidate"
	"tianbao/consolidate/town"
	"tianbao/seeds/trial"
)

func TestTheTidyTableHasALineForEveryCellAndNoFormulas(t *testing.T) {
	p := town.Plan()
	s := town.Merged(t, consolidate.Input{Plan: p, Year: 2024, Batch: town.Batch(p, 2024, nil, town.Year2024()...)})
	var out bytes.Buffer
	trial.Must(t, CSV(&out, s))
	data := out.Bytes()
	if !bytes.HasPrefix(data, []byte("\xEF\xBB\xBF年份,")) {
		t.Errorf("begins %q", data[:20])
	}
	lines, err := csv.NewReader(bytes.NewReader(data[3:])).ReadAll()
	if err != nil || len(lines) != 1+s.Totals.In {
		t.Fatalf("%d lines of %d cells, %v", len(lines)-1, s.Totals.In, err)
	}
	byRow := map[string][]string{}
	for _, l := range lines[1:] {
		byRow[l[1]+l[2]+l[4]+l[5]] = l
	}
	for key, want := range map[string][3]string{
		"牵头任务2市发展改革委2024年进展情况": {"'=1+1培育企业", "'=1+1培育企业", "采用"},
		"主要指标2市发展改革委2024年实际值":  {"318", "318", "采用"},
		"主要指标3市统计局2024年实际值":    {"8.1", "", "待核定"},
		"主要指标1市发展改革委2024年实际值":  {" 6.1 ", "6.1", "采用"}, // as given, and as taken
	} {
		if l := byRow[key]; l == nil || l[6] != want[0] || l[7] != want[1] || l[9] != want[2] {
			t.Errorf("%s: %v", key, l)
		}
	}
	if l := byRow["主要指标2市发展改革委2024年实际值"]; l[8] != "个" || l[12] != "J6" || l[10] != "2024-市发展改革委.xlsx" {
		t.Errorf("%v", l)
	}
}

func TestTextThatLooksLikeAFormulaIsMadeHarmless(t *testing.T) {
	for given, want := range map[string]string{"=1+1": "'=1+1", "+86 558": "'+86 558", "-3.5": "-3.5", "-": "'-", "@SUM(A1)": "'@SUM(A1)", "文字": "文字", "": "", "\t=1": "'\t=1"} {
		if got := harmless(given); got != want {
			t.Errorf("%q became %q", given, got)
		}
	}
}
