package main

import (
	"context"

	"tianbao/cmd/tianbao/internal/office"
	"tianbao/cmd/tianbao/internal/page"
	"tianbao/consolidate"
	"tianbao/workbook/intake"
	"tianbao/workbook/intake/register"
)

// results writes the page of results. That it cannot be written is said, and no reason
// to stop.
func (d *desk) results(ctx context.Context, j office.Job, batch *intake.Batch, lines []register.Line, sum *consolidate.Summary) {
	seen, err := office.See(ctx, j, batch, lines, sum)
	if seen == nil && err == nil {
		return
	}
	var data []byte
	if err == nil {
		data, err = page.Write(page.Show(seen))
	}
	if err == nil {
		err = office.WriteResults(ctx, j, data)
	}
	if err != nil {
		d.say("没有写成“%s”:%s", office.ResultsPath, office.Explain(err))
		return
	}
	d.say("结果也写在“%s”里,双击打开,可以打印。", office.ResultsPath)
}
