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

// One worker reads file after file: what it makes of a file must not depend on those
// before, nor change with those after.
func TestReadingOneAfterAnotherIsReadingEachAlone(t *testing.T) {
	p := builtIn()
	forms := layout.NewForms(p, 2024, nil)
	var files [][]byte
	for _, unit := range []string{"市发展改革委", "市红十字会", "谯城区政府", specimenUnit, "市发展改革委"} {
		data, err := templates.Build(forms.Of(p.Unit(unit)), templates.Options{Values: numbers})
		must(t, err)
		files = append(files, data)
	}
	type outcome struct {
		ret   *workbook.Return
		found finding.List
	}
	read := func(r *ooxml.Reader, data []byte) outcome {
		book, found := r.Read(data)
		if book == nil {
			t.Fatal(found)
		}
		id, _ := workbook.Identify(book, p, 2024, "")
		ret, found := workbook.Decode(book, id, forms.Of(id.Unit))
		return outcome{ret, found}
	}
	reader := ooxml.NewReader(ooxml.DefaultLimits())
	var kept []outcome
	for _, data := range files {
		kept = append(kept, read(reader, data))
	}
	for i, data := range files {
		if want := read(ooxml.NewReader(ooxml.DefaultLimits()), data); !reflect.DeepEqual(kept[i], want) {
			t.Errorf("file %d is read otherwise after those before it, or has changed since", i+1)
		}
	}
}
