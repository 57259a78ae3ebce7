package xl

import (
	"fmt"
	"io"
	"slices"
	"sort"
	"strconv"
	"time"

	"github.com/xuri/excelize/v2"
)

// render writes the book through the library, each part of it at the moment the
// library asks for it.
func (b *Book) render(w io.Writer) error {
	f := excelize.NewFile()
	defer f.Close()
	done := b.palette.lend(f)
	if err := b.prepare(f); err != nil {
		return err
	}
	for _, s := range b.sheets {
		if err := s.render(f); err != nil {
			return fmt.Errorf("工作表 %s: %w", s.name, err)
		}
	}
	own, err := b.own(f)
	if err != nil {
		return err
	}
	done()
	return save(w, f, b.palette.stock, own)
}

// own is what is put in the place of what the library writes, by part.
func (b *Book) own(f *excelize.File) (map[string]filling, error) {
	own := map[string]filling{}
	for i, s := range b.sheets {
		own[fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1)] = filling{place: noRows, lean: leanSheet, write: s.writeTable}
	}
	if err := b.ownCharts(own); err != nil {
		return nil, err
	}
	names, err := b.nameText()
	if err != nil || len(names) == 0 {
		return own, err
	}
	own[workbookPart] = filling{place: namePlace, write: writing(names)}
	return own, f.SetDefinedName(&excelize.DefinedName{Name: nameMark, RefersTo: "0"})
}

// ownCharts adds the parts of charts and of the drawings that hold them.
func (b *Book) ownCharts(own map[string]filling) error {
	charts, drawings := 0, 0
	for _, s := range b.sheets {
		if len(s.charts) == 0 {
			continue
		}
		for _, c := range s.charts {
			all, err := b.resolve(c)
			if err != nil {
				return fmt.Errorf("工作表 %s: %w", s.name, err)
			}
			charts++
			own["xl/charts/chart"+strconv.Itoa(charts)+".xml"] = filling{write: writing(chartXML(c, all))}
		}
		drawings++
		own["xl/drawings/drawing"+strconv.Itoa(drawings)+".xml"] = filling{write: writing(drawingXML(s.charts))}
	}
	return nil
}

// writing writes what is ready.
func writing(data []byte) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	}
}

// prepare makes the sheets, so that names and links find them, and what belongs
// to the book.
func (b *Book) prepare(f *excelize.File) error {
	if err := f.SetSheetName("Sheet1", b.sheets[0].name); err != nil {
		return err
	}
	for _, s := range b.sheets[1:] {
		if _, err := f.NewSheet(s.name); err != nil {
			return fmt.Errorf("工作表 %s: %w", s.name, err)
		}
	}
	for i, s := range b.sheets {
		f.WorkBook.Sheets.Sheet[i].State = [...]string{"", "veryHidden"}[s.state]
	}
	f.SetActiveSheet(b.firstSeen())
	return f.SetDocProps(b.props.library())
}

// firstSeen is the active sheet, or the first one that is visible.
func (b *Book) firstSeen() int {
	if b.active >= 0 && b.sheets[b.active].state == Visible {
		return b.active
	}
	return slices.IndexFunc(b.sheets, func(s *Sheet) bool { return s.state == Visible })
}

func (p Props) library() *excelize.DocProperties {
	modified := p.Modified
	if modified.IsZero() {
		modified = p.Created
	}
	out := &excelize.DocProperties{
		Title: cleanText(p.Title), Creator: Creator, LastModifiedBy: Creator, Language: "zh-CN",
		Created:  p.Created.UTC().Format(time.RFC3339),
		Modified: modified.UTC().Format(time.RFC3339),
	}
	if p.Revision > 0 {
		out.Revision = strconv.Itoa(p.Revision)
	}
	return out
}

func (s *Sheet) render(f *excelize.File) error {
	for _, step := range []func(*excelize.File) error{
		s.renderView,
		s.renderChecks,
		s.renderPrint,
		s.renderExtras,
		s.renderFrame, // last: it closes the sheet
	} {
		if err := step(f); err != nil {
			return err
		}
	}
	return nil
}

func (s *Sheet) renderView(f *excelize.File) error {
	fit, above := s.print != nil, !s.summaryTop
	props := &excelize.SheetPropsOptions{FitToPage: &fit, OutlineSummaryBelow: &above}
	if s.tab != "" {
		opaque := "FF" + s.tab
		props.TabColorRGB = &opaque
	}
	if err := f.SetSheetProps(s.name, props); err != nil {
		return err
	}
	view, grid := &excelize.ViewOptions{}, !s.bare
	view.ShowGridLines = &grid
	if err := f.SetSheetView(s.name, 0, view); err != nil {
		return err
	}
	return f.SetSheetDimension(s.name, s.used().String())
}

func (s *Sheet) renderChecks(f *excelize.File) error {
	for _, v := range s.validations {
		if err := f.AddDataValidation(s.name, v.library()); err != nil {
			return err
		}
	}
	return nil
}

func (s *Sheet) renderPrint(f *excelize.File) error {
	if s.print == nil {
		return nil
	}
	if err := f.SetPageLayout(s.name, s.print.layout()); err != nil {
		return err
	}
	if err := f.SetPageMargins(s.name, s.print.margins()); err != nil {
		return err
	}
	header, footer := s.print.Header.code(), s.print.Footer.code()
	if header == "" && footer == "" {
		return nil
	}
	return f.SetHeaderFooter(s.name, &excelize.HeaderFooterOptions{OddHeader: header, OddFooter: footer})
}

func (s *Sheet) renderExtras(f *excelize.File) error {
	for _, l := range s.links {
		if err := f.SetCellHyperLink(s.name, l.from, l.to, "Location"); err != nil {
			return err
		}
	}
	for _, r := range s.asText {
		if err := f.AddIgnoredErrors(s.name, r.String(), excelize.IgnoredErrorsNumberStoredAsText); err != nil {
			return err
		}
	}
	for _, c := range s.charts {
		if err := f.AddChart(s.name, Cell(c.At.Row1, c.At.Col1), plumbing(c)); err != nil {
			return err
		}
	}
	return nil
}

// renderFrame writes the sheet but for its columns and rows, which writeTable puts in.
func (s *Sheet) renderFrame(f *excelize.File) error {
	w, err := f.NewStreamWriter(s.name)
	if err != nil {
		return err
	}
	if s.freeze != nil {
		if err := w.SetPanes(panes(s.freeze[0], s.freeze[1])); err != nil {
			return err
		}
	}
	return w.Flush()
}

func panes(row, col int) *excelize.Panes {
	pane := "bottomRight"
	switch {
	case row == 1:
		pane = "topRight"
	case col == 1:
		pane = "bottomLeft"
	}
	at := Cell(row, col)
	return &excelize.Panes{
		Freeze: true, XSplit: col - 1, YSplit: row - 1, TopLeftCell: at, ActivePane: pane,
		Selection: []excelize.Selection{{Pane: pane, ActiveCell: at, SQRef: at}},
	}
}

// save writes the file with its entries in order, what is our own in its place. The
// library's writer is not used: it gathers the whole file in memory first.
func save(w io.Writer, f *excelize.File, s *stock, own map[string]filling) error {
	d, o := f.ContentTypes.Defaults, f.ContentTypes.Overrides
	sort.Slice(d, func(i, j int) bool { return d[i].Extension < d[j].Extension })
	sort.Slice(o, func(i, j int) bool { return o[i].PartName < o[j].PartName })
	f.SetZipWriter(func(io.Writer) excelize.ZipWriter { return &archive{out: w, stock: s, own: own} })
	return f.Write(io.Discard)
}
