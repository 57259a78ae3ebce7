package register

import (
	"path"
	"slices"
	"strings"

	"tianbao/seeds/finding"
	"tianbao/workbook/intake"
)

// claim gives what cannot be read as a return to the unit that it is named after, where
// that unit has sent nothing else: a guess good enough to ask again by. A file that was
// tried stays among the unassigned.
func claim(lines []Line, b *intake.Batch) {
	names := namesOf(b.Units)
	before := func(s intake.Status) bool { return s == intake.StatusMissing || s == intake.StatusUnreadable }
	unsettled := func(s intake.Status) bool { return s != intake.StatusAccepted && s != intake.StatusSeparate }
	for _, f := range b.Unassigned {
		if f.Outcome != intake.Unreadable {
			continue
		}
		if l := claimant(lines, names, f.Path, before); l != nil {
			l.claim(f.Path)
			l.Errors += f.Findings.Count(finding.Error)
			l.unread("“"+path.Base(f.Path)+"”", f)
		}
	}
	for _, beside := range b.Beside {
		name := "“" + path.Base(beside.Path) + "”"
		if beside.What == intake.Archive {
			if l := claimant(lines, names, beside.Path, unsettled); l != nil { // what mends the return may be in it
				l.claim(beside.Path)
				l.office = append(l.office, "报送了压缩包"+name+",请解压")
			}
			continue
		}
		if l := claimant(lines, names, beside.Path, before); l != nil {
			l.claim(beside.Path)
			l.asks = append(l.asks, "重新报送 .xlsx 格式的填报表(报来的"+name+"是"+beside.What.Word()+",不是填报表)")
		}
	}
}

// claim makes the unit one that sent what cannot be read.
func (l *Line) claim(file string) {
	if l.Status == intake.StatusMissing {
		l.Status, l.asks = intake.StatusUnreadable, nil
	}
	l.Files = append(l.Files, file)
}

// name is what files of a unit may be named after.
type name struct {
	unit int
	word string
}

// namesOf lists the names of the units and their aliases, and their names without the
// level of government where they are of one unit only.
func namesOf(units []intake.UnitResult) []name {
	var names []name
	short := map[string]int{}
	add := func(i int, word string) {
		names = append(names, name{i, word})
		if bare := bareName(word); bare != word {
			short[bare]++
			names = append(names, name{i, bare})
		}
	}
	for i := range units {
		add(i, units[i].Unit.Name)
		for _, word := range units[i].Unit.Aliases {
			add(i, word)
		}
	}
	return slices.DeleteFunc(names, func(n name) bool { return short[n.word] > 1 })
}

// bareName is a name without 市, 县, 区 before it; what is left is to say something.
func bareName(word string) string {
	const runes = 3
	for _, level := range []string{"省", "市", "县", "区", "州"} {
		if rest, ok := strings.CutPrefix(word, level); ok && len([]rune(rest)) >= runes {
			return rest
		}
	}
	return word
}

// claimant finds the unit that a file is named after, or the folder it lies in; nil
// where there is none, or where the unit stands so that the file says nothing.
func claimant(lines []Line, names []name, file string, wanted func(intake.Status) bool) *Line {
	for _, place := range []string{path.Base(file), path.Base(path.Dir(file))} {
		best := name{unit: -1}
		for _, n := range names {
			if strings.Contains(place, n.word) && len(n.word) > len(best.word) {
				best = n
			}
		}
		if best.unit < 0 {
			continue
		}
		if l := &lines[best.unit]; wanted(l.Status) {
			return l
		}
		return nil
	}
	return nil
}
