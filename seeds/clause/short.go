package clause

import (
	"strings"
	"unicode/utf8"
)

// InShort is a name with the short forms of what an office is called: 县人民政府办公室, 县政府办.
func InShort(name string) string {
	return strings.NewReplacer("办公室", "办", "委员会", "委", "人民政府", "政府").Replace(name)
}

// Abbreviates reports whether the first name leaves characters of the second out,
// both beginning and ending alike: 市发改委 and 市发展改革委, 市人社局 and
// 市人力资源和社会保障局.
func Abbreviates(short, long string) bool {
	if utf8.RuneCountInString(short) >= utf8.RuneCountInString(long) {
		return false // told before anything is made of the names: a register compares all with all
	}
	s, l := []rune(short), []rune(long)
	if len(s) < 3 || s[0] != l[0] || s[len(s)-1] != l[len(l)-1] {
		return false
	}
	at := 0
	for _, r := range l {
		if at < len(s) && s[at] == r {
			at++
		}
	}
	office := strings.ContainsRune("局委办厅部", s[len(s)-1])
	return at == len(s) && (len(s)*2 > len(l) || len(s) > 3 && len(s)*3 > len(l) && office && Level(short) != "")
}
