package store

import (
	"fmt"
	"strings"

	"tianbao/templates/layout"
)

// Trail prints where figures come from, for a reader at a terminal. files tells by
// SHA-256 where the returned files lie now; a hash that is not in it is printed as
// not found only where files is not nil.
func Trail(origins []Origin, files map[string]string) string {
	var b strings.Builder
	for i := range origins {
		o := &origins[i]
		fmt.Fprintf(&b, "%d年 %s %s %s\n", o.Year, layout.SheetOf(o.Sheet).Name, o.Ref, o.Column)
		fmt.Fprintf(&b, "  单位:%s\n  位置:%s %s!%s\n", o.Unit, o.File, o.At.Sheet, o.At.Cell())
		fmt.Fprintf(&b, "  原样:%s\n  取用:%s\n", o.Given, o.Taken)
		if o.Ruled {
			fmt.Fprintf(&b, "  核定:%s(依据:%s)\n", o.Counted, o.Ruling)
		} else if o.Counted != "" {
			fmt.Fprintf(&b, "  汇总:%s\n", o.Counted)
		}
		fmt.Fprintf(&b, "  哈希:%s\n", o.SHA256)
		if files == nil {
			continue
		}
		if path, ok := files[o.SHA256]; ok {
			fmt.Fprintf(&b, "  文件:%s\n", path)
		} else {
			b.WriteString("  文件:所给文件夹里没有这个哈希值的文件\n")
		}
	}
	return b.String()
}
