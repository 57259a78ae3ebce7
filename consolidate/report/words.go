package report

import "strconv"

func yearOf(year int) string { return strconv.Itoa(year) + "年" }

func wordIf(yes bool, text string) string {
	if yes {
		return text
	}
	return ""
}
