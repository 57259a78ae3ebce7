package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The page puts values into words: of the floors below it sees what it shows, and it
// calls none of what judges, reads or writes. That is the office's.
var (
	pageSees = []string{"cmd/tianbao/internal/office", "consolidate", "consolidate/judge", "consolidate/report", "seeds/finding", "seeds/text",
		"templates/layout", "workbook", "workbook/intake", "workbook/intake/register"}
	pageCalls = []string{"consolidate.Merge", "report.Render", "report.Write", "report.CSV", "intake.Load", "register.Read", "register.Write", "register.Lines",
		"judge.Frame", "workbook.Decode", "workbook.Identify", "os.WriteFile", "os.Create", "os.Rename"}
)

func TestThePageHoldsNoRule(t *testing.T) {
	paths, err := filepath.Glob(filepath.Join("internal", "page", "*.go"))
	must(t, err)
	lines := 0
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		set := token.NewFileSet()
		f, err := parser.ParseFile(set, path, nil, parser.SkipObjectResolution)
		must(t, err)
		lines += set.Position(f.End()).Line
		for _, spec := range f.Imports {
			name, _ := strconv.Unquote(spec.Path.Value)
			if own, is := strings.CutPrefix(name, "tianbao/"); is && !slices.Contains(pageSees, own) {
				t.Errorf("%s: the page does not use %s; the office does", path, own)
			}
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok {
				if from, ok := s.X.(*ast.Ident); ok && slices.Contains(pageCalls, from.Name+"."+s.Sel.Name) {
					t.Errorf("%s: %s.%s is the office's to call", path, from.Name, s.Sel.Name)
				}
			}
			return true
		})
	}
	if lines < 500 || lines > 2600 {
		t.Errorf("the page has %d lines", lines)
	}
}
