package main

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"

	"github.com/klauspost/compress/flate"
	"github.com/xuri/excelize/v2"

	"tianbao/cmd/tianbao/internal/office"
	"tianbao/consolidate"
	"tianbao/consolidate/report"
	"tianbao/workbook/ooxml"
)

// peers are what the program is held against, and parts of it, each a process of
// its own. They are given a path and return what is to be measured.
var peers = map[string]func(path string) (work func() error, err error){
	"read":    onFiles(readAll),
	"rows":    onFiles(rowsOfAll),
	"inflate": onFiles(inflateAll),
	"render":  renderAgain,
	"stream":  streamAgain,
	"plain":   plainAgain,
}

func onFiles(read func(dir string) error) func(dir string) (func() error, error) {
	return func(dir string) (func() error, error) { return func() error { return read(dir) }, nil }
}

// eachFile hands on the files of a folder, read whole, one after another.
func eachFile(dir string, do func(data []byte) error) error {
	names, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, name := range names {
		data, err := os.ReadFile(filepath.Join(dir, name.Name()))
		if err == nil {
			err = do(data)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// readAll reads workbooks with our reader, nothing made of them.
func readAll(dir string) error {
	r := ooxml.NewReader(ooxml.DefaultLimits())
	return eachFile(dir, func(data []byte) error {
		if book, found := r.Read(data); book == nil {
			return fmt.Errorf("%s: %v", dir, found)
		}
		return nil
	})
}

// rowsOfAll reads workbooks with excelize.
func rowsOfAll(dir string) error {
	return eachFile(dir, func(data []byte) error {
		f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true})
		if err != nil {
			return err
		}
		for _, name := range f.GetSheetList() {
			if _, err := f.GetRows(name); err != nil {
				return err
			}
		}
		return f.Close()
	})
}

// inflateAll inflates the parts of workbooks and does nothing else.
func inflateAll(dir string) error {
	inflater, window := flate.NewReader(nil), make([]byte, 32<<10)
	return eachFile(dir, func(data []byte) error {
		packed, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			return err
		}
		for _, e := range packed.File {
			raw, err := e.OpenRaw()
			if err == nil {
				err = inflater.(flate.Resetter).Reset(raw, nil)
			}
			if err == nil {
				_, err = io.CopyBuffer(struct{ io.Writer }{io.Discard}, inflater, window)
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// sheetCells is a sheet as the peers that write take it.
type sheetCells struct {
	Name string  `json:"name"`
	Rows [][]any `json:"rows"` // nil for a cell that holds nothing
}

// cellsOf lists what is in a workbook.
func cellsOf(path string) ([]sheetCells, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	limits := ooxml.DefaultLimits()
	limits.AllText, limits.Cells = 1<<30, 1<<30 // our own summary
	book, found := ooxml.Read(data, limits)
	if book == nil {
		return nil, fmt.Errorf("%s: %v", path, found)
	}
	var sheets []sheetCells
	for _, g := range book.Sheets {
		s := sheetCells{Name: g.Name}
		for _, r := range g.Rows {
			row := make([]any, r.Cells[len(r.Cells)-1].Col)
			for _, c := range r.Cells {
				row[c.Col-1] = c.Text
				if n, err := strconv.ParseFloat(c.Text, 64); err == nil && c.Kind == ooxml.Number {
					row[c.Col-1] = n
				}
			}
			s.Rows = append(s.Rows, row)
		}
		sheets = append(sheets, s)
	}
	return sheets, nil
}

// streamOut writes the cells of a workbook with excelize's StreamWriter alone.
func streamOut(sheets []sheetCells) error {
	f := excelize.NewFile()
	for i, s := range sheets {
		if i > 0 {
			if _, err := f.NewSheet(s.Name); err != nil {
				return err
			}
		} else if err := f.SetSheetName("Sheet1", s.Name); err != nil {
			return err
		}
		w, err := f.NewStreamWriter(s.Name)
		if err != nil {
			return err
		}
		for r, row := range s.Rows {
			at, _ := excelize.CoordinatesToCellName(1, r+1)
			if err := w.SetRow(at, row); err != nil {
				return err
			}
		}
		if err := w.Flush(); err != nil {
			return err
		}
	}
	if _, err := f.WriteTo(io.Discard); err != nil {
		return err
	}
	return f.Close()
}

// streamAgain writes the cells of a summary once more.
func streamAgain(path string) (func() error, error) {
	sheets, err := cellsOf(path)
	return func() error { return streamOut(sheets) }, err
}

// plainTimes is how often plainAgain writes.
const plainTimes = 50

// plainAgain writes the cells of a template without anything else, again and again.
func plainAgain(path string) (func() error, error) {
	sheets, err := cellsOf(path)
	return func() error {
		for range plainTimes {
			if err := streamOut(sheets); err != nil {
				return err
			}
		}
		return nil
	}, err
}

// renderAgain writes the summary of the returns once more, reading and merging
// left out.
func renderAgain(plan string) (func() error, error) {
	o := office.ConsolidateOptions{Job: office.Job{Plan: plan, Year: benchYear, Limits: ooxml.DefaultLimits(), Now: today}}
	in, err := office.MergeInput(context.Background(), o)
	if err != nil {
		return nil, err
	}
	sum, _, err := consolidate.Merge(in)
	return func() error {
		return report.Write(io.Discard, sum)
	}, err
}
