package store

import (
	"fmt"
	"strings"

	"tianbao/templates/layout"
)

// Text prints where figures come from, for a reader at a terminal. files tells by
// SHA-256 where the returned files lie now; all says to print what only programs ask
// for, and of each file that it was not found.
func (t *Trail) Text(files map[string]string, all bool) string {
	var b strings.Builder
	for _, a := range t.Absent {
		what := "未报送"
		switch {
		case a.Reported:
			what = "没有填这一项"
		case a.Sent:
			what = "报来的表没有采用"
		}
		fmt.Fprintf(&b, "%d年 %s %s %s%s\n", t.Year, layout.SheetOf(a.Sheet).Name, a.Ref, a.Unit, what)
	}
	for i := range t.Origins {
		t.Origins[i].print(&b, files, all)
	}
	return b.String()
}

func (o *Origin) print(b *strings.Builder, files map[string]string, all bool) {
	fmt.Fprintf(b, "%d年 %s %s %s\n", o.Year, layout.SheetOf(o.Sheet).Name, o.Ref, o.Column)
	fmt.Fprintf(b, "  单位:%s\n  位置:%s %s!%s\n", o.Unit, o.File, o.At.Sheet, o.At.Cell())
	fmt.Fprintf(b, "  原样:%s\n", o.Given)
	if o.Waits {
		b.WriteString("  取用:待核实(有错误,未计入)\n")
	} else {
		fmt.Fprintf(b, "  取用:%s\n", o.Taken)
	}
	if o.Ruled {
		fmt.Fprintf(b, "  核定:%s(依据:%s)\n", o.Counted, o.Ruling)
	} else if o.Counted != "" {
		fmt.Fprintf(b, "  汇总:%s\n", o.Counted)
	}
	if o.Revised != "" {
		fmt.Fprintf(b, "  修订:%s(%d年填报时修订)\n", o.Revised, o.In)
	}
	if all {
		fmt.Fprintf(b, "  哈希:%s\n", o.SHA256)
	}
	if path, ok := files[o.SHA256]; ok {
		fmt.Fprintf(b, "  文件:%s\n", path)
	} else if all && files != nil {
		b.WriteString("  文件:文件夹里没有这个哈希值的文件\n")
	}
}
