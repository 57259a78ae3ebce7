package templates

import (
	"tianbao/templates/layout"
	"tianbao/templates/xl"
)

// The font sizes, in points.
const (
	tableSize = 10.0
)

// The colours.
const (
	gold      = "FFD966" // headings of what is to fill
	grey      = "F5F5F5" // of the plan
	blue      = "EAF1F8" // of the plan, every other chapter
	headGrey  = "D6DCE4"
	absent    = "E7E6E6"
	darkText  = "595959"
	red       = "C00000"
	green     = "375623"
	paleGreen = "E2EFDA"
	paleRed   = "F8CBAD"
)

// bands is the number of shades that tell a chapter from the next.
const bands = 2

// looks is the styles of all workbooks.
type looks struct {
	palette *xl.Palette

	title, subtitle, note, hint, link, linked, warn, label, plain, number, center, seal xl.StyleID

	heads, marks map[layout.Role]xl.StyleID
	must         xl.StyleID
	fixed, ref   [bands]xl.StyleID
	figure       [bands]xl.StyleID // of a number that is not to fill
	done, absent xl.StyleID
	open         map[layout.Kind]xl.StyleID
	check        xl.StyleID
}

// faulty marks a cell that 自检 names, unfinished a 自检 that is not ✓.
var (
	faulty     = xl.Style{Fill: paleRed}
	unfinished = xl.Style{Color: red, Bold: true}
)

func newLooks() *looks {
	p := xl.NewPalette()
	l := &looks{palette: p, heads: map[layout.Role]xl.StyleID{}, marks: map[layout.Role]xl.StyleID{}, open: map[layout.Kind]xl.StyleID{}}
	l.page(p)
	l.headings(p)
	l.cells(p)
	p.Condition(faulty)
	p.Condition(unfinished)
	return l
}

// page declares what is above tables and on the cover.
func (l *looks) page(p *xl.Palette) {
	l.title = p.Style(xl.Style{Size: 16, Bold: true, VAlign: xl.Middle})
	l.subtitle = p.Style(xl.Style{Size: 18, Bold: true, Align: xl.Middle, VAlign: xl.Middle, Wrap: true})
	l.note = p.Style(xl.Style{Size: tableSize, VAlign: xl.Middle, Wrap: true})
	l.hint = p.Style(xl.Style{Size: tableSize, Color: darkText, VAlign: xl.Middle})
	l.link = p.Style(xl.Style{Size: tableSize, VAlign: xl.Middle, Color: xl.LinkColor, Underline: true})
	l.linked = p.Style(xl.Style{Size: tableSize, VAlign: xl.Middle, Color: xl.LinkColor, Underline: true, Border: xl.Thin, Wrap: true})
	l.warn = p.Style(xl.Style{Size: 12, Bold: true, Color: red, Align: xl.Middle, VAlign: xl.Middle, Wrap: true})
	l.label = p.Style(xl.Style{Bold: true, Fill: headGrey, Border: xl.Thin, VAlign: xl.Middle, Wrap: true})
	l.plain = p.Style(xl.Style{Size: tableSize, Border: xl.Thin, VAlign: xl.Middle, Wrap: true})
	l.number = p.Style(xl.Style{Border: xl.Thin, Align: xl.Middle, VAlign: xl.Middle})
	l.center = p.Style(xl.Style{Size: 12, Align: xl.Middle, VAlign: xl.Middle, Wrap: true})
	l.seal = p.Style(xl.Style{Size: 12, Align: xl.Right, VAlign: xl.Middle})
}

func (l *looks) headings(p *xl.Palette) {
	for role, fill := range [...]string{layout.Fixed: headGrey, layout.Earlier: headGrey, layout.Fill: gold, layout.Check: paleGreen} {
		l.heads[layout.Role(role)] = p.Style(xl.Style{Size: tableSize, Bold: true, Fill: fill, Border: xl.Thin, Align: xl.Middle, VAlign: xl.Middle, Wrap: true})
		l.marks[layout.Role(role)] = p.Style(xl.Style{Size: tableSize, Color: darkText, Align: xl.Middle, VAlign: xl.Middle})
	}
	l.must = p.Style(xl.Style{Size: tableSize, Bold: true, Color: red, Align: xl.Middle, VAlign: xl.Middle})
}

// cells declares the cells of rows.
func (l *looks) cells(p *xl.Palette) {
	for i, fill := range [bands]string{grey, blue} {
		l.fixed[i] = p.Style(xl.Style{Size: tableSize, Fill: fill, Border: xl.Thin, VAlign: xl.Top, Wrap: true})
		l.figure[i] = p.Style(xl.Style{Size: tableSize, Fill: fill, Border: xl.Thin, Align: xl.Right, VAlign: xl.Top, Wrap: true})
		l.ref[i] = p.Style(xl.Style{Size: tableSize, Bold: true, Fill: fill, Border: xl.Thin, Align: xl.Middle, VAlign: xl.Top, Wrap: true})
	}
	l.done = p.Style(xl.Style{Size: tableSize, Bold: true, Color: green, Fill: paleGreen, Border: xl.Thin, VAlign: xl.Top, Wrap: true})
	l.absent = p.Style(xl.Style{Size: tableSize, Color: darkText, Fill: absent, Border: xl.Thin, Align: xl.Middle, VAlign: xl.Top})
	l.check = p.Style(xl.Style{Size: tableSize, Color: green, Border: xl.Thin, VAlign: xl.Top, Wrap: true})
	open := xl.Style{Size: tableSize, Fill: xl.HandFill, Border: xl.Thin, VAlign: xl.Top, Wrap: true, Unlocked: true}
	l.open[layout.Text] = p.Style(open)
	choice, number, day, month, phone := open, open, open, open, open
	choice.Align = xl.Middle
	number.Align = xl.Right
	day.Align, day.NumFmt = xl.Left, `yyyy"年"m"月"d"日"`
	month.Align, month.NumFmt = xl.Left, `yyyy"年"m"月"`
	phone.NumFmt = "@"
	l.open[layout.Choice], l.open[layout.Number] = p.Style(choice), p.Style(number)
	l.open[layout.Day], l.open[layout.Month], l.open[layout.Phone] = p.Style(day), p.Style(month), p.Style(phone)
}
