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
)

// rooms says which rooms a room may import. Test files may import more rooms, but
// nothing imports cmd.
var rooms = map[string][]string{
	"workbook/finding": {},
	trialRoom:          {},
	"workbook/ooxml":   {"workbook/finding"},
	"workbook/xl":      {"workbook/finding"},
	"seeds/plan":       {"workbook/finding", "workbook/ooxml", "workbook/xl"},
	"seeds":            {"seeds/plan", "workbook/finding"},
	"templates/layout": {"seeds/plan"},
	"templates":        {"templates/layout", "seeds/plan", "workbook/xl", "workbook/finding"},
	"templates/sample": {"templates/layout", "seeds/plan", "templates"},
	"workbook":         {"templates/layout", "seeds/plan", "workbook/finding", "workbook/ooxml", "workbook/xl"},
	"workbook/check":   {"workbook", "templates/layout", "seeds/plan", "workbook/finding"},
	"workbook/annotate": {"workbook", "templates/layout", "seeds/plan", "workbook/finding", "workbook/ooxml",
		"workbook/xl"},
	"workbook/intake": {"workbook", "workbook/check", "workbook/xl", "templates/layout", "seeds/plan", "workbook/finding",
		"workbook/ooxml"},
	"workbook/intake/register": {"workbook/intake", "workbook/ooxml", "workbook/xl", "workbook/finding", "workbook",
		"seeds/plan", "templates/layout"},
	"consolidate": {"workbook/intake", "workbook/intake/register", "workbook", "templates/layout", "seeds/plan", "workbook/finding",
		"workbook/ooxml", "workbook/xl", "consolidate/judge"},
	"consolidate/judge": {"seeds/plan", "templates/layout", "workbook/finding"},
}

// trialRoom is the room of what tests share: it starts other programs, and only test
// files import it.
const trialRoom = "workbook/trial"

// Only these packages may use these libraries.
var doors = map[string]string{
	"github.com/xuri/excelize/v2": "workbook/xl",
	"github.com/urfave/cli/v2":    "cmd/tianbao",
}

// What stands below cmd is pure: no randomness, no clock, no environment.
var (
	impure      = []string{"math/rand", "math/rand/v2", "crypto/rand", "os/exec", "net", "net/http"}
	impureCalls = []string{"time.Now", "time.Since", "time.Until", "os.Getenv", "os.LookupEnv", "os.Environ", "os.Getwd",
		"os.Stdin", "os.Stdout", "os.Stderr", "os.Args", "os.Exit", "filepath.Abs"}
)

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
	allowed, known := rooms[room]
	inCmd := strings.HasPrefix(room, "cmd/")
	if !known && !inCmd {
		t.Errorf("%s: %q is not a room; add it to the table with what it may import", path, room)
	}
	test := strings.HasSuffix(path, "_test.go")
	if !test && !inCmd && room != trialRoom {
		checkCalls(t, path, f)
	}
	for _, spec := range f.Imports {
		name, _ := strconv.Unquote(spec.Path.Value)
		own, isOwn := strings.CutPrefix(name, "tianbao/")
		switch {
		case isOwn && strings.HasPrefix(own, "cmd"):
			t.Errorf("%s imports %s: nothing imports cmd", path, own)
		case !test && own == trialRoom:
			t.Errorf("%s imports %s: only tests do", path, own)
		case test || inCmd && isOwn:
		case isOwn && !slices.Contains(allowed, own):
			t.Errorf("%s: %s may not import %s", path, room, own)
		case doors[name] != "" && doors[name] != room:
			t.Errorf("%s: only %s may import %s", path, doors[name], name)
		case !inCmd && room != trialRoom && slices.Contains(impure, name):
			t.Errorf("%s: below cmd nothing imports %s", path, name)
		}
	}
}

func checkCalls(t *testing.T, path string, f *ast.File) {
	ast.Inspect(f, func(n ast.Node) bool {
		if s, ok := n.(*ast.SelectorExpr); ok {
			if from, ok := s.X.(*ast.Ident); ok && slices.Contains(impureCalls, from.Name+"."+s.Sel.Name) {
				t.Errorf("%s: below cmd nothing asks for %s.%s", path, from.Name, s.Sel.Name)
			}
		}
		return true
	})
}
