// Package catalogue is the plan as a workbook that a clerk reviews and edits (任务清单):
// Write makes one of a Plan, Read takes it back with findings at its cells, Check says
// what is odd about a plan wherever it came from. It does not read plan documents.
package catalogue

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/shopspring/decimal"

	"tianbao/seeds/finding"
	"tianbao/seeds/plan"
	"tianbao/seeds/text"
	"tianbao/templates/xl"
)

// The sheets of the catalogue workbook.
const (
	sheetPlan       = "规划"
	sheetItems      = "事项"
	sheetTargets    = "量化目标"
	sheetIndicators = "主要指标"
	sheetUnits      = "单位"
)

// field is a column of a catalogue sheet: its heading, how it looks, how a row
// writes it and how it is read back.
type field[R any] struct {
	heading string
	also    []string // other headings it is known by
	dated   bool     // the heading may begin with any year
	must    bool     // the sheet cannot be read without it
	width   float64
	hidden  bool
	grey    bool   // for reference, not read
	figure  bool   // numbers stand as numbers
	list    string // defined name of its choices
	hint    string // prompt where the cursor is
	write   func(*R) string
	read    func(*R, entry)
}

// textField is a column whose words stand in the row as they are.
func textField[R any](heading string, width float64, at func(*R) *string) field[R] {
	return field[R]{heading: heading, width: width,
		write: func(r *R) string { return *at(r) },
		read:  func(r *R, e entry) { *at(r) = e.text }}
}

// wholeField is a column of whole numbers; blank is 0.
func wholeField[R any](heading string, width float64, at func(*R) *int) field[R] {
	return field[R]{heading: heading, width: width, figure: true,
		write: func(r *R) string { return text.Some(*at(r)) },
		read:  func(r *R, e entry) { e.wholeInto(at(r), 0, 99999, "数字") }}
}

// Write returns the plan as a workbook to review and edit. What was
// found while reading the document may be handed in; together with the findings
// of Check it is in the column 审核意见 of its row. Read gives the same
// plan back.
func Write(p *plan.Plan, found ...finding.Finding) ([]byte, error) {
	w := &catalogueWriter{plan: p, remarks: map[string][]string{}}
	w.book = xl.New(xl.Props{Title: p.Title + "任务清单", Created: catalogueDay(p)})
	w.sort(Review(p, found))
	w.settings()
	writeSheet(w, sheetItems, itemFields(), itemRows(p), (*itemRow).ref)
	targets, indicators := targetRows(p), indicatorRows(p)
	writeSheet(w, sheetTargets, targetFields(p.Period, knownYears(p.Period, targets, targetYears())), targets, (*targetRow).id)
	writeSheet(w, sheetIndicators, indicatorFields(p.Period, knownYears(p.Period, indicators, indicatorYears())), indicators, (*indicatorRow).no)
	writeSheet(w, sheetUnits, unitFields(), unitRows(p), (*unitRow).name)
	w.lists()
	return w.book.Bytes()
}

// catalogueWriter holds the book and its styles while it is written.
type catalogueWriter struct {
	plan    *plan.Plan
	book    *xl.Book
	remarks map[string][]string // by sheet, "|" and row key
	general []string            // remarks of no row
}

// The looks of what is not read: what is there for reference, and remarks.
var (
	reference = xl.Look{Fill: "F2F2F2", Color: "595959"}
	remarked  = xl.Look{Color: "C00000"}
)

// catalogueDay is the workbook's date: the first day of the plan.
func catalogueDay(p *plan.Plan) time.Time {
	year := p.Period.First
	if year < 1980 || year > 9999 {
		year = 1980
	}
	return time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC)
}

// sort gives every finding the row it belongs to.
func (w *catalogueWriter) sort(found finding.List) {
	for i := range found {
		f := &found[i]
		text := remarkText(f)
		if key := w.keyOf(f); key == "" {
			w.general = append(w.general, text)
		} else if !slices.Contains(w.remarks[key], text) {
			w.remarks[key] = append(w.remarks[key], text)
		}
	}
}

func (w *catalogueWriter) keyOf(f *finding.Finding) string {
	sheet := cmp.Or(f.Place.Sheet, sheetItems)
	ref := f.Ref
	if ref == "" && sheet == sheetItems && f.Place.Row > 0 {
		for i := range w.plan.Items {
			if w.plan.Items[i].Line == f.Place.Row {
				ref = w.plan.Items[i].Ref
			}
		}
	}
	if ref == "" {
		return ""
	}
	return sheet + "|" + ref
}

func remarkText(f *finding.Finding) string {
	said := f.Severity.Word() + ":" + text.Worded(f.Message)
	if f.Given != "" {
		said += "(" + f.Given + ")"
	}
	if f.Hint != "" {
		said += "。" + text.Worded(f.Hint)
	}
	return said
}

