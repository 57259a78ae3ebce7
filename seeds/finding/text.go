package finding

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// Style says how findings are printed as text.
type Style struct {
	Paint   func(Severity, string) string // colours a word; nil: plain
	Least   Severity                      // the mildest severity that is printed; 0: all
	Skipped []string                      // files that were passed over, each with its reason: said where no other was found
	Quiet   string                        // files with this outcome of which nothing is printed are only counted
	Few     int                           // lines of one code of a file, errors apart; what more there is, is counted; 0: all
	Many    int                           // what as many files have in common is said once, when all are known; 0: never
}

// Text returns a printer of findings as people read them, two lines for each:
// where, how grave, what; and below it what to do. Findings that say the same of
// many cells are folded, and no hint is given twice. It ends with a summary line.
func Text(w io.Writer, s Style) Printer {
	p := &textPrinter{w: w, style: s, outcomes: map[string]int{}, hinted: map[string]bool{}}
	if s.Many > 0 {
		return &manyPrinter{textPrinter: p}
	}
	return p
}

type textPrinter struct {
	w                       io.Writer
	style                   Style
	files, errors, warnings int
	notes                   int
	words                   []string // outcomes in the order they were first met
	outcomes                map[string]int
	hinted                  map[string]bool // hints that were given
}

func (p *textPrinter) File(a About) error {
	p.count(a)
	var b strings.Builder
	if !p.body(&b, a) && (p.style.Quiet == "" || a.Word != p.style.Quiet) {
		fmt.Fprintf(&b, "%s %s\n", OneLine(a.File), a.Word)
	}
	_, err := io.WriteString(p.w, b.String())
	return err
}

// body prints the findings of a file and reports whether there was any to print.
func (p *textPrinter) body(b *strings.Builder, a About) (any bool) {
	folded := a.Findings.Fold()
	said := map[Code]int{}
	for i := range folded {
		f := &folded[i]
		if f.Severity < p.style.Least {
			continue
		}
		any = true
		if said[f.Code]++; p.style.Few == 0 || said[f.Code] <= p.style.Few || f.Severity == Error {
			p.line(b, a.File, f.Where(), f)
		}
	}
	for i := range folded {
		f := &folded[i]
		if more := said[f.Code] - p.style.Few; p.style.Few > 0 && more > 0 && f.Severity >= p.style.Least && f.Severity < Error {
			fmt.Fprintf(b, "%s %s [%s] 另有 %d 处同类情况,加 --verbose 逐条列出\n", OneLine(a.File), f.Severity.Word(), f.Code, more)
			said[f.Code] = 0
		}
	}
	return any
}

func (p *textPrinter) count(a About) {
	p.files++
	p.errors += a.Findings.Count(Error)
	p.warnings += a.Findings.Count(Warning)
	p.notes += a.Findings.Count(Note)
	if p.outcomes[a.Word] == 0 {
		p.words = append(p.words, a.Word)
	}
	p.outcomes[a.Word]++
}

// line prints one finding, and what to do where that has not been said yet.
func (p *textPrinter) line(b *strings.Builder, file, where string, f *Folded) {
	word := f.Severity.Word()
	if p.style.Paint != nil {
		word = p.style.Paint(f.Severity, word)
	}
	parts := []string{OneLine(file), OneLine(where), word, "[" + string(f.Code) + "]", f.Said()}
	parts = slices.DeleteFunc(parts, func(s string) bool { return s == "" })
	b.WriteString(strings.Join(parts, " "))
	b.WriteByte('\n')
	if f.Hint != "" && !p.hinted[f.Hint] {
		p.hinted[f.Hint] = true
		b.WriteString("  " + OneLine(f.Hint) + "\n")
	}
}

// Said is the row, the column and the words: 1-2 本年完成值:"约5家" 不是数字.
func (f *Folded) Said() string {
	text := f.Subject()
	if text != "" {
		text += ":"
	}
	if given := f.Quoted(); given != "" {
		text += "\"" + short(given) + "\""
		if f.Varied {
			text += "等"
		}
		text += " "
	}
	text += OneLine(f.Message)
	if f.Expected != "" {
		text += ",应为:" + short(f.Expected)
	}
	return text
}

// Subject is the rows and the column: 1-2 本年完成值.
func (f *Folded) Subject() string {
	return strings.TrimSpace(f.rows() + " " + OneLine(f.Column))
}

// Quoted is what was found, "" of a blank cell: the message says so already.
func (f *Finding) Quoted() string {
	if f.Given == Nothing {
		return ""
	}
	return f.Given
}

func (p *textPrinter) End() error {
	if p.files == 0 {
		_, err := io.WriteString(p.w, p.none())
		return err
	}
	counts := make([]string, len(p.words))
	for i, w := range p.words {
		counts[i] = fmt.Sprintf("%s %d", w, p.outcomes[w])
	}
	_, err := fmt.Fprintf(p.w, "共 %d 份:%s%s\n", p.files, strings.Join(counts, ","), Counted(";", p.errors, p.warnings, p.notes))
	return err
}

// Counted says how many there are of each severity, behind head; of what there is none
// nothing is said.
func Counted(head string, errors, warnings, notes int) string {
	var parts []string
	for _, c := range []struct {
		s Severity
		n int
	}{{Error, errors}, {Warning, warnings}, {Note, notes}} {
		if c.n > 0 {
			parts = append(parts, fmt.Sprintf("%s %d 处", c.s.Word(), c.n))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return head + strings.Join(parts, ",")
}

// none says that there was no return, and what was passed over.
func (p *textPrinter) none() string {
	const text, most = "没有找到填报表", 3
	skipped := p.style.Skipped
	if len(skipped) == 0 {
		return text + "\n"
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s,跳过 %d 个文件:\n", text, len(skipped))
	for i, why := range skipped {
		if i == most {
			b.WriteString("  …\n")
			break
		}
		b.WriteString("  " + OneLine(why) + "\n")
	}
	return b.String()
}

// Nothing is what is given for a blank cell; the message says so already.
const Nothing = "空"

// cut is the most characters of a cell that a line of text quotes.
const cut = 60

// short is a text on one line, cut where it is long.
func short(text string) string {
	text = OneLine(text)
	if r := []rune(text); len(r) > cut {
		return string(r[:cut]) + "…"
	}
	return text
}

// OneLine makes a text fit to be printed on one line of a terminal: line breaks
// become spaces, and control and bidirectional marks, which could disguise what
// is printed, are shown as ·, as is what is no text at all.
func OneLine(text string) string {
	text = strings.ToValidUTF8(text, "·")
	if strings.IndexFunc(text, disguises) < 0 {
		return text
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\r' || r == '\t':
			return ' '
		case disguises(r):
			return '·'
		}
		return r
	}, text)
}

func disguises(r rune) bool {
	return r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r == 0x2028 || r == 0x2029
}
