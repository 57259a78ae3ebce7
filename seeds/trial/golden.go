package trial

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write golden files and tables anew, to be looked at")

// Updating says whether golden files are to be written anew.
func Updating() bool { return *update }

// Golden holds a text against the file that was last looked at, and shows where the two
// part.
func Golden(t testing.TB, path, got string) {
	t.Helper()
	if Updating() {
		Must(t, os.WriteFile(path, []byte(got), 0o644))
	}
	want, err := os.ReadFile(path)
	if os.IsNotExist(err) {
		t.Fatalf("%s is not there; go test . -run %s -update writes it, to be looked at", path, t.Name())
	}
	Must(t, err)
	if got != string(want) {
		t.Errorf("%s is not what comes out:\n%s\ngo test . -run %s -update writes it anew, to be looked at", path, Parting(string(want), got), t.Name())
	}
}

// mostParted is how many lines are shown from where two texts part.
const mostParted = 6

// Parting shows the lines at which a text parts from the one that is wanted.
func Parting(want, got string) string {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	at := 0
	for at < len(w) && at < len(g) && w[at] == g[at] {
		at++
	}
	end := 0
	for end < len(w)-at && end < len(g)-at && w[len(w)-1-end] == g[len(g)-1-end] {
		end++
	}
	var out strings.Builder
	fmt.Fprintf(&out, "line %d:", at+1)
	for _, side := range []struct {
		sign  string
		lines []string
	}{{"-", w[at : len(w)-end]}, {"+", g[at : len(g)-end]}} {
		for i, line := range side.lines {
			if i == mostParted {
				fmt.Fprintf(&out, "\n%s … %d more lines", side.sign, len(side.lines)-i)
				break
			}
			out.WriteString("\n" + side.sign + " " + line)
		}
	}
	return out.String()
}

// Must ends a test that met an error.
func Must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// Got returns what a call gives where it does not fail: Got(os.ReadFile(path))(t).
func Got[T any](v T, err error) func(testing.TB) T {
	return func(t testing.TB) T {
		t.Helper()
		Must(t, err)
		return v
	}
}

// Made returns what a reader makes, where it makes anything: what it found says why not.
func Made[T, F any](v *T, found F) func(testing.TB) *T {
	return func(t testing.TB) *T {
		t.Helper()
		if v == nil {
			t.Fatal(found)
		}
		return v
	}
}

// Files are the files below a folder by their content, each named from there with /.
func Files(t testing.TB, dir string) map[string]string {
	t.Helper()
	found := map[string]string{}
	Must(t, filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		name, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		data, err := os.ReadFile(path)
		found[filepath.ToSlash(name)] = string(data)
		return err
	}))
	return found
}
