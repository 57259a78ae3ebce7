package annotate

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"fmt"
	"path"
	"strings"

	"tianbao/seeds/markup"
	"tianbao/seeds/text"
	"tianbao/templates/xl"
)

// styles are the looks of a workbook, to which those of the marks and of the list
// are added. What an earlier copy added is found again and used.
type styles struct {
	book  *book
	part  string
	doc   []byte
	root  *markup.Node
	more  map[string][]string // by collection: what is to be added
	marks [2]int              // differential formats: error, warning
}

const (
	stylesType = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
	emptyStyle = xml.Header + `<styleSheet xmlns="NS"><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>` +
		`<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
		`<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
		`<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
		`<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>`
)

// The looks themselves, with § for the prefix of the part.
const (
	errorMark   = `<§dxf><§font><§b/><§color rgb="FF9C0006"/></§font><§fill><§patternFill patternType="solid"><§fgColor rgb="FFFFB3B3"/><§bgColor rgb="FFFFB3B3"/></§patternFill></§fill><§border><§left style="thin"><§color rgb="FFC00000"/></§left><§right style="thin"><§color rgb="FFC00000"/></§right><§top style="thin"><§color rgb="FFC00000"/></§top><§bottom style="thin"><§color rgb="FFC00000"/></§bottom></§border></§dxf>`
	warningMark = `<§dxf><§fill><§patternFill patternType="solid"><§fgColor rgb="FFFFD27F"/><§bgColor rgb="FFFFD27F"/></§patternFill></§fill><§border><§left style="thin"><§color rgb="FFED7D31"/></§left><§right style="thin"><§color rgb="FFED7D31"/></§right><§top style="thin"><§color rgb="FFED7D31"/></§top><§bottom style="thin"><§color rgb="FFED7D31"/></§bottom></§border></§dxf>`
)

func (b *book) openStyles() error {
	s := &styles{book: b, more: map[string][]string{}}
	b.styles = s
	if l := b.links.kind("styles"); l != nil {
		s.part = l.target
	} else {
		s.part = path.Join(path.Dir(b.main), "styles.xml")
		b.parts.Write(s.part, []byte(strings.ReplaceAll(emptyStyle, "NS", b.mains)))
		b.links.add(b.rels+"/styles", s.part)
		b.types.add(s.part, stylesType)
	}
	var err error
	if s.doc, s.root, err = readPart(b.parts, s.part, down(5)); err != nil {
		return err
	}
	s.marks = [2]int{s.id("dxfs", errorMark), s.id("dxfs", warningMark)}
	return nil
}

// look is the number of the cell format of a table's cell.
func (s *styles) look(l xl.Style) int {
	font, fill, sides := "<§font>", `<§fill><§patternFill patternType="none"/></§fill>`, ""
	font += text.If(l.Bold, "<§b/>") + text.If(l.Strike, "<§strike/>") + text.If(l.Underline, "<§u/>") + fmt.Sprintf(`<§sz val="%g"/>`, cmp.Or(l.Size, xl.BodySize))
	font += text.If(l.Color != "", `<§color rgb="FF`+l.Color+`"/>`) + `<§name val="宋体"/><§charset val="134"/></§font>`
	if l.Fill != "" {
		fill = `<§fill><§patternFill patternType="solid"><§fgColor rgb="FF` + l.Fill + `"/><§bgColor indexed="64"/></§patternFill></§fill>`
	}
	for _, side := range []string{"left", "right", "top", "bottom"} {
		drawn := l.Border == xl.Thin || l.Border == xl.Across && (side == "top" || side == "bottom")
		sides += "<§" + side + text.If(drawn, ` style="thin"><§color rgb="FF`+xl.LineColor+`"/></§`+side+">") + text.If(!drawn, "/>")
	}
	xf := fmt.Sprintf(`<§xf numFmtId="%s" fontId="%d" fillId="%d" borderId="%d" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1">`,
		cmp.Or(text.If(l.NumFmt == "@", "49"), "0"), s.id("fonts", font), s.id("fills", fill), s.id("borders", "<§border>"+sides+"<§diagonal/></§border>"))
	xf += `<§alignment` + text.If(l.Align != "", ` horizontal="`+string(l.Align)+`"`) + text.If(l.VAlign != "", ` vertical="`+string(l.VAlign)+`"`) + text.If(l.Wrap, ` wrapText="1"`) + `/>`
	return s.id("cellXfs", xf+text.If(l.Unlocked, `<§protection locked="0"/>`)+`</§xf>`)
}

