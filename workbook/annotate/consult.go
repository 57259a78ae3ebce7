package annotate

import (
	"fmt"
	"strings"

	"tianbao/seeds/finding"
	"tianbao/seeds/text"
	"tianbao/templates/layout"
	"tianbao/templates/xl"
	"tianbao/workbook"
)

// Consult returns the copy of a return with which the unit is heard before it is named
// (征求意见): 拟认定结果 in front, marks at the cells that the round wants filled, the
// 版次 one higher. by is the day by which the office wants the answer, as written; ""
// for none. The same input gives the same bytes.
func Consult(original []byte, r *workbook.Return, found finding.List, proposals []layout.Proposal, by string) ([]byte, error) {
	return copyOf(original, r, append(found, wanted(r, proposals)...), func(b *book, next layout.Identity, found finding.List) error {
		if err := b.addConsult(r, next, proposals, by); err != nil {
			return err
		}
		if found.Count(finding.Error) > 0 {
			return b.addList(r, next, found)
		}
		return nil
	}, proposals)
}

// addConsult puts 拟认定结果 in.
func (b *book) addConsult(r *workbook.Return, next layout.Identity, proposals []layout.Proposal, by string) error {
	t := &xl.Table{Name: layout.ConsultSheet, Use: xl.ToEdit,
		Title: fmt.Sprintf("%s(征求意见):%s %d年度", layout.ConsultSheet, r.Unit, next.Year),
		Note: "以下是根据贵单位报送的数据拟认定的结果,尚未上报。请逐行核对:没有异议的,选“无异议”;有异议的,选“有异议”并写明理由和依据;" +
			"数据有误的,直接在所在表改正;未达到要求的,在所在表写明原因和下一步措施(80字以内,点“编号”到该行)。\n" +
			"没有要改的也请把本文件报送回来。" + text.If(by != "", "请于"+by+"前报送。") + fmt.Sprintf("本文件为第 %d 版。", next.Revision)}
	for _, c := range layout.ConsultColumns {
		t.Columns = append(t.Columns, xl.TableColumn{Heading: c.Heading, Width: c.Width, Hand: c.Role == layout.Fill})
	}
	for i := range proposals {
		var cells []xl.Entry
		for _, c := range layout.ConsultColumns {
			e := xl.Entry{Text: proposals[i].Text(c.Key)}
			if c.Key == layout.Ref {
				e.Link = b.linkOf(rowPlace(r, &proposals[i]))
			}
			cells = append(cells, e)
		}
		t.Rows = append(t.Rows, xl.TableRow{Cells: cells})
	}
	return b.addFront("worksheets/tianbao_consult", t, func(s *xl.Sheet) {
		s.Tab("1F4E78")
		s.Protect()
		choices := []string{layout.ObjectsNo, layout.ObjectsYes}
		for i, c := range layout.ConsultColumns {
			if c.Kind == layout.Choice && len(proposals) > 0 {
				s.Validate(xl.Validation{Cells: []xl.Range{xl.Column(i+1, xl.TableHead+1, xl.TableHead+len(proposals))}, Rule: xl.List, A: xl.Quote(strings.Join(choices, ",")),
					ErrorTitle: c.Heading, Error: "请从下拉列表中选一项:" + strings.Join(choices, "、")})
			}
		}
	})
}

// rowPlace is where the row of a proposal begins in the file.
func rowPlace(r *workbook.Return, p *layout.Proposal) finding.Place {
	s := r.Sheet(p.Sheet)
	if s == nil {
		return finding.Place{}
	}
	row := s.Row(p.Ref)
	if row == nil {
		return finding.Place{Sheet: s.Name}
	}
	return finding.Place{Sheet: s.Name, Row: row.R, Col: 1}
}

// wanted are the cells that the round wants filled and that say nothing yet.
func wanted(r *workbook.Return, proposals []layout.Proposal) (list finding.List) {
	for i := range proposals {
		s := r.Sheet(proposals[i].Sheet)
		if s == nil || !proposals[i].Lags {
			continue
		}
		row := s.Row(proposals[i].Ref)
		if row == nil {
			continue
		}
		for _, k := range layout.HeardIn(proposals[i].Sheet) {
			if row.Open(k) && row.Blank(k) {
				list.Add(finding.ConsultUnanswered, finding.At(row.Value(k).Place), finding.Row(row.Ref()), finding.Column(s.Heading(k)))
			}
		}
	}
	return list
}
