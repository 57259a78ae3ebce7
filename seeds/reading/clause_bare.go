package reading

import (
	"regexp"
	"strings"

	"tianbao/seeds/text"
)

// A clause may be nothing but names: (市科技局、市财政局,各县区政府).

// bareClause reports whether the bracket that opens there and ends at stop is
// nothing but units, and stands where a clause does: behind a sentence or another
// bracket, on a line of its own, or, where it names several, at the end of an open
// sentence.
func bareClause(runes []rune, open, stop int) bool {
	if behindLabel.MatchString(text.HalfWidth(string(runes[:open]))) {
		return false // 协助单位:各乡镇(街道): part of the name
	}
	inner := withoutRules(string(runes[open+1 : stop-1]))
	if !isUnitList(inner) {
		return false
	}
	if open == 0 || strings.ContainsRune("。;!"+closers, text.HalfRune(runes[open-1])) {
		return true
	}
	return len(splitTop(inner, "、,;")) > 1
}

// behindLabel is a text whose last sentence is a labelled clause.
var behindLabel = regexp.MustCompile(`(?:\[` + unitLabels + `\]\s*:?|` + unitLabels + `\s*:)[^。;]*[^。;\s]$`)

// isUnitList reports whether words are nothing but units: (市科技局、各县区政府).
func isUnitList(inner string) bool {
	var names []string
	for _, part := range splitTop(inner, "、,; ") {
		if name, _ := trimName(part); name != "" && !isAside(part) {
			names = append(names, name)
		}
	}
	return areUnits(Rejoin(names), func(string) bool { return false })
}

// areUnits reports whether a list without any role can only be units: the first,
// or two and half of all, are known, groups, or named by their level and their
// office, and the others end as units do.
func areUnits(names []string, known func(string) bool) bool {
	sure, first := 0, false
	for i, name := range names {
		name = strings.TrimSpace(text.HalfWidth(name))
		switch {
		case known(name), isSureUnit(name):
			sure++
			first = first || i == 0
		case !isUnitName(name), noBody.MatchString(outsideBrackets(name)), len([]rune(name)) < 3:
			return false
		}
	}
	return first || sure >= 2 && sure*2 >= len(names)
}

// local are the levels below the county, by which its offices are named.
var local = regexp.MustCompile(`^(镇|乡|街道|团[省市县区州]委)`)

// government is that of a place by its name: 青山县人民政府.
var government = regexp.MustCompile(`^\p{Han}{1,}[市县区旗镇乡](?:人民)?政府$|^\p{Han}{2,}街道办事处$`)

func isSureUnit(name string) bool {
	if government.MatchString(name) {
		return true
	}
	if isGroupName(name) {
		return isUnitName(name)
	}
	return isUnitName(name) && strongEnd.MatchString(outsideBrackets(name)) && (RankPrefix(name) != "" || local.MatchString(name))
}
