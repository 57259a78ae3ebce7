package templates

import (
	"fmt"

	"tianbao/templates/layout"
	"tianbao/templates/xl"
)

// numeral prints the formulas that tell whether a cell holds a number as the
// reader takes one: stored as a number, or as text with full-width digits,
// thousands separators, the unit of measure, or 万 and 亿 before it.
type numeral struct {
	cell         string // the reference
	text, digits string // the names
	unit         string // formula of the unit of measure
}

// end marks the end of a text, so that only what is there is taken off; cut marks
// where a noun has been, so that no scale before it is taken off as well.
const (
	end = "¦"
	cut = "§"
)

// scales are the powers of ten of units, longest first.
var scales = []string{"万亿", "亿", "万"}

// share holds where the unit is a share, which has no scale: 万% is none.
func (n numeral) share() string { return fmt.Sprintf(`OR(%[1]s="%%",%[1]s="‰")`, n.unit) }

// withoutUnit takes off the text the sign, then the unit of measure: with any
// scale where it has a noun, a bare scale where that has one meaning. Signs of
// exponents go too.
func (n numeral) withoutUnit() string {
	noun := substitute(substitute(n.unit, "万", ""), "亿", "") // 人 of 万人
	text := `"` + end + `"&UPPER(` + n.text + `)&"` + end + `"`
	for _, sign := range []string{"-", "+"} {
		text = substitute(substitute(text, end+sign, end), "E"+sign, "E")
	}
	text = "MID(" + text + ",2,99)"
	for _, scale := range scales {
		text = fmt.Sprintf(`SUBSTITUTE(%s,IF(%s,"%s","%s")&%s&"%s",IF(LEN(%[5]s)=0,"%[6]s","%[7]s"))`, text, n.share(), end, scale, noun, end, cut)
	}
	text = fmt.Sprintf(`SUBSTITUTE(%s,%s&"%s",IF(LEN(%[2]s)=0,"%[3]s","%[4]s"))`, text, noun, end, cut)
	text = fmt.Sprintf(`SUBSTITUTE(%s,SUBSTITUTE(%s,%s,"%s"),"%s")`, text, n.unit, noun, end, end)
	for _, scale := range scales {
		text = fmt.Sprintf(`SUBSTITUTE(%s,IF(AND(%s=%s,NOT(%s)),"%[5]s%[6]s","%[6]s"),"%[6]s")`, text, n.unit, noun, n.share(), scale, end)
	}
	return "TRIM(" + substitute(substitute(text, end, ""), cut, "") + ")"
}

// isBad is 1 where the cell is filled and is no number, else 0. The cell's number
// format is not asked for: CELL makes a sheet compute anew at every key, and not every
// program knows it. That a number is shown as a date or a percentage, check says.
func (n numeral) isBad() string {
	return call("IF", call("OR", "ISNUMBER("+n.cell+")", blank(n.text), notApplicable(n.text)), "0", call("IF", n.badText(), "1", "0"))
}

func notApplicable(text string) string { return "EXACT(" + text + "," + xl.Quote(layout.NA) + ")" }

// longestNumber is how many characters of a number's text are looked at.
const longestNumber = 60

// badText holds where the digits are no numeral: characters that numbers lack,
// a second point, separators that do not part thousands.
func (n numeral) badText() string {
	each := fmt.Sprintf("ROW(%s$1:$%d)", xl.SheetRef(layout.StampSheet), longestNumber)
	strange := fmt.Sprintf(`SUMPRODUCT(--ISERROR(FIND(MID(%s&REPT("0",%d),%s,1),"0123456789.,E")))>0`, n.digits, longestNumber, each)
	points := fmt.Sprintf(`LEN(%[1]s)-LEN(SUBSTITUTE(%[1]s,".",""))>1`, n.digits)
	grouped := fmt.Sprintf(`EXACT(%[1]s,FIXED(%[2]s,MAX(0,LEN(%[1]s)-FIND(".",%[1]s&"."))))`, n.digits, n.read())
	return call("OR", strange, points,
		fmt.Sprintf(`IF(ISERROR(%s),TRUE,IF(ISERROR(FIND(",",%s)),FALSE,NOT(%s)))`, n.read(), n.digits, grouped))
}

// read is the number of the digits, an error where they are none.
func (n numeral) read() string { return "VALUE(" + substitute(n.digits, ",", "") + ")" }

// value is the number of a cell that is not bad and not 不适用.
func (n numeral) value() string {
	return "IF(ISNUMBER(" + n.cell + ")," + n.cell + "," + n.read() + "*IF(LEFT(" + n.text + `,1)="-",-1,1))`
}
