package workbook_test

import (
	"bytes"
	"image"
	"image/png"
	"slices"
	"testing"

	"github.com/xuri/excelize/v2"

	"tianbao/seeds/finding"
	"tianbao/templates/layout"
)

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
					points, err := f.GetRowHeight("牵头任务", r.R)
					must(t, err)
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
