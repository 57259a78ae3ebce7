package annotate

import (
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"tianbao/seeds/markup"
	"tianbao/templates/layout"
	"tianbao/templates/xl"
	"tianbao/workbook"
)

// book is a workbook's package being marked.
type book struct {
	parts  *xl.Parts
	types  *types
	main   string // the workbook part
	doc    []byte
	root   *markup.Node
	links  *links // of the workbook part
	sheets []*sheet
	cover  string // name of the tab
	macros bool
	old    []*sheet // tabs that an earlier copy added
	front  []tab    // to be added before the others
	back   []tab    // and behind them, very hidden
	styles *styles
	mains  string // namespaces of this package: transitional or strict
	rels   string
	blocks map[int]bool // of numbers of shapes, that drawings have
}

// tab is a sheet of the program's own that the copy gets.
type tab struct {
	name string
	link link
	area xl.Range // of the table, of one in front
}

// ownTabs are the names of such sheets.
var ownTabs = []string{layout.FaultList, layout.ConsultSheet, workbook.SentSheet}

// sheet is a tab of the workbook.
type sheet struct {
	node  *markup.Node
	name  string
	part  string
	index int // position among the tabs
}

// Namespaces: transitional, and what a strict package has instead.
const (
	mainNS       = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	relsNS       = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	strictMainNS = "http://purl.oclc.org/ooxml/spreadsheetml/main"
	strictRelsNS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
)

func openBook(original []byte) (*book, error) {
	parts, err := xl.OpenParts(original)
	if err != nil {
		return nil, err
	}
	b := &book{parts: parts, mains: mainNS, rels: relsNS}
	b.types = &types{parts: parts}
	if b.types.doc, b.types.root, err = readPart(parts, typesPart, down(1)); err != nil {
		return nil, err
	}
	top, err := openLinks(parts, "")
	if err != nil {
		return nil, err
	}
	root := top.kind("officeDocument")
	if root == nil {
		return nil, fmt.Errorf("找不到工作簿部件")
	}
	b.main = root.target
	if strings.HasPrefix(root.uri, strictRelsNS) {
		b.mains, b.rels = strictMainNS, strictRelsNS
	}
	if b.links, err = openLinks(parts, b.main); err != nil {
		return nil, err
	}
	return b, b.openSheets()
}

func (b *book) openSheets() error {
	var err error
	if b.doc, b.root, err = readPart(b.parts, b.main, down(2)); err != nil {
		return err
	}
	tabs := b.root.Child("sheets")
	if tabs == nil {
		return fmt.Errorf("工作簿里没有表")
	}
	for i, n := range tabs.Kids {
		if n.Given("id") && n.Attr("id") == "" {
			continue // a module of Excel 5: a tab without a part
		}
		l := b.links.byID(n.Attr("id"))
		if l == nil {
			return fmt.Errorf("找不到表 %s 的部件", n.Attr("name"))
		}
		s := &sheet{node: n, name: n.Attr("name"), part: l.target, index: i}
		if slices.Contains(ownTabs, s.name) {
			b.old = append(b.old, s)
			continue
		}
		b.sheets = append(b.sheets, s)
	}
	return nil
}

// readPart reads and parses a part.
func readPart(parts *xl.Parts, name string, deep deepFunc) ([]byte, *markup.Node, error) {
	doc, err := readText(parts, name)
	if err != nil {
		return nil, nil, err
	}
	root, err := parse(doc, deep)
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", name, err)
	}
	return doc, root, nil
}

// mostText is how large a part that is rewritten may be: a hundred times one of a
// return.
const mostText = 32 << 20

// readText reads a part in UTF-8, nil where the package lacks it.
func readText(parts *xl.Parts, name string) ([]byte, error) {
	if parts.Size(name) > mostText {
		return nil, markup.ErrTooMuch
	}
	raw, err := parts.Read(name)
	return markup.UTF8(raw), err
}

// newPart returns a name for a part of our own beside the workbook part.
func (b *book) newPart(name, ext string) string {
	for n := 1; ; n++ {
		part := path.Join(path.Dir(b.main), name+strconv.Itoa(n)+ext)
		if !b.parts.Has(part) {
			return part
		}
	}
}

// closeBook writes the workbook part: the list of faults is its first tab and
// opens, and the defined names follow the tabs they belong to.
func (b *book) closeBook(code codes) error {
	var e edits
	b.editTabs(&e)
	b.editNames(&e, code)
	if views := b.root.Child("bookViews"); views != nil {
		for _, v := range views.Kids {
			tag := setAttr(string(b.doc[v.Start:v.Inner]), "activeTab", "0")
			e.replace(v.Start, v.Inner, setAttr(tag, "firstSheet", ""))
		}
	}
	b.styles.write()
	b.parts.Write(b.main, e.apply(b.doc))
	b.types.set(b.main, b.kind())
	b.links.write()
	b.types.write()
	return nil
}

