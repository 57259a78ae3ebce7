package document_test

import (
	"reflect"
	"testing"

	"tianbao/seeds/document"
)

func TestATableWrittenWithStrokesIsATable(t *testing.T) {
	for text, want := range map[string][][]string{
		"序号|任务|单位\n1|修路|市交通局\n":                                 {{"序号", "任务", "单位"}, {"1", "修路", "市交通局"}},
		"|序号|任务|单位|\n|---|---|---|\n|1|修路|市交通局|\n":              {{"序号", "任务", "单位"}, {"", "", "", "", ""}, {"1", "修路", "市交通局"}},
		"序号\t任务\t单位\n1\t修路\t\"市交通局\n各“县区”政府\"\n2\t\"建校\t市教育局\n": {{"序号", "任务", "单位"}, {"1", "修路", "市交通局\n各“县区”政府"}, {"", ""}, {"2", "\"建校", "市教育局"}},
		"首页 | 政务 | 公开\n":                                        nil,
	} {
		doc, _ := document.Read("a.txt", []byte(text))
		var got [][]string
		if doc != nil {
			got = doc.Blocks[0].Rows
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
