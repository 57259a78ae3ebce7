package xl_test

import (
	"slices"
	"strings"
	"testing"

	"tianbao/seeds/trial"
	"tianbao/templates/xl"
)

// drawn is the text dump of a book that holds one table.
func drawn(t *testing.T, rows int, table *xl.Table) string {
	t.Helper()
	book := xl.New(xl.Props{Title: "册"})
	book.Rows = rows
	book.Table(table)
	data := trial.Got(book.Bytes())(t)
	return trial.Got(xl.Dump(data))(t)
}

func TestATableIsAHeadingARowAndAnEntryOfEach(t *testing.T) {
	var placed []int
	late := func() []xl.Entry { return append(xl.Words("东县", "交了两次"), xl.Count(3)) }
	table := &xl.Table{
		Name: "报送", Title: "报送情况", Note: "黄色格由人填。", Office: "市发展改革委", Held: 1, Joined: 1,
		Columns: []xl.TableColumn{{Heading: "单位", Width: 12}, {Heading: "情况", Width: 20}, {Heading: "件数", Width: 6, Centred: true},
			{Heading: "接收人", Width: 8, Hand: true}, {Heading: "备注", Width: 30, Aside: true}, {Heading: "键", Width: 4, Hidden: true}},
		Rows: []xl.TableRow{
			{Band: "县区"},
			{Late: late, Level: 1, Placed: func(sheet string, row int) { placed = append(placed, row) }},
			{Cells: []xl.Entry{{Text: "东县"}, {Text: "未交", Look: xl.Look{Fill: "F8CBAD"}}}, Level: 1},
			{Cells: xl.Words("西县", strings.Repeat("长", 60))},
		},
		Below: []xl.TableRow{{Cells: xl.Words("自己加的一行")}},
	}
	got := drawn(t, xl.MaxRows, table)
	for _, want := range []string{
		"name _xlnm._FilterDatabase sheet=报送 hidden = '报送'!$A$3:$F$7", "name _xlnm.Print_Area sheet=报送 = '报送'!$A$1:$D$9", "name _xlnm.Print_Titles sheet=报送 = '报送'!$3:$3",
		"freeze B4", "merge A1:D1", "merge A5:A6", `footer "&L市发展改革委&C报送&R第 &P 页 共 &N 页"`, "F=4 hidden",
		`A3 text "单位" {size=9 bold fill=` + xl.HeadFill, `A4 text "县区" {size=9 bold`, `C5 number "3" {size=9 wrap center}`, `B6 text "未交" {size=9 fill=F8CBAD`,
		`D7 blank {size=9 fill=` + xl.HandFill + " wrap unlocked}", "row 7 height=78", `A9 text "自己加的一行" {size=9 fill=` + xl.HandFill,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
	if !slices.Equal(placed, []int{5, 5}) { // drawn to see how far it reaches, and to be written
		t.Errorf("the row was placed at %v", placed)
	}
}

func TestATableToReadGoesOnWhereARowOrASheetIsNotHighEnough(t *testing.T) {
	long := strings.Repeat("长", 300)
	table := &xl.Table{
		Name: "意见", Title: "意见", Use: xl.ToRead, Plain: true, Unprinted: 1,
		Columns: []xl.TableColumn{{Heading: "意见", Width: 10}, {Heading: "来源", Width: 10, Aside: true}},
		Rows:    []xl.TableRow{{Cells: xl.Words(long, "甲")}, {Cells: []xl.Entry{{Text: "短", Look: xl.Look{Fill: "F8CBAD"}}}}, {Cells: xl.Words("乙", long)}, {Cells: xl.Words("丙", "丁")}},
	}
	first, second, _ := strings.Cut(drawn(t, 7, table), "sheet 意见 2 ")
	for _, want := range []string{"merge A4:A5", "merge B4:B5", `A6 text "短" {size=9 wrap}`, "row 7 height=17", `A7 text "乙"`, "Print_Area sheet=意见 = '意见'!$A$1:$A$7", "Print_Area sheet=意见 2 = '意见 2'!$A$1:$A$3"} {
		if !strings.Contains(first, want) {
			t.Errorf("no %s in\n%s", want, first)
		}
	}
	for _, want := range []string{`A3 text "意见"`, `A4 text "丙"`} {
		if !strings.Contains(second, want) {
			t.Errorf("no %s in\n%s", want, second)
		}
	}
}

func TestATableToEditKeepsWhatIsTypedAndPrintsOnPagesSideBySide(t *testing.T) {
	got := drawn(t, xl.MaxRows, &xl.Table{
		Name: "事项", Use: xl.ToEdit, Held: 1,
		Columns: []xl.TableColumn{{Heading: "编号", Width: 10, Look: xl.Look{Fill: "F2F2F2"}}, {Heading: "内容", Width: 80}, {Heading: "说明", Width: 80}},
		Rows:    []xl.TableRow{{Cells: xl.Words("1", strings.Repeat("长", 60), "短")}, {Cells: xl.Words("2", strings.Repeat("长", 60)), Wide: true}},
	})
	for _, want := range []string{
		`A1 text "编号" {bold fill=` + xl.HeadFill, "freeze B2", "wide=2", "Print_Titles sheet=事项 = '事项'!$A:$A,'事项'!$1:$1", "Print_Area sheet=事项 = '事项'!$A$1:$C$3",
		`A2 text "1" {fill=F2F2F2 wrap format=@}`, "row 2 height=34", "merge B3:C3", "row 3 height=19",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
}

func TestATableIsAGuestInAnotherWorkbooksStyles(t *testing.T) {
	var asked []xl.Style
	table := &xl.Table{Name: "清单", Title: "清单", Use: xl.ToEdit, Columns: []xl.TableColumn{{Heading: "位置", Width: 9}, {Heading: "意见", Width: 9, Hand: true}},
		Rows: []xl.TableRow{{Cells: []xl.Entry{{Text: "A<B", Link: "'甲'!A7"}}}}}
	number := func(s xl.Style) int {
		if !slices.Contains(asked, s) {
			asked = append(asked, s)
		}
		return 41 + slices.Index(asked, s)
	}
	data, err := table.Guest("urn:main", number, true, func(s *xl.Sheet) {
		s.Tab("C00000")
		s.Protect()
		s.Validate(xl.Validation{Cells: []xl.Range{xl.One(4, 2)}, Rule: xl.List, A: xl.Quote("有,无"), ErrorTitle: "意见", Error: "选一项"})
	})
	if err != nil || len(asked) != 5 || !asked[3].Underline || asked[3].Color != xl.LinkColor || !asked[4].Unlocked {
		t.Fatalf("%v %+v", err, asked)
	}
	at := 0
	for _, want := range []string{`xmlns="urn:main"`, `tabColor rgb="FFC00000"`, `tabSelected="1"`, `<pane ySplit="3" topLeftCell="A4"`, `<c r="A4" s="44" t="inlineStr"><is><t>A&lt;B</t>`, `<c r="B4" s="45"/>`, `<sheetProtection`,
		`<autoFilter ref="A3:B4"/>`, `<mergeCell ref="A1:B1"/>`, `<dataValidations count="1">`, `<formula1>"有,无"</formula1>`, `<hyperlink ref="A4" location="&#39;甲&#39;!A7"/>`, `<pageSetup paperSize="9" orientation="landscape"`, `第 &amp;P 页`, `</worksheet>`} {
		next := strings.Index(string(data[at:]), want)
		if next < 0 {
			t.Fatalf("no %s behind\n%s\nin\n%s", want, data[:at], data[at:])
		}
		at += next
	}
}
