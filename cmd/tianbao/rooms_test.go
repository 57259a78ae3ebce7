package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"tianbao/seeds/trial"
)

// floors are the rooms from the ground up; a room may import its own floor and those
// below it.
var floors = [...]string{"seeds", "templates", "workbook", "consolidate", "cmd"}

// floorOf returns the floor of a room, -1 where it has none.
func floorOf(room string) int {
	top, _, _ := strings.Cut(room, "/")
	return slices.Index(floors[:], top)
}

// Inside a floor a room imports what this table names, besides the floors below. A room
// that is not in it imports nothing of its own floor.
var sameFloor = map[string][]string{
	"seeds/plan":               {"seeds/words", "seeds/text"},
	"seeds/finding":            {"seeds/text"},
	"seeds/document":           {"seeds/plan", "seeds/finding", "seeds/markup", "seeds/text"},
	"seeds/clause":             {"seeds/words", "seeds/text"},
	"seeds/target":             {"seeds/plan", "seeds/words", "seeds/text"},
	"seeds/reading":            {"seeds/plan", "seeds/words", "seeds/clause", "seeds/target", "seeds/document", "seeds/finding", "seeds/text"},
	"seeds":                    {"seeds/plan", "seeds/finding", "seeds/document", "seeds/reading"},
	"templates":                {"templates/layout", "templates/xl", "templates/docx"},
	"templates/docx":           {"templates/xl"},
	"templates/sample":         {"templates/layout", "templates"},
	"workbook":                 {"workbook/ooxml", "workbook/sheet"},
	"workbook/sheet":           {"workbook/ooxml"},
	"workbook/catalogue":       {"workbook/ooxml", "workbook/sheet"},
	"workbook/check":           {"workbook"},
	"workbook/annotate":        {"workbook", "workbook/ooxml"},
	"workbook/intake":          {"workbook", "workbook/check", "workbook/ooxml"},
	"workbook/intake/register": {"workbook/intake", "workbook/ooxml", "workbook/sheet"},
	"consolidate":              {"consolidate/judge", "consolidate/store"},
	"consolidate/store":        {"consolidate/judge"},
	"consolidate/report":       {"consolidate", "consolidate/judge", "consolidate/store"},
	townRoom:                   {"consolidate"},
	trialRoom:                  {"seeds/markup"},

	"cmd/tianbao":               {"cmd/tianbao/internal/office", "cmd/tianbao/internal/page"},
	"cmd/tianbao/internal/page": {"cmd/tianbao/internal/office"},
}

// trialRoom is the room of what tests share: it starts other programs, and only test
// files import it.
const trialRoom = "seeds/trial"

// townRoom is what the tests of consolidate's rooms share; only test files import it.
const townRoom = "consolidate/town"

// Only these packages may use these libraries.
var doors = map[string]string{
	"github.com/xuri/excelize/v2": "templates/xl",
	"github.com/urfave/cli/v2":    "cmd/tianbao",
}

// What is below cmd is pure: no randomness, no clock, no environment.
var (
	impure      = []string{"math/rand", "math/rand/v2", "crypto/rand", "os/exec", "net", "net/http"}
	impureCalls = []string{"time.Now", "time.Since", "time.Until", "os.Getenv", "os.LookupEnv", "os.Environ", "os.Getwd",
		"os.Stdin", "os.Stdout", "os.Stderr", "os.Args", "os.Exit", "filepath.Abs"}
)

// What is between the commands and the floors below returns values and prints
// nothing.
var printing = []string{"os.Stdin", "os.Stdout", "os.Stderr", "os.Args", "os.Exit", "fmt.Print", "fmt.Printf", "fmt.Println"}

func TestRoomsImportOnlyWhatTheirPlaceAllows(t *testing.T) {
	root := filepath.Join("..", "..")
	files := 0
	err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if e.IsDir() && strings.HasPrefix(e.Name(), ".") && e.Name() != ".." {
			return filepath.SkipDir
		}
		if e.IsDir() || filepath.Ext(path) != ".go" {
			return nil
		}
		files++
		rel, err := filepath.Rel(root, filepath.Dir(path))
		if err != nil {
			return err
		}
		checkFile(t, path, filepath.ToSlash(rel))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files < 20 {
		t.Fatalf("only %d files looked at: the walk does not reach the project", files)
	}
}

func checkFile(t *testing.T, path, room string) {
	f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Error(err)
		return
	}
	inCmd := floorOf(room) == len(floors)-1
	if floorOf(room) < 0 {
		t.Errorf("%s: %q is on no floor", path, room)
	}
	lookUp := strings.HasSuffix(f.Name.Name, "_test") // external test packages alone may look up
	test := strings.HasSuffix(path, "_test.go")
	switch {
	case test || room == trialRoom:
	case !inCmd:
		checkCalls(t, path, f, impureCalls)
	case strings.Contains(room, "/internal/"):
		checkCalls(t, path, f, printing)
	}
	for _, spec := range f.Imports {
		name, _ := strconv.Unquote(spec.Path.Value)
		own, isOwn := strings.CutPrefix(name, "tianbao/")
		switch {
		case isOwn && !inCmd && strings.HasPrefix(own, "cmd"):
			t.Errorf("%s imports %s: nothing below imports cmd", path, own)
		case !test && (own == trialRoom || own == townRoom):
			t.Errorf("%s imports %s: only tests do", path, own)
		case lookUp:
		case isOwn && floorOf(own) > floorOf(room):
			t.Errorf("%s: %s is above %s: what is needed from there is to be handed in", path, own, room)
		case test:
		case isOwn && floorOf(own) == floorOf(room) && !slices.Contains(sameFloor[room], own):
			t.Errorf("%s: %s may not import %s: move what is shared down, or name it in sameFloor of cmd/tianbao/rooms_test.go", path, room, own)
		case doors[name] != "" && doors[name] != room:
			t.Errorf("%s: only %s may import %s", path, doors[name], name)
		case !inCmd && room != trialRoom && slices.Contains(impure, name):
			t.Errorf("%s: below cmd nothing imports %s", path, name)
		}
	}
}

func checkCalls(t *testing.T, path string, f *ast.File, forbidden []string) {
	ast.Inspect(f, func(n ast.Node) bool {
		if s, ok := n.(*ast.SelectorExpr); ok {
			if from, ok := s.X.(*ast.Ident); ok && slices.Contains(forbidden, from.Name+"."+s.Sel.Name) {
				t.Errorf("%s: nothing in this room asks for %s.%s", path, from.Name, s.Sel.Name)
			}
		}
		return true
	})
}

// The page puts values into words: of the floors below it sees what it shows, and it
// calls none of what judges, reads or writes. That is the office's.
var (
	pageSees = []string{"cmd/tianbao/internal/office", "consolidate", "consolidate/judge", "consolidate/report", "seeds/finding", "seeds/text",
		"templates/layout", "workbook", "workbook/intake", "workbook/intake/register"}
	pageCalls = []string{"consolidate.Merge", "report.Render", "report.Write", "report.CSV", "intake.Load", "register.Read", "register.Write", "register.Lines",
		"judge.Frame", "workbook.Decode", "workbook.Identify", "os.WriteFile", "os.Create", "os.Rename"}
)

func TestThePageHoldsNoRule(t *testing.T) {
	paths := trial.Got(filepath.Glob(filepath.Join("internal", "page", "*.go")))(t)
	lines := 0
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		set := token.NewFileSet()
		f := trial.Got(parser.ParseFile(set, path, nil, parser.SkipObjectResolution))(t)
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
