// Package trial is what the tests of all rooms share: golden files, workbooks taken
// apart and packed again, processor time, and the other programs that returned
// workbooks pass through. It knows no plan and no sheet, and is imported by tests
// only.
package trial

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// Office returns the LibreOffice that is installed. The test is skipped where there
// is none, but never where CI=true, and in short runs.
func Office(t testing.TB) string {
	t.Helper()
	OnlyLong(t, "starts LibreOffice")
	return Program(t, "soffice")
}

// Python is FindPython for a test that needs one: it is skipped where there is
// none, but never where CI=true.
func Python(t testing.TB, module string) string {
	t.Helper()
	name := FindPython(module)
	if name == "" {
		missing(t, "python3 with "+module)
	}
	return name
}

// FindPython returns the first Python on the path that has a module, "" where there
// is none.
func FindPython(module string) string {
	for _, dir := range filepath.SplitList(os.Getenv("PATH")) {
		name := filepath.Join(dir, "python3")
		if exec.Command(name, "-c", "import "+module).Run() == nil {
			return name
		}
	}
	return ""
}

// Program is the path of a program that a test needs.
func Program(t testing.TB, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		missing(t, name)
	}
	return path
}

// missing ends a test that needs what is not installed: where tests must be whole
// that is a failure.
func missing(t testing.TB, what string) {
	t.Helper()
	if Long() {
		t.Fatalf("%s is not installed", what)
	}
	t.Skipf("%s is not installed", what)
}

// Converted is a workbook opened in LibreOffice and saved in a format, as its
// --convert-to takes it: "xlsx", "ods".
func Converted(t testing.TB, data []byte, format string) []byte {
	t.Helper()
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in.xlsx"), filepath.Join(dir, "out")
	Must(t, os.WriteFile(in, data, 0o600))
	Convert(t, filepath.Join(dir, "profile"), format, out, in)
	files, err := os.ReadDir(out)
	if err != nil || len(files) != 1 {
		t.Fatalf("%v, %d files", err, len(files))
	}
	return Got(os.ReadFile(filepath.Join(out, files[0].Name())))(t)
}

// Convert has LibreOffice, with a profile of its own, save files in a format into
// a folder.
func Convert(t testing.TB, profile, format, folder string, files ...string) {
	t.Helper()
	arguments := []string{"-env:UserInstallation=file://" + filepath.ToSlash(profile), "--headless", "--convert-to", format, "--outdir", folder}
	if text, err := exec.Command(Office(t), append(arguments, files...)...).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, text)
	}
}

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
	Must(t, os.WriteFile(file, data, 0o600))
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
	for dir := Got(os.Getwd())(t); ; dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		if dir == filepath.Dir(dir) {
			t.Fatal("not in the project")
		}
	}
}
