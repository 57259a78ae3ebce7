package trial

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// Must ends a test that met an error.
func Must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
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
