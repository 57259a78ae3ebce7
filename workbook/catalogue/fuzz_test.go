package catalogue_test

import (
	"testing"
	"unicode/utf8"

	"tianbao/seeds/finding"
	"tianbao/workbook/catalogue"
	"tianbao/workbook/ooxml"
)

// FuzzReadCatalogue: a catalogue whose cells hold anything is read without panic;
// what it makes can be written and read again, and is the same plan where nothing
// was found wrong.
func FuzzReadCatalogue(f *testing.F) {
	f.Add(uint8(1), uint16(2), uint8(3), "甲、乙(丙、丁)→戊", uint8(2))
	f.Add(uint8(2), uint16(2), uint8(5), "1E+999999999", uint8(1))
	f.Add(uint8(4), uint16(1), uint8(1), "编号", uint8(2))
	f.Add(uint8(0), uint16(6), uint8(1), "45", uint8(1))
	f.Add(uint8(0x88), uint16(48), uint8('v'), "、", uint8('/'))
	data := written(f, small())
	f.Fuzz(func(t *testing.T, sheet uint8, row uint16, cell uint8, text string, kind uint8) {
		if !utf8.ValidString(text) {
			return // the reader gives no such text
		}
		b := book(t, data)
		g := b.Sheets[int(sheet)%len(b.Sheets)]
		r := &g.Rows[int(row)%len(g.Rows)]
		c := &r.Cells[int(cell)%len(r.Cells)]
		c.Text, c.Kind = text, ooxml.Kind(kind%6)
		p, found := catalogue.Read(b)
		if p == nil {
			return
		}
		again, err := catalogue.Write(p)
		if err != nil {
			return // a text over the limit, a sheet too wide
		}
		q, _ := catalogue.Read(book(t, again))
		if q == nil {
			t.Fatal("what was written cannot be read")
		}
		if found.Count(finding.Error) == 0 {
			same(t, q, p)
		}
	})
}
