package workbook_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"image"
	"image/png"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tianbao/seeds/finding"
	"tianbao/seeds/text"
	"tianbao/seeds/trial"
	"tianbao/templates/layout"
	"tianbao/workbook"
)

// looksOf changes how a cell looks, by what it holds.
var looksOf = []*excelize.Style{
	{Font: &excelize.Font{Strike: true}}, {Font: &excelize.Font{Bold: true, Color: "C00000"}}, {Font: &excelize.Font{Color: "FFFFFF"}},
	{Font: &excelize.Font{Italic: true}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"DDEBF7"}}},
	{CustomNumFmt: new(`0.00`)}, {CustomNumFmt: new(`#,##0.0`)}, {CustomNumFmt: new(`0.0%`)}, {CustomNumFmt: new(`0"家"`)}, {CustomNumFmt: new(`0!.0,"万"`)},
	{CustomNumFmt: new(`0,`)}, {CustomNumFmt: new(`;;;`)}, {CustomNumFmt: new(`yyyy-m-d`)}, {CustomNumFmt: new(`@`)}, {CustomNumFmt: new(`"约"0`)}, {CustomNumFmt: new(`0;-0;"无"`)},
}

// looked changes the look of n cells to fill at random, and returns where.
func (s *specimen) looked(t *testing.T, f *excelize.File, random *rand.Rand, n int) map[string]bool {
	t.Helper()
	touched := map[string]bool{}
	for range n {
		sheet := s.ret.Sheets[1+random.IntN(len(s.ret.Sheets)-1)]
		row := &sheet.Rows[random.IntN(len(sheet.Rows))]
		i := random.IntN(len(row.Values))
		v := &row.Values[i]
		if row.Issued.Modes[i] != layout.Open || v.State != workbook.Filled {
			continue
		}
		cell := v.Place.Cell()
		touched[sheet.Name+"!"+cell] = true
		switch k := random.IntN(len(looksOf) + 3); {
		case k < len(looksOf):
			styled(t, f, sheet.Name, cell, looksOf[k])
		case k == len(looksOf):
			_ = f.DeleteComment(sheet.Name, cell) // a cell takes one
			must(t, f.AddComment(sheet.Name, excelize.Comment{Cell: cell, Paragraph: []excelize.RichTextRun{{Text: "此数待核"}}}))
		case k == len(looksOf)+1 && sheet.Form.Columns[i].Kind == layout.Text:
			must(t, f.SetCellRichText(sheet.Name, cell, []excelize.RichTextRun{{Text: "新建平台3家。"}, {Text: "另有2家开工。", Font: &excelize.Font{Strike: true}}}))
		default:
			must(t, f.SetRowVisible(sheet.Name, row.R, false))
		}
	}
	return touched
}

// allShownBy is what LibreOffice shows in each cell of each sheet of workbooks; it is started once.
func allShownBy(t *testing.T, files [][]byte) (all []map[string]string) {
	t.Helper()
	dir := t.TempDir()
	var paths []string
	for i, data := range files {
		paths = append(paths, filepath.Join(dir, fmt.Sprintf("%d.xlsx", i)))
		must(t, os.WriteFile(paths[i], data, 0o644))
	}
	trial.Convert(t, filepath.Join(dir, "profile"), "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1", dir, paths...)
	for i := range files {
		shown := map[string]string{}
		prefix := fmt.Sprintf("%d-", i)
		names := trial.Got(filepath.Glob(filepath.Join(dir, prefix+"*.csv")))(t)
		for _, name := range names {
			raw := trial.Got(os.ReadFile(name))(t)
			rows := trial.Got(csv.NewReader(bytes.NewReader(raw)).ReadAll())(t)
			sheet := strings.TrimSuffix(strings.TrimPrefix(filepath.Base(name), prefix), ".csv")
			for i, cells := range rows {
				for j, words := range cells {
					shown[sheet+"!"+cellAt(j+1, i+1)] = words
				}
			}
		}
		all = append(all, shown)
	}
	return all
}

// agrees reports whether a value is what is shown, rounding of its format apart.
func agrees(v *workbook.Value, unit, shown string) bool {
	if text.Key(v.Text) == text.Key(shown) {
		return true
	}
	l, n := text.Scan(shown)
	if n == 0 || !l.Bounded() {
		return false
	}
	d := l.Decimal()
	if rest := text.Trim(shown[n:]); rest != "" && rest != "%" && !strings.HasSuffix(unit, rest) {
		return false
	}
	places := max(0, -d.Exponent())
	return v.Number.Round(places).Equal(d)
}

