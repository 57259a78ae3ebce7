package reading

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"tianbao/seeds/text"
)

// unitLabels and asideLabels are what stands before the names, and before what
// names nobody, in a labelled clause.
const (
	unitLabels   = `(?:牵头|主办|主责|主要责任|责任|负责|落实|实施|承办|配合|协办|参与|参加|协助|协同|协作)(?:责任)?(?:单位|部门|主体)`
	lineLabels   = `(?:牵头|主责|主要责任|责任|负责|落实|实施|配合|参与|参加|协助|协同|协作)(?:责任)?(?:单位|部门|主体)`
	personLabels = `(?:牵头|责任|分管|配合|包保|包联)?(?:[省市县区州]级?)?(?:领导|负责人|责任人)|责任人|联系人`
	asideLabels  = personLabels + `|完成时限|完成时间|完成日期|时限要求|时间节点|进度安排|时限`
)

var (
	labelWord = regexp.MustCompile(`\[(` + unitLabels + `|` + asideLabels + `)\]\s*:?|(` + unitLabels + `|` + asideLabels + `|牵头|配合|责任分工)\s*:`)
	// bareLabel is a label at the start of a paragraph or of a sentence.
	// The foot of a page has 主办单位 and 承办单位, which are no clause.
	// Persons may be named before the units.
	bareLabel = regexp.MustCompile(`(^|[。;!\s])(?:(?:` + personLabels + `)\s*:[^。;:]{0,24}[;,\s]\s*)*(?:\[(?:` + unitLabels + `)\]\s*:?|(?:` + lineLabels + `)\s*:)|^(?:` + asideLabels + `)\s*:`)
	verbEnd   = regexp.MustCompile(`(?:(?:按照|依照|根据|依据|按|依)(?:各自)?(?:的)?(?:职责|职能)?(?:分工)?)?(?:分工)?(?:分别|共同|联合|具体|密切|积极|协同|各自|组织|参与|认真|抓好|推进|指导|督导)*(牵头|负责|主办|配合|参加|参与|协助|协办|承办|落实|实施|指导|督导)(?:负责|落实|实施|办理|推进|完成|组织实施|抓好落实|配合)*$`)
	clauseCue = regexp.MustCompile(`牵头|负责|配合|参加|参与|协助|协办|主办|承办|会同|落实|责任单位|责任部门|实施单位`)
)

const (
	openers = "([〈"
	closers = ")]〉"
	stops   = " 。;,." // half-width
)

// cutClause parts a paragraph into its text and the responsibility clause that
// ends it, as written with its brackets. Several brackets in a row are one
// clause. Brackets that say nothing of responsibility stay in the text.
func cutClause(text string) (body, clause string) {
	runes := []rune(text)
	end := len(runes)
	cut := end
	for {
		stop := trimRight(runes[:cut], stops)
		open := openerOf(runes[:stop])
		if open < 0 || !isClause(string(runes[open+1:stop-1])) && !bareClause(runes, open, stop) {
			break
		}
		cut = open
	}
	if cut == end {
		return cutLabelled(text)
	}
	body = strings.TrimSpace(string(runes[:cut]))
	tail := strings.TrimSpace(string(runes[cut:]))
	clause = trimStops(tail)
	if body != "" && strings.HasSuffix(tail, "。") && !endsSentence(body) {
		body += "。"
	}
	return body, clause
}

func trimRight(runes []rune, set string) int {
	n := len(runes)
	for n > 0 && strings.ContainsRune(set, text.HalfRune(runes[n-1])) {
		n--
	}
	return n
}

// trimStops trims space and stops of either width at both ends.
func trimStops(s string) string {
	return strings.TrimFunc(s, func(r rune) bool { return strings.ContainsRune(stops+"、", text.HalfRune(r)) })
}

// openerOf returns where the bracket opens that the text ends with, -1 where it
// ends with none.
func openerOf(runes []rune) int {
	if len(runes) == 0 || !strings.ContainsRune(closers, text.HalfRune(runes[len(runes)-1])) {
		return -1
	}
	depth := 0
	for i := len(runes) - 1; i >= 0; i-- {
		switch c := text.HalfRune(runes[i]); {
		case strings.ContainsRune(closers, c):
			depth++
		case strings.ContainsRune(openers, c):
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

func endsSentence(s string) bool {
	r := []rune(s)
	return len(r) > 0 && strings.ContainsRune("。!?;:…", text.HalfRune(r[len(r)-1]))
}

// isClause reports whether words in brackets name who is responsible: they are
// labelled, or end in a role.
func isClause(inner string) bool {
	s := text.HalfWidth(inner)
	if labelWord.MatchString(s) {
		return true
	}
	if !clauseCue.MatchString(s) {
		return false
	}
	for _, part := range splitTop(s, ",;。、") {
		if roleMark.MatchString(part) {
			return true
		}
		if part = strings.TrimSpace(part); verbEnd.MatchString(part) {
			return true
		}
	}
	return false
}

// cutLabelled finds a clause without brackets: 责任单位:A、B to the end of the
// paragraph; else one in front of it.
func cutLabelled(words string) (body, clause string) {
	folded := text.HalfWidth(words)
	loc := bareLabel.FindStringSubmatchIndex(folded)
	if loc == nil {
		return cutFront(words)
	}
	from := max(loc[3], 0) // behind the stop that ends the sentence before
	clause = dropRunes(words, utf8.RuneCountInString(folded[:from]))
	body = strings.TrimSuffix(words, clause)
	return strings.TrimSpace(body), trimStops(clause)
}

// splitTop splits at any of the separators that stands outside brackets and
// quotation marks. Separators are half-width; the text may be either.
func splitTop(s, separators string) []string {
	var parts []string
	depth, start := 0, 0
	for i, r := range s {
		c := text.HalfRune(r)
		switch {
		case strings.ContainsRune(openers, c) || r == '“' || r == '《':
			depth++
		case strings.ContainsRune(closers, c) || r == '”' || r == '》':
			depth = max(depth-1, 0)
		case depth == 0 && strings.ContainsRune(separators, c):
			parts = append(parts, s[start:i])
			start = i + len(string(r))
		}
	}
	return append(parts, s[start:])
}
