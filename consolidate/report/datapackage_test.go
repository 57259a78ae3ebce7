package report

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"tianbao/consolidate"
	"tianbao/consolidate/town"
	"tianbao/seeds/trial"
)

// tabled writes the tidy table of a summary and its description.
func tabled(t *testing.T) (s *consolidate.Summary, path string, about dataPackage) {
	t.Helper()
	p := town.Plan()
	s = town.Merged(t, consolidate.Input{Plan: p, Year: 2024, Batch: town.Batch(p, 2024, nil, town.Year2024()...)})
	var table bytes.Buffer
	trial.Must(t, CSV(&table, s))
	path = filepath.Join(t.TempDir(), "明细.csv")
	trial.Must(t, os.WriteFile(path, table.Bytes(), 0o600))
	data := trial.Got(DataPackage(s, filepath.Base(path)))(t)
	if err := json.Unmarshal(data, &about); err != nil || !DescribesOurs(data) {
		t.Fatalf("%v %s", err, data)
	}
	return s, path, about
}

func TestTheDescriptionOfTheTableNamesItsColumns(t *testing.T) {
	_, path, about := tabled(t)
	table := about.Resources[0]
	if table.Path != filepath.Base(path) || len(table.Schema.Fields) != len(csvHead) {
		t.Fatalf("%+v", table)
	}
	for i, f := range table.Schema.Fields {
		if f.Name != csvHead[i] || (f.Type == "integer") != (f.Name == "年份") {
			t.Errorf("%+v", f)
		}
	}
	if DescribesOurs([]byte(`{"name":"other"}`)) || DescribesOurs([]byte("no json")) {
		t.Error("somebody else's description is taken for ours")
	}
}

// A database takes the table as it is described.
func TestADatabaseReadsTheTable(t *testing.T) {
	sqlite, err := exec.LookPath("sqlite3")
	if err != nil {
		t.Skip("sqlite3 is not installed")
	}
	s, path, about := tabled(t)
	var names []string
	for _, f := range about.Resources[0].Schema.Fields {
		names = append(names, `"`+f.Name+`"`)
	}
	query := "select count(" + strings.Join(names, "), count(") + `) from cells;` + "\n" +
		`select sum(cast("采用值" as real)) from cells where "表"='主要指标' and "编号"='2' and "栏目"='2024年实际值';`
	cmd := exec.Command(sqlite, "-batch", ":memory:")
	cmd.Stdin = strings.NewReader(".import --csv '" + path + "' cells\n" + query + "\n")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	want := strings.Repeat(strconv.Itoa(s.Totals.In)+"|", len(names)-1) + strconv.Itoa(s.Totals.In) + "\n318.0\n"
	if string(out) != want {
		t.Errorf("the database has %q, want %q", out, want)
	}
}
