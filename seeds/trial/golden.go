package trial

import (
	"flag"
	"os"
	"testing"
)

var update = flag.Bool("update", false, "write golden files and tables anew, to be looked at")

// Updating says whether golden files are to be written anew.
func Updating() bool { return *update }

// Golden holds a text against the file that was last looked at.
func Golden(t testing.TB, path, got string) {
	t.Helper()
	if Updating() {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s is not what comes out; -update writes it anew. Got:\n%s", path, got)
	}
}
