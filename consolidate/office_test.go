package consolidate

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"testing"

	"tianbao/workbook/ooxml"
)

// office converts a workbook in LibreOffice. The test is skipped where that is
// missing, but never in CI.
func office(t *testing.T, data []byte, to string) []byte {
	t.Helper()
	if testing.Short() {
		t.Skip("starts LibreOffice")
	}
	program, err := exec.LookPath("soffice")
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("soffice is missing in CI")
		}
		t.Skip("soffice is not installed")
	}
	dir := t.TempDir()
	in := filepath.Join(dir, "in.xlsx")
	if err := os.WriteFile(in, data, 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(program, "-env:UserInstallation=file://"+dir+"/lo", "--headless", "--convert-to", to, "--outdir", dir+"/out", in).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	files, _ := filepath.Glob(dir + "/out/*")
	if len(files) != 1 {
		t.Fatalf("%s", out)
	}
	converted, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	return converted
}

var cached = regexp.MustCompile(`</f><v>[^<]*</v>`)

// uncached takes the stored results of all formulas away, so that whoever opens
// the workbook has to compute them.
func uncached(t *testing.T, data []byte) []byte {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	formulas := 0
	for _, f := range r.File {
		part, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(part)
		if err != nil {
			t.Fatal(err)
		}
		formulas += len(cached.FindAll(body, -1))
		to, err := w.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := to.Write(cached.ReplaceAll(body, []byte("</f>"))); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil || formulas < 30 {
		t.Fatalf("%d formulas, %v", formulas, err)
	}
	return out.Bytes()
}

// The totals on 总体情况 are formulas; what LibreOffice computes is what was stored.
func TestTheOverviewsFormulasComputeToTheirStoredValues(t *testing.T) {
	p := townPlan()
	data, err := Render(merged(t, Input{Plan: p, Year: 2024, Batch: batchOf(p, 2024, nil, year2024()...)}))
	if err != nil {
		t.Fatal(err)
	}
	stored, computed := opened(t, data).Sheet(sheetOverview), opened(t, office(t, uncached(t, data), "xlsx:Calc MS Excel 2007 XML")).Sheet(sheetOverview)
	count := 0
	for _, r := range stored.Rows {
		for _, c := range r.Cells {
			if c.Formula == ooxml.Plain {
				continue
			}
			count++
			if got := cellText(computed, r.R, c.Col); !same(got, c.Text) {
				t.Errorf("row %d, column %d: stored %s, computed %s", r.R, c.Col, c.Text, got)
			}
		}
	}
	if count < 30 {
		t.Errorf("only %d formulas", count)
	}
}

// A summary that was opened and saved in LibreOffice serves as last year's, and for
// rulings and trace.
func TestASummarySavedByLibreOfficeIsStillOne(t *testing.T) {
	p := townPlan()
	data, err := Render(merged(t, Input{Plan: p, Year: 2024, Batch: batchOf(p, 2024, nil, year2024()...)}))
	if err != nil {
		t.Fatal(err)
	}
	book := opened(t, office(t, ruled(t, data, "8.1", "以统计公报为准"), "xlsx:Calc MS Excel 2007 XML"))
	if h, list := ReadHistory(book, p); h == nil || h.Last != 2024 {
		t.Fatalf("%+v", list)
	}
	if r, list := ReadRulings(book, p); r == nil || len(r.List) != 1 || r.List[0].Value != "8.1" {
		t.Fatalf("%+v %+v", r, list)
	}
	if o, _, err := Trace(book, p, "主要目标一览表!N4"); err != nil || o[0].Given != " 6.1 " {
		t.Fatalf("%v %+v", err, o)
	}
}
