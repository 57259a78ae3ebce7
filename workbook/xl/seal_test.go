package xl

import (
	"archive/zip"
	"bytes"
	"io"
	"testing"
	"time"
)

func TestSealHoldsUntilAnotherProgramSaves(t *testing.T) {
	b := New(Props{Title: "甲", Created: time.Unix(0, 0).UTC()})
	b.Sheet("甲").Text(1, 1, "乙", 0)
	data, err := b.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	if !Sealed(data) {
		t.Error("a book just written is not sealed")
	}
	if Sealed(resaved(t, data)) {
		t.Error("a book saved again by another program is still sealed")
	}
	if Sealed([]byte("not a workbook")) || Sealed(nil) {
		t.Error("what is no workbook is sealed")
	}
}

// resaved copies the archive the way another program writes it: without the field.
func resaved(t *testing.T, data []byte) []byte {
	zr, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	zw := zip.NewWriter(&out)
	for _, f := range zr.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		w, err := zw.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(w, r); err != nil {
			t.Fatal(err)
		}
	}
	if err := zw.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