const (
	bookType   = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
	macrosType = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
)

// kind is what the copy is: a workbook, also of a template, and one with macros only
// where there are some. Excel opens none whose name says otherwise.
func (b *book) kind() string {
	if b.macros {
		return macrosType
	}
	return bookType
}

func (b *book) editTabs(e *edits) {
	tabs := b.root.Child("sheets")
	highest := 0
	for _, n := range tabs.Kids {
		if id, err := strconv.Atoi(n.Attr("sheetId")); err == nil {
			highest = max(highest, id)
		}
	}
	for _, s := range b.old {
		e.cut(s.node)
	}
	write := func(t tab, state string) string {
		highest++
		return fmt.Sprintf(`<%ssheet name="%s" sheetId="%d"%s xmlns:r="%s" r:id="%s"/>`, tabs.Prefix, t.name, highest, state, b.rels, t.link.id)
	}
	front, back := "", ""
	for _, t := range b.front {
		front += write(t, "")
	}
	for _, t := range b.back {
		back += write(t, ` state="veryHidden"`)
	}
	e.insert(tabs.Inner, front)
	e.insert(tabs.InnerEnd, back)
}

// movedTo is where a tab is in the copy; -1 for one that an earlier copy added.
func (b *book) movedTo(index int) int {
	to := index + len(b.front)
	for _, s := range b.old {
		switch {
		case s.index == index:
			return -1
		case s.index < index:
			to--
		}
	}
	return to
}

// editNames moves the names of sheets with their tabs, adds those of the list, and
// raises the code in the name that carries it. A lost name is put back.
func (b *book) editNames(e *edits, code codes) {
	p := b.root.Prefix
	ours := ""
	for i, t := range b.front {
		ours += fmt.Sprintf(`<%[1]sdefinedName name="_xlnm._FilterDatabase" localSheetId="%[2]d" hidden="1">%[3]s</%[1]sdefinedName>`+
			`<%[1]sdefinedName name="_xlnm.Print_Titles" localSheetId="%[2]d">%[4]s$%[5]d:$%[5]d</%[1]sdefinedName>`, p, i, xl.Ref(t.name, t.area), xl.SheetRef(t.name), t.area.Row1)
	}
	names := b.root.Child("definedNames")
	for _, stamp := range [][2]string{{layout.NameIdentity, `"` + code.next + `"`}, {layout.NameLayout, itoa(layout.Version)}} {
		if !holdsName(names, stamp[0]) {
			ours += fmt.Sprintf(`<%[1]sdefinedName name="%[2]s" hidden="1">%[3]s</%[1]sdefinedName>`, p, stamp[0], escape(stamp[1]))
		}
	}
	if names == nil {
		e.insert(after(b.root, bookOrder, "definedNames"), "<"+p+"definedNames>"+ours+"</"+p+"definedNames>")
		return
	}
	e.append(b.doc, names, ours)
	for _, n := range names.Kids {
		if index, err := strconv.Atoi(n.Attr("localSheetId")); err == nil {
			to := b.movedTo(index)
			if to < 0 {
				e.cut(n)
				continue
			}
			e.setAttr(b.doc, n, "localSheetId", strconv.Itoa(to))
		}
		if inner := string(b.doc[n.Inner:n.InnerEnd]); n.Attr("name") == layout.NameIdentity && code.old.MatchString(inner) {
			e.replace(n.Inner, n.InnerEnd, code.raise(inner))
		}
	}
}

// holdsName reports whether a name is defined for the whole workbook.
func holdsName(names *markup.Node, name string) bool {
	return names != nil && slices.ContainsFunc(names.Kids, func(n *markup.Node) bool { return n.Attr("name") == name && n.Attr("localSheetId") == "" })
}

// The order of the elements of a workbook and of a worksheet, as far as something
// is put between them.
var (
	bookOrder = strings.Fields("fileVersion fileSharing workbookPr AlternateContent revisionPtr workbookProtection bookViews " +
		"sheets functionGroups externalReferences definedNames")
	sheetOrder = strings.Fields("sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges " +
		"scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations " +
		"hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors " +
		"smartTags drawing legacyDrawing")
)

// after returns the place for an element: behind the last one that its kind's
// order puts before it or beside it.
func after(root *markup.Node, order []string, name string) int {
	before := map[string]bool{}
	for _, o := range order {
		before[o] = true
		if o == name {
			break
		}
	}
	at := root.Inner
	for _, k := range root.Kids {
		if before[k.Name] {
			at = k.End
		}
	}
	return at
}
