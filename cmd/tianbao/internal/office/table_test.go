package office

import (
	"os"
	"path/filepath"
	"testing"

	"tianbao/consolidate/report"
)

// The table is described beside it, unless somebody else's description lies there.
func TestTheTableIsDescribedBesideIt(t *testing.T) {
	dir := t.TempDir()
	returns := filepath.Join(dir, ReturnDir)
	if err := os.Mkdir(returns, 0o755); err != nil {
		t.Fatal(err)
	}
	filled(t, returns, "市司法局", 1)
	o := reporting(t, "")
	o.Dir, o.Paths, o.Output = dir, []string{returns}, filepath.Join(dir, "明细.csv")
	about := filepath.Join(dir, report.DataPackageName)
	for range 2 { // the second time all is there already
		if _, err := Consolidate(t.Context(), o); err != nil {
			t.Fatal(err)
		}
		if data := must(os.ReadFile(about)); !report.DescribesOurs(data) {
			t.Errorf("%s", data)
		}
	}
	other := []byte(`{"name":"other"}`)
	if err := os.WriteFile(about, other, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Consolidate(t.Context(), o); err != nil {
		t.Fatal(err)
	}
	if data := must(os.ReadFile(about)); string(data) != string(other) {
		t.Errorf("somebody else's description was replaced: %s", data)
	}
}
