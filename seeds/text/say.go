package text

import "strconv"

// Year is a year as it is said, 2024年; "" for none.
func Year(year int) string {
	if year == 0 {
		return ""
	}
	return strconv.Itoa(year) + "年"
}

// Some is a count that is said where there is something to count: "" for 0.
func Some(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// If is what is said where something holds, else "".
func If(holds bool, words string) string {
	if holds {
		return words
	}
	return ""
}

// Units is a text's length as the format of workbooks counts it: in units of UTF-16.
func Units(text string) int {
	n := 0
	for _, r := range text {
		if n++; r > 0xFFFF {
			n++
		}
	}
	return n
}
