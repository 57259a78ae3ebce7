package ooxml

import (
	"reflect"
	"testing"

	"github.com/xuri/excelize/v2"
)

// small fills a workbook that is quick to read thousands of times.
func small(f *excelize.File) {
	must(f.SetSheetRow("Sheet1", "A1", &[]any{"编号", "内容", "值"}))
	must(f.SetSheetRow("Sheet1", "A2", &[]any{"51(3)-2", "新增就业 & <再就业>", 12.5}))
	must(f.SetSheetRow("Sheet1", "A4", &[]any{"八(一)", "两行\n文字", true}))
}

func TestAFileCutAtAnyByteIsRefused(t *testing.T) {
	data := built(t, small)
	r := NewReader(DefaultLimits())
	for n := range data {
		if book, fs := r.Read(data[:n]); book != nil || len(fs) != 1 {
			t.Fatalf("cut to %d of %d bytes: book %v, findings %+v", n, len(data), book != nil, fs)
		}
	}
}

func TestAFileWithAnyByteChangedIsRefusedOrReadTheSame(t *testing.T) {
	data := built(t, small)
	r := NewReader(DefaultLimits())
	whole, _ := r.Read(data)
	for i := range data {
		data[i] ^= 0x41
		book, fs := r.Read(data)
		if book == nil && len(fs) != 1 || book != nil && !reflect.DeepEqual(book, whole) {
			t.Errorf("byte %d changed: read as something else, findings %+v", i, fs)
		}
		data[i] ^= 0x41
	}
}
