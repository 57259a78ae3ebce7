package register

import (
	"bytes"
	"testing"

	"github.com/xuri/excelize/v2"

	"tianbao/seeds/trial"
	"tianbao/templates/xl"
	"tianbao/workbook/intake"
	"tianbao/workbook/ooxml"
)

// reread reads a register as the office does, with what it looks like.
func reread(t *testing.T, b *intake.Batch, data []byte) *Kept {
	t.Helper()
	book := trial.Made(ooxml.Read(data, ooxml.DefaultLimits()))(t)
	kept, found := Read(book, func(sheet string, rows, cols int) *xl.Looks {
		return trial.Got(xl.ReadLooks(data, sheet, rows, cols))(t)
	}, b.Forms.Plan, 2024)
	if len(found) > 0 || kept.Lost != "" {
		t.Fatalf("%v, lost %q", found, kept.Lost)
	}
	return kept
}

func TestWhatIsTypedIntoTheRegistersOwnColumnsAndItsColoursStay(t *testing.T) {
	b := batch(intake.StatusMissing, intake.StatusAccepted)
	write := func(kept *Kept) []byte {
		return trial.Got(Write(b, Lines(b, kept, march20), kept))(t)
	}
	f := trial.Got(excelize.OpenReader(bytes.NewReader(write(NewKept()))))(t)
	set := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	const name = "报送登记"
	todo, _ := f.GetCellValue(name, "J4")
	set(f.SetCellValue(name, "B4", "口头说已报"))
	set(f.SetCellValue(name, "J4", todo+"\n已电话联系"))
	green, err := f.NewStyle(&excelize.Style{Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"92D050"}}, Font: &excelize.Font{Color: "FF0000", Bold: true}})
	set(err)
	set(f.SetCellStyle(name, "A5", "B5", green))
	set(f.SetCellStyle(name, "E4", "E4", green))
	set(f.SetCellValue(name, "A9", "合计两家"))
	set(f.SetCellStyle(name, "A9", "A9", green))
	set(f.SetColWidth(name, "D", "D", 60))
	set(f.SetCellValue(name, "R3", "联系人"))
	set(f.SetColWidth(name, "R", "R", 9))
	buf, err := f.WriteToBuffer()
	set(err)
	kept := reread(t, b, buf.Bytes())
	if len(kept.Moved) != 2 {
		t.Errorf("%q", kept.Moved)
	}
	first := write(kept)
	kept = reread(t, b, first)
	if len(kept.Moved) > 0 {
		t.Errorf("what was moved is moved again: %q", kept.Moved)
	}
	if again := write(kept); !bytes.Equal(first, again) {
		t.Error("the register changes though nobody changed anything")
	}
	g, err := excelize.OpenReader(bytes.NewReader(first))
	set(err)
	for cell, want := range map[string]string{"B4": "未报送", "J4": todo, "K3": "联系人", "L3": "手填的状态", "L4": "口头说已报", "M3": "手填的待办", "M4": "已电话联系", "N3": "类别", "A7": "合计两家"} {
		if got, _ := g.GetCellValue(name, cell); got != want {
			t.Errorf("%s: %q, want %q", cell, got, want)
		}
	}
	looks, err := xl.ReadLooks(first, name, 9, 20)
	set(err)
	for at, want := range map[[2]int]string{{5, 1}: "92D050", {5, 2}: "92D050", {4, 5}: "92D050", {7, 1}: "92D050", {4, 1}: "", {5, 5}: xl.HandFill} {
		if got := looks.At(at[0], at[1]).Fill; got != want {
			t.Errorf("row %d column %d is %q, want %q", at[0], at[1], got, want)
		}
	}
	if look := looks.At(5, 1); look.Color != "FF0000" || !look.Bold {
		t.Errorf("%+v", look)
	}
	if looks.Width(4) != 60 || looks.Width(11) != 9 || looks.Width(1) < 15 {
		t.Errorf("widths %v %v %v", looks.Width(4), looks.Width(11), looks.Width(1))
	}
}
