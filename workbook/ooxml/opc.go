package ooxml

import (
	"path"
	"strings"

	"tianbao/seeds/finding"
)

// contentTypes says what each part is.
type contentTypes struct {
	byPart map[string]string // by key
	byExt  map[string]string
}

// of returns the content type of a part, "" where none is given.
func (c *contentTypes) of(part string) string {
	if t, ok := c.byPart[part]; ok {
		return t
	}
	return c.byExt[strings.TrimPrefix(path.Ext(part), ".")]
}

// readTypes reads [Content_Types].xml.
func (c *contentTypes) read(x *scanner) {
	c.byPart, c.byExt = map[string]string{}, map[string]string{}
	for x.child() {
		kind, _ := x.attr("ContentType")
		switch x.named(nsTypes) {
		case "Default":
			ext, _ := x.attr("Extension")
			c.byExt[strings.ToLower(string(ext))] = strings.ToLower(string(kind))
		case "Override":
			name, _ := x.attr("PartName")
			if k, ok := key(strings.TrimPrefix(string(name), "/")); ok {
				c.byPart[k] = strings.ToLower(string(kind))
			}
		}
		if len(c.byPart)+len(c.byExt) > x.lim.Lists {
			x.over(finding.LimitLists, x.lim.Lists, "项")
		}
		x.skip()
	}
}

// relation is one relationship of a part.
type relation struct {
	id       string
	kind     string // the last segment of its type: "worksheet"
	target   string // key of the part, "" where it lies outside the package
	external bool
}

// relations are those of one part, in the order of the file.
type relations []relation

// byID returns the relationship of that id, nil where there is none.
func (r relations) byID(id string) *relation {
	for i := range r {
		if r[i].id == id {
			return &r[i]
		}
	}
	return nil
}

// one returns the only relationship of a kind, nil where there is none; two are a
// fault.
func (r relations) one(kind string) (*relation, error) {
	var found *relation
	for i := range r {
		if r[i].kind != kind {
			continue
		}
		if found != nil {
			return nil, refuse(finding.PartUnfit, finding.Given(kind))
		}
		found = &r[i]
	}
	return found, nil
}

// readRelations reads the relationships of the part.
func readRelations(x *scanner, part string) relations {
	var list relations
	seen := map[string]bool{}
	for x.child() {
		if x.named(nsPackage) == "Relationship" {
			id, _ := x.attr("Id")
			kind, _ := x.attr("Type")
			target, _ := x.attr("Target")
			mode, _ := x.attr("TargetMode")
			r := relation{id: string(id), kind: path.Base(string(kind)), external: string(mode) == "External"}
			if !r.external {
				r.target = resolve(part, string(target))
			}
			if seen[r.id] {
				x.fail(finding.PartUnfit)
			}
			seen[r.id] = true
			list = append(list, r)
			if len(list) > x.lim.Lists {
				x.over(finding.LimitLists, x.lim.Lists, "项")
			}
		}
		x.skip()
	}
	return list
}

// resolve returns the key of a target as seen from a part, "" where it leaves the
// package.
func resolve(part, target string) string {
	target = strings.ReplaceAll(target, `\`, "/")
	if i := strings.IndexAny(target, "#?"); i >= 0 {
		target = target[:i]
	}
	if !strings.HasPrefix(target, "/") {
		target = "/" + path.Dir(part) + "/" + target
	}
	k, ok := key(strings.TrimPrefix(path.Clean(target), "/"))
	if !ok {
		return ""
	}
	return k
}