// writeSheet writes a sheet from its declaration. key names a row as findings do. What the
// program remarks, and columns to the right that nobody has used, are not printed.
func writeSheet[R any](w *catalogueWriter, name string, fields []field[R], rows []R, key func(*R) string) {
	t, used := w.table(name, heldCols), heldCols
	for _, f := range fields {
		c := xl.TableColumn{Heading: f.heading, Width: f.width, Hidden: f.hidden}
		if f.grey {
			c.Look = reference
		}
		t.Columns = append(t.Columns, c)
	}
	t.Columns = append(t.Columns, xl.TableColumn{Heading: headRemark, Width: 44, Look: remarked})
	for i := range rows {
		var cells []xl.Entry
		for c, f := range fields {
			words := f.write(&rows[i])
			if words != "" {
				used = max(used, c+1)
			}
			cells = append(cells, cellOf(words, f.figure))
		}
		t.Rows = append(t.Rows, xl.TableRow{Cells: append(cells, xl.Entry{Text: strings.Join(w.remarks[name+"|"+key(&rows[i])], "\n")})})
	}
	t.Columns[used].Aside = true
	s := w.book.Table(t)
	for c, f := range fields {
		w.help(s, f.heading, f.hint, f.list, xl.Column(c+1, 2, max(len(rows)+1, 2)+spareRows))
	}
}

func (w *catalogueWriter) table(name string, held int) *xl.Table {
	return &xl.Table{Name: name, Office: w.plan.Office, Held: held, Use: xl.ToEdit}
}

const (
	headRemark = "审核意见"
	heldCols   = 3   // columns held in place, and repeated on every page
	spareRows  = 200 // rows below the last that have dropdowns too
)

// cellOf is a number where reading it back gives the same text.
func cellOf(words string, figure bool) xl.Entry {
	if d, ok := text.Decimal(words); ok && figure && text.IsPlain(words) {
		return xl.Entry{Number: decimal.NewNullDecimal(d)}
	}
	return xl.Entry{Text: words}
}

// help puts a prompt and a dropdown on a column.
func (w *catalogueWriter) help(s *xl.Sheet, heading, hint, list string, cells xl.Range) {
	if hint == "" && list == "" {
		return
	}
	v := xl.Validation{Cells: []xl.Range{cells}, Rule: xl.AnyValue, PromptTitle: heading, Prompt: hint}
	if list != "" {
		v.Rule, v.A = xl.List, list
		v.ErrorTitle, v.Error = heading, "下拉列表中没有这一项"
		if openLists[list] {
			v.Strictness = xl.Ask
		}
	}
	s.Validate(v)
}

// lists writes the choices of the dropdowns on a sheet of their own. Units are
// chosen from their sheet.
func (w *catalogueWriter) lists() {
	s := w.book.Sheet("_tianbao")
	s.Show(xl.VeryHidden)
	for c, l := range catalogueLists(w.plan) {
		for i, choice := range l.choices {
			s.Text(i+1, c+1, choice, 0)
		}
		w.book.Name(l.name, xl.Ref(s.Name(), xl.Column(c+1, 1, len(l.choices))))
	}
	name := slices.IndexFunc(unitFields(), func(f field[unitRow]) bool { return f.must }) + 1
	w.book.Name(listUnit, xl.Ref(sheetUnits, xl.Column(name, 2, len(w.plan.Units)+1+spareRows)))
}

type choiceList struct {
	name    string
	choices []string
}

const (
	listOp     = "catalogue.op"
	listBasis  = "catalogue.basis"
	listDoubt  = "catalogue.doubt"
	listDuty   = "catalogue.duty"
	listNature = "catalogue.nature"
	listKind   = "catalogue.kind"
	listUnit   = "catalogue.unit"

	listCounting = "catalogue.counting"
	listVerdict  = "catalogue.verdict"
)

// openLists propose: other words are asked about and let in. A cell may hold
// several duties.
var openLists = map[string]bool{listDuty: true, listNature: true, listKind: true, listUnit: true, listVerdict: true}

func catalogueLists(p *plan.Plan) []choiceList {
	var kinds []string
	for _, u := range p.Units {
		if u.Kind != "" && !slices.Contains(kinds, u.Kind) {
			kinds = append(kinds, u.Kind)
		}
	}
	return []choiceList{
		{listOp, text.Each(opWords, func(o opWord) string { return o.word })}, {listBasis, text.Each(allBases, plan.Basis.Word)}, {listDoubt, []string{doubtful}},
		{listDuty, text.Each(plan.Duties(), func(d plan.Duty) string { return string(d) })},
		{listNature, []string{plan.Expected, plan.Binding}},
		{listCounting, []string{string(plan.CountsNew), string(plan.CountsAll)}},
		{listVerdict, p.VerdictWords()},
		{listKind, append(kinds, kindGroup)},
	}
}
