package xl

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// workbookPart is where the library keeps what belongs to the whole book.
const workbookPart = "xl/workbook.xml"

// nameMark is a name that the library writes where those of the book belong. Its
// own way looks through all names for each, and escapes every quote of a formula.
const nameMark = "tianbao.mark"

var namePlace = []byte(`<definedName name="` + nameMark + `">0</definedName>`)

// nameText writes the names of the book and of its sheets.
func (b *Book) nameText() ([]byte, error) {
	names := slices.Clone(b.names)
	for _, s := range b.sheets {
		names = append(names, s.sheetNames()...)
	}
	buf, taken := []byte(nil), map[[2]string]bool{}
	for _, n := range names {
		key := [2]string{n.scope, strings.ToLower(n.name)}
		if taken[key] {
			return nil, fmt.Errorf("名称 %s 重复", n.name)
		}
		taken[key] = true
		buf = b.appendName(buf, n)
	}
	return buf, nil
}

func (b *Book) appendName(buf []byte, n definedName) []byte {
	buf = append(append(buf, `<definedName name="`...), n.name...)
	if n.scope != "" {
		at := slices.IndexFunc(b.sheets, func(s *Sheet) bool { return s.name == n.scope })
		buf = strconv.AppendInt(append(buf, `" localSheetId="`...), int64(at), 10)
	}
	if n.hidden {
		buf = append(buf, `" hidden="1`...)
	}
	buf = appendEscaped(append(buf, `">`...), n.refers)
	return append(buf, `</definedName>`...)
}

// sheetNames are the names that belong to a sheet: what its filter covers, what is
// printed, what is repeated on every page.
func (s *Sheet) sheetNames() []definedName {
	var names []definedName
	if s.filter != nil {
		names = append(names, definedName{name: "_xlnm._FilterDatabase", refers: Ref(s.name, *s.filter), scope: s.name, hidden: true})
	}
	if s.print == nil {
		return names
	}
	if s.print.Area != nil {
		names = append(names, definedName{name: "_xlnm.Print_Area", refers: Ref(s.name, *s.print.Area), scope: s.name})
	}
	if t := s.print.titles(s.name); t != "" {
		names = append(names, definedName{name: "_xlnm.Print_Titles", refers: t, scope: s.name})
	}
	return names
}
