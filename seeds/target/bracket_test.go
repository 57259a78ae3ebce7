package target

import "testing"

func TestANumberInBracketsBeforeItsUnitIsANumber(t *testing.T) {
	checkTargets(t, []struct{ text, want string }{
		{"新增绿地【200】公顷。", "新增绿地 >= 200公顷 cumulative"},
		{"新增绿地〔200〕公顷以上。", "新增绿地 >= 200公顷 cumulative"},
		{"单位GDP能耗累计下降[13.5]%。", "单位GDP能耗累计下降 >= 13.5% cumulative"},
		{"落实国发〔2021〕12号文件。", ""},
		{"落实《意见〔3〕项任务》。", ""},
	})
}

func TestMoreThanHalfIsAShareOnlyWhereAShareIsNamed(t *testing.T) {
	checkTargets(t, []struct{ text, want string }{
		{"数字经济核心产业增加值占比过半。", "数字经济核心产业增加值占比 > 50% level"},
		{"时间过半,任务过半。", ""},
	})
}
