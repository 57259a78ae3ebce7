package catalogue_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/trial"
	"tianbao/workbook/catalogue"
	"tianbao/workbook/ooxml"
)

// stays reports what is not the same after a plan was written and read once more.
func stays(t *testing.T, name string, p *plan.Plan) {
	t.Helper()
	again, _ := catalogue.Read(book(t, written(t, p)))
	a, b := lines(p), lines(again)
	for i := range max(len(a), len(b)) {
		if i >= len(a) || i >= len(b) || a[i] != b[i] {
			t.Errorf("%s: is not what it was\n%s\n%s", name, a[min(i, len(a)-1)], b[min(i, len(b)-1)])
			return
		}
	}
}

// TestWhateverAClerkPutsIntoACellIsReadBackTheSame puts into every cell what another row has in its column, and nothing.
func TestWhateverAClerkPutsIntoACellIsReadBackTheSame(t *testing.T) {
	trial.OnlyLong(t, "writes and reads some hundred catalogues")
	edits, kept := 0, 0
	_, usual := catalogue.Read(book(t, written(t, small())))
	for _, sheet := range []string{"规划", "事项", "量化目标", "主要指标", "单位"} {
		original := book(t, written(t, small()))
		heads := original.Sheet(sheet).Rows[0].Cells
		for row := 2; row <= min(5, len(original.Sheet(sheet).Rows)); row++ {
			for _, head := range heads {
				for _, value := range append(column(original.Sheet(sheet), head.Col), "") {
					b := book(t, written(t, small()))
					edit(b.Sheet(sheet), row, head.Text, value)
					p, found := catalogue.Read(b)
					edits++
					if p == nil || found.Count(finding.Error) > usual.Count(finding.Error) {
						continue // refused at its cell
					}
					kept++
					stays(t, fmt.Sprintf("%s row %d %s %q", sheet, row, head.Text, value), p)
				}
			}
		}
	}
	t.Logf("%d of %d edits are taken", kept, edits)
}

// column returns the different values of a column.
func column(g *ooxml.Grid, col int) []string {
	var all []string
	for _, r := range g.Rows[1:] {
		for _, c := range r.Cells {
			if c.Col == col && !slices.Contains(all, c.Text) {
				all = append(all, c.Text)
			}
		}
	}
	return all
}

func TestRowsThatAreMovedAddedOrDeletedAreReadBackTheSame(t *testing.T) {
	for _, sheet := range []string{"事项", "量化目标", "主要指标", "单位"} {
		for name, change := range map[string]func(rows []ooxml.Row) []ooxml.Row{
			"moved":   func(rows []ooxml.Row) []ooxml.Row { rows[0], rows[1] = rows[1], rows[0]; return rows },
			"deleted": func(rows []ooxml.Row) []ooxml.Row { return rows[:len(rows)-1] },
			"a blank one between": func(rows []ooxml.Row) []ooxml.Row {
				return append(rows[:1:1], append([]ooxml.Row{{}}, rows[1:]...)...)
			},
			"added": func(rows []ooxml.Row) []ooxml.Row {
				last := ooxml.Row{Cells: slices.Clone(rows[len(rows)-1].Cells)}
				for i := range last.Cells { // a number, or a name, of its own
					if c := &last.Cells[i]; slices.Contains([]string{"3", "1(1)-10", "2", "园区(筹、试)", "各有关单位"}, c.Text) {
						c.Text = map[string]string{"3": "5", "1(1)-10": "3-1", "2": "9", "园区(筹、试)": "南镇", "各有关单位": "各企业"}[c.Text]
					}
				}
				return append(rows, last)
			},
		} {
			b := book(t, written(t, small()))
			g := b.Sheet(sheet)
			g.Rows = append(g.Rows[:1:1], change(slices.Clone(g.Rows[1:]))...)
			for i := range g.Rows {
				g.Rows[i].R = i + 1
			}
			if p, _ := catalogue.Read(b); p == nil {
				t.Errorf("%s %s: not read", sheet, name)
			} else {
				stays(t, sheet+" "+name, p)
			}
		}
	}
}

// editing is what a clerk does with openpyxl's hands: rename, merge, move, add, delete.
const editing = `
import openpyxl, sys
wb = openpyxl.load_workbook(sys.argv[1])
def col(ws, h): return next(c.column for c in ws[1] if c.value == h)
u = wb['单位']; u.cell(3, col(u, '名称')).value = '县财政和国资局'
i = wb['事项']
i.cell(2, col(i, '牵头单位')).value = '县财政和国资局'; i.move_range(f'A4:{i.cell(4, i.max_column).coordinate}', rows=20)
t = wb['量化目标']; t.delete_rows(t.max_row)
k = wb['主要指标']; k.insert_rows(3); k.cell(2, col(k, '指标')).value = '工业产值(现价)'
wb['规划'].cell(2, 2).value = '某县工业发展规划(修订)'
wb.create_sheet('我的记录').append(['留着'])
wb.save(sys.argv[2])
`

func TestACatalogueEditedAndSavedElsewhereIsReadBackTheSame(t *testing.T) {
	trial.OnlyLong(t, "starts openpyxl and LibreOffice")
	folder := t.TempDir()
	from, to := filepath.Join(folder, "a.xlsx"), filepath.Join(folder, "b.xlsx")
	if err := os.WriteFile(from, written(t, small()), 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command(trial.Python(t, "openpyxl"), "-c", editing, from, to).CombinedOutput(); err != nil {
		t.Fatalf("%v %s", err, out)
	}
	data := trial.Got(os.ReadFile(to))(t)
	for name, data := range map[string][]byte{"openpyxl": data, "LibreOffice": trial.Converted(t, data, "xlsx")} {
		p, found := catalogue.Read(book(t, data))
		if p == nil || p.Title != "某县工业发展规划(修订)" || p.Unit("县财政和国资局") == nil || !strings.Contains(fmt.Sprint(p.Unit("县财政和国资局").Aliases), "县财政局") {
			t.Fatalf("%s: %v", name, found)
		}
		stays(t, name, p)
	}
}
