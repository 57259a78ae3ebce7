package templates_test

import (
	"bytes"
	"encoding/json"
	"os/exec"
	"strconv"
	"strings"
	"testing"

	"tianbao/seeds/trial"
	"tianbao/templates"
	"tianbao/templates/layout"
	"tianbao/templates/sample"
	"tianbao/workbook/ooxml"
)

// city is a plan of about 150 rows a unit, as the benchmarks measure it.
var city = sample.Size{Units: 1000, Seats: 200, Lead: 40, Targets: 1, Support: 60, Indicators: 10}

func forms(size sample.Size) *layout.Forms {
	p := sample.Plan(size)
	return layout.NewForms(p, p.Period.Last-1, nil)
}

// BenchmarkTemplate issues one workbook after another, as `tianbao template` does.
func BenchmarkTemplate(b *testing.B) {
	all := forms(city)
	units := all.Plan.Reporters()
	builder := templates.NewBuilder()
	cells, size := 0, 0
	b.ReportAllocs()
	b.ResetTimer()
	used := trial.CPU(func() {
		for i := 0; i < b.N; i++ {
			f := all.Of(units[i%len(units)])
			data := trial.Got(builder.Build(f, templates.Options{}))(b)
			size += len(data)
			for _, s := range f.Sheets {
				cells += len(s.Rows) * len(s.Columns)
			}
		}
	})
	b.ReportMetric(float64(used)/float64(b.N), "cpu-ns/op")
	b.ReportMetric(float64(cells)/float64(b.N), "cells/book")
	b.ReportMetric(float64(size)/float64(b.N), "bytes/book")
}

// BenchmarkFilled builds workbooks that are filled in, as tests and benchmarks
// of other rooms need them.
func BenchmarkFilled(b *testing.B) {
	all := forms(city)
	units := all.Plan.Reporters()
	builder := templates.NewBuilder()
	b.ReportAllocs()
	b.ResetTimer()
	for i := 0; i < b.N; i++ {
		f := all.Of(units[i%len(units)])
		if _, err := builder.Build(f, templates.Options{Values: sample.Fill(f, sample.Options{Seed: 1}).Value}); err != nil {
			b.Fatal(err)
		}
	}
}

// page is a sheet's cells as the script takes them: row, column, text, style (0
// locked, 1 to fill, -1 none).
type page struct {
	Name  string   `json:"name"`
	Cells [][4]any `json:"cells"`
}

// pages lists the cells of a workbook of a form, those to fill included.
func pages(b *testing.B, f *layout.Form, data []byte) []page {
	b.Helper()
	book := trial.Made(ooxml.Read(data, ooxml.DefaultLimits()))(b)
	var all []page
	for _, g := range book.Sheets {
		p := page{Name: g.Name}
		for _, r := range g.Rows {
			for _, c := range r.Cells {
				style := 0
				if g.State != ooxml.Visible {
					style = -1
				}
				p.Cells = append(p.Cells, [4]any{r.R, c.Col, c.Text, style})
			}
		}
		all = append(all, p)
	}
	for _, s := range f.Sheets {
		for i := range s.Rows {
			for j, mode := range s.Rows[i].Modes {
				if mode == layout.Open {
					at := &all[indexOf(all, s.Name)]
					at.Cells = append(at.Cells, [4]any{1000 + i, j + 1, nil, 1})
				}
			}
		}
	}
	return all
}

func indexOf(all []page, name string) int {
	for i := range all {
		if all[i].Name == name {
			return i
		}
	}
	return -1
}

// BenchmarkOpenpyxl has openpyxl write the cells of one workbook, for comparison
// with BenchmarkTemplate: the metric is CPU time, as cpu-ns/op is there.
func BenchmarkOpenpyxl(b *testing.B) {
	all := forms(city)
	f := all.Of(all.Plan.Reporters()[0])
	data := trial.Got(templates.Build(f, templates.Options{}))(b)
	input := trial.Got(json.Marshal(pages(b, f, data)))(b)
	python := trial.Python(b, "openpyxl")
	b.ResetTimer()
	script := exec.Command(python, "testdata/write.py", strconv.Itoa(b.N))
	script.Stdin = bytes.NewReader(input)
	out := trial.Got(script.Output())(b)
	seconds := trial.Got(strconv.ParseFloat(strings.TrimSpace(string(out)), 64))(b)
	b.ReportMetric(seconds*1e9, "cpu-ns/op")
}
