package office

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// hashes finds files by their content: SHA-256 in hex to the path. The first in
// the order of the folders counts. A file that is larger than most is no return.
func hashes(paths []string, most int64) (map[string]string, error) {
	found := map[string]string{}
	for _, root := range paths {
		err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
			if err != nil || !e.Type().IsRegular() {
				return err
			}
			if info, err := e.Info(); err != nil || info.Size() > most {
				return err
			}
			sum, err := HashOf(path)
			if err == nil && found[sum] == "" {
				found[sum] = Slashed(path)
			}
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return found, nil
}

// HashOf is the SHA-256 of a file, in hex.
func HashOf(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}
