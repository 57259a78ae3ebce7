package office

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"tianbao/consolidate/report"
	"tianbao/seeds/trial"
	"tianbao/templates/docx"
	"tianbao/workbook/ooxml"
)

// reporting is a folder to which nobody has sent anything yet.
func reporting(t *testing.T, output string) ConsolidateOptions {
	t.Helper()
	dir := t.TempDir()
	trial.Must(t, os.Mkdir(filepath.Join(dir, ReturnDir), 0o755))
	return ConsolidateOptions{Job: Job{Dir: dir, Year: 2024, Limits: ooxml.DefaultLimits()}, Paths: []string{filepath.Join(dir, ReturnDir)}, Output: filepath.Join(dir, output)}
}

func TestAReportIsWrittenAnewUntilSomebodyWorksOnIt(t *testing.T) {
	o := reporting(t, "2024年度监测报告.docx")
	done := trial.Got(Consolidate(context.Background(), o))(t)
	if done.Material != filepath.Join(o.Dir, MaterialName) || !exists(done.Material) {
		t.Errorf("the material is at %q", done.Material)
	}
	first := trial.Got(os.ReadFile(o.Output))(t)
	other := o
	other.For = Congress
	if _, err := Consolidate(context.Background(), other); err != nil {
		t.Errorf("a report that nobody touched is not replaced: %v", err)
	}
	touched := trial.Repacked(t, first, func(_ string, part []byte) []byte {
		return bytes.ReplaceAll(part, []byte("【主送机关】"), []byte("市人民政府"))
	})
	trial.Must(t, os.WriteFile(o.Output, touched, 0o600))
	var different *Different
	if _, err := Consolidate(context.Background(), o); !errors.As(err, &different) {
		t.Errorf("a report that somebody worked on: %v", err)
	}
	if now, _ := os.ReadFile(o.Output); !bytes.Equal(now, touched) {
		t.Error("it was changed")
	}
}

func TestTheOfficesOwnFormIsFilledAndStaysAsItIs(t *testing.T) {
	o := reporting(t, "报告.docx")
	d := docx.New(docx.Props{Title: "本单位"})
	d.Para(docx.Text("{{年度}}年,{{不认识的}}"))
	form := trial.Got(d.Bytes())(t)
	o.Form = filepath.Join(o.Dir, "本单位.docx")
	trial.Must(t, os.WriteFile(o.Form, form, 0o600))
	done, err := Consolidate(context.Background(), o)
	if err != nil || len(done.Unknown) != 1 || done.Unknown[0] != "不认识的" {
		t.Fatalf("%v %+v", err, done)
	}
	if filled := trial.Parts(t, must(os.ReadFile(o.Output)))["word/document.xml"]; !bytes.Contains([]byte(filled), []byte("2024年,{{不认识的}}")) {
		t.Error(filled)
	}
	if now := must(os.ReadFile(o.Form)); !bytes.Equal(now, form) {
		t.Error("the form was changed")
	}
	o.Output = o.Form
	if _, err := Consolidate(context.Background(), o); err == nil || !bytes.Equal(must(os.ReadFile(o.Form)), form) {
		t.Errorf("the form was written over: %v", err)
	}
}

func TestForAndFormAreOfReportsOnly(t *testing.T) {
	for _, change := range []func(*ConsolidateOptions){
		func(o *ConsolidateOptions) { o.For = Congress; o.Output = "" },
		func(o *ConsolidateOptions) { o.For = "政协" },
		func(o *ConsolidateOptions) { o.Form = "本单位.docx"; o.Output = "汇总.xlsx" },
	} {
		o := reporting(t, "报告.docx")
		change(&o)
		if _, err := Consolidate(context.Background(), o); err == nil {
			t.Errorf("%+v: no error", o)
		}
	}
}

func must(data []byte, err error) []byte {
	if err != nil {
		panic(err)
	}
	return data
}

// The table is described beside it, unless somebody else's description lies there.
func TestTheTableIsDescribedBesideIt(t *testing.T) {
	dir := t.TempDir()
	returns := filepath.Join(dir, ReturnDir)
	trial.Must(t, os.Mkdir(returns, 0o755))
	filled(t, returns, "市司法局", 1)
	o := reporting(t, "")
	o.Dir, o.Paths, o.Output = dir, []string{returns}, filepath.Join(dir, "明细.csv")
	about := filepath.Join(dir, report.DataPackageName)
	for range 2 { // the second time all is there already
		if _, err := Consolidate(t.Context(), o); err != nil {
			t.Fatal(err)
		}
		if data := must(os.ReadFile(about)); !report.DescribesOurs(data) {
			t.Errorf("%s", data)
		}
	}
	other := []byte(`{"name":"other"}`)
	trial.Must(t, os.WriteFile(about, other, 0o600))
	if _, err := Consolidate(t.Context(), o); err != nil {
		t.Fatal(err)
	}
	if data := must(os.ReadFile(about)); string(data) != string(other) {
		t.Errorf("somebody else's description was replaced: %s", data)
	}
}

func TestWhatCannotBeToldLeavesTheRegisterAsItWas(t *testing.T) {
	dir := t.TempDir()
	trial.Must(t, os.Mkdir(filepath.Join(dir, ReturnDir), 0o755))
	full := errors.New("no space left on the other side")
	o := StatusOptions{Job: Job{Dir: dir, Year: 2024, Limits: ooxml.DefaultLimits()}, Paths: []string{filepath.Join(dir, ReturnDir)}}
	o.Tell = func(done *Registered) error {
		if len(done.Lines) == 0 || exists(done.Output) {
			t.Errorf("%d units are told of, the register is there: %v", len(done.Lines), exists(done.Output))
		}
		return full
	}
	if _, err := Status(context.Background(), o); !errors.Is(err, full) {
		t.Errorf("the error is %v", err)
	}
	left, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil || len(left) != 1 {
		t.Errorf("%v %v", left, err)
	}
	o.Tell = nil
	if done, err := Status(context.Background(), o); err != nil || !exists(done.Output) {
		t.Errorf("%+v %v", done, err)
	}
}
