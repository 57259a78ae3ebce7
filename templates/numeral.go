package templates

import (
	"fmt"

	"tianbao/templates/layout"
	"tianbao/workbook/xl"
)

// numeral prints the formulas that tell whether a cell holds a number as the
// reader takes one: stored as a number, or as text with full-width digits,
// thousands separators, the unit of measure, or 万 and 亿 before it.
type numeral struct {
	cell, text, digits, bad string // the reference and the names
	unit                    string // formula of the unit of measure
}

// end marks the end of a text, so that only what stands there is taken off.
const end = "¦"

// scales are the powers of ten of units, longest first.
var scales = []string{"万亿", "亿", "万"}

// noun is the unit without its scale: 人 of 万人.
func (n numeral) noun() string {
	return fmt.Sprintf(`IF(LEFT(%[1]s,2)="万亿",MID(%[1]s,3,99),IF(OR(LEFT(%[1]s,1)="亿",LEFT(%[1]s,1)="万"),MID(%[1]s,2,99),%[1]s))`, n.unit)
}

// withoutUnit takes the unit of measure off the text: with any scale where it
// has a noun, a bare scale where that has one meaning.
func (n numeral) withoutUnit() string {
	noun, text := n.noun(), n.text+`&"`+end+`"`
	for _, scale := range append(append([]string{}, scales...), "") {
		text = fmt.Sprintf(`SUBSTITUTE(%s,"%s"&%s&"%s","%s")`, text, scale, noun, end, end)
	}
	for _, scale := range scales {
		plain := fmt.Sprintf(`AND(%[1]s=%[2]s,%[1]s<>"%%",%[1]s<>"‰")`, n.unit, noun)
		own := fmt.Sprintf(`%s="%s"&%s`, n.unit, scale, noun)
		text = fmt.Sprintf(`SUBSTITUTE(%s,IF(OR(%s,%s),"%s%s","%s"),"%s")`, text, plain, own, scale, end, end, end)
	}
	return "TRIM(" + substitute(text, end, "") + ")"
}

// isBad holds where the cell is filled and is no number.
func (n numeral) isBad() string {
	stored := call("OR", "ISLOGICAL("+n.cell+")", n.format("D"), call("AND", n.format("P"), n.unit+`<>"%"`))
	return "IF(ISNUMBER(" + n.cell + ")," + stored +
		",IF(OR(" + blank(n.text) + "," + n.notApplicable() + "),FALSE," + n.badText() + "))"
}

// format holds where the cell's number format is a date's (D) or a percentage's (P).
func (n numeral) format(letter string) string {
	return `IFERROR(LEFT(CELL("format",` + n.cell + `),1)="` + letter + `",FALSE)`
}

func (n numeral) notApplicable() string { return notApplicable(n.text) }

func notApplicable(text string) string { return "EXACT(" + text + "," + xl.Quote(refusal) + ")" }

// refusal is the answer that a number does not apply.
const refusal = "不适用"

// longestNumber is how many characters of a number's text are looked at.
const longestNumber = 60

// badText holds where the digits are no numeral: characters that numbers lack, a
// sign inside, a second point, separators that do not part thousands.
func (n numeral) badText() string {
	d := n.digits
	each := fmt.Sprintf("ROW(%s$1:$%d)", xl.SheetRef(layout.StampSheet), longestNumber)
	exponent := fmt.Sprintf(`SUBSTITUTE(SUBSTITUTE(UPPER(%s),"E+","E"),"E-","E")`, d)
	whole := fmt.Sprintf(`LEFT(%[1]s,FIND(".",%[1]s&".")-1)`, d)
	fraction := fmt.Sprintf(`MID(%[1]s,FIND(".",%[1]s&"."),%[2]d)`, d, longestNumber)
	return call("OR", blank(d), fmt.Sprintf("LEN(%s)>%d", d, longestNumber),
		fmt.Sprintf(`SUMPRODUCT(--ISERROR(FIND(MID(%s,%s,1),"0123456789.,+-Ee")))>0`, d, each),
		fmt.Sprintf(`ISNUMBER(FIND("+",%s,2))`, exponent), fmt.Sprintf(`ISNUMBER(FIND("-",%s,2))`, exponent),
		fmt.Sprintf(`LEN(%[1]s)-LEN(SUBSTITUTE(%[1]s,".",""))>1`, d),
		"IF(ISERROR("+n.read()+fmt.Sprintf(`),TRUE,IF(ISERROR(FIND(",",%s)),FALSE,OR(ISNUMBER(FIND(",",%s)),NOT(EXACT(%s,TEXT(VALUE(%s),"#,##0"))))))`,
			d, fraction, whole, substitute(whole, ",", "")))
}

// read is the number of the digits, an error where they are none.
func (n numeral) read() string { return "VALUE(" + substitute(n.digits, ",", "") + ")" }

// value is the number of a cell that is not bad and not 不适用, in points where
// its format is a percentage's.
func (n numeral) value() string {
	return "IF(ISNUMBER(" + n.cell + ")," + n.cell + "*IF(" + n.format("P") + ",100,1)," + n.read() + ")"
}
