package target

import (
	"testing"

	"tianbao/seeds/plan"
)

func TestTargetsOfAYear(t *testing.T) {
	checkTargets(t, []struct{ text, want string }{
		{"年均接待乡村游客100万人次。", "接待乡村游客 >= 100万人次 每年 annual"},
		{"新增学位6000个,每千人口拥有执业医师3.5人。", "新增学位 >= 6000个 cumulative; 每千人口拥有执业医师 >= 3.5人 level"},
	})
}

// What is to be done each quarter or month is of the year: how much of it is asked back.
func TestTargetsOfAPartOfAYearAreOfEachYear(t *testing.T) {
	checkTargets(t, []struct{ text, want string }{
		{"每季度开展不少于1次教研活动。", "教研活动 >= 1次 每年 annual ?"},
		{"每年开展不少于1次教研活动。", "教研活动 >= 1次 每年 annual"},
		{"每月组织2次以上巡查。", "巡查 >= 2次 每年 annual ?"},
		{"每半年培训干部200人,到2025年建成中心3个。", "培训干部 >= 200人 每年 annual ?; 中心 >= 3个 cumulative"},
	})
}

func TestGrowthInAPlanOfOneYearIsTheYears(t *testing.T) {
	item := plan.Item{Ref: "1", Text: "工业投资增长10%以上。"}
	for last, doubted := range map[int]bool{2024: false, 2026: true} {
		got := Extract(&item, plan.Period{Base: 2023, First: 2024, Last: last}, "")
		if len(got) != 1 || got[0].Basis != plan.Growth || (got[0].Doubt != "") != doubted {
			t.Errorf("2024 to %d: %+v", last, got)
		}
	}
}