// id is the number of a look in its collection, where it is put if it is not there.
func (s *styles) id(collection, look string) int {
	look = strings.ReplaceAll(look, "§", s.root.Prefix)
	have := 0
	if n := s.root.Child(collection); n != nil {
		kids := entries(n)
		have = len(kids)
		for i, k := range kids {
			if bytes.Equal(s.doc[k.Start:k.End], []byte(look)) {
				return i
			}
		}
	}
	for i, m := range s.more[collection] {
		if m == look {
			return have + i
		}
	}
	s.more[collection] = append(s.more[collection], look)
	return have + len(s.more[collection]) - 1
}

// entries are the looks of a collection. Of alternatives those count that a program
// knows without extensions, as when it is read.
func entries(n *markup.Node) []*markup.Node {
	var all []*markup.Node
	for _, k := range n.Kids {
		switch k.Name {
		case "AlternateContent":
			if f := k.Child("Fallback"); f != nil {
				all = append(all, entries(f)...)
			}
		default:
			all = append(all, k)
		}
	}
	return all
}

// unlocked is the number of a cell format that is the one given, but not locked, and
// whether that is another.
func (s *styles) unlocked(look int) (int, bool) {
	n := s.root.Child("cellXfs")
	if n == nil || look >= len(entries(n)) {
		return look, false
	}
	xf := entries(n)[look]
	tag := setAttr(string(s.doc[xf.Start:xf.Inner]), "applyProtection", "1")
	open := "<" + xf.Prefix + `protection locked="0"/>`
	if xf.Closed() {
		tag = strings.TrimSuffix(strings.TrimSuffix(tag, ">"), "/")
		return s.id("cellXfs", tag+">"+open+"</"+xf.Prefix+"xf>"), true
	}
	at := [2]int{xf.Inner, xf.Inner} // where the protection stands or belongs
	if a := xf.Child("alignment"); a != nil {
		at = [2]int{a.End, a.End}
	}
	if p := xf.Child("protection"); p != nil {
		if p.Given("locked") && !on(p.Attr("locked")) {
			return look, false
		}
		at = [2]int{p.Start, p.End}
	}
	return s.id("cellXfs", tag+string(s.doc[xf.Inner:at[0]])+open+string(s.doc[at[1]:xf.End])), true
}

var stylesOrder = strings.Fields("numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs")

// write adds the looks to the part.
func (s *styles) write() {
	var e edits
	for _, collection := range stylesOrder {
		more := s.more[collection]
		if len(more) == 0 {
			continue
		}
		all, p := strings.Join(more, ""), s.root.Prefix
		n := s.root.Child(collection)
		if n == nil {
			e.insert(after(s.root, stylesOrder, collection), `<`+p+collection+` count="`+itoa(len(more))+`">`+all+`</`+p+collection+`>`)
			continue
		}
		tag := setAttr(string(s.doc[n.Start:n.Inner]), "count", itoa(len(entries(n))+len(more)))
		if n.Closed() {
			e.replace(n.Start, n.End, strings.TrimSuffix(strings.TrimSuffix(tag, ">"), "/")+">"+all+"</"+p+collection+">")
			continue
		}
		e.replace(n.Start, n.Inner, tag)
		e.insert(n.InnerEnd, all)
	}
	if len(e) > 0 {
		s.book.parts.Write(s.part, e.apply(s.doc))
	}
}
