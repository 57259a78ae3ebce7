package xl

import (
	"fmt"
	"slices"
	"strconv"
)

// columns settles what was said of columns, ascending and without overlap; what
// was said later counts.
func (s *Sheet) columns() []width {
	var all []width
	for _, w := range s.widths {
		var kept []width
		for _, old := range all {
			if old.col1 < w.col1 {
				left := old
				left.col2 = min(old.col2, w.col1-1)
				kept = append(kept, left)
			}
			if old.col2 > w.col2 {
				right := old
				right.col1 = max(old.col1, w.col2+1)
				kept = append(kept, right)
			}
		}
		all = append(kept, w)
	}
	slices.SortFunc(all, func(a, b width) int { return a.col1 - b.col1 })
	return all
}

func (s *Sheet) appendColumns(buf []byte) []byte {
	all := s.columns()
	if len(all) == 0 {
		return buf
	}
	buf = append(buf, `<cols>`...)
	for _, w := range all {
		buf = fmt.Appendf(buf, `<col min="%d" max="%d" width="%s" customWidth="1"`, w.col1, w.col2, strconv.FormatFloat(w.chars, 'f', -1, 64))
		if w.hidden {
			buf = append(buf, ` hidden="1"`...)
		}
		buf = append(buf, `/>`...)
	}
	return append(buf, `</cols>`...)
}
