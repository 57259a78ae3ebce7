package intake

import (
	"fmt"
	"path/filepath"
	"testing"

	"tianbao/seeds"
	"tianbao/seeds/trial"
	"tianbao/templates"
	"tianbao/templates/layout"
	"tianbao/workbook/ooxml"
)

// The filled returns of all units of the built-in plan, read and checked by one
// worker.
func BenchmarkLoad(b *testing.B) {
	p, _ := seeds.Plan()
	dir := b.TempDir()
	builder, forms := templates.NewBuilder(), layout.NewForms(p, 2024, nil)
	for i, u := range p.Reporters() {
		data := trial.Got(builder.Build(forms.Of(u), templates.Options{Values: answers}))(b)
		write(b, filepath.Join(dir, fmt.Sprintf("%d.xlsx", i)), data)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Load(b.Context(), []string{dir}, Options{Plan: p, Year: 2024, Limits: ooxml.DefaultLimits(), Workers: 1, Drop: true}); err != nil {
			b.Fatal(err)
		}
	}
}
