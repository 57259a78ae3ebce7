package layout

import (
	"reflect"
	"strings"
	"testing"

	"tianbao/seeds/trial"
)

func TestAReportCodeIsReadBackAndAMistypedOneIsRefused(t *testing.T) {
	id := Identity{PlanID: "K7M2QF", UnitID: "012", Year: 2024, Layout: 1, Revision: 3}
	code := id.Code()
	got, err := ParseCode(" " + strings.ToLower(code) + "\n")
	if err != nil || got != id {
		t.Fatalf("%s read as %+v, %v", code, got, err)
	}
	for i := range code {
		for _, c := range []byte(codeAlphabet) {
			if code[i] == '-' || code[i] == c {
				continue
			}
			wrong := code[:i] + string(c) + code[i+1:]
			if got, err := ParseCode(wrong); err == nil {
				t.Errorf("%s mistyped as %s is taken as %+v", code, wrong, got)
			}
		}
	}
}

func TestTwoNeighboursSwappedInAReportCodeAreNoticed(t *testing.T) {
	code := Identity{PlanID: "K7M2QF", UnitID: "012", Year: 2024, Layout: 1, Revision: 3}.Code()
	for i := 0; i+1 < len(code); i++ {
		if code[i] == code[i+1] || code[i] == '-' || code[i+1] == '-' {
			continue
		}
		wrong := code[:i] + string([]byte{code[i+1], code[i]}) + code[i+2:]
		if _, err := ParseCode(wrong); err == nil {
			t.Errorf("%s swapped to %s is taken", code, wrong)
		}
	}
}

func TestAStampIsReadBackAsItWasWritten(t *testing.T) {
	past := memory{"001leadsame": "", "001lead1office": "规划科", "001lead1status": StatusDone, "001lead1progress": "建了3家\n又建2家", "001target1-1total": "5"}
	f := formOf(t, 2027, past, "市科技局")
	st := NewStamp(f, Identity{PlanID: "A1B2C3", UnitID: "001", Year: 2027, Layout: Version, Revision: 1}, "abc", Consult)
	got := trial.Got(ParseStamp(st.Lines()))(t)
	if !reflect.DeepEqual(got.Identity, st.Identity) || got.Plan != st.Plan || got.Round != Consult || got.PlanHash != "abc" || got.Unit != "市科技局" {
		t.Errorf("head read as %+v", got)
	}
	if !reflect.DeepEqual(got.Lines(), st.Lines()) {
		t.Errorf("lines read back:\n%v\nwritten:\n%v", got.Lines(), st.Lines())
	}
	cell := got.Sheet(Lead).Rows[0].Cells[SheetOf(Lead).Index(PrevProgress)]
	if cell.Text != "建了3家\n又建2家" || !cell.Kept || cell.Mode != Locked {
		t.Errorf("last year's text read as %+v", cell)
	}
}

func TestABrokenStampIsRefusedWithItsLine(t *testing.T) {
	lines := NewStamp(formOf(t, 2027, nil, "市科技局"), Identity{PlanID: "A1B2C3", UnitID: "001", Year: 2027, Layout: 1, Revision: 1}, "", Normal).Lines()
	for n, line := range lines {
		if line[0] != lineRow {
			continue
		}
		broken := append([][]string{}, lines...)
		broken[n] = append([]string{}, line...)
		broken[n][3] += " ."
		if _, err := ParseStamp(broken); err == nil || !strings.Contains(err.Error(), "第 ") {
			t.Fatalf("a row with a cell too many: %v", err)
		}
		return
	}
	t.Fatal("no row")
}

func TestADigestDoesNotCountWhiteSpaceAtLineEnds(t *testing.T) {
	if Digest("一 \r\n二\n") != Digest("一\n二") {
		t.Error("line ends count")
	}
	if Digest("一二") == Digest("一 二") {
		t.Error("white space within a line does not count")
	}
}

func TestConditionsHoldAndReduceAlike(t *testing.T) {
	a, b := Is("a", "1", "2"), Filled("b")
	conditions := []Cond{{}, Always, a, b, Not(a), All(a, b), Any(a, b), All(a, Not(b)), Any(Not(All(a, b)), a), All(), Any(), Not(Always)}
	texts := []string{"", "1", "3"}
	for i, c := range conditions {
		for _, va := range texts {
			for _, vb := range texts {
				cell := map[Key]string{"a": va, "b": vb}
				want := c.Holds(func(k Key) string { return cell[k] })
				left := c.Given(func(k Key) (string, bool) { return va, k == "a" })
				if got := left.Holds(func(k Key) string { return map[Key]string{"b": vb}[k] }); got != want {
					t.Errorf("condition %d with a=%q b=%q: %v, reduced by a: %v", i, va, vb, want, got)
				}
				whole := c.Given(func(k Key) (string, bool) { return cell[k], true })
				if whole.Op != CondAlways && whole.Op != CondNever || (whole.Op == CondAlways) != want {
					t.Errorf("condition %d with all known is %+v, want %v", i, whole, want)
				}
			}
		}
	}
}

func TestKeysAndHeadingsAreUniqueOnASheet(t *testing.T) {
	for _, s := range Sheets() {
		keys, headings := map[Key]bool{}, map[string]bool{}
		for _, c := range s.Columns {
			heading := Frame{Year: 2027, Base: 2025, Last: 2030}.Expand(c.Heading)
			if keys[c.Key] || headings[heading] || strings.ContainsAny(heading, "{};*“”") {
				t.Errorf("%s: %s %s", s.Name, c.Key, heading)
			}
			keys[c.Key], headings[heading] = true, true
			if (c.Kind == Choice) != (len(Options(c.List)) > 0) {
				t.Errorf("%s: %s is a choice without options, or has options without being one", s.Name, c.Key)
			}
			for _, k := range keysOf(c.Required) {
				if s.Index(k) < 0 {
					t.Errorf("%s: %s depends on %s, which the sheet lacks", s.Name, c.Key, k)
				}
			}
		}
	}
}

func keysOf(c Cond) []Key {
	if c.Op == CondIs || c.Op == CondFilled {
		return []Key{c.Key}
	}
	var keys []Key
	for _, d := range c.Of {
		keys = append(keys, keysOf(d)...)
	}
	return keys
}
