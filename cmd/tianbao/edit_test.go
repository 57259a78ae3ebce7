package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// editWorkbook is a clerk at a workbook, for the scripts. usage:
//
//	edit FILE SHEET!CELL=TEXT…   set cells; a number is set as one
//	edit FILE SHEET@REF:HEADING=TEXT…   set the cell of a row and column
//	edit FILE -SHEET@REF         delete a row
func editWorkbook() {
	if err := edit(os.Args[1], os.Args[2:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// showWorkbook prints cells of a workbook, for the scripts: one line a row. usage:
//
//	show FILE SHEET@REF:HEADING,HEADING…
func showWorkbook() {
	f, err := excelize.OpenFile(os.Args[1])
	for _, place := range os.Args[2:] {
		if err != nil {
			break
		}
		var text string
		text, err = showRow(f, place)
		fmt.Println(text)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func showRow(f *excelize.File, place string) (string, error) {
	sheet, at, _ := strings.Cut(place, "@")
	ref, headings, _ := strings.Cut(at, ":")
	var words []string
	for heading := range strings.SplitSeq(headings, ",") {
		row, col, err := locate(f, sheet, ref, heading)
		if err != nil {
			return "", err
		}
		cell, err := excelize.CoordinatesToCellName(col, row)
		if err != nil {
			return "", err
		}
		text, err := f.GetCellValue(sheet, cell)
		if err != nil {
			return "", err
		}
		words = append(words, heading+"="+strings.ReplaceAll(text, "\n", "、"))
	}
	return ref + " " + strings.Join(words, " "), nil
}

func edit(path string, steps []string) error {
	f, err := excelize.OpenFile(path)
	if err != nil {
		return err
	}
	defer f.Close()
	for _, step := range steps {
		if err := editStep(f, step); err != nil {
			return fmt.Errorf("%s: %w", step, err)
		}
	}
	return f.Save()
}

func editStep(f *excelize.File, step string) error {
	if place, ok := strings.CutPrefix(step, "-"); ok {
		sheet, ref, _ := strings.Cut(place, "@")
		row, _, err := locate(f, sheet, ref, "")
		if err != nil {
			return err
		}
		return f.RemoveRow(sheet, row)
	}
	place, text, ok := strings.Cut(step, "=")
	if !ok {
		return fmt.Errorf("no = in it")
	}
	sheet, cell, plain := strings.Cut(place, "!")
	if !plain {
		var at string
		sheet, at, _ = strings.Cut(place, "@")
		ref, heading, _ := strings.Cut(at, ":")
		row, col, err := locate(f, sheet, ref, heading)
		if err != nil {
			return err
		}
		if cell, err = excelize.CoordinatesToCellName(col, row); err != nil {
			return err
		}
	}
	if n, err := strconv.ParseFloat(text, 64); err == nil {
		return f.SetCellFloat(sheet, cell, n, -1, 64)
	}
	return f.SetCellStr(sheet, cell, text)
}

// locate finds a row by the text of one of its first columns and a column by its heading;
// on the cover, the cell right of a label.
func locate(f *excelize.File, sheet, ref, heading string) (row, col int, err error) {
	rows, err := f.GetRows(sheet)
	if err != nil {
		return 0, 0, err
	}
	for r, cells := range rows {
		for c, text := range cells {
			switch {
			case ref == "" && text == heading:
				return r + 1, c + 2, nil
			case heading != "" && text == heading:
				col = c + 1
			case c < 4 && row == 0 && text == ref:
				row = r + 1
			}
		}
	}
	if row == 0 || heading != "" && col == 0 {
		return 0, 0, fmt.Errorf("no row %q or column %q", ref, heading)
	}
	return row, col, nil
}
