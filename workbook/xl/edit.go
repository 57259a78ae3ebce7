package xl

import (
	"bytes"
	"fmt"

	"github.com/xuri/excelize/v2"
)

// Edit is someone else's workbook, opened to be marked. The library reads
// carelessly, so the bytes must have passed ooxml.Read without package findings.
type Edit struct {
	file *excelize.File
}

// The most a workbook may unpack to while it is marked, and the part of it that
// is kept in memory.
const (
	unzipLimit    = 512 << 20
	unzipXMLLimit = 64 << 20
)

// OpenEdit opens the workbook. tempDir takes what does not fit in memory; it is
// the caller's own and is left empty by Close.
func OpenEdit(data []byte, tempDir string) (*Edit, error) {
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{
		UnzipSizeLimit: unzipLimit, UnzipXMLSizeLimit: unzipXMLLimit, TmpDir: tempDir,
	})
	if err != nil {
		return nil, fmt.Errorf("打开工作簿以便标注: %w", err)
	}
	return &Edit{file: f}, nil
}

// Bytes writes the workbook as it now is, in the order of all our files.
func (e *Edit) Bytes() ([]byte, error) { return save(e.file, newStock(), nil) }

// Close gives back temporary files.
func (e *Edit) Close() error { return e.file.Close() }
