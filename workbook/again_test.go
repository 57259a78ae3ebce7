package workbook_test

import (
	"reflect"
	"testing"

	"tianbao/seeds/finding"
	"tianbao/templates"
	"tianbao/templates/layout"
	"tianbao/workbook"
	"tianbao/workbook/ooxml"
)

// One worker reads file after file in the same room: what it makes of a file must
// not depend on those before, and what is kept not on those after.
func TestReadingInUsedRoomIsReadingInNewRoom(t *testing.T) {
	p := builtIn()
	forms := layout.NewForms(p, 2024, nil)
	var files [][]byte
	for _, unit := range []string{"市发展改革委", "市红十字会", "谯城区政府", specimenUnit, "市发展改革委"} {
		data, err := templates.Build(forms.Of(p.Unit(unit)), templates.Options{Values: numbers})
		must(t, err)
		files = append(files, data)
	}
	read := func(r *ooxml.Reader, d *workbook.Decoder, data []byte) (*workbook.Return, finding.List) {
		book, found := r.Read(data)
		if book == nil {
			t.Fatal(found)
		}
		id, _ := workbook.Identify(book, p, 2024, "")
		return d.Decode(book, id, forms.Of(id.Unit))
	}
	fresh := func(data []byte) (*workbook.Return, finding.List) {
		return read(ooxml.NewReader(ooxml.DefaultLimits()), new(workbook.Decoder), data)
	}
	reader, passing, keeping := ooxml.NewReader(ooxml.DefaultLimits()), &workbook.Decoder{Passing: true}, &workbook.Decoder{}
	var kept []*workbook.Return
	for i, data := range files {
		want, wantFound := fresh(data)
		got, found := read(reader, passing, data)
		if !reflect.DeepEqual(got, want) || !reflect.DeepEqual(found, wantFound) {
			t.Errorf("file %d is read otherwise after those before it", i+1)
		}
		reader.Recycle()
		ret, _ := read(reader, keeping, data)
		kept = append(kept, ret)
		reader.Recycle()
	}
	for i, data := range files {
		if want, _ := fresh(data); !reflect.DeepEqual(kept[i], want) {
			t.Errorf("file %d has changed after it was read", i+1)
		}
	}
}