// A thousand changes of look: what is taken is what LibreOffice shows, or something is
// said at the cell; of what was not touched nothing is said.
func TestAThousandChangesOfLookChangeNoValueInSilence(t *testing.T) {
	trial.OnlyLong(t, "starts LibreOffice")
	s := newSpecimen(t)
	random := rand.New(rand.NewPCG(17, 1))
	held := 0
	var files [][]byte
	var changed []map[string]bool
	for range 20 {
		var touched map[string]bool
		files = append(files, s.edited(t, func(f *excelize.File) { touched = s.looked(t, f, random, 400) }))
		changed = append(changed, touched)
	}
	for round, shown := range allShownBy(t, files) {
		touched := changed[round]
		_, ret, found := read(t, files[round], s.plan)
		said := map[string]bool{}
		for _, f := range found {
			said[f.Place.Sheet+"!"+f.Place.Cell()] = true
		}
		for at := range touched {
			sheet, cell, _ := strings.Cut(at, "!")
			row, v := valueAt(ret, sheet, cell)
			if held++; v == nil {
				t.Fatalf("round %d: %s is gone", round, at)
			}
			if !said[at] && !agrees(v, row.Text(layout.Measured), shown[at]) {
				t.Errorf("round %d: %s shows %q, taken %q, nothing said", round, at, shown[at], v.Text)
			}
		}
		for _, line := range s.more(found) {
			where := fmt.Sprint(strings.Fields(line)[2:])
			if !touchedRow(touched, strings.Trim(where, "[]")) {
				t.Errorf("round %d: said of what was not touched: %s", round, line)
			}
		}
	}
	if held < 1000 {
		t.Errorf("only %d cells were touched", held)
	}
}

func valueAt(ret *workbook.Return, sheet, cell string) (*workbook.Row, *workbook.Value) {
	for _, s := range ret.Sheets {
		for i := range s.Rows {
			for j := range s.Rows[i].Values {
				if v := &s.Rows[i].Values[j]; s.Name == sheet && v.Place.Cell() == cell {
					return &s.Rows[i], v
				}
			}
		}
	}
	return nil, nil
}

// touchedRow reports whether it is a place in a row of which a cell was touched: a value that was not
// taken is missed elsewhere in its row.
func touchedRow(touched map[string]bool, place string) bool {
	sheet, cell, ok := strings.Cut(strings.Fields(place)[0], "!")
	if !ok {
		return true // of a whole sheet
	}
	row := strings.TrimLeft(cell, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
	for at := range touched {
		s, c, _ := strings.Cut(at, "!")
		if s == sheet && strings.TrimLeft(c, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == row {
			return true
		}
	}
	return false
}

// A shape over several cells is told at each filled one, whichever way its place is written; a cell
// beside it has no finding.
func TestWhatAShapeLiesOnIsAskedAboutCellByCell(t *testing.T) {
	s := newSpecimen(t)
	var square bytes.Buffer
	must(t, png.Encode(&square, image.NewGray(image.Rect(0, 0, 10, 10))))
	rows := s.ret.Sheet(layout.Lead).Rows
	if len(rows) < 3 {
		t.Fatal("the specimen has too few rows")
	}
	first, second, third := s.at(layout.Lead, rows[0].Ref(), layout.Progress), s.at(layout.Lead, rows[1].Ref(), layout.Progress), s.at(layout.Lead, rows[2].Ref(), layout.Progress)
	for name, how := range map[string]string{"to a cell": "twoCell", "of a size": "oneCell"} {
		for kind, add := range map[string]func(f *excelize.File, high uint) error{
			"a picture": func(f *excelize.File, high uint) error {
				return f.AddPictureFromBytes("牵头任务", first, &excelize.Picture{Extension: ".png", File: square.Bytes(),
					Format: &excelize.GraphicOptions{ScaleX: 4, ScaleY: float64(high) / 10, Positioning: how}})
			},
			"a patch": func(f *excelize.File, high uint) error {
				return f.AddShape("牵头任务", &excelize.Shape{Cell: first, Type: "rect", Width: 40, Height: high, Format: excelize.GraphicOptions{Positioning: how}})
			},
		} {
			data := s.edited(t, func(f *excelize.File) {
				high := 0.0
				for _, r := range rows[:2] {
					points := trial.Got(f.GetRowHeight("牵头任务", r.R))(t)
					high += points / 0.75
				}
				for _, cell := range []string{first, second, third} {
					must(t, f.SetCellStr("牵头任务", cell, "新建平台3家,累计8家。"))
				}
				must(t, add(f, uint(high)-30))
			})
			_, _, found := read(t, data, s.plan)
			for cell, want := range map[string]bool{first: true, second: true, third: false} {
				if got := slices.Contains(saidAt(found, "牵头任务", cell), finding.PictureTold); got != want {
					t.Errorf("%s %s: told at %s: %v", kind, name, cell, got)
				}
			}
		}
	}
}
