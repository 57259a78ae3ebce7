package annotate

import (
	"encoding/xml"
	"path"
	"slices"
	"strconv"
	"strings"

	"tianbao/seeds/markup"
	"tianbao/templates/xl"
)

// links are the relationships of one part.
type links struct {
	parts *xl.Parts
	part  string // that holds them
	doc   []byte
	root  *markup.Node
	all   []link
	edits edits
}

// link is one relationship.
type link struct {
	id, uri string
	target  string // part, from the root of the package; "" outside it
	node    *markup.Node
}

const (
	linksNS   = "http://schemas.openxmlformats.org/package/2006/relationships"
	emptyRels = xml.Header + `<Relationships xmlns="` + linksNS + `"></Relationships>`
)

// openLinks reads the relationships of a part, "" for those of the package. Where
// there are none, the first that is added makes the part.
func openLinks(parts *xl.Parts, owner string) (*links, error) {
	dir, file := path.Split(owner)
	l := &links{parts: parts, part: dir + "_rels/" + file + ".rels"}
	var err error
	if l.doc, err = readText(parts, l.part); err != nil {
		return nil, err
	}
	if l.doc == nil {
		l.doc = []byte(emptyRels)
	}
	if l.root, err = parse(l.doc, down(1)); err != nil {
		return nil, err
	}
	for _, n := range l.root.Kids {
		k := link{id: n.Attr("Id"), uri: n.Attr("Type"), node: n}
		if n.Attr("TargetMode") != "External" {
			k.target = resolve(dir, n.Attr("Target"))
		}
		l.all = append(l.all, k)
	}
	return l, nil
}

func resolve(dir, target string) string {
	target = strings.ReplaceAll(target, `\`, "/")
	if strings.HasPrefix(target, "/") {
		return strings.TrimPrefix(path.Clean(target), "/")
	}
	return path.Join(dir, target)
}

func (l *links) byID(id string) *link {
	return l.first(func(k *link) bool { return k.id == id })
}

// kind returns the first relationship whose type ends so, nil where there is none.
func (l *links) kind(name string) *link {
	return l.first(func(k *link) bool { return path.Base(k.uri) == name })
}

func (l *links) first(wanted func(*link) bool) *link {
	for i := range l.all {
		if k := &l.all[i]; k.target != "" && wanted(k) {
			return k
		}
	}
	return nil
}

// add makes a relationship to a part.
func (l *links) add(uri, part string) link {
	k := link{uri: uri, target: part}
	for n := len(l.all) + 1; k.id == "" || l.byID(k.id) != nil; n++ {
		k.id = "rIdTianbao" + strconv.Itoa(n)
	}
	l.all = append(l.all, k)
	l.edits.append(l.doc, l.root, `<`+l.root.Prefix+`Relationship Id="`+k.id+`" Type="`+uri+`" Target="/`+part+`"/>`)
	return k
}

// drop takes a relationship out.
func (l *links) drop(k *link) {
	l.edits.cut(k.node)
	id := k.id
	l.all = slices.DeleteFunc(l.all, func(o link) bool { return o.id == id })
}

func (l *links) write() {
	if len(l.edits) > 0 {
		l.parts.Write(l.part, l.edits.apply(l.doc))
	}
}

// types are the content types of a package.
type types struct {
	parts *xl.Parts
	doc   []byte
	root  *markup.Node
	edits edits
}

const typesPart = "[Content_Types].xml"

// add says what a part is.
func (t *types) add(part, kind string) {
	t.edits.append(t.doc, t.root, `<`+t.root.Prefix+`Override PartName="/`+part+`" ContentType="`+kind+`"/>`)
}

// set says of a part that is there what it is.
func (t *types) set(part, kind string) {
	switch n := t.of(part); {
	case n == nil:
		t.add(part, kind)
	case n.Attr("ContentType") != kind:
		t.edits.setAttr(t.doc, n, "ContentType", kind)
	}
}

func (t *types) drop(part string) {
	if n := t.of(part); n != nil {
		t.edits.cut(n)
	}
}

// of is what is said of a part, nil where nothing is.
func (t *types) of(part string) *markup.Node {
	i := slices.IndexFunc(t.root.Kids, func(n *markup.Node) bool {
		return n.Name == "Override" && strings.EqualFold(n.Attr("PartName"), "/"+part)
	})
	if i < 0 {
		return nil
	}
	return t.root.Kids[i]
}

func (t *types) write() {
	if len(t.edits) > 0 {
		t.parts.Write(typesPart, t.edits.apply(t.doc))
	}
}
