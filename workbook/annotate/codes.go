package annotate

import (
	"fmt"
	"regexp"
	"strings"

	"tianbao/templates/layout"
)

// codes replaces the report codes of a workbook by those of its next 版次.
type codes struct {
	old  *regexp.Regexp
	next string
}

func codeOf(id, next layout.Identity) codes {
	old := fmt.Sprintf("(?i)%s-%s-%d-[0-9]+-[0-9]+-[0-9A-Z]", regexp.QuoteMeta(id.PlanID), regexp.QuoteMeta(id.UnitID), id.Year)
	return codes{regexp.MustCompile(old), next.Code()}
}

func (c codes) raise(text string) string { return c.old.ReplaceAllLiteralString(text, c.next) }

// stampStrings raises the codes among the shared strings.
func (b *book) stampStrings(code codes) error {
	l := b.links.kind("sharedStrings")
	if l == nil {
		return nil
	}
	raw, err := readText(b.parts, l.target)
	if err != nil {
		return err
	}
	doc := string(raw)
	if raised := code.raiseStrings(doc); raised != doc {
		b.parts.Write(l.target, []byte(raised))
	}
	return nil
}

// A string of characters that differ in looks is in runs, and the code may be
// parted between them.
var (
	strung  = regexp.MustCompile(`(?s)<(?:[\w.-]+:)?(?:si|is)(?:\s[^>]*)?>.*?</(?:[\w.-]+:)?(?:si|is)>`)
	guides  = regexp.MustCompile(`(?s)<(?:[\w.-]+:)?rPh[\s>].*?</(?:[\w.-]+:)?rPh>`)
	runText = regexp.MustCompile(`<(?:[\w.-]+:)?t(?:\s[^>]*)?>([^<]*)</`)
)

// raiseStrings raises the codes in a part, or in some of it, that holds strings.
func (c codes) raiseStrings(doc string) string {
	return strung.ReplaceAllStringFunc(c.raise(doc), func(s string) string {
		if runs := runText.FindAllStringSubmatchIndex(s, 2); len(runs) < 2 {
			return s
		}
		return c.raiseRuns(s)
	})
}

// raiseRuns puts the next code where the old one begins, and leaves of the runs after
// what does not belong to it. Phonetic guides are no text.
func (c codes) raiseRuns(s string) string {
	beside := guides.FindAllStringIndex(s, -1)
	var runs [][2]int
	var joined strings.Builder
	for _, m := range runText.FindAllStringSubmatchIndex(s, -1) {
		if len(beside) > 0 && m[0] >= beside[0][0] { // guides are behind the runs
			break
		}
		runs = append(runs, [2]int{m[2], m[3]})
		joined.WriteString(s[m[2]:m[3]])
	}
	at := c.old.FindStringIndex(joined.String())
	if at == nil {
		return s
	}
	var e edits
	begin := 0 // of the run, among the joined ones
	for _, r := range runs {
		end := begin + r[1] - r[0]
		from, to := max(at[0], begin), min(at[1], end)
		switch put := r[0] - begin; {
		case from >= to:
		case from == at[0]:
			e.replace(from+put, to+put, c.next)
		default:
			e.replace(from+put, to+put, "")
		}
		begin = end
	}
	return string(e.apply([]byte(s)))
}
