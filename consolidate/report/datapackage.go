package report

import (
	"encoding/json"
	"slices"
	"strconv"

	"tianbao/consolidate"
	marks "tianbao/seeds/text"
)

// DataPackageName is the file that describes the tidy table beside it, as the Data
// Package standard (Frictionless) names it.
const DataPackageName = "datapackage.json"

type dataPackage struct {
	Profile   string         `json:"profile"`
	Name      string         `json:"name"`
	Title     string         `json:"title"`
	Creator   string         `json:"creator"`
	Resources []dataResource `json:"resources"`
}

type dataResource struct {
	Profile   string      `json:"profile"`
	Name      string      `json:"name"`
	Path      string      `json:"path"`
	Format    string      `json:"format"`
	Mediatype string      `json:"mediatype"`
	Dialect   dataDialect `json:"dialect"`
	Schema    dataSchema  `json:"schema"`
}

type dataDialect struct {
	Delimiter   string `json:"delimiter"`
	Terminator  string `json:"lineTerminator"`
	QuoteChar   string `json:"quoteChar"`
	DoubleQuote bool   `json:"doubleQuote"`
	Header      bool   `json:"header"`
}

type dataSchema struct {
	Fields  []dataField `json:"fields"`
	Missing []string    `json:"missingValues"`
}

type dataField struct {
	Name string `json:"name"`
	Type string `json:"type"`
}

// creator tells our description of a table from anyone else's.
const creator = "tianbao"

// DataPackage describes the tidy table of a summary, for programs that take it in: where
// it lies beside the description, and of which type its columns are.
func DataPackage(s *consolidate.Summary, table string) ([]byte, error) {
	fields := make([]dataField, len(csvHead))
	for i, name := range csvHead {
		fields[i] = dataField{name, "string"}
	}
	fields[slices.Index(csvHead, "年份")].Type = "integer"
	out, err := json.MarshalIndent(dataPackage{
		Profile: "tabular-data-package", Name: "tianbao-" + strconv.Itoa(s.Frame.Year), Title: s.Plan.Title + marks.Year(s.Frame.Year) + "度填报明细", Creator: creator,
		Resources: []dataResource{{
			Profile: "tabular-data-resource", Name: "cells", Path: table, Format: "csv", Mediatype: "text/csv",
			Dialect: dataDialect{Delimiter: ",", Terminator: "\r\n", QuoteChar: `"`, DoubleQuote: true, Header: true},
			Schema:  dataSchema{Fields: fields, Missing: []string{""}},
		}},
	}, "", "  ")
	return append(out, '\n'), err
}

// DescribesOurs reports whether a file is a description that DataPackage made.
func DescribesOurs(data []byte) bool {
	var p dataPackage
	return json.Unmarshal(data, &p) == nil && p.Creator == creator
}
