package document_test

import (
	"reflect"
	"testing"

	"tianbao/seeds/document"
)

func TestATableWrittenWithStrokesIsATable(t *testing.T) {
	for text, want := range map[string][][]string{
		"序号|任务|单位\n1|修路|市交通局\n":                    {{"序号", "任务", "单位"}, {"1", "修路", "市交通局"}},
		"|序号|任务|单位|\n|---|---|---|\n|1|修路|市交通局|\n": {{"序号", "任务", "单位"}, {"", "", "", "", ""}, {"1", "修路", "市交通局"}},
		"首页 | 政务 | 公开\n":                           nil,
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
