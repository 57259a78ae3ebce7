package layout

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// Identity is whose workbook it is: of which plan, unit and report year, in which
// layout, and how many times it has been sent back.
type Identity struct {
	PlanID   string
	UnitID   string
	Year     int
	Layout   int
	Revision int // 版次: 1 when issued, one more in every annotated copy
}

// errCode is returned for text that is no report code, or one mistyped.
var errCode = errors.New("不是填报码")

const codeAlphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"

// Code prints the report code: plan, unit, year, layout, revision and a check
// character over all of them (ISO 7064 MOD 37,36), such as K7M2QF-012-2024-1-1-X.
func (id Identity) Code() string {
	body := fmt.Sprintf("%s-%s-%d-%d-%d", id.PlanID, id.UnitID, id.Year, id.Layout, id.Revision)
	return body + "-" + string(checkCharacter(body))
}

// ParseCode reads a report code as printed by Code; case and surrounding space do
// not matter. The error wraps ErrCode.
func ParseCode(text string) (Identity, error) {
	text = strings.ToUpper(strings.TrimSpace(text))
	parts := strings.Split(text, "-")
	if len(parts) != 6 || len(parts[5]) != 1 || parts[0] == "" || parts[1] == "" {
		return Identity{}, fmt.Errorf("%w: %q", errCode, text)
	}
	body := strings.Join(parts[:5], "-")
	if checkCharacter(body) != parts[5][0] {
		return Identity{}, fmt.Errorf("%w: %q 校验位不符", errCode, text)
	}
	var numbers [3]int
	for i, p := range parts[2:5] {
		n, err := strconv.Atoi(p)
		if err != nil || n < 1 {
			return Identity{}, fmt.Errorf("%w: %q", errCode, text)
		}
		numbers[i] = n
	}
	return Identity{PlanID: parts[0], UnitID: parts[1], Year: numbers[0], Layout: numbers[1], Revision: numbers[2]}, nil
}

// checkCharacter is the MOD 37,36 check of the letters and digits of body.
func checkCharacter(body string) byte {
	const m = len(codeAlphabet)
	sum := m
	for i := 0; i < len(body); i++ {
		v := strings.IndexByte(codeAlphabet, body[i])
		if v < 0 {
			continue
		}
		sum = (sum + v) % m
		if sum == 0 {
			sum = m
		}
		sum = sum * 2 % (m + 1)
	}
	return codeAlphabet[(m+1-sum)%m]
}
