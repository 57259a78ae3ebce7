package annotate_test

import (
	"bytes"
	"strings"
	"testing"

	"tianbao/seeds/finding"
	"tianbao/seeds/trial"
	"tianbao/templates/layout"
	"tianbao/workbook"
	"tianbao/workbook/annotate"
)

// A filler answers where the remark stands: in its box.
func TestAnAnswerWrittenIntoARemarkStays(t *testing.T) {
	r := &workbook.Return{Identity: layout.Identity{PlanID: "SMALL1", UnitID: "001", Year: 2032, Layout: 1, Revision: 1}, Unit: "甲局"}
	found := finding.List{finding.New(finding.NumberFormat, finding.At(finding.Place{Sheet: "甲", Row: 3, Col: 3}), finding.Hint("填一个数"))}
	once, err := annotate.Copy(small(t), r, found)
	must(t, err)
	const comments, boxesOf = "xl/comments1.xml", "xl/drawings/vmlDrawing1.vml"
	for _, c := range []struct {
		name, written string
		again         finding.List
		kept          bool
	}{
		{"an answer, mended", "\n答复:<已核实>", nil, true},
		{"an answer, not mended", "\n答复:<已核实>", found, true},
		{"blank lines", "\n \n", nil, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			typed := strings.NewReplacer("<", "&lt;", ">", "&gt;").Replace(c.written)
			sent := trial.Repacked(t, once, func(name string, part []byte) []byte {
				if name != comments {
					return part
				}
				at := bytes.LastIndex(part, []byte("</t>"))
				return bytes.Join([][]byte{part[:at], []byte(typed), part[at:]}, nil)
			})
			twice, err := annotate.Copy(sent, r, c.again)
			must(t, err)
			parts := trial.Parts(t, twice)
			got := parts[comments]
			if strings.Contains(got, "答复:&lt;已核实&gt;</t>") != c.kept || strings.Contains(got, "不是数字") {
				t.Errorf("comments: %s", got)
			}
			want := 1 // the filler's first
			if c.kept {
				want = 2
			}
			if n := strings.Count(got, "<comment "); n != want || boxes(t, parts[boxesOf]) != want {
				t.Errorf("%d comments and %d boxes, want %d", n, boxes(t, parts[boxesOf]), want)
			}
		})
	}
}
