package trial

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// Invalid are the faults that Microsoft's Open XML SDK finds in a workbook or a document
// of that name. Its command is what `npm ci` puts into .ci. The test is skipped where it is not there, but never
// where CI=true, and in short runs.
func Invalid(t testing.TB, name string, data []byte) []Fault {
	t.Helper()
	OnlyLong(t, "starts the Open XML validator")
	command := filepath.Join(top(t), ".ci", "node_modules", ".bin", "ooxml-validator")
	if _, err := os.Stat(command); err != nil {
		missing(t, "the Open XML validator (npm ci --prefix .ci)")
	}
	file := filepath.Join(t.TempDir(), "a"+filepath.Ext(name))
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	run := exec.Command(command, file)
	run.Stdout, run.Stderr = &out, &errs
	code := 0
	if err := run.Run(); err != nil {
		code = run.ProcessState.ExitCode()
	}
	var verdict struct {
		OK     bool
		Errors []Fault
	}
	if err := json.Unmarshal(out.Bytes(), &verdict); err != nil || code > 1 || verdict.OK != (code == 0) || verdict.OK != (len(verdict.Errors) == 0) {
		t.Fatalf("the validator ended with %d: %v %s %s", code, err, out.String(), errs.String())
	}
	return verdict.Errors
}

// Fault is what the SDK says of a place in a workbook.
type Fault struct{ ID, Path, XPath, Description string }

func (f Fault) String() string { return f.ID + " " + f.Path + f.XPath + ": " + f.Description }

// Kind is what is wrong and in which part, whatever is before it there.
func (f Fault) Kind() string { return f.ID + " " + f.Path + " " + f.Description }

// top is the folder of the project.
func top(t testing.TB) string {
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for !exists(filepath.Join(dir, "go.mod")) {
		if dir == filepath.Dir(dir) {
			t.Fatal("not in the project")
		}
		dir = filepath.Dir(dir)
	}
	return dir
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
