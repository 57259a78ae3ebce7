package intake

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"testing"

	"tianbao/seeds"
	"tianbao/seeds/finding"
	"tianbao/seeds/trial"
	"tianbao/workbook/ooxml"
)

func TestTheYearIsTheOneThatAllReturnsStateButAFew(t *testing.T) {
	p, _ := seeds.Plan()
	units := p.Reporters()
	for _, c := range []struct {
		name         string
		of2023, of24 int
		want         int
		mixed        bool
	}{
		{"none states any", 0, 0, 2022, false},
		{"one year", 0, 3, 2024, false},
		{"one of ten is of another", 1, 9, 2024, false},
		{"one of five is a fifth", 1, 4, 0, true},
		{"one of two", 1, 1, 0, true},
		{"four of twenty-one", 4, 17, 2024, false},
		{"five of thirty", 5, 25, 0, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			for i := range c.of2023 + c.of24 {
				year := 2024
				if i < c.of2023 {
					year = 2023
				}
				name := fmt.Sprintf("%d.xlsx", i)
				write(t, filepath.Join(dir, name), build(t, p, units[i].Name, year, nil))
			}
			b, err := Load(t.Context(), []string{dir}, Options{Plan: p, Otherwise: 2022, Limits: ooxml.DefaultLimits()})
			var mixed MixedYears
			if errors.As(err, &mixed) != c.mixed {
				t.Fatalf("%v", err)
			}
			if c.mixed {
				if len(mixed) != 2 || mixed[0].Returns+mixed[1].Returns != c.of2023+c.of24 {
					t.Errorf("%v", mixed)
				}
				return
			}
			strays := 0
			for _, f := range b.Files {
				if f.Findings.Has(finding.WrongYear) {
					strays++
				}
			}
			if b.Year != c.want || b.Forms.Frame.Year != c.want || strays != c.of2023 {
				t.Errorf("%d, %d of the wrong year", b.Year, strays)
			}
		})
	}
}

func TestAPlanThatNobodyNamedAsksForTheRightOne(t *testing.T) {
	p, _ := seeds.Plan()
	other, _ := seeds.Plan()
	other.ID = "ABC234"
	dir := t.TempDir()
	write(t, filepath.Join(dir, "a.xlsx"), build(t, other, "市科技局", 2024, answers))
	for _, assumed := range []bool{true, false} {
		b := trial.Got(Load(t.Context(), []string{dir}, Options{Plan: p, Assumed: assumed, Year: 2024, Limits: ooxml.DefaultLimits()}))(t)
		f := b.Files[0]
		if f.Outcome != Refused || f.Findings.Has(finding.PlanNeeded) != assumed || f.Findings.Has(finding.WrongPlan) == assumed {
			t.Errorf("assumed %v: %s %v", assumed, f.Outcome, f.Findings)
		}
	}
}

func TestWhyAFileDoesNotOpenIsSaidInTheClerksWords(t *testing.T) {
	for want, err := range map[string]error{
		"没有读取权限":      fs.ErrPermission,
		"找不到这个文件":     fs.ErrNotExist,
		"i/o timeout": errors.New("i/o timeout"),
	} {
		if got := reason(fmt.Errorf("x: %w", &fs.PathError{Op: "open", Path: "甲.xlsx", Err: err})); got != want {
			t.Errorf("%v: %q, want %q", err, got, want)
		}
	}
}
