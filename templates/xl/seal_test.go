package xl

import (
	"testing"
	"time"

	"tianbao/seeds/trial"
)

func TestSealHoldsUntilAnotherProgramSaves(t *testing.T) {
	b := New(Props{Title: "甲", Created: time.Unix(0, 0).UTC()})
	b.Sheet("甲").Text(1, 1, "乙", 0)
	data := trial.Got(b.Bytes())(t)
	if !Sealed(data) {
		t.Error("a book just written is not sealed")
	}
	// Another program writes the archive without the field.
	if Sealed(trial.Repacked(t, data, func(_ string, part []byte) []byte { return part })) {
		t.Error("a book saved again by another program is still sealed")
	}
	if Sealed([]byte("not a workbook")) || Sealed(nil) {
		t.Error("what is no workbook is sealed")
	}
}
