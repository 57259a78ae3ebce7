package document_test

import (
	"reflect"
	"testing"

	"tianbao/seeds/document"
)

func TestATableWhoseColumnsBlanksKeepApartIsATable(t *testing.T) {
	for text, want := range map[string][][]string{
		// numbers in the middle of their rows
		`
序号  任务                            牵头单位        责任单位                完成时间
      建设长江流域文物保护利用示范区                  省财政厅、省自然资源厅
1     ，实施文物保护工程12项，新增省  省文物局        ，有关市（州）人民政府  2025年12月
      级以上文物保护单位5处。
2     推进全域旅游，打造精品线路10条  省文化和旅游厅  省发展改革委、省交通运  2025年10月
      。                                              输厅
二、保障
3     办好旅游节                      省文化和旅游厅                          持续推进
                              — 7 —
`: {{"序号", "任务", "牵头单位", "责任单位", "完成时间"},
			{"1", "建设长江流域文物保护利用示范区，实施文物保护工程12项，新增省级以上文物保护单位5处。", "省文物局", "省财政厅、省自然资源厅，有关市（州）人民政府", "2025年12月"}, {"", ""}, {"", ""},
			{"2", "推进全域旅游，打造精品线路10条。", "省文化和旅游厅", "省发展改革委、省交通运输厅", "2025年10月"}, {"", ""},
			{"二、保障", "", "", "", ""}, {"3", "办好旅游节", "省文化和旅游厅", "", "持续推进"}},
		// numbers at the head of their rows
		`
序号  任务                  牵头单位
1     新建学校二所，学位九  市教育局、市财
      千个，教师配齐，设施  政局
      完备
2     修路三条              市交通局

一、说明
`: {{"序号", "任务", "牵头单位"}, {"1", "新建学校二所，学位九千个，教师配齐，设施完备", "市教育局、市财政局"}, {"", ""}, {"", ""}, {"2", "修路三条", "市交通局"}},
		"\n序号  这一行没有下文  也没有数字\n正文从这里开始。\n": nil,
	} {
		doc, _ := document.Read("a.txt", []byte(text))
		if got := doc.Blocks[0].Rows; !reflect.DeepEqual(got, want) {
			t.Errorf("%s\n got %q\nwant %q", text, got, want)
		}
	}
}
