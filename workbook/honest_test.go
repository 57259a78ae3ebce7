package workbook_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"tianbao/seeds/finding"
	"tianbao/seeds/text"
	"tianbao/seeds/trial"
	"tianbao/templates/layout"
	"tianbao/workbook"
	"tianbao/workbook/check"
	"tianbao/workbook/ooxml"
)

// dishonest says which value of a return was changed, dropped or refused without a
// word; "" where none was.
func dishonest(ret *workbook.Return, found finding.List) string {
	spoken, rows := map[finding.Place]bool{}, map[finding.Place]bool{}
	for _, f := range found {
		spoken[f.Place] = true
		rows[finding.Place{Sheet: f.Place.Sheet, Row: f.Place.Row}] = true
	}
	for _, s := range ret.Sheets {
		for i := range s.Rows {
			row := &s.Rows[i]
			for j := range row.Values {
				v := &row.Values[j]
				if row.Issued.Modes[j] != layout.Open || spoken[v.Place] {
					continue
				}
				if v.State == workbook.Faulty && rows[finding.Place{Sheet: v.Place.Sheet, Row: v.Place.Row}] {
					continue // another cell of the row puts it in doubt
				}
				if why := silent(v, s.Form.Columns[j].Kind); why != "" {
					return fmt.Sprintf("%s %s %s: %s, given %q, taken %q", s.Name, v.Place.Cell(), row.Ref(), why, v.Given, v.Text)
				}
			}
		}
	}
	return ""
}

func silent(v *workbook.Value, kind layout.Kind) string {
	given := strings.TrimFunc(v.Given, text.Invisible)
	switch v.State {
	case workbook.Blank:
		if given != "" {
			return "dropped"
		}
	case workbook.Faulty:
		return "refused"
	case workbook.Filled:
		if given == "" {
			return "invented"
		}
		if kind == layout.Number && v.Number.String() != v.Text {
			return "text and number differ"
		}
		if kind == layout.Text && v.Text != strings.ReplaceAll(strings.ReplaceAll(given, "\r\n", "\n"), "\r", "\n") {
			return "changed"
		}
	}
	return ""
}

// texts are what people put into cells, rightly and wrongly.
var texts = []string{
	"", " ", "\u00a0\u200b", "0", "5", "12.50", "1,234", "１２", "85%", "2000万", "约95%", "3—5", "不适用", "无", "同上", "=1+1", "-", "#N/A", "TRUE",
	"1E+999999999", "0.1000000000000000055", "2024/4/22", "2024年4月", "已完成", "进行中", "7-1", "7", "116", "编号", "填报人:张三", "全年组织实施\u0007各项工作", strings.Repeat("长", 40000),
}

// mangle changes a book at random, as a source of choices says.
func mangle(book *ooxml.Book, choose func(n int) int) {
	g := book.Sheets[choose(len(book.Sheets))]
	if len(g.Rows) == 0 {
		return
	}
	r := &g.Rows[choose(len(g.Rows))]
	if len(r.Cells) == 0 {
		return
	}
	c := &r.Cells[choose(len(r.Cells))]
	switch choose(12) {
	case 0, 1, 2:
		c.Kind, c.Text = ooxml.Text, texts[choose(len(texts))]
	case 3:
		c.Kind, c.Text, c.Format = ooxml.Number, []string{"0", "5", "45404", "1E308", "0.85", "-3"}[choose(6)], ooxml.Format(choose(3))
	case 4:
		c.Kind, c.Formula = ooxml.Empty, ooxml.Uncached
	case 5:
		c.Kind, c.Text, c.Formula = ooxml.Error, "#REF!", ooxml.Cached
	case 6:
		g.Rows = append(g.Rows[:0:0], g.Rows[:choose(len(g.Rows))]...)
	case 7:
		i := choose(len(g.Rows))
		g.Rows = append(append(g.Rows[:i:i], g.Rows[i]), g.Rows[i:]...)
		for j := i + 1; j < len(g.Rows); j++ {
			g.Rows[j].R++
		}
	case 8:
		g.Name = []string{"", "牵头任务", " 量化目标 ", "Sheet1", "_tianbao"}[choose(5)]
	case 9:
		shift := 1 + choose(3)
		for i := range g.Rows {
			for j := range g.Rows[i].Cells {
				g.Rows[i].Cells[j].Col += shift
			}
		}
	case 10:
		g.Merges = append(g.Merges, ooxml.Range{Row1: r.R, Col1: c.Col, Row2: r.R + choose(3), Col2: c.Col + choose(4)})
	case 11:
		book.Names, r.Hidden, g.State = nil, true, ooxml.State(choose(3))
	}
}

// endure reads a mangled book and holds what was read to the law that nothing is
// changed or dropped without a word.
func endure(t *testing.T, s *specimen, book *ooxml.Book) {
	t.Helper()
	id, found := workbook.Identify(book, s.plan, 0, "")
	if id.Standing != workbook.Ours {
		if len(found) == 0 {
			t.Fatal("refused without a word")
		}
		return
	}
	ret, more := workbook.Decode(book, id, layout.NewForms(s.plan, id.Identity.Year, nil).Of(id.Unit))
	found = append(found, more...)
	if why := dishonest(ret, found); why != "" {
		t.Fatal(why)
	}
	check.Run(ret)
}

func TestAThousandMangledBooksAreReadHonestly(t *testing.T) {
	s := newSpecimen(t)
	rounds := 1000
	if !trial.Long() {
		rounds = 60
	}
	random := rand.New(rand.NewPCG(1, 2))
	reader := ooxml.NewReader(ooxml.DefaultLimits())
	for range rounds {
		book, _ := reader.Read(s.data)
		for range 1 + random.IntN(3) {
			mangle(book, random.IntN)
		}
		endure(t, s, book)
	}
}

func FuzzDecode(f *testing.F) {
	s := newSpecimen(f)
	f.Add([]byte{1, 7, 3, 0, 5})
	f.Add([]byte{2, 9, 4, 9, 1, 3, 5, 6, 7})
	f.Add([]byte{5, 1, 1, 0, 20, 2, 2, 2, 7, 1})
	f.Fuzz(func(t *testing.T, choices []byte) {
		book, _ := ooxml.Read(s.data, ooxml.DefaultLimits())
		i := 0
		for i < len(choices) && i < 64 {
			mangle(book, func(n int) int {
				if i++; i > len(choices) {
					return 0
				}
				return int(choices[i-1]) % n
			})
		}
		endure(t, s, book)
	})
}
